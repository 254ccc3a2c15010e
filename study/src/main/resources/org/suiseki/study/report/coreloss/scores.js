// The table of properties: for each set of features the network's figure, and beside it what the dull models reach.

const METRICS = {
  r2: { text: "R²", better: (a, b) => a > b },
  mae: { text: "MAE", better: (a, b) => a < b },
  rmse: { text: "RMSE", better: (a, b) => a < b },
};

class ScoreTable {
  constructor(host, study, scores) {
    this.study = study;
    this.scores = scores;
    this.features = distinct(scores, "features", FEATURES);
    this.models = distinct(scores, "model", MODELS);
    const splits = distinct(scores, "split", SPLITS);
    const kinds = distinct(
      study.properties.filter((p) => p.kind),
      "kind",
      KINDS,
    );
    this.state = { split: splits[0], kind: "all", metric: "r2", sort: null, descending: true };
    const choose = (key) => (value) => {
      this.state[key] = value;
      this.render();
    };
    const kindOptions = kinds.length > 1 ? [{ value: "all", text: "all" }, ...options(kinds, KINDS)] : [];
    host.append(
      element(
        "div",
        { class: "controls" },
        chooser("Split", options(splits, SPLITS), this.state.split, choose("split")).node,
        chooser("Properties", kindOptions, "all", choose("kind")).node,
        chooser(
          "Figure",
          Object.entries(METRICS).map(([value, { text }]) => ({ value, text })),
          "r2",
          choose("metric"),
        ).node,
      ),
      this.key(),
      (this.table = element("table", { class: "scores" })),
      this.everything(),
    );
    this.render();
  }

  key() {
    const entries = this.models.map((model) => ({
      text: modelText(model),
      mark: () => modelMark(model, 13, 7),
    }));
    entries.push({ text: "95 % interval", mark: () => shape("path", { class: "interval", d: "M2 7H24" }) });
    return legend(entries);
  }

  find(property, features) {
    return this.scores.filter(
      (row) => row.property === property && row.features === features && row.split === this.state.split,
    );
  }

