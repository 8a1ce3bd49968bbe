// Rectangles of the window.

/**
 * The rectangles of a range of the page, one or more a line; those without a size are left out.
 * @param {AbstractRange} place
 * @returns {DOMRect[]}
 */
export function rectsOf(place) {
  const range = document.createRange();
  try {
    range.setStart(place.startContainer, place.startOffset);
    range.setEnd(place.endContainer, place.endOffset);
  } catch {
    // The page has cut its text meanwhile.
    return [];
  }
  return [...range.getClientRects()].filter(({ width, height }) => width && height);
}

/**
 * @param {DOMRect[]} rects
 * @param {number} x
 * @param {number} y
 */
export const contains = (rects, x, y) =>
  rects.some(({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom);

/**
 * The smallest rectangle around others.
 * @param {DOMRect[]} rects
 */
export function around(rects) {
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}
