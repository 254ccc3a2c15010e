// A table of numbers with colours behind them.

function drawMatrix(host, block) {
  const { title, confusion, rowsAre, columnsAre, quantity } = block;
  const down = rows(block.rows);
  const across = rows(block.columns);
  const values = rows(block.values).map(rows);
  if (!down.length || !across.length || !values.flat().some(isNumber)) {
    nothing(host, title);
    return;
  }
  const place = figureHost(host, title, "matrix-block");
  const strength = confusion ? shareOfRow(values) : shareOfRange(values);
  const head = [
    element("tr", {}, element("td", {}), element("td", {}), element("th", { colspan: across.length, scope: "colgroup", class: "matrix-axis" }, columnsAre)),
    element("tr", {}, element("td", {}), element("td", {}), across.map((name) => element("th", { scope: "col" }, rich(name)))),
  ];
  const body = down.map((name, i) =>
    element(
      "tr",
      {},
      i === 0 ? element("th", { rowspan: down.length, scope: "rowgroup", class: "matrix-axis matrix-upright" }, element("span", {}, rowsAre)) : null,
      element("th", { scope: "row" }, rich(name)),
      across.map((_, j) => matrixCell(values[i]?.[j], strength(i, j), confusion ? (i === j ? "right" : "wrong") : "heat", confusion)),
    ),
  );
  place.append(
    element(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": title || `${columnsAre} against ${rowsAre}` },
      element("table", { class: `matrix ${confusion ? "matrix-confusion" : ""}` }, element("thead", {}, head), element("tbody", {}, body)),
    ),
    element(
      "p",
      { class: "figure-note" },
      confusion
        ? "Counts, and below them the share of their row. The diagonal is right; the stronger a colour, the greater the share."
        : ["Colours: ", rich(axisTitle(quantity)), values.flat().some((value) => value < 0) ? ", blue is positive, red negative; stronger is farther from zero." : ", stronger is larger."],
    ),
  );
}

function shareOfRow(values) {
  const sums = values.map((row) => row.reduce((sum, value) => sum + (isNumber(value) ? value : 0), 0));
  return (i, j) => (sums[i] > 0 ? values[i][j] / sums[i] : NaN);
}

/** Both signs where values have both, else from the least to the greatest. */
function shareOfRange(values) {
  const [low, high] = extent(values.flat());
  if (low < 0 && high > 0) {
    const most = Math.max(-low, high);
    return (i, j) => values[i][j] / most;
  }
  return (i, j) => (values[i][j] - low) / (high - low);
}

function matrixCell(value, share, kind, counted) {
  if (!isNumber(value)) return element("td", { class: "matrix-none" }, MISSING);
  const cell = element(
    "td",
    { class: `matrix-cell matrix-${kind === "heat" && share < 0 ? "minus" : kind}` },
    counted ? fixed(value, 0) : significant(value, 3),
    counted && isNumber(share) ? element("span", { class: "matrix-share" }, shareText(share)) : null,
  );
  cell.style.setProperty("--strength", `${Math.round(8 + 50 * Math.min(1, Math.abs(isNumber(share) ? share : 0)))}%`);
  return cell;
}

function shareText(share) {
  if (share > 0 && share < 0.001) return "< 0.1\u202f%";
  return `${fixed(100 * share, share > 0 && share < 0.0995 ? 1 : 0)}\u202f%`;
}
