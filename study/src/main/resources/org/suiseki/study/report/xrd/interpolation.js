// Walks that can be checked: the pattern decoded between two others against the one that truly lies there, and against
// the linear mixture that a walk has to beat.

class Interpolation {
  constructor(host, space) {
    this.space = space;
    this.set = space.set;
    const data = this.set.data.interpolation;
    this.rows = rows(data.rows);
    host.append(sentenceList(data.sentences));
    const summary = rows(data.summary);
    if (summary.length) host.append(this.summary(summary));
    if (data.example) this.example(host, data.example);
    this.rivals(host);
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
    const body = summary.map(({ name, walk, mixing, share }) =>
      element(
        "tr",
        {},
        element("th", { scope: "row" }, name),
        [fixed(walk, 1), fixed(mixing, 1), isNumber(share) ? percent(share) : MISSING].map((text, i) =>
          element("td", { class: i === (walk < mixing ? 0 : 1) ? "number best-number" : "number" }, text),
        ),
      ),
    );
    const headings = ["Walks", "R of the walk (%)", "R of the mixture (%)", "Walk is better in"];
    return plainTable(headings, 1, body, "walk-summary");
  }

  /** Truth, walk and mixture of one example, with what is left of each below. */
  example(host, { from, to, text, ...packed }) {
    const { axis } = this.set;
    const [truth, walk, mixing] = ["truth", "walk", "mixing"].map((name) => unpack(packed[name]));
    if (truth.length !== axis.length || walk.length !== axis.length || axis.length < 2) return;
    const ids = [from, to].map((p) => this.set.patterns[p]?.id).filter((id) => id !== undefined);
    const title = ids.length === 2 ? `An example: between ${ids[0]} and ${ids[1]}` : "An example";
    host.append(element("h3", {}, title));
    const open = button("Walk it in the map", () => this.space.visit(from, to));
    if (text || ids.length === 2) host.append(element("p", { class: "figure-note" }, text ?? "", " ", ids.length === 2 ? open : null));
    const mixed = mixing.length === axis.length;
    const less = (values) => values.map((value, i) => value - truth[i]);
    const curves = [
      { name: "truth", values: truth, kind: "line-main" },
      mixed ? { name: "mixture", values: mixing, kind: "line-mixture" } : null,
      { name: "walk", values: walk, kind: "line-walk" },
    ].filter(Boolean);
    const lower = {
      name: "Difference from the truth",
      curves: [mixed ? { values: less(mixing), kind: "line-mixture" } : null, { values: less(walk), kind: "line-walk" }].filter(Boolean),
    };
    const words = ["the pattern that truly lies there", "linear mixture of the two ends", "walk: decoded on the map"];
    const kinds = ["line-main", "line-mixture", "line-walk"];
    host.append(
      legend(kinds.map((kind, i) => ({ text: words[i], mark: lineMark(`pattern-line ${kind}`) })).filter((_, i) => mixed || i !== 1)),
    );
    const view = new View([axis[0], axis[axis.length - 1]]);
    const content = { curves, peaks: this.bands([from, to].filter((p) => this.set.patterns[p])) };
    new PatternPlot(host, this.space, view, content, { label: `${title}: truth, walk and mixture`, height: 240, lower });
  }

  /** Each peak from its place in one end to its place in the other: the example lies between them. */
  bands(ends) {
    return this.set.peaks
      .map(({ label, intensity }, k) => {
        const windows = ends.map((p) => this.set.window(p, k)).filter(Boolean);
        if (!windows.length) return null;
        const [from, to] = [Math.min(...windows.map(([low]) => low)), Math.max(...windows.map(([, high]) => high))];
        return { from, to, label, k, weight: intensity ?? 0, shade: 0 };
      })
      .filter(Boolean);
  }

  /** Each walk as a point, once by R-factor and once by the places of its peaks. */
  rivals(host) {
    const unit = this.set.data.axis?.unit;
    const figures = [
      { title: "R-factor", unit: "%", walk: ({ walk }) => walk, mixing: ({ mixing }) => mixing, floor: ({ floor }) => floor },
      {
        title: "Error of peak positions",
        unit,
        walk: ({ walkPosition }) => walkPosition,
        mixing: ({ mixingPosition }) => mixingPosition,
        floor: () => null,
      },
    ].filter(({ walk, mixing }) => this.rows.filter((row) => isNumber(walk(row)) && isNumber(mixing(row))).length > 1);
    if (!figures.length) return;
    const panels = element("div", { class: "panels" });
    host.append(
      element("h3", {}, "Walk against mixture"),
      panels,
      element("p", { class: "figure-note hint" }, "Each point is one walk; click it to walk it in the map."),
    );
    for (const figure of figures) {
      new RivalFigure(panels.appendChild(element("div", { class: "panel" })), this.space, this.rows, figure);
    }
  }

