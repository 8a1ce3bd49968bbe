// Embedding: the README's lines on an empty page of another site; several articles; late articles; what is asked of servers.

import { expect, test } from "../gloss.js";
import { SITE, STRANGER } from "../ports.js";

const STORY = `<article id="story"><p>“The bees came first,” said Oluwaseun Adebayo, who keeps the clock tower in Ibadan, Nigeria.</p></article>`;

test.describe("the README's snippet, on a page of another site,", () => {
  test.use({ provokes: { patterns: [new RegExp(`^request: ${STRANGER}/`, "u")] } });

  const works = async (page, path) => {
    await page.goto(STRANGER + path);
    await page.waitForFunction(() => seen.events.some(({ name }) => name === "ready"));
    const found = await page.evaluate(() =>
      document.querySelector("news-gloss").notes.entities.map(({ name }) => name),
    );
    expect(found).toContain("Oluwaseun Adebayo");
  };

  test("works as printed, where dist was copied to that site", async ({ page }) => {
    await works(page, "/as-printed");
    const script = await page.evaluate(() => document.querySelector("script").getAttribute("src"));
    expect(script).toBe("/newsgloss/newsgloss.js");
  });

  test("works where dist stays on the first site", async ({ page }) => {
    const requests = [];
    page.on("request", (request) => requests.push(request.url()));
    await works(page, "/from-elsewhere");
    const paths = requests.filter((url) => url.startsWith(SITE)).map((url) => url.slice(SITE.length));
    expect(paths.sort()).toEqual(["/dist/newsgloss.js", "/dist/newsgloss_bg.wasm", "/dist/words.json"]);
  });
});

test("asks its server for three files and for nothing else", async ({ page }) => {
  const requests = [];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  await page.goto("/pages/plain.html");
  await page.waitForFunction(() => seen.events.some(({ name }) => name === "ready"));
  await page.waitForTimeout(300);
  expect(requests.filter((path) => path !== ",").sort()).toEqual([
    "/dist/newsgloss.js",
    "/dist/newsgloss_bg.wasm",
    "/dist/words.json",
    "/pages/plain.html",
  ]);
  expect(await page.evaluate(() => document.cookie + localStorage.length + sessionStorage.length)).toBe("00");
});

test("adds nothing to the page's globals", async ({ page }) => {
  const globals = () =>
    page.evaluate(() =>
      Object.getOwnPropertyNames(globalThis)
        .filter((name) => !/^\d+$/u.test(name))
        .sort(),
    );
  await page.route("**/dist/newsgloss.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  await page.goto("/pages/plain.html");
  const before = await globals();
  await page.unroute("**/dist/newsgloss.js");
  await page.goto("/pages/plain.html");
  await page.waitForFunction(() => seen.events.some(({ name }) => name === "ready"));
  expect(await globals()).toEqual(before);
});

test("several articles on one page, each its own, and one wasm for all", async ({ page }) => {
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto("/pages/empty.html");
  await page.evaluate(async () => {
    const { annotate } = await import("/dist/newsgloss.js");
    const texts = ["Amina Diallo lives in Accra.", "Kofi Mensah lives in Kumasi.", "Diallo is a village in Mali."];
    const stories = texts.map((text) => Object.assign(document.createElement("article"), { textContent: text }));
    document.querySelector("#main").append(...stories);
    globalThis.all = await Promise.all(stories.map((story) => annotate(story)));
    all[0].destroy();
  });
  const names = await page.evaluate(() => all.slice(1).map(({ entities }) => entities.map(({ name }) => name)));
  expect(names[0]).toContain("Kofi Mensah");
  expect(names[0]).not.toContain("Amina Diallo");
  expect(await page.evaluate(() => CSS.highlights.size), "the others keep theirs").toBeGreaterThan(0);
  expect(requests.filter((url) => url.endsWith(".wasm"))).toHaveLength(1);
});

test("an article that comes later than its element", async ({ page }) => {
  await page.goto("/pages/empty.html");
  await page.evaluate(async (html) => {
    await import("/dist/newsgloss.js");
    document.body.append(Object.assign(document.createElement("news-gloss"), {}));
    document.querySelector("news-gloss").setAttribute("for", "#story");
    await new Promise((done) => setTimeout(done, 200));
    document.querySelector("#main").innerHTML = html;
  }, STORY);
  await page.waitForFunction(() => seen.events.some(({ name }) => name === "ready"));
});

test("an article far below is left until the reader comes near", async ({ page }) => {
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.addInitScript(() => {
    document.addEventListener("readystatechange", () => {
      if (document.readyState === "interactive") document.querySelector("#story").style.marginTop = "500vh";
    });
  });
  await page.goto("/pages/plain.html");
  await page.waitForTimeout(500);
  expect(requests.filter((url) => url.endsWith(".wasm"))).toHaveLength(0);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.waitForFunction(() => seen.events.some(({ name }) => name === "ready"));
});

test("options as attributes do what they do as an object", async ({ page }) => {
  await page.goto("/pages/empty.html");
  await page.evaluate(async (html) => {
    document.querySelector("#main").innerHTML =
      html + '<news-gloss for="#story" types="place" lang="fr" theme="dark"></news-gloss>';
    await import("/dist/newsgloss.js");
  }, STORY);
  await page.waitForFunction(() => seen.events.some(({ name }) => name === "ready"));
  const types = await page.evaluate(() => [
    ...new Set(document.querySelector("news-gloss").notes.entities.map(({ type }) => type)),
  ]);
  expect(types).toEqual(["place"]);
  await expect(page.locator("news-gloss .open")).toHaveText("Dans cet article");
  await expect(page.locator("news-gloss .room")).toHaveAttribute("data-tone", "dark");
});

test("dates are resolved against the day that the page gives", async ({ page }) => {
  // plain.html has the day in a meta tag: Friday, 10 April 2026.
  await page.goto("/pages/plain.html");
  await page.waitForFunction(() => seen.events.some(({ name }) => name === "ready"));
  const dates = await page.evaluate(() =>
    document
      .querySelector("news-gloss")
      .notes.entities.filter(({ type }) => type === "date")
      .map(({ name, value }) => `${name} = ${value?.date}`),
  );
  expect(dates).toContain("Thursday = 2026-04-09");
});

test("find gives mentions with their ranges", async ({ page }) => {
  await page.goto("/pages/plain.html");
  await page.waitForFunction(() => seen.events.some(({ name }) => name === "ready"));
  const found = await page.evaluate(() => {
    const { notes } = document.querySelector("news-gloss");
    const { entity, mentions, quotes } = notes.find("phiri");
    const texts = mentions.map(({ range }) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString();
    });
    return {
      name: entity.name,
      texts: [...new Set(texts)].sort(),
      quotes: quotes.length,
      nobody: notes.find("Nobody At All"),
    };
  });
  expect(found.name).toBe("Grace Phiri");
  expect(found.texts).toEqual(["Grace Phiri", "Phiri"]);
  expect(found.quotes).toBeGreaterThan(1);
  expect(found.nobody).toBe(undefined);
});

test("an open shadow root is read when it is what is asked for", async ({ page }) => {
  await page.goto("/pages/shadow.html");
  const { names, same } = await page.evaluate(async () => {
    const { annotate } = await import("/dist/newsgloss.js");
    const root = document.querySelector("story-part").shadowRoot;
    const before = root.innerHTML;
    const notes = await annotate(root, { renderer: "mark" });
    const names = notes.entities.map(({ name }) => name);
    notes.destroy();
    return { names, same: root.innerHTML === before };
  });
  expect(names).toContain("Dulce Fragoso");
  expect(same).toBe(true);
});
