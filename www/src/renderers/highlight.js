// Names drawn by the CSS Custom Highlight API.

import { contains, rectsOf } from "../geometry.js";
import { styleName } from "../sheet.js";

/** @typedef {import("../story.js").Item} Item */
/** @typedef {import("../read.js").Point} Point */
/** @typedef {import("./index.js").Canvas} Canvas */
/** @typedef {import("./index.js").Renderer} Renderer */

/**
 * The registry of the document belongs to every script in it: we put in and take out our own ranges only, and a
 * highlight goes when its last range has gone.
 * @param {string} name
 * @param {AbstractRange} range
 * @param {number} [priority]
 */
export function putRange(name, range, priority = 0) {
  let highlight = CSS.highlights.get(name);
  if (!highlight) {
    highlight = new Highlight();
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
  }
  highlight.add(range);
}

/**
 * @param {string} name
 * @param {AbstractRange} range
 */
export function takeRange(name, range) {
  const highlight = CSS.highlights.get(name);
  highlight?.delete(range);
  if (highlight?.size === 0) CSS.highlights.delete(name);
}

/**
 * A static range costs the page nothing when it changes, and stays valid when its nodes are moved.
 * @param {Point} from
 * @param {Point} to
 */
export const staticRange = (from, to) =>
  new StaticRange({
    startContainer: from.node,
    startOffset: Math.min(from.offset, from.node.length),
    endContainer: to.node,
    endOffset: Math.min(to.offset, to.node.length),
  });

/** @implements {Renderer} */
export class HighlightRenderer {
  name = /** @type {const} */ ("highlight");
  /** @type {Map<Item, { name: string, range: StaticRange }>} */
  #drawn = new Map();
  /** @type {{ name: string, range: StaticRange }[]} */
  #lit = [];

  /** @param {Canvas} canvas */
  constructor(canvas) {
    this.canvas = canvas;
  }

  /** @param {Item[]} items */
  add(items) {
    this.remove(items);
    for (const item of items) {
      const drawn = { name: styleName(this.canvas.tone, item), range: staticRange(item.from, item.to) };
      putRange(drawn.name, drawn.range);
      this.#drawn.set(item, drawn);
    }
  }

  /** @param {Iterable<Item>} items */
  remove(items) {
    for (const item of items) {
      const drawn = this.#drawn.get(item);
      if (drawn) takeRange(drawn.name, drawn.range);
      this.#drawn.delete(item);
    }
  }

  /** @param {Item[]} items */
  light(items) {
    for (const { name, range } of this.#lit) takeRange(name, range);
    this.#lit = items.map((item) => ({
      name: styleName(this.canvas.tone, item, true),
      range: staticRange(item.from, item.to),
    }));
    for (const { name, range } of this.#lit) putRange(name, range, 2);
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {EventTarget} [target]
   */
  at(x, y, target) {
    const caret = caretAt(x, y, target);
    const item = caret && this.canvas.story.itemAt(caret.node, caret.offset);
    if (!item || !this.#drawn.has(item)) return undefined;
    // The caret is the nearest one to the pointer, however far it is.
    return contains(rectsOf(this.range(item.from, item.to)), x, y) ? item : undefined;
  }

  /**
   * @param {Point} from
   * @param {Point} to
   */
  range(from, to) {
    return staticRange(from, to);
  }

  destroy() {
    this.light([]);
    this.remove([...this.#drawn.keys()]);
  }
}

/**
 * @param {number} x
 * @param {number} y
 * @param {EventTarget} [target]
 * @returns {{ node: Node, offset: number } | undefined}
 */
function caretAt(x, y, target) {
  if (document.caretPositionFromPoint) {
    const root = target instanceof Node ? target.getRootNode() : undefined;
    const shadowRoots = root instanceof ShadowRoot ? [root] : [];
    const caret = document.caretPositionFromPoint(x, y, { shadowRoots });
    return caret ? { node: caret.offsetNode, offset: caret.offset } : undefined;
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}
