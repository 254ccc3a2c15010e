// All sets side by side: how well each is told, one line a set.

/** What the numbers of a set are, as far as they are in its data. */
function summaryOf(set) {
  const models = rows(set.data.models);
  const map = models.find(({ chosen }) => chosen === "map");
  const linear = models.find(({ method, size }) => method === "pca" && size === map?.size);
  const errors = (reading) =>
    set.properties.map((_, j) => rows(set.data.concentration).find((row) => row.reading === reading && row.property === j)?.mae);
  const walks = rows(set.data.interpolation?.rows);
  const middle = (key) => {
    const values = walks.map((row) => row[key]).filter(isNumber);
    return values.length ? median(values) : NaN;
  };
  return {
    shares: [map?.unexplained, linear?.unexplained],
    errors: ["wide", "map", "ridge"].map(errors),
    walks: ["walk", "wide", "mixing"].map(middle),
  };
}

/** The lesser of a row of numbers are set in bold. */
function sideBySide(values, text) {
  const least = Math.min(...values.filter(isNumber));
  return values.map((value) => element("td", { class: value === least ? "number best-number" : "number" }, text(value)));
}

function drawOverview(host, space) {
  const body = space.sets.flatMap((set, i) => {
    const { shares, errors, walks } = summaryOf(set);
    const lines = Math.max(1, set.properties.length);
    const whole = (cell) => furnish(cell, { rowspan: lines }, []);
    const open = button(set.title, () => space.visitSet(i));
    open.classList.add("as-link");
    return Array.from({ length: lines }, (_, j) => {
      const property = set.properties[j];
      const once = (cells) => (j ? [] : cells().map(whole));
      return element(
        "tr",
        { class: j === lines - 1 ? "set-end" : null },
        once(() => [element("th", { scope: "row" }, open), element("td", { class: "number" }, String(set.patterns.length))]),
        once(() => sideBySide(shares, unexplainedText)),
        element("td", { class: "content" }, property ? rich(axisName(set.propertyLabel(j), property.unit)) : ""),
        sideBySide(errors.map((all) => all[j]), (value) => significant(value, 2)),
        once(() => sideBySide(walks, (value) => fixed(value, 1))),
      );
    });
  });
  const group = (text, columns) => element("th", { colspan: columns, class: "group", scope: "colgroup" }, text);
  const head = [
    element("tr", {}, group("", 2), group("Unexplained", 2), group("Mean error of contents", 4), group("R of walks (%)", 3)),
    element(
      "tr",
      {},
      ["Set", "Patterns", "map", "PCA", "", "wide", "map", "ridge", "map", "wide", "mixing"].map((text, i) =>
        element("th", { scope: "col", class: i === 0 || i === 4 ? null : "number" }, text),
      ),
    ),
  ];
  host.append(
    element(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": "All sets" },
      element("table", { class: "plain overview" }, element("thead", {}, head), element("tbody", {}, body)),
    ),
    element("p", { class: "figure-note" }, OVERVIEW_NOTE),
  );
}

const OVERVIEW_NOTE =
  "Bold is the lowest of each group. Unexplained: share of the differences between patterns of unseen compositions that two coordinates " +
  "cannot give back, by the map and by two principal components. Mean error: of contents read from the wide space, from the place on the map, " +
  "and by ridge regression on whole patterns. R: median profile R-factor of walks on the map, in the wide space, and of linear mixing.";
