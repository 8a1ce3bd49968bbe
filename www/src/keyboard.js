// The keyboard: one tab stop an article. The arrows lead from name to name, Enter into the card, Escape out of it.
//
// Names are no elements (or elements without a role), so that a screen reader reads the article as it was written. The
// stop is a button of ours that lies over the name it stands for; a new one at each step, so that it is announced.

import { rectsOf } from "./geometry.js";
import { h, tinted } from "./layer.js";

/** @typedef {import("./stage.js").Stage} Stage */
/** @typedef {import("./story.js").Item} Item */

export class Keyboard {
  /** @type {Item | undefined} */
  #item;
  /** Whether the focus comes back from a card that was closed. */
  #isBack = false;

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.element = h("button", { class: "stop", hidden: true });
  }

  /** The names that can be walked. */
  get #items() {
    return this.stage.story.items.filter((item) => this.stage.shown.has(item.kind));
  }

  /** Looks again which names there are. */
  update() {
    const items = this.#items;
    const item = this.#item && items.includes(this.#item) ? this.#item : items[0];
    if (item !== this.#item || !item) this.#stand(item);
    else this.#label(this.element, item);
  }

  /** @param {Item | undefined} item */
  #stand(item) {
    this.#item = item;
    const button = h("button", {
      class: "stop",
      hidden: !item,
      "aria-haspopup": "dialog",
      "aria-describedby": "who",
      "aria-keyshortcuts": "ArrowRight ArrowLeft",
      onfocus: () => {
        if (!this.#item) return;
        this.lay();
        this.stage.renderer.light([this.#item]);
        if (!this.#isBack) this.stage.card.open(this.#item, {}, this.element);
      },
      onblur: () => {
        if (this.element !== button) return;
        this.stage.renderer.light([]);
        this.stage.card.closeSoon();
      },
      onclick: () => {
        if (!item) return;
        this.stage.card.open(item, {}, this.element);
        this.stage.card.focus();
      },
      onkeydown: (event) => this.#key(/** @type {KeyboardEvent} */ (event)),
    });
    if (item) this.#label(button, item);
    const old = this.element;
    this.element = button;
    old.replaceWith(button);
    this.lay();
  }

  /**
   * @param {HTMLElement} button
   * @param {Item} item
   */
  #label(button, item) {
    const { words } = this.stage;
    tinted(button, item.kind).textContent = `${this.stage.wordsOf(item)}, ${words.say(item.mention.type)}`;
    button.title = words.say("keys");
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const items = this.#items;
    const at = this.#item ? items.indexOf(this.#item) : 0;
    const [back, on] = this.stage.isRtl() ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
    /** @type {Record<string, number>} */
    const steps = { [on]: at + 1, ArrowDown: at + 1, [back]: at - 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
    const to = steps[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.visit(items[Math.min(Math.max(to, 0), items.length - 1)]);
  }

  /**
   * Goes to a name: it comes into view, and its card opens.
   * @param {Item} item
   */
  visit(item) {
    this.stage.reveal(item);
    this.#stand(item);
    this.element.focus({ preventScroll: true });
  }

  /**
   * Stands at a name without taking the focus.
   * @param {Item} item
   */
  follow(item) {
    if (item !== this.#item) this.#stand(item);
  }

  /**
   * Gives the focus back, without opening what was just closed.
   * @param {HTMLElement | undefined} opener
   */
  back(opener) {
    const to = opener?.isConnected ? opener : this.element;
    this.#isBack = true;
    to.focus({ preventScroll: true });
    this.#isBack = false;
  }

  /** Lies over the name. */
  lay() {
    if (!this.#item) return;
    const { from, to } = this.#item;
    const [rect] = rectsOf(this.stage.renderer.range(from, to));
    if (!rect) return;
    const { left, top } = this.stage.layer.origin();
    const { style } = this.element;
    style.transform = `translate(${rect.left - left}px, ${rect.top - top}px)`;
    style.width = `${rect.width}px`;
    style.height = `${rect.height}px`;
  }
}
