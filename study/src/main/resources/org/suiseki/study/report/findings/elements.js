// Elements in the plane: the periodic table, or a map of them.

const COLUMN_LIMIT = 60;

/** All maps of the page: what is pointed at in one is shown in all, and so is what colours them. */
const elementMaps = new Set();

class ElementsBlock {
  constructor(host, block) {
    this.block = block;
    this.places = rows(block.places)
      .map((place, i) => ({ ...place, i }))
      .filter(({ x, y }) => isNumber(x) && isNumber(y));
    if (!this.places.length) {
      nothing(host, block.title);
      return;
    }
    this.colourings = rows(block.colourings).map((one) => new ElementColours(one));
    this.colours = this.colourings[0] ?? new ElementColours({ values: [] });
    const place = figureHost(host, block.title, block.grid ? "elements-block" : "elements-block free");
    const choices = this.colourings.map(({ name }, i) => ({ value: String(i), text: plainLabel(name) }));
    this.chooser = chooser("Colour by", choices, "0", (value) => elementMaps.forEach((map) => map.choose(this.colourings[Number(value)].name)));
    if (choices.length > 1) place.append(element("div", { class: "controls" }, this.chooser.node));
    const plot = place.appendChild(element("div"));
    this.key = place.appendChild(element("div", { class: "elements-key" }));
    this.figure = new PointFigure(plot, {
      points: this.places,
      label: this.words(),
      height: (width) => this.layout(width),
      draw: (frame) => this.draw(frame),
      at: ({ i }) => this.boxes.get(i).slice(0, 2),
      nearest: (x, y) => this.under(x, y),
      card: (point) => this.card(point),
      spoken: (point) => this.sentence(point),
      pointed: (point) => elementMaps.forEach((map) => map.point(point?.symbol)),
      kind: "figure ringless",
    });
    this.figure.beside = (_, key) => this.beside(key);
    elementMaps.add(this);
    this.explain();
    numbersBelow(place, this.columns(), () => this.lines());
  }

  words() {
    return `${this.block.grid ? "Table" : "Map"} of ${plural(this.places.length, "element")}, coloured by ${plainLabel(this.colours.name)}. Arrow keys go from element to element.`;
  }

  /** Colours by what has this name, where this map knows it. */
  choose(name) {
    const index = this.colourings.findIndex((colours) => colours.name === name);
    if (index < 0) return;
    this.chooser.set(String(index));
    this.colours = this.colourings[index];
    this.figure.show(this.places);
    this.figure.chart.name(this.words());
    this.explain();
  }

  /** Finds the boxes of the elements, [middle x, middle y, side], for a width; returns the height. */
  layout(width) {
    return this.block.grid ? this.cells(width) : this.free(width);
  }

  cells(width) {
    const columns = Math.round(Math.max(...this.places.map(({ x }) => x)));
    const lines = Math.round(Math.max(...this.places.map(({ y }) => y)));
    const side = Math.min(width / Math.min(columns, COLUMN_LIMIT), 58);
    this.side = side;
    this.size = [columns, lines];
    const shared = new Map();
    for (const place of this.places) {
      const cell = `${Math.round(place.x)}/${Math.round(place.y)}`;
      shared.set(cell, [...(shared.get(cell) ?? []), place]);
    }
    this.boxes = new Map();
    for (const [cell, members] of shared) {
      const [column, row] = cell.split("/").map(Number);
      const parts = Math.ceil(Math.sqrt(members.length));
      members.forEach(({ i }, k) => {
        const small = side / parts;
        this.boxes.set(i, [(column - 1) * side + ((k % parts) + 0.5) * small, (row - 1) * side + (Math.floor(k / parts) + 0.5) * small, small]);
      });
    }
    return Math.ceil(lines * side) + 2;
  }

  /** Places in proportion, and boxes moved apart until none lie on each other. */
  free(width) {
    const side = width < 480 ? 21 : Math.min(32, Math.max(24, width / 28));
    const [left, right] = extent(this.places.map(({ x }) => x));
    const [low, high] = extent(this.places.map(({ y }) => y));
    const ratio = Math.min(0.9, Math.max(0.5, (high - low) / (right - left)));
    const height = Math.round((width - 2 * side) * ratio) + 2 * side;
    const x = linear([left, right], [side, width - side]);
    const y = linear([low, high], [height - side, side]);
    this.side = side;
    this.true = new Map(this.places.map((place) => [place.i, [x(place.x), y(place.y)]]));
    const boxes = this.places.map(({ i }) => [...this.true.get(i)]);
    apart(boxes, side + 1.5, [side / 2, width - side / 2], [side / 2, height - side / 2]);
    this.boxes = new Map(this.places.map(({ i }, k) => [i, [...boxes[k], side]]));
    return height;
  }

