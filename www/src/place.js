// Where a card goes: beside its name, never out of the window. The reckoning is Floating UI's; as cards are in the top
// layer and fixed, the window is all that it has to know of the page.

import { computePosition, shift } from "@floating-ui/core";
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

/** @type {import("@floating-ui/core").Platform} */
const platform = {
  getElementRects: ({ reference, floating }) => {
    const { x, y, width, height } = /** @type {DOMRect} */ (reference);
    return {
      reference: { x, y: y - GAP, width, height: height + 2 * GAP },
      floating: { x: 0, y: 0, width: floating.offsetWidth, height: floating.offsetHeight },
    };
  },
  getDimensions: (element) => ({ width: element.offsetWidth, height: element.offsetHeight }),
  getClippingRect: view,
  isRTL: (/** @type {Element} */ element) => getComputedStyle(element).direction === "rtl",
};

/**
 * Moves a fixed element beside an anchor: below it, or above where there is more room.
 * @param {DOMRect[]} lines the lines of the anchor; of a name that runs over two, the one under the pointer counts
 * @param {HTMLElement} floating
 * @param {{ x?: number, y?: number }} pointer
 * @param {"start" | "end"} side
 */
export async function place(lines, floating, { x: left = -1, y: top = -1 }, side) {
  const anchor = lines.find((line) => contains([line], left, top)) ?? lines[0];
  const { y: ceiling, height } = view();
  const above = anchor.top - ceiling;
  const below = height - above - anchor.height;
  const fits = floating.offsetHeight + GAP + MARGIN <= below;
  const { x, y } = await computePosition(anchor, floating, {
    platform,
    placement: `${fits || below > above ? "bottom" : "top"}-${side}`,
    strategy: "fixed",
    middleware: [shift({ padding: MARGIN, crossAxis: true })],
  });
  floating.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
}
