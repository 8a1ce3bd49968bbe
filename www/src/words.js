// The words of the interface. All of them are in one table, words.json, by language; a translation is one more language there,
// and what it leaves out is said in English.
//
// `{n}` stands for a number or a name. Where a language has several plural forms, the words are a table by
// `Intl.PluralRules` category, of which `other` must be there.

/** @typedef {keyof typeof import("./words.json")["en"]} Word */
/** @typedef {string | { other: string, [category: string]: string }} Phrase */
/** @typedef {Partial<Record<Word, Phrase>>} Table */
/** @typedef {Record<string, Table> & { en: Record<Word, Phrase> }} Tables */

/** The interface in one language. */
export class Words {
  /**
   * @param {string} lang a language tag
   * @param {Record<Word, Phrase>} table
   */
  constructor(lang, table) {
    this.lang = lang;
    this.table = table;
    this.dir = /^(ar|fa|he|ur)\b/.test(lang) ? "rtl" : "ltr";
    this.plural = new Intl.PluralRules(lang);
    this.number = new Intl.NumberFormat(lang);
  }

  /**
   * @param {Word} word
   * @param {number | string} [n] what `{n}` stands for
   */
  say(word, n = "") {
    const phrase = this.table[word];
    const isNumber = typeof n === "number";
    const form = typeof phrase === "string" ? phrase : (isNumber && phrase[this.plural.select(n)]) || phrase.other;
    return form.replace("{n}", () => (isNumber ? this.number.format(n) : n));
  }
}

/** @type {Promise<Tables> | undefined} */
let tables;

/**
 * The words of a language; English where there are none.
 * @param {string} lang a language tag
 */
export async function wordsFor(lang) {
  tables ??= fetch(new URL("words.json", import.meta.url)).then((response) => response.json());
  const { en, ...others } = await tables;
  const base = lang.split("-")[0].toLowerCase();
  const isOther = Object.hasOwn(others, base);
  const table = /** @type {Record<Word, Phrase>} */ ({ ...en, ...(isOther && others[base]) });
  return new Words(isOther || base === "en" ? lang : "en", table);
}

/**
 * The language of an article, as the page says it.
 * @param {Element | ShadowRoot} root
 */
export function langOf(root) {
  const element = root instanceof ShadowRoot ? root.host : root;
  return element.closest("[lang]")?.getAttribute("lang") ?? "en";
}