  draw({ svg, width, height }) {
    if (this.block.grid) svg.append(this.empty());
    else svg.append(shape("rect", { class: "element-sheet", x: 0.5, y: 0.5, width: width - 1, height: height - 1 }), this.leaders());
    this.tiles = new Map();
    for (const place of this.places) {
      const tile = this.tile(place);
      this.tiles.set(place.i, tile);
      svg.append(tile);
    }
  }

  /** The outlines of all cells of a map that is a lattice; the usual table has its gaps. */
  empty() {
    const [columns, lines] = this.size;
    if (columns === 18 && lines <= 10) return shape("g");
    const cells = Array.from({ length: columns * lines }, (_, c) => {
      return `M${((c % columns) * this.side).toFixed(1)} ${(Math.floor(c / columns) * this.side).toFixed(1)}h${this.side}v${this.side}h${-this.side}Z`;
    });
    return shape("path", { class: "element-cell", d: cells.join("") });
  }

  leaders() {
    const d = this.places.map(({ i }) => {
      const [[x, y], [bx, by]] = [this.true.get(i), this.boxes.get(i)];
      return Math.hypot(x - bx, y - by) > this.side * 0.6 ? `M${x.toFixed(1)} ${y.toFixed(1)}L${bx.toFixed(1)} ${by.toFixed(1)}` : "";
    });
    const dots = this.places.map(({ i }) => {
      const [[x, y], [bx, by]] = [this.true.get(i), this.boxes.get(i)];
      return Math.hypot(x - bx, y - by) > this.side * 0.6 ? formAt(0, x, y, 2) : "";
    });
    return shape("g", {}, shape("path", { class: "element-leader", d: d.join("") }), shape("path", { class: "element-dot", d: dots.join("") }));
  }

  tile({ i, symbol, number }) {
    const [x, y, side] = this.boxes.get(i);
    const paint = this.colours.paint(i);
    const half = side / 2 - (side > 24 ? 1 : 0.5);
    const tile = shape(
      "g",
      { class: `element-tile ${paint.kind}`, "font-size": Math.max(7, Math.min(17, side * 0.44)).toFixed(1) },
      shape("rect", {
        x: (x - half).toFixed(1),
        y: (y - half).toFixed(1),
        width: (2 * half).toFixed(1),
        height: (2 * half).toFixed(1),
        rx: side > 24 ? 3 : 1.5,
      }),
      side > 40 ? shape("text", { class: "element-number", x: (x - half + 4).toFixed(1), y: (y - half + 12).toFixed(1) }, String(number ?? "")) : null,
      shape("text", { class: "element-symbol", x: x.toFixed(1), y: (y + (side > 40 ? 8 : side * 0.16)).toFixed(1), "text-anchor": "middle" }, symbol),
    );
    return painted(tile, paint);
  }

  under(px, py) {
    return (
      this.places.find(({ i }) => {
        const [x, y, side] = this.boxes.get(i);
        return Math.abs(px - x) <= side / 2 && Math.abs(py - y) <= side / 2;
      }) ?? null
    );
  }

  point(symbol) {
    for (const { i, symbol: own } of this.places) this.tiles?.get(i).classList.toggle("pointed", own === symbol);
  }

  /** The nearest element in the direction of the key. */
  beside(key) {
    const near = this.figure.near;
    if (!near) return this.places[0];
    const [dx, dy] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
    const [x, y] = this.boxes.get(near.i);
    const ahead = this.places
      .map((place) => {
        const [bx, by] = this.boxes.get(place.i);
        const along = (bx - x) * dx + (by - y) * dy;
        const across = Math.abs((bx - x) * dy + (by - y) * dx);
        return { place, along, far: along + 2 * across };
      })
      .filter(({ place, along }) => place !== near && along > 1)
      .sort((a, b) => a.far - b.far);
    return ahead[0]?.place ?? null;
  }

  card(point) {
    return [
      element("div", { class: "tip-name" }, `${point.name ?? point.symbol} (${point.symbol}, ${point.number ?? ""})`),
      pairs(this.colourings.map((colours) => [rich(colours.name), colours.text(point.i)])),
      point.detail ? element("div", {}, point.detail) : null,
    ];
  }

  sentence(point) {
    return [point.name ?? point.symbol, ...this.colourings.map((colours) => `${plainLabel(colours.name)} ${colours.text(point.i)}`), point.detail].filter(Boolean).join(", ");
  }

  explain() {
    retire(this.key);
    this.key.replaceChildren(...[this.colours.key(this.key)].filter(Boolean));
  }

