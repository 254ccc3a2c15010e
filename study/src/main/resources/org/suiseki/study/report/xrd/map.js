// The map: every pattern a point. Pointing at one shows its pattern, two pinned ones are the ends of a walk, and a
// chosen peak gives every point an arrow to where it goes without that peak.

const WHOLE_MAP = { times: 1, centre: null };
const MOST_ZOOM = 40;

class FeatureMap {
  /** `small` leaves out what only the large map needs: axis names, clusters, keys. */
  constructor(host, space, { small = false } = {}) {
    this.space = space;
    this.set = space.set;
    this.small = small;
    this.zoom = WHOLE_MAP;
    this.margin = small ? { left: 8, right: 8, top: 8, bottom: 8 } : { left: 50, right: 12, top: 12, bottom: 46 };
    this.said = element("p", { class: "offscreen", "aria-live": "polite" });
    const plot = element("div", { class: "map-plot" });
    host.append(plot, this.said);
    this.chart = new Chart(plot, {
      label: this.label(),
      role: small ? "img" : "application",
      kind: "figure feature-map",
      height: (width) => this.layout(width).height,
      draw: (frame) => this.draw(frame),
    });
    this.listen(this.chart.svg);
    space.onChange((keys) => {
      this.chart.name(this.label());
      if (["from", "to"].some((end) => keys.includes(end) && this.hides(space.state[end]))) this.show(1);
      else if (keys.includes("colour") || keys.includes("peak")) this.chart.redraw();
      else this.overlay();
    });
  }

  label() {
    const { method } = this.set.data.map ?? {};
    const peak = this.space.state.peak;
    return (
      `Map of ${plural(this.set.placed.length, "pattern")}${method ? `, ${method}` : ""}` +
      (peak === null ? "" : `; arrows show where each point goes without the peak ${this.set.peakName(peak)}`) +
      (this.small ? "" : ". Arrow keys go from point to point, Enter pins one, Escape lets go, plus and minus zoom.")
    );
  }

  /** One length on the map is as long across as up: distances are what a map is read for. */
  layout(width) {
    const { left, right, top, bottom } = this.margin;
    const points = [...this.set.placed.map((p) => this.set.point(p)), ...this.tips()];
    const xs = extent(points.map(([x]) => x), 0.07);
    const ys = extent(points.map(([, y]) => y), 0.07);
    const wide = Math.max(60, width - left - right);
    const natural = ((ys[1] - ys[0]) * wide) / (xs[1] - xs[0]);
    const high = Math.min(Math.max(natural, (this.small ? 0.55 : 0.5) * wide), this.small ? 1.05 * wide : Math.min(1.05 * wide, 640));
    const whole = Math.min(wide / (xs[1] - xs[0]), high / (ys[1] - ys[0]));
    const unit = whole * this.zoom.times;
    const [x, y] = this.zoom.centre ?? [(xs[0] + xs[1]) / 2, (ys[0] + ys[1]) / 2];
    const around = (middle, pixels) => [middle - pixels / unit / 2, middle + pixels / unit / 2];
    return {
      x: linear(around(x, wide), [left, left + wide]),
      y: linear(around(y, high), [top + high, top]),
      unit,
      height: top + high + bottom,
    };
  }

  /** Where the arrows of a chosen peak end, so that they are in view; those that go very far are not waited for. */
  tips() {
    const { peak } = this.space.state;
    if (peak === null) return [];
    const ways = this.set.placed
      .map((p) => [this.set.point(p), this.set.shift(p, peak)])
      .filter(([, way]) => way)
      .sort(([, a], [, b]) => Math.hypot(...a) - Math.hypot(...b));
    return ways.slice(0, Math.ceil(0.95 * ways.length)).map(([[x, y], [dx, dy]]) => [x + dx, y + dy]);
  }

  /** Shows the map so many times as large, around a place of it. */
  show(times, centre) {
    this.zoom = times > 1.001 ? { times: Math.min(times, MOST_ZOOM), centre } : WHOLE_MAP;
    this.chart.redraw();
  }

  /** Does a pattern lie outside of what is in view? */
  hides(p) {
    const point = p === null || !this.place ? null : this.set.point(p);
    return Boolean(point) && !(inside(point[0], this.place.x.domain) && inside(point[1], this.place.y.domain));
  }

  /** Zooms around the pattern that is shown, or around what is in view. */
  zoomBy(factor) {
    const { hover, from } = this.space.state;
    const p = hover ?? from;
    const { x, y } = this.place;
    const middle = [(x.domain[0] + x.domain[1]) / 2, (y.domain[0] + y.domain[1]) / 2];
    this.show(this.zoom.times * factor, (p === null ? null : this.set.point(p)) ?? middle);
  }

