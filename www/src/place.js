// Where a card goes: beside its name, never out of the window. The reckoning is Floating UI's; as cards are in the top
// layer and fixed, the window is all that it has to know of the page.

import { computePosition, flip, inline, offset, shift } from "@floating-ui/core";

const MARGIN = 8;

/**
 * @typedef {object} Anchor
 * @property {() => DOMRect} getBoundingClientRect
 * @property {() => DOMRect[]} getClientRects one a line
 */

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
    const { x, y, width, height } = reference.getBoundingClientRect();
    return {
      reference: { x, y, width, height },
      floating: { x: 0, y: 0, width: floating.offsetWidth, height: floating.offsetHeight },
    };
  },
  getDimensions: (element) => ({ width: element.offsetWidth, height: element.offsetHeight }),
  getClippingRect: view,
  getClientRects: (/** @type {Anchor} */ anchor) => anchor.getClientRects(),
  isRTL: (/** @type {Element} */ element) => getComputedStyle(element).direction === "rtl",
};

/**
 * Moves a fixed element beside an anchor.
 * @param {Anchor} anchor
 * @param {HTMLElement} floating
 * @param {{ x?: number, y?: number }} pointer picks the line of a name that runs over two
 * @param {"bottom-start" | "bottom-end" | "top-start"} placement
 */
export async function place(anchor, floating, pointer, placement) {
  const { x, y } = await computePosition(anchor, floating, {
    platform,
    placement,
    strategy: "fixed",
    middleware: [inline(pointer), offset(6), flip({ padding: MARGIN }), shift({ padding: MARGIN, crossAxis: true })],
  });
  floating.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
}
