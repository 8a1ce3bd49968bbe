// Turns what somebody pastes into nodes that are safe to show: the structure of a text and nothing that acts, loads or
// styles. What is not on the lists below is left out; a list of what is dangerous would never be complete.

const BLOCKS = [
  "address",
  "article",
  "aside",
  "blockquote",
  "caption",
  "dd",
  "div",
  "dl",
  "dt",
  "figcaption",
  "figure",
  "footer",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "header",
  "hr",
  "li",
  "main",
  "ol",
  "p",
  "pre",
  "section",
  "table",
  "tbody",
  "td",
  "tfoot",
  "th",
  "thead",
  "tr",
  "ul",
];
const INLINES = [
  "a",
  "abbr",
  "b",
  "bdi",
  "bdo",
  "br",
  "cite",
  "code",
  "em",
  "i",
  "mark",
  "q",
  "s",
  "small",
  "span",
  "strong",
  "sub",
  "sup",
  "time",
  "u",
  "wbr",
];
const KEPT = new Set([...BLOCKS, ...INLINES]);

/** Elements whose content is no text of the article. All others that are not kept give way to their content. */
const DROPPED = new Set([
  "audio",
  "button",
  "canvas",
  "dialog",
  "embed",
  "form",
  "head",
  "iframe",
  "input",
  "math",
  "noscript",
  "object",
  "option",
  "picture",
  "script",
  "select",
  "style",
  "svg",
  "template",
  "textarea",
  "title",
  "video",
]);

/** Attributes that only describe text, and what their values must look like. */
const ATTRIBUTES = { dir: /^(?:ltr|rtl|auto)$/u, lang: /^[A-Za-z0-9-]{1,35}$/u, datetime: /^[\w:+. -]{1,40}$/u };

/** Whether a pasted text is meant as HTML: it has a tag that closes, or a block that opens. */
export function looksLikeHtml(text) {
  return /<\/[a-z][a-z0-9]*\s*>|<(?:p|br|div|article|html|!doctype)[\s/>]/iu.test(text.slice(0, 20_000));
}

/** One paragraph for each run of lines between blank lines. */
export function fromText(text) {
  const made = document.createDocumentFragment();
  for (const part of text.split(/\n\s*\n/u)) {
    if (!part.trim()) continue;
    const paragraph = document.createElement("p");
    paragraph.textContent = part.trim();
    made.append(paragraph);
  }
  return made;
}

/** The inert part of an HTML text. Scripts in it never run: it is parsed into a document of its own and then copied. */
export function fromHtml(html) {
  const parsed = parse(html);
  const made = document.createDocumentFragment();
  // A list instead of recursion: markup may be nested as deep as its author liked.
  const open = [[parsed.body, made]];
  while (open.length) {
    const [from, to] = open.pop();
    for (const child of [...from.childNodes]) {
      if (child.nodeType === Node.TEXT_NODE) {
        to.append(child.data);
      } else if (child.nodeType === Node.ELEMENT_NODE && !DROPPED.has(child.localName)) {
        const copy = copyOf(child);
        to.append(copy);
        open.push([child, copy]);
      }
    }
  }
  return made;
}

function copyOf(element) {
  const copy = document.createElement(KEPT.has(element.localName) ? element.localName : "span");
  for (const [name, shape] of Object.entries(ATTRIBUTES)) {
    const value = element.getAttribute(name);
    if (value !== null && shape.test(value)) copy.setAttribute(name, value);
  }
  if (element.localName === "a") link(copy, element.getAttribute("href"));
  return copy;
}

/** Gives a copy its address if that is a web page's; `javascript:`, `data:` and the like are left out. */
function link(copy, href) {
  if (href === null || !URL.canParse(href)) return;
  const { protocol } = new URL(href);
  if (protocol === "https:" || protocol === "http:") {
    copy.href = href;
    copy.rel = "noopener noreferrer nofollow";
  }
}

/** Where the page's policy asks for Trusted Types, parsing needs a policy, though nothing of its result ever runs. */
const policy = globalThis.trustedTypes?.createPolicy("newsgloss-paste", { createHTML: (text) => text });

function parse(html) {
  return new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, "text/html");
}
