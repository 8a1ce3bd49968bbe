// What a site may choose. Options are a stranger's object: each is read once and checked.

import { KIND_OF } from "./kinds.js";

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
 * @property {string | undefined} lang
 * @property {number} minScore
 * @property {"auto" | "highlight" | "mark"} renderer
 * @property {boolean} panel
 * @property {URL | Knowledge | undefined} knowledge
 * @property {"auto" | "light" | "dark"} theme
 */

/** @param {string} message */
const refuse = (message) => new TypeError(`newsgloss: ${message}`);

/**
 * @param {unknown} options
 * @returns {Settings}
 * @throws {TypeError} names the option that cannot be used
 */
export function readOptions(options) {
  if (options === undefined || options === null) options = {};
  if (typeof options !== "object") throw refuse("options must be an object");
  const given = /** @type {Record<string, any>} */ (options);
  /** @param {string} name */
  const read = (name) => {
    try {
      return given[name] ?? undefined;
    } catch {
      throw refuse(`options.${name} could not be read`);
    }
  };
  /**
   * @template {string} T
   * @param {string} name
   * @param {readonly T[]} values
   * @returns {T}
   */
  const choice = (name, values) => {
    const value = read(name) ?? values[0];
    if (!values.includes(value)) throw refuse(`options.${name} must be one of ${values.join(", ")}`);
    return value;
  };
  /**
   * @template T
   * @param {string} name
   * @param {T} otherwise
   * @param {(value: any) => boolean} isRight
   * @param {string} what
   * @returns {T}
   */
  const value = (name, otherwise, isRight, what) => {
    const found = read(name) ?? otherwise;
    if (found !== otherwise && !isRight(found)) throw refuse(`options.${name} must be ${what}`);
    return found;
  };
  /** @type {EntityType[]} */
  const types = value("types", [], areTypes, `an array of ${Object.keys(KIND_OF)}`);
  const published = read("published");
  return {
    types: [...new Set(types)].join(),
    published: published === undefined ? "" : readDay(published),
    lang: value("lang", undefined, (lang) => typeof lang === "string", "a language tag"),
    minScore: value("minScore", 0, (score) => score >= 0 && score <= 1, "a number from 0 to 1"),
    renderer: choice("renderer", /** @type {const} */ (["auto", "highlight", "mark"])),
    panel: value("panel", true, (panel) => typeof panel === "boolean", "true or false"),
    knowledge: readKnowledge(read("knowledge")),
    theme: choice("theme", /** @type {const} */ (["auto", "light", "dark"])),
  };
}

/** @param {unknown} types */
const areTypes = (types) =>
  Array.isArray(types) && types.length < 1000 && types.every((type) => Object.hasOwn(KIND_OF, type));

/**
 * @param {unknown} published
 * @returns {string} `YYYY-MM-DD`
 */
function readDay(published) {
  const date = published instanceof Date ? published : undefined;
  // The day where the reader is, not where the sun rises.
  const moved = date && new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  const day = dayOf(moved ? (Number.isNaN(moved.getTime()) ? "" : moved.toISOString()) : published);
  if (!day) throw refuse("options.published must be a Date, or begin with YYYY-MM-DD");
  return day;
}

/**
 * The day at the start of a string, if it is one of the calendar.
 * @param {unknown} text
 * @returns {string | undefined} `YYYY-MM-DD`
 */
export function dayOf(text) {
  const day = typeof text === "string" ? /^\s*(\d{4}-\d\d-\d\d)(?!\d)/.exec(text.slice(0, 40))?.[1] : undefined;
  return day && new Date(`${day}T00Z`).getUTCDate() === Number(day.slice(8)) ? day : undefined;
}

/**
 * @param {unknown} value
 * @returns {URL | Knowledge | undefined}
 */
function readKnowledge(value) {
  if (value === undefined) return undefined;
  if (typeof value === "string" || value instanceof URL) {
    const url = safeUrl(String(value));
    if (!url) throw refuse("options.knowledge must be an http or https URL");
    return new URL(url);
  }
  return cleanKnowledge(value);
}

/** The most entries that are taken of a knowledge file. */
const MOST_ENTRIES = 100_000;

/**
 * A copy that holds only what the format knows, each of its type; entries without a name are left out.
 * @param {unknown} value
 * @returns {Knowledge}
 * @throws {TypeError} when it is no knowledge at all
 */
export function cleanKnowledge(value) {
  try {
    const entries = /** @type {{ entries?: unknown }} */ (value).entries;
    if (!Array.isArray(entries)) throw 0;
    return {
      entries: entries
        .slice(0, MOST_ENTRIES)
        .map(cleanEntry)
        .filter((entry) => entry !== undefined),
    };
  } catch {
    throw refuse('knowledge must look like {"entries": [{"name": "…"}]}');
  }
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
  if (typeof type === "string") clean.type = /** @type {EntityType} */ (type);
  if (typeof description === "string") clean.description = description;
  if (typeof url === "string" && safeUrl(url)) clean.url = url;
  if (typeof wikidata === "string" && /^Q\d{1,12}$/.test(wikidata)) clean.wikidata = wikidata;
  if (Number.isInteger(year) && Math.abs(year) < 10_000) clean.year = year;
  return clean;
}

/**
 * The address as a whole, if it leads to a web page: no script, no data.
 * @param {string} url
 */
export function safeUrl(url) {
  try {
    const whole = new URL(url, document.baseURI);
    return /^https?:$/.test(whole.protocol) ? whole.href : undefined;
  } catch {
    return undefined;
  }
}
