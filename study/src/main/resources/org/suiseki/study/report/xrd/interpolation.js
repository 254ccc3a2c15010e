// Walks that can be checked: the pattern decoded between two others, on the map or in the wide space, against the one that
// truly lies there, and against the linear mixture that a walk has to beat.

/** The curves of an example, in the order in which they are drawn. */
const WALK_CURVES = [
  { key: "truth", text: "the pattern that truly lies there", kind: "line-main" },
  { key: "mixing", text: "linear mixture of the two ends", kind: "line-mixture" },
  { key: "wide", text: "walk in the wide space", kind: "line-wide" },
  { key: "walk", text: "walk on the map", kind: "line-walk" },
];

class Interpolation {
  constructor(host, space) {
    this.space = space;
    this.set = space.set;
    const data = this.set.data.interpolation;
    this.rows = rows(data.rows);
    this.wide = this.rows.some(({ wide }) => isNumber(wide));
    host.append(sentenceList(data.sentences));
    const summary = rows(data.summary);
    if (summary.length) host.append(this.summary(summary));
    this.rivals(host);
    if (this.set.examples.length) new WalkExamples(host, space);
    if (this.rows.length) {
      host.append(
        element(
          "details",
          { class: "all-figures" },
          element("summary", {}, `All ${plural(this.rows.length, "walk")} in figures`),
          this.table(),
        ),
      );
    }
    host.append(element("p", { class: "figure-note" }, WALK_NOTE));
  }

  summary(summary) {
    const unit = this.set.data.axis?.unit;
    const positions = summary.some(({ position, mixingPosition }) => isNumber(position) && isNumber(mixingPosition));
    const pair = (ours, theirs, decimals) =>
      [ours, theirs].map((value, i) =>
        element(
          "td",
          { class: isNumber(ours) && i === (ours < theirs ? 0 : 1) ? "number best-number" : "number" },
          fixed(value, decimals),
        ),
      );
    const body = summary.map(({ name, walk, mixing, share, position, mixingPosition }) =>
      element(
        "tr",
        {},
        element("th", { scope: "row" }, name),
        pair(walk, mixing, 1),
        element("td", { class: "number" }, isNumber(share) ? percent(share) : MISSING),
        positions ? pair(position, mixingPosition, 3) : null,
      ),
    );
    const headings = [
      "Walks, medians",
      "R of the walk (%)",
      "R of the mixture (%)",
      "Walk is closer in",
      ...(positions ? [axisName("Peaks off, walk", unit), axisName("Peaks off, mixture", unit)] : []),
    ];
    return plainTable(headings, 1, body, "walk-summary");
  }

  /** Each walk as a point, once by R-factor and once by the places of its peaks. */
  rivals(host) {
    const unit = this.set.data.axis?.unit;
    const figures = [
      { title: "R-factor", unit: "%", walk: "walk", wide: "wide", mixing: "mixing", floor: "floor" },
      { title: "Error of peak positions", unit, walk: "walkPosition", wide: "widePosition", mixing: "mixingPosition" },
    ].filter(({ walk, mixing }) => this.rows.filter((row) => isNumber(row[walk]) && isNumber(row[mixing])).length > 1);
    if (!figures.length) return;
    const panels = element("div", { class: "panels" });
    host.append(element("h3", {}, "Walk against mixture"), panels);
    if (this.wide) {
      host.append(
        legend([
          { text: "walk on the map", mark: () => shape("circle", { class: "point point-map", cx: 13, cy: 7, r: 4 }) },
          { text: "walk in the wide space", mark: () => shape("path", { class: "point point-wide", d: diamond(13, 7, 5) }) },
        ]),
      );
    }
    host.append(element("p", { class: "figure-note hint" }, "Each mark is one walk; click it to walk it in the map."));
    for (const figure of figures) {
      new RivalFigure(panels.appendChild(element("div", { class: "panel" })), this.space, this.rows, figure);
    }
  }

  table() {
    const unit = this.set.data.axis?.unit;
    const positions = this.rows.some(({ walkPosition, mixingPosition }) => isNumber(walkPosition) || isNumber(mixingPosition));
    const columns = [
      ["R map (%)", "walk", 1],
      this.wide ? ["R wide (%)", "wide", 1] : null,
      ["R mixture (%)", "mixing", 1],
      ["Floor (%)", "floor", 1],
      positions ? [axisName("Peaks off, map", unit), "walkPosition", 3] : null,
      positions && this.wide ? [axisName("wide", unit), "widePosition", 3] : null,
      positions ? [axisName("mixture", unit), "mixingPosition", 3] : null,
    ].filter(Boolean);
    const body = this.rows.map((row) =>
      element(
        "tr",
        {},
        [row.from, row.to, row.between].map((text) => element("td", {}, text === undefined ? MISSING : String(text))),
        [isNumber(row.part) ? percent(row.part) : MISSING, ...columns.map(([, key, decimals]) => fixed(row[key], decimals))].map((text) =>
          element("td", { class: "number" }, text),
        ),
      ),
    );
    return plainTable(["From", "To", "Compared with", "Part of the way", ...columns.map(([name]) => name)], 3, body);
  }
}

