// What every test needs: a page that watches itself, and the widget as a reader meets it.
//
// Each test fails by itself when the page logs an error, throws, or asks any server but its own for anything, unless it
// says with `provokes` what it does so on purpose.

import { test as base, expect } from "@playwright/test";
import { SITE } from "./ports.js";

export { expect };

/** Runs in the page before any script of it, and keeps what the page was like before newsgloss came. */
function watch() {
  const seen = { shifts: 0, tasks: [], events: [], html: undefined, text: undefined, nodes: [] };
  globalThis.seen = seen;
  const story = () => document.querySelector("#story");

  seen.keep = () => {
    const root = story();
    if (!root) return;
    seen.html = root.outerHTML;
    seen.text = root.textContent;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
    seen.nodes = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) seen.nodes.push([node, node.parentNode]);
  };
  // After the parser and before the module scripts; a framework's page is kept again once it is mounted.
  document.addEventListener("readystatechange", () => document.readyState === "interactive" && seen.keep());

  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shifts += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration, startTime } of list.getEntries()) seen.tasks.push({ duration, startTime });
  }).observe({ type: "longtask", buffered: true });

  for (const name of ["ready", "open", "close", "error"]) {
    addEventListener(
      name,
      ({ target, detail }) => {
        if (target?.localName !== "news-gloss") return;
        seen.events.push({ name, detail: name === "error" ? String(detail?.error ?? detail) : "" });
      },
      { capture: true },
    );
  }
}

export const test = base.extend({
  /** The renderer under test, set by the project. */
  renderer: ["highlight", { option: true }],

  /** `{ patterns }` of console messages, page errors and requests that a test provokes on purpose. */
  provokes: [{ patterns: [] }, { option: true }],

  problems: [
    async ({ page, provokes }, use) => {
      const problems = [];
      const note = (problem) => {
        if (!provokes.patterns.some((pattern) => pattern.test(problem))) problems.push(problem);
      };
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) note(`console: ${message.text()} ${message.location().url}`);
      });
      page.on("pageerror", (error) => note(`page error: ${error.message}`));
      page.on("request", (request) => {
        const { protocol, host } = new URL(request.url());
        if (protocol !== "data:" && protocol !== "blob:" && host !== new URL(SITE).host)
          note(`request: ${request.url()}`);
      });
      page.on("requestfailed", (request) => note(`failed: ${request.url()}`));
      await page.addInitScript(watch);
      await page.addInitScript(wordFinder);
      await use(problems);
      expect(problems, "what the page logged, threw or asked for").toEqual([]);
    },
    { auto: true },
  ],

  gloss: async ({ page, renderer }, use) => use(new Gloss(page, renderer)),
});

/** The widget on a page. */
export class Gloss {
  constructor(page, renderer) {
    this.page = page;
    this.renderer = renderer;
    this.element = page.locator("news-gloss");
  }

  /** Opens a test page and waits for its annotations. */
  async open(name, query = "") {
    await this.page.goto(`/pages/${name}.html?renderer=${this.renderer}${query}`);
    await this.ready();
  }

  /** Waits until the first `count` articles are annotated. */
  async ready(count = 1) {
    await this.page.waitForFunction(
      (wanted) => seen.events.filter(({ name }) => name === "ready").length >= wanted,
      count,
    );
  }

  /** Runs a function of the element's `notes` in the page. */
  async notes(read, argument) {
    const handle = await this.page.evaluateHandle(() => document.querySelector("news-gloss").notes);
    return handle.evaluate(read, argument);
  }

  /** The names of the article's entities. */
  names() {
    return this.notes((notes) => notes.entities.map(({ name }) => name));
  }

  /** Takes the annotations away. */
  async destroy() {
    await this.notes((notes) => notes.destroy());
  }

  /**
   * Where the `nth` occurrence of some words stands in the window: the middle of their first line.
   * The words may be drawn by either renderer, and cut into several nodes by the page.
   */
  async place(words, nth = 0) {
    await this.page.evaluate(
      ([words, nth]) => findWords(words, nth).startContainer.parentElement.scrollIntoView({ block: "center" }),
      [words, nth],
    );
    return this.page.evaluate(
      ([words, nth]) => {
        const { left, top, width, height } = findWords(words, nth).getClientRects()[0];
        return { x: left + width / 2, y: top + height / 2 };
      },
      [words, nth],
    );
  }

  /** Rests the pointer on some words. */
  async rest(words, nth) {
    const { x, y } = await this.place(words, nth);
    await this.page.mouse.move(x - 3, y + 1);
    await this.page.mouse.move(x, y, { steps: 3 });
  }
}

/** Puts two functions into the page that see the story's words however its text is cut into nodes. */
export function wordFinder() {
  /** The text nodes of the story, their text, and the way from a place in the text to a place in a node. */
  const read = () => {
    const walker = document.createTreeWalker(document.querySelector("#story"), NodeFilter.SHOW_TEXT);
    const nodes = [];
    let text = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push({ node, start: text.length });
      text += node.data;
    }
    const rangeOf = (start, end) => {
      const first = nodes.findLast((piece) => piece.start <= start && start < piece.start + piece.node.length);
      const last = nodes.find((piece) => piece.start < end && end <= piece.start + piece.node.length);
      const range = document.createRange();
      range.setStart(first.node, start - first.start);
      range.setEnd(last.node, end - last.start);
      return range;
    };
    return { text, rangeOf };
  };

  /** The range of the `nth` occurrence of some words. */
  globalThis.findWords = (words, nth = 0) => {
    const { text, rangeOf } = read();
    let at = -1;
    for (let count = 0; count <= nth; count++) at = text.indexOf(words, at + 1);
    if (at < 0) throw new Error(`the story does not say ${words}`);
    return rangeOf(at, at + words.length);
  };

  /** Where each word of the story is drawn; those in closed parts are nowhere. */
  globalThis.placesOfWords = () => {
    const { text, rangeOf } = read();
    return [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => {
      const range = rangeOf(index, index + word.length);
      const isSeen = range.startContainer.parentElement.checkVisibility();
      const rects = isSeen ? [...range.getClientRects()].filter(({ width }) => width > 0) : [];
      const starts = ["left", "top"].map((side) => Math.min(...rects.map((rect) => rect[side])));
      const ends = ["right", "bottom"].map((side) => Math.max(...rects.map((rect) => rect[side])));
      return { word, sides: [...starts, ...ends] };
    });
  };
}

/** The words that stand elsewhere than they did, by half a pixel or more: the browser itself rounds to a sixteenth. */
export function movedWords(before, after) {
  expect(after.map(({ word }) => word)).toEqual(before.map(({ word }) => word));
  return before
    .filter(({ sides }, index) => sides.some((side, at) => Math.abs(side - after[index].sides[at]) >= 0.5))
    .map(({ word, sides }) => `${word} at ${sides.map(Math.round)}`);
}
