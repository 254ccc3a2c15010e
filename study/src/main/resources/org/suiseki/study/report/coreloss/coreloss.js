// What the report of a core-loss study shows, in which order, and what it says before its figures.

const QUESTION =
  "A core-loss (carbon K-edge) spectrum is all that is known of a molecule. Which of its properties can be read from " +
  "it, and at which energies do they sit? Each property is predicted from the spectrum, from the ratios of elements, and from both, by a " +
  "network and by dull models, on molecules that the models have not seen. Intensive properties should need the spectrum " +
  "alone, extensive ones the ratios as well (Kikumasa et al., Adv. Intell. Syst. 2021, doi:10.1002/aisy.202100103).";

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

function spectraText(spectra) {
  const grid = rows(spectra?.grid);
  if (grid.length < 2) return null;
  const unit = spectra.unit ?? "";
  const parts = [`${fixed(grid[0], 1)} to ${withUnit(fixed(grid.at(-1), 1), unit)}, ${grid.length} points`];
  if (isNumber(spectra.sigma))
    parts.push(`broadened with σ ${withUnit(significant(spectra.sigma, 2), unit)}`);
  if (isNumber(spectra.shift))
    parts.push(
      spectra.shift === 0 ? "not shifted" : `shifted by ${withUnit(significant(spectra.shift, 3), unit)}`,
    );
  return parts.join(", ");
}

/** `#molecule=qm9_6` in the address opens that molecule. */
function openNamed(study, words) {
  const id = words.find((word) => word.startsWith("molecule="))?.slice(9);
  const index = study.molecules.findIndex((molecule) => molecule.id === id);
  if (index >= 0) study.open(index);
}

const REPORT = {
  sections: () => CORE_LOSS,
  counted: () => ({ key: "molecules", one: "molecule", title: "Molecules" }),
  head: headline,
  read: (data) => new Study(data),
  open: openNamed,
  facts: (data) => [["Spectra", spectraText(data.spectra)]],
};
