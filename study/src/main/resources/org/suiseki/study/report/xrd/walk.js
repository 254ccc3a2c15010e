// The pattern beside the map: the one pointed at or pinned, or, between two pinned ones, what the decoder draws at each
// place of the straight line from the first to the second.

const WALK_SECONDS = 5;

class WalkPanel {
  constructor(host, space) {
    this.space = space;
    this.set = space.set;
    const { axis } = this.set;
    this.view = new View(axis.length > 1 ? [axis[0], axis[axis.length - 1]] : [0, 1]);
    this.head = element("div", { class: "pattern-head" });
    this.key = element("div", {});
    host.append(this.head);
    this.plot = new PatternPlot(host, space, this.view, this.content(), { label: "Pattern" });
    host.append(this.key, this.walkControls(), this.chooseEnds());
    this.tracks = new WalkTracks(host, space, this.view, this);
    this.facts = new PatternFacts(host, space, () => this.shownCurve);
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
      // The first frame may carry a time before the press.
      const at = Math.min(1, from + Math.max(0, now - began) / 1000 / WALK_SECONDS);
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
    if (ends) this.tracks.chart.redraw();
    else if (keys.includes("at")) this.tracks.show();
  }

  /** A pattern pointed at is shown even while walking: the walk comes back when the pointer leaves. */
  get onWalk() {
    return this.space.walking && this.space.state.hover === null;
  }

  /** Can the places of the walk be decoded? Without a decoder only the mixture is shown. */
  get decodes() {
    const { from, to } = this.space.state;
    return Boolean(this.set.decoded && this.set.point(from) && this.set.point(to));
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
        ...(this.decodes
          ? [{ name: "walk", values: this.set.decoded.at(this.set.between(from, to, at)), kind: "line-walk" }]
          : []),
      ],
      peaks: peakBands(this.set, at < 0.5 ? from : to),
    };
  }

  /** Two powders mixed add their intensities. */
  mixture(at) {
    const [a, b] = [this.set.curve(this.space.state.from), this.set.curve(this.space.state.to)];
    return a.map((value, i) => (1 - at) * value + at * (b[i] ?? NaN));
  }

  show() {
    const { from, to, at } = this.space.state;
    this.from.set(from === null ? "" : String(from));
    this.to.set(this.space.walking ? String(to) : "");
    this.swap.hidden = !this.space.walking;
    this.clear.hidden = from === null;
    this.walk.hidden = !this.space.walking;
    this.tracks.host.hidden = !this.space.walking;
    this.slider.value = String(Math.round(100 * at));
    this.where.textContent = this.placeText();
    this.head.replaceChildren(...this.heading());
    this.showKey();
    const content = this.content();
    this.shownCurve = { ...content.curves.at(-1), text: this.onWalk ? this.placeText() : "" };
    this.plot.show(content);
    this.facts.show(this.onWalk);
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
    const family = this.set.families.length > 1 ? this.set.family(p) : null;
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
          ...(this.decodes ? [{ text: "walk: decoded at this place of the map", mark: lineMark("pattern-line line-walk") }] : []),
          { text: "linear mixture of A and B", mark: lineMark("pattern-line line-mixture") },
          { text: `A: ${this.set.patterns[this.space.state.from].id}`, mark: lineMark("pattern-line line-a") },
          { text: `B: ${this.set.patterns[this.space.state.to].id}`, mark: lineMark("pattern-line line-b") },
        ]
      : [];
    this.key.replaceChildren(...(entries.length ? [legend(entries)] : []));
  }
}
