// `npm run bench`: the demo's article, read by newsgloss and by compromise in one page of a real Chromium.

import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import sirv from "sirv";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** Isolated from other origins, a page is given a clock of 5 µs instead of 100. */
const isolate = (response) => {
  response.setHeader("cross-origin-opener-policy", "same-origin");
  response.setHeader("cross-origin-embedder-policy", "require-corp");
};

const folders = [
  ["/compromise", sirv(path("../../node_modules/compromise/builds/three"))],
  ["/bench", sirv(path("."), { setHeaders: isolate })],
  ["", sirv(path("../../www"))],
];

const server = createServer((request, response) => {
  const [prefix, serve] = folders.find(([prefix]) => request.url.startsWith(prefix));
  request.url = request.url.slice(prefix.length);
  serve(request, response, () => {
    response.writeHead(404);
    response.end();
  });
});
await new Promise((done) => server.listen(0, done));

const executablePath = process.env.CHROMIUM ?? (existsSync("/usr/bin/chromium") ? "/usr/bin/chromium" : undefined);
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
try {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(error));
  await page.goto(`http://localhost:${server.address().port}/bench/`);
  await page.waitForFunction(() => globalThis.measured !== undefined);
  const { words, found, milliseconds } = await page.evaluate(() => globalThis.measured);

  console.log(
    `One article of ${words} words (${found.mentions} mentions and ${found.quotes} quotes found), median in Chromium ${browser.version()}:`,
  );
  for (const [name, time] of Object.entries(milliseconds)) {
    const rate = Math.round((words / time) * 1000).toLocaleString("en");
    console.log(`  ${name.padEnd(12)}${time.toFixed(2).padStart(8)} ms${rate.padStart(14)} words/s`);
  }
  console.log(`  newsgloss is ${(milliseconds.compromise / milliseconds.newsgloss).toFixed(1)} times as fast`);
} finally {
  await browser.close();
  server.close();
}
