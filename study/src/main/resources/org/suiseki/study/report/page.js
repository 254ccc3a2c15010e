// Light or dark, and paper.

const theme = {
  button: document.getElementById("theme"),
  system: window.matchMedia("(prefers-color-scheme: dark)"),
  chosen: null,

  get dark() {
    return this.chosen ? this.chosen === "dark" : this.system.matches;
  },

  apply() {
    document.documentElement.dataset.theme = this.dark ? "dark" : "light";
    this.button.textContent = this.dark ? "Light" : "Dark";
    this.button.setAttribute("aria-label", `Switch to ${this.dark ? "light" : "dark"}`);
  },
};

theme.chosen =
  ["dark", "light"].find((name) => window.location.hash.slice(1).split("&").includes(name)) ?? null;
theme.button.addEventListener("click", () => {
  theme.chosen = theme.dark ? "light" : "dark";
  theme.apply();
});
theme.system.addEventListener("change", () => theme.apply());
theme.apply();

/** Figures are drawn again for the width of the sheet, so that their text is as large there as on the screen. */
function toPaper(printing) {
  document.documentElement.classList.toggle("printing", printing);
  for (const chart of charts) chart.fit();
}

window.matchMedia("print").addEventListener("change", (event) => toPaper(event.matches));
window.addEventListener("beforeprint", () => toPaper(true));
window.addEventListener("afterprint", () => toPaper(false));

/** Does the reader ask for less motion? */
function calm() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
