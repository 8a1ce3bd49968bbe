// Names drawn by wrapping them in inline elements, so that they can be taken out again without a trace.
//
// The page's own text node stays where it is, as the same node, cut down to what stands before the first name in it (maybe
// to nothing): frameworks hold on to their nodes, and remove or insert by them. All that follows is ours.

import { styleName } from "../sheet.js";

/** @typedef {import("../story.js").Item} Item */
/** @typedef {import("../read.js").Point} Point */
/** @typedef {import("./index.js").Canvas} Canvas */
/** @typedef {import("./index.js").Renderer} Renderer */
/** @typedef {{ start: number, end: number, item: Item }} Cut a name's place in the data of a text node */
/** @typedef {{ text: Text, start: number, mark?: HTMLElement }} Piece */

/** The text nodes of a page that are cut, with all that is needed to mend them. */
class Cutting {
  /** @type {Cut[]} */
  cuts = [];
  /** The pieces of the data; the first is in the page's own node. @type {Piece[]} */
  pieces = [];

  /**
   * @param {Text} node
   * @param {MarkRenderer} maker
   */
  constructor(node, maker) {
    this.node = node;
    this.data = node.data;
    this.maker = maker;
  }

  /** Cuts the node at its names. */
  apply() {
    const { node, data, cuts } = this;
    cuts.sort((a, b) => a.start - b.start);
    const selection = keepSelection(node, (offset) => this.point(offset));
    const after = node.ownerDocument.createDocumentFragment();
    this.pieces = [{ text: node, start: 0 }];
    cuts.forEach(({ start, end, item }, index) => {
      const mark = document.createElement("news-gloss-mark");
      this.#append(mark, start, end, mark);
      after.append(mark);
      this.maker.made(item, mark);
      const next = cuts[index + 1]?.start ?? data.length;
      if (next > end) this.#append(after, end, next);
    });
    node.data = data.slice(0, cuts[0].start);
    node.parentNode?.insertBefore(after, node.nextSibling);
    selection?.();
  }

  /**
   * @param {Node} parent
   * @param {number} start
   * @param {number} end
   * @param {HTMLElement} [mark]
   */
  #append(parent, start, end, mark) {
    const text = document.createTextNode(this.data.slice(start, end));
    parent.appendChild(text);
    this.pieces.push({ text, start, mark });
  }

  /** Makes the node whole again. What the page itself has changed meanwhile is left as the page wants it. */
  mend() {
    const { node, data, pieces } = this;
    if (!pieces.length) return;
    const expected = data.slice(0, this.cuts[0].start);
    const untouched = pieces.every(({ text, start }, index) =>
      index ? text.data === data.slice(start, pieces[index + 1]?.start) : text.data === expected,
    );
    const selection = keepSelection(pieces, (offset) => ({ node, offset }));
    if (untouched) {
      for (const { text, mark } of pieces.slice(1)) (mark ?? text).remove();
      node.data = data;
      selection?.();
    } else if (node.data !== expected) {
      // The page has given the node new words: ours are stale.
      for (const { text, mark } of pieces.slice(1)) (mark ?? text).remove();
    } else {
      // Somebody has written into our pieces: no word may be lost.
      for (const { mark } of pieces) mark?.replaceWith(...mark.childNodes);
    }
    for (const { mark } of pieces) if (mark) this.maker.unmade(mark);
    this.pieces = [];
  }

  /**
   * Where a place in the data is now.
   * @param {number} offset
   * @param {boolean} [atEnd] prefers the end of a piece to the start of the next
   * @returns {Point}
   */
  point(offset, atEnd = false) {
    let found = this.pieces[0] ?? { text: this.node, start: 0 };
    for (const piece of this.pieces) if (atEnd ? piece.start < offset : piece.start <= offset) found = piece;
    return { node: found.text, offset: Math.min(offset - found.start, found.text.length) };
  }
}

/** @implements {Renderer} */
export class MarkRenderer {
  name = /** @type {const} */ ("mark");
  /** @type {Map<Text, Cutting>} */
  #cuttings = new Map();
  /** @type {Map<Item, Set<HTMLElement>>} */
  #marks = new Map();
  /** @type {WeakMap<Node, Item>} */
  #items = new WeakMap();
  /** @type {Item[]} */
  #lit = [];

  /** @param {Canvas} canvas */
  constructor(canvas) {
    this.canvas = canvas;
  }

  /** @param {Item[]} items */
  add(items) {
    /** @type {Map<Text, Cut[]>} */
    const cuts = new Map();
    for (const item of items) {
      const { from, to, part } = item;
      if (this.#marks.has(item)) {
        this.#paint(item, this.#lit.includes(item));
        continue;
      }
      this.#marks.set(item, new Set());
      for (const node of from.node === to.node ? [from.node] : part.nodesBetween(from.node, to.node)) {
        const cut = { start: node === from.node ? from.offset : 0, end: node === to.node ? to.offset : Infinity, item };
        const others = cuts.get(node);
        if (others) others.push(cut);
        else cuts.set(node, [cut]);
      }
    }
    // All that is asked of the page is asked first: after each change the answer would cost it a layout.
    const wrapped = [...cuts].filter(([node]) => this.#cuttings.has(node) || mayWrap(node));
    this.#change(() => wrapped.forEach(([node, list]) => this.#cut(node, list)));
  }

  /**
   * Changes text nodes, many at a time, and keeps the reader's selection.
   * @param {() => void} change
   */
  #change(change) {
    this.canvas.quietly(() => {
      selected = readSelection();
      change();
    });
  }

