// <news-gloss for="#story">: the widget without a line of code.

import { Notes } from "./notes.js";
import { readOptions } from "./options.js";
import { debounced } from "./schedule.js";

const ATTRIBUTES = ["for", "types", "published", "lang", "min-score", "renderer", "panel", "knowledge", "theme"];

/** How near to the window an article must come before anything is loaded for it: a screen away. */
const NEAR = "100% 0px";

/**
 * Annotates the article that its `for` selects. Dispatches `ready`, `open`, `close` and `error`; `notes` is what
 * `annotate` would give.
 */
export class NewsGloss extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  /** @type {Notes | null} */
  notes = null;
  /** @type {Element | null} */
  #article = null;
  /** @type {IntersectionObserver | undefined} */
  #near;
  /** @type {MutationObserver | undefined} */
  #page;

  connectedCallback() {
    this.#look();
    // The article may come later, or go and another come in its place.
    this.#page = new MutationObserver(this.#lookSoon);
    this.#page.observe(this.getRootNode(), { childList: true, subtree: true });
  }

  disconnectedCallback() {
    this.#page?.disconnect();
    this.#lookSoon.cancel();
    this.#leave();
  }

  attributeChangedCallback() {
    if (!this.isConnected || !this.#page) return;
    this.#leave();
    this.#lookSoon();
  }

  #lookSoon = debounced(() => this.#look(), 50);

  /** Finds the article. */
  #look() {
    if (this.#article?.isConnected) return;
    this.#leave();
    const root = /** @type {ParentNode & Node} */ (this.getRootNode());
    try {
      this.#article = root.querySelector(this.getAttribute("for") ?? "");
    } catch {
      return this.#fail(new TypeError("newsgloss: the attribute for must be a CSS selector"));
    }
    if (!this.#article) return;
    this.#near = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.#start();
      },
      { rootMargin: NEAR },
    );
    this.#near.observe(this.#article);
  }

  #start() {
    this.#near?.disconnect();
    if (!this.#article) return;
    try {
      const root = this.#article.shadowRoot ?? this.#article;
      this.notes = new Notes(root, readOptions(this.#options(), root), this);
    } catch (error) {
      return this.#fail(error);
    }
    this.notes.start();
  }

  /** @param {unknown} error */
  #fail(error) {
    this.dispatchEvent(new CustomEvent("error", { detail: error, composed: true }));
  }

  #leave() {
    this.#near?.disconnect();
    this.notes?.destroy();
    this.notes = null;
    this.#article = null;
  }

  #options() {
    /** @param {string} name */
    const get = (name) => this.getAttribute(name)?.trim() || undefined;
    const score = get("min-score");
    const panel = this.getAttribute("panel");
    return {
      types: get("types")?.split(/[\s,]+/),
      published: get("published"),
      lang: get("lang"),
      minScore: score === undefined ? undefined : Number(score),
      renderer: get("renderer"),
      panel: panel === null || !/^(off|none|false|no)$/i.test(panel),
      knowledge: get("knowledge"),
      theme: get("theme"),
    };
  }
}