  draw({ svg, width }) {
    this.place = this.layout(width);
    const { x, y } = this.place;
    const { x: xName, y: yName } = this.set.data.map ?? {};
    this.colouring = colouring(this.set, this.space.state.colour);
    svg.append(
      shape("rect", {
        class: "map-sheet",
        x: x.range[0],
        y: y.range[1],
        width: x.range[1] - x.range[0],
        height: y.range[0] - y.range[1],
      }),
    );
    if (!this.small) {
      axisBelow(svg, x, y.range[0], { name: xName ?? "first coordinate", offset: 36 });
      axisLeft(svg, y, x.range[0], { name: yName ?? "second coordinate", offset: 38 });
    }
    const inner = clipTo(svg, x.range[0], y.range[1], x.range[1] - x.range[0], y.range[0] - y.range[1]);
    svg.append((this.under = shape("g", { "clip-path": inner })));
    svg.append(this.marks(inner));
    if (this.space.state.peak !== null) svg.append(this.arrows(inner));
    if (this.colouring.value === "cluster" && !this.small) svg.append(this.clusterNames());
    const shown = this.zoom === WHOLE_MAP ? null : inner;
    svg.append((this.over = shape("g", { "pointer-events": "none", "clip-path": shown })));
    this.overlay();
  }

  pixel(point) {
    return [this.place.x(point[0]), this.place.y(point[1])];
  }

  marks(clip) {
    const faded = this.space.state.peak !== null;
    const group = shape("g", { class: faded ? "map-points faded" : "map-points", "clip-path": clip });
    for (const p of this.set.placed) group.append(this.mark(p));
    return group;
  }

  mark(p) {
    const { family, held } = this.set.patterns[p];
    const [x, y] = this.pixel(this.set.point(p));
    const radius = this.small ? 3.2 : 5;
    const colour = held ? null : this.colouring.of(p);
    const name = held ? "map-point held" : colour === null ? "map-point unknown" : "map-point";
    return shape("path", { class: name, d: formAt(family, x, y, radius), fill: colour });
  }

  /** Where each point goes when the chosen peak is replaced by its background. */
  arrows(clip) {
    let shafts = "";
    let heads = "";
    for (const p of this.set.placed) {
      const shift = this.set.shift(p, this.space.state.peak);
      if (!shift) continue;
      const point = this.set.point(p);
      const [x, y] = this.pixel(point);
      const [u, v] = this.pixel([point[0] + shift[0], point[1] + shift[1]]);
      const long = Math.hypot(u - x, v - y);
      if (long < 1) continue;
      shafts += `M${x.toFixed(1)} ${y.toFixed(1)}L${u.toFixed(1)} ${v.toFixed(1)}`;
      heads += arrowHead(u, v, (u - x) / long, (v - y) / long, Math.min(5, 2 + long / 6));
    }
    return shape(
      "g",
      { class: "arrows", "clip-path": clip, "pointer-events": "none" },
      shape("path", { class: "arrow-shaft", d: shafts }),
      shape("path", { class: "arrow-head", d: heads }),
    );
  }

  clusterNames() {
    const sums = new Map();
    for (const p of this.set.placed) {
      const { cluster } = this.set.patterns[p];
      if (!(cluster >= 0)) continue;
      const sum = sums.get(cluster) ?? { x: 0, y: 0, count: 0 };
      const [x, y] = this.pixel(this.set.point(p));
      sums.set(cluster, { x: sum.x + x, y: sum.y + y, count: sum.count + 1 });
    }
    return shape(
      "g",
      { "pointer-events": "none" },
      [...sums].map(([cluster, { x, y, count }]) =>
        shape("text", { class: "cluster-name halo", x: x / count, y: y / count + 5, "text-anchor": "middle" }, cluster),
      ),
    );
  }

  /** What changes while the reader points: spread, rings and the walk. */
  overlay() {
    if (!this.place) return;
    const { hover, from, to, at } = this.space.state;
    const under = [];
    const over = [];
    for (const p of new Set([hover, from, to])) if (p !== null && this.set.point(p)) under.push(this.spread(p));
    if (this.space.walking && this.set.point(from) && this.set.point(to)) {
      const [[x, y], [u, v]] = [this.pixel(this.set.point(from)), this.pixel(this.set.point(to))];
      const [s, t] = this.pixel(this.set.between(from, to, at));
      over.push(
        shape("path", { class: "walk-line", d: `M${x} ${y}L${u} ${v}` }),
        shape("circle", { class: "walk-place", cx: s, cy: t, r: 6 }),
      );
    }
    if (from !== null) over.push(this.ring(from, "ring", this.space.walking ? "A" : ""));
    if (this.space.walking) over.push(this.ring(to, "ring ring-to", "B"));
    if (hover !== null && hover !== from && hover !== to) over.push(this.ring(hover, "ring ring-hover", ""));
    this.under.replaceChildren(...under.filter(Boolean));
    this.over.replaceChildren(...over.filter(Boolean));
  }

