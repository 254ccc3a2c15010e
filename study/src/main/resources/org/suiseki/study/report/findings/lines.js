// Lines with the bands of their intervals.

/** A line of more points says itself where they are. */
const MANY_DOTS = 40;

class LinesBlock {
  constructor(host, block) {
    this.block = block;
    this.lines = rows(block.lines);
    this.points = this.lines.flatMap((line, s) =>
      rows(line.x)
        .map((x, i) => ({ x, y: line.y?.[i], low: line.low?.[i], high: line.high?.[i], level: line.level, s }))
        .filter(({ x, y }) => hasPlace(block.x, x) && hasPlace(block.y, y)),
    );
    if (!this.points.length) {
      nothing(host, block.title);
      return;
    }
    const place = figureHost(host, block.title);
    const plot = place.appendChild(element("div"));
    this.figure = new PointFigure(plot, {
      points: this.points,
      label: `${spokenTitle(block.y)} over ${spokenTitle(block.x)}: ${this.lines.map(({ name }) => name).join(", ")}. Arrow keys go from point to point.`,
      height: (width) => Math.min(420, Math.max(260, width * 0.56)),
      draw: (frame) => this.draw(frame),
      at: ({ x, y }) => [this.scales.x(x), this.scales.y(y)],
      card: (point) => this.card(point),
      spoken: (point) => this.sentence(point),
    });
    place.append(this.key());
    numbersBelow(place, this.columns(), () => this.table());
  }

  spans() {
    const { x, y, guides } = this.block;
    const at = (axis) => rows(guides).filter((guide) => guide.axis === axis).map(({ value }) => value);
    return {
      x: spanOf(x, [...this.points.map((point) => point.x), ...at("x")], 0.03),
      y: spanOf(y, [...this.points.flatMap((point) => [point.y, point.low, point.high]), ...at("y")]),
    };
  }

  draw(frame) {
    const { svg } = frame;
    const scales = frameOf(frame, this.block, this.spans());
    this.scales = scales;
    const { x, y, clip } = scales;
    const own = (s) => this.points.filter((point) => point.s === s);
    const bands = this.lines.map((_, s) => {
      const points = own(s);
      const low = points.map((point) => (hasPlace(this.block.y, point.low) ? point.low : isNumber(point.low) ? y.domain[0] : NaN));
      const d = band(points.map((point) => point.x), low, points.map((point) => point.high), x, y);
      return d ? shape("path", { class: `series-band ${this.kind(s)}`, d, "clip-path": clip }) : null;
    });
    append(svg, bands);
    const words = drawGuides(svg, scales, rows(this.block.guides));
    this.lines.forEach((_, s) => {
      const points = own(s);
      const d = line(points.map((point) => point.x), points.map((point) => point.y), x, y);
      svg.append(shape("path", { class: `series-line ${this.kind(s)}`, d }));
      if (points.length <= MANY_DOTS) svg.append(...points.map((point) => shape("path", { class: `series-dot ${this.kind(s)}`, d: formAt(s, x(point.x), y(point.y), 4) })));
    });
    svg.append(...words);
  }

  kind(s) {
    return this.lines[s].baseline ? "series-baseline" : `${seriesClass(s)} dashes-${s % 4}`;
  }

  /** The values of all lines where the pointer is. */
  card(point) {
    const { x, y } = this.block;
    const here = this.points.filter((other) => other.x === point.x);
    return [
      element("div", { class: "tip-name" }, rich(x?.name ?? ""), ` ${withUnit(significant(point.x, 4), x?.unit)}`),
      pairs(here.map((other) => [this.lines[other.s].name, withUnit(estimateText({ ...other, value: other.y }), y?.unit)])),
    ];
  }

  sentence(point) {
    const { x, y } = this.block;
    return `${this.lines[point.s].name}: ${withUnit(estimateText({ ...point, value: point.y }), y?.unit)} at ${withUnit(significant(point.x, 4), x?.unit)}`;
  }

  key() {
    const entries = this.lines.map(({ name }, s) => ({
      text: name,
      mark: () => [
        shape("path", { class: `series-line ${this.kind(s)}`, d: "M0 7H26" }),
        shape("path", { class: `series-dot ${this.kind(s)}`, d: formAt(s, 13, 7, 4) }),
      ],
    }));
    const banded = this.points.find(hasInterval);
    if (banded)
      entries.push({
        text: `band: ${intervalWords(banded.level)}`,
        mark: () => shape("rect", { class: "series-band series-0", x: 1, y: 2, width: 24, height: 10 }),
      });
    return legend(entries);
  }

  columns() {
    const { x, y } = this.block;
    const number = (name, unit) => ({ name, unit, kind: "number", digits: 4 });
    return [{ name: "Line", kind: "text" }, number(x?.name, x?.unit), number(y?.name, y?.unit)];
  }

  table() {
    return this.points.map((point) => [this.lines[point.s].name, point.x, { ...point, value: point.y }]);
  }
}