/** Truth, walks and mixture of one of the examples, with what is left of each below. */
class WalkExamples {
  constructor(host, space) {
    this.space = space;
    this.set = space.set;
    const { axis, examples } = this.set;
    this.examples = examples
      .map((example) => ({ ...example, curves: this.curvesOf(example) }))
      .filter(({ curves }) => curves.truth && curves.walk && axis.length > 1);
    if (!this.examples.length) return;
    this.hiddenKeys = new Set();
    const names = this.examples.map((example, i) => ({ value: String(i), text: this.nameOf(example) }));
    this.note = element("p", { class: "figure-note" });
    this.curves = element("div", { class: "curve-keys" });
    const open = button("Walk it in the map", () => this.space.visit(this.now.from, this.now.to));
    open.classList.add("walk-it");
    const which = list("Between", names, "0", (value) => this.choose(Number(value)));
    which.node.hidden = names.length < 2;
    host.append(
      element("h3", {}, this.examples.length > 1 ? "Examples" : "An example"),
      element("div", { class: "controls examples" }, which.node, scaleChooser(space), open),
      this.note,
      this.curves,
    );
    const view = new View([axis[0], axis[axis.length - 1]]);
    this.now = this.examples[0];
    this.plot = new PatternPlot(host, space, view, this.content(), {
      label: "An example: truth, walks and mixture",
      height: 240,
      lower: this.lower(),
    });
    this.choose(0);
  }

  curvesOf(example) {
    const curves = {};
    for (const { key } of WALK_CURVES) {
      const values = unpack(example[key]);
      if (values.length === this.set.axis.length) curves[key] = values;
    }
    return curves;
  }

  nameOf({ from, to }) {
    return [from, to].map((p) => this.set.patterns[p]?.id ?? MISSING).join(" and ");
  }

  choose(i) {
    this.now = this.examples[i];
    this.note.textContent = this.now.text ?? "";
    const there = WALK_CURVES.filter(({ key }) => this.now.curves[key]);
    this.curves.replaceChildren(...there.map((curve) => this.keyOf(curve)));
    this.draw();
  }

  /** A key of the figure that is pressed to show or hide its curve. */
  keyOf({ key, text, kind }) {
    const press = button("", () => {
      if (!this.hiddenKeys.delete(key)) this.hiddenKeys.add(key);
      press.setAttribute("aria-pressed", String(!this.hiddenKeys.has(key)));
      this.draw();
    });
    press.classList.add("curve-key");
    press.setAttribute("aria-pressed", String(!this.hiddenKeys.has(key)));
    press.append(shape("svg", { width: 26, height: 14, "aria-hidden": "true" }, lineMark(`pattern-line ${kind}`)()), ` ${text}`);
    return press;
  }

  draw() {
    this.plot.lower = this.lower();
    this.plot.show(this.content());
  }

  get shown() {
    return WALK_CURVES.filter(({ key }) => this.now.curves[key] && !this.hiddenKeys.has(key));
  }

  content() {
    const curves = this.shown.map(({ key, kind }) => ({ name: WALK_NAMES[key], values: this.now.curves[key], kind }));
    const ends = [this.now.from, this.now.to].filter((p) => this.set.patterns[p]);
    // The shading needs the truth first; the eye wants it below the others.
    return { curves, peaks: this.bands(ends) };
  }

  lower() {
    const { truth } = this.now.curves;
    const curves = this.shown
      .filter(({ key }) => key !== "truth")
      .map(({ key, kind }) => ({ values: this.now.curves[key].map((value, i) => value - truth[i]), kind }));
    return { name: "Difference from the truth", curves };
  }

  /** Each peak from its place in one end to its place in the other: the example lies between them. */
  bands(ends) {
    return this.set.peaks
      .map(({ intensity }, k) => {
        const windows = ends.map((p) => this.set.window(p, k)).filter(Boolean);
        if (!windows.length) return null;
        const [from, to] = [Math.min(...windows.map(([low]) => low)), Math.max(...windows.map(([, high]) => high))];
        return { from, to, ...nameOf(this.set, k), k, weight: intensity ?? 0, shade: 0 };
      })
      .filter(Boolean);
  }
}

const WALK_NAMES = { truth: "truth", mixing: "mixture", wide: "wide walk", walk: "map walk" };

