// Pages that change: what arrives, what goes, what is shown at last.

/**
 * What became of the article since it was last asked.
 * @typedef {object} Changes
 * @property {Node[]} added nodes that came
 * @property {Text[]} edited text nodes whose words changed
 * @property {Element[]} restyled elements that may have been shown or hidden
 * @property {boolean} removed whether anything went
 */

const ATTRIBUTES = ["class", "style", "hidden", "open", "aria-hidden", "data-gloss-skip"];

/** Watches an article, and hears nothing of what newsgloss itself does to it. */
export class Watch {
  /** @type {MutationRecord[]} */
  #records = [];
  /** Whether anything happened since `touched` was last called. */
  #touched = false;

  /**
   * @param {Node} root
   * @param {() => void} onChange called when the page has changed something
   */
  constructor(root, onChange) {
    this.onChange = onChange;
    this.observer = new MutationObserver((records) => this.#take(records));
    this.observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ATTRIBUTES,
    });
  }

  /** @param {MutationRecord[]} records */
  #take(records) {
    if (!records.length) return;
    this.#records.push(...records);
    this.#touched = true;
    this.onChange();
  }

  /**
   * Makes a change of our own.
   * @param {() => void} change
   */
  quietly = (change) => {
    this.#take(this.observer.takeRecords());
    try {
      change();
    } finally {
      this.observer.takeRecords();
    }
  };

  /** Whether the page changed anything since this was last asked. */
  touched() {
    this.#take(this.observer.takeRecords());
    const touched = this.#touched;
    this.#touched = false;
    return touched;
  }

  /** @returns {Changes} */
  changes() {
    this.#take(this.observer.takeRecords());
    /** @type {Changes} */
    const changes = { added: [], edited: [], restyled: [], removed: false };
    for (const { type, target, addedNodes, removedNodes } of this.#records) {
      if (type === "characterData") changes.edited.push(/** @type {Text} */ (target));
      else if (type === "attributes") changes.restyled.push(/** @type {Element} */ (target));
      else {
        changes.added.push(...addedNodes);
        changes.removed ||= removedNodes.length > 0;
      }
    }
    this.#records = [];
    return changes;
  }

  stop() {
    this.observer.disconnect();
    this.#records = [];
  }
}

/**
 * The block that a node is part of: where a change of a word may change the meaning of its neighbours.
 * @param {Node} node
 * @param {Node} root never goes beyond
 * @returns {Node}
 */
export function blockOf(node, root) {
  let at = node;
  while (
    at !== root &&
    at.parentNode &&
    !(at instanceof Element && !/^inline|contents/.test(getComputedStyle(at).display))
  ) {
    at = at.parentNode;
  }
  return at;
}

/**
 * The nodes in the order of the page, without those that lie within another.
 * @param {Iterable<Node>} nodes
 */
export function outermost(nodes) {
  const sorted = [...new Set(nodes)].sort((a, b) =>
    a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  /** @type {Node[]} */
  const kept = [];
  for (const node of sorted) if (!kept.at(-1)?.contains(node)) kept.push(node);
  return kept;
}
