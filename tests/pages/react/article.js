// An article as a React component: what the server renders and the browser hydrates. No JSX, so that both run it as it is.

import { createElement as h, useState } from "react";

const EDITIONS = [
  {
    headline: "Glass harp festival opens in Brno",
    paragraphs: [
      ["BRNO, Czech Republic — ", "Zdeňka Hradilová", " filled the first of 4,000 glasses on Friday."],
      ["“It is only water,” ", "Hradilová", " said. “It is the spoon that matters.”"],
      ["The Moravian Glass Guild paid 2 million koruna for the hall."],
    ],
  },
  {
    headline: "Glass harp festival opens late in Brno",
    paragraphs: [
      ["BRNO, Czech Republic — ", "Zdeňka Hradilová", " filled the first of 3,999 glasses on Friday evening."],
      ["One glass broke on the road from Vienna, said ", "Lukas Pfeiffer", ", who drove."],
      ["“It is only water,” ", "Hradilová", " said. “It is the spoon that matters.”"],
    ],
  },
];

export function Article() {
  const [edition, setEdition] = useState(0);
  const [clicks, setClicks] = useState(0);
  const { headline, paragraphs } = EDITIONS[edition % EDITIONS.length];
  return h(
    "div",
    null,
    h(
      "article",
      { id: "story" },
      h("h1", null, headline),
      // Strings next to strings: React keeps a text node of its own for each of them and comes back to it.
      paragraphs.map((parts, index) =>
        h("p", { key: parts[0] + index, onClick: () => setClicks(clicks + 1) }, ...parts),
      ),
      edition > 0 && h("p", { key: "note" }, "Edition ", String(edition + 1), ", with thanks to Jarmila Benešová."),
    ),
    h("p", null, h("button", { id: "again", type: "button", onClick: () => setEdition(edition + 1) }, "Next edition")),
    h("p", null, "Clicks: ", h("output", { id: "clicks" }, String(clicks))),
  );
}
