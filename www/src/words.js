// All words of the interface. To add a language, add a table; what it leaves out is said in English.
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

/** @type {Record<string, Partial<Record<Word, Phrase>>>} */
const TABLES = {
  en,
  fr: {
    person: "Personne",
    organization: "Organisation",
    place: "Lieu",
    group: "Groupe",
    event: "Événement",
    product: "Produit",
    work: "Œuvre",
    law: "Loi",
    date: "Date",
    money: "Montant",
    percent: "Pourcentage",
    quantity: "Quantité",
    "kind.person": "Personnes",
    "kind.organization": "Organisations",
    "kind.place": "Lieux et groupes",
    "kind.event": "Événements, œuvres, lois",
    "kind.product": "Produits",
    "kind.figure": "Dates et chiffres",
    letters: "POLEXD",
    story: "Dans cet article",
    names: "Noms dans cet article",
    keys: "Les flèches mènent d’un nom à l’autre",
    people: "Personnes",
    organizations: "Organisations",
    places: "Lieux",
    said: "Qui a dit quoi",
    marked: "Signalé dans le texte",
    close: "Fermer",
    here: "d’après cet article",
    known: "d’après les notes du site",
    also: "Aussi",
    mentioned: { one: "Mentionné une fois", other: "Mentionné {n} fois" },
    previous: "Mention précédente",
    next: "Mention suivante",
    says: "Dit",
    more: "{n} de plus",
    quotes: { one: "{n} citation", other: "{n} citations" },
    unnamed: "sans nom : {n}",
    nobody: "source sans nom",
    before: "{n} avant la publication",
    after: "{n} après la publication",
    today: "le jour de la publication",
    about: "En savoir plus",
    quote: "Citation",
    sure: "auteur certain",
    likely: "auteur probable",
    unsure: "auteur incertain",
  },
  es: {
    person: "Persona",
    organization: "Organización",
    place: "Lugar",
    group: "Grupo",
    event: "Acontecimiento",
    product: "Producto",
    work: "Obra",
    law: "Ley",
    date: "Fecha",
    money: "Importe",
    percent: "Porcentaje",
    quantity: "Cantidad",
    "kind.person": "Personas",
    "kind.organization": "Organizaciones",
    "kind.place": "Lugares y grupos",
    "kind.event": "Acontecimientos, obras, leyes",
    "kind.product": "Productos",
    "kind.figure": "Fechas y cifras",
    letters: "POLEXD",
    story: "En esta noticia",
    names: "Nombres en esta noticia",
    keys: "Las flechas llevan de un nombre a otro",
    people: "Personas",
    organizations: "Organizaciones",
    places: "Lugares",
    said: "Quién dijo qué",
    marked: "Señalado en el texto",
    close: "Cerrar",
    here: "según esta noticia",
    known: "según las notas del sitio",
    also: "También",
    mentioned: { one: "Mencionado una vez", other: "Mencionado {n} veces" },
    previous: "Mención anterior",
    next: "Mención siguiente",
    says: "Dice",
    more: "{n} más",
    quotes: { one: "{n} cita", other: "{n} citas" },
    unnamed: "sin nombre: {n}",
    nobody: "fuente sin nombre",
    before: "{n} antes de la publicación",
    after: "{n} después de la publicación",
    today: "el día de la publicación",
    about: "Más información",
    quote: "Cita",
    sure: "autor claro",
    likely: "autor probable",
    unsure: "autor incierto",
  },
  ar: {
    person: "شخص",
    organization: "منظمة",
    place: "مكان",
    group: "جماعة",
    event: "حدث",
    product: "منتج",
    work: "عمل",
    law: "قانون",
    date: "تاريخ",
    money: "مبلغ",
    percent: "نسبة مئوية",
    quantity: "كمية",
    "kind.person": "أشخاص",
    "kind.organization": "منظمات",
    "kind.place": "أماكن وجماعات",
    "kind.event": "أحداث وأعمال وقوانين",
    "kind.product": "منتجات",
    "kind.figure": "تواريخ وأرقام",
    letters: "شمكحجت",
    story: "في هذا الخبر",
    names: "الأسماء في هذا الخبر",
    keys: "تنقلك الأسهم من اسم إلى آخر",
    people: "أشخاص",
    organizations: "منظمات",
    places: "أماكن",
    said: "من قال ماذا",
    marked: "المعلَّم في النص",
    close: "إغلاق",
    here: "من هذا الخبر",
    known: "من ملاحظات الموقع",
    also: "أيضًا",
    mentioned: { one: "ذُكر مرة واحدة", two: "ذُكر مرتين", few: "ذُكر {n} مرات", other: "ذُكر {n} مرة" },
    previous: "الذكر السابق",
    next: "الذكر التالي",
    says: "قال",
    more: "{n} أخرى",
    quotes: { one: "اقتباس واحد", two: "اقتباسان", few: "{n} اقتباسات", other: "{n} اقتباسًا" },
    unnamed: "بلا اسم: {n}",
    nobody: "مصدر بلا اسم",
    before: "قبل النشر بـ {n}",
    after: "بعد النشر بـ {n}",
    today: "يوم النشر",
    about: "المزيد",
    quote: "اقتباس",
    sure: "المتحدث واضح",
    likely: "المتحدث مرجَّح",
    unsure: "المتحدث غير مؤكد",
  },
};

/** The interface in one language. */
export class Words {
  /** @param {string} lang a language tag; one without a table of ours gives English */
  constructor(lang) {
    const base = lang.toLowerCase().split("-")[0];
    /** @type {Partial<Record<Word, Phrase>>} */
    this.table = Object.hasOwn(TABLES, base) ? TABLES[base] : en;
    this.lang = this.table === en && base !== "en" ? "en" : lang;
    this.dir = base === "ar" && this.table !== en ? "rtl" : "ltr";
    this.plural = new Intl.PluralRules(this.lang);
    this.number = new Intl.NumberFormat(this.lang);
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

/**
 * The language of an element, as the page says it.
 * @param {Element} element
 */
export function langOf(element) {
  const tag = element.closest("[lang]")?.getAttribute("lang") || document.documentElement.lang;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? "en";
  } catch {
    return "en";
  }
}
