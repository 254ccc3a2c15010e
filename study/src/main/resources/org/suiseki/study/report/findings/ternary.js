// Compositions of three elements as a triangle, coloured by the most probable class, by one class, or by one quantity.

const TERNARY_HEIGHT = Math.sqrt(3) / 2;
/** Cells of one colour are one path; so many strengths of a colour are told apart. */
const STRENGTHS = 12;

/** A triangular grid of compositions and the values on it. */
class TernarySystem {
  constructor({ elements, steps, values, known: marks }) {
    this.elements = rows(elements).map(String);
    this.steps = steps;
    this.values = rows(values).map(rows);
    this.cells = [];
    for (let i = 0; i <= steps; i++) {
      for (let j = 0; j <= steps - i; j++) this.cells.push({ i, j, place: this.cells.length, share: [i, j, steps - i - j].map((n) => n / steps) });
    }
    this.known = rows(marks)
      .map((mark, m) => {
        const sum = rows(mark.amounts).reduce((all, amount) => all + amount, 0);
        return { ...mark, m, share: rows(mark.amounts).map((amount) => amount / sum) };
      })
      .filter(({ share }) => share.length === 3 && share.every(isNumber));
  }

  get name() {
    return this.elements.join("–");
  }

  place(i, j) {
    // All compositions with a smaller first share stand in front.
    return i * (this.steps + 1) - (i * (i - 1)) / 2 + j;
  }

  cell(i, j) {
    return i >= 0 && j >= 0 && i + j <= this.steps ? this.cells[this.place(i, j)] : null;
  }

  /** The value of a layer anywhere in the triangle, linear between the three compositions around it. */
  at(layer, [first, second]) {
    const n = this.steps;
    const [u, v] = [first * n, second * n];
    const i = Math.min(Math.floor(u + 1e-9), n);
    const j = Math.min(Math.floor(v + 1e-9), n - i);
    const [a, b] = [u - i, v - j];
    const corners =
      a + b <= 1 ? [[i, j, 1 - a - b], [i + 1, j, a], [i, j + 1, b]] : [[i + 1, j + 1, a + b - 1], [i + 1, j, 1 - b], [i, j + 1, 1 - a]];
    return corners
      .filter(([, , weight]) => weight > 1e-9)
      .reduce((sum, [p, q, weight]) => sum + weight * (this.cell(p, q) ? this.values[layer][this.place(p, q)] : NaN), 0);
  }

  /** "Al65Cu20Fe15": atomic per cent, without those that are zero. */
  formula(share) {
    return this.elements
      .map((symbol, e) => [symbol, 100 * share[e]])
      .filter(([, part]) => part > 0.05)
      .map(([symbol, part]) => `${symbol}${fixed(part, Math.abs(part - Math.round(part)) < 0.05 ? 0 : 1)}`)
      .join("");
  }
}

class TernaryBlock {
  constructor(host, block) {
    this.block = block;
    this.classes = rows(block.classes).map(String);
    const layers = Math.max(1, this.classes.length);
    this.systems = rows(block.systems)
      .map((system) => new TernarySystem(system))
      .filter(({ values, cells, elements }) => elements.length === 3 && values.length === layers && values.every((layer) => layer.length === cells.length));
    if (!this.systems.length) {
      nothing(host, block.title);
      return;
    }
    this.system = this.systems[0];
    this.shown = this.classes.length ? "class" : "0";
    this.span = this.classes.length ? [0, 1] : extent(this.systems.flatMap(({ values }) => values[0]));
    const place = figureHost(host, block.title, "ternary-block");
    const plot = element("div", { class: "ternary-plot" });
    this.side = element("div", { class: "ternary-side" });
    place.append(element("div", { class: "controls" }, this.choosers()), element("div", { class: "ternary" }, plot, this.side));
    this.figure = new PointFigure(plot, {
      points: [],
      label: this.words(),
      height: (width) => Math.round((width - 2 * this.margin(width)) * TERNARY_HEIGHT) + 76,
      draw: (frame) => this.draw(frame),
      at: ({ share }) => this.xy(share),
      nearest: (x, y) => this.nearest(x, y),
      card: (point) => this.card(point),
      spoken: (point) => this.sentence(point),
    });
    this.figure.beside = (_, key) => this.beside(key);
    append(plot, [this.scale(), this.key()]);
    this.describe();
    numbersBelow(place, this.columns(), () => this.lines());
  }

