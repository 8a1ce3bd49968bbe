// What a card says: of a name, or of a quote. Rows with nothing to say are left out.

import { h, tinted } from "./layer.js";
import { meaning } from "./meaning.js";
import { safeUrl } from "./options.js";

/** @typedef {import("./stage.js").Stage} Stage */
/** @typedef {import("./story.js").Item} Item */
/** @typedef {import("./story.js").Saying} Saying */

/** The most of a quote that is shown, in characters. */
const LONGEST = 200;

/**
 * A quote that leads to its place in the text.
 * @param {Stage} stage
 * @param {Saying} saying
 * @param {...Node} before
 */
export function quoteEntry(stage, saying, ...before) {
  const { words } = saying;
  const text = words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()} …` : words;
  const go = () => stage.visitSaying(saying);
  return h("li", {}, h("button", { onclick: go }, ...before, h("span", { class: "words", dir: "auto" }, text)));
}

/**
 * @param {Stage} stage
 * @param {Item} item
 */
export function aboutName(stage, item) {
  const { words } = stage;
  const entity = stage.story.entities[item.mention.entity];
  const fact = stage.factOf(entity);
  const own = entity.description !== fact?.description ? entity.description : undefined;
  const url = safeUrl(entity.url);
  const means = meaning(entity.value, stage.settings.published, words);
  const mentions = stage.story.itemsOf(entity.id).filter((other) => stage.shown.has(other.kind));
  const sayings = stage.story.sayingsOf(entity.id);
  return [
    tinted(h("p", { class: "kind", part: "kind" }, words.say(entity.type)), item.kind),
    h("h2", { class: "name", part: "name", id: "name", dir: "auto" }, entity.name),
    ...described(own, words.say("here")),
    ...described(fact?.description, [words.say("known"), fact?.year].filter(Boolean).join(", ")),
    means ? h("p", { class: "who", dir: "auto" }, `${stage.wordsOf(item)} = ${means}`) : undefined,
    entity.aliases.length
      ? h("p", { class: "row quiet", dir: "auto" }, `${words.say("also")}: ${entity.aliases.slice(0, 8).join(" · ")}`)
      : undefined,
    turns(stage, item, mentions),
    ...said(stage, sayings),
    ...links(stage, url, entity.wikidata),
  ];
}

/**
 * @param {string | undefined} description
 * @param {string} source
 */
function described(description, source) {
  if (!description) return [];
  return [
    h("p", { class: "who", part: "description", id: "who", dir: "auto" }, description),
    h("p", { class: "from" }, source),
  ];
}

/**
 * "Mentioned 7 times", with the way to the mention before and after.
 * @param {Stage} stage
 * @param {Item} item
 * @param {Item[]} mentions
 */
function turns(stage, item, mentions) {
  const { words } = stage;
  const count = words.say("mentioned", mentions.length);
  if (mentions.length < 2) return h("p", { class: "row quiet" }, count);
  const at = mentions.indexOf(item);
  /**
   * @param {"previous" | "next"} word
   * @param {number} step
   * @param {string} sign
   */
  const turn = (word, step, sign) => {
    const to = mentions[(at + step + mentions.length) % mentions.length];
    return h("button", { "data-key": word, "aria-label": words.say(word), onclick: () => stage.turn(to, word) }, sign);
  };
  const [back, on] = words.dir === "rtl" ? "›‹" : "‹›";
  return h("div", { class: "row turn quiet" }, h("span", {}, count), turn("previous", -1, back), turn("next", 1, on));
}

/**
 * "Says", with the first quote, and the rest when asked for.
 * @param {Stage} stage
 * @param {Saying[]} sayings
 */
function said(stage, sayings) {
  if (!sayings.length) return [];
  const { words } = stage;
  const list = h("ul", { class: "said" }, quoteEntry(stage, sayings[0]));
  const rest = sayings.slice(1);
  const more = h(
    "button",
    {
      class: "quiet",
      onclick: () => {
        more.hidden = true;
        const entries = rest.map((saying) => quoteEntry(stage, saying));
        list.append(...entries);
        entries[0].querySelector("button")?.focus();
      },
    },
    words.say("more", rest.length),
  );
  return [
    h("p", { class: "row quiet" }, words.say("says")),
    list,
    rest.length ? h("div", { class: "more" }, more) : undefined,
  ];
}

/**
 * @param {Stage} stage
 * @param {string | undefined} url
 * @param {string | undefined} wikidata
 */
function links(stage, url, wikidata) {
  const list = [
    url ? h("a", { href: url, rel: "noopener" }, stage.words.say("about")) : undefined,
    wikidata && /^Q\d+$/.test(wikidata)
      ? h("a", { href: `https://www.wikidata.org/wiki/${wikidata}`, rel: "noopener noreferrer" }, "Wikidata")
      : undefined,
  ].filter((link) => link !== undefined);
  return list.length
    ? [h("p", { class: "row quiet" }, ...list.flatMap((link, index) => (index ? [" · ", link] : [link])))]
    : [];
}

/** From which score on a speaker is called clear, and from which likely. */
const SURE = 0.8;
const LIKELY = 0.5;

/**
 * Who speaks: the name, or the words of the article, and never a blank.
 * @param {Stage} stage
 * @param {Saying} saying
 */
export function speakerOf({ story, words }, { quote, source }) {
  if (quote.entity !== null) return story.entities[quote.entity].name;
  return source ? words.say("unnamed", source) : words.say("nobody");
}

/**
 * Who that is, and how sure we are.
 * @param {Stage} stage
 * @param {Saying} saying
 */
export function aboutSpeaker({ story, words }, { quote: { entity, score } }) {
  const who = entity === null ? undefined : story.entities[entity].description;
  return [
    who ? h("p", { class: "who", id: "who", dir: "auto" }, who) : undefined,
    h("p", { class: "from" }, words.say(score >= SURE ? "sure" : score >= LIKELY ? "likely" : "unsure")),
  ];
}

/**
 * @param {Stage} stage
 * @param {Saying} saying
 */
export function aboutQuote(stage, saying) {
  const { entity } = saying.quote;
  const item = entity === null ? undefined : stage.story.itemsOf(entity)[0];
  const name = speakerOf(stage, saying);
  const title = item ? h("button", { onclick: () => stage.visit(item) }, name) : name;
  return [
    h("p", { class: "kind" }, stage.words.say("quote")),
    h("h2", { class: "name", part: "name", id: "name", dir: "auto" }, title),
    ...aboutSpeaker(stage, saying),
  ];
}
