// newsgloss: `annotate`, and the element <news-gloss>.

import { NewsGloss } from "./element.js";
import { load } from "./load.js";

export { annotate, Notes } from "./notes.js";
export { NewsGloss };

/** @typedef {import("./options.js").AnnotateOptions} AnnotateOptions */
/** @typedef {import("../pkg/newsgloss.js").Annotations} Annotations */
/** @typedef {import("../pkg/newsgloss.js").TextOptions} TextOptions */

/**
 * Annotates a text that is in no page.
 * @param {string} text
 * @param {TextOptions} [options]
 * @returns {Promise<Annotations>} positions in UTF-16 code units
 * @throws {TypeError} when the text is no string, or an option cannot be used
 */
export async function annotateText(text, options) {
  const reader = await load();
  return reader.annotateText(text, options);
}

// Two copies on one page must not quarrel.
if (!customElements.get("news-gloss")) customElements.define("news-gloss", NewsGloss);
