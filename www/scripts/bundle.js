// Makes dist/, the folder that a site copies: the widget bundled to one ES module, and the files that it loads by
// relative URL. Expects the wasm module and its bindings in pkg/; `cargo xtask build` makes both.

import { copyFile, mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const { name, version } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));

await rm(path.join(root, "dist"), { recursive: true, force: true });
await mkdir(path.join(root, "dist"));
await copyFile(path.join(root, "pkg", "newsgloss_bg.wasm"), path.join(root, "dist", "newsgloss_bg.wasm"));
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
