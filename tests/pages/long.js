// A page of any number of words, the same for the same number: names, sums, dates and quotes from small lists of our own.

const FIRST = [
  "Amara",
  "Bruno",
  "Chiara",
  "Dmytro",
  "Esra",
  "Farouk",
  "Greta",
  "Hiroshi",
  "Imani",
  "Jorge",
  "Kamala",
  "Leif",
];
const LAST = [
  "Adeyemi",
  "Bergström",
  "Castellanos",
  "Dragomir",
  "El-Masri",
  "Fitzgerald",
  "Gunawardena",
  "Hashimoto",
  "Ivanova",
  "Jokinen",
  "Kowalczyk",
  "Lindqvist",
];
const PLACES = [
  "Valparaíso",
  "Gdańsk",
  "Kumasi",
  "Isfahan",
  "Da Nang",
  "Tromsø",
  "Windhoek",
  "Oaxaca",
  "Lucknow",
  "Bergamo",
];
const BODIES = [
  "Harbour Board",
  "Orchard Trust",
  "Ministry of Bridges",
  "Institute for Slow Trains",
  "Union of Glaziers",
];
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const SAID = ["said", "recalled", "warned", "added", "insisted"];
const PLAIN = [
  "The path along the wall was dry by noon.",
  "Nobody had brought an umbrella, and nobody had needed one.",
  "The kettle took a long time over it.",
  "A dog, seen twice before, was seen again.",
  "What came next took most of a winter.",
];

/** A small generator of numbers in [0, 1) that repeats itself for the same seed (mulberry32). */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The paragraphs of an article with at least so many words. */
export function paragraphs(words, seed = 1) {
  const random = generator(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const sentences = [
    () =>
      `${pick(FIRST)} ${pick(LAST)} of the ${pick(PLACES)} ${pick(BODIES)} spent $${Math.ceil(random() * 90)} million on it last year.`,
    () => `“${pick(PLAIN).slice(0, -1)},” ${pick(LAST)} ${pick(SAID)} on ${pick(DAYS)}.`,
    () =>
      `According to ${pick(FIRST)} ${pick(LAST)}, the figure rose by ${Math.ceil(random() * 40)} percent in ${1990 + Math.floor(random() * 36)}.`,
    () => `She ${pick(SAID)} that ${pick(PLACES)} lies ${Math.ceil(random() * 800)} kilometers from ${pick(PLACES)}.`,
    () => pick(PLAIN),
    () => pick(PLAIN),
  ];
  const made = [];
  for (let count = 0; count < words;) {
    const paragraph = Array.from({ length: 2 + Math.floor(random() * 4) }, () => pick(sentences)()).join(" ");
    count += paragraph.split(" ").length;
    made.push(paragraph);
  }
  return made;
}

/** The page as HTML. The texts hold no character that markup would mind. */
export function longPage(words) {
  const body = paragraphs(words)
    .map((text) => `        <p>${text}</p>`)
    .join("\n");
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>${words} words</title>
    <link rel="icon" href="data:,">
    <script type="module" src="/dist/newsgloss.js"></script>
  </head>
  <body>
    <main>
      <article id="story">
        <h1>A very long story</h1>
${body}
      </article>
    </main>
    <news-gloss for="#story" renderer="highlight" panel></news-gloss>
  </body>
</html>
`;
}
