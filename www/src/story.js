// All that is known of one article: the parts that were read, and what they name and quote, as one.

import { kindOf } from "./kinds.js";
import { lastAtMost } from "./read.js";

/** @typedef {import("../pkg/newsgloss.js").Annotations} Annotations */
/** @typedef {import("../pkg/newsgloss.js").Entity} Entity */
/** @typedef {import("../pkg/newsgloss.js").Mention} Mention */
/** @typedef {import("../pkg/newsgloss.js").Quote} Quote */
/** @typedef {import("../pkg/newsgloss.js").Span} Span */
/** @typedef {import("./read.js").Part} Part */
/** @typedef {import("./read.js").Point} Point */
/** @typedef {import("./kinds.js").Kind} Kind */

/**
 * A mention and where it stands in the page.
 * @typedef {object} Item
 * @property {Mention} mention as the site sees it
 * @property {number} local the index of its entity in its own part
 * @property {Part} part
 * @property {number} start in the text of its part
 * @property {number} end
 * @property {Point} from
 * @property {Point} to
 * @property {Kind} kind
 * @property {boolean} first whether it is the article's first mention of the thing
 */

/**
 * A quote and where its pieces stand in the page.
 * @typedef {object} Saying
 * @property {Quote} quote as the site sees it
 * @property {Quote} original as it was read, its spans counting in its part
 * @property {number | null} local
 * @property {Part} part
 * @property {{ from: Point, to: Point }[]} pieces
 * @property {string} words
 * @property {string} source the words that name its speaker; empty when there are none
 */

/** @typedef {{ part: Part, annotations: Annotations, items: Item[], sayings: Saying[] }} Chapter */

/** Below this score a mention is drawn paler. */
export const FAINT = 0.6;

export class Story {
  /** @type {Chapter[]} */
  #chapters = [];
  /** @type {Map<Text, Chapter>} */
  #chapterOf = new Map();
  /** In the order of the page. @type {Item[]} */
  items = [];
  /** In the order of the page. @type {Saying[]} */
  sayings = [];
  /** @type {Entity[]} */
  entities = [];

  /**
   * Takes in a part that was read. `rebuild` makes it visible.
   * @param {Part} part
   * @param {Annotations} annotations
   * @returns {Item[]} its items
   */
  add(part, annotations) {
    /** @type {Item[]} */
    const items = [];
    for (const mention of annotations.mentions) {
      const place = part.locate(mention);
      if (!place) continue;
      const { start, end, entity } = mention;
      items.push({
        mention: { ...mention },
        local: entity,
        part,
        start,
        end,
        ...place,
        kind: kindOf(mention.type),
        first: false,
      });
    }
    /** @type {Saying[]} */
    const sayings = [];
    for (const quote of annotations.quotes) {
      const pieces = quote.spans.map((span) => part.locate(span)).filter((place) => place !== undefined);
      if (!pieces.length) continue;
      const words = quote.spans.map(({ start, end }) => part.text.slice(start, end)).join(" … ");
      const source = quote.speaker ? part.text.slice(quote.speaker.start, quote.speaker.end) : "";
      sayings.push({ quote: { ...quote }, original: quote, local: quote.entity, part, pieces, words, source });
    }
    const chapter = { part, annotations, items, sayings };
    this.#chapters.push(chapter);
    for (const node of part.nodes) this.#chapterOf.set(node, chapter);
    return items;
  }

  /** @param {Node} node */
  knows(node) {
    return this.#chapterOf.has(/** @type {Text} */ (node));
  }

