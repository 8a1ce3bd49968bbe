import { createApp, h, ref } from "vue";

const EDITIONS = [
  [
    ["TBILISI, Georgia — ", "Nino Kvaratskheli", " found the recipe in a piano on Monday."],
    ["“It says butter,” ", "Kvaratskheli", " said. “It does not say how much.”"],
    ["The Walnut Museum of Kutaisi offered 700 lari for the piano."],
  ],
  [
    ["TBILISI, Georgia — ", "Nino Kvaratskheli", " found two recipes in a piano on Monday."],
    ["Her neighbor, ", "Davit Lomidze", ", believes that there is a third."],
    ["“It says butter,” ", "Kvaratskheli", " said. “It does not say how much.”"],
  ],
];

createApp({
  setup() {
    const edition = ref(0);
    const clicks = ref(0);
    return () => [
      h("article", { id: "story" }, [
        h("h1", "A recipe in a piano"),
        ...EDITIONS[edition.value % EDITIONS.length].map((parts) => h("p", { onClick: () => clicks.value++ }, parts)),
        edition.value > 0 ? h("p", ["Edition ", String(edition.value + 1), ", with thanks to Levan Abuladze."]) : null,
      ]),
      h("p", h("button", { id: "again", type: "button", onClick: () => edition.value++ }, "Next edition")),
      h("p", ["Clicks: ", h("output", { id: "clicks" }, String(clicks.value))]),
    ];
  },
}).mount("#root");
document.documentElement.dataset.hydrated = "";
