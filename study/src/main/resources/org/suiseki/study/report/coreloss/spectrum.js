// A spectrum over its energy axis, shaded by what each energy tells the model, with the assignments above it.

/**
 * `content` holds {grid, unit, quantity, curve: {name, values, low, high}, others: [{name, values}], assignments,
 * relevance: {name, values, low, high, unit} or null}. All curves share the grid. `left(width)` is where the plot begins,
 * for figures that stand under it. Call show() with new content.
 */
class SpectrumPlot {
  constructor(host, view, content, { label, height = 300, left = () => 58 }) {
    this.view = view;
    this.content = content;
    this.plotHeight = height;
    this.left = left;
    this.readout = element("p", { class: "readout", "aria-live": "polite" });
    const plot = element("div", {});
    host.append(this.readout, plot);
    this.chart = new Chart(plot, {
      label,
      height: (width) => this.layout(width).height,
      draw: (frame) => this.draw(frame),
      kind: "figure spectrum-figure",
    });
    handle(
      this.chart.svg,
      view,
      () => this.x,
      Math.abs((content.grid.at(-1) - content.grid[0]) / (content.grid.length - 1)) || 1,
    );
    view.onChange((what) => (what === "domain" ? this.chart.redraw() : this.crosshair()));
    this.crosshair();
  }

  show(content) {
    this.content = content;
    this.chart.redraw();
    this.crosshair();
  }

  /** Heights of the stacked parts: names of assignments, spectrum, relevance, axis. */
  layout(width) {
    const x = linear(this.view.domain, [this.left(width), width - 14]);
    const bands = stack(rows(this.content.assignments), x, width < 800 ? 5 : 8);
    const top = 8 + LANE * bands.reduce((most, b) => Math.max(most, b.lane + 1), 0);
    const lower = this.content.relevance ? 118 : 0;
    const bottom = top + Math.round(width < 700 ? 0.8 * this.plotHeight : this.plotHeight);
    return {
      x,
      bands,
      top,
      bottom,
      relevanceTop: bottom + 34,
      relevanceBottom: bottom + lower,
      height: bottom + lower + 46,
    };
  }

  draw({ svg, width }) {
    const place = this.layout(width);
    this.place = place;
    this.x = place.x;
    const { grid, unit, quantity, relevance } = this.content;
    const [from, to] = this.x.range;
    this.drawBands(svg, place);
    this.y = linear(this.heights(), [place.bottom, place.top + 6]);
    this.drawCurves(svg, place);
    axisLeft(svg, this.y, from, { name: quantity ?? "Intensity", offset: 44 });
    if (relevance) this.drawRelevance(svg, place);
    axisBelow(svg, this.x, relevance ? place.relevanceBottom : place.bottom, {
      name: axisName("Energy", unit),
      offset: 38,
    });
    this.cross = shape("g", { class: "cross" });
    svg.append(this.cross);
    this.crosshair();
  }

  /** The y range of what is in view, from zero. */
  heights() {
    const [a, b] = this.view.domain;
    const { grid, curve, others } = this.content;
    const seen = grid.map((energy, i) => i).filter((i) => grid[i] >= a && grid[i] <= b);
    const values = [curve.values, curve.high, ...rows(others).map((other) => other.values)].filter(Boolean);
    const high = extent(seen.flatMap((i) => values.map((list) => list[i])))[1];
    const low = extent(seen.map((i) => (curve.low ?? curve.values)[i]))[0];
    return [Math.min(0, low), high * 1.04];
  }

  /** Every assignment as a band behind the curve; above it a bracket and the name where a lane has room. */
  drawBands(svg, { bands, top, bottom }) {
    for (const { from, to, label, lane, at } of bands) {
      const y = 14 + lane * LANE;
      const area = { x: from, y: top, width: Math.max(1, to - from), height: bottom - top };
      const named = [
        shape("path", { d: `M${from} ${y + 8}v-4H${to}v4` }),
        shape("text", { x: at, y, "text-anchor": "middle" }, richShape(label)),
      ];
      svg.append(
        shape(
          "g",
          { class: "assignment" },
          shape("rect", area, shape("title", {}, plainLabel(label))),
          lane < 0 ? [] : named,
        ),
      );
    }
  }

