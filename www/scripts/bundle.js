// Makes dist/, the folder that a site copies: the widget bundled to one ES module, and the files that it loads by
// relative URL. Expects the wasm module and its bindings in pkg/; `cargo xtask build` makes both.

import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { minify } from "terser";

const root = fileURLToPath(new URL("..", import.meta.url));
const { name, version } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));

await rm(path.join(root, "dist"), { recursive: true, force: true });
await mkdir(path.join(root, "dist"));
await copyFile(path.join(root, "pkg", "newsgloss_bg.wasm"), path.join(root, "dist", "newsgloss_bg.wasm"));
await copyFile(path.join(root, "src", "words.json"), path.join(root, "dist", "words.json"));

/** Style sheets are put into shadow roots by the widget, so it wants their text. */
const styles = {
  name: "styles",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ["src/index.js"],
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  // Modules are always UTF-8.
  charset: "utf8",
  plugins: [styles],
  write: false,
  logLevel: "warning",
});
// A second look by another minifier takes off some three per cent more.
const { code } = await minify(outputFiles[0].text, {
  module: true,
  compress: { ecma: 2020, passes: 3, pure_getters: true, unsafe_arrows: true },
  format: {
    ascii_only: false,
    preamble: `/*! ${name} ${version} | MIT OR Apache-2.0; weights CC BY-SA 4.0 */`,
  },
});
await writeFile(path.join(root, "dist", "newsgloss.js"), code);
