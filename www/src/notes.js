// What `annotate` gives: the annotations of one article, alive for as long as the article is.

import { Emitter } from "./events.js";
import { load } from "./load.js";
import { blockOf, outermost, Watch } from "./observe.js";
import { cleanKnowledge, readOptions } from "./options.js";
import { findPublished } from "./published.js";
import { readPart } from "./read.js";
import { debounced } from "./schedule.js";
import { Stage } from "./stage.js";
import { wordsFor } from "./words.js";

/** @typedef {import("./options.js").AnnotateOptions} AnnotateOptions */
/** @typedef {import("./options.js").Settings} Settings */
/** @typedef {import("./options.js").Knowledge} Knowledge */
/** @typedef {import("./events.js").EventName} EventName */
/** @typedef {import("../pkg/newsgloss.js").Entity} Entity */
/** @typedef {import("../pkg/newsgloss.js").Mention} Mention */
/** @typedef {import("../pkg/newsgloss.js").Quote} Quote */

/** How long the page must be quiet before its changes are read, in milliseconds. */
const QUIET = 120;

/**
 * Something found: what it is, where it is named and what it says.
 * @typedef {{ entity: Entity, mentions: (Mention & { range: AbstractRange })[], quotes: Quote[] }} Found
 */

export class Notes {
  #emitter = new Emitter();
  /** @type {Stage | undefined} */
  #stage;
  /** @type {Watch | undefined} */
  #watch;
  #root;
  #settings;
  #host;
  /** Elements that were hidden when the article was read. @type {Set<Element>} */
  #veiled = new Set();
  #isDead = false;
  #isBusy = false;

  /**
   * @param {Element | ShadowRoot} root
   * @param {Settings} settings
   * @param {HTMLElement} [host]
   */
  constructor(root, settings, host) {
    this.#root = root;
    this.#settings = settings;
    this.#host = host;
  }

  /** In the order of their first mentions; `entities[i].id` is `i`. The page may change them as it changes itself. */
  get entities() {
    return this.#stage?.story.entities ?? [];
  }

  /** Sorted by their position in `text`; no two overlap. */
  get mentions() {
    const mentions = this.#stage?.story.items.map((item) => item.mention) ?? [];
    return mentions.sort((a, b) => a.start - b.start);
  }

  /** Sorted by their position in `text`. */
  get quotes() {
    const quotes = this.#stage?.story.sayings.map((saying) => saying.quote) ?? [];
    return quotes.sort((a, b) => a.spans[0].start - b.spans[0].start);
  }

  /** The text that was read, in which all spans count (UTF-16 code units). */
  get text() {
    return this.#stage?.story.text ?? "";
  }

  /**
   * Looks for a person or thing.
   * @param {string | number | ((entity: Entity) => boolean)} what a name or other name, in whatever case; an id; or a test
   * @returns {Found | undefined}
   */
  find(what) {
    const stage = this.#stage;
    if (!stage) return undefined;
    const wanted = typeof what === "string" ? what.trim().toLowerCase() : "";
    const entity = this.entities.find((each) => {
      if (typeof what === "function") return what(each);
      if (typeof what === "number") return each.id === what;
      return [each.name, ...each.aliases].some((name) => name.toLowerCase() === wanted);
    });
    if (!entity) return undefined;
    const mentions = stage.story.itemsOf(entity.id).map(({ mention, from, to }) => ({
      ...mention,
      range: stage.renderer.range(from, to),
    }));
    return { entity, mentions, quotes: stage.story.sayingsOf(entity.id).map((saying) => saying.quote) };
  }

  /**
   * Listens. "ready" and "error" that have happened already are told at once.
   * @param {EventName} name
   * @param {(detail: any) => void} listener
   * @returns {() => void} stops listening
   */
  on(name, listener) {
    return this.#emitter.on(name, listener);
  }

  /** Leaves the article as it was found, byte for byte. */
  destroy() {
    this.#isDead = true;
    this.#changed.cancel();
    this.#stage?.destroy();
    this.#watch?.stop();
  }

