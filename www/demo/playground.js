// The playground: annotates what the reader pastes, and shows the marks, the JSON and the time.

import { annotate } from "../dist/newsgloss.js";
import { fromHtml, fromText, looksLikeHtml } from "./paste.js";

const EXAMPLE = `WINDHOEK, Namibia — The observatory at Gamsberg will reopen on 3 March after repairs that cost $1.2 million, its director said on Monday.

“The roof is new, the mirror is old and the owls have been asked to leave,” said Selma Haufiku, who has run the station since 2019. She expects the first visitors from Chile and Japan by Easter.

The Southern Sky Trust, which paid for the work, put the number of clear nights lost at 212. According to its treasurer, Pieter Amadhila, the delay was “the fault of nobody but the sand”.`;

const form = document.getElementById("form");
const source = document.getElementById("source");
const markup = document.getElementById("markup");
const published = document.getElementById("published");
const renderer = document.getElementById("renderer");
const timing = document.getElementById("timing");
const results = document.getElementById("results");
const shown = document.getElementById("shown");
const json = document.getElementById("json");

/** The annotations now on show, and the number of the run that made them: a slow run must not overwrite a later one. */
let notes = null;
let run = 0;

const count = (number, one, many) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

async function show() {
  const mine = ++run;
  notes?.destroy();
  notes = null;

  const text = source.value;
  const isHtml = markup.value === "html" || (markup.value === "auto" && looksLikeHtml(text));
  shown.replaceChildren(isHtml ? fromHtml(text) : fromText(text));
  results.hidden = false;
  timing.textContent = "Reading …";
  json.textContent = "";

  const options = { panel: true };
  if (published.value) options.published = published.value;
  if (renderer.value) options.renderer = renderer.value;

  const start = performance.now();
  try {
    const made = await annotate(shown, options);
    const spent = performance.now() - start;
    if (mine !== run) {
      made.destroy();
      return;
    }
    notes = made;
    const { mentions, entities, quotes } = made;
    json.textContent = JSON.stringify({ mentions, entities, quotes }, null, 2);
    timing.textContent =
      `${count(entities.length, "name or figure", "names and figures")} and ` +
      `${count(quotes.length, "quote", "quotes")} in ${count(shown.textContent.split(/\s+/u).filter(Boolean).length, "word", "words")}, ` +
      `on the page after ${spent.toFixed(1)} ms.`;
  } catch (error) {
    if (mine === run) timing.textContent = `That did not work: ${error.message}`;
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  show();
});

source.value = EXAMPLE;
show();
