// Two components of a site: one that shows the article's own nodes through a slot, one with an article in its shadow.

class FactBox extends HTMLElement {
  connectedCallback() {
    const box = document.createElement("aside");
    const title = document.createElement("p");
    title.textContent = "In Weifang";
    box.append(title, document.createElement("slot"));
    this.attachShadow({ mode: "open" }).append(box);
  }
}

class StoryPart extends HTMLElement {
  connectedCallback() {
    const text = document.createElement("p");
    text.id = "inner";
    text.textContent = "Meanwhile in Lisbon, Dulce Fragoso of the Kite Club of Belém flew one of them over the Tagus on Sunday.";
    this.attachShadow({ mode: "open" }).append(text);
  }
}

customElements.define("fact-box", FactBox);
customElements.define("story-part", StoryPart);
