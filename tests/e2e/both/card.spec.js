// The card: by pointer, keyboard and touch (WCAG 2.2, 1.4.13 and 2.1.1), and always within the window.

import { expect, test } from "../gloss.js";

const card = (page) => page.locator("news-gloss .card");
const nameOf = (page) => card(page).locator(".name");
const opened = (page) => page.evaluate(() => seen.events.filter(({ name }) => name === "open").length);

test.describe("pointer", () => {
  test.beforeEach(({ gloss }) => gloss.open("plain"));

  test("opens after a rest, not in passing", async ({ page, gloss }) => {
    const { x, y } = await gloss.place("Grace Phiri");
    await page.mouse.move(x, y);
    await page.mouse.move(x, y + 400);
    await page.waitForTimeout(400);
    expect(await opened(page)).toBe(0);
    await gloss.rest("Grace Phiri");
    await expect(card(page)).toBeVisible();
    await expect(nameOf(page)).toHaveText("Grace Phiri");
    await expect(card(page).locator(".kind")).toHaveText("Person");
    expect(await opened(page)).toBe(1);
  });

  test("stays while the pointer is on it, closes after it has left", async ({ page, gloss }) => {
    await gloss.rest("Grace Phiri");
    await expect(card(page)).toBeVisible();
    const box = await card(page).boundingBox();
    await page.mouse.move(box.x + 12, box.y + 12, { steps: 4 });
    await page.waitForTimeout(600);
    await expect(card(page)).toBeVisible();
    await page.mouse.move(2, 2);
    await expect(card(page)).toBeHidden();
  });

  test("Escape closes it without the pointer moving", async ({ page, gloss }) => {
    await gloss.rest("Grace Phiri");
    await expect(card(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(card(page)).toBeHidden();
    expect(await page.evaluate(() => seen.events.map(({ name }) => name))).toEqual(["ready", "open", "close"]);
  });

  test("is one at a time", async ({ page, gloss }) => {
    // From below to above: a card hangs below its name, and covers what is there.
    await gloss.rest("Yusuf Banda");
    await expect(nameOf(page)).toHaveText("Yusuf Banda");
    await gloss.rest("Grace Phiri");
    await expect(nameOf(page)).toHaveText("Grace Phiri");
    expect(await page.locator(".card:popover-open").count()).toBe(1);
  });

  test("a short name says whose it is", async ({ page, gloss }) => {
    await gloss.rest("Phiri", 1);
    await expect(nameOf(page)).toHaveText("Grace Phiri");
    await expect(card(page)).toContainText("“A book that stays dry is a book that gets read,”");
  });

  test("opens at once where one clicks, and closes where one clicks nothing", async ({ page, gloss }) => {
    const { x, y } = await gloss.place("Blantyre");
    await page.mouse.click(x, y);
    await expect(nameOf(page)).toHaveText("Blantyre");
    await page.mouse.click(x, y + 300);
    await expect(card(page)).toBeHidden();
  });

  test("closes when its name is scrolled far away", async ({ page, gloss }) => {
    await page.evaluate(() => (document.body.style.paddingBottom = "400vh"));
    const { x, y } = await gloss.place("Blantyre");
    await page.mouse.click(x, y);
    await expect(card(page)).toBeVisible();
    await page.mouse.wheel(0, 2000);
    await expect(card(page)).toBeHidden();
  });
});

test.describe("keyboard", () => {
  test.beforeEach(({ gloss }) => gloss.open("plain"));

  /** Tabs until a name has the focus. */
  const toNames = async (page) => {
    for (let tab = 0; tab < 5; tab++) {
      await page.keyboard.press("Tab");
      if (await page.locator(".stop:focus").count()) return;
    }
    throw new Error("no name can be reached by Tab");
  };

  test("an article is one tab stop, whose arrows lead from name to name", async ({ page, gloss }) => {
    await toNames(page);
    await expect(card(page)).toBeVisible();
    const seenNames = [];
    for (let step = 0; step < 4; step++) {
      seenNames.push(await page.locator(".stop").textContent());
      await page.keyboard.press("ArrowRight");
    }
    const mentions = await gloss.notes((notes) =>
      notes.mentions.slice(0, 4).map(({ start, end }) => notes.text.slice(start, end)),
    );
    expect(seenNames.map((name) => name.slice(0, name.lastIndexOf(",")))).toEqual(mentions);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Home");
    await expect(page.locator(".stop")).toContainText(mentions[0]);
    await page.keyboard.press("Tab");
    expect(await page.locator(".stop:focus").count(), "Tab leaves the names").toBe(0);
  });

  test("Enter leads into the card, Escape back to the name", async ({ page }) => {
    await toNames(page);
    await page.keyboard.press("Enter");
    expect(await page.locator(".card:focus-within").count()).toBe(1);
    await page.keyboard.press("Escape");
    await expect(card(page)).toBeHidden();
    await expect(page.locator(".stop")).toBeFocused();
  });

  test("the card's next and previous go through the mentions", async ({ page, gloss }) => {
    await gloss.rest("Grace Phiri");
    const mentions = await gloss.notes((notes) => {
      const { id } = notes.entities.find(({ name }) => name === "Grace Phiri");
      return notes.mentions.filter(({ entity }) => entity === id).length;
    });
    expect(mentions).toBeGreaterThan(2);
    await expect(card(page)).toContainText(`Mentioned ${mentions} times`);
    const place = async () => (await page.locator(".stop").boundingBox()).y;
    const heights = new Set();
    for (let turn = 0; turn < mentions; turn++) {
      await card(page).getByRole("button", { name: "Next mention" }).click();
      await expect(nameOf(page)).toHaveText("Grace Phiri");
      heights.add(Math.round(await place()));
    }
    expect(heights.size).toBeGreaterThan(2);
  });
});

test.describe("touch", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 375, height: 700 } });

  test("a tap opens, a tap elsewhere closes", async ({ page, gloss }) => {
    await gloss.open("plain");
    const { x, y } = await gloss.place("Grace Phiri");
    await page.touchscreen.tap(x, y);
    await expect(nameOf(page)).toHaveText("Grace Phiri");
    const box = await card(page).boundingBox();
    await page.touchscreen.tap(187, box.y > 350 ? 5 : 690);
    await expect(card(page)).toBeHidden();
  });
});

