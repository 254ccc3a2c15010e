// The page: which parts a schema shows, in which order, and what they say before their figures.

const QUESTION = "A core-loss (carbon K-edge) spectrum is all that is known of a molecule. Which of its properties can be read from "
  + "it, and at which energies do they sit? Each property is predicted from the spectrum, from the ratios of elements, and from both, by a "
  + "network and by dull models, on molecules that the models have not seen. Intensive properties should need the spectrum "
  + "alone, extensive ones the ratios as well (Kikumasa et al., Adv. Intell. Syst. 2021, doi:10.1002/aisy.202100103).";

/** Sections of "core-loss-report": {id, title, lead, hint, has(data), draw(host, study)}; a hint is for the screen only. */
const CORE_LOSS = [
  { id: "question", title: "Question", has: () => true, draw: (host, { data }) => host.append(element("p", { class: "prose" }, data.question ?? QUESTION)) },
  { id: "properties", title: "Properties", has: (data) => rows(data.scores).length, draw: (host, study) => new ScoreTable(host, study, study.data.scores) },
  { id: "verdicts", title: "Verdicts", lead: "Does the claim hold here, property by property?", has: (data) => rows(data.verdicts).length,
    draw: (host, study) => verdictList(host, study, study.data.verdicts) },
  { id: "parity", title: "Predictions", lead: "Every molecule was predicted by models that had not seen it.", hint: "Point at one to see it, click to open it.",
    has: (data) => rows(data.parity).some((set) => rows(set.points).length), draw: (host, study) => new Parity(host, study, study.data.parity) },
  { id: "spectrum", title: "Spectrum", has: (data) => rows(data.spectra?.grid).length > 1,
    hint: "Drag to zoom, pinch on touch, Ctrl and wheel (or the wheel alone after a click); double-click shows the whole range; arrow keys move the cursor.",
    draw: (host, study) => new SpectrumExplorer(host, study, new View([study.data.spectra.grid[0], study.data.spectra.grid.at(-1)])) },
  { id: "molecules", title: "Molecules", has: (data) => rows(data.molecules).length, draw: (host, study) => new MoleculeExplorer(host, study) },
  { id: "calibration", title: "Calibration", has: (data) => rows(data.calibration).length,
    lead: "Of the values that a stated interval should hold, how many does it hold? On the diagonal the uncertainty is true.",
    draw: (host, study) => drawCalibration(host, study.data.calibration) },
  { id: "robustness", title: "Robustness", has: (data) => rows(data.robustness).length,
    lead: "The spectra of the test molecules were disturbed; the models were trained on clean spectra, or on disturbed ones as well.",
    draw: (host, study) => robustness(host, study, study.data.robustness) },
  { id: "done", title: "What was done", has: (data) => data.provenance || rows(data.notes).length, draw: drawDone },
];

function drawCalibration(host, curves) {
  const panels = host.appendChild(element("div", { class: "panels" }));
  for (const split of distinct(curves, "split", SPLITS)) {
    const panel = panels.appendChild(element("div", { class: "panel" }));
    const title = split === "random" ? "Folds at random" : split === "scaffold" ? "Folds by scaffold" : String(split);
    reliabilityChart(panel, title, curves.filter((curve) => curve.split === split));
  }
}

function drawDone(host, study) {
  const notes = rows(study.data.notes);
  if (notes.length) host.append(element("h3", {}, "Limits"), element("ul", { class: "prose" }, notes.map((note) => element("li", {}, note))));
  if (study.data.provenance) provenance(host, study.data);
}

/** Why a part is not on the page, at its end, so that nobody looks for it in vain. */
function missing(sections, data) {
  const absent = sections.filter((section) => !section.has(data)).map((section) => section.title);
  return absent.length ? element("p", { class: "notice" }, `Not part of this run: ${absent.join(", ")}.`) : null;
}

function masthead(data) {
  const { created, seed, quick, data: source } = data.provenance ?? {};
  const facts = [created ? moment(created) : null, isNumber(source?.molecules) ? plural(source.molecules, "molecule") : null,
    isNumber(seed) ? `seed ${seed}` : null, quick === true ? "quick run" : null].filter(Boolean);
  return element("header", { class: "masthead" }, element("h1", {}, data.title ?? "Report"),
    data.subtitle ? element("p", { class: "subtitle" }, data.subtitle) : null,
    facts.length ? element("p", { class: "faint" }, facts.join(" · ")) : null);
}

function headline(data) {
  const sentences = rows(data.headline);
  if (!sentences.length) return null;
  return element("section", { id: "findings", "aria-label": "Findings" }, element("ol", { class: "headline" }, sentences.map((text) => element("li", {}, text))));
}

function build(data) {
  const study = new Study(data);
  const main = document.getElementById("content");
  main.append(...[masthead(data), headline(data)].filter(Boolean));
  const shown = CORE_LOSS.filter((section) => section.has(data));
  for (const { id, title, lead, hint, draw } of shown) {
    const host = element("section", { id, "aria-labelledby": `${id}-title` }, element("h2", { id: `${id}-title` }, title),
      lead || hint ? element("p", { class: "lead" }, lead, hint ? element("span", { class: "hint" }, " ", hint) : null) : null);
    main.append(host);
    draw(host, study);
  }
  const absent = missing(CORE_LOSS, data);
  if (absent) main.append(absent);
  document.getElementById("contents").append(...shown.map(({ id, title }) => element("a", { href: `#${id}` }, title)));
  openNamed(study);
}

/** `#molecule=qm9_6` in the address opens that molecule. */
function openNamed(study) {
  const id = addressWords().find((word) => word.startsWith("molecule="))?.slice(9);
  const index = study.molecules.findIndex((molecule) => molecule.id === id);
  if (index >= 0) study.open(index);
}

function addressWords() {
  return decodeURIComponent(window.location.hash.slice(1)).split("&");
}

function follow() {
  const links = new Map([...document.querySelectorAll("#contents a")].map((link) => [link.hash.slice(1), link]));
  const watcher = new IntersectionObserver((seen) => {
    for (const { target, isIntersecting } of seen) {
      if (!isIntersecting) continue;
      links.forEach((link, id) => (id === target.id ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current")));
    }
  }, { rootMargin: "-20% 0px -70% 0px" });
  document.querySelectorAll("main section").forEach((section) => links.has(section.id) && watcher.observe(section));
}

build(JSON.parse(document.getElementById("report-data").textContent));
follow();
