// Telling sites what happens.

/** @typedef {"ready" | "open" | "close" | "error"} EventName */

/**
 * Calls listeners by name. "ready" and "error" are remembered, so that who listens late still hears of them.
 */
export class Emitter {
  /** @type {Map<string, Set<(detail: any) => void>>} */
  #listeners = new Map();
  /** @type {Map<string, any>} */
  #past = new Map();

  /**
   * @param {string} name
   * @param {(detail: any) => void} listener
   * @returns {() => void} takes the listener away again
   */
  on(name, listener) {
    let listeners = this.#listeners.get(name);
    if (!listeners) this.#listeners.set(name, (listeners = new Set()));
    listeners.add(listener);
    if (this.#past.has(name)) call(listener, this.#past.get(name));
    return () => listeners.delete(listener);
  }

  /**
   * @param {string} name
   * @param {any} detail
   */
  emit(name, detail) {
    if (name === "ready" || name === "error") this.#past.set(name, detail);
    for (const listener of this.#listeners.get(name) ?? []) call(listener, detail);
  }
}

/**
 * A listener that throws is the site's own affair: it is reported as any listener's error, and stops nothing here.
 * @param {(detail: any) => void} listener
 * @param {any} detail
 */
function call(listener, detail) {
  try {
    listener(detail);
  } catch (error) {
    reportError(error);
  }
}
