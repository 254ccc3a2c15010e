// The frame of every figure: a scale, two axes, a size that follows the page, one tooltip for all.

/** A linear scale from data to pixels. */
function linear(domain, range) {
  const [a, b] = domain;
  const [p, q] = range;
  const scale = (value) => p + ((value - a) / (b - a || 1)) * (q - p);
  scale.invert = (pixel) => a + ((pixel - p) / (q - p || 1)) * (b - a);
  scale.domain = domain;
  scale.range = range;
  return scale;
}

/** A logarithmic scale from positive data to pixels. */
function logarithmic(domain, range) {
  const even = linear(domain.map(Math.log10), range);
  const scale = (value) => (value > 0 ? even(Math.log10(value)) : NaN);
  scale.invert = (pixel) => 10 ** even.invert(pixel);
  scale.domain = domain;
  scale.range = range;
  return scale;
}

/** Round values on a logarithmic axis: powers of ten, and between them 2 and 5 where there is room; at most `most`. */
function powerTicks([low, high], most) {
  const inside = (digits) => {
    const values = [];
    for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
      for (const digit of digits) {
        const value = Number(`${digit}e${power}`);
        if (value >= low * 0.9999 && value <= high * 1.0001) values.push(value);
      }
    }
    return values;
  };
  const fine = [[1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 5], [1, 3], [1]].map(inside).find((values) => values.length <= most);
  if (!fine) {
    const decades = inside([1]);
    const every = Math.ceil(decades.length / most);
    return decades.filter((_, i) => i % every === 0);
  }
  return fine.length > 1 ? fine : ticks([low, high], 4);
}

/** 0.01, 0.1, 1, 10 … 10 000, beyond that as powers. */
function powerText(value) {
  const exponent = Math.floor(Math.log10(value) + 1e-9);
  if (exponent >= -3 && exponent <= 4) return fixed(value, Math.max(0, -exponent));
  const digit = Math.round(value / 10 ** exponent);
  return `${digit === 1 ? "" : `${digit} × `}10${superscript(exponent)}`;
}

/**
 * Round values inside the domain, about `count` of them and at least three (steps 1, 2, 5 times a power of ten, halved
 * where they leave less).
 */
function ticks([low, high], count) {
  const rough = (high - low) / Math.max(1, count);
  if (!(rough > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(rough));
  let step = power * [1, 2, 5, 10].find((k) => k * power >= rough * 0.999);
  let values = multiples(step, low, high);
  while (values.length < 3) {
    step /= 2;
    values = multiples(step, low, high);
  }
  values.step = step;
  return values;
}

function multiples(step, low, high) {
  const values = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + step * 1e-9; k++) values.push(k * step);
  return values;
}

function tickText(value, values) {
  const step = values.step ?? 1;
  let decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  while (decimals < 12 && !isWhole(step * 10 ** decimals)) decimals++;
  return fixed(value, decimals);
}

const isWhole = (value) => Math.abs(value - Math.round(value)) < 1e-6;

