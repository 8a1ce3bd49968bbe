// Whether the page is light or dark where the article stands: the page decides, not only the system.

/** @typedef {"light" | "dark"} Tone */

/**
 * @param {Element} element
 * @returns {Tone}
 */
export function toneOf(element) {
  for (let at = /** @type {Element | null} */ (element); at; at = parentOf(at)) {
    const { light, opacity } = lightness(getComputedStyle(at).backgroundColor);
    if (opacity > 0.5) return light < 0.5 ? "dark" : "light";
  }
  // No background of the page's own: the canvas is the browser's, dark where the page agrees to that, and the ink
  // shows it.
  return lightness(getComputedStyle(element).color).light > 0.55 ? "dark" : "light";
}

/** @param {Element} element */
function parentOf(element) {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/**
 * Lightness from 0 to 1 and opacity of a computed colour. `oklch()` and its like begin with their lightness; of
 * `color()`, the first channel will do.
 * @param {string} colour
 */
function lightness(colour) {
  const [first = 0, second = 0, third = 0, fourth] = (colour.match(/(?<![\w-])[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  if (colour.startsWith("rgb"))
    return { light: (first * 0.3 + second * 0.59 + third * 0.11) / 255, opacity: fourth ?? 1 };
  const scale = /^(lab|lch)/.test(colour) ? 100 : 1;
  return { light: first / scale, opacity: colour.includes("/") ? (fourth ?? 1) : 1 };
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