  columns() {
    return [
      { name: "Element", kind: "text" },
      { name: "Number", kind: "count" },
      { name: this.block.grid ? "Column" : "x", kind: "number", digits: 4 },
      { name: this.block.grid ? "Row" : "y", kind: "number", digits: 4 },
      ...this.colourings.map(({ quantity, numeric }) => ({ ...quantity, kind: numeric ? "number" : "text", digits: 4 })),
    ];
  }

  lines() {
    return this.places.map(({ i, symbol, number, x, y }) => [symbol, number, x, y, ...this.colourings.map(({ values }) => values[i] ?? "")]);
  }
}

/** What the elements are coloured by. */
class ElementColours {
  constructor({ name, unit, log, values }) {
    this.quantity = { name: name ?? "nothing", unit, log };
    this.values = rows(values);
    this.numeric = this.values.some(isNumber);
    const placed = this.values.filter((value) => hasPlace(this.quantity, value));
    this.span = log ? extent(placed.map(Math.log10)) : extent(placed);
    this.classes = this.numeric ? [] : [...new Set(this.values.filter((value) => value !== null && value !== ""))];
  }

  get name() {
    return this.quantity.name;
  }

  /** {kind, fill, text}: a class of the page's style, or colours where they are a scale. */
  paint(i) {
    const value = this.values[i];
    const share = this.share(value);
    if (share === null) return { kind: "element-unknown" };
    if (!this.numeric && this.classes.length <= SERIES_COUNT) return { kind: seriesClass(this.classes.indexOf(value)) };
    return { kind: "element-scaled", fill: scaleColour(share), text: share > 0.55 ? "#111" : "#fff" };
  }

  share(value) {
    if (!this.numeric) {
      const place = this.classes.indexOf(value);
      return place < 0 ? null : place / Math.max(1, this.classes.length - 1);
    }
    if (!hasPlace(this.quantity, value)) return null;
    return ((this.quantity.log ? Math.log10(value) : value) - this.span[0]) / (this.span[1] - this.span[0]);
  }

  text(i) {
    const value = this.values[i];
    if (this.numeric) return withUnit(significant(value, 4), this.quantity.unit);
    return value ? String(value) : MISSING;
  }

  key(host) {
    const unknown = this.values.some((value) => this.share(value) === null);
    const grey = { text: "unknown", mark: () => shape("g", { class: "element-tile element-unknown" }, shape("rect", { x: 6, y: 0, width: 14, height: 14, rx: 2 })) };
    if (this.numeric) {
      const bar = host.appendChild(element("div"));
      const span = this.quantity.log ? this.span.map((power) => 10 ** power) : this.span;
      scaleBar(bar, axisTitle(this.quantity), span, this.quantity.log);
      return element("div", {}, bar, unknown ? legend([grey]) : null);
    }
    const entries = this.classes.map((text) => {
      const paint = this.paint(this.values.indexOf(text));
      return { text: String(text), mark: () => painted(shape("g", { class: `element-tile ${paint.kind}` }, shape("rect", { x: 6, y: 0, width: 14, height: 14, rx: 2 })), paint) };
    });
    return entries.length ? legend(unknown ? [...entries, grey] : entries) : null;
  }
}

/** Colours of a scale are not in the page's style. */
function painted(tile, { fill, text }) {
  if (fill) {
    tile.style.setProperty("--series", fill);
    tile.style.setProperty("--on-series", text);
  }
  return tile;
}

/** Moves squares of a side apart, each as little as it may, and keeps them inside. */
function apart(boxes, side, [left, right], [top, bottom]) {
  for (let round = 0; round < 400; round++) {
    let moved = false;
    for (let a = 0; a < boxes.length; a++) {
      for (let b = a + 1; b < boxes.length; b++) {
        const dx = boxes[b][0] - boxes[a][0];
        const dy = boxes[b][1] - boxes[a][1];
        const [ox, oy] = [side - Math.abs(dx), side - Math.abs(dy)];
        if (ox <= 0.05 || oy <= 0.05) continue;
        moved = true;
        const axis = ox < oy ? 0 : 1;
        // Two at one place part along x, in the order of the list.
        const sign = Math.sign(axis === 0 ? dx : dy) || 1;
        const step = (sign * Math.min(ox, oy)) / 2;
        boxes[a][axis] -= step;
        boxes[b][axis] += step;
      }
    }
    for (const box of boxes) {
      box[0] = Math.min(right, Math.max(left, box[0]));
      box[1] = Math.min(bottom, Math.max(top, box[1]));
    }
    if (!moved) return;
  }
}
