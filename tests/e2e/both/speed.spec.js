// Off the critical path: 50,000 words on a machine four times as slow. The tasks over 50 ms that it took are noted beside
// the test: identity, facts and the answer's objects are one step yet, too long a one for a page of this length.

import { expect, test } from "../gloss.js";

test.describe.configure({ timeout: 90_000 });

test("50,000 words are annotated on a slow machine", async ({ page, gloss, renderer }) => {
  // The page comes first, without newsgloss: to parse and lay out so many words is the browser's own long task.
  await page.route("**/dist/newsgloss.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  await page.goto(`/pages/long.html?renderer=${renderer}`);
  await page.unroute("**/dist/newsgloss.js");
  await page.waitForTimeout(500);

  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const start = await page.evaluate(() => {
    seen.tasks = [];
    const script = Object.assign(document.createElement("script"), { type: "module", src: "/dist/newsgloss.js?late" });
    document.head.append(script);
    return performance.now();
  });
  await page.waitForFunction(() => seen.events.some(({ name }) => name === "ready"), null, { timeout: 60_000 });
  await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });

  const { tasks, spent } = await page.evaluate(
    (start) => ({
      tasks: seen.tasks.map(({ duration }) => Math.round(duration)),
      spent: Math.round(performance.now() - start),
    }),
    start,
  );
  test
    .info()
    .annotations.push(
      { type: "time", description: `${spent} ms until all was drawn, at a fourth of the speed` },
      { type: "long tasks", description: `${tasks.join(", ")} ms` },
    );
  expect(await gloss.notes((notes) => notes.mentions.length)).toBeGreaterThan(1000);
});
