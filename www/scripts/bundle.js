// Makes dist/, the folder that a site copies: the widget bundled to one ES module, and the files that it loads by
// relative URL. Expects the output of wasm-bindgen in pkg/; `cargo xtask build` makes both.

import { execFileSync } from "node:child_process";
import { mkdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const { name, version } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));

// What rustc itself has on by default for wasm32-unknown-unknown; all of it is older than the oldest browser that
// newsgloss supports. Never `--all-features`: that writes modules that engines refuse.
const wasmFeatures = [
  "--enable-bulk-memory",
  "--enable-multivalue",
  "--enable-mutable-globals",
  "--enable-nontrapping-float-to-int",
  "--enable-reference-types",
  "--enable-sign-ext",
];

/** Writes the optimised module. */
function optimise(from, to) {
  const binaryen = path.dirname(createRequire(import.meta.url).resolve("binaryen/package.json"));
  const wasmOpt = path.join(binaryen, "bin", "wasm-opt");
  execFileSync(process.execPath, [wasmOpt, from, "-o", to, "-Oz", ...wasmFeatures], { stdio: "inherit" });
}

await rm(path.join(root, "dist"), { recursive: true, force: true });
await mkdir(path.join(root, "dist"));
optimise(path.join(root, "pkg", "newsgloss_bg.wasm"), path.join(root, "dist", "newsgloss_bg.wasm"));
await build({
  absWorkingDir: root,
  entryPoints: { newsgloss: "src/index.js" },
  outdir: "dist",
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  // Style sheets are put into shadow roots by the widget, so it wants their text.
  loader: { ".css": "text" },
  banner: { js: `/*! ${name} ${version} | MIT OR Apache-2.0; weights CC BY-SA 4.0 */` },
  logLevel: "warning",
});
