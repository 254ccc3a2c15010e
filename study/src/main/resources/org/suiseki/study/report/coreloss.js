// What the report of a core-loss study shows, in which order, and what it says before its figures.

const QUESTION =
  "A core-loss (carbon K-edge) spectrum is all that is known of a molecule. Which of its properties can be read from " +
  "it, and at which energies do they sit? Each property is predicted from the spectrum, from the ratios of elements, and from both, by a " +
  "network and by dull models, on molecules that the models have not seen. Intensive properties should need the spectrum " +
  "alone, extensive ones the ratios as well (Kikumasa et al., Adv. Intell. Syst. 2021, doi:10.1002/aisy.202100103).";

/** The sections: {id, title, lead, hint, has(data), draw(host, study)}; a hint is for the screen only. */
const CORE_LOSS = [
  {
    id: "question",
    title: "Question",
    has: () => true,
    draw: (host, { data }) => host.append(element("p", { class: "prose" }, data.question ?? QUESTION)),
  },
  {
    id: "properties",
    title: "Properties",
    has: (data) => rows(data.scores).length,
    draw: (host, study) => new ScoreTable(host, study, study.data.scores),
  },
  {
    id: "verdicts",
    title: "Verdicts",
    lead: "Does the claim hold here, property by property, on molecules held out at random?",
    has: (data) => rows(data.verdicts).length,
    draw: (host, study) => verdictList(host, study, study.data.verdicts),
  },
  {
    id: "parity",
    title: "Predictions",
    lead: "Every molecule was predicted by models that had not seen it.",
    hint: "Point at one to see it, click to open it.",
    has: (data) => rows(data.parity).some((set) => rows(set.points).length),
    draw: (host, study) => new Parity(host, study, study.data.parity),
  },
  {
    id: "spectrum",
    title: "Spectrum",
    has: (data) => rows(data.spectra?.grid).length > 1,
    hint: "Drag to zoom, pinch on touch, Ctrl and wheel (or the wheel alone after a click); double-click shows the whole range; arrow keys move the cursor.",
    draw: (host, study) =>
      new SpectrumExplorer(
        host,
        study,
        new View([study.data.spectra.grid[0], study.data.spectra.grid.at(-1)]),
      ),
  },
  {
    id: "molecules",
    title: "Molecules",
    has: (data) => rows(data.molecules).length,
    draw: (host, study) => new MoleculeExplorer(host, study),
  },
  {
    id: "calibration",
    title: "Calibration",
    has: (data) => rows(data.calibration).length || rows(data.reliability).length,
    lead: "Of the values that a stated interval should hold, how many does it hold? On the diagonal the uncertainty is true.",
    draw: drawCalibration,
  },
  {
    id: "robustness",
    title: "Robustness",
    has: (data) => rows(data.robustness).length,
    lead: "The spectra of the test molecules were disturbed; the models were trained on clean spectra, or on disturbed ones as well.",
    draw: (host, study) => robustness(host, study, study.data.robustness),
  },
  {
    id: "done",
    title: "What was done",
    has: (data) => data.provenance || rows(data.notes).length,
    draw: drawDone,
  },
];

function drawCalibration(host, study) {
  const curves = rows(study.data.calibration);
  const figures = rows(study.data.reliability);
  const panels = host.appendChild(element("div", { class: "panels" }));
  for (const split of distinct([...curves, ...figures], "split", SPLITS)) {
    const panel = panels.appendChild(element("div", { class: "panel" }));
    const title =
      split === "random" ? "Folds at random" : split === "scaffold" ? "Folds by scaffold" : String(split);
    panel.append(element("h3", {}, title));
    const own = (entry) => entry.split === split;
    if (curves.some(own)) reliabilityChart(panel, title, curves.filter(own));
    if (figures.some(own)) panel.append(reliabilityTable(study, figures.filter(own)));
  }
  if (figures.length) host.append(element("p", { class: "figure-note" }, RELIABILITY_NOTE));
}

function drawDone(host, study) {
  const notes = rows(study.data.notes);
  if (notes.length)
    host.append(
      element("h3", {}, "Limits"),
      element(
        "ul",
        { class: "prose" },
        notes.map((note) => element("li", {}, note)),
      ),
    );
  if (study.data.provenance) provenance(host, study.data);
}
