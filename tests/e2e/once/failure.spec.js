// Failing is quiet: the article stays as it was, and an event says why.

import { readFile } from "node:fs/promises";
import { expect, test } from "../gloss.js";

const WASM = new URL("../../../www/dist/newsgloss_bg.wasm", import.meta.url);

/** Answers in place of the wasm file. */
const ANSWERS = {
  "is missing": { status: 404, body: "Not found" },
  "is refused": { status: 403, contentType: "text/html", body: "<h1>No</h1>" },
  "is empty": { contentType: "application/wasm", body: "" },
  "is a page": { contentType: "text/html", body: "<!doctype html><p>Please log in" },
  "is no module": { contentType: "application/wasm", body: "\0asm nonsense" },
};

test.use({ provokes: { patterns: [/Failed to load resource/u, /failed: .*\.wasm/u, /WebAssembly|wasm/u] } });

async function failsQuietly(page) {
  await page.goto("/pages/plain.html");
  await page.waitForFunction(() => seen.events.some(({ name }) => name === "error"));
  const { same, events, highlights } = await page.evaluate(() => ({
    same: document.querySelector("#story").outerHTML === seen.html,
    events: seen.events.map(({ name, detail }) => ({ name, detail })),
    highlights: CSS.highlights.size,
  }));
  expect(same).toBe(true);
  expect(highlights).toBe(0);
  expect(events).toHaveLength(1);
  expect(events[0].detail).toMatch(/\w{3}/u);
  await expect(page.locator("news-gloss .open")).toHaveCount(0);
}

for (const [what, answer] of Object.entries(ANSWERS)) {
  test(`the wasm file ${what}`, async ({ page }) => {
    await page.route("**/*.wasm", (route) => route.fulfill(answer));
    await failsQuietly(page);
  });
}

for (const share of [0.1, 0.5, 0.99]) {
  test(`the wasm file is cut short after ${share * 100} %`, async ({ page }) => {
    const whole = await readFile(WASM);
    const body = whole.subarray(0, Math.floor(whole.length * share));
    await page.route("**/*.wasm", (route) => route.fulfill({ contentType: "application/wasm", body }));
    await failsQuietly(page);
  });
}

test("the network breaks", async ({ page }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await failsQuietly(page);
});

test("one request that fails is enough, for all articles of the page", async ({ page }) => {
  let requests = 0;
  await page.route("**/*.wasm", (route) => {
    requests++;
    return route.fulfill({ status: 404, body: "" });
  });
  await page.goto("/pages/plain.html");
  await page.waitForFunction(() => seen.events.some(({ name }) => name === "error"));
  await page.evaluate(() =>
    document.querySelector("news-gloss").after(document.querySelector("news-gloss").cloneNode()),
  );
  await page.waitForFunction(() => seen.events.filter(({ name }) => name === "error").length === 2);
  expect(requests).toBe(1);
});

test("a page whose policy forbids wasm", async ({ page }) => {
  await page.route("**/pages/plain.html", async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: { ...response.headers(), "content-security-policy": "script-src 'self'" },
    });
  });
  await failsQuietly(page);
});
