// The pattern beside the map: the one pointed at or pinned, or, between two pinned ones, what the decoder draws at each
// place of the straight line from the first to the second.

const WALK_SECONDS = 5;
const WALK_LINES = 60;

class WalkPanel {
  constructor(host, space) {
    this.space = space;
    this.set = space.set;
    const { axis } = this.set;
    this.view = new View(axis.length > 1 ? [axis[0], axis[axis.length - 1]] : [0, 1]);
    this.head = element("div", { class: "pattern-head" });
    this.key = element("div", {});
    host.append(this.head, this.chooseEnds());
    this.plot = new PatternPlot(host, space, this.view, this.content(), { label: "Pattern" });
    host.append(this.key, this.walkControls());
    this.addTracks(host);
    space.onChange((keys) => this.follow(keys));
    this.show();
  }

  /** Lists of all patterns, for hands that cannot point. */
  chooseEnds() {
    const names = this.set.patterns.map(({ id }, p) => ({ value: String(p), text: id }));
    const read = (value) => (value === "" ? null : Number(value));
    this.from = list("Pattern A", [{ value: "", text: "none pinned" }, ...names], "", (value) =>
      this.space.change(value === "" ? { from: null, to: null } : { from: read(value) }),
    );
    this.to = list("Walk to B", [{ value: "", text: "no walk" }, ...names], "", (value) =>
      this.space.change({ from: this.space.shown, to: read(value), at: 0.5 }),
    );
    const swap = button("Swap", () => {
      const { from, to, at } = this.space.state;
      this.space.change({ from: to, to: from, at: 1 - at });
    });
    const clear = button("Clear", () => this.space.change({ from: null, to: null, peak: null }));
    const reset = button("Whole range", () => this.view.reset());
    this.swap = swap;
    this.clear = clear;
    return element("div", { class: "controls ends" }, this.from.node, this.to.node, swap, clear, reset);
  }

  walkControls() {
    this.slider = element("input", {
      type: "range",
      min: 0,
      max: 100,
      step: 1,
      "aria-label": "Place along the walk from A to B, in percent",
      on: {
        input: () => {
          this.stop();
          this.space.change({ at: Number(this.slider.value) / 100 });
        },
      },
    });
    this.play = button(calm() ? "Step" : "Play", () => (this.running ? this.stop() : this.start()));
    this.where = element("output", { class: "walk-where" });
    this.walk = element(
      "div",
      { class: "walk-controls" },
      element("span", { class: "walk-end" }, "A"),
      this.slider,
      element("span", { class: "walk-end" }, "B"),
      this.play,
      this.where,
    );
    return this.walk;
  }

  /** With less motion asked for, each press goes one tenth further instead of moving by itself. */
  start() {
    if (calm()) {
      const { at } = this.space.state;
      this.space.change({ at: at > 0.999 ? 0 : Math.min(1, Math.round(10 * at + 1) / 10) });
      return;
    }
    const from = this.space.state.at > 0.999 ? 0 : this.space.state.at;
    const began = performance.now();
    this.play.textContent = "Stop";
    const step = (now) => {
      if (!this.running || !this.walk.isConnected) return;
      const at = Math.min(1, from + (now - began) / 1000 / WALK_SECONDS);
      this.space.change({ at });
      if (at < 1) this.running = requestAnimationFrame(step);
      else this.stop();
    };
    this.running = requestAnimationFrame(step);
  }

  stop() {
    if (this.running) cancelAnimationFrame(this.running);
    this.running = null;
    if (!calm()) this.play.textContent = "Play";
  }

  follow(keys) {
    const ends = keys.includes("from") || keys.includes("to");
    if (ends) this.stop();
    if (ends || keys.includes("hover") || keys.includes("at") || keys.includes("peak")) this.show();
    if (ends) this.tracks?.redraw();
    else if (keys.includes("at")) this.markTracks();
  }

  /** A pattern pointed at is shown even while walking: the walk comes back when the pointer leaves. */
  get onWalk() {
    const { hover, from, to } = this.space.state;
    return this.space.walking && hover === null && Boolean(this.set.point(from) && this.set.point(to) && this.set.decoded);
  }