  /**
   * Lets go of the text nodes that `isGone` picks, with all that stands in them.
   * @param {(node: Text) => boolean} isGone
   * @returns {Item[]} the items that went
   */
  drop(isGone) {
    const gone = new Set([...this.#chapterOf.keys()].filter(isGone));
    if (!gone.size) return [];
    for (const node of gone) this.#chapterOf.delete(node);
    /** @type {Item[]} */
    const dropped = [];
    /** @param {{ from: Point, to: Point }} place */
    const stays = ({ from, to }) => !gone.has(from.node) && !gone.has(to.node);
    for (const chapter of this.#chapters) {
      chapter.items = chapter.items.filter((item) => stays(item) || !dropped.push(item));
      chapter.sayings = chapter.sayings.filter((saying) => saying.pieces.every(stays));
    }
    const live = new Set(this.#chapterOf.values());
    this.#chapters = this.#chapters.filter((chapter) => live.has(chapter));
    return dropped;
  }

  /** Makes one of all parts: positions, entities, order. */
  rebuild() {
    let base = 0;
    /** @type {Map<string, Entity>} */
    const byName = new Map();
    /** @type {Map<Entity, Entity>} */
    const merged = new Map();
    for (const { part, annotations, items, sayings } of this.#chapters) {
      const shift = base;
      base += part.text.length + 2;
      const local = annotations.entities;
      for (const { local: id } of items) if (!merged.has(local[id])) merged.set(local[id], merge(byName, local[id]));
      /** @param {Span | null} span */
      const moved = (span) => span && { start: span.start + shift, end: span.end + shift };
      for (const item of items) Object.assign(item.mention, { start: item.start + shift, end: item.end + shift });
      for (const { quote, original } of sayings) {
        quote.spans = original.spans.map((span) => /** @type {Span} */ (moved(span)));
        quote.cue = moved(original.cue);
        quote.speaker = moved(original.speaker);
      }
    }
    this.items = this.#inOrder(
      (chapter) => chapter.items,
      (item) => item.from,
    );
    this.sayings = this.#inOrder(
      (chapter) => chapter.sayings,
      (saying) => saying.pieces[0].from,
    );
    this.#number(merged);
  }

  /**
   * Numbers the entities in the order of their first mentions.
   * @param {Map<Entity, Entity>} merged
   */
  #number(merged) {
    const annotations = new Map(this.#chapters.map((chapter) => [chapter.part, chapter.annotations]));
    /** @param {Item | Saying} what */
    const of = (what) => {
      const local = annotations.get(what.part)?.entities[what.local ?? -1];
      return local && merged.get(local);
    };
    /** @type {Set<Entity>} */
    const seen = new Set();
    for (const item of this.items) {
      const entity = of(item);
      if (!entity) continue;
      item.first = !seen.has(entity);
      if (item.first) {
        entity.id = seen.size;
        seen.add(entity);
      }
      item.mention.entity = entity.id;
    }
    this.entities = [...seen];
    for (const saying of this.sayings) {
      const entity = of(saying);
      saying.quote.entity = entity && seen.has(entity) ? entity.id : null;
    }
  }

  /**
   * @template T
   * @param {(chapter: Chapter) => T[]} list
   * @param {(entry: T) => Point} at
   * @returns {T[]}
   */
  #inOrder(list, at) {
    if (this.#chapters.length === 1) return list(this.#chapters[0]);
    return this.#chapters.flatMap(list).sort((a, b) => {
      const [left, right] = [at(a), at(b)];
      if (left.node === right.node) return left.offset - right.offset;
      return left.node.compareDocumentPosition(right.node) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    });
  }

  /** The whole text that was read; the spans of mentions and quotes count in it. */
  get text() {
    return this.#chapters.map(({ part }) => part.text).join("\n\n");
  }

  /**
   * The mention that a place in the page is part of.
   * @param {Node} node
   * @param {number} offset
   */
  itemAt(node, offset) {
    const chapter = this.#chapterOf.get(/** @type {Text} */ (node));
    if (!chapter) return undefined;
    const at = chapter.part.offsetOf(/** @type {Text} */ (node), offset);
    const starts = chapter.items.map((item) => item.start);
    const item = chapter.items[lastAtMost(starts, at)];
    // A caret can stand behind the last letter as well as before the first.
    if (item && at <= item.end) return item;
    return undefined;
  }

  /** @param {number} entity */
  itemsOf(entity) {
    return this.items.filter((item) => item.mention.entity === entity);
  }

  /** @param {number} entity */
  sayingsOf(entity) {
    return this.sayings.filter((saying) => saying.quote.entity === entity);
  }
}

/**
 * The entity that a part's entity is one with: by name or other name, and of the same type.
 * @param {Map<string, Entity>} byName
 * @param {Entity} entity
 * @returns {Entity}
 */
function merge(byName, entity) {
  const keys = [entity.name, ...entity.aliases].map((name) => `${entity.type} ${name.toLowerCase()}`);
  const known = keys.map((key) => byName.get(key)).find((found) => found !== undefined);
  const one = known ?? { ...entity, aliases: [...entity.aliases] };
  if (known) {
    const { id, type, name, aliases } = known;
    const others = [name, entity.name, ...aliases, ...entity.aliases];
    // The longer name is the fuller one.
    const full = entity.name.length > name.length ? entity.name : name;
    Object.assign(known, { ...entity, ...known, id, type, name: full });
    known.aliases = [...new Set(others)].filter((other) => other !== full);
  }
  for (const key of keys) byName.set(key, one);
  return one;
}
