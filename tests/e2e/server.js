// Serves the built widget, the demo and the test pages to the browser tests, as a site's own server would.
//
// Two origins, so that one can embed the other:
//   SITE      /dist/ and the demo from www, /pages/ from tests/pages
//   STRANGER  somebody else's site: www/dist as /newsgloss/, and an article with the README's snippet, /as-printed or
//             with its script /from-elsewhere, the first site
//
// `?renderer=mark` on a page puts that renderer into its <news-gloss>. /built/ holds the React and Vue programs.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import sirv from "sirv";
import { longPage } from "../pages/long.js";
import { Article } from "../pages/react/article.js";
import { SITE, STRANGER } from "./ports.js";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** The policy that the widget must work under, as a newspaper with a strict one would send it. */
const STRICT =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'";

/** A module script of another origin needs the leave of the server that it comes from. */
const open = { dev: true, setHeaders: (response) => response.setHeader("access-control-allow-origin", "*") };
const www = sirv(path("../../www"), open);
const pages = sirv(path("../pages"), open);
const dist = sirv(path("../../www/dist"), { dev: true });

/** The programs of the React and Vue pages, bundled anew at each start and kept in memory. */
async function bundle() {
  const { outputFiles } = await build({
    entryPoints: { react: path("../pages/react/client.js"), vue: path("../pages/vue/client.js") },
    bundle: true,
    format: "esm",
    define: {
      "process.env.NODE_ENV": '"production"',
      __VUE_OPTIONS_API__: "false",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "true",
    },
    outdir: "/built",
    write: false,
  });
  return new Map(outputFiles.map(({ path, text }) => [path, text]));
}

async function html(name, query) {
  let page;
  if (name === "long") page = longPage(Number(query.get("words") ?? 50_000));
  else page = await readFile(path(`../pages/${name}.html`), "utf8");
  if (name === "react") page = page.replace("<!--react-->", () => renderToString(createElement(Article)));
  const renderer = query.get("renderer");
  if (renderer === "mark") page = page.replaceAll('renderer="highlight"', 'renderer="mark"');
  return page;
}

function send(response, type, body, headers = {}) {
  response.writeHead(200, { "content-type": type, ...headers });
  response.end(body);
}

function missing(response) {
  response.writeHead(404, { "content-type": "text/plain" });
  response.end("Not found");
}

function site(built) {
  return async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://localhost");
    const page = /^\/pages\/([a-z]+)\.html$/u.exec(pathname)?.[1];
    if (pathname === "/favicon.ico") {
      response.writeHead(204);
      response.end();
    } else if (built.has(pathname)) {
      send(response, "text/javascript", built.get(pathname));
    } else if (page) {
      try {
        const policy = page === "csp" ? { "content-security-policy": STRICT } : {};
        send(response, "text/html; charset=utf-8", await html(page, searchParams), policy);
      } catch {
        missing(response);
      }
    } else if (pathname.startsWith("/pages/")) {
      request.url = request.url.slice("/pages".length);
      pages(request, response, () => missing(response));
    } else {
      www(request, response, () => missing(response));
    }
  };
}

/** The first HTML that the README prints: what a site puts into its pages. */
async function snippet() {
  const [, html] = /```html\n([^`]*<news-gloss[^`]*)```/u.exec(await readFile(path("../../README.md"), "utf8"));
  return html;
}

const STRANGERS_STORY = `<article id="story">
<p>“The bees came first,” said Oluwaseun Adebayo, who keeps the clock tower in Ibadan, Nigeria.</p></article>`;

async function stranger(request, response) {
  const copy = "/newsgloss/";
  if (request.url.startsWith(copy)) {
    request.url = request.url.slice(copy.length - 1);
    dist(request, response, () => missing(response));
    return;
  }
  const elsewhere = { "/as-printed": copy, "/from-elsewhere": `${SITE}/dist/` }[request.url];
  if (!elsewhere) return missing(response);
  const head = (await snippet()).replaceAll(copy, elsewhere);
  const page = '<!doctype html><html lang="en"><title>Another site</title><link rel="icon" href="data:,">';
  send(response, "text/html; charset=utf-8", page + head + STRANGERS_STORY);
}

/** Starts both servers; the answer stops them. */
export async function serve() {
  const servers = [
    createServer(site(await bundle())).listen(new URL(SITE).port),
    createServer(stranger).listen(new URL(STRANGER).port),
  ];
  return () => Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await serve();