  choosers() {
    const systems = this.systems.map(({ name }, i) => ({ value: String(i), text: name }));
    const views = [{ value: "class", text: "most probable" }, ...this.classes.map((name, i) => ({ value: String(i), text: name }))];
    return [
      chooser("System", systems, "0", (value) => this.choose(this.systems[Number(value)], this.shown)).node,
      this.classes.length ? chooser("Colour by", views, "class", (value) => this.choose(this.system, value)).node : null,
    ];
  }

  choose(system, shown) {
    Object.assign(this, { system, shown });
    this.figure.show([]);
    this.figure.chart.name(this.words());
    this.describe();
  }

  words() {
    const what = this.classes.length ? `probability of ${this.classes.join(", ")}` : spokenTitle(this.block.quantity);
    return `Triangle of compositions of ${this.system.name}: ${what}, ${plural(this.system.known.length, "known composition")} marked. Arrow keys move over the compositions.`;
  }

  margin(width) {
    return width < 420 ? 26 : 40;
  }

  xy([, second, third]) {
    return [this.left + (second + third / 2) * this.sideLength, this.base - third * TERNARY_HEIGHT * this.sideLength];
  }

  draw({ svg, width, height }) {
    this.left = this.margin(width);
    this.sideLength = width - 2 * this.left;
    this.base = height - 46;
    const corners = [[1, 0, 0], [0, 1, 0], [0, 0, 1]].map((share) => this.xy(share));
    const outline = `M${corners.map((corner) => corner.map((n) => n.toFixed(1)).join(" ")).join("L")}Z`;
    const clip = clipUnder(svg, outline);
    svg.append(
      shape("path", { class: "ternary-sheet", d: outline }),
      shape("g", { "clip-path": clip }, this.fills()),
      shape("path", { class: "ternary-grid", d: this.grid() }),
      shape("path", { class: "ternary-outline", d: outline }),
      ...this.shares(),
      ...this.symbols(corners),
      ...this.marks(),
      this.names(),
    );
  }

  /** Hexagons around the compositions, one path for each strength of each colour. */
  fills() {
    const paths = new Map();
    const radius = this.sideLength / this.system.steps / Math.sqrt(3) + 0.25;
    const hexagon = Array.from({ length: 6 }, (_, k) => [radius * Math.sin((k * Math.PI) / 3), radius * Math.cos((k * Math.PI) / 3)]);
    for (const cell of this.system.cells) {
      const paint = this.paint(cell);
      if (!paint) continue;
      const [x, y] = this.xy(cell.share);
      const outline = hexagon.map(([dx, dy]) => `${(x + dx).toFixed(1)} ${(y + dy).toFixed(1)}`).join("L");
      paths.set(paint, `${paths.get(paint) ?? ""}M${outline}Z`);
    }
    return [...paths].map(([paint, d]) => {
      const [layer, strength] = paint.split("/").map(Number);
      return this.classes.length
        ? shape("path", { class: `ternary-fill ${seriesClass(layer)}`, "fill-opacity": ((0.92 * strength) / STRENGTHS).toFixed(3), d })
        : shape("path", { fill: scaleColour(strength / (4 * STRENGTHS)), d });
    });
  }

  /** "layer/strength", or null for what is left without colour. */
  paint({ place }) {
    const { values } = this.system;
    if (!this.classes.length) {
      const value = values[0][place];
      const share = (value - this.span[0]) / (this.span[1] - this.span[0]);
      return isNumber(value) ? `0/${Math.round(share * 4 * STRENGTHS)}` : null;
    }
    const layer = this.shown === "class" ? this.mostProbable((l) => values[l][place]) : Number(this.shown);
    if (layer < 0 || (this.shown === "class" && this.classes[layer] === this.block.background)) return null;
    const strength = Math.round(values[layer][place] * STRENGTHS);
    return strength > 0 ? `${layer}/${strength}` : null;
  }

  mostProbable(value) {
    let best = -1;
    for (let layer = 0; layer < this.classes.length; layer++) {
      if (isNumber(value(layer)) && (best < 0 || value(layer) > value(best))) best = layer;
    }
    return best;
  }

