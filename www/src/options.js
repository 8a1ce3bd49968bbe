// What a site may choose. Options are a stranger's object: each is read once and checked.

import { KIND_OF } from "./kinds.js";
import { langOf } from "./words.js";

/** @typedef {import("../pkg/newsgloss.js").EntityType} EntityType */
/** @typedef {import("../pkg/newsgloss.js").KnowledgeEntry} KnowledgeEntry */
/** @typedef {import("../pkg/newsgloss.js").Knowledge} Knowledge */

/**
 * @typedef {object} AnnotateOptions
 * @property {EntityType[]} [types] the types to mark; all by default
 * @property {string | Date} [published] the day of publication; found in the page by default
 * @property {string} [lang] the language of the widget's own words; that of the article by default
 * @property {number} [minScore] leaves out what is less probable, from 0 (the default) to 1
 * @property {"auto" | "highlight" | "mark"} [renderer] how names are drawn; "auto" by default
 * @property {boolean} [panel] whether the button "In this story" stands at the article's head; it does by default
 * @property {string | URL | Knowledge} [knowledge] what the site knows of people and things: a JSON file or an object
 * @property {"auto" | "light" | "dark"} [theme] follows the page by default
 */

/**
 * @typedef {object} Settings options that have been checked
 * @property {string} types names parted by commas; none named is all of them
 * @property {string} published `YYYY-MM-DD`, or empty
 * @property {string} lang of the widget's own words
 * @property {number} minScore
 * @property {"auto" | "highlight" | "mark"} renderer
 * @property {boolean} panel
 * @property {URL | undefined} knowledge where there is more to know
 * @property {KnowledgeEntry[]} entries what the site knows
 * @property {import("../pkg/newsgloss.js").Facts} [facts] the same, in the reader
 * @property {"auto" | "light" | "dark"} theme
 */

/** @param {string} message */
const refuse = (message) => new TypeError(`newsgloss: ${message}`);

/**
 * @param {unknown} options
 * @param {Element | ShadowRoot} [root] the article
 * @returns {Settings}
 * @throws {TypeError} names the option that cannot be used
 */
export function readOptions(options, root) {
  const given = /** @type {Record<string, any>} */ (options ?? {});
  if (typeof given !== "object") throw refuse("options must be an object");
  /**
   * @template T
   * @param {string} name
   * @param {T} otherwise
   * @param {(value: any) => any} isRight
   * @param {string} what
   * @returns {T}
   */
  const read = (name, otherwise, isRight, what) => {
    let value;
    try {
      value = given[name] ?? otherwise;
      if (value === otherwise || isRight(value)) return value;
    } catch {
      // A getter that throws, or an object that cannot be looked at: it is not what we want.
    }
    throw refuse(`options.${name} must be ${what}`);
  };
  /**
   * @template {string} T
   * @param {string} name
   * @param {T[]} values
   */
  const choose = (name, ...values) => read(name, values[0], (value) => values.includes(value), `one of ${values}`);
  /** @type {any} */
  const knowledge = read("knowledge", undefined, readKnowledge, "an object with entries, or a web address");
  const known = knowledge && readKnowledge(knowledge);
  return {
    types: [...new Set(read("types", [], areTypes, `an array of these: ${Object.keys(KIND_OF)}`))].join(),
    published: readDay(read("published", "", readDay, "a Date, or begin with YYYY-MM-DD")),
    lang: read("lang", root ? langOf(root) : "", isTag, "a language tag"),
    minScore: read("minScore", 0, (score) => score >= 0 && score <= 1, "a number from 0 to 1"),
    renderer: choose("renderer", "auto", "highlight", "mark"),
    panel: read("panel", true, (panel) => panel === false, "true or false"),
    knowledge: known instanceof URL ? known : undefined,
    entries: Array.isArray(known) ? known : [],
    theme: choose("theme", "auto", "light", "dark"),
  };
}

/** @param {string} tag */
const isTag = (tag) => typeof tag === "string" && Intl.getCanonicalLocales(tag).length;

/** @param {unknown} types */
const areTypes = (types) =>
  Array.isArray(types) && types.length < 1000 && types.every((type) => Object.hasOwn(KIND_OF, type));

/**
 * @param {any} published a Date, whose day is that where the reader is, or a string
 * @returns {string} `YYYY-MM-DD`, or empty
 */
function readDay(published) {
  if (!(published instanceof Date)) return dayOf(published) ?? "";
  return new Date(published.getTime() - published.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/**
 * The day at the start of a string, if it is one of the calendar.
 * @param {unknown} text
 * @returns {string | undefined} `YYYY-MM-DD`
 */
export function dayOf(text) {
  const day = typeof text === "string" ? /^\s*(\d{4}-\d\d-\d\d)(?!\d)/.exec(text.slice(0, 40))?.[1] : undefined;
  return day && new Date(day).getUTCDate() === Number(day.slice(8)) ? day : undefined;
}

/**
 * @param {any} value
 * @returns {URL | KnowledgeEntry[]}
 */
function readKnowledge(value) {
  if (typeof value !== "string" && !(value instanceof URL)) return cleanKnowledge(value);
  const url = safeUrl(String(value));
  if (!url) throw 0;
  return new URL(url);
}

/** The most entries that are taken of a knowledge file. */
const MOST_ENTRIES = 100_000;

/**
 * A copy of a knowledge file's entries that holds only what the format knows, each of its type; entries without a name are
 * left out.
 * @param {any} value
 * @returns {KnowledgeEntry[]}
 */
export function cleanKnowledge({ entries }) {
  return entries.slice(0, MOST_ENTRIES).map(cleanEntry).filter(Boolean);
}

/**
 * @param {any} entry
 * @returns {KnowledgeEntry | undefined}
 */
function cleanEntry(entry) {
  const { name, aliases, type, description, url, wikidata, year } = entry ?? {};
  if (typeof name !== "string" || !name.trim()) return undefined;
  /** @type {KnowledgeEntry} */
  const clean = { name };
  if (Array.isArray(aliases)) clean.aliases = aliases.slice(0, 100).filter((alias) => typeof alias === "string");
  if (Object.hasOwn(KIND_OF, type)) clean.type = type;
  if (typeof description === "string") clean.description = description;
  if (typeof url === "string" && !/[\s\\]/.test(url) && safeUrl(url)) clean.url = url;
  if (typeof wikidata === "string" && /^Q\d{1,12}$/.test(wikidata)) clean.wikidata = wikidata;
  if (Number.isInteger(year) && Math.abs(year) < 10_000) clean.year = year;
  return clean;
}

/**
 * The address as a whole, if it leads to a web page: no script, no data.
 * @param {string | undefined} url
 */
export function safeUrl(url) {
  // An empty address would be the page's own.
  if (!url?.trim()) return undefined;
  try {
    const whole = new URL(url, document.baseURI);
    return /^https?:$/.test(whole.protocol) ? whole.href : undefined;
  } catch {
    return undefined;
  }
}
