import { createElement } from "react";
import { hydrateRoot } from "react-dom/client";
import { Article } from "./article.js";

function hydrate() {
  hydrateRoot(document.getElementById("root"), createElement(Article), {
    onRecoverableError: (error) => console.error("hydration:", error),
  });
  document.documentElement.dataset.hydrated = "";
}

// `?late`: hydrates when the test asks for it, after the article has been annotated.
if (new URLSearchParams(location.search).has("late")) addEventListener("hydrate", hydrate, { once: true });
else hydrate();
