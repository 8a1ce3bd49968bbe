// The playground: text or HTML that somebody pastes, shown without letting any of it act.

import { expect, test } from "../gloss.js";

const read = async (page, text, markup) => {
  await page.fill("#source", text);
  await page.selectOption("#markup", markup);
  await page.click("button[type=submit]");
  await expect(page.locator("#timing")).toContainText("ms");
};

test.beforeEach(async ({ page }) => {
  await page.goto("/playground.html");
  await expect(page.locator("#timing")).toContainText("ms");
});

test("shows the annotations, the JSON and the time", async ({ page }) => {
  await read(page, "“It floats,” said Tamar Gelashvili in Batumi.\n\nShe left on Monday.", "auto");
  await expect(page.locator("#shown p")).toHaveCount(2);
  const json = JSON.parse(await page.locator("#json").textContent());
  expect(json.entities.map(({ name }) => name)).toContain("Tamar Gelashvili");
  expect(json.quotes[0].kind).toBe("direct");
  await expect(page.locator("#timing")).toContainText(/\d+ words?, on the page after \d+\.\d ms/u);
});

test("a day of publication gives the dates a meaning", async ({ page }) => {
  await page.fill("#published", "2026-10-16");
  await read(page, "Tamar Gelashvili left Batumi on Monday.", "text");
  const json = JSON.parse(await page.locator("#json").textContent());
  expect(json.entities.find(({ type }) => type === "date")?.value?.date).toBe("2026-10-12");
});

test("takes from HTML the structure, and nothing that acts, loads or styles", async ({ page }) => {
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await read(
    page,
    `<h2 onclick="fired=1" style="position:fixed" class="x" id="form">Tamar <em>Gelashvili</em> in Batumi</h2>
    <script>fired=1</script><img src="/nothing.png" onerror="fired=1"><iframe srcdoc="<script>parent.fired=1</script>"></iframe>
    <svg><script>fired=1</script><text>drawn</text></svg><math><mi>x</mi></math><style>body{display:none}</style>
    <a href="javascript:fired=1">one</a> <a href="https://example.org/a">two</a> <a href=" java&#10;script:fired=1">three</a>
    <form action="/x"><input name=y></form><base href="https://evil.example/"><meta http-equiv=refresh content="0;url=/x">
    <custom-thing is="x">Ucha Beridze</custom-thing><noscript><p title="</noscript><img src=x onerror=fired=1>">`,
    "html",
  );
  const shown = page.locator("#shown");
  expect(
    await shown.evaluate((element) =>
      [...element.querySelectorAll("*")]
        .map(({ localName }) => localName)
        .filter((name) => !/^(h2|em|a|span|p|news-gloss-mark)$/u.test(name)),
    ),
  ).toEqual([]);
  expect(
    await shown.evaluate((element) =>
      [...element.querySelectorAll("*")]
        .flatMap(({ attributes }) => [...attributes].map(({ name }) => name))
        .filter((name) => !/^(href|rel)$/u.test(name)),
    ),
  ).toEqual([]);
  expect(await shown.locator("a").evaluateAll((links) => links.map((link) => link.getAttribute("href")))).toEqual([
    null,
    "https://example.org/a",
    null,
  ]);
  await expect(shown).toContainText("Ucha Beridze");
  await expect(shown).not.toContainText("drawn");
  expect(await page.evaluate(() => globalThis.fired)).toBe(undefined);
  expect(requests).toEqual([]);
});

test("plain text with tags in it stays text when it is read as text", async ({ page }) => {
  await read(page, "<p>Tamar Gelashvili</p> was here.", "text");
  await expect(page.locator("#shown")).toHaveText("<p>Tamar Gelashvili</p> was here.");
});

test("markup of any depth", async ({ page }) => {
  await read(page, `${"<div><span>".repeat(3000)}Tamar Gelashvili lives in Batumi.`, "html");
  await expect(page.locator("#shown")).toContainText("Tamar Gelashvili");
});

test("a new text takes the place of the old", async ({ page }) => {
  await read(page, "Tamar Gelashvili lives in Batumi.", "text");
  await read(page, "Nothing is named here.", "text");
  expect(JSON.parse(await page.locator("#json").textContent()).entities).toEqual([]);
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
});