  grid() {
    const lines = [0.2, 0.4, 0.6, 0.8].flatMap((part) => [
      [[part, 1 - part, 0], [part, 0, 1 - part]],
      [[1 - part, part, 0], [0, part, 1 - part]],
      [[1 - part, 0, part], [0, 1 - part, part]],
    ]);
    const text = (share) => this.xy(share).map((n) => n.toFixed(1)).join(" ");
    return lines.map(([a, b]) => `M${text(a)}L${text(b)}`).join("");
  }

  /** Numbers along the sides, in atomic per cent: of the right element below, of the top one right, of the left one left. */
  shares() {
    return [20, 40, 60, 80].flatMap((percentage) => {
      const part = percentage / 100;
      const sides = [
        [[1 - part, part, 0], 0, 16, "middle"],
        [[0, 1 - part, part], 7, 3, "start"],
        [[part, 0, 1 - part], -7, 3, "end"],
      ];
      return sides.map(([share, dx, dy, anchor]) => {
        const [x, y] = this.xy(share);
        return shape("text", { class: "ternary-number", x: x + dx, y: y + dy, "text-anchor": anchor }, String(percentage));
      });
    });
  }

  symbols(corners) {
    const at = [
      [-6, 22, "middle"],
      [6, 22, "middle"],
      [0, -10, "middle"],
    ];
    const name = shape("text", { class: "axis-name", x: this.left + this.sideLength / 2, y: this.base + 36, "text-anchor": "middle" }, "at.%");
    return [
      ...corners.map(([x, y], e) => shape("text", { class: "ternary-symbol", x: x + at[e][0], y: y + at[e][1], "text-anchor": at[e][2] }, this.system.elements[e])),
      name,
    ];
  }

  form(kind) {
    return Math.max(0, this.classes.indexOf(kind));
  }

  marks() {
    return this.system.known.map(({ share, kind }) => {
      const [x, y] = this.xy(share);
      const form = this.form(kind);
      return shape("path", { class: `ternary-mark ${this.classes.length ? seriesClass(form) : "series-6"}`, d: formAt(form, x, y, 5) });
    });
  }

  /** Few are named in the figure, of many each on being pointed at. */
  names() {
    const few = this.system.known.length <= 8 ? this.system.known : [];
    return nameBeside(few, ({ share }) => this.xy(share), ({ label }) => formulaLabel(label), [4, this.left * 2 + this.sideLength - 4]);
  }

  nearest(px, py) {
    const close = (points, reach) => {
      let [best, least] = [null, reach * reach];
      for (const point of points) {
        const [x, y] = this.xy(point.share);
        const square = (x - px) ** 2 + (y - py) ** 2;
        if (square <= least) [best, least] = [point, square];
      }
      return best;
    };
    return close(this.system.known, 9) ?? close(this.system.cells, Math.max(8, this.sideLength / this.system.steps));
  }

  beside(key) {
    const near = this.figure.near;
    const n = this.system.steps;
    const [i, j] = near ? [Math.round(near.share[0] * n), Math.round(near.share[1] * n)] : [Math.round(n / 3), Math.round(n / 3)];
    const moves = {
      ArrowRight: [i - 1, j + 1],
      ArrowLeft: [i + 1, j - 1],
      ArrowUp: i >= j ? [i - 1, j] : [i, j - 1],
      ArrowDown: i <= j ? [i + 1, j] : [i, j + 1],
    };
    return near ? this.system.cell(...moves[key]) : this.system.cell(i, j);
  }

  /** The values at a composition, one of each layer: as stated of it, of the grid, or between the points of the grid. */
  said({ share, place, said }) {
    if (rows(said).length === this.system.values.length) return said;
    return this.system.values.map((layer, l) => (isNumber(place) ? layer[place] : this.system.at(l, share)));
  }

