// Peaks two by two.

/** Two peaks masked together against the sum of both alone: do they carry the same news, or is it in the pair? */
class PairMatrix {
  constructor(host, space, pairs) {
    this.set = space.set;
    this.pairs = pairs.filter(({ a, b, shift, sum }) => this.set.peaks[a] && this.set.peaks[b] && isNumber(shift) && isNumber(sum));
    if (!this.pairs.length) return;
    const used = new Set(this.pairs.flatMap(({ a, b }) => [a, b]));
    this.order = this.set.items.map(({ peak }) => peak).filter((peak) => used.has(peak));
    for (const peak of used) if (!this.order.includes(peak)) this.order.push(peak);
    host.append(
      element("h3", {}, "Pairs of peaks"),
      element(
        "p",
        { class: "figure-note" },
        "Both peaks masked together: how far the point moves (map units), below it in grey the sum of both alone. Less than " +
          "the sum (blue): each says what the other says. More than the sum (red): their news is in the pair.",
      ),
      element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Pairs of peaks" }, this.table()),
    );
  }

  table() {
    const [first, last] = [this.order.slice(1), this.order.slice(0, -1)];
    const label = (peak) => this.set.peakLabel(peak);
    return element(
      "table",
      { class: "pair-matrix" },
      element("thead", {}, element("tr", {}, element("td", {}), last.map((b) => element("th", { scope: "col" }, label(b))))),
      element(
        "tbody",
        {},
        first.map((a, i) =>
          element(
            "tr",
            {},
            element("th", { scope: "row" }, label(a)),
            last.map((b, j) => (j > i ? element("td", {}) : this.cell(a, b))),
          ),
        ),
      ),
    );
  }

  cell(a, b) {
    const pair = this.pairs.find((entry) => (entry.a === a && entry.b === b) || (entry.a === b && entry.b === a));
    if (!pair) return element("td", { class: "number" }, MISSING);
    const excess = (pair.shift - pair.sum) / (pair.sum || 1);
    const cell = element(
      "td",
      { class: `number ${excess < 0 ? "pair-less" : "pair-more"}` },
      fixed(pair.shift, 2),
      element("span", { class: "pair-sum" }, fixed(pair.sum, 2)),
    );
    cell.style.setProperty("--strength", `${Math.round(Math.min(1, Math.abs(excess) / 0.6) * 55)}%`);
    return cell;
  }
}
