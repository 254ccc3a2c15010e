// How well the content of an unknown sample is read: each model against the dull ones, and predicted against true values.

/** One row for each model; `entries` are {property, reading, model, baseline, mae, r2, r2Interval, coverage}. */
function concentrationTable(set, entries) {
  const properties = distinct(entries, "property").filter((j) => set.properties[j]);
  const models = distinct(entries, "model");
  const of = (model) => entries.find((entry) => entry.model === model);
  const baseline = (model) => entries.some((entry) => entry.model === model && entry.baseline);
  const errors = (j) => entries.filter((entry) => entry.property === j).map(({ mae }) => mae).filter(isNumber);
  const body = models.map((model) =>
    element(
      "tr",
      { class: baseline(model) ? "baseline" : null },
      element(
        "th",
        { scope: "row" },
        model,
        CHOSEN[of(model).reading] ? element("span", { class: "tag tag-chosen" }, CHOSEN[of(model).reading]) : null,
        baseline(model) ? element("span", { class: "tag" }, "dull baseline") : null,
      ),
      properties.map((j) => {
        const entry = entries.find((one) => one.property === j && one.model === model);
        return concentrationCell(set, j, entry, Math.min(...errors(j)), Math.max(...errors(j), 1e-12));
      }),
    ),
  );
  const headings = properties.map((j) => rich(axisName(`Error in ${set.propertyLabel(j)}`, set.properties[j].unit)));
  return plainTable(["Model", ...headings], 9, body, "concentration");
}

function concentrationCell(set, j, entry, best, most) {
  const label = plainLabel(set.propertyLabel(j));
  const name = { "data-label": label.length > 9 ? (set.properties[j].name ?? label) : label };
  if (!entry) return element("td", name, element("span", { class: "faint" }, "not run"));
  const bar = element("span", { class: "error-bar", "aria-hidden": "true" });
  bar.style.width = `${isNumber(entry.mae) ? Math.max(2, (100 * entry.mae) / most) : 0}%`;
  const interval = intervalText(entry.r2Interval);
  return element(
    "td",
    name,
    element(
      "span",
      { class: entry.mae === best ? "figure-number best-number" : "figure-number" },
      significant(entry.mae, 2),
      entry.mae === best ? element("span", { class: "tag" }, "lowest") : null,
    ),
    element("span", { class: "error-track" }, bar),
    element("span", { class: "faint" }, `R² ${r2Text(entry.r2)}${interval ? ` ${interval}` : ""}`),
    isNumber(entry.coverage)
      ? element("span", { class: "faint" }, `${percent(entry.coverage)} within ± 2 deviations`)
      : null,
  );
}

const CONCENTRATION_NOTE =
  "The map has two coordinates, the wide space more. Error: mean absolute difference between predicted and true content, of compositions that the model had not seen. R²: share of the " +
  "differences between samples that is predicted (1 is all, 0 no better than the mean), with its 95 % interval. Where a model states a " +
  "deviation, about 95 % of the true values should lie within two of them.";
