// Text, attributes, options and knowledge files by somebody who means harm.

import { expect, test } from "../gloss.js";

/** Sets off no matter how it becomes markup. */
const BOMB = '<img src=x onerror="globalThis.fired = true"><script>globalThis.fired = true</script>';

/** An article made of paragraphs, annotated with options that are made in the page. */
async function annotated(page, paragraphs, options = {}) {
  await page.goto("/pages/empty.html");
  return page.evaluate(
    async ([paragraphs, options]) => {
      const { annotate } = await import("/dist/newsgloss.js");
      const story = document.createElement("article");
      story.id = "story";
      story.append(...paragraphs.map((text) => Object.assign(document.createElement("p"), { textContent: text })));
      document.querySelector("#main").append(story);
      globalThis.notes = await annotate(story, options);
    },
    [paragraphs, options],
  );
}

const fired = (page) => page.evaluate(() => globalThis.fired === true);

/** Opens the card of some words by a click, and gives it. */
async function openCard(page, words) {
  const { x, y } = await page.evaluate((words) => {
    const { left, top, width, height } = findWords(words).getClientRects()[0];
    return { x: left + width / 2, y: top + height / 2 };
  }, words);
  await page.mouse.click(x, y);
  const card = page.locator("news-gloss-layer .card");
  await expect(card).toBeVisible();
  return card;
}

for (const renderer of ["highlight", "mark"]) {
  test(`markup in the text stays text (${renderer})`, async ({ page }) => {
    const text = `Amina Diallo, a <b>painter</b> ${BOMB}, lives in Accra. “${BOMB},” Diallo said on Tuesday.`;
    await annotated(page, [text, text], { renderer });
    const card = await openCard(page, "Amina Diallo");
    expect(await card.locator("img, script, b").count()).toBe(0);
    await page.keyboard.press("Escape");
    await page.locator("news-gloss-layer .open").click();
    await expect(page.locator("news-gloss-layer .panel")).toContainText("onerror");
    expect(await page.locator("news-gloss-layer .panel").locator("img, script, b").count()).toBe(0);
    expect(await fired(page)).toBe(false);
    expect(await page.evaluate(() => document.querySelector("#story").textContent)).toBe(text + text);
  });
}

test("markup in the element's attributes does nothing but an error that says so", async ({ page }) => {
  await page.goto("/pages/plain.html");
  await page.waitForFunction(() => seen.events.some(({ name }) => name === "ready"));
  for (const [name, value] of Object.entries({
    for: `#story${BOMB}`,
    types: BOMB,
    published: BOMB,
    "min-score": BOMB,
    renderer: BOMB,
    knowledge: "javascript:fired=true",
    theme: BOMB,
  })) {
    const error = await page.evaluate(
      ([name, value]) =>
        new Promise((done) => {
          document.querySelector("news-gloss").remove();
          const element = document.createElement("news-gloss");
          element.setAttribute("for", "#story");
          element.setAttribute(name, value);
          element.addEventListener("error", ({ detail }) => done(String(detail)));
          document.body.append(element);
        }),
      [name, value],
    );
    expect(error, name).toMatch(/^TypeError: newsgloss: /u);
  }
  expect(await fired(page)).toBe(false);
});

test("a language that is markup is taken for no language", async ({ page }) => {
  await annotated(page, ["Amina Diallo lives in Accra."], { lang: `"><img src=x onerror=fired=true>` }).catch(() => {});
  await page.waitForTimeout(100);
  expect(await fired(page)).toBe(false);
});

