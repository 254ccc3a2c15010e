// Predicted against true values: one large figure, and small ones of all properties that also choose what the large shows.

class Parity {
  constructor(host, study, sets) {
    this.study = study;
    this.sets = sets.filter((set) => rows(set.points).length > 0);
    this.points = [];
    const names = study.propertiesIn(this.sets);
    const splits = distinct(this.sets, "split", SPLITS);
    const features = distinct(this.sets, "features", FEATURES);
    const models = distinct(this.sets, "model", MODELS);
    this.state = { property: names[0], split: splits[0], features: features[0], model: models[0] };
    const choose = (key) => (value) => this.choose(key, value);
    this.choosers = {
      property: chooser(
        "Property",
        names.map((name) => ({ value: name, text: study.label(name) })),
        names[0],
        choose("property"),
      ),
      split: chooser("Split", options(splits, SPLITS), this.state.split, choose("split")),
      features: chooser("Features", options(features, FEATURES), this.state.features, choose("features")),
      model: chooser(
        "Model",
        models.map((model) => ({ value: model, text: modelText(model) })),
        models[0],
        choose("model"),
      ),
    };
    this.note = element("p", { class: "figure-note" });
    this.small = element("div", { class: "thumbnails", role: "group", "aria-label": "All properties" });
    const plot = element("div", { class: "parity-plot" });
    host.append(
      element(
        "div",
        { class: "controls" },
        Object.values(this.choosers).map((control) => control.node),
      ),
      element("div", { class: "parity" }, element("div", {}, plot, this.note, this.key()), this.small),
    );
    this.figure = new PointFigure(plot, {
      points: this.points,
      label: "",
      height: (width) => width,
      draw: (frame) => this.draw(frame),
      kind: "figure parity-figure",
      at: (point) => [this.scales.x(point.truth), this.scales.y(point.mean)],
      card: (point) => this.card(point),
      open: (point) => this.study.molecules[point.m] && this.study.open(point.m),
    });
    this.choose("property", names[0]);
  }

  key() {
    return legend([
      {
        text: "molecule, bar = ± 1 deviation, recalibrated",
        mark: () =>
          shape(
            "g",
            {},
            shape("path", { class: "deviation", d: "M13 1V13" }),
            shape("circle", { class: "point", cx: 13, cy: 7, r: 3.5 }),
          ),
      },
      {
        text: "outside the training domain",
        mark: () => shape("path", { class: "point outside", d: diamond(13, 7, 5) }),
      },
    ]);
  }

  choose(key, value) {
    this.state[key] = value;
    this.choosers[key].set(value);
    this.set = this.find(this.state.property);
    this.points = rows(this.set?.points).filter((point) => isNumber(point.truth) && isNumber(point.mean));
    this.figure.show(this.points);
    this.describe();
    this.thumbnails();
  }

  find(property) {
    const { split, features, model } = this.state;
    return this.sets.find(
      (set) =>
        set.property === property && set.split === split && set.features === features && set.model === model,
    );
  }

  describe() {
    const { property, split, features, model } = this.state;
    const { unit } = this.study.property(property);
    const score = this.study.score(property, features, model, split) ?? measured(this.points);
    const outside = this.points.filter((point) => point.outside).length;
    this.note.replaceChildren(
      ...(this.points.length === 0
        ? ["This combination was not run."]
        : [
            `R² ${r2Text(score.r2)} ${intervalText(score.r2Interval)} · MAE ${withUnit(significant(score.mae), unit)} · ` +
              `${plural(this.points.length, "molecule")}, ${outside} outside the domain`,
          ]),
    );
    this.figure.chart.name(
      `Predicted against true ${this.study.label(property)}, ${modelText(model)}, ${this.note.textContent}`,
    );
  }

