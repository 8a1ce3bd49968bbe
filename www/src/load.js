// The module with the reader in it: fetched once a page, compiled while it streams.

import init, * as reader from "../pkg/newsgloss.js";

/** @type {Promise<typeof reader> | undefined} */
let loading;

/**
 * The reader's functions. A failure is remembered: one request that fails is enough.
 *
 * wasm-bindgen's `init` finds the file by `new URL("newsgloss_bg.wasm", import.meta.url)`, which bundlers know.
 */
export function load() {
  loading ??= init().then(() => reader);
  return loading;
}
