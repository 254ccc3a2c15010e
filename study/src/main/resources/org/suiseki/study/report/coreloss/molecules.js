// One molecule at a time: its drawing, its spectrum, what was predicted, and the molecules that the model finds alike.

const LIST_LENGTH = 40;

class MoleculeExplorer {
  constructor(host, study) {
    this.study = study;
    this.molecules = study.molecules;
    this.grid = rows(study.data.spectra?.grid);
    this.view = this.grid.length > 1 ? new View([this.grid[0], this.grid.at(-1)]) : null;
    this.deviations = deviationsOf(study);
    this.relevance = "none";
    this.orderBy = "given";
    host.append(
      element(
        "div",
        { class: "explorer" },
        this.buildList(),
        (this.detail = element("div", { class: "detail" })),
      ),
    );
    this.buildDetail();
    study.onOpen((index, scroll) => this.show(index, scroll));
    this.fill();
    // The first molecules of a data set are often its smallest; one from the middle shows more.
    this.show(Math.floor(this.molecules.length / 2), false);
  }

  buildList() {
    this.search = element("input", {
      type: "search",
      placeholder: "id or SMILES",
      autocomplete: "off",
      spellcheck: "false",
      on: {
        input: () => this.fill(),
        keydown: (event) => event.key === "Enter" && this.found.length && this.show(this.found[0], false),
      },
    });
    const names = this.study.properties
      .map((p) => p.name)
      .filter((name) => this.molecules.some((m) => isNumber(errorOf(m, name))));
    const orders = [
      { value: "given", text: "as in the data" },
      { value: "outside", text: "outside the domain first" },
      ...names.map((name) => ({
        value: `error:${name}`,
        text: `largest error in ${lower(plainLabel(this.study.label(name)))}`,
      })),
    ];
    const order = list("Order", orders, "given", (value) => {
      this.orderBy = value;
      this.fill();
    });
    this.count = element("p", { class: "faint", "aria-live": "polite" });
    this.results = element("ul", { class: "results" });
    return element(
      "div",
      { class: "finder" },
      element("label", { class: "list" }, element("span", {}, "Find"), this.search),
      order.node,
      this.count,
      this.results,
    );
  }

  matches() {
    const wanted = this.search.value.trim().toLowerCase();
    const indices = this.molecules
      .map((_, i) => i)
      .filter((i) => {
        const { id, smiles } = this.molecules[i];
        return (
          !wanted ||
          String(id).toLowerCase().includes(wanted) ||
          String(smiles).toLowerCase().includes(wanted)
        );
      });
    if (this.orderBy === "outside")
      indices.sort(
        (a, b) => Number(this.molecules[b].outside === true) - Number(this.molecules[a].outside === true),
      );
    if (this.orderBy.startsWith("error:")) {
      const size = (i) => Math.abs(errorOf(this.molecules[i], this.orderBy.slice(6)) ?? 0);
      indices.sort((a, b) => size(b) - size(a));
    }
    return indices;
  }

  fill(length = LIST_LENGTH) {
    this.found = this.matches();
    this.count.textContent =
      this.found.length === 0
        ? "No molecule has that in its id or SMILES."
        : plural(this.found.length, "molecule");
    this.results.replaceChildren(...this.found.slice(0, length).map((i) => element("li", {}, this.entry(i))));
    if (this.found.length > length) {
      this.results.append(
        element(
          "li",
          {},
          element(
            "button",
            { type: "button", class: "quiet", on: { click: () => this.fill(length + 100) } },
            `${this.found.length - length} more`,
          ),
        ),
      );
    }
  }

  entry(index) {
    const molecule = this.molecules[index];
    return element(
      "button",
      {
        type: "button",
        class: "entry",
        "data-m": index,
        "aria-pressed": String(index === this.index),
        on: { click: () => this.show(index, false) },
      },
      element("code", {}, molecule.smiles),
      element("span", { class: "faint" }, molecule.id, molecule.outside ? " · outside" : ""),
    );
  }

  buildDetail() {
    const step = (by) => () =>
      this.found.length &&
      this.show(
        this.found[(this.found.indexOf(this.index) + by + this.found.length) % this.found.length],
        false,
      );
    this.head = element("div", { class: "detail-head" });
    const names = this.study.properties
      .map((p) => p.name)
      .filter((name) => this.molecules.some((m) => rows(m.relevance?.[name]).length));
    this.shading = chooser(
      "Shade by",
      [
        { value: "none", text: "nothing" },
        ...names.map((name) => ({ value: name, text: this.study.label(name) })),
      ],
      names[0] ?? "none",
      (value) => {
        this.relevance = value;
        this.drawSpectrum();
      },
    );
    this.relevance = this.shading.value;
    this.figure = element("div", {});
    this.tableHost = element("div", {});
    this.neighbours = element("div", {});
    const move = (text, by) =>
      element("button", { type: "button", class: "quiet", on: { click: step(by) } }, text);
    this.detail.append(
      element(
        "div",
        { class: "controls" },
        move("← Previous", -1),
        move("Next →", 1),
        names.length ? this.shading.node : null,
      ),
      element("div", { class: "detail-grid" }, this.head, this.figure),
      this.tableHost,
      this.neighbours,
    );
  }

  show(index, scroll) {
    if (!this.molecules[index]) return;
    this.index = index;
    this.other = null;
    const molecule = this.molecules[index];
    this.head.replaceChildren(
      element("div", { class: "sheet" }, drawing(molecule.svg, molecule.id, 6)),
      element("h3", {}, molecule.id),
      element("code", { class: "long" }, molecule.smiles),
      ...(molecule.outside
        ? [element("p", { class: "warn" }, "Outside the training domain: predictions are extrapolated.")]
        : []),
    );
    this.drawSpectrum();
    this.tableHost.replaceChildren(this.table(molecule));
    this.fillNeighbours(molecule);
    for (const button of this.results.querySelectorAll(".entry")) {
      button.setAttribute("aria-pressed", String(Number(button.dataset.m) === index));
    }
    if (scroll)
      document.getElementById("molecules")?.scrollIntoView({ behavior: calm() ? "auto" : "smooth" });
  }

