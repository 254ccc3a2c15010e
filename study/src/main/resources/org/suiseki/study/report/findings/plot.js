// What figures with two axes share.

const SERIES_COUNT = 7;
const seriesClass = (i) => `series-${i % SERIES_COUNT}`;
const FIGURE_WIDTH = 760;

const scaleOf = (quantity, domain, range) => (quantity?.log ? logarithmic : linear)(domain, range);

const hasPlace = (quantity, value) => isNumber(value) && (!quantity?.log || value > 0);

/** The range of an axis that holds all values that have a place on it. */
function spanOf(quantity, values, margin = 0.05) {
  const placed = values.filter((value) => hasPlace(quantity, value));
  if (!quantity?.log) return extent(placed, margin);
  if (!placed.length) return [1, 10];
  const [low, high] = extent(placed.map(Math.log10), margin);
  return [10 ** low, 10 ** high];
}

/** Where the numbers of an axis stand, and how they are written. */
function marksOf(quantity, span, most) {
  if (!quantity?.log) return { values: ticks(span, most) };
  const values = powerTicks(span, most + 2);
  return values.step ? { values } : { values, text: powerText };
}

/** Both axes with a room between them; {x, y, clip}. */
function frameOf({ svg, width, height }, quantities, spans, square = false) {
  const left = 68;
  const bottom = 48;
  const x = scaleOf(quantities.x, spans.x, [left, width - 12]);
  const y = scaleOf(quantities.y, spans.y, [height - bottom, 10]);
  const across = Math.max(3, Math.round((width - left) / 90));
  const up = square ? across : Math.max(3, Math.round((height - bottom) / 60));
  axisBelow(svg, x, y.range[0], { name: axisTitle(quantities.x), offset: 40, ...marksOf(quantities.x, spans.x, across) });
  axisLeft(svg, y, left, { name: axisTitle(quantities.y), offset: 50, ...marksOf(quantities.y, spans.y, up) });
  const clip = clipTo(svg, left, y.range[1] - 6, x.range[1] - left + 6, y.range[0] - y.range[1] + 6);
  return { x, y, clip };
}

/** Lines across the figure with their words. */
function drawGuides(svg, { x, y }, guides) {
  for (const { axis, value, text } of guides) {
    const scale = axis === "x" ? x : y;
    const at = scale(value);
    if (!isNumber(at) || at < Math.min(...scale.range) - 1 || at > Math.max(...scale.range) + 1) continue;
    if (axis === "x") {
      const right = at < x.range[0] + 0.7 * (x.range[1] - x.range[0]);
      svg.append(
        shape("path", { class: "guide", d: `M${at.toFixed(1)} ${y.range[0]}V${y.range[1]}` }),
        shape("text", { class: "aside halo", x: at + (right ? 6 : -6), y: y.range[1] + 10, "text-anchor": right ? "start" : "end" }, text),
      );
    } else {
      svg.append(
        shape("path", { class: "guide", d: `M${x.range[0]} ${at.toFixed(1)}H${x.range[1]}` }),
        shape("text", { class: "aside halo", x: x.range[1] - 4, y: at - 6, "text-anchor": "end" }, text),
      );
    }
  }
}

function figureHost(host, title, kind = "plot-block") {
  const figure = element("div", { class: `block ${kind}` }, title ? element("h3", {}, rich(title)) : null);
  host.append(figure);
  return figure;
}

/** Says in the figure's place that there is nothing to draw. */
function nothing(host, title) {
  host.append(
    title ? element("h3", {}, rich(title)) : "",
    element("p", { class: "figure-note" }, "Nothing to draw: the run gave no values here."),
  );
}

/** How many values have no place on a logarithmic axis, in words. */
function omitted(count) {
  return count > 0
    ? element("p", { class: "figure-note" }, `Not shown: ${plural(count, "value")} that a logarithmic axis has no place for.`)
    : null;
}
