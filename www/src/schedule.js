// Giving way: work is done in short slices while the browser is idle.

/** The longest slice, in milliseconds. On a CPU four times slower it is still far below 50. */
const SLICE = 6;

/** Resolves when the browser has nothing better to do, or after half a second at the latest. */
export function idle() {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(resolve, { timeout: 500 });
    else setTimeout(resolve, 1);
  });
}

/**
 * Calls `step` until it says that it is done, giving way in between.
 * @param {() => boolean} step does a little work; `true` when nothing is left
 * @param {() => boolean} [goOn] asked after every pause; `false` ends the work
 * @returns {Promise<boolean>} whether the work was done
 */
export async function inSlices(step, goOn = () => true) {
  for (;;) {
    const stop = performance.now() + SLICE;
    do {
      if (step()) return true;
    } while (performance.now() < stop);
    await idle();
    if (!goOn()) return false;
  }
}

/**
 * The same for a list.
 * @template T
 * @param {Iterable<T>} list
 * @param {(entry: T) => void} work
 * @param {() => boolean} [goOn]
 */
export function eachInSlices(list, work, goOn) {
  const entries = list[Symbol.iterator]();
  return inSlices(() => {
    const { done, value } = entries.next();
    if (!done) work(value);
    return !!done;
  }, goOn);
}

/**
 * A function that runs `work` once, `delay` milliseconds after it was last called.
 * @param {() => void} work
 * @param {number} delay
 */
export function debounced(work, delay) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const call = () => {
    clearTimeout(timer);
    timer = setTimeout(work, delay);
  };
  call.cancel = () => clearTimeout(timer);
  return call;
}