test.describe("knowledge", () => {
  const TEXT = ["Amina Diallo lives in Accra. Kofi Mensah of Kumasi met Diallo there on Tuesday."];

  test("is text, whatever it holds", async ({ page }) => {
    await annotated(page, TEXT, {
      knowledge: {
        entries: [{ name: "Amina Diallo", description: BOMB, aliases: [BOMB], url: "https://example.org/diallo" }],
      },
    });
    const card = await openCard(page, "Amina Diallo");
    await expect(card).toContainText("<img src=x onerror=");
    expect(await card.locator("img, script").count()).toBe(0);
    await expect(card.locator('a[href="https://example.org/diallo"]')).toHaveCount(1);
    expect(await fired(page)).toBe(false);
  });

  for (const url of [
    "javascript:fired=true",
    "JaVaScRiPt:fired=true",
    " javascript:fired=true",
    "java\nscript:fired=true",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "blob:http://localhost/x",
    "file:///etc/passwd",
    "//",
    "http://",
    "https://[",
  ]) {
    test(`gives no link to ${JSON.stringify(url)}`, async ({ page }) => {
      await annotated(page, TEXT, { knowledge: { entries: [{ name: "Amina Diallo", description: "Painter", url }] } });
      const card = await openCard(page, "Amina Diallo");
      await expect(card).toContainText("Painter");
      expect(await card.locator("a").count()).toBe(0);
      const given = await page.evaluate(() => notes.entities.map(({ url }) => url).filter(Boolean));
      expect(given).toEqual([]);
    });
  }

  test("cannot reach the prototypes of the page", async ({ page }) => {
    const json =
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"entries":[' +
      '{"name":"__proto__","description":"x","__proto__":{"polluted":1}},{"name":"constructor","aliases":["hasOwnProperty","toString"]},' +
      '{"name":"Amina Diallo","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"description":"Painter"}]}';
    await page.route("**/evil.json", (route) => route.fulfill({ contentType: "application/json", body: json }));
    await annotated(page, [...TEXT, "The constructor met __proto__ and toString in Accra."], {
      knowledge: "/evil.json",
    });
    expect(
      await page.evaluate(() => ({}).polluted ?? Object.polluted ?? [].polluted ?? Function.prototype.polluted),
    ).toBe(undefined);
    const card = await openCard(page, "Amina Diallo");
    await expect(card).toContainText("Painter");
  });

  test("of a giant file is taken in or left, and the article is annotated", async ({ page }) => {
    test.setTimeout(60_000);
    const body = JSON.stringify({
      entries: Array.from({ length: 200_000 }, (_, index) => ({
        name: `Nobody ${index}`,
        description: "x".repeat(40),
      })),
    });
    await page.route("**/giant.json", (route) => route.fulfill({ contentType: "application/json", body }));
    await annotated(page, TEXT, { knowledge: "/giant.json" });
    expect(await page.evaluate(() => notes.entities.map(({ name }) => name))).toContain("Amina Diallo");
  });

  for (const [what, source] of Object.entries({
    "a cycle":
      "const cycle = { entries: [] }; cycle.entries.push(cycle); cycle.self = cycle; return { knowledge: cycle };",
    "entries of every kind":
      "return { knowledge: { entries: [null, 1, 'x', [], {}, { name: 5 }, { name: '' }, { name: {} }, { name: ['a'] }, Symbol.iterator] } };",
    "a name of a million letters":
      "return { knowledge: { entries: [{ name: 'A'.repeat(1e6), aliases: ['b'.repeat(1e6)] }] } };",
    "a proxy":
      "return { knowledge: new Proxy({}, { get: (_, key) => (key === 'entries' ? [{ name: 'x' }] : undefined) }) };",
    getters: "return { knowledge: { get entries() { return [{ get name() { return 'x'; } }]; } } };",
  })) {
    test(`made of ${what} is harmless`, async ({ page }) => {
      await annotated(page, []);
      const names = await page.evaluate(
        async ([source, text]) => {
          notes.destroy();
          const { annotate } = await import("/dist/newsgloss.js");
          const story = document.querySelector("#story");
          story.textContent = text;
          const made = await annotate(story, new Function(source)());
          return made.entities.map(({ name }) => name);
        },
        [source, TEXT[0]],
      );
      expect(names).toContain("Amina Diallo");
    });
  }

  for (const body of ["", "{", "null", "[]", "42", '"entries"', '{"entries":{}}', "<!doctype html>"]) {
    test(`that is ${JSON.stringify(body)} is an error event, and the article is annotated`, async ({ page }) => {
      await page.route("**/topics.json", (route) => route.fulfill({ contentType: "application/json", body }));
      await annotated(page, TEXT);
      const { names, errors } = await page.evaluate(async () => {
        notes.destroy();
        const { annotate } = await import("/dist/newsgloss.js");
        const errors = [];
        const story = document.querySelector("#story");
        story.addEventListener("news-gloss-error", ({ detail }) => errors.push(String(detail)));
        const made = await annotate(story, { knowledge: "/topics.json" });
        return { names: made.entities.map(({ name }) => name), errors };
      });
      expect(names).toContain("Amina Diallo");
      expect(errors).toHaveLength(1);
    });
  }
});

for (const [what, source] of Object.entries({
  "a getter that throws": "return { get types() { throw new Error('no'); } };",
  "types without an end": "return { types: { length: 1e9, 0: 'person' } };",
  "a cyclic list": "const list = []; list.push(list); return { types: list };",
  "a list as long as a book": "return { types: new Array(1e6).fill('persons') };",
  "a number": "return 7;",
  "a string": "return '<b>';",
  "an element of no page": "return { renderer: document.createElement('div') };",
  "a score that is code": "return { minScore: '0); alert(1' };",
})) {
  test(`options made of ${what} are refused, and the article stays as it was`, async ({ page }) => {
    await annotated(page, ["Amina Diallo lives in Accra."]);
    const { error, same } = await page.evaluate(async (source) => {
      notes.destroy();
      const { annotate } = await import("/dist/newsgloss.js");
      const story = document.querySelector("#story");
      const before = story.outerHTML;
      let error = "none";
      try {
        const made = await annotate(story, new Function(source)());
        await new Promise(
          (done) =>
            made.on("error", (detail) => {
              error = String(detail);
              done();
            }) && setTimeout(done, 200),
        );
      } catch (thrown) {
        error = String(thrown);
      }
      return { error, same: story.outerHTML === before };
    }, source);
    expect(error).toMatch(/^TypeError: newsgloss: /u);
    expect(same).toBe(true);
  });
}

test("what is no element is refused", async ({ page }) => {
  await page.goto("/pages/empty.html");
  const errors = await page.evaluate(async () => {
    const { annotate } = await import("/dist/newsgloss.js");
    const values = [undefined, null, "#story", {}, document, document.createTextNode("Accra")];
    return Promise.all(values.map((value) => annotate(value).then(() => "accepted", String)));
  });
  for (const error of errors) expect(error).toMatch(/^TypeError: newsgloss: /u);
});

test("elements nested five hundred deep, as deep as parsers go, and a thousand side by side", async ({ page }) => {
  await annotated(page, []);
  const names = await page.evaluate(async () => {
    notes.destroy();
    const { annotate } = await import("/dist/newsgloss.js");
    const story = document.querySelector("#story");
    let at = story;
    for (let depth = 0; depth < 500; depth++) at = at.appendChild(document.createElement(depth % 2 ? "span" : "div"));
    at.textContent = "Amina Diallo lives in Accra.";
    for (let count = 0; count < 1000; count++)
      story.append(document.createElement("p"), "", document.createComment("x"));
    const made = await annotate(story, { renderer: "mark" });
    const names = made.entities.map(({ name }) => name);
    made.destroy();
    return names;
  });
  expect(names).toContain("Amina Diallo");
});

test("a page that has its own ideas of built-ins is not made worse", async ({ page }) => {
  await page.addInitScript(() => {
    // What old libraries do to the prototypes.
    Array.prototype.last = function () {
      return this[this.length - 1];
    };
    Object.prototype.extend = function () {};
    String.prototype.contains = function (part) {
      return this.includes(part);
    };
  });
  await page.goto("/pages/plain.html");
  await page.waitForFunction(() => seen.events.some(({ name }) => name === "ready"));
  expect(
    await page.evaluate(() => document.querySelector("news-gloss").notes.entities.map(({ name }) => name)),
  ).toContain("Grace Phiri");
});
