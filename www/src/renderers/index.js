// Two ways to draw names, behind one interface.
//
// "highlight" (CSS Custom Highlight API) touches not one node of the page, so that React, Vue and hydration are safe; it is
// the default wherever the browser has it. "mark" wraps names in inline elements: the fallback, and for sites that want
// to style or script the elements themselves.

import { HighlightRenderer } from "./highlight.js";
import { MarkRenderer } from "./mark.js";

/** @typedef {import("../story.js").Item} Item */
/** @typedef {import("../story.js").Story} Story */
/** @typedef {import("../read.js").Point} Point */

/**
 * @typedef {object} Canvas what a renderer draws on
 * @property {Story} story
 * @property {"light" | "dark"} tone
 * @property {(change: () => void) => void} quietly makes a change of the page that must not count as the page's own
 */

/**
 * @typedef {object} Renderer
 * @property {"highlight" | "mark"} name
 * @property {(items: Item[]) => void} add draws names, or draws them anew; those of one text node best together
 * @property {(items: Iterable<Item>) => void} remove
 * @property {(items: Item[]) => void} light draws these names as lit, and no others
 * @property {(x: number, y: number, target: EventTarget | undefined) => Item | undefined} at the name at a place in the window
 * @property {(from: Point, to: Point) => AbstractRange & { startContainer: Node }} range where a place is in the page as drawn
 * @property {() => void} destroy leaves the page as it was found
 */

export const hasHighlights = () => typeof Highlight === "function" && !!CSS.highlights;

/**
 * @param {"auto" | "highlight" | "mark"} wanted
 * @param {Canvas} canvas
 * @returns {Renderer}
 */
export function createRenderer(wanted, canvas) {
  return hasHighlights() && wanted !== "mark" ? new HighlightRenderer(canvas) : new MarkRenderer(canvas);
}
