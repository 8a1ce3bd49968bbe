// The module with the reader in it: fetched once a page, compiled while it streams.

import { Article, Facts, initSync, Job } from "../pkg/newsgloss.js";

/** @typedef {{ Article: typeof Article, Facts: typeof Facts, Job: typeof Job }} Reader */

/** @type {Promise<Reader> | undefined} */
let loading;

/**
 * The reader. A failure is remembered: one request that fails is enough.
 * @returns {Promise<Reader>}
 */
export function load() {
  loading ??= compile().then((module) => {
    initSync({ module });
    return { Article, Facts, Job };
  });
  return loading;
}

/** Bundlers and content delivery networks know a file by this form; the build puts it beside the script. */
async function compile() {
  const response = await fetch(new URL("newsgloss_bg.wasm", import.meta.url));
  if (!response.ok) throw new Error(`newsgloss: ${response.url} answered ${response.status}`);
  // A server that does not know the media type gets it compiled all the same, only later.
  return /wasm/.test(response.headers.get("content-type") ?? "")
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