  /**
   * Reads the article. A failure is told by the "error" event; the article stays as it was.
   */
  async start() {
    try {
      const [reader, words] = await Promise.all([load(), wordsFor(this.#settings.lang), this.#fetchKnowledge()]);
      if (this.#isDead) return;
      this.#settings.published ||= findPublished(this.#root) ?? "";
      this.#watch = new Watch(this.#root, this.#changed);
      const outside = { emit: this.#emit, quietly: this.#watch.quietly };
      this.#stage = new Stage(this.#root, this.#settings, this.#host, words, outside);
      await this.#read(reader, [this.#root]);
      if (!this.#isDead) this.#emit("ready", this);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** @param {unknown} error */
  #fail(error) {
    if (this.#isDead) return;
    this.destroy();
    this.#stage = undefined;
    this.#emit("error", error);
  }

  /**
   * @param {EventName} name
   * @param {any} detail
   */
  #emit = (name, detail) => {
    this.#emitter.emit(name, detail);
    const target = this.#host ?? (this.#root instanceof ShadowRoot ? this.#root.host : this.#root);
    const type = this.#host ? name : `news-gloss-${name}`;
    target.dispatchEvent(new CustomEvent(type, { detail, bubbles: !this.#host, composed: true }));
  };

  async #fetchKnowledge() {
    const { knowledge } = this.#settings;
    if (!knowledge) return;
    try {
      const response = await fetch(knowledge);
      if (!response.ok) throw new Error(`newsgloss: ${knowledge} answered ${response.status}`);
      this.#settings.entries = cleanKnowledge(await response.json());
    } catch (error) {
      // The article can be read without it.
      this.#emit("error", error);
    }
  }

  /**
   * Reads parts of the page and draws what is in them.
   * @param {import("./load.js").Reader} reader
   * @param {Node[]} roots
   */
  async #read(reader, roots) {
    const [stage, watch] = [this.#stage, this.#watch];
    if (!stage || !watch) return;
    const page = { changed: () => watch.touched(), alive: stage.isAlive };
    const read = await readPart(reader, roots, this.#settings, page);
    if (!read || this.#isDead) return;
    for (const element of read.veiled) this.#veiled.add(element);
    stage.story.add(read.part, read.annotations);
    stage.story.rebuild();
    await stage.draw(stage.story.items);
    if (this.#isDead) return;
    await stage.update();
  }

  #changed = debounced(() => void this.#catchUp(), QUIET);

  /** Reads what has come or changed, and lets go of what has gone. */
  async #catchUp() {
    if (this.#isDead || !this.#stage || !this.#watch) return;
    if (this.#isBusy) return this.#changed();
    this.#isBusy = true;
    try {
      const roots = this.#settle(this.#stage, this.#watch);
      if (roots.length) await this.#read(await load(), roots);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isBusy = false;
    }
  }

  /**
   * Drops what is no longer so, and gives what is to be read.
   * @param {Stage} stage
   * @param {Watch} watch
   * @returns {Node[]}
   */
  #settle(stage, watch) {
    const root = this.#root;
    const { story } = stage;
    const { added, edited, restyled, removed } = watch.changes();
    /** @param {Node} node */
    const isHere = (node) => root.contains(node);
    /** @type {Set<Node>} */
    const fresh = new Set();
    for (const node of added) {
      // What was only moved, or is empty, tells nothing new.
      if (!isHere(node) || story.knows(node) || !node.textContent?.trim()) continue;
      if (node instanceof Element && stage.renderer.name === "mark" && node.localName === "news-gloss-mark") continue;
      fresh.add(blockOf(node, root));
    }
    for (const node of edited) if (isHere(node)) fresh.add(blockOf(node, root));
    for (const element of this.#veiled) {
      if (!isHere(element)) this.#veiled.delete(element);
      else if (restyled.some((other) => other.contains(element)) && getComputedStyle(element).display !== "none") {
        this.#veiled.delete(element);
        fresh.add(blockOf(element, root));
      }
    }
    const roots = outermost(fresh);
    if (!roots.length && !removed) return [];
    const dropped = story.drop((node) => !isHere(node) || roots.some((other) => other.contains(node)));
    stage.renderer.remove(dropped);
    if (stage.card.subject && "kind" in stage.card.subject && dropped.includes(stage.card.subject)) stage.card.close();
    if (dropped.length && !roots.length) {
      story.rebuild();
      stage.update();
    }
    return roots;
  }
}

/**
 * Marks what an article names and quotes, where it stands.
 * @param {Element | ShadowRoot} element the article
 * @param {AnnotateOptions} [options]
 * @returns {Promise<Notes>} when the article is annotated, or could not be: then the "error" event says why
 * @throws {TypeError} when the element or an option cannot be used
 */
export async function annotate(element, options) {
  if (!(element instanceof Element || element instanceof ShadowRoot)) {
    throw new TypeError("newsgloss: annotate wants an element");
  }
  const notes = new Notes(element, readOptions(options, element));
  await notes.start();
  return notes;
}
