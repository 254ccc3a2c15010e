// Which peaks carry the map, and which the answer: masked one by one, drawn on the pattern, ranked, and in pairs.

const MOST_PEAKS = 24;

class PeakRelevance {
  constructor(host, space) {
    this.space = space;
    this.set = space.set;
    this.items = this.set.items;
    const { axis } = this.set;
    this.view = new View(axis.length > 1 ? [axis[0], axis[axis.length - 1]] : [0, 1]);
    const relevance = this.set.data.relevance;
    this.answers = this.set.properties.map((_, j) => j).filter((j) => this.items.some(({ answer }) => isNumber(rows(answer)[j])));
    this.property = this.answers[0] ?? null;
    this.of = "all";
    this.order = "shift";
    this.name = element("h3", {});
    host.append(sentenceList(relevance.sentences), this.choosers(), this.name);
    this.plot = new PatternPlot(host, space, this.view, this.content(), { label: "Pattern shaded by relevance", height: 230 });
    host.append(relevanceKey());
    this.addRanking(host);
    this.addTable(host);
    new PairMatrix(host, space, rows(relevance.pairs));
    space.onChange((keys) => this.follow(keys));
    this.show();
  }

  choosers() {
    const choose = (key, read) => (value) => {
      this[key] = read(value);
      this.show();
      this.bars.redraw();
    };
    const own = rows(this.set.data.relevance.patterns).length > 0;
    const of = [{ value: "all", text: "all patterns" }, ...(own ? [{ value: "shown", text: "the pattern shown" }] : [])];
    const answers = this.answers.map((j) => ({ value: String(j), text: this.set.propertyLabel(j) }));
    const orders = [
      { value: "shift", text: "point" },
      ...(answers.length ? [{ value: "answer", text: "answer" }] : []),
      { value: "intensity", text: "intensity" },
    ];
    return element(
      "div",
      { class: "controls" },
      chooser("Relevance for", of, this.of, choose("of", String)).node,
      chooser("Answer", answers, String(this.property), choose("property", Number)).node,
      chooser("Order by", orders, this.order, choose("order", String)).node,
      peakChooser(this.space, "Chosen peak"),
    );
  }

  follow(keys) {
    if (["hover", "from", "peak"].some((key) => keys.includes(key))) this.show();
    if (keys.includes("peak") || (this.of === "shown" && (keys.includes("hover") || keys.includes("from")))) this.bars.redraw();
  }

  show() {
    const p = this.space.shown;
    this.name.replaceChildren(`Pattern ${this.set.patterns[p]?.id ?? ""}, its peaks shaded by how far the point moves without them`);
    this.plot.show(this.content());
    this.say();
  }

  /** What the bars and the shading show of a peak: means over the set, or the figures of the pattern shown. */
  figures({ peak, shift, answer }) {
    if (this.of === "all") {
      return { shift, answer: Math.abs(rows(answer)[this.property]), intensity: this.set.peaks[peak].intensity };
    }
    const p = this.space.shown;
    const own = rows(this.set.data.relevance.patterns)[p];
    const way = this.set.shift(p, peak);
    return {
      shift: way ? Math.hypot(...way) / this.set.spreadOfMap : NaN,
      answer: Math.abs(rows(rows(own?.answer)[peak])[this.property]),
      intensity: rows(own?.intensity)[peak],
    };
  }

  content() {
    const p = this.space.shown;
    const shifts = this.items.map((item) => Math.abs(this.figures(item).shift));
    const most = strongest(shifts);
    const shades = [];
    this.items.forEach(({ peak }, i) => (shades[peak] = shifts[i] / most || 0));
    return {
      curves: [{ name: this.set.patterns[p]?.id ?? "", values: this.set.curve(p), kind: "line-main" }],
      peaks: peakBands(this.set, p, shades),
    };
  }

  addRanking(host) {
    const bars = element("div", { class: "rank-bars" });
    const beside = element("div", { class: "rank-map" });
    host.append(
      element("h3", {}, "Moves the point, moves the answer, or only intense?"),
      element("div", { class: "rank-grid" }, element("div", {}, bars, this.barNote()), beside),
    );
    this.bars = new Chart(bars, {
      label: "Peaks in the order of how far the point moves without them, with the change of the answer and the intensity",
      role: "group",
      height: () => 40 + ROW * Math.min(MOST_PEAKS, this.items.length),
      draw: (frame) => this.drawBars(frame),
    });
    this.said = element("p", { class: "figure-note", "aria-live": "polite" });
    if (this.set.placed.length) new FeatureMap(beside, this.space, { small: true });
    beside.append(this.said);
  }

