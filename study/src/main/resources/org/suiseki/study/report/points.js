// A figure of points that mouse, finger and keys can ask one by one.

/** How near to a point a mouse has to be, in pixels. */
const REACH = 22;

/**
 * The part of a figure that finds the point under a hand, rings it and shows its card. The figure has `points`, and
 *   at(point)       [x, y] in pixels, NaN where the point has no place
 *   card(point)     what the tooltip shows
 *   spoken(point)   the same in words, for those who do not see it; may be left out
 *   open(point)     what a click does; may be left out
 *   pointed(point)  told of each change, null for none; may be left out
 *   ringed()        the point that is ringed, where that is not the one under a hand; may be left out
 *   nearest(px, py) which point is under a hand, where nearness is not all; may be left out
 */
class PointFigure {
  constructor(host, { points, at, card, spoken, open, pointed, ringed, nearest, draw, ...chart }) {
    Object.assign(this, { points, at, card, spoken, open, pointed, ringed, near: null });
    if (nearest) this.nearest = nearest;
    const all = (frame) => {
      draw(frame);
      this.ring(frame.svg);
    };
    this.chart = new Chart(host, { ...chart, draw: all });
    this.voice = spoken ? host.appendChild(element("p", { class: "offscreen", "aria-live": "polite" })) : null;
    this.listen(this.chart.svg);
  }

  /** Shows other points. */
  show(points) {
    this.points = points;
    this.near = null;
    this.chart.redraw();
  }

  ring(svg) {
    this.mark = shape("circle", { class: "ring", r: 7, visibility: "hidden" });
    svg.append(this.mark);
    this.circle();
  }

  /** Moves the ring to where it belongs now. */
  circle() {
    if (!this.mark) return;
    const point = this.ringed ? this.ringed() : this.near;
    const [x, y] = point ? this.at(point) : [NaN, NaN];
    const seen = isNumber(x) && isNumber(y);
    this.mark.setAttribute("visibility", seen ? "visible" : "hidden");
    if (seen) furnish(this.mark, { cx: x.toFixed(1), cy: y.toFixed(1) }, []);
  }

  listen(svg) {
    svg.setAttribute("tabindex", "0");
    const under = (event) => {
      const box = svg.getBoundingClientRect();
      return this.nearest(event.clientX - box.left, event.clientY - box.top);
    };
    svg.addEventListener("pointermove", (event) => this.hover(under(event), event.clientX, event.clientY));
    svg.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && this.hover(null));
    svg.addEventListener("blur", () => this.hover(null));
    svg.addEventListener("click", (event) => {
      // A finger has nothing to hover with: its first tap shows the point, its second opens it.
      const point = under(event);
      const first = event.pointerType === "touch" && point !== this.near;
      this.hover(point, event.clientX, event.clientY);
      if (!first) this.enter();
    });
    svg.addEventListener("keydown", (event) => this.byKey(event));
  }

  nearest(px, py) {
    let best = null;
    let least = REACH * REACH;
    for (const point of this.points) {
      const [x, y] = this.at(point);
      const square = (x - px) ** 2 + (y - py) ** 2;
      if (square < least) [best, least] = [point, square];
    }
    return best;
  }

  hover(point, clientX, clientY) {
    const changed = point !== this.near;
    this.near = point;
    this.circle();
    this.chart.svg.classList.toggle("clickable", Boolean(point && this.open));
    if (changed) this.pointed?.(point);
    if (point) tip.show(this.card(point), clientX, clientY);
    else tip.hide();
  }

  byKey(event) {
    const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (event.key === "Enter") this.enter();
    if (event.key === "Escape") this.hover(null);
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = this.beside(step, event.key);
    if (!next) return;
    event.preventDefault();
    this.visit(next);
  }

  /** The next point to the right or left. */
  beside(step) {
    const ordered = this.points
      .map((point) => [point, ...this.at(point)])
      .filter(([, x, y]) => isNumber(x) && isNumber(y))
      .sort((a, b) => a[1] - b[1] || b[2] - a[2])
      .map(([point]) => point);
    if (!ordered.length) return null;
    const place = this.near ? ordered.indexOf(this.near) : step > 0 ? -1 : 0;
    return ordered[(place + step + ordered.length) % ordered.length];
  }

  /** Points at it without a hand. */
  visit(point) {
    const box = this.chart.svg.getBoundingClientRect();
    const [x, y] = this.at(point);
    this.hover(point, box.left + x, box.top + y);
    this.voice?.replaceChildren(this.spoken(point));
  }

  enter() {
    if (!this.near || !this.open) return;
    tip.hide();
    this.open(this.near);
  }
}

/** R² and mean error of the points themselves, where the data does not state them. */
function measured(points) {
  const mean = points.reduce((sum, { truth }) => sum + truth, 0) / points.length;
  const rest = points.reduce((sum, { truth, mean: value }) => sum + (value - truth) ** 2, 0);
  const total = points.reduce((sum, { truth }) => sum + (truth - mean) ** 2, 0);
  const mae = points.reduce((sum, { truth, mean: value }) => sum + Math.abs(value - truth), 0) / points.length;
  return { r2: total > 0 ? 1 - rest / total : NaN, mae };
}