  draw({ svg, width, height }) {
    const { unit } = this.study.property(this.state.property);
    const name = this.study.label(this.state.property);
    const span = extent(
      this.points.flatMap((point) => [point.truth, point.mean]),
      0.04,
    );
    const x = linear(span, [62, width - 10]);
    const y = linear(span, [height - 48, 10]);
    this.scales = { x, y };
    const marks = ticks(span, Math.max(3, Math.round(width / 90)));
    axisBelow(svg, x, y.range[0], { name: axisName(`True ${lower(name)}`, unit), values: marks, offset: 40 });
    axisLeft(svg, y, x.range[0], {
      name: axisName(`Predicted ${lower(name)}`, unit),
      values: marks,
      offset: 50,
    });
    const clip = clipTo(svg, x.range[0], y.range[1], x.range[1] - x.range[0], y.range[0] - y.range[1]);
    svg.append(
      shape("path", { class: "diagonal", d: `M${x.range[0]} ${y.range[0]}L${x.range[1]} ${y.range[1]}` }),
    );
    svg.append(
      shape("path", {
        class: "deviation",
        "clip-path": clip,
        d: this.points
          .filter((p) => isNumber(p.deviation))
          .map(
            (p) =>
              `M${x(p.truth).toFixed(1)} ${y(p.mean - p.deviation).toFixed(1)}V${y(p.mean + p.deviation).toFixed(1)}`,
          )
          .join(""),
      }),
    );
    const dots = shape("g", { class: "points" });
    for (const point of this.points) {
      const [px, py] = [x(point.truth), y(point.mean)];
      dots.append(
        point.outside
          ? shape("path", { class: "point outside", d: diamond(px, py, 5) })
          : shape("circle", { class: "point", cx: px.toFixed(1), cy: py.toFixed(1), r: 3.2 }),
      );
    }
    svg.append(dots);
  }

  thumbnails() {
    const names = this.study.propertiesIn(this.sets);
    this.small.hidden = names.length < 2;
    this.small.replaceChildren(
      ...names.map((name) => {
        const points = rows(this.find(name)?.points).filter((p) => isNumber(p.truth) && isNumber(p.mean));
        const score =
          this.study.score(name, this.state.features, this.state.model, this.state.split) ?? measured(points);
        return element(
          "button",
          {
            type: "button",
            class: "thumbnail",
            "aria-pressed": String(name === this.state.property),
            on: { click: () => this.pick(name) },
          },
          thumbnail(points),
          element("span", { class: "thumbnail-name" }, rich(this.study.label(name))),
          element("span", { class: "faint" }, points.length ? `R² ${r2Text(score.r2)}` : "not run"),
        );
      }),
    );
  }

  pick(name) {
    const index = this.study.propertiesIn(this.sets).indexOf(name);
    this.choose("property", name);
    this.small.children[index]?.focus();
  }

  card(point) {
    const molecule = this.study.molecules[point.m];
    const { unit } = this.study.property(this.state.property);
    const value = (number) => withUnit(toPrecisionOf(number, point.deviation), unit);
    return [
      molecule ? drawing(molecule.svg, molecule.id, 3) : null,
      molecule
        ? element("div", { class: "tip-name" }, molecule.id, " ", element("code", {}, molecule.smiles))
        : null,
      pairs([
        ["true", withUnit(known(point.truth, point.deviation), unit)],
        ["predicted", value(point.mean)],
        [
          "deviation",
          isNumber(point.deviation) ? `± ${withUnit(significant(point.deviation, 2), unit)}` : null,
        ],
      ]),
      point.outside ? element("div", { class: "warn" }, "outside the training domain") : null,
    ];
  }
}

function thumbnail(points) {
  const span = extent(
    points.flatMap((point) => [point.truth, point.mean]),
    0.06,
  );
  const x = linear(span, [3, 97]);
  const y = linear(span, [97, 3]);
  return shape(
    "svg",
    { viewBox: "0 0 100 100", "aria-hidden": "true" },
    shape("rect", { class: "thumbnail-frame", x: 0.5, y: 0.5, width: 99, height: 99 }),
    shape("path", { class: "diagonal", d: "M0 100L100 0" }),
    shape("path", {
      class: "thumbnail-points",
      d: points.map((p) => `M${x(p.truth).toFixed(1)} ${y(p.mean).toFixed(1)}h0`).join(""),
    }),
  );
}
