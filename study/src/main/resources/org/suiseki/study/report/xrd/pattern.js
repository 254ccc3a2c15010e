// A pattern over its axis with its peaks named above it. Drag, pinch or keys zoom; a click chooses a peak.

const MOST_LANES = 3;

/**
 * `content` holds {curves: [{name, values, kind}], peaks: [{from, to, label, k, weight, shade}]}; the last curve lies on
 * top, and `kind` is a class of a line. `shade` in 0..1 colours the peak's window. Call show() with new content.
 */
class PatternPlot {
  constructor(host, space, view, content, { label, height = 280, lower = null }) {
    this.space = space;
    this.set = space.set;
    this.view = view;
    this.content = content;
    this.plotHeight = height;
    this.lower = lower;
    this.readout = element("p", { class: "readout", "aria-live": "polite" });
    const plot = element("div", {});
    host.append(plot, this.readout);
    this.chart = new Chart(plot, {
      label,
      kind: "figure spectrum-figure",
      height: (width) => this.layout(width).height,
      draw: (frame) => this.draw(frame),
    });
    const { axis } = this.set;
    handle(this.chart.svg, view, () => this.x, Math.abs(axis[axis.length - 1] - axis[0]) / (axis.length - 1) || 1);
    this.listen(this.chart.svg);
    view.onChange((what) => (what === "domain" ? this.chart.redraw() : this.crosshair()));
    space.onChange((keys) => keys.includes("scale") && this.chart.redraw());
    this.crosshair();
  }

  show(content) {
    this.content = content;
    this.chart.redraw();
    this.crosshair();
  }

