// How it looks where readers are: dark, narrow, enlarged, in forced colours, on paper, from right to left.

import { expect, test } from "../gloss.js";

const card = (page) => page.locator("news-gloss .card");

/** How bright a CSS colour is, from 0 to 1. */
const brightness = (page, locator, property) =>
  locator.evaluate((element, property) => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d");
    canvas.fillStyle = getComputedStyle(element)[property];
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  }, property);

test.describe("dark", () => {
  test.use({ colorScheme: "dark" });

  test("the card is dark where the page is", async ({ page, gloss }) => {
    await page.goto("/");
    await gloss.ready();
    await gloss.rest("Rayna Stoeva");
    await expect(card(page)).toBeVisible();
    expect(await brightness(page, card(page), "backgroundColor")).toBeLessThan(0.3);
    expect(await brightness(page, card(page), "color")).toBeGreaterThan(0.7);
  });

  test("a light page in a dark system has a light card", async ({ page, gloss }) => {
    await page.goto("/");
    await gloss.ready();
    await page.click("#shade");
    await gloss.rest("Rayna Stoeva");
    await expect(card(page)).toBeVisible();
    await expect.poll(() => brightness(page, card(page), "backgroundColor")).toBeGreaterThan(0.9);
  });
});

test("the page's own switch takes the names with it", async ({ page, gloss, renderer }) => {
  await page.goto("/");
  await gloss.ready();
  const tones = () =>
    page.evaluate(() => {
      const names = [
        ...CSS.highlights.keys(),
        ...[...document.querySelectorAll("news-gloss-mark")].map(({ className }) => className),
      ];
      return [...new Set(names.map((name) => /news-gloss-(light|dark)-/u.exec(name)?.[1]).filter(Boolean))];
    });
  expect(await tones()).toEqual(["light"]);
  await page.click("#shade");
  await expect.poll(tones).toEqual(["dark"]);
  void renderer;
});

for (const width of [375, 768, 1440]) {
  test(`at ${width} px nothing sticks out`, async ({ page, gloss }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/");
    await gloss.ready();
    await gloss.rest("Rayna Stoeva");
    await expect(card(page)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test("text at 200 % makes the card grow with it, and still fit", async ({ page, gloss }) => {
  await page.setViewportSize({ width: 1000, height: 700 });
  await gloss.open("plain");
  const size = () => card(page).evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  await gloss.rest("Grace Phiri");
  await expect(card(page)).toBeVisible();
  const before = await size();
  await page.keyboard.press("Escape");
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  await page.mouse.move(1, 1);
  await gloss.rest("Grace Phiri");
  await expect(card(page)).toBeVisible();
  expect(await size()).toBeCloseTo(before * 2, 0);
  const box = await card(page).boundingBox();
  expect(box.x + box.width).toBeLessThanOrEqual(1000);
  expect(await card(page).evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
});

test("a window of a fourth of the width (400 % zoom) is enough", async ({ page, gloss }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await gloss.open("plain");
  await gloss.rest("Grace Phiri");
  await expect(card(page)).toBeVisible();
  const box = await card(page).boundingBox();
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(320);
  expect(box.y + box.height).toBeLessThanOrEqual(256);
});

test.describe("forced colours", () => {
  test.use({ contextOptions: { forcedColors: "active" } });

  test("the card has an edge", async ({ page, gloss }) => {
    await gloss.open("plain");
    await gloss.rest("Grace Phiri");
    await expect(card(page)).toBeVisible();
    const border = await card(page).evaluate((element) => {
      const { borderTopStyle, borderTopWidth } = getComputedStyle(element);
      return `${borderTopStyle} ${borderTopWidth}`;
    });
    expect(border).toBe("solid 1px");
  });
});

for (const [reducedMotion, expected] of [
  ["reduce", "none"],
  ["no-preference", "rise"],
]) {
  test.describe(`motion: ${reducedMotion}`, () => {
    test.use({ contextOptions: { reducedMotion } });

    test("the card comes as the reader likes it", async ({ page, gloss }) => {
      await gloss.open("plain");
      await gloss.rest("Grace Phiri");
      await expect(card(page)).toBeVisible();
      expect(await card(page).evaluate((element) => getComputedStyle(element).animationName)).toBe(expected);
    });
  });
}

/** How many pixels of two screenshots differ by more than the smoothing of letters. */
const difference = (page, ...pictures) =>
  page.evaluate(
    async (pictures) => {
      const [first, second] = await Promise.all(
        pictures.map(async (picture) => {
          const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
          canvas.drawImage(bitmap, 0, 0);
          return canvas.getImageData(0, 0, bitmap.width, bitmap.height).data;
        }),
      );
      if (first.length !== second.length) return Infinity;
      return first.filter((value, index) => Math.abs(value - second[index]) > 90).length;
    },
    pictures.map((picture) => picture.toString("base64")),
  );

test("on paper there is nothing but the article", async ({ page, gloss }) => {
  await gloss.open("plain");
  const screen = await page.screenshot();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("news-gloss .open")).toBeHidden();
  const annotated = await page.screenshot();
  await gloss.destroy();
  const bare = await page.screenshot();
  expect(await difference(page, screen, bare), "what is drawn on the screen").toBeGreaterThan(500);
  expect(await difference(page, annotated, bare), "what is drawn on paper").toBeLessThan(20);
});

test("on a page from right to left the card hangs from the right end of the name", async ({ page, gloss }) => {
  await gloss.open("rtl");
  await gloss.rest("Geneva");
  await expect(card(page)).toBeVisible();
  const right = await page.evaluate(() => findWords("Geneva").getBoundingClientRect().right);
  const box = await card(page).boundingBox();
  expect(Math.abs(box.x + box.width - right)).toBeLessThan(12);
  await expect(page.locator("news-gloss .room")).toHaveAttribute("dir", "rtl");
  await expect(page.locator("news-gloss .open")).toHaveText(/[\u0600-\u06ff]/u);
});

test("the worst style sheet reaches neither card nor panel", async ({ page, gloss }) => {
  await gloss.open("hostile");
  await gloss.rest("Liis Kallaste");
  await expect(card(page)).toBeVisible();
  await card(page).evaluate((element) => element.getAnimations().forEach((animation) => animation.finish()));
  const styles = await card(page).evaluate((element) => {
    const { position, opacity, visibility, textTransform } = getComputedStyle(element);
    return { position, opacity, visibility, textTransform, before: getComputedStyle(element, "::before").content };
  });
  expect(styles).toEqual({
    position: "fixed",
    opacity: "1",
    visibility: "visible",
    textTransform: "none",
    before: "none",
  });
  await page.keyboard.press("Escape");
  await page.locator("news-gloss .open").click();
  await expect(page.locator("news-gloss .panel")).toBeVisible();
});