  drawCurves(svg, { x, top, bottom }) {
    const { grid, curve, others } = this.content;
    const clip = clipTo(svg, x.range[0], top, x.range[1] - x.range[0], bottom - top);
    const group = shape("g", { "clip-path": clip });
    svg.append(group);
    if (curve.low && curve.high)
      group.append(shape("path", { class: "spread", d: band(grid, curve.low, curve.high, x, this.y) }));
    this.shade(svg, group, bottom);
    rows(others).forEach((other, i) =>
      group.append(shape("path", { class: `other other-${i}`, d: line(grid, other.values, x, this.y) })),
    );
    group.append(shape("path", { class: "spectrum-line", d: line(grid, curve.values, x, this.y) }));
  }

  /** Fills the area under the curve, each grid point as strongly as it matters; sign by colour. */
  shade(svg, group, bottom) {
    const { grid, curve, relevance } = this.content;
    if (!relevance) return;
    const zero = Math.min(bottom, this.y(0));
    const under = clipUnder(
      svg,
      band(
        grid,
        grid.map(() => this.y.invert(zero)),
        curve.values,
        this.x,
        this.y,
      ),
    );
    const most = strongest(relevance.values);
    const bars = shape("g", { "clip-path": under, "shape-rendering": "crispEdges" });
    grid.forEach((energy, i) => {
      const weight = isNumber(relevance.values[i]) ? Math.abs(relevance.values[i]) / most : 0;
      if (weight < 0.02) return;
      const left = Math.round(this.x((energy + (grid[i - 1] ?? energy)) / 2));
      const right = Math.round(this.x((energy + (grid[i + 1] ?? energy)) / 2));
      bars.append(
        shape("rect", {
          class: relevance.values[i] < 0 ? "shade-minus" : "shade-plus",
          x: left,
          y: 0,
          width: Math.max(0, right - left),
          height: bottom,
          "fill-opacity": (0.85 * weight).toFixed(3),
        }),
      );
    });
    group.append(bars);
  }

  drawRelevance(svg, { x, relevanceTop, relevanceBottom }) {
    const { grid, relevance } = this.content;
    const range = extent([0, ...relevance.values, ...rows(relevance.low), ...rows(relevance.high)], 0.06);
    const y = linear(range, [relevanceBottom, relevanceTop]);
    this.relevanceY = y;
    const [from, to] = x.range;
    const group = shape("g", {
      "clip-path": clipTo(svg, from, relevanceTop, to - from, relevanceBottom - relevanceTop),
    });
    if (relevance.low && relevance.high) {
      group.append(
        shape("path", { class: "relevance-band", d: band(grid, relevance.low, relevance.high, x, y) }),
      );
    }
    group.append(
      shape("path", { class: "zero", d: `M${from} ${y(0)}H${to}` }),
      shape("path", { class: "relevance-line", d: line(grid, relevance.values, x, y) }),
    );
    svg.append(group);
    const power = axisLeft(svg, y, from, { count: 3 });
    const name = axisName(relevance.name, relevance.unit);
    // A long name on a narrow page begins left of the axis rather than ending outside of the figure.
    const at = Math.max(0, Math.min(from + (power === 0 ? 0 : 56), to + 14 - 7.2 * name.length));
    svg.append(shape("text", { class: "axis-name", x: at, y: relevanceTop - 10 }, name));
  }

  unnamed() {
    const count = rows(this.place?.bands).filter((band) => band.lane < 0).length;
    return count ? ` and for ${plural(count, "assignment")} without room for a name` : "";
  }

  crosshair() {
    const energy = this.view.cursor;
    const { grid, unit, curve, relevance } = this.content;
    this.cross?.replaceChildren();
    if (energy === null || !this.place) {
      this.readout.textContent = this.view.zoomed
        ? "Double-click or press 0 to see the whole range."
        : `Point at the figure for values${this.unnamed()}; drag to zoom.`;
      return;
    }
    const i = closest(grid, energy);
    const x = this.x(grid[i]);
    this.cross.append(
      shape("path", {
        d: `M${x} ${this.place.top}V${relevance ? this.place.relevanceBottom : this.place.bottom}`,
      }),
    );
    if (isNumber(curve.values[i]))
      this.cross.append(shape("circle", { cx: x, cy: this.y(curve.values[i]), r: 4 }));
    const parts = [withUnit(fixed(grid[i], 1), unit), `${curve.name} ${significant(curve.values[i])}`];
    for (const other of rows(this.content.others))
      parts.push(`${other.name} ${significant(other.values[i])}`);
    if (relevance) parts.push(`relevance ${withUnit(significant(relevance.values[i], 2), relevance.unit)}`);
    const under = rows(this.content.assignments)
      .filter((a) => energy >= a.from && energy <= a.to)
      .map((a) => plainLabel(a.label));
    if (under.length) parts.push(under.join(", "));
    this.readout.textContent = parts.join(" · ");
  }
}
