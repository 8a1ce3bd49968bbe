// Reads one article with newsgloss and with compromise, in turns and in the same page.

import { annotateText } from "/dist/newsgloss.js";
import nlp from "/compromise/compromise-three.mjs";

/** Runs that are thrown away, so that both engines are compiled and warm; then runs that count. */
const WARM_UP = 15;
const RUNS = 60;

const READERS = {
  // Names, dates, sums, quotes with speakers, identities: everything, as objects with positions.
  newsgloss: (text) => annotateText(text, { published: "2026-10-16" }),
  // The nearest that compromise has: people, places, organizations, money and quotations, as objects with positions.
  compromise(text) {
    const read = nlp(text);
    const found = [read.people(), read.places(), read.organizations(), read.money(), read.quotations()];
    return found.map((view) => view.json({ offset: true }));
  },
};

/** The paragraphs of the demo's article, as the widget would read them. */
async function demo() {
  const page = new DOMParser().parseFromString(await (await fetch("/index.html")).text(), "text/html");
  const blocks = page.querySelectorAll("#story :is(h1, p, figcaption)");
  return [...blocks].map((block) => block.textContent.replaceAll(/\s+/gu, " ").trim()).join("\n\n");
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

async function measure() {
  const text = await demo();
  const times = Object.fromEntries(Object.keys(READERS).map((name) => [name, []]));
  for (let run = -WARM_UP; run < RUNS; run++) {
    for (const [name, read] of Object.entries(READERS)) {
      const start = performance.now();
      await read(text);
      const spent = performance.now() - start;
      if (run >= 0) times[name].push(spent);
    }
    // Lets the page breathe, so that neither pays for what the other left behind.
    await new Promise((done) => setTimeout(done));
  }
  const { mentions, quotes } = await READERS.newsgloss(text);
  return {
    words: text.split(/\s+/u).length,
    found: { mentions: mentions.length, quotes: quotes.length },
    milliseconds: Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)])),
  };
}

globalThis.measured = measure();