for (const width of [375, 768, 1440]) {
  test(`keeps within a window of ${width} px, wherever the name stands`, async ({ page, gloss }) => {
    await page.setViewportSize({ width, height: 500 });
    await gloss.open("plain");
    await page.evaluate(() => (document.body.style.paddingBlock = "60vh"));
    const count = await gloss.notes((notes) => notes.mentions.length);
    await gloss.rest("Grace Phiri");
    await expect(card(page)).toBeVisible();
    // Away from everything: on the left is the line beside a quote.
    await page.mouse.move(width - 1, 1);
    await expect(card(page)).toBeHidden();
    for (let tab = 0; tab < 5 && !(await page.locator(".stop:focus").count()); tab++) await page.keyboard.press("Tab");
    for (let step = 0; step < count; step++) {
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const box = await card(page).boundingBox();
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(500);
      await page.keyboard.press("ArrowRight");
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test("a name over two lines has its card beside the line that is pointed at", async ({ page, gloss }) => {
  await page.setViewportSize({ width: 400, height: 700 });
  await gloss.open("plain");
  // Narrows the paragraph until the name breaks.
  const broken = await page.evaluate(() => {
    const paragraph = findWords("Grace Phiri").startContainer.parentElement.closest("p");
    for (let width = 360; width > 120; width -= 4) {
      paragraph.style.width = `${width}px`;
      if (findWords("Grace Phiri").getClientRects().length > 1) return true;
    }
    return false;
  });
  expect(broken).toBe(true);
  const rects = await page.evaluate(() => {
    const list = [...findWords("Grace Phiri").getClientRects()];
    return list.map(({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 }));
  });
  const last = rects.at(-1);
  await page.mouse.move(last.x, last.y - 1);
  await page.mouse.move(last.x, last.y);
  await expect(nameOf(page)).toHaveText("Grace Phiri");
  const box = await card(page).boundingBox();
  expect(box.y).toBeGreaterThan(last.y - 2);
});