  render() {
    const names = this.study
      .propertiesIn(this.scores)
      .filter((name) => this.state.kind === "all" || this.study.property(name).kind === this.state.kind);
    const lines = names.map((name) => this.line(name));
    this.order(lines);
    this.table.replaceChildren(
      element("caption", {}, this.caption()),
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          this.header("property", "Property"),
          this.features.map((name) => this.header(name, FEATURES_LONG[name] ?? name)),
          this.header("best", "Best of all"),
        ),
      ),
      element(
        "tbody",
        {},
        lines.map((entry) => entry.row),
      ),
    );
  }

  caption() {
    const { metric, split } = this.state;
    const figure =
      metric === "r2" ? "R² with its interval over the folds" : `${METRICS[metric].text}, smaller is better`;
    return (
      `${figure}; folds ${split === "random" ? "at random" : (SPLITS[split] ?? split)}. ` +
      "Beside the network stands the best of the dull models: ▲ the network is ahead, ≈ level within the interval of R², ▼ behind."
    );
  }

  header(key, text) {
    const { sort, descending } = this.state;
    const on = {
      click: () => {
        this.state.descending = sort === key ? !descending : key !== "property";
        this.state.sort = key;
        this.render();
        this.table.querySelector(`th[data-key="${CSS.escape(key)}"] button`)?.focus();
      },
    };
    const direction = sort !== key ? "none" : descending ? "descending" : "ascending";
    return element(
      "th",
      { scope: "col", "aria-sort": direction, "data-key": key },
      element(
        "button",
        { type: "button", on },
        text,
        element(
          "span",
          { class: "arrow", "aria-hidden": "true" },
          { none: "", descending: " ↓", ascending: " ↑" }[direction],
        ),
      ),
    );
  }

  order(lines) {
    const { sort, descending } = this.state;
    if (!sort) return;
    const sign = descending ? -1 : 1;
    const weight = (value) => (isNumber(value) ? value : -Infinity);
    lines.sort((a, b) =>
      sort === "property"
        ? sign * a.keys.property.localeCompare(b.keys.property)
        : sign * (weight(a.keys[sort]) - weight(b.keys[sort])),
    );
  }

  line(name) {
    const property = this.study.property(name);
    const keys = { property: this.study.label(name) };
    const range = this.range(name);
    const cells = this.features.map((features) => {
      const found = this.find(name, features);
      const lead = leading(found);
      keys[features] = lead?.[this.state.metric];
      return element(
        "td",
        { "data-label": FEATURES[features] ?? features },
        lead ? this.cell(property, found, lead, range) : element("span", { class: "faint" }, "not run"),
      );
    });
    const best = this.best(name);
    keys.best = best?.[this.state.metric];
    return {
      keys,
      row: element(
        "tr",
        {},
        element(
          "th",
          { scope: "row" },
          element("span", { class: "property" }, rich(this.study.label(name))),
          element(
            "span",
            { class: "faint" },
            [property.kind, unitText(property.unit)].filter(Boolean).join(" · "),
          ),
        ),
        cells,
        element("td", { class: "best", "data-label": "best" }, best ? this.bestOf(property, best) : MISSING),
      ),
    };
  }

  /** R² is drawn from 0 to 1; an error from 0 to the largest of the property's errors. */
  range(name) {
    if (this.state.metric === "r2") return [0, 1];
    const errors = this.scores
      .filter((row) => row.property === name && row.split === this.state.split)
      .map((row) => row[this.state.metric])
      .filter(isNumber);
    return [0, Math.max(...errors, 1e-12)];
  }

  cell(property, found, lead, range) {
    const { metric } = this.state;
    const rival = found
      .filter((row) => row !== lead && isNumber(row[metric]))
      .reduce((best, row) => (!best || METRICS[metric].better(row[metric], best[metric]) ? row : best), null);
    const interval = metric === "r2" ? intervalText(lead.r2Interval) : unitText(property.unit);
    return [
      element("span", { class: "figure-number" }, this.text(lead)),
      element("span", { class: "faint" }, ` ${interval}`),
      this.strip(found, lead, range),
      rival && isNumber(lead[metric]) ? this.rivalry(lead, rival) : null,
    ];
  }

  text(row) {
    return this.state.metric === "r2" ? r2Text(row.r2) : significant(row[this.state.metric], 3);
  }

  rivalry(lead, rival) {
    const { metric } = this.state;
    const ahead = METRICS[metric].better(lead[metric], rival[metric]);
    const inside =
      rows(lead.r2Interval).length === 2 && rival.r2 >= lead.r2Interval[0] && rival.r2 <= lead.r2Interval[1];
    const [sign, name, words] = inside
      ? ["≈", "level", "level within the interval"]
      : ahead
        ? ["▲", "ahead", "the network is ahead"]
        : ["▼", "behind", "the network is behind"];
    return element(
      "span",
      { class: `rival ${name}`, title: words },
      element("span", { "aria-label": words, role: "img" }, sign),
      ` ${modelText(rival.model)} ${this.text(rival)}`,
    );
  }

  /** The network with its interval above the line, the dull models below it: they often fall on one spot. */
  strip(found, lead, range) {
    const { metric } = this.state;
    const scale = linear(range, [8, 172]);
    const held = (value) => scale(Math.min(range[1], Math.max(range[0], value)));
    const svg = shape(
      "svg",
      { class: "strip", viewBox: "0 0 180 24", "aria-hidden": "true" },
      shape("path", { class: "strip-line", d: "M8 12H172M8 9v6M172 9v6M90 10.500v3" }),
    );
    if (metric === "r2" && rows(lead.r2Interval).length === 2) {
      svg.append(
        shape("path", { class: "interval", d: `M${held(lead.r2Interval[0])} 6H${held(lead.r2Interval[1])}` }),
      );
    }
    for (const row of [...found].sort((a, b) => (a === lead) - (b === lead))) {
      if (!isNumber(row[metric])) continue;
      const y = row === lead ? 6 : 18;
      if (row[metric] < range[0] - 0.05)
        svg.append(shape("path", { class: "mark-below", d: `M3 ${y - 3.5}L-0.500 ${y}L3 ${y + 3.5}` }));
      svg.append(modelMark(row.model, held(row[metric]), y, row === lead ? 3.4 : 4));
    }
    return svg;
  }

  best(name) {
    const { metric } = this.state;
    return this.scores
      .filter((row) => row.property === name && row.split === this.state.split && isNumber(row[metric]))
      .reduce((best, row) => (!best || METRICS[metric].better(row[metric], best[metric]) ? row : best), null);
  }

  bestOf(property, best) {
    return [
      element("span", {}, `${modelText(best.model)}, ${FEATURES[best.features] ?? best.features}`),
      pairs([
        ["R²", r2Text(best.r2)],
        ["MAE", withUnit(significant(best.mae), property.unit)],
        ["RMSE", withUnit(significant(best.rmse), property.unit)],
      ]),
    ];
  }

  everything() {
    const head = ["property", "unit", "features", "model", "split", "R²", "interval", "MAE", "RMSE"];
    const details = element(
      "details",
      { class: "all-figures" },
      element("summary", {}, `All ${this.scores.length} figures`),
    );
    const copyAll = copyButton(() => this.csv(), "Copy as CSV");
    details.addEventListener("toggle", () => {
      if (details.querySelector("table")) return;
      const body = this.scores.map((row) => {
        const property = this.study.property(row.property);
        return element(
          "tr",
          {},
          element("th", { scope: "row" }, rich(this.study.label(row.property))),
          [
            unitText(property.unit),
            FEATURES[row.features] ?? row.features,
            modelText(row.model),
            SPLITS[row.split] ?? row.split,
          ].map((text) => element("td", {}, text)),
          [fixed(row.r2, 3), intervalText(row.r2Interval), significant(row.mae), significant(row.rmse)].map(
            (text) => element("td", { class: "number" }, text),
          ),
        );
      });
      details.append(copyAll, plainTable(head, 5, body));
    });
    return details;
  }

  csv() {
    const cell = (value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
    const line = (values) => values.map((value) => cell(String(value ?? ""))).join(",");
    const body = this.scores.map((row) =>
      line([
        row.property,
        this.study.property(row.property).unit,
        row.features,
        row.model,
        row.split,
        row.r2,
        row.r2Interval?.[0],
        row.r2Interval?.[1],
        row.mae,
        row.rmse,
      ]),
    );
    return [
      line(["property", "unit", "features", "model", "split", "r2", "r2_low", "r2_high", "mae", "rmse"]),
      ...body,
    ].join("\n");
  }
}

/** The row that a cell speaks for: the network where it ran, else the first that is not the mean. */
function leading(found) {
  return (
    found.find((row) => row.model === "network") ?? found.find((row) => row.model !== "mean") ?? found[0]
  );
}
