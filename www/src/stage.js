// All that stands around one article, and the one place where its parts meet: the story, its drawing, the card, the
// panel, the margin, the pointer and the keyboard.

import { Card } from "./card.js";
import { around, rectsOf } from "./geometry.js";
import { KINDS } from "./kinds.js";
import { Keyboard } from "./keyboard.js";
import { h, Layer } from "./layer.js";
import { Margin } from "./margin.js";
import { Panel } from "./panel.js";
import { Pointer } from "./pointer.js";
import { createRenderer } from "./renderers/index.js";
import { debounced, eachInSlices } from "./schedule.js";
import { adoptSheet } from "./sheet.js";
import { Story } from "./story.js";
import { toneOf, watchTone } from "./tone.js";

/** @typedef {import("./options.js").Settings} Settings */
/** @typedef {import("./options.js").KnowledgeEntry} KnowledgeEntry */
/** @typedef {import("./story.js").Item} Item */
/** @typedef {import("./story.js").Saying} Saying */
/** @typedef {import("./kinds.js").Kind} Kind */
/** @typedef {import("../pkg/newsgloss.js").Entity} Entity */

/** How many names are drawn before the browser may have its turn. */
const TOGETHER = 16;

export class Stage {
  story = new Story();
  /** The kinds that are drawn. @type {Set<Kind>} */
  shown = new Set(KINDS);
  #alive = true;

  /**
   * @param {Element | ShadowRoot} root
   * @param {Settings} settings
   * @param {HTMLElement | undefined} host
   * @param {import("./words.js").Words} words
   * @param {object} outside
   * @param {(name: import("./events.js").EventName, detail: any) => void} outside.emit
   * @param {(change: () => void) => void} outside.quietly
   */
  constructor(root, settings, host, words, { emit, quietly }) {
    this.root = root;
    this.element = root instanceof ShadowRoot ? root.host : root;
    this.settings = settings;
    this.emit = emit;
    this.words = words;
    this.tone = this.#tone();
    this.renderer = createRenderer(settings.renderer, this.#canvas(quietly));
    this.layer = new Layer(this.element, host, this.words);
    this.card = new Card(this);
    this.panel = new Panel(this);
    this.margin = new Margin(this);
    this.keyboard = new Keyboard(this);
    this.pointer = new Pointer(this);
    // A landmark, so that screen readers can go there, or pass it by.
    const label = this.words.say("names");
    const landmark = h(
      "section",
      { "aria-label": label },
      this.panel.button,
      this.panel.element,
      this.keyboard.element,
    );
    landmark.append(this.card.element);
    this.layer.room.append(this.margin.element, landmark);
    this.layer.dress(this.tone);
    const scope = root instanceof ShadowRoot ? root : /** @type {Document | ShadowRoot} */ (root.getRootNode());
    this.#undo = [adoptSheet(scope), watchTone(debounced(() => this.#repaint(), 50))];
    this.#observeSize();
  }

  /** @type {(() => void)[]} */
  #undo;

  /** @param {(change: () => void) => void} quietly */
  #canvas(quietly) {
    const stage = this;
    return {
      story: this.story,
      get tone() {
        return stage.tone;
      },
      quietly,
    };
  }

