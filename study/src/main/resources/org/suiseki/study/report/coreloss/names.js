// Words for the names in the data. A name that is not listed is shown as it is.

const MODELS = {
  network: { text: "network", mark: "disc" },
  trees: { text: "trees", mark: "triangle" },
  ridge: { text: "ridge", mark: "square" },
  mean: { text: "mean", mark: "bar" },
};
const FEATURES = { spectrum: "spectrum", ratios: "ratios", both: "both" };
const FEATURES_LONG = { spectrum: "from the spectrum", ratios: "from the element ratios", both: "from both" };
const SPLITS = { random: "random", scaffold: "by scaffold" };
const METHODS = {
  "masking-baseline": { text: "masking, local baseline", axis: "Mean change of the prediction when masked" },
  "masking-mean": { text: "masking, dataset mean", axis: "Mean change of the prediction when masked" },
  "integrated-gradients": { text: "integrated gradients", axis: "Contribution" },
};
const DISTURBANCES = { noise: "Added noise", shift: "Energy miscalibration", broadening: "Broadening" };
const TRAININGS = { plain: "plain training", augmented: "augmented training" };
const STAGES = { raw: "as trained", recalibrated: "recalibrated" };
const VERDICTS = { yes: "holds", partly: "holds in part", no: "does not hold" };
const VERDICT_COUNTS = { yes: "hold", partly: "hold in part", no: "do not hold" };
const KINDS = { intensive: "intensive", extensive: "extensive" };

const modelText = (name) => MODELS[name]?.text ?? String(name);
const methodText = (name) => METHODS[name]?.text ?? String(name);

/** The four marks of the models; form and colour both tell them apart. */
function modelMark(model, x, y, size = 4.5) {
  const name = `mark mark-${MODELS[model] ? model : "other"}`;
  switch (MODELS[model]?.mark) {
    case "disc":
      return shape("circle", { class: name, cx: x, cy: y, r: size });
    case "square":
      return shape("rect", {
        class: name,
        x: x - size * 0.85,
        y: y - size * 0.85,
        width: size * 1.7,
        height: size * 1.7,
      });
    case "bar":
      return shape("path", { class: name, d: `M${x} ${y - size - 1.5}V${y + size + 1.5}` });
    default:
      return shape("path", {
        class: name,
        d: `M${x} ${y - size * 1.15}l${size * 1.1} ${size * 2}h${-size * 2.2}Z`,
      });
  }
}

/** What all parts look things up in: the data, its properties and molecules by name and place. */
class Study {
  constructor(data) {
    this.data = data;
    this.properties = rows(data.properties).filter((property) => typeof property?.name === "string");
    this.molecules = rows(data.molecules);
    this.byName = new Map(this.properties.map((property) => [property.name, property]));
    this.opened = [];
  }

  /** The property of this name; one that the data does not declare stands for itself, without unit. */
  property(name) {
    return this.byName.get(name) ?? { name, label: name, unit: "", kind: "" };
  }

  label(name) {
    const property = this.property(name);
    return property.label ?? property.name;
  }

  /** The properties that occur in `entries`, in the order of the data. */
  propertiesIn(entries) {
    const found = new Set(entries.map((entry) => entry.property));
    const declared = this.properties.map((p) => p.name).filter((name) => found.has(name));
    return [...declared, ...[...found].filter((name) => !this.byName.has(name))];
  }

  score(property, features, model, split) {
    return rows(this.data.scores).find(
      (row) =>
        row.property === property && row.features === features && row.model === model && row.split === split,
    );
  }

  onOpen(listener) {
    this.opened.push(listener);
  }

  /** Shows a molecule in the explorer. */
  open(index, scroll = true) {
    this.opened.forEach((listener) => listener(index, scroll));
  }
}
