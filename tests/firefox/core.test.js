// The core of the suite in Firefox: `node --test tests/firefox/`. Playwright drives only a Firefox of its own, so that
// this one is driven by the standard that it speaks itself, WebDriver BiDi.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import puppeteer from "puppeteer-core";
import { SITE } from "../e2e/ports.js";
import { serve } from "../e2e/server.js";

const PATIENCE = { timeout: 20_000 };

/** Runs before any script of the page: keeps the story as it came, and what went wrong. */
function watch() {
  globalThis.seen = { html: undefined, text: undefined, events: [], problems: [] };
  document.addEventListener("readystatechange", () => {
    const story = document.querySelector("#story");
    if (document.readyState !== "interactive" || !story) return;
    Object.assign(seen, { html: story.outerHTML, text: story.textContent });
  });
  addEventListener("error", ({ message }) => seen.problems.push(message));
  addEventListener("unhandledrejection", ({ reason }) => seen.problems.push(String(reason)));
  for (const name of ["ready", "open", "close", "error"]) {
    addEventListener(name, ({ target }) => target?.localName === "news-gloss" && seen.events.push(name), true);
  }
}

let stop, browser;

before(async () => {
  stop = await serve();
  browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    headless: true,
  });
});

after(async () => {
  await browser?.close();
  await stop?.();
});

for (const renderer of ["highlight", "mark"]) {
  describe(renderer, () => {
    /** Opens a test page and waits for its annotations. */
    async function open(name) {
      const page = await browser.newPage();
      await page.evaluateOnNewDocument(watch);
      await page.goto(`${SITE}/pages/${name}.html?renderer=${renderer}`);
      await page.waitForFunction(() => seen.events.includes("ready"), PATIENCE);
      return page;
    }

    for (const [name, person] of Object.entries({ plain: "Grace Phiri", nested: "Quispe", csp: "Le Bihan" })) {
      test(`${name}: names are found, the text stays, and no byte is lost`, async () => {
        const page = await open(name);
        const names = await page.evaluate(() =>
          document.querySelector("news-gloss").notes.entities.map(({ name }) => name),
        );
        assert.ok(names.join(" / ").includes(person), `${person} is not among ${names}`);
        const [highlights, touched] = await page.evaluate(() => [
          CSS.highlights.size,
          document.querySelector("#story").outerHTML !== seen.html,
        ]);
        assert.equal(highlights > 0, renderer === "highlight");
        assert.equal(touched, renderer === "mark");
        assert.equal(await page.evaluate(() => document.querySelector("#story").textContent === seen.text), true);
        await page.evaluate(() => document.querySelector("news-gloss").notes.destroy());
        const [before, after] = await page.evaluate(() => [seen.html, document.querySelector("#story").outerHTML]);
        assert.equal(after, before);
        assert.deepEqual(await page.evaluate(() => seen.problems), []);
        await page.close();
      });
    }

    test("the card opens under the pointer and closes on Escape", async () => {
      const page = await open("plain");
      const { x, y } = await page.evaluate(() => {
        const walker = document.createTreeWalker(document.querySelector("#story"), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const at = walker.currentNode.data.indexOf("Yusuf Banda");
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(walker.currentNode, at);
          range.setEnd(walker.currentNode, at + "Yusuf".length);
          const { left, top, width, height } = range.getBoundingClientRect();
          return { x: left + width / 2, y: top + height / 2 };
        }
        throw new Error("the story does not name Yusuf Banda");
      });
      await page.mouse.move(x - 3, y);
      await page.mouse.move(x, y, { steps: 3 });
      await page.waitForFunction(() => seen.events.includes("open"), PATIENCE);
      await page.keyboard.press("Escape");
      await page.waitForFunction(() => seen.events.includes("close"), PATIENCE);
      assert.deepEqual(await page.evaluate(() => seen.problems), []);
      await page.close();
    });
  });
}
