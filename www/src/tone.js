// Whether the page is light or dark where the article stands: the page decides, not only the system.

/** @typedef {"light" | "dark"} Tone */

/**
 * @param {Element} element
 * @returns {Tone}
 */
export function toneOf(element) {
  for (let at = /** @type {Element | null} */ (element); at; at = parentOf(at)) {
    const [red, green, blue, alpha] = channels(getComputedStyle(at).backgroundColor);
    if (alpha > 0.5) return red * 0.299 + green * 0.587 + blue * 0.114 < 128 ? "dark" : "light";
  }
  // No background of the page's own: the canvas is the browser's, dark where the page agrees to that, and the ink
  // shows it.
  const [red, green, blue] = channels(getComputedStyle(element).color);
  return red * 0.299 + green * 0.587 + blue * 0.114 > 140 ? "dark" : "light";
}

/** @param {Element} element */
function parentOf(element) {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/**
 * Red, green and blue up to 255, and opacity up to 1, of a computed colour in whatever notation.
 * @param {string} colour
 * @returns {number[]}
 */
function channels(colour) {
  const numbers = (colour.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  const [red = 0, green = 0, blue = 0] = colour.startsWith("rgb") ? numbers : painted(colour);
  const opaque = colour.startsWith("rgb") || colour.includes("/") ? numbers[3] : 1;
  return [red, green, blue, opaque ?? 1];
}

/**
 * The same colour as a pixel: for `oklch()`, `color()` and others.
 * @param {string} colour
 */
function painted(colour) {
  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (!pen) return [];
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  return [...pen.getImageData(0, 0, 1, 1).data];
}

/**
 * Calls `look` when the page may have changed from light to dark or back.
 * @param {() => void} look
 * @returns {() => void} stops
 */
export function watchTone(look) {
  const query = matchMedia("(prefers-color-scheme: dark)");
  const observer = new MutationObserver(look);
  query.addEventListener("change", look);
  for (const element of [document.documentElement, document.body]) observer.observe(element, { attributes: true });
  return () => {
    query.removeEventListener("change", look);
    observer.disconnect();
  };
}