  /** A click that did not become a drag chooses the peak under it, or lets the chosen one go. */
  listen(svg) {
    let start = null;
    svg.addEventListener("pointerdown", (event) => (start = event.clientX));
    svg.addEventListener("click", (event) => {
      if (start === null || Math.abs(event.clientX - start) > 5) return;
      this.chooseAt(this.x.invert(event.clientX - svg.getBoundingClientRect().left));
    });
    svg.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && this.view.cursor !== null) this.chooseAt(this.view.cursor);
    });
  }

  chooseAt(value) {
    const [a, b] = this.view.domain;
    const near = (b - a) / 150;
    const found = rows(this.content.peaks)
      .filter(({ from, to }) => value >= from - near && value <= to + near)
      .sort((p, q) => Math.abs(p.from + p.to - 2 * value) - Math.abs(q.from + q.to - 2 * value))[0];
    if (found) this.space.change({ peak: found.k === this.space.state.peak ? null : found.k });
  }

  layout(width) {
    const { axis } = this.set;
    const x = linear(this.view.domain, [52, width - 10]);
    const lanes = this.lanes(width);
    const bands = axis.length ? stack(rows(this.content.peaks), x, lanes) : [];
    const top = 8 + LANE * lanes;
    const bottom = top + (width < 520 ? Math.round(0.75 * this.plotHeight) : this.plotHeight);
    const lower = this.lower ? 110 : 0;
    return { x, bands, top, bottom, lowerTop: bottom + 26, lowerBottom: bottom + lower, height: bottom + lower + 44 };
  }

  /** As many lanes for names as any pattern of the set needs: the figure must not jump from pattern to pattern. */
  lanes(width) {
    if (this.lanesAt !== width) {
      this.lanesAt = width;
      const x = linear(this.view.full, [52, width - 10]);
      const most = this.set.axis.length ? MOST_LANES : 0;
      const need = (p) => stack(peakBands(this.set, p), x, most).reduce((sum, { lane }) => Math.max(sum, lane + 1), 0);
      this.most = this.set.patterns.reduce((sum, _, p) => (sum < most ? Math.max(sum, need(p)) : sum), 0);
    }
    return this.most;
  }

  draw({ svg, width }) {
    const place = this.layout(width);
    this.place = place;
    this.x = place.x;
    const { axis } = this.set;
    const rooted = this.space.state.scale === "root";
    this.y = heightScale(rooted, this.heights(), [place.bottom, place.top + 4]);
    this.drawBands(svg, place);
    const clip = clipTo(svg, this.x.range[0], place.top, this.x.range[1] - this.x.range[0], place.bottom - place.top + 1);
    const group = shape("g", { "clip-path": clip });
    this.shade(svg, group, place);
    for (const { values, kind } of this.content.curves) {
      group.append(shape("path", { class: `pattern-line ${kind}`, d: trace(axis, values, this.x, this.y) }));
    }
    svg.append(group);
    if (!this.content.curves.some(({ values }) => values.length)) {
      svg.append(shape("text", { class: "aside", x: this.x.range[0] + 14, y: place.top + 30 }, "No pattern in the data."));
    }
    const marks = rooted ? { values: rootTicks(this.y.domain), text: (value) => String(Number(value.toPrecision(2))) } : {};
    axisLeft(svg, this.y, this.x.range[0], { name: this.axisTitle(place, rooted), offset: 38, ...marks });
    if (this.lower) this.drawLower(svg, place);
    axisBelow(svg, this.x, this.lower ? place.lowerBottom : place.bottom, { name: this.set.axisTitle, offset: 37 });
    svg.append((this.cross = shape("g", { class: "cross", "pointer-events": "none" })));
    this.crosshair();
  }

  /** The quantity, as far as it has room beside the plot. */
  axisTitle({ top, bottom }, rooted) {
    const whole = `${this.set.quantity}${rooted ? ", √ scale" : ""}`;
    return 6.6 * whole.length < bottom - top + 30 ? whole : whole.replace(/ ?\([^)]*\)/, "");
  }

  /** All patterns of a set share one scale, so that two can be compared; zoomed in, what is in view fills it. */
  heights() {
    const curves = this.content.curves.map(({ values }) => values);
    if (!this.view.zoomed) return fromZero(extent([...this.set.heights, ...curves.flatMap((values) => extent(values))]));
    const [a, b] = this.view.domain;
    const { axis } = this.set;
    const seen = (_, i) => axis[i] >= a && axis[i] <= b;
    return fromZero(extent(curves.flatMap((values) => extent(values.filter(seen)))));
  }

  drawBands(svg, { bands, top, bottom }) {
    for (const { from, to, label, lane, at, k } of bands) {
      const y = 14 + lane * LANE;
      const chosen = k !== undefined && k === this.space.state.peak;
      const area = { x: from, y: top, width: Math.max(1, to - from), height: bottom - top };
      svg.append(
        shape(
          "g",
          { class: `assignment peak${chosen ? " chosen" : ""}` },
          shape("rect", area),
          lane < 0 && !chosen
            ? []
            : [
                shape("path", { d: `M${from} ${Math.max(y, 0) + 8}v-4H${to}v4` }),
                shape("text", { x: at, y: Math.max(y, 10), "text-anchor": "middle" }, label),
              ],
        ),
      );
    }
  }

  /** Fills the first curve under each peak as strongly as the peak's `shade`; where two overlap, the stronger is on top. */
  shade(svg, group, { bands, top, bottom }) {
    const shaded = bands.filter(({ shade }) => shade > 0.01).sort((a, b) => a.shade - b.shade);
    const curve = trace(this.set.axis, this.content.curves[0]?.values ?? [], this.x, this.y);
    if (!shaded.length || !curve) return;
    const [from, to] = this.x.range;
    const under = clipUnder(svg, `M${from - 20} ${bottom}L${curve.slice(1)}L${to + 20} ${bottom}Z`);
    const bars = shape("g", { "clip-path": under });
    for (const { from: left, to: right, shade } of shaded) {
      bars.append(
        shape("rect", { class: "peak-ground", x: left, y: top, width: right - left, height: bottom - top }),
        shape("rect", { class: "peak-shade", x: left, y: top, width: right - left, height: bottom - top, opacity: shade.toFixed(3) }),
      );
    }
    group.append(bars);
  }

  /** Differences below the pattern: `lower` holds {name, curves: [{values, kind}]}. */
  drawLower(svg, { lowerTop, lowerBottom }) {
    const { axis } = this.set;
    const range = extent(this.lower.curves.flatMap(({ values }) => extent(values)), 0.05);
    const y = linear(range, [lowerBottom, lowerTop]);
    const [from, to] = this.x.range;
    const group = shape("g", { "clip-path": clipTo(svg, from, lowerTop, to - from, lowerBottom - lowerTop) });
    group.append(shape("path", { class: "zero", d: `M${from} ${y(0)}H${to}` }));
    for (const { values, kind } of this.lower.curves) {
      group.append(shape("path", { class: `pattern-line ${kind}`, d: trace(axis, values, this.x, y) }));
    }
    svg.append(group, shape("text", { class: "axis-name", x: from, y: lowerTop - 7 }, this.lower.name));
    axisLeft(svg, y, from, { count: 2 });
  }

  crosshair() {
    const value = this.view.cursor;
    const { axis } = this.set;
    this.cross?.replaceChildren();
    if (value === null || !this.place || !axis.length) {
      this.readout.textContent = this.view.zoomed
        ? "Double-click or press 0 to see the whole range."
        : "Drag to zoom, click a peak to choose it.";
      return;
    }
    const i = closest(axis, value);
    const x = this.x(axis[i]);
    this.cross.append(shape("path", { d: `M${x} ${this.place.top}V${this.lower ? this.place.lowerBottom : this.place.bottom}` }));
    const peak = rows(this.content.peaks).find(({ from, to }) => axis[i] >= from && axis[i] <= to);
    const parts = this.content.curves
      .filter(({ values }) => isNumber(values[i]))
      .map(({ name, values }) => `${name} ${fixed(values[i], 3)}`)
      .reverse();
    this.readout.textContent = [this.set.place(axis[i]), ...parts, peak ? `peak ${peak.label}` : null]
      .filter(Boolean)
      .join(" · ");
  }
}

