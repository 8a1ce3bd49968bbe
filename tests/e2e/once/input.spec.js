// Texts that no newspaper prints: an answer or a clear error for each, in a time that grows with the length and no faster.

import { expect, test } from "../gloss.js";

test.beforeEach(async ({ page }) => {
  await page.goto("/pages/empty.html");
  await page.evaluate(async () => {
    const { annotateText } = await import("/dist/newsgloss.js");
    globalThis.read = async (text) => {
      const { mentions, entities, quotes } = await annotateText(text);
      const spans = [...mentions, ...quotes.flatMap((quote) => quote.spans)];
      const sound = spans.every(({ start, end }) => start >= 0 && start < end && end <= text.length);
      const ordered = mentions.every(({ start }, index) => index === 0 || start >= mentions[index - 1].end);
      const known = mentions.every(({ entity }) => entities[entity]?.id === entity);
      return {
        mentions: mentions.map(({ start, end }) => text.slice(start, end)),
        quotes: quotes.length,
        sound: sound && ordered && known,
      };
    };
  });
});

const NAMED = "Amina Diallo met Kofi Mensah in Accra.";

/** What must be found in each. */
const ROWS = {
  empty: ["", []],
  "white space": [" \n\t\u00a0\u2003\r\n", []],
  "one word": ["Reykjavik", undefined],
  "one letter": ["a", []],
  NUL: [`\0\0${NAMED}\0`, ["Amina Diallo", "Kofi Mensah", "Accra"]],
  "lone surrogates": [`\ud83d ${NAMED} \udc00\ud83d`, ["Amina Diallo", "Kofi Mensah", "Accra"]],
  emoji: [`👩‍👩‍👧🇬🇭 ${NAMED} 🥁🏽`, ["Amina Diallo", "Kofi Mensah", "Accra"]],
  "combining marks": [`Ze\u0301 ran. ${NAMED}`, ["Amina Diallo", "Kofi Mensah", "Accra"]],
  "right to left": [`ذهب الوفد إلى العاصمة صباح الخميس. ${NAMED}`, ["Amina Diallo", "Kofi Mensah", "Accra"]],
  "direction marks": [`\u202e\u2066${NAMED}\u2069\u202c`, ["Amina Diallo", "Kofi Mensah", "Accra"]],
  markup: [`<script>alert(1)</script> ${NAMED} &lt;b&gt;`, ["Amina Diallo", "Kofi Mensah", "Accra"]],
};

for (const [name, [text, found]] of Object.entries(ROWS)) {
  test(`${name}: offsets fit the string`, async ({ page }) => {
    // Strings with lone surrogates do not survive the way into the page: they go as numbers.
    const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
    const { mentions, sound } = await page.evaluate((units) => read(String.fromCharCode(...units)), units);
    expect(sound).toBe(true);
    if (found?.length === 0) expect(mentions).toEqual([]);
    for (const word of found ?? []) expect(mentions).toContain(word);
  });
}

/** Texts of a million characters, made in the page. */
const GIANTS = {
  "no space": (size) => "a".repeat(size),
  "capitals without a space": (size) => "Ab".repeat(size / 2),
  "quotation marks": (size) => '"'.repeat(size),
  "curly marks that open": (size) => "“".repeat(size),
  apostrophes: (size) => "'".repeat(size),
  "paragraphs of one letter": (size) => "a\n\n".repeat(size / 3),
  "paragraphs that open a quote": (size) => "“I said. \n\n".repeat(size / 11),
  "full stops": (size) => ".".repeat(size),
  "names in a row": (size) => "Amina ".repeat(size / 6),
  digits: (size) => "1,".repeat(size / 2),
  "lone surrogates": (size) => "\ud83d".repeat(size),
};

for (const [name, make] of Object.entries(GIANTS)) {
  test(`a megabyte of ${name} takes about four times as long as a quarter`, async ({ page }) => {
    test.setTimeout(60_000);
    const { sound, quarter, whole } = await page.evaluate(async (source) => {
      const make = (0, eval)(source);
      const time = async (text) => {
        const start = performance.now();
        const { sound } = await read(text);
        return { sound, spent: performance.now() - start };
      };
      await time(make(20_000));
      const [small, giant] = [make(250_000), make(1_000_000)];
      const quarters = [(await time(small)).spent, (await time(small)).spent];
      const { sound, spent } = await time(giant);
      return { sound, quarter: Math.min(...quarters), whole: spent };
    }, `(${make})`);
    expect(sound).toBe(true);
    // Quadratic would be 16 times; a busy machine gets its share of patience.
    expect(whole).toBeLessThan(9 * quarter + 100);
  });
}

test("what is no string is refused by name", async ({ page }) => {
  const errors = await page.evaluate(async () => {
    const { annotateText } = await import("/dist/newsgloss.js");
    const values = [undefined, null, 42, {}, [], Symbol("text"), 10n, () => "text", new String("text")];
    return Promise.all(
      values.map((value) =>
        annotateText(value).then(
          () => "accepted",
          ({ name, message }) => `${name}: ${message}`,
        ),
      ),
    );
  });
  for (const error of errors) expect(error).toMatch(/^TypeError: newsgloss: /u);
});

test("options that make no sense are refused by name, and the reader lives on", async ({ page }) => {
  const errors = await page.evaluate(async () => {
    const { annotateText } = await import("/dist/newsgloss.js");
    const wrong = [
      { types: "person" },
      { types: ["persona"] },
      { types: [null] },
      { published: "yesterday" },
      { published: 7 },
      { published: new Date(NaN) },
      { minScore: "high" },
      { minScore: NaN },
      { minScore: {} },
    ];
    const errors = await Promise.all(
      wrong.map((options) =>
        annotateText("Amina Diallo", options).then(
          () => "accepted",
          ({ name, message }) => `${name}: ${message}`,
        ),
      ),
    );
    const { mentions } = await annotateText("Amina Diallo met Kofi Mensah in Accra.");
    return [...errors, `TypeError: newsgloss: options.none, and ${mentions.length > 1 ? "alive" : "dead"}`];
  });
  for (const error of errors) expect(error).toMatch(/^TypeError: newsgloss: options\./u);
  expect(errors.at(-1)).toContain("alive");
});