  content() {
    const { from, to, at } = this.space.state;
    if (!this.onWalk) {
      const p = this.space.shown;
      return {
        curves: [{ name: this.set.patterns[p]?.id ?? "", values: this.set.curve(p), kind: "line-main" }],
        peaks: peakBands(this.set, p),
      };
    }
    return {
      curves: [
        { name: "A", values: this.set.curve(from), kind: "line-a" },
        { name: "B", values: this.set.curve(to), kind: "line-b" },
        { name: "mixture", values: this.mixture(at), kind: "line-mixture" },
        { name: "walk", values: this.set.decoded.at(this.set.between(from, to, at)), kind: "line-walk" },
      ],
      peaks: peakBands(this.set, at < 0.5 ? from : to),
    };
  }

  /** Two powders mixed add their intensities, so roots are squared first. */
  mixture(at) {
    const [a, b] = [this.set.curve(this.space.state.from), this.set.curve(this.space.state.to)];
    const roots = this.set.quantity.startsWith("√");
    return a.map((value, i) => {
      const other = b[i] ?? NaN;
      return roots ? Math.sqrt((1 - at) * value ** 2 + at * other ** 2) : (1 - at) * value + at * other;
    });
  }

  show() {
    const { from, to, at } = this.space.state;
    this.from.set(from === null ? "" : String(from));
    this.to.set(this.space.walking ? String(to) : "");
    this.swap.hidden = !this.space.walking;
    this.clear.hidden = from === null;
    this.walk.hidden = !this.space.walking || !this.set.decoded;
    this.trackHost?.toggleAttribute("hidden", this.walk.hidden);
    this.slider.value = String(Math.round(100 * at));
    this.where.textContent = this.placeText();
    this.head.replaceChildren(...this.heading());
    this.showKey();
    this.plot.show(this.content());
    this.plot.chart.name(this.onWalk ? `Walk, ${this.placeText()}` : `Pattern ${patternWords(this.set, this.space.shown)}`);
  }

  heading() {
    const { hover, from, to } = this.space.state;
    if (this.onWalk) {
      return [
        element("h3", {}, `From ${this.set.patterns[from].id} to ${this.set.patterns[to].id}`),
        element("p", { class: "figure-note" }, this.betweenText()),
      ];
    }
    const p = this.space.shown;
    const { id, held } = this.set.patterns[p] ?? {};
    const family = this.set.family(p);
    const state = hover !== null ? "" : from !== null ? " (pinned)" : "";
    const values = this.set.known(p).filter(([, value]) => value !== null);
    const facts = [
      family ? rich(family) : null,
      ...values.map(([name, value]) => [name, " ", value]),
      held ? "newcomer, its values were not used" : null,
    ].filter(Boolean);
    return [
      element("h3", {}, `${id ?? "No pattern"}${state}`),
      element(
        "p",
        { class: "figure-note" },
        facts.map((fact, i) => [i ? " · " : "", fact]),
      ),
    ];
  }

  /** The composition between the ends, where both are of one family and known. */
  betweenText() {
    const { from, to, at } = this.space.state;
    const [a, b] = [this.set.patterns[from], this.set.patterns[to]];
    if (a.family !== b.family) return "The two are of different families.";
    const values = this.set.properties
      .map((_, j) => {
        const [v, w] = [this.set.value(from, j), this.set.value(to, j)];
        if (!isNumber(v) || !isNumber(w)) return null;
        const here = v + at * (w - v);
        return [j ? " · " : "", rich(this.set.propertyLabel(j)), ` ${withUnit(fixed(here, 1), this.set.properties[j].unit)}`];
      })
      .filter(Boolean);
    return values.length ? ["Between them in proportion: ", ...values.flat()] : "";
  }

  placeText() {
    return `${percent(this.space.state.at)} of the way from A to B`;
  }

  showKey() {
    const entries = this.onWalk
      ? [
          { text: "walk: decoded at this place of the map", mark: lineMark("pattern-line line-walk") },
          { text: "linear mixture of A and B", mark: lineMark("pattern-line line-mixture") },
          { text: `A: ${this.set.patterns[this.space.state.from].id}`, mark: lineMark("pattern-line line-a") },
          { text: `B: ${this.set.patterns[this.space.state.to].id}`, mark: lineMark("pattern-line line-b") },
        ]
      : [];
    this.key.replaceChildren(...(entries.length ? [legend(entries)] : []));
  }

