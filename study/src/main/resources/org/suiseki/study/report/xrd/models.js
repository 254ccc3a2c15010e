// Which models were compared for the map and the wide space, how far the map can be trusted, its clusters, and the
// companion method.

/** All models by what they leave unexplained; the strip has a logarithmic scale. */
function modelTable(host, models) {
  const ordered = [...models].sort((a, b) => (a.unexplained ?? Infinity) - (b.unexplained ?? Infinity));
  const shares = models.flatMap(({ unexplained, low, high }) => [unexplained, low, high]).filter((v) => isNumber(v) && v > 0);
  const range = extent(shares.map(Math.log10), 0.04);
  const body = ordered.map((model) =>
    element(
      "tr",
      { class: [model.kind === "baseline" ? "baseline" : "", model.chosen ? "chosen-model" : ""].join(" ").trim() || null },
      element(
        "th",
        { scope: "row" },
        model.name,
        model.kind === "baseline" ? element("span", { class: "tag" }, "baseline") : null,
        model.chosen ? element("span", { class: "tag tag-chosen" }, CHOSEN[model.chosen] ?? model.chosen) : null,
      ),
      element("td", { class: "number" }, isNumber(model.size) ? String(model.size) : MISSING),
      element("td", { class: "number" }, unexplainedText(model.unexplained)),
      element("td", { class: "strip-cell" }, modelStrip(model, range)),
      element("td", { class: "number" }, fixed(model.trustworthiness, 3)),
      element("td", { class: "number" }, isNumber(model.seconds) ? duration(model.seconds) : MISSING),
    ),
  );
  const scale = shares.length ? `${unexplainedText(10 ** range[0])} to ${unexplainedText(10 ** range[1])}, logarithmic` : "";
  host.append(
    plainTable(["Model", "Coordinates", "Unexplained", scale, "Trustworthiness", "Training"], 1, body, "models"),
    element("p", { class: "figure-note" }, MODEL_NOTE),
  );
}

const CHOSEN = { map: "the map", wide: "the wide space" };
const unexplainedText = (share) => (isNumber(share) ? `${significant(100 * share, 2)}\u202f%` : MISSING);

const MODEL_NOTE =
  "The map is made by the autoencoder of two coordinates that leaves least unexplained; the wide space has more coordinates. Coordinates: how many numbers a pattern is pressed into. Unexplained: the share of the differences between patterns that the model " +
  "cannot give back, on compositions it had not seen, with its interval over the folds (bars, on a logarithmic scale); smaller is better. " +
  "Trustworthiness: are neighbours among the points also neighbours among the patterns? 1 is always.";

function modelStrip({ unexplained, low, high, kind }, range) {
  const x = linear(range, [4, 176]);
  const at = (share) => x(Math.log10(share)).toFixed(1);
  const parts = [shape("path", { class: "strip-line", d: "M0 9H180" })];
  // An interval that reaches zero has no end on a logarithmic scale: it begins where the scale does.
  if (high > 0) parts.push(shape("path", { class: "interval", d: `M${low > 0 ? at(low) : 0} 9H${at(high)}` }));
  if (unexplained > 0) {
    parts.push(
      kind === "baseline"
        ? shape("rect", { class: "mark mark-ridge", x: at(unexplained) - 4, y: 5, width: 8, height: 8 })
        : shape("circle", { class: "mark mark-network", cx: at(unexplained), cy: 9, r: 4.5 }),
    );
  }
  return shape("svg", { class: "strip", viewBox: "0 0 180 18", "aria-hidden": "true" }, parts);
}

function drawQuality(host, space, set) {
  const quality = rows(set.data.quality);
  const clusters = rows(set.data.clusters);
  if (quality.length) {
    host.append(
      element(
        "dl",
        { class: "quality" },
        quality.map(({ name, value, text }) =>
          element(
            "div",
            {},
            element("dt", {}, name),
            element("dd", { class: "figure-number" }, isNumber(value) ? fixed(value, Math.abs(value) < 0.1 || (value > 0.985 && value < 1) ? 3 : 2) : String(value ?? MISSING)),
            element("dd", { class: "faint" }, text ?? ""),
          ),
        ),
      ),
    );
  }
  if (!clusters.length) return;
  host.append(element("h3", {}, "Clusters on the map"));
  const body = clusters.map(({ cluster, count, text }) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, clusterSwatch(cluster), `Cluster ${cluster}`),
      element("td", { class: "number" }, isNumber(count) ? plural(count, "pattern") : ""),
      element("td", {}, rich(text ?? "")),
    ),
  );
  const show = button("Colour the map by cluster", () => {
    space.change({ colour: "cluster" });
    document.getElementById("map")?.scrollIntoView({ behavior: calm() ? "auto" : "smooth" });
  });
  host.append(plainTable(["Cluster", "Size", "What it holds"], 9, body, "clusters"), element("p", {}, show));
}

function clusterSwatch(cluster) {
  return shape(
    "svg",
    { class: "swatch", width: 14, height: 14, "aria-hidden": "true" },
    shape("circle", { class: "map-point", cx: 7, cy: 7, r: 5, fill: cluster >= 0 ? hue(cluster) : "none" }),
  );
}

function drawCompanion(host, { text, accuracy, rows: figures }) {
  if (text) host.append(element("p", { class: "prose" }, text));
  const plain = (value) => String(value).replace(/\s/g, "");
  const told = isNumber(accuracy) && rows(figures).some(({ value }) => plain(value) === plain(percent(accuracy)));
  const facts = [
    isNumber(accuracy) && !told ? ["Right", percent(accuracy)] : null,
    ...rows(figures).map(({ name, value }) => [name, isNumber(value) ? significant(value, 3) : value]),
  ].filter(Boolean);
  host.append(
    element("dl", { class: "facts companion-facts" }, facts.map(([name, value]) => [element("dt", {}, name), element("dd", {}, value)])),
  );
}