const root = (value) => Math.sign(value) * Math.sqrt(Math.abs(value));

/** The y axis: heights as they are, or by their roots. */
function heightScale(rooted, domain, range) {
  if (!rooted) return linear(domain, range);
  const plain = linear(domain.map(root), range);
  return Object.assign((value) => plain(root(value)), { domain, range });
}

/** Round values from 0 to the highest, spread so that their roots are apart. */
function rootTicks([, high]) {
  const power = 10 ** Math.floor(Math.log10(high || 1));
  const most = power * [5, 2, 1].find((k) => k * power <= high * 1.001);
  return [0, 0.05, 0.25, 0.5, 1].map((share) => share * most);
}

const fromZero = ([low, high]) => [Math.min(0, low), high + 0.03 * (high - Math.min(0, low))];

/**
 * The `d` of a curve that is finer than the screen: of each column of pixels its first, lowest, highest and last value,
 * which looks the same and draws at once.
 */
function trace(xs, ys, scaleX, scaleY) {
  const [a, b] = scaleX.domain;
  let d = "";
  let column = null;
  let low = 0;
  let high = 0;
  let last = 0;
  const put = (x, y) => (d += `${d ? "L" : "M"}${x} ${y.toFixed(1)}`);
  const close = () => {
    if (column === null) return;
    if (low !== last || high !== last) {
      put(column, low);
      put(column, high);
    }
    put(column, last);
  };
  const margin = (b - a) / 50;
  for (let i = 0; i < xs.length; i++) {
    if (xs[i] < a - margin || xs[i] > b + margin || !isNumber(ys[i])) continue;
    const x = Math.round(2 * scaleX(xs[i])) / 2;
    const y = scaleY(ys[i]);
    if (x !== column) {
      close();
      column = x;
      low = high = y;
      put(x, y);
    }
    low = Math.min(low, y);
    high = Math.max(high, y);
    last = y;
  }
  close();
  return d;
}

/** The name of a peak's band and its width: digits are wider than letters are on average. */
function nameOf(set, k) {
  const label = set.peakLabel(k);
  return { label, wide: 7.6 * label.length };
}

/** The peaks of a pattern as bands for its plot; strong ones get their name first. `shades` by peak. */
function peakBands(set, p, shades = null) {
  return set.peaks
    .map((peak, k) => {
      const window = set.window(p, k);
      if (!window) return null;
      const shade = shades ? (shades[k] ?? 0) : 0;
      return { from: window[0], to: window[1], ...nameOf(set, k), k, weight: peak.intensity ?? 0, shade };
    })
    .filter(Boolean);
}
