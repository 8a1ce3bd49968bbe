// The day of publication, as the page gives it.

import { dayOf } from "./options.js";

/** How deep into nested JSON-LD we look. */
const DEPTH = 6;

/**
 * `YYYY-MM-DD`, or nothing. The time that the article marks as its own comes first, then JSON-LD, then `<meta>`, then the
 * first `<time>` of the article.
 * @param {ParentNode & Node} root
 * @returns {string | undefined}
 */
export function findPublished(root) {
  const page = root.ownerDocument ?? document;
  return (
    dayOf(time(root, "time[itemprop~=datePublished], time[pubdate]")) ??
    fromJsonLd(page) ??
    dayOf(
      page
        .querySelector(
          'meta[property="article:published_time"], meta[itemprop=datePublished], meta[name=date], meta[name="dc.date"]',
        )
        ?.getAttribute("content"),
    ) ??
    dayOf(time(root, "time[datetime]"))
  );
}

/**
 * @param {ParentNode} root
 * @param {string} selector
 */
const time = (root, selector) => root.querySelector(selector)?.getAttribute("datetime");

/** @param {Document} page */
function fromJsonLd(page) {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const found = search(JSON.parse(script.textContent ?? ""), DEPTH);
      if (found) return found;
    } catch {
      // Broken JSON-LD is common, and no business of ours.
    }
  }
  return undefined;
}

/**
 * @param {any} value
 * @param {number} depth
 * @returns {string | undefined}
 */
function search(value, depth) {
  if (!depth || typeof value !== "object" || value === null) return undefined;
  const own = Array.isArray(value) ? undefined : dayOf(value.datePublished);
  if (own) return own;
  for (const inner of Object.values(value).slice(0, 100)) {
    const found = search(inner, depth - 1);
    if (found) return found;
  }
  return undefined;
}