  spread(p) {
    const spread = rows(this.set.patterns[p].spread);
    if (spread.length !== 2 || !spread.every(isNumber)) return null;
    const [cx, cy] = this.pixel(this.set.point(p));
    const { unit } = this.place;
    return shape("ellipse", { class: "map-spread", cx, cy, rx: spread[0] * unit, ry: spread[1] * unit });
  }

  ring(p, name, letter) {
    if (!this.set.point(p)) return null;
    const [cx, cy] = this.pixel(this.set.point(p));
    return shape(
      "g",
      {},
      shape("circle", { class: name, cx, cy, r: this.small ? 6 : 9 }),
      letter ? shape("text", { class: "ring-name halo", x: cx + 11, y: cy - 8 }, letter) : null,
    );
  }

  listen(svg) {
    if (!this.small) svg.setAttribute("tabindex", "0");
    const under = (event) => {
      const box = svg.getBoundingClientRect();
      return this.nearest(event.clientX - box.left, event.clientY - box.top);
    };
    svg.addEventListener("pointermove", (event) => {
      if (event.pointerType === "mouse") this.hover(under(event), event.clientX, event.clientY);
    });
    svg.addEventListener("pointerleave", () => this.hover(null));
    svg.addEventListener("blur", () => this.hover(null));
    svg.addEventListener("click", (event) => {
      const p = under(event);
      if (p !== null && !this.dragged) this.space.pin(p);
    });
    if (this.small) return;
    svg.addEventListener("keydown", (event) => this.byKey(event));
    this.dragBox(svg);
  }

  /** A mouse that is dragged draws a box, which then fills the map; a double click beside the points shows all of it. */
  dragBox(svg) {
    let start = null;
    let box = null;
    const at = (event) => {
      const frame = svg.getBoundingClientRect();
      return [event.clientX - frame.left, event.clientY - frame.top];
    };
    const corners = (event) => {
      const [x, y] = at(event);
      return { x: Math.min(x, start[0]), y: Math.min(y, start[1]), width: Math.abs(x - start[0]), height: Math.abs(y - start[1]) };
    };
    svg.addEventListener("pointerdown", (event) => {
      this.dragged = false;
      if (event.pointerType === "mouse" && event.button === 0) start = at(event);
    });
    svg.addEventListener("pointermove", (event) => {
      if (!start) return;
      const area = corners(event);
      if (!box && area.width + area.height < 8) return;
      if (!box) {
        box = svg.appendChild(shape("rect", { class: "selection" }));
        svg.setPointerCapture(event.pointerId);
      }
      this.dragged = true;
      furnish(box, area, []);
    });
    const end = (event) => {
      if (box && event.type === "pointerup") this.fill(corners(event));
      box?.remove();
      start = box = null;
    };
    svg.addEventListener("pointerup", end);
    svg.addEventListener("pointercancel", end);
    svg.addEventListener("dblclick", (event) => this.nearest(...at(event)) === null && this.show(1));
  }

  /** Lets a box of the drawing fill the map. */
  fill({ x, y, width, height }) {
    const { x: across, y: up } = this.place;
    const factor = Math.min(
      (across.range[1] - across.range[0]) / Math.max(width, 12),
      (up.range[0] - up.range[1]) / Math.max(height, 12),
    );
    this.show(this.zoom.times * factor, [across.invert(x + width / 2), up.invert(y + height / 2)]);
  }

  nearest(px, py) {
    let best = null;
    let least = 20 * 20;
    for (const p of this.set.placed) {
      const [x, y] = this.pixel(this.set.point(p));
      const square = (x - px) ** 2 + (y - py) ** 2;
      if (square < least) [best, least] = [p, square];
    }
    return best;
  }

  hover(p, clientX, clientY) {
    if (p === null && this.space.state.hover === null) return;
    this.space.change({ hover: p });
    this.chart.svg.classList.toggle("clickable", p !== null);
    if (p === null) tip.hide();
    else tip.show(patternCard(this.set, p), clientX, clientY);
  }

  byKey(event) {
    const turn = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (turn) this.step(turn);
    else if (event.key === "Enter" || event.key === " ") this.space.pin(this.space.shown);
    else if (event.key === "Escape") this.space.change({ from: null, to: null, peak: null });
    else if (event.key === "+" || event.key === "=") this.zoomBy(1.5);
    else if (event.key === "-") this.zoomBy(1 / 1.5);
    else if (event.key === "0") this.show(1);
    else return;
    event.preventDefault();
  }

