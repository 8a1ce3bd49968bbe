// Every page of tests/pages: nothing of it may change for good, and nothing may shift.

import { expect, test } from "../gloss.js";

const PAGES = {
  plain: "Grace Phiri",
  nested: "Quispe",
  tables: "Okwuosa",
  rtl: "Gharbi",
  hostile: "Kallaste",
  csp: "Le Bihan",
  frames: "Robles",
  shadow: "Fan Guolin",
  scroll: "Egger",
  react: "Hradilová",
  vue: "Kvaratskheli",
};

/** A page that is put together by a framework is not what the server sent. */
const MOUNTED = ["react", "vue"];

for (const [name, person] of Object.entries(PAGES)) {
  test.describe(name, () => {
    test.beforeEach(async ({ page, gloss }) => {
      if (MOUNTED.includes(name)) {
        await page.addInitScript(() => {
          new MutationObserver((_, observer) => {
            if (document.documentElement?.dataset.hydrated === undefined) return;
            observer.disconnect();
            seen.keep();
          }).observe(document, { subtree: true, attributes: true });
        });
      }
      await gloss.open(name);
    });

    test("finds the person of the story", async ({ gloss }) => {
      expect((await gloss.names()).join(" / ")).toContain(person);
    });

    test("leaves the text as it was", async ({ page }) => {
      const { before, after } = await page.evaluate(() => ({
        before: seen.text,
        after: document.querySelector("#story").textContent,
      }));
      expect(before.length).toBeGreaterThan(50);
      expect(after).toBe(before);
    });

    test("keeps the page's own nodes in their places, and gives back its bytes", async ({ page, gloss }) => {
      await gloss.destroy();
      const { before, after, moved } = await page.evaluate(() => ({
        before: seen.html,
        after: document.querySelector("#story").outerHTML,
        moved: seen.nodes.filter(([node, parent]) => node.parentNode !== parent || !node.isConnected).length,
      }));
      expect(after).toBe(before);
      expect(moved).toBe(0);
    });

    test("shifts nothing", async ({ page, gloss }) => {
      const lines = () => page.evaluate(() => {
        const range = document.createRange();
        range.selectNodeContents(document.querySelector("#story"));
        return [...new Set([...range.getClientRects()].map(({ top, bottom }) => `${top.toFixed(1)}-${bottom.toFixed(1)}`))].sort().join(" ");
      });
      // The observer reports what a frame has shown: wait for two.
      const frames = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await frames();
      const shifts = await page.evaluate(() => seen.shifts);
      const drawn = await lines();
      await gloss.destroy();
      await frames();
      expect(shifts).toBe(0);
      expect(await page.evaluate(() => seen.shifts)).toBe(0);
      expect(await lines(), "where the lines stand").toBe(drawn);
    });

    test("leaves nothing of its own behind", async ({ page, gloss }) => {
      await page.evaluate(() => {
        const own = new Highlight(new StaticRange({ startContainer: document.body, startOffset: 0, endContainer: document.body, endOffset: 1 }));
        CSS.highlights.set("of-the-page", own);
      });
      await gloss.destroy();
      const left = await page.evaluate(() => ({
        highlights: [...CSS.highlights.keys()],
        marks: document.querySelectorAll("news-gloss-mark, news-gloss-layer").length,
        sheets: document.adoptedStyleSheets.length,
      }));
      expect(left).toEqual({ highlights: ["of-the-page"], marks: 0, sheets: 0 });
    });
  });
}

test("listeners hear and a selection stands, before and after", async ({ page, gloss }) => {
  await page.addInitScript(() => {
    document.addEventListener("readystatechange", () => {
      if (document.readyState !== "interactive") return;
      globalThis.clicks = [];
      const link = document.querySelector("#linked");
      link.addEventListener("click", () => clicks.push("link"));
      link.querySelector("em").addEventListener("click", () => clicks.push("em"));
      document.querySelector("#story").addEventListener("click", () => clicks.push("story"));
      const range = findWords("Teresa Quispe Mamani spent");
      getSelection().setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    });
  });
  await gloss.open("nested");
  const selected = () => page.evaluate(() => getSelection().toString());
  expect(await selected()).toBe("Teresa Quispe Mamani spent");
  await page.evaluate(() => document.querySelector("#linked em").click());
  expect(await page.evaluate(() => clicks)).toEqual(["em", "link", "story"]);
  await gloss.destroy();
  expect(await selected()).toBe("Teresa Quispe Mamani spent");
  await page.evaluate(() => document.querySelector("#linked em").click());
  expect(await page.evaluate(() => clicks)).toEqual(["em", "link", "story", "em", "link", "story"]);
});

test("a click on a link within a name still leads where it led", async ({ page, gloss }) => {
  await gloss.open("tables");
  const { x, y } = await gloss.place("Chidi");
  await page.mouse.click(x, y);
  await expect(page).toHaveURL(/#people$/u);
});

test("copying and finding see the words as they were", async ({ page, gloss }) => {
  await gloss.open("plain");
  const { copied, found } = await page.evaluate(() => {
    getSelection().selectAllChildren(document.querySelector("#story h1 + p"));
    const copied = getSelection().toString().replaceAll(/\s+/gu, " ");
    getSelection().removeAllRanges();
    return { copied, found: window.find("that Grace Phiri built from oil drums") };
  });
  expect(copied).toContain("ZOMBA, Malawi — The library boat that Grace Phiri built from oil drums went back to work on Thursday");
  expect(found).toBe(true);
});

test("what is hidden, written in, code or marked off is left alone", async ({ page, gloss }) => {
  await gloss.open("nested");
  const text = await gloss.notes((notes) => notes.text);
  expect(text).toContain("Teresa Quispe Mamani spent");
  expect(text).not.toContain("keeps to itself");
  expect(text).not.toContain("const lima");
  expect(await page.evaluate(() => document.querySelector("textarea").value)).toBe("Julio Quispe");
});
