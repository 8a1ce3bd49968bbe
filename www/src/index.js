// newsgloss: `annotate`, and the element <news-gloss>.

import { NewsGloss } from "./element.js";
import { load } from "./load.js";
import { readOptions } from "./options.js";
import { startJob } from "./read.js";

export { annotate, Notes } from "./notes.js";
export { NewsGloss };

/** @typedef {import("./options.js").AnnotateOptions} AnnotateOptions */
/** @typedef {import("../pkg/newsgloss.js").Annotations} Annotations */
/** @typedef {import("../pkg/newsgloss.js").TextOptions} TextOptions */

/** The longest text that is taken, in code units: more would not fit the memory of a page. */
const LONGEST = 2 ** 26;

/**
 * Annotates a text that is in no page.
 * @param {string} text
 * @param {TextOptions} [options]
 * @returns {Promise<Annotations>} positions in UTF-16 code units
 * @throws {TypeError} when the text is no string or too long, or an option cannot be used
 */
export async function annotateText(text, options) {
  if (typeof text !== "string" || text.length > LONGEST) {
    throw new TypeError("newsgloss: the text must be a string of at most 2^26 code units");
  }
  const settings = readOptions(options);
  return startJob(await load(), text, settings).finish();
}

// Two copies on one page must not quarrel.
if (!customElements.get("news-gloss")) customElements.define("news-gloss", NewsGloss);
