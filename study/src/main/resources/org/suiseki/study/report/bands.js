// Bands on an axis, their names in lanes above, and what is looked up along a curve.

/** Height of one line of names of assignments. */
const LANE = 21;

function clipUnder(svg, d) {
  const id = `clip-${++clips}`;
  svg.append(shape("clipPath", { id }, shape("path", { d })));
  return `url(#${id})`;
}

function strongest(values) {
  return values.reduce((most, value) => (isNumber(value) ? Math.max(most, Math.abs(value)) : most), 0) || 1;
}

function closest(grid, value) {
  let best = 0;
  for (let i = 1; i < grid.length; i++) {
    if (Math.abs(grid[i] - value) < Math.abs(grid[best] - value)) best = i;
  }
  return best;
}

/**
 * Places the names of the bands that are in view, those of greater `weight` and then short ones first, in at most `most`
 * lanes; the lane is -1 where none has room. A band may say how `wide` its name is. The result is in the order of the axis and keeps what else a band holds.
 */
function stack(assignments, x, most) {
  const [left, right] = x.range;
  const lanes = Array.from({ length: most }, () => []);
  const shown = assignments
    .filter((a) => isNumber(a.from) && isNumber(a.to) && x(a.to) > left + 2 && x(a.from) < right - 2)
    .map((band) => ({
      ...band,
      from: Math.max(left, x(band.from)),
      to: Math.min(right, x(band.to)),
      wide: band.wide ?? plainLabel(band.label).length * 6.6,
    }));
  for (const band of [...shown].sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0) || a.wide - b.wide)) {
    const half = band.wide / 2;
    band.at = Math.min(Math.max((band.from + band.to) / 2, left + half), Math.max(right, left + band.wide) - half);
    const start = Math.min(band.from, band.at - half);
    const end = Math.max(band.to, band.at + half);
    band.lane = lanes.findIndex((lane) => lane.every(([a, b]) => end + 8 <= a || b + 8 <= start));
    if (band.lane >= 0) lanes[band.lane].push([start, end]);
  }
  return shown.sort((a, b) => a.from - b.from);
}