  card(point) {
    const values = this.said(point);
    return [
      element("div", { class: "tip-name" }, formulaText(point.label || this.system.formula(point.share))),
      pairs(this.system.elements.map((symbol, e) => [symbol, `${fixed(100 * point.share[e], 1)} at.%`])),
      this.classes.length
        ? element("div", { class: "class-shares" }, this.classes.map((name, l) => shareBar(name, values[l], l)))
        : pairs([[rich(this.block.quantity?.name ?? "value"), withUnit(significant(values[0], 3), this.block.quantity?.unit)]]),
      isNumber(point.m) ? element("div", {}, element("strong", {}, "Known"), point.kind ? `: ${point.kind}` : "", point.named ? `, told as ${point.named}` : "") : null,
      point.detail ? element("div", {}, point.detail) : null,
    ];
  }

  sentence(point) {
    const values = this.said(point);
    const said = this.classes.length
      ? this.classes.map((name, l) => `${name} ${fixed(values[l], 2)}`).join(", ")
      : withUnit(significant(values[0], 3), this.block.quantity?.unit);
    return [point.label || this.system.formula(point.share), said, isNumber(point.m) ? `known: ${point.kind}` : null].filter(Boolean).join(", ");
  }

  scale() {
    if (this.classes.length) return null;
    const bar = element("div", { class: "ternary-scale" });
    scaleBar(bar, axisTitle(this.block.quantity), this.span);
    return bar;
  }

  key() {
    const entries = this.classes
      .map((text, l) => ({ text: text === this.block.background ? `${text} (no colour)` : text, l }))
      .map(({ text, l }) => ({
        text,
        mark: () => [
          this.classes[l] === this.block.background
            ? shape("rect", { class: "ternary-sheet", x: 1, y: 1, width: 24, height: 12 })
            : shape("rect", { class: `ternary-fill ${seriesClass(l)}`, "fill-opacity": 0.75, x: 1, y: 1, width: 24, height: 12 }),
          shape("path", { class: `ternary-mark ${seriesClass(l)}`, d: formAt(l, 13, 7, 4) }),
        ],
      }));
    return entries.length ? [legend(entries), element("p", { class: "figure-note" }, "The stronger a colour, the more probable; white marks are known compositions, their form is the true class.")] : null;
  }

  /** What is known beside what the model says of it. */
  describe() {
    const { known: marks, name } = this.system;
    this.side.replaceChildren();
    if (!marks.length) {
      if (this.systems.some((system) => system.known.length)) this.side.append(element("p", { class: "figure-note" }, `No known composition of ${name} is in the data.`));
      return;
    }
    const columns = this.classes.length
      ? [
          { name: "Known", kind: "formula" },
          { name: "is", kind: "text" },
          { name: "told as", kind: "text" },
          { name: "probability", kind: "fixed", digits: 2 },
        ]
      : [{ name: "Known", kind: "formula" }, { ...this.block.quantity, kind: "number", digits: 3 }];
    const lines = marks.map((mark) => {
      const values = this.said(mark);
      if (!this.classes.length) return { cells: [mark.label, values[0]] };
      const named = this.classes.includes(mark.named) ? mark.named : (this.classes[this.mostProbable((l) => values[l])] ?? "");
      return { cells: [mark.label, mark.kind, named, values[this.classes.indexOf(named)]], highlighted: Boolean(mark.kind) && named !== mark.kind };
    });
    const wrong = lines.filter(({ highlighted }) => highlighted).length;
    new TableBlock(this.side, { columns, rows: lines });
    const notes = [
      wrong ? `Bold: told otherwise than known (${wrong} of ${marks.length}).` : null,
      marks.some(({ said }) => !rows(said).length) ? "Read between the compositions of the grid." : null,
    ].filter(Boolean);
    if (notes.length) this.side.append(element("p", { class: "figure-note" }, notes.join(" ")));
  }

  columns() {
    return [
      { name: "Composition", kind: "formula" },
      ...(this.classes.length ? this.classes.map((name) => ({ name, kind: "fixed", digits: 3 })) : [{ ...this.block.quantity, kind: "number", digits: 4 }]),
    ];
  }

  lines() {
    return this.system.cells.map((cell) => [this.system.formula(cell.share), ...this.system.values.map((layer) => layer[cell.place])]);
  }
}

function shareBar(name, share, layer) {
  const bar = element("span", { class: `share-bar ${seriesClass(layer)}` });
  bar.style.width = `${isNumber(share) ? Math.round(60 * share) : 0}px`;
  return element("div", {}, element("span", {}, name), element("span", {}, fixed(share, 2)), element("span", { class: "share-track" }, bar));
}