  /** Goes to the nearest point in a direction, one that lies more along it than across. */
  step([dx, dy]) {
    const here = this.space.shown;
    const [x, y] = this.pixel(this.set.point(here) ?? this.set.point(this.set.placed[0]));
    let best = null;
    let least = Infinity;
    for (const p of this.set.placed) {
      if (p === here) continue;
      const [u, v] = this.pixel(this.set.point(p));
      const along = (u - x) * dx + (v - y) * dy;
      const across = Math.abs((u - x) * dy) + Math.abs((v - y) * dx);
      if (along > 0 && across <= along && along + across < least) [best, least] = [p, along + across];
    }
    if (best === null) return;
    const box = this.chart.svg.getBoundingClientRect();
    const [u, v] = this.pixel(this.set.point(best));
    this.hover(best, box.left + u, box.top + v);
    this.said.textContent = patternWords(this.set, best);
  }
}

function arrowHead(x, y, dx, dy, size) {
  const left = [x - size * (dx - 0.55 * dy), y - size * (dy + 0.55 * dx)];
  const right = [x - size * (dx + 0.55 * dy), y - size * (dy - 0.55 * dx)];
  return `M${x.toFixed(1)} ${y.toFixed(1)}L${left.map((v) => v.toFixed(1)).join(" ")}L${right.map((v) => v.toFixed(1)).join(" ")}Z`;
}

/** What is known of a pattern, for the card at the pointer. */
function patternCard(set, p) {
  const { id, cluster, held } = set.patterns[p];
  const family = set.families.length > 1 ? set.family(p) : null;
  const spread = rows(set.patterns[p].spread).filter(isNumber);
  return [
    element("div", { class: "tip-name" }, id),
    family ? element("div", {}, rich(family)) : null,
    pairs([
      ...set.known(p),
      ["cluster", cluster >= 0 ? String(cluster) : null],
      ["seeds", spread.length === 2 ? `± ${significant(spread[0], 2)}, ± ${significant(spread[1], 2)}` : null],
    ]),
    held ? element("div", { class: "faint" }, "newcomer: its values were not used") : null,
  ];
}

function patternWords(set, p) {
  const values = set.properties
    .map((_, j) => (isNumber(set.value(p, j)) ? `${plainLabel(set.propertyLabel(j))} ${set.valueText(set.value(p, j), j)}` : null))
    .filter(Boolean);
  return [set.patterns[p].id, set.family(p) ? plainLabel(set.family(p)) : null, ...values].filter(Boolean).join(", ");
}

/** The keys under the map: the coloured scale or hues, the forms of families, newcomers. */
function mapKey(host, space) {
  const { set } = space;
  const render = () => {
    retire(host);
    host.replaceChildren();
    const { value, property, span } = colouring(set, space.state.colour);
    if (property !== undefined) {
      const { unit } = set.properties[property];
      scaleBar(host.appendChild(element("div", {})), axisName(set.propertyLabel(property), unit), span);
    }
    host.append(legend([...familyKeys(set, value), ...clusterKeys(set, value), ...otherKeys(set, space)]));
  };
  space.onChange((keys) => (keys.includes("colour") || keys.includes("peak")) && render());
  render();
}

function familyKeys(set, value) {
  if (set.families.length < 2) return [];
  return set.families.map(({ label, name }, i) => ({
    text: rich(label ?? name),
    mark: () =>
      shape("path", {
        class: value === "family" ? "map-point" : "map-point plain",
        d: formAt(i, 13, 7),
        fill: value === "family" ? hue(i) : null,
      }),
  }));
}

function clusterKeys(set, value) {
  if (value !== "cluster") return [];
  return distinct(set.patterns, "cluster")
    .filter(isNumber)
    .sort((a, b) => a - b)
    .map((cluster) => ({
      text: cluster < 0 ? "in no cluster" : `cluster ${cluster}`,
      mark: () =>
        shape("path", {
          class: cluster < 0 ? "map-point unknown" : "map-point",
          d: formAt(0, 13, 7),
          fill: cluster < 0 ? null : hue(cluster),
        }),
    }));
}

function otherKeys(set, space) {
  const keys = [];
  if (set.patterns.some(({ held }) => held)) {
    keys.push({
      text: "newcomer, placed without its values being used",
      mark: () => shape("path", { class: "map-point held", d: formAt(0, 13, 7) }),
    });
  }
  if (set.patterns.some(({ spread }) => rows(spread).length === 2)) {
    keys.push({
      text: "spread between seeds (one standard deviation), on pointing",
      mark: () => shape("ellipse", { class: "map-spread", cx: 13, cy: 7, rx: 11, ry: 6 }),
    });
  }
  if (space.state.peak !== null) {
    keys.push({
      text: "where the point goes without the chosen peak",
      mark: () => [
        shape("path", { class: "arrow-shaft", d: "M2 7H22" }),
        shape("path", { class: "arrow-head", d: arrowHead(24, 7, 1, 0, 5) }),
      ],
    });
  }
  return keys;
}
