// Points over two quantities; a parity plot where both are one.

class ScatterBlock {
  constructor(host, block) {
    this.block = block;
    this.series = rows(block.series);
    const all = this.series.flatMap(({ points }, s) => rows(points).map((point) => ({ ...point, s })));
    this.points = all.filter(({ x, y }) => hasPlace(block.x, x) && hasPlace(block.y, y));
    if (!this.points.length) {
      nothing(host, block.title);
      return;
    }
    const place = figureHost(host, block.title, block.identity ? "plot-block square" : "plot-block");
    const plot = place.appendChild(element("div"));
    this.spans = this.ranges();
    this.figure = new PointFigure(plot, {
      points: this.points,
      label: this.words(),
      height: (width) => (block.identity ? width : Math.min(480, Math.max(280, width * 0.62))),
      draw: (frame) => this.draw(frame),
      at: ({ x, y }) => [this.scales.x(x), this.scales.y(y)],
      card: (point) => this.card(point),
      spoken: (point) => this.sentence(point),
    });
    append(place, [this.key(), omitted(all.filter(({ x, y }) => isNumber(x) && isNumber(y)).length - this.points.length)]);
    numbersBelow(place, this.columns(), () => this.lines());
  }

  words() {
    const { x, y, identity } = this.block;
    const count = plural(this.points.length, "point");
    return `${spokenTitle(y)} over ${spokenTitle(x)}, ${count}${identity ? ", the diagonal is where both are equal" : ""}. Arrow keys go from point to point.`;
  }

  ranges() {
    const { x, y, identity, guides } = this.block;
    const at = (axis) => rows(guides).filter((guide) => guide.axis === axis).map(({ value }) => value);
    const xs = [...this.points.map((point) => point.x), ...at("x")];
    const ys = [...this.points.flatMap((point) => (this.points.length < 300 ? [point.y, point.low, point.high] : [point.y])), ...at("y")];
    if (!identity) return { x: spanOf(x, xs), y: spanOf(y, ys) };
    // Long bars must not press the points together: on the common range of a parity plot only the points count.
    const both = spanOf(x, [...xs, ...this.points.map((point) => point.y), ...at("y")], 0.04);
    return { x: both, y: both };
  }

  draw(frame) {
    const { svg } = frame;
    const { identity, guides } = this.block;
    const scales = frameOf(frame, this.block, this.spans, identity);
    this.scales = scales;
    const { x, y, clip } = scales;
    if (identity) svg.append(shape("path", { class: "diagonal", d: `M${x.range[0]} ${y.range[0]}L${x.range[1]} ${y.range[1]}` }));
    const words = drawGuides(svg, scales, rows(guides));
    this.series.forEach((_, s) => {
      const own = this.points.filter((point) => point.s === s);
      svg.append(shape("path", { class: `series-bar ${seriesClass(s)}`, "clip-path": clip, d: own.map((point) => this.bar(point)).join("") }));
      svg.append(shape("g", { class: "points" }, this.marks(own, s)));
    });
    svg.append(...words, this.names());
  }

  bar(point) {
    if (!hasInterval(point)) return "";
    const { x, y } = this.scales;
    const low = hasPlace(this.block.y, point.low) ? y(point.low) : y.range[0];
    return `M${x(point.x).toFixed(1)} ${low.toFixed(1)}V${y(point.high).toFixed(1)}`;
  }

  marks(own, s) {
    const size = own.length > 400 ? 2.6 : 4;
    const at = ({ x, y }) => formAt(s, this.scales.x(x), this.scales.y(y), size);
    const kind = (outside) => `series-point ${seriesClass(s)}${outside ? " outside" : ""}`;
    if (own.length < MANY_POINTS) return own.map((point) => shape("path", { class: kind(point.outside), d: at(point) }));
    return [false, true].map((outside) =>
      shape("path", { class: kind(outside), d: own.filter((point) => Boolean(point.outside) === outside).map(at).join("") }),
    );
  }

  names() {
    const { x, y } = this.scales;
    const named = this.points.filter((point) => point.named && point.label);
    return nameBeside(named, (point) => [x(point.x), y(point.y)], (point) => this.label(point), [x.range[0], x.range[1] + 10], this.points);
  }

  label({ label }) {
    return this.block.formulas ? formulaLabel(label) : String(label ?? "").replace(/[_^]/g, "\u200b$&");
  }

  card(point) {
    const { x, y } = this.block;
    const series = this.series.length > 1 ? this.series[point.s]?.name : null;
    return [
      point.label ? element("div", { class: "tip-name" }, this.block.formulas ? formulaText(point.label) : point.label) : null,
      series ? element("div", { class: "faint" }, series) : null,
      pairs([
        [rich(x?.name ?? "x"), withUnit(significant(point.x, 4), x?.unit)],
        [rich(y?.name ?? "y"), withUnit(hasInterval(point) ? estimateText({ ...point, value: point.y }) : significant(point.y, 4), y?.unit)],
      ]),
      point.detail ? element("div", {}, point.detail) : null,
      point.outside ? element("div", { class: "warn" }, "outside the training domain") : null,
    ];
  }

  sentence(point) {
    const { x, y } = this.block;
    return [
      point.label,
      `${plainLabel(x?.name ?? "x")} ${withUnit(significant(point.x, 3), x?.unit)}`,
      `${plainLabel(y?.name ?? "y")} ${withUnit(significant(point.y, 3), y?.unit)}`,
      point.outside ? "outside the training domain" : null,
    ]
      .filter(Boolean)
      .join(", ");
  }

  key() {
    const named = this.series.map(({ name }, s) => ({ name, s })).filter(({ name }) => name);
    const entries = named.map(({ name, s }) => ({
      text: name,
      mark: () => shape("path", { class: `series-point ${seriesClass(s)}`, d: formAt(s, 13, 7, 4.5) }),
    }));
    const bar = this.points.find(hasInterval);
    if (bar) entries.push({ text: `bar: ${intervalWords(bar.level)}`, mark: () => shape("path", { class: "series-bar series-0", d: "M13 1V13" }) });
    if (this.points.some(({ outside }) => outside))
      entries.push({
        text: "hollow: outside the training domain",
        mark: () => shape("path", { class: "series-point series-0 outside", d: formAt(0, 13, 7, 4.5) }),
      });
    return entries.length ? legend(entries) : null;
  }

  columns() {
    const { x, y } = this.block;
    const number = ({ name, unit } = {}) => ({ name, unit, kind: "number", digits: 4 });
    return [
      { name: "Name", kind: this.block.formulas ? "formula" : "text" },
      ...(this.series.length > 1 ? [{ name: "Series", kind: "text" }] : []),
      number(x),
      number(y),
    ];
  }

  lines() {
    return this.points.map((point) => [
      point.label ?? "",
      ...(this.series.length > 1 ? [this.series[point.s].name] : []),
      point.x,
      hasInterval(point) ? { ...point, value: point.y } : point.y,
    ]);
  }
}