  #tone() {
    const { theme } = this.settings;
    return theme === "auto" ? toneOf(this.element) : theme;
  }

  #repaint() {
    const tone = this.#tone();
    if (!this.#alive || tone === this.tone) return;
    this.tone = tone;
    this.layer.dress(tone);
    this.draw(this.story.items);
  }

  #observeSize() {
    const lay = debounced(() => this.lay(), 100);
    const sizes = new ResizeObserver(lay);
    sizes.observe(this.element);
    addEventListener("resize", lay);
    // A box within the page that scrolls carries the article away from under our room.
    const scrolled = (/** @type {Event} */ event) => {
      const { target } = event;
      if (target !== document && target instanceof Node && target.contains(this.element)) lay();
    };
    addEventListener("scroll", scrolled, { capture: true, passive: true });
    document.fonts?.ready.then(lay);
    this.#undo.push(() => {
      sizes.disconnect();
      lay.cancel();
      removeEventListener("resize", lay);
      removeEventListener("scroll", scrolled, { capture: true });
    });
  }

  isAlive = () => this.#alive;

  /** Whether the article is written from right to left. */
  isRtl = () => getComputedStyle(this.element).direction === "rtl";

  /** Puts the button, the stop and the quotes where they belong. */
  lay() {
    if (!this.#alive) return undefined;
    // The page's type may have grown.
    this.layer.dress(this.tone);
    this.panel.lay();
    this.keyboard.lay();
    return this.margin.lay();
  }

  /**
   * Draws names, in slices; those of one text node together, and those of several: the browser lays the page out anew
   * each time that something is asked of it after a change.
   * @param {Item[]} items in the order of the page
   */
  async draw(items) {
    /** @type {Item[][]} */
    const groups = [];
    for (const item of items) {
      if (!this.shown.has(item.kind)) continue;
      const group = groups.at(-1);
      if (group && (group.length < TOGETHER || group.at(-1)?.from.node === item.from.node)) group.push(item);
      else groups.push([item]);
    }
    await eachInSlices(
      groups,
      (group) => this.renderer.add(group.filter((item) => this.shown.has(item.kind))),
      this.isAlive,
    );
  }

  /** After the story has changed. */
  update() {
    if (!this.#alive) return undefined;
    this.keyboard.update();
    this.panel.update();
    return this.lay();
  }

  /**
   * Switches a kind on or off.
   * @param {Kind} kind
   * @param {boolean} on
   */
  toggle(kind, on) {
    const items = this.story.items.filter((item) => item.kind === kind);
    if (on) {
      this.shown.add(kind);
      this.draw(items);
    } else {
      this.shown.delete(kind);
      this.renderer.remove(items);
    }
    this.keyboard.update();
  }

  /** @param {Item} item */
  wordsOf({ part, start, end }) {
    return part.text.slice(start, end);
  }

  /**
   * The entry of the site's knowledge that an entity was linked to.
   * @param {Entity} entity
   */
  factOf({ name, aliases, url, wikidata }) {
    const names = [name, ...aliases].map((form) => form.toLowerCase());
    const isIt = (/** @type {KnowledgeEntry} */ entry) =>
      entry.url === url &&
      entry.wikidata === wikidata &&
      [entry.name, ...(entry.aliases ?? [])].some((form) => names.includes(form.toLowerCase()));
    return this.settings.entries.find(isIt);
  }

  /**
   * Lifts what the subject of the open card says.
   * @param {Item | Saying | undefined} subject
   */
  lift(subject) {
    if (!subject) {
      this.renderer.light([]);
      this.margin.lift(null);
    } else if ("pieces" in subject) this.margin.lift(subject.quote.entity);
    else {
      this.renderer.light([subject]);
      this.margin.lift(subject.mention.entity);
    }
  }

  /**
   * Brings a place into view.
   * @param {Item | Saying} subject
   */
  reveal(subject) {
    const rects = rectsOf(this.card.range(subject));
    if (!rects.length) return;
    const { top, bottom } = around(rects);
    if (top > innerHeight * 0.1 && bottom < innerHeight * 0.8) return;
    const { from } = "pieces" in subject ? subject.pieces[0] : subject;
    // First in boxes that scroll as well, then, in a paragraph longer than the window, to the name itself.
    from.node.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
    scrollBy({ top: around(rectsOf(this.card.range(subject))).top - innerHeight * 0.35, behavior: "instant" });
  }

  /** Goes to a name, with the keyboard's focus. @param {Item} item */
  visit(item) {
    this.panel.close(false);
    this.keyboard.visit(item);
  }

  /**
   * Turns the open card to another mention of the same thing; the focus stays on the button that was pressed.
   * @param {Item} item
   * @param {string} key
   */
  turn(item, key) {
    this.reveal(item);
    this.keyboard.follow(item);
    this.card.open(item, {}, this.keyboard.element);
    this.card.focus(key);
  }

  /** Goes to a quote. @param {Saying} saying */
  visitSaying(saying) {
    this.panel.close(false);
    this.reveal(saying);
    this.card.open(saying, {}, this.keyboard.element);
    this.card.focus();
  }

  destroy() {
    this.#alive = false;
    this.panel.close(false);
    this.card.close();
    this.pointer.destroy();
    this.margin.destroy();
    this.renderer.destroy();
    for (const undo of this.#undo) undo();
    this.layer.destroy();
  }
}
