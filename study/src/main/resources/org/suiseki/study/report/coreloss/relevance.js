// Which energies carry which property: one row for each property, and the spectrum shaded by the chosen one.

function relevanceOf(entry) {
  const words = METHODS[entry.method];
  return {
    name: words?.axis ?? entry.method ?? "Relevance",
    unit: entry.unit,
    values: rows(entry.values),
    low: Array.isArray(entry.low) ? entry.low : null,
    high: Array.isArray(entry.high) ? entry.high : null,
  };
}

class SpectrumExplorer {
  constructor(host, study, view) {
    const { spectra, assignments, relevance } = study.data;
    this.study = study;
    this.view = view;
    this.entries = rows(relevance).filter((entry) => rows(entry.values).length === spectra.grid.length);
    this.names = study.propertiesIn(this.entries);
    const methods = distinct(this.entries, "method", METHODS);
    this.state = { property: this.names[0], method: methods[0] };
    this.base = {
      grid: spectra.grid,
      unit: spectra.unit,
      quantity: spectra.quantity,
      assignments,
      curve: { name: "mean", values: rows(spectra.mean), low: spectra.low, high: spectra.high },
    };
    this.property = chooser(
      "Property",
      this.names.map((name) => ({ value: name, text: study.label(name) })),
      this.names[0],
      (value) => this.choose("property", value),
    );
    const method = chooser(
      "Method",
      methods.map((name) => ({ value: name, text: methodText(name) })),
      methods[0],
      (value) => this.choose("method", value),
    );
    const reset = element(
      "button",
      { type: "button", class: "quiet", on: { click: () => view.reset() } },
      "Whole range",
    );
    host.append(element("div", { class: "controls" }, this.property.node, method.node, reset), this.key());
    this.plot = new SpectrumPlot(host, view, this.content(), {
      label: "Mean spectrum with its spread",
      left: (width) => this.left(width),
    });
    if (this.names.length > 1) this.addMap(host);
  }

  key() {
    const entries = [
      { text: "mean spectrum", mark: lineMark("spectrum-line") },
      {
        text: "spread of the molecules",
        mark: () => shape("rect", { class: "spread", x: 1, y: 2, width: 24, height: 10 }),
      },
    ];
    if (this.names.length) {
      entries.push({
        text: "energies that matter",
        mark: () =>
          shape("rect", { class: "shade-plus", x: 1, y: 2, width: 24, height: 10, "fill-opacity": 0.7 }),
      });
    }
    if (this.entries.some(({ values }) => values.some((v) => v < 0))) {
      entries.push({
        text: "negative contribution",
        mark: () =>
          shape("rect", { class: "shade-minus", x: 1, y: 2, width: 24, height: 10, "fill-opacity": 0.7 }),
      });
    }
    return legend(entries);
  }

  find(property) {
    return this.entries.find((entry) => entry.property === property && entry.method === this.state.method);
  }

  content() {
    const entry = this.find(this.state.property);
    return { ...this.base, relevance: entry ? relevanceOf(entry) : null };
  }

  choose(key, value) {
    this.state[key] = value;
    this.property.set(this.state.property);
    this.plot.show(this.content());
    this.plot.chart.name(`Mean spectrum, shaded by relevance for ${this.study.label(this.state.property)}`);
    this.map?.redraw();
  }

  addMap(host) {
    const plot = element("div", { class: "relevance-map" });
    host.append(
      element("h3", {}, "Which energies carry which property"),
      element(
        "p",
        { class: "figure-note" },
        "Each row is scaled to its own strongest energy. Choose a row to shade the spectrum with it.",
      ),
      plot,
    );
    this.map = new Chart(plot, {
      label: "Relevance of each energy for each property",
      role: "group",
      height: (width) => this.rowHeight(width) * this.names.length + 50,
      draw: (frame) => this.drawMap(frame),
    });
    this.view.onChange((what) => (what === "domain" ? this.map.redraw() : this.point()));
  }

  /** Where the energy axes of spectrum and map begin: behind the longest name, or under the names on a narrow page. */
  left(width) {
    const longest = Math.max(...this.names.map((name) => plainLabel(this.study.label(name)).length), 0);
    return width < 640 ? 58 : Math.min(230, Math.max(58, 24 + 7 * longest));
  }

  /** The energy under the pointer, as a line through all rows. */
  point() {
    const { grid } = this.base;
    const energy = this.view.cursor === null ? null : grid[closest(grid, this.view.cursor)];
    this.cross.replaceChildren(
      ...(energy === null ? [] : [shape("path", { d: `M${this.x(energy)} 0V${this.bottom}` })]),
    );
  }

  rowHeight(width) {
    return width < 640 ? 34 : width < 700 ? 18 : 22;
  }

  drawMap({ svg, width }) {
    const narrow = width < 640;
    const step = this.rowHeight(width);
    const x = linear(this.view.domain, [this.left(width), width - 14]);
    const clip = clipTo(svg, x.range[0], 0, x.range[1] - x.range[0], step * this.names.length);
    this.names.forEach((name, k) => {
      const top = k * step;
      const chosen = name === this.state.property;
      const strip = { y: top + (narrow ? 17 : 3), height: narrow ? 15 : step - 6 };
      const row = shape(
        "g",
        {
          class: `map-row${chosen ? " chosen" : ""}`,
          tabindex: "0",
          role: "button",
          "aria-pressed": String(chosen),
          "aria-label": `Shade the spectrum by ${this.study.label(name)}`,
          on: { click: () => this.choose("property", name), keydown: (event) => this.byKey(event, name) },
        },
        shape("rect", { class: "map-hit", x: 0, y: top, width, height: step }),
        shape(
          "text",
          narrow
            ? { x: x.range[0], y: top + 13 }
            : { x: x.range[0] - 10, y: top + step / 2 + 4, "text-anchor": "end" },
          richShape(this.study.label(name)),
        ),
        shape("rect", { class: "map-ground", x: x.range[0], width: x.range[1] - x.range[0], ...strip }),
      );
      row.append(this.cells(name, x, strip, clip));
      svg.append(row);
    });
    this.x = x;
    this.bottom = step * this.names.length + 4;
    svg.append((this.cross = shape("g", { class: "cross", "pointer-events": "none" })));
    axisBelow(svg, x, this.bottom, { name: axisName("Energy", this.base.unit), offset: 38 });
  }

  cells(name, x, strip, clip) {
    const values = this.find(name)?.values ?? [];
    const most = strongest(values);
    const grid = this.base.grid;
    const group = shape("g", { "clip-path": clip, "shape-rendering": "crispEdges" });
    grid.forEach((energy, i) => {
      const weight = isNumber(values[i]) ? Math.abs(values[i]) / most : 0;
      if (weight < 0.02) return;
      const left = Math.round(x((energy + (grid[i - 1] ?? energy)) / 2));
      const right = Math.round(x((energy + (grid[i + 1] ?? energy)) / 2));
      group.append(
        shape("rect", {
          class: values[i] < 0 ? "shade-minus" : "shade-plus",
          x: left,
          width: Math.max(0, right - left),
          "fill-opacity": weight.toFixed(3),
          ...strip,
        }),
      );
    });
    return group;
  }

  byKey(event, name) {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    this.choose("property", name);
    this.map.svg.querySelector(".map-row.chosen")?.focus();
  }
}