  /**
   * @param {Text} node
   * @param {Cut[]} cuts
   */
  #cut(node, cuts) {
    let cutting = this.#cuttings.get(node);
    cutting?.mend();
    if (!cutting) this.#cuttings.set(node, (cutting = new Cutting(node, this)));
    for (const cut of cuts) cutting.cuts.push({ ...cut, end: Math.min(cut.end, cutting.data.length) });
    cutting.apply();
  }

  /**
   * Told of a mark that is made for a name.
   * @param {Item} item
   * @param {HTMLElement} mark
   */
  made(item, mark) {
    this.#items.set(mark, item);
    this.#marks.get(item)?.add(mark);
    mark.className = styleName(this.canvas.tone, item, this.#lit.includes(item));
  }

  /**
   * Told of a mark that is taken away.
   * @param {HTMLElement} mark
   */
  unmade(mark) {
    const item = this.#items.get(mark);
    if (item) this.#marks.get(item)?.delete(mark);
  }

  /**
   * @param {Item} item
   * @param {boolean} lit
   */
  #paint(item, lit) {
    const name = styleName(this.canvas.tone, item, lit);
    this.canvas.quietly(() => {
      for (const mark of this.#marks.get(item) ?? []) mark.className = name;
    });
  }

  /** @param {Iterable<Item>} items */
  remove(items) {
    const gone = new Set(items);
    /** @type {Set<Cutting>} */
    const touched = new Set();
    for (const item of gone) this.#marks.delete(item);
    for (const cutting of this.#cuttings.values())
      if (cutting.cuts.some((cut) => gone.has(cut.item))) touched.add(cutting);
    this.#change(() => {
      for (const cutting of touched) {
        cutting.mend();
        cutting.cuts = cutting.cuts.filter((cut) => !gone.has(cut.item));
        if (cutting.cuts.length && cutting.node.data === cutting.data) cutting.apply();
        else this.#cuttings.delete(cutting.node);
      }
    });
  }

  /** @param {Item[]} items */
  light(items) {
    const before = this.#lit;
    this.#lit = items;
    for (const item of before) if (!items.includes(item)) this.#paint(item, false);
    for (const item of items) this.#paint(item, true);
  }

  /**
   * @param {number} _x
   * @param {number} _y
   * @param {EventTarget} [target]
   */
  at(_x, _y, target) {
    const mark = target instanceof Element ? target.closest("news-gloss-mark") : null;
    return mark ? this.#items.get(mark) : undefined;
  }

  /**
   * @param {Point} from
   * @param {Point} to
   */
  range(from, to) {
    const start = this.#cuttings.get(from.node)?.point(from.offset) ?? from;
    const end = this.#cuttings.get(to.node)?.point(to.offset, true) ?? to;
    return new StaticRange({
      startContainer: start.node,
      startOffset: start.offset,
      endContainer: end.node,
      endOffset: end.offset,
    });
  }

  destroy() {
    this.#change(() => {
      for (const cutting of this.#cuttings.values()) cutting.mend();
    });
    this.#cuttings.clear();
    this.#marks.clear();
  }
}

/**
 * Whether an element may stand in the place of a text: not among the children of a flex or grid box, where each would become a
 * box of its own.
 * @param {Text} node
 */
function mayWrap(node) {
  const parent = node.parentElement;
  return !!parent && !/flex|grid/.test(getComputedStyle(parent).display);
}

/** @typedef {{ anchorNode: Node, anchorOffset: number, focusNode: Node, focusOffset: number }} Selected */

/** The reader's selection when the change that is under way began, or as it was restored since. @type {Selected | undefined} */
let selected;

/** Asked once for many changes: the browser lays the page out to answer. */
function readSelection() {
  const selection = getSelection();
  if (!selection?.rangeCount) return undefined;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  return anchorNode && focusNode ? { anchorNode, anchorOffset, focusNode, focusOffset } : undefined;
}

/**
 * Remembers where the reader's selection begins and ends in nodes that are about to change.
 * @param {Text | Piece[]} nodes
 * @param {(offset: number) => Point} place where a place in the whole data is after the change
 * @returns {(() => void) | undefined} restores the selection; nothing when it is elsewhere
 */
function keepSelection(nodes, place) {
  if (!selected) return undefined;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selected;
  const pieces = Array.isArray(nodes) ? nodes : [{ text: nodes, start: 0 }];
  /** @param {Node} node @param {number} offset */
  const inData = (node, offset) => {
    const piece = pieces.find(({ text }) => text === node);
    return piece && piece.start + offset;
  };
  const anchor = inData(anchorNode, anchorOffset);
  const focus = inData(focusNode, focusOffset);
  if (anchor === undefined && focus === undefined) return undefined;
  return () => {
    const start = anchor === undefined ? { node: anchorNode, offset: anchorOffset } : place(anchor);
    const end = focus === undefined ? { node: focusNode, offset: focusOffset } : place(focus);
    getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
    selected = { anchorNode: start.node, anchorOffset: start.offset, focusNode: end.node, focusOffset: end.offset };
  };
}
