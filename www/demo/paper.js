// The page's own switch between light and dark, to show that newsgloss follows the page and not only the system.

const root = document.documentElement;
const button = document.getElementById("shade");
const system = matchMedia("(prefers-color-scheme: dark)");

/** Whether the page is dark now, by the reader's choice or else by the system's. */
const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);

function label() {
  button.textContent = isDark() ? "Light page" : "Dark page";
}

if (button) {
  button.hidden = false;
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    label();
  });
  system.addEventListener("change", label);
  label();
}
