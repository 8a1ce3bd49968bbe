// The room of newsgloss's own: a shadow root beside the article, out of reach of the page's styles.

import { COLOURS, KINDS } from "./kinds.js";
import css from "./layer.css";

/** @typedef {import("./kinds.js").Kind} Kind */

/** @type {CSSStyleSheet | undefined} */
let sheet;

/**
 * Makes an element. Text is only ever text; no markup goes in.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | number | boolean | EventListener | undefined>} [attributes] `onclick` and its like are
 *   listeners; `true` is an empty attribute, `false` none
 * @param {...(Node | string | undefined)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  if (element instanceof HTMLButtonElement) element.type = "button";
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  return fill(element, children);
}

/**
 * Gives an element new content; rows with nothing in them are left out.
 * @template {Element} E
 * @param {E} element
 * @param {(Node | string | undefined)[]} children
 */
export function fill(element, children) {
  element.replaceChildren(...children.filter((child) => child !== undefined));
  return element;
}

/** A shadow root with a room in it, of the host's type. */
export class Layer {
  /**
   * @param {Element} article
   * @param {HTMLElement | undefined} host the site's `<news-gloss>`; without it we bring an element of our own
   * @param {import("./words.js").Words} words
   */
  constructor(article, host, words) {
    this.article = article;
    this.isOurs = !host;
    this.host = host ?? document.createElement("news-gloss-layer");
    this.shadow = this.host.shadowRoot ?? this.host.attachShadow({ mode: "open" });
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
    }
    this.shadow.adoptedStyleSheets = [sheet];
    this.room = h("div", { class: "room", part: "room", lang: words.lang, dir: words.dir });
    this.shadow.replaceChildren(this.room);
    const root = article.getRootNode();
    if (this.isOurs) (root instanceof ShadowRoot ? root : document.body).append(this.host);
  }

  /**
   * Takes over the host's type and colours.
   * @param {"light" | "dark"} tone
   */
  dress(tone) {
    const { fontSize, fontFamily } = getComputedStyle(this.article);
    const styles = getComputedStyle(this.article);
    const { style } = this.room;
    this.room.dataset.tone = tone;
    style.setProperty("--type", `${fontSize} ${fontFamily}`);
    for (const kind of KINDS) {
      const chosen = styles.getPropertyValue(`--news-gloss-${kind}`).trim();
      style.setProperty(`--${kind}`, chosen || COLOURS[tone][kind]);
    }
  }

  /** Where the room's upper left corner is in the window; places within it count from there. */
  origin() {
    const { left, top } = this.host.getBoundingClientRect();
    return { left, top };
  }

  destroy() {
    if (this.isOurs) this.host.remove();
    else this.shadow.replaceChildren();
  }
}

/**
 * Gives an element the colour of a kind.
 * @template {HTMLElement} E
 * @param {E} element
 * @param {Kind} kind
 */
export function tinted(element, kind) {
  element.style.setProperty("--tint", `var(--${kind})`);
  return element;
}

/**
 * Shows a sheet above all else of the page, where the browser can.
 * @param {HTMLElement} element
 */
export function show(element) {
  if (element.showPopover) {
    if (!element.matches(":popover-open")) element.showPopover();
  } else element.classList.add("shown");
}

/** @param {HTMLElement} element */
export function hide(element) {
  if (element.hidePopover) {
    if (element.matches(":popover-open")) element.hidePopover();
  } else element.classList.remove("shown");
}
