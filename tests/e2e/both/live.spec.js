// Pages that change under the widget: frameworks, infinite scroll, parts that go.

import { expect, test } from "../gloss.js";

/** What one sees of the article, in one line. */
const story = (page) =>
  page.evaluate(() => document.querySelector("#story").textContent.replaceAll(/\s+/gu, " ").trim());

for (const [name, { first, second, added }] of Object.entries({
  react: { first: "Zdeňka Hradilová", second: "Lukas Pfeiffer", added: "Jarmila Benešová" },
  vue: { first: "Nino Kvaratskheli", second: "Davit Lomidze", added: "Levan Abuladze" },
})) {
  test.describe(name, () => {
    test("renders again as if nobody were there, and is read again", async ({ page, gloss }) => {
      await gloss.open(name);
      await expect.poll(() => gloss.names()).toContain(first);
      await page.click("#again");
      await expect.poll(() => gloss.names()).toContain(second);
      await expect.poll(() => gloss.names()).toContain(added);
      const annotated = await story(page);

      // The same page without newsgloss is the measure.
      await page.route("**/dist/newsgloss.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
      await page.goto(`/pages/${name}.html`);
      await page.click("#again");
      expect(annotated).toBe(await story(page));
    });

    test("goes back and forth, and its listeners hear", async ({ page, gloss }) => {
      await gloss.open(name);
      const before = await story(page);
      for (let turn = 0; turn < 4; turn++) {
        await page.click("#again");
        await page.waitForTimeout(turn * 40);
      }
      await page.evaluate(() => document.querySelector("#story p").click());
      await expect(page.locator("#clicks")).toHaveText("1");
      expect(await story(page)).toContain(before.slice(-60));
      await expect.poll(() => gloss.names()).not.toContain(second);
      await expect.poll(() => gloss.names()).toContain(first);
    });
  });
}

test("React hydrates an article that is annotated already", async ({ page, gloss, renderer }) => {
  test.skip(
    renderer === "mark",
    "elements of ours in the server's HTML are a mismatch by definition: hence the highlights",
  );
  await gloss.open("react", "&late");
  const before = await story(page);
  await page.evaluate(() => dispatchEvent(new Event("hydrate")));
  await page.click("#again");
  await expect.poll(() => gloss.names()).toContain("Lukas Pfeiffer");
  expect(await story(page)).not.toBe(before);
});

test("stories that arrive while scrolling are read, each once", async ({ page, gloss }) => {
  await gloss.open("scroll");
  for (const name of ["Barría", "Vermeersch", "Raghavan", "Bwanaheri"]) {
    await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    await page.evaluate(() => document.querySelector("#end").scrollIntoView());
    await expect.poll(async () => (await gloss.names()).join(" / ")).toContain(name);
  }
  expect((await gloss.names()).join(" / ")).toContain("Egger");
  const mentions = await gloss.notes((notes) => notes.mentions.length);
  await page.waitForTimeout(300);
  expect(await gloss.notes((notes) => notes.mentions.length)).toBe(mentions);
});

test("our own changes start no new reading", async ({ page, gloss }) => {
  await gloss.open("plain");
  await page.waitForTimeout(200);
  const changes = await page.evaluate(
    () =>
      new Promise((done) => {
        let count = 0;
        const observer = new MutationObserver((records) => (count += records.length));
        observer.observe(document.querySelector("#story"), {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        });
        setTimeout(() => done(count), 500);
      }),
  );
  expect(changes).toBe(0);
});

test("parts that are removed are let go, parts that are shown are read", async ({ page, gloss }) => {
  await gloss.open("tables");
  expect(await gloss.notes((notes) => notes.quotes.length)).toBeGreaterThan(0);
  expect((await gloss.names()).join(" / ")).toContain("Enugu");
  await page.click("summary");
  await expect.poll(() => gloss.notes((notes) => notes.text)).toContain("will go back in 2027");
  await page.evaluate(() => document.querySelectorAll("#story > :not(table)").forEach((element) => element.remove()));
  await expect.poll(() => gloss.notes((notes) => notes.quotes.length)).toBe(0);
  const left = (await gloss.names()).join(" / ");
  expect(left).toContain("Okwuosa");
  expect(left).not.toContain("Enugu");
});

test("an article that is taken out of the page and put back is annotated", async ({ page, gloss }) => {
  await gloss.open("plain");
  await page.evaluate(() => {
    const story = document.querySelector("#story");
    const place = story.parentNode;
    story.remove();
    place.append(story);
  });
  await page.waitForTimeout(200);
  expect(await gloss.names()).toContain("Grace Phiri");
  await gloss.destroy();
  expect(await page.evaluate(() => document.querySelector("#story").outerHTML === seen.html)).toBe(true);
});