  barNote() {
    return element(
      "p",
      { class: "figure-note" },
      "A peak is masked by putting its local background in its place. The way of the point is measured in " +
        "spreads of the map (root mean square distance of the points from their centre); intensity in percent of the strongest peak. ",
      this.items.some(({ finding }) => finding) ? "A filled dot marks a peak with a finding below." : null,
    );
  }

  columns() {
    const { name, unit } = this.set.properties[this.property] ?? {};
    const label = plainLabel(this.set.propertyLabel(this.property));
    return [
      { titles: ["moves the point (spreads)", "point (spreads)", "point"], kind: "bar-point", value: "shift", text: (v) => fixed(v, 2) },
      this.property === null
        ? null
        : {
            titles: [`changes ${label}`, label, name ?? label, "answer"].map((title) => axisName(title, unit)),
            kind: "bar-answer",
            value: "answer",
            text: (v) => significant(v, 2),
          },
      {
        titles: ["intensity (%)"],
        kind: "bar-intensity",
        value: "intensity",
        text: (v) => fixed(v, v < 10 ? 1 : 0),
      },
    ].filter(Boolean);
  }

  drawBars({ svg, width }) {
    const narrow = width < 520;
    const weight = (value) => (isNumber(value) ? value : -1);
    this.shown = this.items
      .map((item) => ({ item, figures: this.figures(item) }))
      .sort((a, b) => weight(b.figures[this.order]) - weight(a.figures[this.order]))
      .slice(0, MOST_PEAKS);
    const columns = this.columns();
    const left = narrow ? 62 : 122;
    const each = (width - left) / columns.length;
    columns.forEach((column, c) => {
      const x = left + c * each;
      const values = this.shown.map(({ figures }) => figures[column.value]);
      const scale = linear([0, strongest(values)], [0, Math.max(10, each - (narrow ? 44 : 56))]);
      const title = column.titles.find((text) => 6.6 * text.length < each - 8) ?? column.titles.at(-1);
      svg.append(shape("text", { class: "bar-title", x, y: 18 }, title));
      this.shown.forEach((_, i) => {
        const y = 34 + i * ROW;
        if (!isNumber(values[i])) {
          if (c === 0) svg.append(shape("text", { class: "bar-number", x, y: y + 4 }, "not in this pattern"));
          return;
        }
        const wide = Math.max(1, scale(values[i]));
        svg.append(
          shape("rect", { class: column.kind, x, y: y - 6, width: wide, height: 12 }),
          shape("text", { class: "bar-number", x: x + wide + 5, y: y + 4 }, column.text(values[i])),
        );
      });
    });
    this.shown.forEach(({ item }, i) => svg.append(this.row(item, i, { width, left, narrow })));
  }

  /** Where the peak lies, in the pattern shown or on the mean. */
  position(k) {
    const window = this.of === "shown" ? this.set.window(this.space.shown, k) : null;
    const position = this.of === "all" ? this.set.peaks[k].position : window ? (window[0] + window[1]) / 2 : null;
    return isNumber(position) ? this.set.place(position, 1) : "";
  }

