// Which peaks carry the map, and which the answer: masked or made average one by one, drawn on the pattern, ranked, and
// in pairs.

const MOST_PEAKS = 24;

/** What a peak can be ranked and shaded by. */
const MEASURES = [
  { value: "shift", text: "point, peak taken out", words: "how far the point moves without them" },
  { value: "contrast", text: "point, peak made average", words: "how far the point moves when they are made average" },
  { value: "answer", text: "answer", words: "how far the answer changes" },
  { value: "intensity", text: "intensity", words: "their intensity" },
];

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
    this.averages = this.items.some(({ contrast }) => isNumber(contrast));
    this.name = element("h3", {});
    host.append(sentenceList(relevance.sentences), this.choosers(), this.name);
    this.plot = new PatternPlot(host, space, this.view, this.content(), { label: "Pattern shaded by relevance", height: 230 });
    this.key = host.appendChild(element("div", {}));
    this.addRanking(host);
    this.addTable(host);
    new PairMatrix(host, space, rows(relevance.pairs));
    space.onChange((keys) => this.follow(keys));
    this.show();
  }

  choosers() {
    const choose = (key, read) => (value) => {
      this[key] = read(value);
      if (!this.average && this.order === "contrast") this.by.set((this.order = "shift"));
      this.show();
      this.bars.redraw();
    };
    const own = rows(this.set.data.relevance.patterns).length > 0;
    const of = [{ value: "all", text: "all patterns" }, ...(own ? [{ value: "shown", text: "the pattern shown" }] : [])];
    const answers = this.answers.map((j) => ({ value: String(j), text: this.set.propertyLabel(j) }));
    const orders = MEASURES.filter(({ value }) =>
      value === "contrast" ? this.averages : value === "answer" ? answers.length > 0 : true,
    );
    this.by = list("Order and shade by", orders, this.order, choose("order", String));
    return element(
      "div",
      { class: "controls" },
      chooser("Relevance for", of, this.of, choose("of", String)).node,
      chooser("Answer", answers, String(this.property), choose("property", Number)).node,
      this.by.node,
      peakChooser(this.space, "Chosen peak"),
      scaleChooser(this.space),
    );
  }

  follow(keys) {
    if (["hover", "from", "peak"].some((key) => keys.includes(key))) this.show();
    if (keys.includes("peak") || (this.of === "shown" && (keys.includes("hover") || keys.includes("from")))) this.bars.redraw();
  }

  show() {
    const p = this.space.shown;
    const { words } = this.measure;
    this.name.replaceChildren(`Pattern ${this.set.patterns[p]?.id ?? ""}, its peaks shaded by ${words}`);
    this.key.replaceChildren(relevanceKey(words));
    this.plot.show(this.content());
    this.say();
  }

  get measure() {
    return MEASURES.find(({ value }) => value === this.order);
  }

  /** Only for the mean over the set is it known what a peak does that is made average. */
  get average() {
    return this.averages && this.of === "all";
  }

  /** What the bars and the shading show of a peak: means over the set, or the figures of the pattern shown. */
  figures({ peak, shift, contrast, answer, answerContrast }) {
    if (this.of === "all") {
      const told = this.averages ? rows(answerContrast) : rows(answer);
      return { shift, contrast, answer: Math.abs(told[this.property]), intensity: this.set.peaks[peak].intensity };
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
    const figures = this.items.map((item) => Math.abs(this.figures(item)[this.order]));
    const most = strongest(figures);
    const shades = [];
    this.items.forEach(({ peak }, i) => (shades[peak] = figures[i] / most || 0));
    return {
      curves: [{ name: this.set.patterns[p]?.id ?? "", values: this.set.curve(p), kind: "line-main" }],
      peaks: peakBands(this.set, p, shades),
    };
  }

  addRanking(host) {
    const bars = element("div", { class: "rank-bars" });
    const beside = element("div", { class: "rank-map" });
    host.append(
      element("h3", {}, "Which peaks move the point, which move the answer, which are only intense?"),
      element("div", { class: "rank-grid" }, element("div", {}, bars, this.barNote()), beside),
    );
    this.bars = new Chart(bars, {
      label: "Peaks in the order of how far the point moves without them, with the change of the answer and the intensity",
      role: "group",
      height: () => BARS_TOP + 6 + ROW * Math.min(MOST_PEAKS, this.items.length),
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
      "Taken out: the local background stands in the place of the peak. ",
      this.averages
        ? "Made average: the mean peak of the set stands there, at its mean position, so only what sets this sample apart is lost. "
        : null,
      "One map unit is the root mean square distance of the points from their centre. Intensity in percent of the strongest peak. ",
      this.items.some(({ finding }) => finding) ? "A filled dot marks a peak with a finding below." : null,
    );
  }

  columns() {
    const { name, unit } = this.set.properties[this.property] ?? {};
    const label = plainLabel(this.set.propertyLabel(this.property));
    const taken = ["peak taken out", "taken out"];
    const average = ["peak made average", "made average", "average"];
    const point = ["point moves (map units)", "moves (map units)", "point"];
    return [
      { above: taken, titles: point, kind: "bar-point", value: "shift", text: moveText },
      this.average ? { above: average, titles: point, kind: "bar-point", value: "contrast", text: moveText } : null,
      this.property === null
        ? null
        : {
            above: this.average ? average : taken,
            titles: [...[`${label} changes`, label, name ?? label].map((title) => axisName(title, unit)), name ?? "answer"],
            kind: "bar-answer",
            value: "answer",
            text: (v) => significant(v, 2),
          },
      {
        above: ["intensity"],
        titles: ["% of the strongest", "%"],
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
    const longest = Math.max(...this.items.map(({ peak }) => this.set.peakLabel(peak).length));
    const left = narrow ? Math.max(46, 7.2 * longest + 14) : Math.max(46, 7.4 * longest + 20) + 54;
    const each = (width - left) / columns.length;
    columns.forEach((column, c) => {
      const x = left + c * each;
      const values = this.shown.map(({ figures }) => figures[column.value]);
      const scale = linear([0, strongest(values)], [0, Math.max(10, each - (narrow ? 44 : 56))]);
      const fitting = (titles) => titles.find((text) => 6.3 * text.length < each - 6) ?? titles.at(-1);
      svg.append(
        shape("text", { class: "bar-title", x, y: 12 }, fitting(column.above)),
        shape("text", { class: "bar-title", x, y: 28 }, fitting(column.titles)),
      );
      this.shown.forEach((_, i) => {
        const y = BARS_TOP + i * ROW;
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
    const y = BARS_TOP + i * ROW;
    const label = this.set.peakLabel(item.peak);
    const chosen = this.space.state.peak === item.peak;
    const choose = () => {
      this.space.change({ peak: chosen ? null : item.peak });
      this.bars.svg.querySelectorAll(".bar-row")[i]?.focus({ preventScroll: true });
    };
    const place = narrow || label.includes("°") ? "" : this.position(item.peak);
    return shape(
      "g",
      {
        class: `bar-row${chosen ? " chosen" : ""}`,
        tabindex: "0",
        role: "button",
        "aria-pressed": String(chosen),
        "aria-label": `Peak ${this.set.peakName(item.peak)}: moves the point by ${significant(item.shift, 2)} map units`,
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
      shape("text", { x: place ? left - 56 : left - 10, y: y + 4, "text-anchor": "end" }, label),
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
    const parts = [`Without the peak ${this.set.peakName(peak)} the points move by ${moveText(item?.shift)} map units`];
    if (isNumber(item?.relative)) {
      parts.push(`, ${significant(item.relative, 2)} times what its share of the intensity lets expect`);
    }
    if (isNumber(item?.contrast)) parts.push(`; made average, by ${moveText(item.contrast)}`);
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
    const answers = (words) =>
      this.answers.map((j) => rich(`${words} ${axisName(this.set.propertyLabel(j), this.set.properties[j].unit)}`));
    const moves = this.items.some((item) => isNumber(item.moves));
    const headings = [
      "Peak",
      axisName("Position", unit),
      "Intensity (%)",
      "Taken out: point",
      "relative to intensity",
      "by gradient",
      ...answers("Taken out:"),
      ...(this.averages ? ["Average: point", ...answers("Average:")] : []),
      "Varies (%)",
      ...(moves ? [axisName("Its place within", unit)] : []),
    ];
    const body = this.items.map((item) => {
      const { position, intensity } = this.set.peaks[item.peak];
      const numbers = [
        fixed(position, 2),
        fixed(intensity, 1),
        moveText(item.shift),
        fixed(item.relative, 2),
        moveText(item.gradient),
        ...this.answers.map((j) => significant(rows(item.answer)[j], 2)),
        ...(this.averages
          ? [moveText(item.contrast), ...this.answers.map((j) => significant(rows(item.answerContrast)[j], 2))]
          : []),
        isNumber(item.varies) ? fixed(100 * item.varies, 0) : MISSING,
        ...(moves ? [fixed(item.moves, 2)] : []),
      ];
      return element(
        "tr",
        {},
        element("th", { scope: "row" }, this.set.peakLabel(item.peak)),
        numbers.map((text) => element("td", { class: "number" }, text)),
      );
    });
    return plainTable(headings, 1, body);
  }
}

const ROW = 24;
const BARS_TOP = 50;

/** A way on the map: two decimals, three of what is shorter than a tenth. */
const moveText = (value) => fixed(value, Math.abs(value) < 0.0995 ? 3 : 2);

const PEAK_NOTE =
  "Point: how far it moves, in map units. Relative to intensity: 1 means that it moves as far as the peak's share of the intensity " +
  "lets expect, more that the peak matters more. By gradient: the same way, estimated from derivatives of the model instead of by " +
  "masking. Under the contents: how far the predicted value changes. Varies: how much the peak differs from the mean peak of the set, " +
  "by the length of that.";

function relevanceKey(words) {
  return legend([
    {
      text: `colour of the peaks: ${words}, from not at all to most`,
      mark: () => [0.15, 0.4, 0.75].map((opacity, i) =>
        shape("rect", { class: "peak-shade", x: 1 + 8 * i, y: 2, width: 8, height: 10, opacity }),
      ),
    },
  ]);
}

function sentenceList(sentences) {
  const shown = rows(sentences);
  if (shown.length === 1) return element("p", { class: "prose" }, shown[0]);
  return shown.length ? element("ul", { class: "prose sentences" }, shown.map((text) => element("li", {}, text))) : "";
}
