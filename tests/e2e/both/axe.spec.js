// axe finds nothing to complain about: closed, with a card open, with the panel open.

import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "../gloss.js";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function violations(page) {
  // A fade that is under way has no contrast yet.
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {}))));
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

async function check(page, gloss, words) {
  expect(await violations(page), "closed").toEqual([]);
  await gloss.rest(words);
  await expect(page.locator("news-gloss .card")).toBeVisible();
  expect(await violations(page), "with the card open").toEqual([]);
  await page.keyboard.press("Escape");
  await page.locator("news-gloss .open").press("Enter");
  await expect(page.locator("news-gloss .panel")).toBeVisible();
  expect(await violations(page), "with the panel open").toEqual([]);
}

for (const colorScheme of ["light", "dark"]) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, reducedMotion: "reduce" });

    test("the demo", async ({ page, gloss }) => {
      await page.goto("/");
      await gloss.ready();
      await check(page, gloss, "Rayna Stoeva");
    });
  });
}

for (const [name, words] of Object.entries({ csp: "Solène Le Bihan", rtl: "Gharbi", tables: "Okwuosa" })) {
  test(name, async ({ page, gloss }) => {
    await gloss.open(name);
    await check(page, gloss, words);
  });
}