  /** A row to press: it names the peak and chooses it. */
  row(item, i, { width, left, narrow }) {
    const y = 34 + i * ROW;
    const peak = this.set.peaks[item.peak];
    const chosen = this.space.state.peak === item.peak;
    const choose = () => {
      this.space.change({ peak: chosen ? null : item.peak });
      this.bars.svg.querySelectorAll(".bar-row")[i]?.focus({ preventScroll: true });
    };
    const place = narrow || String(peak.label).includes("°") ? "" : this.position(item.peak);
    return shape(
      "g",
      {
        class: `bar-row${chosen ? " chosen" : ""}`,
        tabindex: "0",
        role: "button",
        "aria-pressed": String(chosen),
        "aria-label": `Peak ${this.set.peakName(item.peak)}: moves the point by ${significant(item.shift, 2)} spreads`,
        on: {
          click: choose,
          keydown: (event) => {
            if (event.key !== "Enter" && event.key !== " ") return;
            event.preventDefault();
            choose();
          },
        },
      },
      shape("rect", { class: "bar-hit", x: 0, y: y - ROW / 2, width, height: ROW }),
      item.finding ? shape("circle", { class: "finding-dot", cx: 5, cy: y, r: 3.5 }) : null,
      shape("text", { x: place ? left - 56 : left - 10, y: y + 4, "text-anchor": "end" }, String(peak.label)),
      place ? shape("text", { class: "bar-place", x: left - 10, y: y + 4, "text-anchor": "end" }, place) : null,
    );
  }

  /** What the arrows beside the bars say. */
  say() {
    const { peak } = this.space.state;
    if (!this.said) return;
    if (peak === null) {
      this.said.replaceChildren("Choose a peak, in the pattern or by its row: arrows then show where each pattern's point goes without it.");
      return;
    }
    const item = this.items.find((entry) => entry.peak === peak);
    const parts = [`Without the peak ${this.set.peakName(peak)} the points move by ${significant(item?.shift, 2)} spreads of the map`];
    if (isNumber(item?.relative)) {
      parts.push(`, ${significant(item.relative, 2)} times what its share of the intensity lets expect`);
    }
    this.said.replaceChildren(`${parts.join("")}.`, item?.finding ? ` ${item.finding}` : "");
  }

  addTable(host) {
    const findings = this.items.filter(({ finding }) => finding);
    if (findings.length) {
      host.append(
        element("h3", {}, "Peaks with a finding"),
        element(
          "dl",
          { class: "facts findings" },
          findings.flatMap(({ peak, finding }) => [
            element("dt", {}, element("span", { class: "finding-mark", "aria-hidden": "true" }), this.set.peakName(peak)),
            element("dd", {}, finding),
          ]),
        ),
      );
    }
    host.append(
      element(
        "details",
        { class: "all-figures" },
        element("summary", {}, `All ${plural(this.items.length, "peak")} in figures`),
        this.table(),
        element("p", { class: "figure-note" }, PEAK_NOTE),
      ),
    );
  }

  table() {
    const unit = this.set.data.axis?.unit;
    const answers = this.answers.map((j) => rich(axisName(this.set.propertyLabel(j), this.set.properties[j].unit)));
    const headings = [
      "Peak",
      axisName("Position", unit),
      "Intensity (%)",
      "Way of the point (spreads)",
      "Relative to intensity",
      "By gradient (spreads)",
      ...answers,
      "Varies",
    ];
    const body = this.items.map((item) => {
      const { label, position, intensity } = this.set.peaks[item.peak];
      const numbers = [
        fixed(position, 2),
        fixed(intensity, 1),
        significant(item.shift, 3),
        significant(item.relative, 3),
        significant(item.gradient, 3),
        ...this.answers.map((j) => significant(rows(item.answer)[j], 3)),
        significant(item.varies, 3),
      ];
      return element(
        "tr",
        {},
        element("th", { scope: "row" }, label),
        numbers.map((text) => element("td", { class: "number" }, text)),
      );
    });
    return plainTable(headings, 1, body);
  }
}

const ROW = 24;

const PEAK_NOTE =
  "Relative to intensity: 1 means that the point moves as far as the peak's share of the intensity lets expect, more that it " +
  "matters more. By gradient: the same way of the point, estimated from derivatives of the model instead of by masking. " +
  "Under the properties: how far the predicted value changes. Varies: how much the peak differs from pattern to pattern.";

function relevanceKey() {
  return legend([
    {
      text: "colour of a peak: how far the point moves without it, from not at all to farthest",
      mark: () => [0.15, 0.4, 0.75].map((opacity, i) =>
        shape("rect", { class: "peak-shade", x: 1 + 8 * i, y: 2, width: 8, height: 10, opacity }),
      ),
    },
  ]);
}

function sentenceList(sentences) {
  const shown = rows(sentences);
  return shown.length ? element("ul", { class: "prose sentences" }, shown.map((text) => element("li", {}, text))) : "";
}
