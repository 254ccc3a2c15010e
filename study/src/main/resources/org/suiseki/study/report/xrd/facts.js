// Below a pattern: what a model reads from it beside what is known, the patterns next to it on the map, and its numbers.

const NEIGHBOURS = 5;

class PatternFacts {
  /** `curve()` gives {name, values, text} of what is drawn now, for copying. */
  constructor(host, space, curve) {
    this.space = space;
    this.set = space.set;
    this.body = element("div", { class: "pattern-facts" });
    const copy = copyButton(() => this.columns(curve()), "Copy this pattern as two columns");
    host.append(this.body, element("p", { class: "copy-pattern" }, copy));
  }

  show(walking) {
    this.body.hidden = walking;
    if (walking) return;
    const p = this.space.shown;
    this.body.replaceChildren(...[this.read(p), this.near(p)].flat().filter(Boolean));
  }

  /** Known contents beside those that the first model of the parity figures read. */
  read(p) {
    const found = this.set.properties.map((_, j) => {
      const of = rows(this.set.data.parity).find(({ property, points }) => property === j && rows(points).length);
      const point = rows(of?.points).find((entry) => entry.p === p);
      return point && isNumber(point.mean) ? { ...point, model: of.model } : null;
    });
    if (!found.some(Boolean)) return [];
    const body = found.map((point, j) => {
      if (!point) return null;
      const { mean, deviation } = point;
      const error = isNumber(deviation) ? ` ± ${significant(deviation, 2)}` : "";
      const { unit } = this.set.properties[j];
      return element(
        "tr",
        {},
        element("th", { scope: "row" }, rich(this.set.propertyLabel(j))),
        element("td", { class: "number" }, isNumber(this.set.value(p, j)) ? this.set.valueText(this.set.value(p, j), j) : MISSING),
        element("td", { class: "number" }, withUnit(`${toPrecisionOf(mean, deviation)}${error}`, unit)),
      );
    });
    const model = found.find(Boolean).model;
    return [
      element("h3", {}, "Read from the pattern"),
      plainTable(["Content", "Known", "Read"], 1, body),
      element("p", { class: "figure-note" }, `Read by: ${model}, from samples of other compositions.`),
    ];
  }

  /** The nearest patterns on the map, each to press. */
  near(p) {
    const here = this.set.point(p);
    if (!here) return [];
    const far = (q) => Math.hypot(this.set.point(q)[0] - here[0], this.set.point(q)[1] - here[1]) / this.set.spreadOfMap;
    const nearest = this.set.placed
      .filter((q) => q !== p)
      .map((q) => [far(q), q])
      .sort((a, b) => a[0] - b[0])
      .slice(0, NEIGHBOURS);
    if (!nearest.length) return [];
    const body = nearest.map(([distance, q]) =>
      element(
        "tr",
        {},
        element("th", { scope: "row" }, this.neighbour(q), this.family(q)),
        this.set.properties.map((_, j) =>
          element("td", { class: "number" }, isNumber(this.set.value(q, j)) ? significant(this.set.value(q, j), 3) : MISSING),
        ),
        element("td", { class: "number" }, fixed(distance, 2)),
      ),
    );
    const names = this.set.properties.map((property, j) => rich(axisName(this.set.propertyLabel(j), property.unit)));
    return [element("h3", {}, "Next to it on the map"), plainTable(["Pattern", ...names, "Distance (map units)"], 1, body)];
  }

  family(q) {
    const family = this.set.families.length > 1 ? this.set.family(q) : null;
    return family ? [" ", element("span", { class: "faint" }, rich(family))] : "";
  }

  neighbour(q) {
    const link = button(this.set.patterns[q].id, () => this.space.change({ from: q, to: null, hover: null }));
    link.classList.add("as-link");
    return link;
  }

  columns({ name, values, text }) {
    const head = `# ${[name, text].filter(Boolean).join(", ")}\n# ${this.set.axisTitle}\t${this.set.quantity}\n`;
    const line = (value, i) => `${value.toFixed(4)}\t${isNumber(values[i]) ? values[i].toFixed(5) : ""}`;
    return head + Array.from(this.set.axis, line).join("\n") + "\n";
  }
}