/** The smallest interval that holds all finite values, with a margin on both sides; never empty. */
function extent(values, margin = 0) {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (!isNumber(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return [0, 1];
  const pad = (high - low || Math.abs(high) || 1) * margin;
  return high > low ? [low - pad, high + pad] : [low - (pad || 0.5), high + (pad || 0.5)];
}

const charts = new Set();
let clips = 0;

/**
 * A figure that redraws itself when its width changes. `draw(frame)` gets the SVG and its size in CSS pixels, so text
 * keeps its size on a phone, on a wide screen and on paper.
 */
class Chart {
  constructor(host, { label, height, draw, kind = "figure", role = "img" }) {
    this.host = host;
    this.height = height;
    this.draw = draw;
    this.width = 0;
    this.svg = shape("svg", { class: `chart ${kind}`, role, "aria-label": label });
    host.append(this.svg);
    charts.add(this);
    this.observer = new ResizeObserver(() => requestAnimationFrame(() => this.fit()));
    this.observer.observe(host);
    this.fit();
  }

  /** Draws again where the room has changed. */
  fit() {
    const width = Math.floor(this.host.clientWidth);
    if (width > 0 && width !== this.width) {
      this.width = width;
      this.redraw();
    }
  }

  redraw() {
    if (this.width === 0) return;
    const height = typeof this.height === "function" ? this.height(this.width) : this.height;
    this.svg.setAttribute("viewBox", `0 0 ${this.width} ${height}`);
    this.svg.setAttribute("width", this.width);
    this.svg.setAttribute("height", height);
    this.svg.replaceChildren();
    this.draw({ svg: this.svg, width: this.width, height });
  }

  name(label) {
    this.svg.setAttribute("aria-label", label);
  }
}

/** A clip path over a rectangle; returns the reference to use as `clip-path`. */
function clipTo(svg, x, y, width, height) {
  const id = `clip-${++clips}`;
  svg.append(
    shape(
      "clipPath",
      { id },
      shape("rect", { x, y, width: Math.max(0, width), height: Math.max(0, height) }),
    ),
  );
  return `url(#${id})`;
}

/** The x axis below the plot: line, ticks, numbers, name. */
function axisBelow(svg, scale, y, { name, values, text, offset = 34 } = {}) {
  const [from, to] = scale.range;
  const marks = values ?? ticks(scale.domain, Math.max(2, Math.round((to - from) / 64)));
  const group = shape("g", { class: "axis" }, shape("path", { d: `M${from} ${y}H${to}` }));
  for (const mark of marks) {
    const x = scale(mark);
    if (x < from - 0.5 || x > to + 0.5) continue;
    group.append(
      shape("path", { d: `M${x.toFixed(1)} ${y}v5` }),
      shape(
        "text",
        { x: x.toFixed(1), y: y + 18, "text-anchor": "middle" },
        text ? text(mark) : tickText(mark, marks),
      ),
    );
  }
  if (name) {
    group.append(
      shape(
        "text",
        { class: "axis-name", x: (from + to) / 2, y: y + offset, "text-anchor": "middle" },
        richShape(name),
      ),
    );
  }
  svg.append(group);
}

/** The power of ten to take out of an axis whose numbers would be too long to read: 0 where they are not. */
function commonPower([low, high], step) {
  const exponent = Math.floor(Math.log10(Math.max(Math.abs(low), Math.abs(high)) || 1));
  return step < 0.999e-3 || exponent > 4 ? 3 * Math.floor(exponent / 3) : 0;
}

/** The y axis at the left of the plot; its name stands upright along it. Returns the power of ten taken out. */
function axisLeft(svg, scale, x, { name, values, text, offset = 42, lines = 0, count } = {}) {
  const [from, to] = scale.range;
  const marks = values ?? ticks(scale.domain, count ?? Math.max(2, Math.round(Math.abs(to - from) / 48)));
  const group = shape("g", { class: "axis" }, shape("path", { d: `M${x} ${from}V${to}` }));
  const power = text ? 0 : commonPower(scale.domain, marks.step ?? 1);
  const scaled = Object.assign([], { step: (marks.step ?? 1) / 10 ** power });
  const numbers = marks.map((mark) => (text ? text(mark) : tickText(mark / 10 ** power, scaled)));
  for (const [i, mark] of marks.entries()) {
    const y = scale(mark);
    group.append(
      shape("path", { d: `M${x} ${y.toFixed(1)}h-5` }),
      shape(
        "text",
        { x: x - 8, y: (y + 4).toFixed(1), "text-anchor": "end" },
        numbers[i],
      ),
    );
    if (lines) group.prepend(shape("path", { class: "gridline", d: `M${x} ${y.toFixed(1)}H${lines}` }));
  }
  if (power !== 0) group.append(shape("text", { x: x + 6, y: to + 2 }, `× 10${superscript(power)}`));
  if (name) {
    const middle = (from + to) / 2;
    const longest = Math.max(0, ...numbers.map((number) => number.length));
    const at = x - Math.max(offset, Math.min(x - 6, 16 + 7.2 * longest));
    group.append(
      shape(
        "text",
        {
          class: "axis-name",
          x: at,
          y: middle,
          "text-anchor": "middle",
          transform: `rotate(-90 ${at} ${middle})`,
        },
        richShape(name),
      ),
    );
  }
  svg.append(group);
  return power;
}

/** The `d` of a polyline through the finite points. */
function line(xs, ys, scaleX, scaleY) {
  let d = "";
  let pen = false;
  for (let i = 0; i < xs.length; i++) {
    if (!isNumber(ys[i]) || !isNumber(xs[i])) {
      pen = false;
      continue;
    }
    d += `${pen ? "L" : "M"}${scaleX(xs[i]).toFixed(1)} ${scaleY(ys[i]).toFixed(1)}`;
    pen = true;
  }
  return d;
}

/** The `d` of the closed band between two curves. */
function band(xs, low, high, scaleX, scaleY) {
  const keep = xs.map((_, i) => i).filter((i) => isNumber(low[i]) && isNumber(high[i]));
  if (keep.length < 2) return "";
  const at = (i, ys) => `${scaleX(xs[i]).toFixed(1)} ${scaleY(ys[i]).toFixed(1)}`;
  return `M${keep.map((i) => at(i, high)).join("L")}L${keep
    .reverse()
    .map((i) => at(i, low))
    .join("L")}Z`;
}

const tip = {
  node: null,
  show(content, x, y) {
    this.node ??= document.body.appendChild(element("div", { class: "tip", role: "status" }));
    this.node.replaceChildren(...[content].flat(Infinity).filter(Boolean));
    this.node.hidden = false;
    const box = this.node.getBoundingClientRect();
    const wide = document.documentElement.clientWidth;
    const left = x + 16 + box.width > wide - 8 ? x - 16 - box.width : x + 16;
    const top = y + 16 + box.height > window.innerHeight - 8 ? y - 16 - box.height : y + 16;
    this.node.style.left = `${Math.max(8, Math.min(left, wide - box.width - 8))}px`;
    this.node.style.top = `${Math.max(8, top)}px`;
  },
  hide() {
    if (this.node) this.node.hidden = true;
  },
};

window.addEventListener("scroll", () => tip.hide(), { passive: true });

/** A row of keys under or over a figure; each mark is drawn with the classes the figure itself uses. */
function legend(entries) {
  return element(
    "ul",
    { class: "legend" },
    entries.map(({ text, mark }) =>
      element(
        "li",
        {},
        shape("svg", { width: 26, height: 14, "aria-hidden": "true" }, mark()),
        element("span", {}, text),
      ),
    ),
  );
}

const lineMark = (name) => () => shape("path", { class: name, d: "M1 7H25" });

/** Takes the charts inside `host` off the page's list before they are replaced. */
function retire(host) {
  for (const chart of charts) {
    if (!host.contains(chart.host)) continue;
    chart.observer.disconnect();
    charts.delete(chart);
  }
}

function diamond(x, y, r) {
  return `M${x.toFixed(1)} ${(y - r).toFixed(1)}l${r} ${r}l${-r} ${r}l${-r} ${-r}Z`;
}
