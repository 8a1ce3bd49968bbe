// Prints what a reader downloads, with the version and the integrity hash of the script, and fails when it is too much.

import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

// A kilobyte is 1,000 bytes here.
const limits = [
  { what: "JS and CSS, gzip", most: 20_000, of: (file) => (/\.(js|css)$/.test(file.name) ? file.gzip : 0) },
  { what: "everything, brotli", most: 500_000, of: (file) => file.brotli },
];

const dist = new URL("../dist/", import.meta.url);

async function measure(name) {
  const bytes = await readFile(new URL(name, dist));
  return {
    name,
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes).length,
  };
}

function row(name, ...numbers) {
  const cells = numbers.map((cell) => (typeof cell === "number" ? cell.toLocaleString("en") : cell).padStart(11));
  return name.padEnd(24) + cells.join("");
}

const total = (files, of) => files.reduce((sum, file) => sum + of(file), 0);

const names = (await readdir(dist, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`.slice(fileURLToPath(dist).length).replace(/^\//, ""))
  .sort();
const files = await Promise.all(names.map(measure));

console.log(row("bytes", "raw", "gzip", "brotli"));
for (const file of files) console.log(row(file.name, file.raw, file.gzip, file.brotli));
console.log(row("total", ...["raw", "gzip", "brotli"].map((form) => total(files, (file) => file[form]))));

const { version } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
const script = await readFile(new URL("newsgloss.js", dist));
console.log(`\nnewsgloss.js ${version}  integrity="sha384-${createHash("sha384").update(script).digest("base64")}"`);

for (const { what, most, of } of limits) {
  const bytes = total(files, of);
  const verdict = bytes <= most ? "ok" : "TOO MUCH";
  console.log(`${what}: ${(bytes / 1000).toFixed(1)} of ${most / 1000} KB: ${verdict}`);
  if (bytes > most) process.exitCode = 1;
}
