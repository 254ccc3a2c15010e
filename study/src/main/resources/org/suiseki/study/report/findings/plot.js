// What figures with two axes share.

const SERIES_COUNT = 7;
const seriesClass = (i) => `series-${i % SERIES_COUNT}`;
/** From so many points on, a class of points is one path: a browser is slow with thousands of nodes. */
const MANY_POINTS = 1500;

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

/** Lines across the figure; returns their words, to be set when all else is drawn. */
function drawGuides(svg, { x, y }, guides) {
  const inside = guides.filter(({ axis, value }) => {
    const scale = axis === "x" ? x : y;
    const at = scale(value);
    return isNumber(at) && at > Math.min(...scale.range) - 1 && at < Math.max(...scale.range) + 1;
  });
  return inside.map(({ axis, value, text }) => {
    if (axis === "x") {
      const at = x(value);
      const right = at < x.range[0] + 0.7 * (x.range[1] - x.range[0]);
      svg.append(shape("path", { class: "guide", d: `M${at.toFixed(1)} ${y.range[0]}V${y.range[1]}` }));
      return shape("text", { class: "aside halo", x: at + (right ? 6 : -6), y: y.range[1] + 10, "text-anchor": right ? "start" : "end" }, text);
    }
    const at = y(value);
    svg.append(shape("path", { class: "guide", d: `M${x.range[0]} ${at.toFixed(1)}H${x.range[1]}` }));
    return shape("text", { class: "aside halo", x: x.range[1] - 4, y: at - 6, "text-anchor": "end" }, text);
  });
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

/**
 * Names beside points, each where it keeps out of the way of those before it, inside [left, right], and covers as few of
 * the `others` as it can.
 */
function nameBeside(points, at, label, [left, right], others = []) {
  const spots = others.length < MANY_POINTS ? others.map(at) : [];
  const covered = ([a, b, c, d]) => spots.filter(([x, y]) => x > a - 3 && x < c + 3 && y > b - 2 && y < d + 2).length;
  const taken = [];
  const free = ([a, b, c, d]) => taken.every(([e, f, g, h]) => c < e || a > g || d < f || b > h);
  const fits = ([a, , c]) => a > left && c < right;
  const group = shape("g", { class: "point-names" });
  for (const point of points) {
    const [px, py] = at(point);
    const wide = 7 * plainLabel(label(point)).length;
    const boxes = [4, -9, 17, -20, 28]
      .flatMap((down) => [[px + 8, py + down], [px - 8 - wide, py + down]])
      .map(([x, y]) => [x, y - 11, x + wide, y + 3]);
    const open = boxes.filter((each) => fits(each) && free(each));
    const least = Math.min(...open.map(covered));
    const box = open.find((each) => covered(each) === least) ?? boxes.find(fits) ?? boxes[0];
    taken.push(box);
    group.append(shape("text", { class: "halo", x: box[0].toFixed(1), y: (box[1] + 11).toFixed(1) }, richShape(label(point))));
  }
  return group;
}
