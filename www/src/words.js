// All words of the interface. The other languages are in words.json, which readers of English need not load; to add one,
// add a table there. What it leaves out is said in English.
//
// `{n}` stands for a number. Where a language has several plural forms, the words are a table by
// `Intl.PluralRules` category, of which `other` must be there.

/** @typedef {import("../pkg/newsgloss.js").EntityType} EntityType */
/** @typedef {string | { other: string, [category: string]: string }} Phrase */

const en = {
  person: "Person",
  organization: "Organisation",
  place: "Place",
  group: "Group",
  event: "Event",
  product: "Product",
  work: "Work",
  law: "Law",
  date: "Date",
  money: "Sum of money",
  percent: "Percentage",
  quantity: "Quantity",
  "kind.person": "People",
  "kind.organization": "Organisations",
  "kind.place": "Places and groups",
  "kind.event": "Events, works, laws",
  "kind.product": "Products",
  "kind.figure": "Dates and figures",
  letters: "POLEXD",
  story: "In this story",
  names: "Names in this article",
  keys: "Arrow keys go from name to name",
  people: "People",
  organizations: "Organisations",
  places: "Places",
  said: "Who said what",
  marked: "Marked in the text",
  close: "Close",
  here: "from this article",
  known: "from the site’s notes",
  also: "Also",
  mentioned: /** @type {Phrase} */ ({ one: "Mentioned once", other: "Mentioned {n} times" }),
  previous: "Previous mention",
  next: "Next mention",
  says: "Says",
  more: "{n} more",
  quotes: /** @type {Phrase} */ ({ one: "{n} quote", other: "{n} quotes" }),
  unnamed: "unnamed: {n}",
  nobody: "unnamed source",
  before: "{n} before publication",
  after: "{n} after publication",
  today: "the day of publication",
  about: "More about this",
  quote: "Quote",
  sure: "speaker is clear",
  likely: "speaker is likely",
  unsure: "speaker is uncertain",
};

/** @typedef {keyof typeof en} Word */

/** @typedef {Partial<Record<Word, Phrase>>} Table */

/** The interface in one language. */
export class Words {
  /**
   * @param {string} lang a language tag
   * @param {Table} table
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
  say(word, n) {
    const phrase = this.table[word] ?? en[word];
    const form =
      typeof phrase === "string" ? phrase : (typeof n === "number" && phrase[this.plural.select(n)]) || phrase.other;
    return n === undefined ? form : form.replace("{n}", () => (typeof n === "number" ? this.number.format(n) : n));
  }
}

/** @type {Promise<Record<string, Table>> | undefined} */
let others;

/**
 * The words of a language; English where there are none.
 * @param {string} lang a language tag
 */
export async function wordsFor(lang) {
  const base = lang.split("-")[0].toLowerCase();
  if (base !== "en") {
    try {
      others ??= fetch(new URL("words.json", import.meta.url)).then((response) => response.json());
      const tables = await others;
      if (Object.hasOwn(tables, base)) return new Words(lang, tables[base]);
    } catch {
      // The article can be read with English words around it.
    }
  }
  return new Words(base === "en" ? lang : "en", en);
}

/**
 * The language of an article, as the page says it.
 * @param {Element | ShadowRoot} root
 */
export function langOf(root) {
  const element = root instanceof ShadowRoot ? root.host : root;
  const tag = element.closest("[lang]")?.getAttribute("lang") || document.documentElement.lang;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? "en";
  } catch {
    return "en";
  }
}
