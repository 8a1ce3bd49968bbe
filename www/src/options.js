// What a site may choose. Options are a stranger's object: each is read once and checked.

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
 * @typedef {object} Settings
 * @property {EntityType[] | undefined} types
 * @property {string | Date | undefined} published
 * @property {string | undefined} lang
 * @property {number | undefined} minScore
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
 * @throws {TypeError} names the option that cannot be used. `types`, `published` and `minScore` are checked by the
 *   reader, once it is there.
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
  const panel = read("panel") ?? true;
  if (typeof panel !== "boolean") throw refuse("options.panel must be true or false");
  const lang = read("lang");
  if (lang !== undefined && typeof lang !== "string") throw refuse("options.lang must be a language tag");
  return {
    types: read("types"),
    published: read("published"),
    lang,
    minScore: read("minScore"),
    renderer: choice("renderer", /** @type {const} */ (["auto", "highlight", "mark"])),
    panel,
    knowledge: readKnowledge(read("knowledge")),
    theme: choice("theme", /** @type {const} */ (["auto", "light", "dark"])),
  };
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
