// "In this story": who, where, and who said what; and the legend that switches kinds on and off.

import { expect, test } from "../gloss.js";

const button = (page) => page.locator("news-gloss .open");
const panel = (page) => page.locator("news-gloss .panel");

/** How many names are drawn now, by either renderer. */
const drawn = (page) =>
  page.evaluate(() => {
    const marks = document.querySelectorAll('news-gloss-mark[class^="news-gloss-"]').length;
    const ranges = [...CSS.highlights]
      .filter(([name]) => /^news-gloss-(light|dark)-/u.test(name))
      .map(([, highlight]) => highlight.size);
    return marks + ranges.reduce((sum, size) => sum + size, 0);
  });

test.beforeEach(({ gloss }) => gloss.open("plain"));

test("is closed until it is asked for, and gives the focus back", async ({ page }) => {
  await expect(panel(page)).toBeHidden();
  await expect(button(page)).toHaveAttribute("aria-expanded", "false");
  await button(page).focus();
  await page.keyboard.press("Enter");
  await expect(panel(page)).toBeVisible();
  await expect(button(page)).toHaveAttribute("aria-expanded", "true");
  expect(await page.locator(".panel:focus-within").count()).toBe(1);
  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  await expect(button(page)).toBeFocused();
});

test("names everybody once, people first, and leads to them", async ({ page, gloss }) => {
  await button(page).click();
  const people = await gloss.notes((notes) =>
    notes.entities.filter(({ type }) => type === "person").map(({ name }) => name),
  );
  expect(people).toEqual(expect.arrayContaining(["Grace Phiri", "Yusuf Banda"]));
  for (const name of people) await expect(panel(page).locator(".list").getByText(name, { exact: true })).toHaveCount(1);
  await panel(page).locator(".list button", { hasText: "Yusuf Banda" }).click();
  await expect(page.locator("news-gloss .card .name")).toHaveText("Yusuf Banda");
});

test("says who said what, in order, and leads to the words", async ({ page, gloss }) => {
  await page.setViewportSize({ width: 1000, height: 400 });
  await button(page).click();
  const said = panel(page).locator(".said li");
  expect(await said.count()).toBe(await gloss.notes((notes) => notes.quotes.length));
  const first = said.filter({ hasText: "A book that stays dry" });
  await expect(first).toContainText("Grace Phiri");
  await said.last().locator("button").click();
  await expect
    .poll(() =>
      page.evaluate(() => {
        const { top } = findWords("I said: a boat").getClientRects()[0];
        return top >= 0 && top <= innerHeight;
      }),
    )
    .toBe(true);
});

test("its legend takes kinds out of the text and brings them back", async ({ page }) => {
  const all = await drawn(page);
  expect(all).toBeGreaterThan(6);
  await button(page).click();
  const boxes = panel(page).locator(".legend input");
  let last = all;
  for (const box of await boxes.all()) {
    await box.uncheck();
    const now = await drawn(page);
    expect(now).toBeLessThanOrEqual(last);
    last = now;
  }
  expect(await drawn(page)).toBe(0);
  for (const box of await boxes.all()) await box.check();
  expect(await drawn(page)).toBe(all);
});

test("with every kind switched off the text is as it was", async ({ page }) => {
  await button(page).click();
  for (const box of await panel(page).locator(".legend input").all()) await box.uncheck();
  const same = await page.evaluate(() => document.querySelector("#story").outerHTML === seen.html);
  expect(same).toBe(true);
});