/** Walk against mixture by one measure: below the diagonal the walk is closer to the truth. */
class RivalFigure {
  constructor(host, space, all, { title, unit, walk, wide, mixing, floor }) {
    this.space = space;
    this.unit = unit;
    const points = (key, kind) =>
      all
        .map((row) => ({ row, kind, walk: row[key], mixing: row[mixing], floor: floor ? row[floor] : null }))
        .filter((point) => isNumber(point.walk) && isNumber(point.mixing));
    const [onMap, inWide] = [points(walk, "map"), points(wide, "wide")];
    this.points = [...inWide, ...onMap];
    const closer = (list) => `${list.filter((point) => point.walk < point.mixing).length} of ${list.length}`;
    const words = `Closer than the mixture: the walk on the map in ${closer(onMap)}${inWide.length ? `, in the wide space in ${closer(inWide)}` : ""}.`;
    const plot = element("div", {});
    host.append(element("h3", {}, title), plot, element("p", { class: "figure-note" }, words));
    this.chart = new Chart(plot, {
      label: `${title} of the walk against that of the mixture. ${words}`,
      height: (width) => Math.min(width, 380),
      draw: ({ svg, width, height }) => this.draw(svg, Math.min(width - 70, height - 56)),
    });
    this.listen(this.chart.svg);
  }

  draw(svg, side) {
    const span = [0, extent(this.points.flatMap(({ walk, mixing }) => [walk, mixing]), 0.06)[1]];
    const x = linear(span, [60, 60 + side]);
    const y = linear(span, [10 + side, 10]);
    this.scales = { x, y };
    const marks = ticks(span, 5);
    axisBelow(svg, x, y.range[0], { name: axisName("Mixture", this.unit), values: marks, offset: 38 });
    axisLeft(svg, y, x.range[0], { name: axisName("Walk", this.unit), values: marks });
    svg.append(
      shape("path", { class: "diagonal", d: `M${x(0)} ${y(0)}L${x(span[1])} ${y(span[1])}` }),
      shape("text", { class: "aside", x: x(0.03 * span[1]), y: y(0.93 * span[1]) }, "mixture closer"),
      shape("text", { class: "aside", x: x(0.97 * span[1]), y: y(0.6 * span[1]), "text-anchor": "end" }, "walk closer"),
    );
    const floors = this.points.map(({ floor }) => floor).filter(isNumber);
    if (floors.length) {
      const at = y(median(floors));
      svg.append(
        shape("path", { class: "floor-line", d: `M${x.range[0]} ${at}H${x.range[1]}` }),
        shape("text", { class: "aside halo", x: x.range[1], y: at - 6, "text-anchor": "end" }, "floor: reconstruction alone"),
      );
    }
    for (const { walk, mixing, kind } of this.points) {
      const [cx, cy] = [x(mixing), y(walk)];
      svg.append(
        kind === "map"
          ? shape("circle", { class: "point point-map", cx: cx.toFixed(1), cy: cy.toFixed(1), r: 4 })
          : shape("path", { class: "point point-wide", d: diamond(cx, cy, 5) }),
      );
    }
  }

  listen(svg) {
    svg.addEventListener("pointermove", (event) => {
      const point = this.nearest(event);
      svg.classList.toggle("clickable", Boolean(point));
      if (point) tip.show(this.card(point), event.clientX, event.clientY);
      else tip.hide();
    });
    svg.addEventListener("pointerleave", () => tip.hide());
    svg.addEventListener("click", (event) => {
      const { from, to } = this.nearest(event)?.row ?? {};
      const [p, q] = [this.space.set.indexOf(from), this.space.set.indexOf(to)];
      if (p < 0 || q < 0) return;
      tip.hide();
      this.space.visit(p, q);
    });
  }

  nearest(event) {
    const box = this.chart.svg.getBoundingClientRect();
    const far = ({ walk, mixing }) =>
      Math.hypot(this.scales.x(mixing) - event.clientX + box.left, this.scales.y(walk) - event.clientY + box.top);
    const best = [...this.points].sort((a, b) => far(a) - far(b))[0];
    return far(best) < 18 ? best : null;
  }

  card({ row, kind, walk, mixing, floor }) {
    return [
      element("div", { class: "tip-name" }, `${row.from} → ${row.to}`),
      row.between === undefined ? null : element("div", {}, `at ${row.between}`),
      pairs([
        [kind === "map" ? "walk, map" : "walk, wide", withUnit(significant(walk, 3), this.unit)],
        ["mixture", withUnit(significant(mixing, 3), this.unit)],
        ["floor", isNumber(floor) ? withUnit(significant(floor, 3), this.unit) : null],
      ]),
    ];
  }
}

const WALK_NOTE =
  "R: the profile R-factor, the sum of all differences from the true pattern in percent of its intensity; 0 is a perfect match. " +
  "Mixture: the two ends added in proportion. Floor: the median of what the map leaves when it only reconstructs the true pattern, so no " +
  "walk on it can be much closer. Wide space: the larger one, whose walks have no place on the map. Peaks off: mean error of the " +
  "positions of peaks.";
