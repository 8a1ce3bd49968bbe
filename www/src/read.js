// From the page to a text with its annotations, in slices; and from places in the text back to places in the page.

import { inSlices } from "./schedule.js";

/** @typedef {import("../pkg/newsgloss.js").Annotations} Annotations */
/** @typedef {import("./load.js").Reader} Reader */
/** @typedef {import("./options.js").Settings} Settings */
/** @typedef {import("../pkg/newsgloss.js").Span} Span */
/** @typedef {{ node: Text, offset: number }} Point */

/** Characters that stand in no text node have this owner. */
const NOBODY = 0xffffffff;
/** Nodes and bytes of a step: small enough for a slow phone, large enough that the calls do not count. */
const NODES = 64;
const BYTES = 2048;
/** How often a reading begins anew because the page changed, before it is done in one go. */
const PATIENCE = 3;

/**
 * The index of the last entry that is at most `value`; -1 when there is none.
 * @param {ArrayLike<number>} sorted
 * @param {number} value
 */
export function lastAtMost(sorted, value) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A text that was read from the page, and where each run of its characters stands. */
export class Part {
  /** The first run of each node. @type {Map<Text, number>} */
  #first = new Map();

  /**
   * @param {string} text
   * @param {Text[]} nodes
   * @param {Uint32Array} runs as `Article.runs` gives them
   */
  constructor(text, nodes, runs) {
    this.text = text;
    this.nodes = nodes;
    /** @param {number} field */
    const every = (field) => runs.filter((_, index) => index % 3 === field);
    this.starts = every(0);
    this.owners = every(1);
    this.offsets = every(2);
    this.owners.forEach((owner, run) => {
      if (owner !== NOBODY && !this.#first.has(nodes[owner])) this.#first.set(nodes[owner], run);
    });
  }

  /**
   * Where a span of the text begins and ends in the page; nothing when it stands in no text node at all.
   * @param {Span} span
   * @returns {{ from: Point, to: Point } | undefined}
   */
  locate({ start, end }) {
    let first = lastAtMost(this.starts, start);
    let last = lastAtMost(this.starts, end - 1);
    // A mark of <q> stands nowhere: the span begins with the words after it, and ends with those before it.
    while (first <= last && this.owners[first] === NOBODY) start = this.starts[++first];
    while (last >= first && this.owners[last] === NOBODY) end = this.starts[last--];
    if (first < 0 || first > last) return undefined;
    return {
      from: { node: this.nodes[this.owners[first]], offset: this.offsets[first] + start - this.starts[first] },
      to: { node: this.nodes[this.owners[last]], offset: this.offsets[last] + end - this.starts[last] },
    };
  }

  /**
   * The position in the text of a place in the page; -1 when it is not of this text.
   * @param {Text} node
   * @param {number} offset
   */
  offsetOf(node, offset) {
    let run = this.#first.get(node);
    if (run === undefined) return -1;
    const owner = this.owners[run];
    while (
      run + 1 < this.starts.length &&
      ((this.owners[run + 1] === owner && this.offsets[run + 1] <= offset) ||
        (this.owners[run + 1] === NOBODY && this.owners[run + 2] === owner && this.offsets[run + 2] <= offset))
    ) {
      run++;
    }
    return this.starts[run] + Math.max(0, offset - this.offsets[run]);
  }

  /**
   * The text nodes from one to another, both included.
   * @param {Text} from
   * @param {Text} to
   */
  nodesBetween(from, to) {
    const [first, last] = [from, to].map((node) => this.owners[this.#first.get(node) ?? 0]);
    return this.nodes.slice(first, last + 1);
  }
}

/**
 * Reads and annotates parts of the page.
 * @param {Reader} reader
 * @param {Node[]} roots in the order of the page
 * @param {Settings} settings
 * @param {{ changed: () => boolean, alive: () => boolean }} page says whether the page changed since it was last asked,
 *   and whether the work is still wanted
 * @returns {Promise<{ part: Part, annotations: Annotations, veiled: Element[] } | undefined>} nothing when not wanted
 */
export async function readPart(reader, roots, settings, page) {
  let article = new reader.Article(roots);
  page.changed();
  for (let times = 1; ; times++) {
    const done = await inSlices(
      () => article.step(times > PATIENCE ? 1e9 : NODES),
      () => page.alive() && !page.changed(),
    );
    if (done) break;
    article.free();
    if (!page.alive()) return undefined;
    article = new reader.Article(roots);
  }
  const part = new Part(article.text, article.nodes(), article.runs());
  const veiled = article.veiled();
  article.free();
  const job = startJob(reader, part.text, settings);
  if (!(await inSlices(() => job.step(BYTES), page.alive))) {
    job.free();
    return undefined;
  }
  return { part, annotations: job.finish(), veiled };
}

/**
 * @param {Reader} reader
 * @param {string} text
 * @param {Settings} settings
 */
export function startJob({ Facts, Job }, text, settings) {
  const { types, published, minScore, entries } = settings;
  // They are the same for every part of the article, and may be many.
  settings.facts ??= new Facts(
    entries.flatMap(({ name, aliases = [], type = "", description = "", url = "", wikidata = "" }) => {
      return [name, aliases.join("\n"), type, description, url, wikidata];
    }),
  );
  return new Job(text, types, published, minScore, settings.facts);
}
