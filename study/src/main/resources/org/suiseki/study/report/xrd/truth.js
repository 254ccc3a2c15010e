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
    space.onChange((keys) => (keys.includes("hover") || keys.includes("from")) && this.figures.forEach((figure) => figure.ring()));
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
    this.chart = new Chart(plot, {
      label: `Predicted against true ${plainLabel(name)}, ${model}: ${figures}`,
      height: (width) => Math.min(width, 380),
      draw: (frame) => this.draw(frame),
    });
    this.listen(this.chart.svg);
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
      (this.mark = shape("g", { "pointer-events": "none" })),
    );
    this.ring();
  }

  ring() {
    const { hover, from } = this.space.state;
    const point = this.points.find(({ p }) => p === (hover ?? from));
    this.mark?.replaceChildren(
      ...(point ? [shape("circle", { class: "ring", cx: this.scales.x(point.truth), cy: this.scales.y(point.mean), r: 7 })] : []),
    );
  }

  listen(svg) {
    svg.setAttribute("tabindex", "0");
    const box = () => svg.getBoundingClientRect();
    const under = (event) => this.nearest(event.clientX - box().left, event.clientY - box().top);
    svg.addEventListener("pointermove", (event) => this.hover(under(event), event.clientX, event.clientY));
    svg.addEventListener("pointerleave", () => this.hover(null));
    svg.addEventListener("blur", () => this.hover(null));
    svg.addEventListener("click", (event) => {
      // A finger has nothing to hover with: its first tap shows the pattern, its second opens it.
      const point = under(event);
      const first = event.pointerType === "touch" && point !== this.near;
      this.hover(point, event.clientX, event.clientY);
      if (!first) this.open();
    });
    svg.addEventListener("keydown", (event) => this.byKey(event));
  }

  nearest(px, py) {
    let best = null;
    let least = 20 * 20;
    for (const point of this.points) {
      const square = (this.scales.x(point.truth) - px) ** 2 + (this.scales.y(point.mean) - py) ** 2;
      if (square < least) [best, least] = [point, square];
    }
    return best;
  }

  hover(point, clientX, clientY) {
    this.near = point;
    this.chart.svg.classList.toggle("clickable", Boolean(point));
    this.space.change({ hover: this.set.patterns[point?.p] ? point.p : null });
    if (point) tip.show(this.card(point), clientX, clientY);
    else tip.hide();
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

  byKey(event) {
    const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (event.key === "Enter") this.open();
    if (!step || !this.points.length) return;
    event.preventDefault();
    const ordered = [...this.points].sort((a, b) => a.truth - b.truth || a.mean - b.mean);
    const at = this.near ? ordered.indexOf(this.near) : -1;
    const point = ordered[(at + step + ordered.length) % ordered.length];
    const box = this.chart.svg.getBoundingClientRect();
    this.hover(point, box.left + this.scales.x(point.truth), box.top + this.scales.y(point.mean));
  }

  open() {
    if (!this.near || !this.set.patterns[this.near.p]) return;
    tip.hide();
    this.space.visit(this.near.p);
  }
}

/** R² and mean error of the points themselves, for a model whose scores are not in the data. */
function measured(points) {
  const mean = points.reduce((sum, { truth }) => sum + truth, 0) / points.length;
  const rest = points.reduce((sum, { truth, mean: value }) => sum + (value - truth) ** 2, 0);
  const total = points.reduce((sum, { truth }) => sum + (truth - mean) ** 2, 0);
  const mae = points.reduce((sum, { truth, mean: value }) => sum + Math.abs(value - truth), 0) / points.length;
  return { r2: total > 0 ? 1 - rest / total : NaN, mae };
}
