// The six kinds that a reader tells apart, made of the twelve types of the contract.

/** @typedef {import("../pkg/newsgloss.js").EntityType} EntityType */
/** @typedef {"person" | "organization" | "place" | "event" | "product" | "figure"} Kind */

/** @type {readonly Kind[]} */
export const KINDS = ["person", "organization", "place", "event", "product", "figure"];

/** @type {Record<EntityType, Kind>} */
export const KIND_OF = {
  person: "person",
  organization: "organization",
  place: "place",
  group: "place",
  event: "event",
  work: "event",
  law: "event",
  product: "product",
  date: "figure",
  money: "figure",
  percent: "figure",
  quantity: "figure",
};

/** @param {EntityType} type */
export const kindOf = (type) => KIND_OF[type];

/**
 * The colour of each kind on a light and on a dark page. Each has at least 5:1 against white or near-black, so that a
 * line at half its strength can still be seen, and their lightness and hue differ for colour-blind readers too.
 * @type {Record<"light" | "dark", Record<Kind, string>>}
 */
export const COLOURS = {
  light: {
    person: "#0a53a8",
    organization: "#9a3a00",
    place: "#00694c",
    event: "#8a2a86",
    product: "#6a5800",
    figure: "#565e66",
  },
  dark: {
    person: "#7fb8ff",
    organization: "#ffa873",
    place: "#4fd3a5",
    event: "#ea9be6",
    product: "#dfc94f",
    figure: "#b4bdc6",
  },
};
