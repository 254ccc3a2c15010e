// Predicted against true contents.

/** Predicted against true values of one model, one figure for each property. */
class ConcentrationParity {
  constructor(host, space, sets) {
    this.space = space;
    this.set = space.set;
    this.sets = sets.filter((set) => rows(set.points).length && this.set.properties[set.property]);
    if (!this.sets.length) return;
    const models = distinct(this.sets, "model");
    this.panels = element("div", { class: "panels" });
    this.figures = [];
    host.append(
      element("h3", {}, "Predicted against true"),
      element("div", { class: "controls" }, chooser("Model", options(models), models[0], (model) => this.show(model)).node),
      this.panels,
      legend([
        {
          text: "pattern, bar = ± 1 stated deviation",
          mark: () => [
            shape("path", { class: "deviation", d: "M13 1V13" }),
            shape("circle", { class: "point", cx: 13, cy: 7, r: 3.5 }),
          ],
        },
      ]),
      element("p", { class: "figure-note hint" }, "Point at one to see it, click to open its pattern in the map."),
    );
    space.onChange((keys) => (keys.includes("hover") || keys.includes("from")) && this.figures.forEach(({ figure }) => figure.circle()));
    this.show(models[0]);
  }

  show(model) {
    retire(this.panels);
    this.panels.replaceChildren();
    this.figures = this.sets
      .filter((set) => set.model === model)
      .map((set) => new ParityFigure(this.panels.appendChild(element("div", { class: "panel" })), this.space, set));
  }
}

class ParityFigure {
  constructor(host, space, { property, model, points }) {
    this.space = space;
    this.set = space.set;
    this.property = property;
    this.points = points.filter((point) => isNumber(point.truth) && isNumber(point.mean));
    const name = this.set.propertyLabel(property);
    const score = rows(this.set.data.concentration).find((row) => row.property === property && row.model === model);
    const { r2, mae } = score ?? measured(this.points);
    const figures = `R² ${r2Text(r2)}, mean error ${withUnit(significant(mae, 2), this.set.properties[property].unit)}`;
    const plot = element("div", {});
    host.append(element("h3", {}, rich(name)), plot, element("p", { class: "figure-note" }, figures));
    this.figure = new PointFigure(plot, {
      points: this.points,
      label: `Predicted against true ${plainLabel(name)}, ${model}: ${figures}`,
      height: (width) => Math.min(width, 380),
      draw: (frame) => this.draw(frame),
      at: ({ truth, mean }) => [this.scales.x(truth), this.scales.y(mean)],
      card: (point) => this.card(point),
      open: ({ p }) => this.set.patterns[p] && this.space.visit(p),
      ringed: () => this.points.find(({ p }) => p === (space.state.hover ?? space.state.from)),
      pointed: (point) => this.space.change({ hover: this.set.patterns[point?.p] ? point.p : null }),
    });
  }

  draw({ svg, width, height }) {
    const span = extent(this.points.flatMap(({ truth, mean }) => [truth, mean]), 0.05);
    const side = Math.min(width - 66, height - 56);
    const x = linear(span, [56, 56 + side]);
    const y = linear(span, [10 + side, 10]);
    this.scales = { x, y };
    const { unit } = this.set.properties[this.property];
    const marks = ticks(span, 5);
    axisBelow(svg, x, y.range[0], { name: axisName("True", unit), values: marks, offset: 38 });
    axisLeft(svg, y, x.range[0], { name: axisName("Predicted", unit), values: marks, offset: 40 });
    const clip = clipTo(svg, x.range[0], y.range[1], side, side);
    const bars = this.points
      .filter(({ deviation }) => isNumber(deviation))
      .map(({ truth, mean, deviation }) => {
        return `M${x(truth).toFixed(1)} ${y(mean - deviation).toFixed(1)}V${y(mean + deviation).toFixed(1)}`;
      });
    const dots = shape("g", { class: "points" });
    for (const { truth, mean } of this.points) {
      dots.append(shape("circle", { class: "point", cx: x(truth).toFixed(1), cy: y(mean).toFixed(1), r: 3.2 }));
    }
    svg.append(
      shape("path", { class: "diagonal", d: `M${x.range[0]} ${y.range[0]}L${x.range[1]} ${y.range[1]}` }),
      shape("path", { class: "deviation", "clip-path": clip, d: bars.join("") }),
      dots,
    );
  }

  card({ p, truth, mean, deviation }) {
    const { unit } = this.set.properties[this.property];
    return [
      element("div", { class: "tip-name" }, this.set.patterns[p]?.id ?? ""),
      pairs([
        ["true", withUnit(known(truth, deviation), unit)],
        ["predicted", withUnit(toPrecisionOf(mean, deviation), unit)],
        ["deviation", isNumber(deviation) ? `± ${withUnit(significant(deviation, 2), unit)}` : null],
      ]),
    ];
  }
}
