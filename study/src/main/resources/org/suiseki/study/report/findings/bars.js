// A ranking: horizontal bars with their intervals.

const FIRST_BARS = 20;
const NARROW = 560;

class BarsBlock {
  constructor(host, block) {
    this.block = block;
    this.bars = rows(block.bars).map((bar, i) => ({ ...bar, i }));
    if (!this.bars.some(({ value }) => isNumber(value))) {
      nothing(host, block.title);
      return;
    }
    this.decimals = commonDecimals(this.bars);
    this.count = this.bars.length > FIRST_BARS + 4 ? FIRST_BARS : this.bars.length;
    const place = figureHost(host, block.title, "bars-block");
    const plot = place.appendChild(element("div"));
    this.figure = new PointFigure(plot, {
      points: this.shown,
      label: `${spokenTitle(block.quantity)} of ${plural(this.bars.length, "entry", "entries")}: ${this.first()}. Arrow keys go from bar to bar.`,
      height: (width) => this.row(width) * this.count + 52,
      draw: (frame) => this.draw(frame),
      at: (bar) => [this.width / 2, this.middle(bar.i)],
      pointed: (bar) => this.rows?.forEach((row, i) => row.classList.toggle("pointed", i === bar?.i)),
      kind: "figure ringless",
      nearest: (_, y) => this.shown[Math.floor((y - 6) / this.row(this.width))] ?? null,
      card: (bar) => this.card(bar),
      spoken: (bar) => `${bar.name}: ${this.text(bar)}${bar.detail ? `, ${bar.detail}` : ""}`,
    });
    this.figure.beside = (step, key) => this.beside(step, key);
    append(place, [this.more(), this.key()]);
    numbersBelow(
      place,
      [{ name: "Name", kind: "text" }, { ...block.quantity, kind: "number", digits: 4 }, { name: "Note", kind: "text" }],
      () => this.bars.map((bar) => [bar.name, hasInterval(bar) ? bar : bar.value, bar.detail ?? ""]),
    );
  }

  get shown() {
    return this.bars.slice(0, this.count);
  }

  first() {
    return this.bars.slice(0, 3).map((bar) => `${bar.name} ${this.text(bar)}`).join(", ");
  }

  row(width) {
    return width < NARROW ? 42 : 26;
  }

  middle(i) {
    const narrow = this.width < NARROW;
    return 6 + this.row(this.width) * (i + 0.5) + (narrow ? 8 : 0);
  }

  text(bar) {
    return withUnit(estimateText(bar, 3, this.decimals), this.block.quantity?.unit);
  }

  /** As it stands beside its bar, without the unit of the axis; where room is short the interval is only drawn. */
  number(bar) {
    const whole = (one) => estimateText(one, 3, this.decimals);
    const roomy = this.width >= 640 && Math.max(...this.bars.map((one) => whole(one).length)) * 7.6 < 0.3 * this.width;
    return roomy ? whole(bar) : whole({ value: bar.value });
  }

  span() {
    const log = this.block.quantity?.log;
    const ends = this.bars.flatMap(({ value, low, high }) => [value, low, high]);
    return log ? spanOf(this.block.quantity, ends) : extent([...ends, 0], 0.02);
  }

  draw({ svg, width, height }) {
    this.width = width;
    const narrow = width < NARROW;
    const names = narrow ? 0 : Math.min(0.36 * width, 12 + 7.2 * Math.max(...this.shown.map(({ name }) => plainLabel(name).length)));
    const numbers = Math.min(0.34 * width, 18 + 7.4 * Math.max(...this.shown.map((bar) => this.number(bar).length)));
    const { quantity } = this.block;
    const x = scaleOf(quantity, this.span(), [names + 8, width - numbers - 8]);
    const bottom = height - 46;
    const marks = this.marks(x);
    for (const mark of marks.values) {
      svg.append(shape("path", { class: "gridline-up", d: `M${x(mark).toFixed(1)} 4V${bottom}` }));
    }
    axisBelow(svg, x, bottom, { name: axisTitle(quantity), offset: 38, ...marks });
    const zero = quantity?.log ? x.range[0] : x(0);
    svg.append(shape("path", { class: "zero-line", d: `M${zero.toFixed(1)} 2V${bottom}` }));
    this.rows = this.shown.map((bar) => this.bar(bar, x, zero, names, width, narrow));
    svg.append(...this.rows);
  }

