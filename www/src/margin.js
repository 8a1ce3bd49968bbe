// Quotes: a hairline along each, and where the margin is wide, the speaker's name beside its first line.
//
// All of it is drawn over the page in our own room, by moving things with `transform`: nothing of the page is touched,
// and nothing shifts.

import { aboutSpeaker, speakerOf } from "./cardcontent.js";
import { contains, rectsOf } from "./geometry.js";
import { h } from "./layer.js";
import { hasHighlights } from "./renderers/index.js";
import { putRange, staticRange, takeRange } from "./renderers/highlight.js";
import { eachInSlices } from "./schedule.js";
import { restName } from "./sheet.js";

/** @typedef {import("./stage.js").Stage} Stage */
/** @typedef {import("./story.js").Saying} Saying */

/** The room that a name needs in the margin, in em of the article's type. */
const LEAST = 7;
const MOST = 12;

/**
 * @typedef {object} Note
 * @property {Saying} saying
 * @property {DOMRect[]} rects the lines of its words, counted from the room's corner
 * @property {number} edge the start side of the block it is in
 * @property {HTMLElement} [element]
 */

export class Margin {
  /** Whether names stand in the margin. */
  isWide = false;
  /** @type {Note[]} */
  #notes = [];
  /** @type {Saying | undefined} */
  #pointed;
  /** What fades while one speaker's words are lifted. @type {{ name: string, range: StaticRange }[]} */
  #faded = [];
  /** Counts layouts: one that is overtaken by the next gives up. */
  #turn = 0;

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    // Screen readers find who said what in the panel and the cards.
    this.element = h("div", { "aria-hidden": "true", part: "margin" });
  }

  /** Lays out all quotes anew. */
  async lay() {
    const turn = ++this.#turn;
    const { stage } = this;
    const mine = () => turn === this.#turn && stage.isAlive();
    const em = parseFloat(getComputedStyle(stage.element).fontSize) || 16;
    const rtl = stage.isRtl();
    /** @type {Map<Element, number>} */
    const edges = new Map();
    /** @type {Note[]} */
    const notes = [];
    const look = (/** @type {Saying} */ saying) => {
      const { left, top } = stage.layer.origin();
      const rects = saying.pieces
        .flatMap(({ from, to }) => rectsOf(stage.renderer.range(from, to)))
        .map((rect) => new DOMRect(rect.x - left, rect.y - top, rect.width, rect.height));
      const parent = saying.pieces[0].from.node.parentElement;
      if (!rects.length || !parent) return;
      notes.push({ saying, rects, edge: edgeOf(parent, edges, rtl) - left });
    };
    if (!(await eachInSlices(stage.story.sayings, look, mine)) || !mine()) return;
    this.#measure(notes, em, rtl);
    const room = document.createDocumentFragment();
    /** @type {{ bottom: number, name: string }} */
    const last = { bottom: -Infinity, name: "" };
    const drawn = await eachInSlices(notes, (note) => room.append(this.#draw(note, em, rtl, last)), mine);
    if (!drawn || !mine()) return;
    this.#notes = notes;
    this.element.replaceChildren(room);
    this.#show();
  }

  /**
   * Whether there is a margin, and nothing of the page in it.
   * @param {Note[]} notes
   * @param {number} em
   * @param {boolean} rtl
   */
  #measure(notes, em, rtl) {
    const origin = this.stage.layer.origin();
    const width = document.documentElement.clientWidth;
    /** @param {Note} note */
    const space = ({ edge }) => (rtl ? width - (edge + origin.left) : edge + origin.left);
    this.isWide = notes.length > 0 && notes.every((note) => space(note) >= LEAST * em);
    for (const { rects, edge } of this.isWide ? notes.slice(0, 50) : []) {
      const x = edge + origin.left + (rtl ? 3 : -3) * em;
      const there = document.elementFromPoint(x, rects[0].y + origin.top + rects[0].height / 2);
      if (there && !there.contains(this.stage.element) && there !== this.stage.layer.host) this.isWide = false;
    }
  }

  /**
   * @param {Note} note
   * @param {number} em
   * @param {boolean} rtl
   * @param {{ bottom: number, name: string }} last the name above
   */
  #draw(note, em, rtl, last) {
    const { saying, rects, edge } = note;
    const { stage } = this;
    const top = Math.min(...rects.map((rect) => rect.top));
    const bottom = Math.max(...rects.map((rect) => rect.bottom));
    const line = h("div", { class: "line", part: "line" });
    line.style.height = `${bottom - top}px`;
    const element = h(
      "div",
      {
        class: `margin ${saying.quote.kind}`,
        onpointerenter: () => this.point(saying),
        onpointerleave: () => this.point(undefined),
      },
      line,
    );
    const gap = Math.round(this.isWide ? em * 0.8 : Math.min(em * 0.6, 9));
    const x = edge + (rtl ? gap : -gap);
    element.style.transform = `translate(${x}px, ${top}px)`;
    const open = (/** @type {Event} */ event) =>
      stage.card.openSoon(saying, {}, event.type === "click" ? 0 : undefined);
    element.addEventListener("pointerenter", open);
    element.addEventListener("pointerleave", () => stage.card.closeSoon());
    element.addEventListener("click", open);
    note.element = element;
    const name = speakerOf(stage, saying);
    // The same speaker going on, or a name that would stand on the one above: the line is enough.
    if (
      !this.isWide ||
      saying.quote.kind === "indirect" ||
      (top < last.bottom + 6 * em && name === last.name) ||
      top < last.bottom
    ) {
      return element;
    }
    const space = x + stage.layer.origin().left;
    const room = Math.min(MOST * em, (rtl ? document.documentElement.clientWidth - space : space) - 1.5 * em);
    const label = h(
      "div",
      { class: "speaker", part: "speaker", dir: "auto" },
      name,
      h("div", { class: "sure" }, ...aboutSpeaker(stage, saying)),
    );
    const { style } = label;
    style.width = `${room}px`;
    style.transform = `translateX(${rtl ? 0.6 * em : -room - 0.6 * em}px)`;
    style.textAlign = rtl ? "left" : "right";
    element.append(label);
    Object.assign(last, { bottom: top + 1.3 * em * Math.ceil((name.length * 0.4 * em) / room), name });
    return element;
  }

  /**
   * The quote whose words are at a place in the window.
   * @param {number} x
   * @param {number} y
   */
  at(x, y) {
    const { left, top } = this.stage.layer.origin();
    return this.#notes.find(({ rects }) => contains(rects, x - left, y - top))?.saying;
  }

  /**
   * Lifts the quote under the pointer.
   * @param {Saying | undefined} saying
   */
  point(saying) {
    if (saying === this.#pointed) return;
    this.#pointed = saying;
    this.#show();
  }

  /** The speaker whose words are lifted. @type {number | null} */
  #speaker = null;

  /**
   * Lifts all that one speaker says, and lets the rest fade; `null` lets all be as it was.
   * @param {number | null} entity
   */
  lift(entity) {
    const speaks = entity !== null && this.stage.story.sayingsOf(entity).length > 0;
    this.#speaker = speaks ? entity : null;
    this.#show();
    for (const { name, range } of this.#faded) takeRange(name, range);
    this.#faded = [];
    if (!speaks || !hasHighlights()) return;
    const name = restName(this.stage.tone);
    for (const { quote, pieces } of this.stage.story.sayings) {
      if (quote.entity === entity) continue;
      for (const { from, to } of pieces) {
        const place = this.stage.renderer.range(from, to);
        const range = staticRange(
          { node: /** @type {Text} */ (place.startContainer), offset: place.startOffset },
          { node: /** @type {Text} */ (place.endContainer), offset: place.endOffset },
        );
        putRange(name, range, 1);
        this.#faded.push({ name, range });
      }
    }
  }

  #show() {
    for (const { saying, element } of this.#notes) {
      const isPointed = saying === this.#pointed;
      const isUp = isPointed || (this.#speaker !== null && saying.quote.entity === this.#speaker);
      element?.classList.toggle("pointed", isPointed);
      element?.classList.toggle("up", isUp);
      element?.classList.toggle("down", !isUp && this.#speaker !== null);
    }
  }

  destroy() {
    this.#turn++;
    this.lift(null);
  }
}

/**
 * The start side of the block that a text is in, in the window.
 * @param {Element} parent
 * @param {Map<Element, number>} known
 * @param {boolean} rtl
 */
function edgeOf(parent, known, rtl) {
  const before = known.get(parent);
  if (before !== undefined) return before;
  let block = parent;
  while (block.parentElement && /^(inline|contents)/.test(getComputedStyle(block).display)) block = block.parentElement;
  const { left, right } = block.getBoundingClientRect();
  const style = getComputedStyle(block);
  const edge = rtl ? right - parseFloat(style.paddingRight) : left + parseFloat(style.paddingLeft);
  known.set(parent, edge);
  return edge;
}
