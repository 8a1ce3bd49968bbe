// A page that goes on as one scrolls: each time the end comes into view, one more story is put after the last.

const STORIES = [
  [
    "Ferry to Chiloé runs out of cake",
    "PUERTO MONTT, Chile — Ximena Barría, the purser, apologised to 212 passengers on Tuesday.",
    "“It was the almond one,” Barría said.",
  ],
  [
    "Map thief of Leuven sends one back",
    "LEUVEN, Belgium — Koen Vermeersch opened a parcel from Toronto and found the map that he had missed since 2003.",
    "“Folded,” Vermeersch said. “Folded!”",
  ],
  [
    "Rain stops the chess in Chennai",
    "CHENNAI, India — Anitha Raghavan adjourned her game with Tomás Ferreyra on Sunday, a rook ahead and ankle deep.",
    "“I was winning and I was wet,” Raghavan said.",
  ],
  [
    "Postman of Lamu retires his donkey",
    "LAMU, Kenya — Salim Bwanaheri delivered his last letter on Friday, to himself.",
    "“It was a bill,” Bwanaheri said.",
  ],
];

const story = document.getElementById("story");
let next = 0;

function more() {
  if (next >= STORIES.length) return;
  const section = document.createElement("section");
  const [title, ...paragraphs] = STORIES[next++];
  const heading = document.createElement("h2");
  heading.textContent = title;
  section.append(
    heading,
    ...paragraphs.map((text) => Object.assign(document.createElement("p"), { textContent: text })),
  );
  story.append(section);
}

new IntersectionObserver(
  (entries) => {
    if (entries.some((entry) => entry.isIntersecting)) more();
  },
  { rootMargin: "100px" },
).observe(document.getElementById("end"));