  table() {
    const unit = this.set.data.axis?.unit;
    const positions = this.rows.some(({ walkPosition, mixingPosition }) => isNumber(walkPosition) || isNumber(mixingPosition));
    const headings = [
      "From",
      "To",
      "Compared with",
      "Part of the way",
      "R walk (%)",
      "R mixture (%)",
      "Floor (%)",
      ...(positions ? [axisName("Peaks off, walk", unit), axisName("Peaks off, mixture", unit)] : []),
    ];
    const body = this.rows.map((row) =>
      element(
        "tr",
        {},
        [row.from, row.to, row.between].map((text) => element("td", {}, text === undefined ? MISSING : String(text))),
        [
          fixed(row.part, 2),
          fixed(row.walk, 1),
          fixed(row.mixing, 1),
          fixed(row.floor, 1),
          ...(positions ? [fixed(row.walkPosition, 3), fixed(row.mixingPosition, 3)] : []),
        ].map((text) => element("td", { class: "number" }, text)),
      ),
    );
    return plainTable(headings, 3, body);
  }
}

/** Walk against mixture by one measure: below the diagonal the walk is closer to the truth. */
class RivalFigure {
  constructor(host, space, all, { title, unit, walk, mixing, floor }) {
    this.space = space;
    this.unit = unit;
    this.points = all
      .map((row) => ({ row, walk: walk(row), mixing: mixing(row), floor: floor(row) }))
      .filter((point) => isNumber(point.walk) && isNumber(point.mixing));
    const better = this.points.filter((point) => point.walk < point.mixing).length;
    const words = `the walk is closer in ${better} of ${this.points.length}`;
    const plot = element("div", {});
    host.append(element("h3", {}, title), plot, element("p", { class: "figure-note" }, `${words[0].toUpperCase()}${words.slice(1)}.`));
    this.chart = new Chart(plot, {
      label: `${title} of the walk against that of the mixture; ${words}`,
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
    axisLeft(svg, y, x.range[0], { name: axisName("Walk", this.unit), values: marks, offset: 44 });
    svg.append(
      shape("path", { class: "diagonal", d: `M${x(0)} ${y(0)}L${x(span[1])} ${y(span[1])}` }),
      shape("text", { class: "aside", x: x(0.03 * span[1]), y: y(0.93 * span[1]) }, "mixture closer"),
      shape("text", { class: "aside", x: x(0.97 * span[1]), y: y(0.04 * span[1]), "text-anchor": "end" }, "walk closer"),
    );
    const floors = this.points.map(({ floor }) => floor).filter(isNumber);
    if (floors.length) {
      const at = y(floors.reduce((sum, floor) => sum + floor, 0) / floors.length);
      svg.append(
        shape("path", { class: "floor-line", d: `M${x.range[0]} ${at}H${x.range[1]}` }),
        shape("text", { class: "aside halo", x: x.range[1], y: at + 15, "text-anchor": "end" }, "floor: reconstruction alone"),
      );
    }
    for (const { walk, mixing } of this.points) {
      svg.append(shape("circle", { class: "point", cx: x(mixing).toFixed(1), cy: y(walk).toFixed(1), r: 4 }));
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

  card({ row, walk, mixing, floor }) {
    return [
      element("div", { class: "tip-name" }, `${row.from} → ${row.to}`),
      row.between === undefined ? null : element("div", {}, `at ${row.between}`),
      pairs([
        ["walk", withUnit(significant(walk, 3), this.unit)],
        ["mixture", withUnit(significant(mixing, 3), this.unit)],
        ["floor", isNumber(floor) ? withUnit(significant(floor, 3), this.unit) : null],
      ]),
    ];
  }
}

const WALK_NOTE =
  "R: the profile R-factor, the sum of all differences from the true pattern in percent of its intensity; 0 is a perfect match. " +
  "Mixture: the two ends added in proportion. Floor: what the model leaves when it only reconstructs the true pattern, so no walk can be " +
  "much closer. Peaks off: mean error of the positions of peaks.";