  /** As many numbers on the axis as have room. */
  marks(x) {
    const { quantity } = this.block;
    const room = x.range[1] - x.range[0];
    for (let most = 7; most > 1; most--) {
      const marks = marksOf(quantity, x.domain, most);
      const texts = marks.values.map((mark) => (marks.text ? marks.text(mark) : tickText(mark, marks.values)));
      if (texts.join("").length * 7.2 + 16 * texts.length < room) return marks;
    }
    const ends = x.domain[0] < 0 && x.domain[1] > 0 ? [0] : [x.domain[0]];
    return { values: Object.assign(ends, { step: 1 }) };
  }

  bar(bar, x, zero, names, width, narrow) {
    const y = this.middle(bar.i);
    const row = this.row(width);
    const place = shape("g", { class: bar.highlighted ? "bar-row highlighted" : "bar-row" });
    place.append(shape("rect", { class: "bar-ground", x: 0, y: 6 + row * bar.i, width, height: row }));
    const most = Math.floor((narrow ? width - 90 : names - 6) / 6.9);
    const name = plainLabel(bar.name);
    place.append(
      shape(
        "text",
        narrow ? { class: "halo", x: 2, y: y - 10 } : { x: names - 4, y: y + 4, "text-anchor": "end" },
        name.length > most ? `${name.slice(0, Math.max(3, most - 1))}…` : richShape(bar.name),
      ),
    );
    if (hasPlace(this.block.quantity, bar.value)) {
      const at = x(bar.value);
      place.append(
        shape("rect", { class: `bar-fill ${this.kind(bar)}`, x: Math.min(zero, at), y: y - 6, width: Math.max(1, Math.abs(at - zero)), height: 12 }),
      );
      if (hasInterval(bar)) place.append(shape("path", { class: "whisker", d: this.whisker(bar, x, y) }));
    }
    place.append(shape("text", { class: "bar-number", x: width - 2, y: y + 4, "text-anchor": "end" }, this.number(bar)));
    return place;
  }

  whisker({ low, high }, x, y) {
    const from = hasPlace(this.block.quantity, low) ? x(low) : x.range[0];
    return `M${from.toFixed(1)} ${y - 4}v8m0 -4H${x(high).toFixed(1)}m0 -4v8`;
  }

  kind({ value, low, high }) {
    if (!this.block.gains) return "";
    const sure = isNumber(low) && isNumber(high) && (low > 0 || high < 0);
    return `${value >= 0 ? "gain" : "loss"}${sure ? "" : " unsure"}`;
  }

  card(bar) {
    return [
      element("div", { class: "tip-name" }, rich(bar.name)),
      pairs([
        [rich(this.block.quantity?.name ?? "value"), this.text(bar)],
        ["interval", hasInterval(bar) ? intervalWords(bar.level) : null],
      ]),
      bar.detail ? element("div", {}, bar.detail) : null,
    ];
  }

  beside(step, key) {
    const down = key === "ArrowDown" || key === "ArrowRight" ? 1 : -1;
    const place = this.figure.near ? this.figure.near.i : down > 0 ? -1 : 0;
    return this.shown[(place + down + this.shown.length) % this.shown.length];
  }

  more() {
    if (this.count === this.bars.length) return null;
    const show = button(`Show all ${this.bars.length}`, () => {
      this.count = this.count === this.bars.length ? FIRST_BARS : this.bars.length;
      show.textContent = this.count === FIRST_BARS ? `Show all ${this.bars.length}` : `Show the first ${FIRST_BARS}`;
      this.figure.show(this.shown);
    });
    return element("p", {}, show);
  }

  key() {
    const entries = [];
    const mark = (kind) => () => shape("rect", { class: `bar-fill ${kind}`, x: 1, y: 2, width: 24, height: 10 });
    if (this.block.gains) {
      entries.push({ text: "gain", mark: mark("gain") }, { text: "loss", mark: mark("loss") });
      entries.push({ text: "pale: may be chance", mark: mark("gain unsure") });
    }
    const first = this.bars.find(hasInterval);
    if (first)
      entries.push({ text: `line: ${intervalWords(first.level)}`, mark: () => shape("path", { class: "whisker", d: "M3 3v8m0 -4H23m0 -4v8" }) });
    return entries.length ? legend(entries) : null;
  }
}
