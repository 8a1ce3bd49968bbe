// Where a card goes: beside its name, never out of the window.

import { contains } from "./geometry.js";

/** The least distance from the window's edges, and that from the name, in pixels. */
const MARGIN = 8;
const GAP = 5;

/** The window, as the reader sees it now: zoomed in or with a keyboard over it, less than the page is laid out for. */
function view() {
  const { visualViewport: seen } = window;
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  if (!seen) return { x: 0, y: 0, width, height };
  return { x: seen.offsetLeft, y: seen.offsetTop, width: Math.min(seen.width, width), height: seen.height };
}

/**
 * The start of a box on one axis that lies where it is wanted, or as near to it as the window allows. A box larger than
 * the window begins at the window's start, so that its first words can be read.
 * @param {number} wanted
 * @param {number} size
 * @param {number} start of the window
 * @param {number} length
 */
const within = (wanted, size, start, length) =>
  Math.round(Math.max(start + MARGIN, Math.min(wanted, start + length - MARGIN - size)));

/**
 * Moves a fixed element beside an anchor: below it, or above where there is more room.
 * @param {DOMRect[]} lines the lines of the anchor; of a name that runs over two, the one under the pointer counts
 * @param {HTMLElement} floating
 * @param {{ x?: number, y?: number }} pointer
 * @param {"start" | "end"} side the side of the anchor, in a left-to-right window, from which the element hangs
 */
export function place(lines, floating, { x: left = -1, y: top = -1 }, side) {
  const anchor = lines.find((line) => contains([line], left, top)) ?? lines[0];
  const { x, y, width, height } = view();
  const { offsetWidth, offsetHeight } = floating;
  const above = anchor.top - y;
  const below = y + height - anchor.bottom;
  const isBelow = offsetHeight + GAP + MARGIN <= below || below > above;
  const across = within(side === "end" ? anchor.right - offsetWidth : anchor.left, offsetWidth, x, width);
  const down = within(isBelow ? anchor.bottom + GAP : anchor.top - GAP - offsetHeight, offsetHeight, y, height);
  floating.style.transform = `translate(${across}px, ${down}px)`;
}
