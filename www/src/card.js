// The card: one at a time on the whole page, whoever opens it.

import { aboutName, aboutQuote } from "./cardcontent.js";
import { rectsOf } from "./geometry.js";
import { fill, h, hide, show, tinted } from "./layer.js";
import { place } from "./place.js";

/** @typedef {import("./stage.js").Stage} Stage */
/** @typedef {import("./story.js").Item} Item */
/** @typedef {import("./story.js").Saying} Saying */
/** @typedef {{ x?: number, y?: number }} Pointer */

/** Milliseconds that the pointer rests before a card opens, and that it may be away before it closes. */
export const OPEN_DELAY = 150;
const CLOSE_DELAY = 300;

/** The card that is open. @type {Card | undefined} */
let current;

export class Card {
  /** @type {Item | Saying | undefined} */
  subject;
  /** @type {Pointer} */
  #pointer = {};
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** Where the name was in the window when the card opened. */
  #top = 0;
  /** Whom the focus goes back to. @type {HTMLElement | undefined} */
  #opener;

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.element = h("div", {
      class: "sheet card",
      part: "card",
      popover: "manual",
      role: "dialog",
      "aria-labelledby": "name",
      tabindex: -1,
      onpointerenter: () => this.keep(),
      onpointerleave: () => this.closeSoon(),
      onfocusin: () => this.keep(),
      onfocusout: (event) => {
        const to = /** @type {FocusEvent} */ (event).relatedTarget;
        // Where the focus goes nowhere, it was a click on the card's own ground, or the window lost it.
        if (to instanceof Node && !this.element.contains(to)) this.closeSoon();
      },
    });
  }

  /** @param {Item | Saying} subject */
  range(subject) {
    const { from, to } = "pieces" in subject ? subject.pieces[0] : subject;
    return this.stage.renderer.range(from, to);
  }

  /**
   * Opens after the pointer has rested.
   * @param {Item | Saying} subject
   * @param {Pointer} pointer
   * @param {number} [delay]
   */
  openSoon(subject, pointer, delay = OPEN_DELAY) {
    this.keep();
    if (subject === this.subject) return;
    this.#timer = setTimeout(() => this.open(subject, pointer), delay);
  }

  closeSoon() {
    this.keep();
    // Who works in the card with the keyboard, or has clicked in it, is not done because the pointer is elsewhere.
    if (this.#hasFocus()) return;
    this.#timer = setTimeout(() => this.close(), CLOSE_DELAY);
  }

  /** Stays as it is. */
  keep() {
    clearTimeout(this.#timer);
  }

  /**
   * @param {Item | Saying} subject
   * @param {Pointer} [pointer]
   * @param {HTMLElement} [opener] whom the focus goes back to
   */
  open(subject, pointer = {}, opener) {
    this.keep();
    const { stage, element } = this;
    const rects = rectsOf(this.range(subject));
    if (!rects.length) return;
    if (current && current !== this) current.close();
    if (this.subject && this.subject !== subject) this.#told("close");
    current = this;
    this.subject = subject;
    this.#pointer = pointer;
    this.#opener = opener ?? this.#opener;
    this.#top = rects[0].top;
    if ("pieces" in subject) fill(element, aboutQuote(stage, subject));
    else fill(tinted(element, subject.kind), aboutName(stage, subject));
    element.scrollTop = 0;
    show(element);
    this.#place();
    addEventListener("scroll", this.#onScroll, { capture: true, passive: true });
    addEventListener("resize", this.#onScroll);
    document.addEventListener("keydown", this.#onKey);
    document.addEventListener("pointerdown", this.#onPress);
    this.#told("open");
    stage.lift(subject);
  }

  /** @param {"open" | "close"} name */
  #told(name) {
    const { subject, stage } = this;
    if (!subject) return;
    const id = "pieces" in subject ? subject.quote.entity : subject.mention.entity;
    const entity = id === null ? null : stage.story.entities[id];
    stage.emit(name, "pieces" in subject ? { entity, quote: subject.quote } : { entity, mention: subject.mention });
  }

  close() {
    this.keep();
    if (!this.subject) return;
    const hadFocus = this.#hasFocus();
    this.#told("close");
    this.subject = undefined;
    if (current === this) current = undefined;
    removeEventListener("scroll", this.#onScroll, { capture: true });
    removeEventListener("resize", this.#onScroll);
    document.removeEventListener("keydown", this.#onKey);
    document.removeEventListener("pointerdown", this.#onPress);
    this.stage.lift(undefined);
    hide(this.element);
    if (hadFocus) this.stage.keyboard.back(this.#opener);
    this.#opener = undefined;
  }

  #hasFocus() {
    return this.element.contains(this.stage.layer.shadow.activeElement);
  }

  /** Moves the focus into the card. @param {string} [key] to the button of this key */
  focus(key) {
    const { element } = this;
    const first = (key && element.querySelector(`[data-key=${key}]`)) || element.querySelector("button, a") || element;
    if (first instanceof HTMLElement) first.focus({ preventScroll: true });
  }

  #place() {
    const { subject } = this;
    if (!subject) return;
    const rects = rectsOf(this.range(subject));
    // The name is gone from the page, or has been hidden.
    if (!rects.length) return this.close();
    if (Math.abs(rects[0].top - this.#top) > innerHeight) return this.close();
    const side = this.stage.isRtl() ? "end" : "start";
    place(rects, this.element, this.#pointer, side);
  }

  #frame = 0;
  #onScroll = () => {
    // The pointer was somewhere else in the page before it scrolled.
    this.#pointer = {};
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#place());
  };

  /** @param {KeyboardEvent} event */
  #onKey = (event) => {
    if (event.key === "Escape") this.close();
  };

  /** @param {PointerEvent} event */
  #onPress = (event) => {
    const path = event.composedPath();
    // What is pressed in the article is the pointer's affair.
    if (!path.includes(this.element) && !path.includes(this.stage.root)) this.close();
  };
}