  /** Walk and mixture as two sheets over the same axis: peaks that move are slanted lines, peaks that fade are two. */
  addTracks(host) {
    this.trackHost = element("div", { class: "tracks", hidden: true });
    host.append(this.trackHost);
    const plot = this.trackHost.appendChild(element("div", {}));
    this.tracks = new Chart(plot, {
      label: "All places of the walk, and of the mixture, one above the other",
      height: 2 * TRACK + 74,
      kind: "figure tracks-figure",
      draw: (frame) => this.drawTracks(frame),
    });
    this.tracks.svg.addEventListener("click", (event) => {
      const y = event.clientY - this.tracks.svg.getBoundingClientRect().top;
      const top = [TRACK_TOP, TRACK_TOP + TRACK + TRACK_GAP].find((start) => y >= start && y <= start + TRACK);
      if (top === undefined) return;
      this.stop();
      this.space.change({ at: 1 - (y - top) / TRACK });
    });
    this.view.onChange((what) => what === "domain" && this.tracks.redraw());
  }

  drawTracks({ svg, width }) {
    const { from, to } = this.space.state;
    if (!this.space.walking || !this.set.decoded || !this.set.point(from) || !this.set.point(to)) return;
    const x = linear(this.view.domain, [52, width - 10]);
    const walk = sheet(this.set.axis, x, (t) => this.set.decoded.at(this.set.between(from, to, t)), this.set.heights);
    const mixture = sheet(this.set.axis, x, (t) => this.mixture(t), this.set.heights);
    [
      ["walk: peaks move", walk],
      ["linear mixture: peaks fade", mixture],
    ].forEach(([name, address], i) => {
      const top = TRACK_TOP + i * (TRACK + TRACK_GAP);
      const y = linear([0, 1], [top + TRACK, top]);
      svg.append(
        shape("image", {
          href: address,
          x: 52,
          y: top,
          width: width - 62,
          height: TRACK,
          preserveAspectRatio: "none",
          class: "track",
        }),
        shape("text", { class: "axis-name", x: 52, y: top - 6 }, name),
      );
      axisLeft(svg, y, 52, { values: [0, 1], text: (value) => (value ? "B" : "A") });
    });
    axisBelow(svg, x, TRACK_TOP + 2 * TRACK + TRACK_GAP, { name: this.set.axisTitle, offset: 35 });
    svg.append((this.trackMark = shape("path", { class: "track-mark", "pointer-events": "none" })));
    this.trackRange = x.range;
    this.markTracks();
  }

  markTracks() {
    if (!this.trackMark) return;
    const [from, to] = this.trackRange;
    const height = (1 - this.space.state.at) * TRACK;
    const second = TRACK_TOP + TRACK + TRACK_GAP + height;
    this.trackMark.setAttribute("d", `M${from} ${TRACK_TOP + height}H${to}M${from} ${second}H${to}`);
  }
}

const TRACK = 76;
const TRACK_TOP = 18;
const TRACK_GAP = 24;

/** Curves at all places of a walk as the rows of a picture, dark where they are high. Places go upwards. */
function sheet(axis, x, curveAt, [low, high]) {
  const columns = Math.max(2, Math.min(700, Math.round(x.range[1] - x.range[0])));
  const canvas = document.createElement("canvas");
  canvas.width = columns;
  canvas.height = WALK_LINES;
  const context = canvas.getContext("2d");
  const image = context.createImageData(columns, WALK_LINES);
  for (let row = 0; row < WALK_LINES; row++) {
    const curve = curveAt(1 - row / (WALK_LINES - 1));
    const highest = new Float64Array(columns).fill(low);
    for (let i = 0; i < axis.length; i++) {
      const column = Math.round(((x(axis[i]) - x.range[0]) / (x.range[1] - x.range[0])) * (columns - 1));
      if (column >= 0 && column < columns && curve[i] > highest[column]) highest[column] = curve[i];
    }
    for (let column = 0; column < columns; column++) {
      const share = Math.min(1, Math.max(0, (highest[column] - low) / (high - low || 1)));
      image.data.set([31, 78, 134, Math.round(255 * share)], 4 * (row * columns + column));
    }
  }
  context.putImageData(image, 0, 0);
  return canvas.toDataURL();
}

function button(text, act) {
  return element("button", { type: "button", class: "quiet", on: { click: act } }, text);
}
