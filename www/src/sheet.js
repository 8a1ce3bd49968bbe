// The look of names in the text. One style sheet for both renderers, adopted by the document, or by the shadow root that
// the article is in: no element of the page is touched, and a strict content policy has nothing to say.

import { COLOURS, KINDS } from "./kinds.js";
import { FAINT } from "./story.js";

/** @typedef {import("./story.js").Item} Item */
/** @typedef {"light" | "dark"} Tone */

/** How strong the line is: of the first mention of a thing, of later ones, of what is not sure, and under the pointer. */
const STRENGTHS = { first: 85, later: 55, faint: 30, lit: 100 };

/** @typedef {keyof typeof STRENGTHS} Strength */

/**
 * The name of the highlight, or the class of the mark, for a mention.
 * @param {Tone} tone
 * @param {Item} item
 * @param {boolean} [lit]
 */
export function styleName(tone, { kind, first, mention }, lit = false) {
  const strength = lit ? "lit" : mention.score < FAINT ? "faint" : first ? "first" : "later";
  return `news-gloss-${tone}-${kind}-${strength}`;
}

/**
 * The name of the highlight for what others say, while one speaker's words are lifted.
 * @param {Tone} tone
 */
export const restName = (tone) => `news-gloss-${tone}-rest`;

/**
 * @param {Tone} tone
 * @param {import("./kinds.js").Kind} kind
 */
export const colour = (tone, kind) => `var(--news-gloss-${kind}, ${COLOURS[tone][kind]})`;

/**
 * @param {Tone} tone
 * @param {import("./kinds.js").Kind} kind
 * @param {Strength} strength
 */
function rules(tone, kind, strength) {
  const name = `news-gloss-${tone}-${kind}-${strength}`;
  const full = colour(tone, kind);
  /** @param {number} share */
  const mixed = (share) => `color-mix(in srgb, ${full} ${share}%, transparent)`;
  const line = `underline ${kind === "figure" ? "dotted" : "solid"} ${mixed(STRENGTHS[strength])} 1px`;
  const tint = strength === "lit" ? `background-color: ${mixed(8)} !important` : "";
  // A mark is an element of the page, where the page's own rules would otherwise reach it.
  const look = `text-decoration: ${line} !important; text-underline-offset: 0.18em !important; ${tint}`;
  return `::highlight(${name}) { ${look} } news-gloss-mark.${name} { ${look} }`;
}

function sheetText() {
  const tones = /** @type {Tone[]} */ (["light", "dark"]);
  const strengths = /** @type {Strength[]} */ (Object.keys(STRENGTHS));
  const drawn = tones.flatMap((tone) =>
    KINDS.flatMap((kind) => strengths.map((strength) => rules(tone, kind, strength))),
  );
  // On paper there is nothing but the article. A mark is only ever a line under a name: the page's rules for
  // elements in general (`* { all: unset }`, `article > * { margin: 1em }`) must not make more of it.
  return `
news-gloss-mark { all: unset !important; display: inline !important; text-decoration-skip-ink: auto !important; }
news-gloss-mark::before, news-gloss-mark::after { content: none !important; }
@media screen { ${drawn.join("")}
::highlight(${restName("light")}) { color: rgb(0 0 0 / 60%); }
::highlight(${restName("dark")}) { color: rgb(255 255 255 / 60%); }
}`;
}

/** @type {CSSStyleSheet | undefined} */
let sheet;
/** How many articles use the sheet in each document or shadow root. @type {WeakMap<DocumentOrShadowRoot, number>} */
const users = new WeakMap();

/**
 * Puts the sheet into a document or shadow root.
 * @param {DocumentOrShadowRoot} scope
 * @returns {() => void} takes it out again, when nobody else there needs it
 */
export function adoptSheet(scope) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(sheetText());
  }
  const mine = sheet;
  users.set(scope, (users.get(scope) ?? 0) + 1);
  if (!scope.adoptedStyleSheets.includes(mine)) scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, mine];
  return () => {
    const left = (users.get(scope) ?? 1) - 1;
    users.set(scope, left);
    if (!left) scope.adoptedStyleSheets = scope.adoptedStyleSheets.filter((other) => other !== mine);
  };
}