  content() {
    const { spectra, assignments } = this.study.data;
    const molecule = this.molecules[this.index];
    const values = rows(molecule.relevance?.[this.relevance]);
    const others = rows(spectra.mean).length ? [{ name: "mean of all", values: spectra.mean }] : [];
    if (this.other !== null && rows(this.molecules[this.other]?.spectrum).length) {
      others.push({ name: this.molecules[this.other].id, values: this.molecules[this.other].spectrum });
    }
    return {
      grid: this.grid,
      unit: spectra.unit,
      quantity: spectra.quantity,
      assignments,
      others,
      curve: { name: molecule.id, values: molecule.spectrum },
      relevance:
        values.length === this.grid.length
          ? {
              name: `Contribution to ${lower(plainLabel(this.study.label(this.relevance)))}`,
              unit: this.study.property(this.relevance).unit,
              values,
            }
          : null,
    };
  }

  drawSpectrum() {
    const molecule = this.molecules[this.index];
    if (!this.view || rows(molecule.spectrum).length !== this.grid.length) {
      retire(this.figure);
      this.plot = null;
      this.figure.replaceChildren(
        element("p", { class: "faint" }, "No spectrum of this molecule is in the data."),
      );
      return;
    }
    if (this.plot) this.plot.show(this.content());
    else {
      this.figure.replaceChildren(
        legend([
          { text: "this molecule", mark: lineMark("spectrum-line") },
          { text: "mean of all", mark: lineMark("other other-0") },
          { text: "nearest, when pointed at", mark: lineMark("other other-1") },
        ]),
      );
      this.plot = new SpectrumPlot(this.figure, this.view, this.content(), { label: "", height: 240 });
    }
    this.plot.chart.name(`Spectrum of ${molecule.id}`);
  }

  table(molecule) {
    const names = this.study.properties.filter(
      (p) => isNumber(molecule.truth?.[p.name]) || isNumber(molecule.predicted?.[p.name]),
    );
    if (!names.length) return element("p", { class: "faint" }, "No values of this molecule are in the data.");
    const line = (property) => {
      const deviation =
        molecule.deviation?.[property.name] ?? this.deviations.get(property.name)?.get(this.index);
      const [truth, predicted] = [molecule.truth?.[property.name], molecule.predicted?.[property.name]];
      const error = errorOf(molecule, property.name);
      const far = isNumber(deviation) && isNumber(error) && Math.abs(error) > 2 * deviation;
      return element(
        "tr",
        {},
        element(
          "th",
          { scope: "row" },
          rich(this.study.label(property.name)),
          " ",
          element("span", { class: "faint" }, unitText(property.unit)),
        ),
        element("td", { class: "number" }, known(truth, deviation)),
        element(
          "td",
          { class: "number" },
          toPrecisionOf(predicted, deviation),
          isNumber(deviation) ? ` ± ${significant(deviation, 2)}` : "",
        ),
        element(
          "td",
          { class: far ? "number far" : "number" },
          isNumber(error) ? (error > 0 ? "+" : "") + toPrecisionOf(error, deviation) : MISSING,
          far ? element("span", { title: "more than two deviations off" }, " ◆") : null,
        ),
      );
    };
    return plainTable(["Property", "True", "Predicted", "Error"], 1, names.map(line), "values");
  }

  fillNeighbours(molecule) {
    const near = rows(molecule.neighbours).filter((n) => this.molecules[n.m]);
    if (!near.length) {
      this.neighbours.replaceChildren();
      return;
    }
    const overlay = (m) => () => {
      this.other = m;
      this.plot?.show(this.content());
    };
    this.neighbours.replaceChildren(
      element("h3", {}, "Nearest in the network's hidden layer"),
      cardGrid(
        near.map((n) => ({
          molecule: this.molecules[n.m],
          note: `distance ${significant(n.distance, 2)}`,
          on: {
            click: () => this.show(n.m, false),
            pointerenter: overlay(n.m),
            pointerleave: overlay(null),
            focus: overlay(n.m),
            blur: overlay(null),
          },
        })),
      ),
    );
  }
}

/** Cards of molecules: drawing, name, a note below. */
function cardGrid(cards) {
  return element(
    "ul",
    { class: "cards" },
    cards.map(({ molecule, note, on }) =>
      element(
        "li",
        {},
        element(
          "button",
          { type: "button", class: "card", on },
          element("span", { class: "sheet" }, drawing(molecule.svg, molecule.id, 3.2)),
          element("code", {}, molecule.smiles),
          element("span", { class: "faint" }, molecule.id),
          element("span", { class: "faint" }, note),
        ),
      ),
    ),
  );
}

function errorOf(molecule, name) {
  const error = molecule.predicted?.[name] - molecule.truth?.[name];
  return isNumber(error) ? error : null;
}

/** The ensemble's deviation of each molecule by property, from the parity set whose predictions the molecules carry. */
function deviationsOf(study) {
  const all = new Map();
  for (const set of rows(study.data.parity)) {
    const same = rows(set.points).some(
      (p) => isNumber(p.mean) && study.molecules[p.m]?.predicted?.[set.property] === p.mean,
    );
    if (same && !all.has(set.property))
      all.set(set.property, new Map(set.points.map((p) => [p.m, p.deviation])));
  }
  return all;
}
