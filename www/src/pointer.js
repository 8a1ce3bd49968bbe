// Mouse, pen and touch: what lies beneath them in the article.

/** @typedef {import("./stage.js").Stage} Stage */
/** @typedef {import("./story.js").Item} Item */
/** @typedef {import("./story.js").Saying} Saying */

/** A quote is looked at for longer than a name before its card opens: readers rest the pointer on what they read. */
const QUOTE_DELAY = 700;

/** What a tap or click does already: it is not ours to take. */
const BUSY =
  "a[href], button, input, select, textarea, label, summary, [onclick], [role=button], [role=link], [contenteditable]";

export class Pointer {
  #frame = 0;
  /** What the pointer is on. @type {Item | Saying | undefined} */
  #on;

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.root = /** @type {HTMLElement} */ (stage.root);
    this.root.addEventListener("pointermove", this.#move, { passive: true });
    this.root.addEventListener("pointerleave", this.#leave, { passive: true });
    this.root.addEventListener("click", this.#click);
  }

  /** @param {PointerEvent} event */
  #move = (event) => {
    if (event.pointerType === "touch" || event.buttons) return;
    const { clientX: x, clientY: y } = event;
    const [target] = event.composedPath();
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#over(x, y, target));
  };

  /**
   * @param {number} x
   * @param {number} y
   * @param {EventTarget} target
   */
  #over(x, y, target) {
    const { stage } = this;
    const item = stage.renderer.at(x, y, target);
    const saying = stage.margin.at(x, y);
    const on = item ?? saying;
    stage.margin.point(saying);
    if (on === this.#on) return;
    this.#on = on;
    if (item) stage.renderer.light([item]);
    else if (!stage.card.subject) stage.renderer.light([]);
    if (item) stage.card.openSoon(item, { x, y });
    else if (saying && !stage.margin.isWide) stage.card.openSoon(saying, { x, y }, QUOTE_DELAY);
    else stage.card.closeSoon();
  }

  #leave = () => {
    cancelAnimationFrame(this.#frame);
    if (!this.#on) return;
    this.#on = undefined;
    this.stage.margin.point(undefined);
    if (!this.stage.card.subject) this.stage.renderer.light([]);
    this.stage.card.closeSoon();
  };

  /** @param {MouseEvent} event */
  #click = (event) => {
    const [target] = event.composedPath();
    if (event.defaultPrevented || !(target instanceof Element) || target.closest(BUSY)) return;
    if (getSelection()?.isCollapsed === false) return;
    const { stage } = this;
    const { clientX: x, clientY: y } = event;
    const subject = stage.renderer.at(x, y, target);
    if (subject) stage.card.open(subject, { x, y });
    else stage.card.close();
  };

  destroy() {
    cancelAnimationFrame(this.#frame);
    this.root.removeEventListener("pointermove", this.#move);
    this.root.removeEventListener("pointerleave", this.#leave);
    this.root.removeEventListener("click", this.#click);
  }
}
