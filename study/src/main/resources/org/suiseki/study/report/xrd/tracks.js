// All places of a walk at once.

const WALK_LINES = 60;
const TRACK = 76;
const TRACK_TOP = 18;
const TRACK_GAP = 24;

/** Walk and mixture as two sheets over one axis: peaks that move are slanted lines, peaks that fade stand upright. */
class WalkTracks {
  /** `panel` gives mixture(at); a click chooses the place at its height. */
  constructor(host, space, view, panel) {
    this.space = space;
    this.set = space.set;
    this.view = view;
    this.panel = panel;
    this.host = element("div", { class: "tracks", hidden: true });
    host.append(this.host);
    const plot = this.host.appendChild(element("div", {}));
    this.chart = new Chart(plot, {
      label: "All places of the walk, and of the mixture, one above the other",
      height: () => TRACK_TOP + this.sheets.length * (TRACK + TRACK_GAP) + 32,
      kind: "figure tracks-figure",
      draw: (frame) => this.draw(frame),
    });
    this.chart.svg.addEventListener("click", (event) => {
      const y = event.clientY - this.chart.svg.getBoundingClientRect().top;
      const top = this.sheets.map((_, i) => trackTop(i)).find((start) => y >= start && y <= start + TRACK);
      if (top === undefined) return;
      panel.stop();
      space.change({ at: 1 - (y - top) / TRACK });
    });
    view.onChange((what) => what === "domain" && this.chart.redraw());
    space.onChange((keys) => keys.includes("scale") && this.chart.redraw());
  }

  /** Names and curves of the sheets; without a decoder there is only the mixture. */
  get sheets() {
    const { from, to } = this.space.state;
    const mixture = ["linear mixture: peaks fade", (t) => this.panel.mixture(t)];
    if (!this.panel.decodes) return [mixture];
    return [["walk: peaks move", (t) => this.set.decoded.at(this.set.between(from, to, t))], mixture];
  }

  draw({ svg, width }) {
    if (!this.space.walking) return;
    const x = linear(this.view.domain, [52, width - 10]);
    this.sheets.forEach(([name, curveAt], i) => {
      const top = trackTop(i);
      svg.append(
        shape("image", {
          href: sheet(this.set.axis, x, curveAt, this.set.heights, this.space.state.scale === "root"),
          x: 52,
          y: top,
          width: width - 62,
          height: TRACK,
          preserveAspectRatio: "none",
          class: "track",
        }),
        shape("text", { class: "axis-name", x: 52, y: top - 6 }, name),
      );
      axisLeft(svg, linear([0, 1], [top + TRACK, top]), 52, { values: [0, 1], text: (value) => (value ? "B" : "A") });
    });
    axisBelow(svg, x, trackTop(this.sheets.length - 1) + TRACK, { name: this.set.axisTitle, offset: 35 });
    svg.append((this.mark = shape("path", { class: "track-mark", "pointer-events": "none" })));
    this.range = x.range;
    this.show();
  }

  /** The place of the walk as a line across each sheet. */
  show() {
    if (!this.mark || !this.range) return;
    const [from, to] = this.range;
    const down = (1 - this.space.state.at) * TRACK;
    this.mark.setAttribute("d", this.sheets.map((_, i) => `M${from} ${trackTop(i) + down}H${to}`).join(""));
  }
}

const trackTop = (i) => TRACK_TOP + i * (TRACK + TRACK_GAP);

/** Curves at all places of a walk as the rows of a picture, dark where they are high. Places go upwards. */
function sheet(axis, x, curveAt, [low, high], rooted) {
  const columns = Math.max(2, Math.min(700, Math.round(x.range[1] - x.range[0])));
  const canvas = document.createElement("canvas");
  canvas.width = columns;
  canvas.height = WALK_LINES;
  const context = canvas.getContext("2d");
  const image = context.createImageData(columns, WALK_LINES);
  for (let row = 0; row < WALK_LINES; row++) {
    const curve = curveAt(1 - row / (WALK_LINES - 1));
    const highest = new Float64Array(columns).fill(low);
    for (let i = 0; i < axis.length; i++) {
      const column = Math.round(((x(axis[i]) - x.range[0]) / (x.range[1] - x.range[0])) * (columns - 1));
      if (column >= 0 && column < columns && curve[i] > highest[column]) highest[column] = curve[i];
    }
    for (let column = 0; column < columns; column++) {
      const part = Math.min(1, Math.max(0, (highest[column] - low) / (high - low || 1)));
      const share = rooted ? Math.sqrt(part) : part;
      image.data.set([31, 78, 134, Math.round(255 * share)], 4 * (row * columns + column));
    }
  }
  context.putImageData(image, 0, 0);
  return canvas.toDataURL();
}
