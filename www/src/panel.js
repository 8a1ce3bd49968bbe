// "In this story": who, which organisations, where, and who said what; and the switches of the kinds.

import { quoteEntry, speakerOf } from "./cardcontent.js";
import { fill, h, hide, show, tinted } from "./layer.js";
import { KINDS } from "./kinds.js";
import { place } from "./place.js";

/** @typedef {import("./stage.js").Stage} Stage */
/** @typedef {import("./words.js").Word} Word */
/** @typedef {import("../pkg/newsgloss.js").Entity} Entity */
/** @typedef {import("../pkg/newsgloss.js").EntityType} EntityType */

/** @type {[Word, EntityType][]} */
const LISTS = [
  ["people", "person"],
  ["organizations", "organization"],
  ["places", "place"],
];

export class Panel {
  #isOpen = false;

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    const { words } = stage;
    this.button = h(
      "button",
      {
        class: "open",
        part: "button",
        hidden: true,
        "aria-expanded": "false",
        "aria-controls": "panel",
        onclick: () => (this.#isOpen ? this.close() : this.open()),
      },
      words.say("story"),
    );
    this.element = h("div", {
      class: "sheet panel",
      part: "panel",
      id: "panel",
      popover: "manual",
      role: "dialog",
      "aria-label": words.say("story"),
      tabindex: -1,
      onkeydown: (event) => {
        if (/** @type {KeyboardEvent} */ (event).key === "Escape") this.close();
      },
    });
  }

  /** Shows the button when there is something behind it. */
  update() {
    this.button.hidden =
      !this.stage.settings.panel || !(this.stage.story.items.length || this.stage.story.sayings.length);
    if (this.#isOpen) this.#fill();
    this.lay();
  }

  open() {
    this.#isOpen = true;
    this.stage.card.close();
    this.#fill();
    this.button.setAttribute("aria-expanded", "true");
    show(this.element);
    this.#place();
    this.element.focus({ preventScroll: true });
    addEventListener("scroll", this.#onScroll, { capture: true, passive: true });
    document.addEventListener("pointerdown", this.#onPress);
  }

  /** @param {boolean} [returnsFocus] */
  close(returnsFocus = true) {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.button.setAttribute("aria-expanded", "false");
    removeEventListener("scroll", this.#onScroll, { capture: true });
    document.removeEventListener("pointerdown", this.#onPress);
    hide(this.element);
    if (returnsFocus) this.button.focus({ preventScroll: true });
  }

  #fill() {
    const { stage } = this;
    const { words, story } = stage;
    const title = h("h2", {}, words.say("story"));
    const close = h("button", { "aria-label": words.say("close"), onclick: () => this.close() }, "×");
    const lists = LISTS.map(([heading, type]) => {
      const entities = story.entities.filter((entity) => entity.type === type);
      return entities.length
        ? [
            h("h3", {}, words.say(heading)),
            h("ul", { class: "list" }, ...entities.map((entity) => this.#entry(entity))),
          ]
        : [];
    });
    fill(this.element, [h("div", { class: "head" }, title, close), ...lists.flat(), ...this.#said(), this.#legend()]);
  }

  /** @param {Entity} entity */
  #entry(entity) {
    const { stage } = this;
    const said = stage.story.sayingsOf(entity.id).length;
    const notes = [entity.description, said ? stage.words.say("quotes", said) : undefined].filter(Boolean).join(" · ");
    const [first] = stage.story.itemsOf(entity.id);
    const lines = [
      h("span", { dir: "auto" }, entity.name),
      notes ? h("span", { class: "quiet", dir: "auto" }, notes) : undefined,
    ];
    return h("li", {}, h("button", { onclick: () => stage.visit(first) }, ...lines));
  }

  #said() {
    const { stage } = this;
    if (!stage.story.sayings.length) return [];
    const entries = stage.story.sayings.map((saying) => {
      return quoteEntry(stage, saying, h("span", { class: "quiet", dir: "auto" }, speakerOf(stage, saying)));
    });
    return [h("h3", {}, stage.words.say("said")), h("ul", { class: "said" }, ...entries)];
  }

  /** The switches. Each kind has its letter too, so that its colour is never alone. */
  #legend() {
    const { stage } = this;
    const letters = stage.words.say("letters");
    const there = new Set(stage.story.items.map((item) => item.kind));
    const switches = KINDS.filter((kind) => there.has(kind)).map((kind) => {
      const box = h("input", { type: "checkbox", onchange: () => stage.toggle(kind, box.checked) });
      box.checked = stage.shown.has(kind);
      const letter = h("i", { "aria-hidden": "true" }, letters[KINDS.indexOf(kind)]);
      return tinted(h("label", { class: kind }, box, letter, stage.words.say(`kind.${kind}`)), kind);
    });
    if (!switches.length) return undefined;
    const group = { class: "legend", role: "group", "aria-labelledby": "legend" };
    return h("div", group, h("h3", { id: "legend" }, stage.words.say("marked")), ...switches);
  }

  /** Puts the button at the head of the article, at its outer end, above its first line: it takes no room there. */
  lay() {
    if (this.button.hidden) return;
    const { stage, button } = this;
    const { left, right, top } = stage.element.getBoundingClientRect();
    const origin = stage.layer.origin();
    const x = stage.isRtl() ? left : right - button.offsetWidth;
    const y = Math.max(top - button.offsetHeight - 4, origin.top > top ? -scrollY : top - button.offsetHeight - 4);
    button.style.transform = `translate(${Math.round(x - origin.left)}px, ${Math.round(y - origin.top)}px)`;
  }

  #place() {
    const rect = this.button.getBoundingClientRect();
    if (rect.bottom < -innerHeight || rect.top > 2 * innerHeight) return this.close(false);
    place([rect], this.element, {}, this.stage.isRtl() ? "start" : "end");
  }

  #onScroll = (/** @type {Event} */ event) => {
    if (event.target !== this.stage.layer.host) this.#place();
  };

  /** @param {PointerEvent} event */
  #onPress = (event) => {
    const path = event.composedPath();
    if (!path.includes(this.element) && !path.includes(this.button)) this.close(false);
  };
}
