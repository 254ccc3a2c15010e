// What all parts of the page look things up in: the sets of patterns, and what the reader has pointed at.

class PatternsOfSet {
  constructor(data) {
    this.data = data;
    this.axis = unpack(data.axis?.values);
    this.patterns = rows(data.patterns);
    this.properties = rows(data.properties);
    this.families = rows(data.families);
    this.peaks = rows(data.peaks);
    this.items = rows(data.relevance?.items).filter((item) => this.peaks[item.peak]);
    this.curves = new Map();
    this.placed = this.patterns.map((_, p) => p).filter((p) => this.point(p));
  }

  get title() {
    return this.data.title ?? this.data.name ?? "Patterns";
  }

  /** The pattern over the axis; empty where the data has none of the axis's length. */
  curve(p) {
    if (!this.curves.has(p)) {
      const values = unpack(this.patterns[p]?.curve);
      this.curves.set(p, values.length === this.axis.length ? values : new Float64Array(0));
    }
    return this.curves.get(p);
  }

  /** The lowest and highest value that a curve of the set can have; known without unpacking them. */
  get heights() {
    this.bounds ??= extent(
      this.patterns.flatMap(({ curve }) => (Array.isArray(curve) ? extent(curve) : [curve?.low, curve?.high])),
    );
    return this.bounds;
  }

  get decoded() {
    if (this.grid === undefined) {
      const grid = this.data.decoded ? new DecodedGrid(this.data.decoded, this.axis.length) : null;
      this.grid = grid?.usable ? grid : null;
    }
    return this.grid;
  }

  point(p) {
    const point = rows(this.patterns[p]?.point);
    return point.length === 2 && point.every(isNumber) ? point : null;
  }

  /** Root mean square distance of the points from their centre: the measure of distances on the map. */
  get spreadOfMap() {
    if (this.mapSpread === undefined) {
      const points = this.placed.map((p) => this.point(p));
      const mean = (k) => points.reduce((sum, point) => sum + point[k], 0) / points.length;
      const [x, y] = [mean(0), mean(1)];
      this.mapSpread =
        Math.sqrt(points.reduce((sum, point) => sum + (point[0] - x) ** 2 + (point[1] - y) ** 2, 0) / points.length) || 1;
    }
    return this.mapSpread;
  }

  /** The place on the straight line between the points of two patterns. */
  between(p, q, t) {
    const [a, b] = [this.point(p), this.point(q)];
    return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
  }

  /** Where the peak lies: in this pattern, or else over the set. */
  window(p, k) {
    const windows = this.data.relevance?.patterns?.[p]?.windows;
    if (windows) return windows[k] ?? null;
    const { from, to } = this.peaks[k];
    return isNumber(from) && isNumber(to) ? [from, to] : null;
  }

  /** How far the pattern's point goes without the peak, in coordinates of the map. */
  shift(p, k) {
    const shift = rows(this.data.relevance?.patterns?.[p]?.shift?.[k]);
    return shift.length === 2 && shift.every(isNumber) ? shift : null;
  }

  family(p) {
    const family = this.families[this.patterns[p]?.family];
    return family ? (family.label ?? family.name) : null;
  }

  propertyLabel(j) {
    return this.properties[j]?.label ?? this.properties[j]?.name ?? `property ${j + 1}`;
  }

  value(p, j) {
    return rows(this.patterns[p]?.values)[j];
  }

  valueText(value, j) {
    return withUnit(significant(value, 3), this.properties[j]?.unit);
  }

  /** What is known of a composition, as pairs of names and values. */
  known(p) {
    return this.properties.map((_, j) => [
      rich(this.propertyLabel(j)),
      isNumber(this.value(p, j)) ? this.valueText(this.value(p, j), j) : null,
    ]);
  }

  place(value, decimals = 2) {
    const unit = this.data.axis?.unit;
    return unit === "°" ? `${fixed(value, decimals)}°` : withUnit(fixed(value, decimals), unit);
  }

  get axisTitle() {
    return axisName(this.data.axis?.name ?? "Position", this.data.axis?.unit);
  }

  get quantity() {
    return this.data.quantity ?? "Intensity";
  }

  /** "310" for 3 1 0, "321+400" for joined peaks; indices of two digits or with a sign keep their spaces. */
  peakLabel(k) {
    return String(this.peaks[k].label)
      .replace(/(^|[^\d-])(\d) (\d) (\d)(?!\d)/g, "$1$2$3$4")
      .replaceAll(" + ", "+");
  }

  /** "310 at 42.1°", or only the position where that is the label. */
  peakName(k) {
    const label = this.peakLabel(k);
    const { position } = this.peaks[k];
    return !isNumber(position) || label.includes("°") ? label : `${label} at ${this.place(position, 1)}`;
  }

  /** The pattern of a name, or the first of a composition of that name; -1 where there is none. */
  indexOf(id) {
    const own = this.patterns.findIndex((pattern) => pattern.id === id);
    return own >= 0 ? own : this.patterns.findIndex(({ group }) => group !== undefined && group === id);
  }

  get examples() {
    return rows(this.data.interpolation?.examples);
  }

  /** The pattern that is shown before anything has been pointed at. */
  get first() {
    const { from } = this.examples[0] ?? {};
    return this.patterns[from] ? from : Math.floor(this.patterns.length / 2);
  }
}

const UNTOUCHED = { hover: null, from: null, to: null, at: 0.5, peak: null, colour: null };

/** How intensities are drawn: `root` shows weak peaks beside strong ones. */
const SCALES = [
  { value: "linear", text: "linear" },
  { value: "root", text: "√" },
];

class FeatureSpace {
  constructor(data) {
    this.data = data;
    this.sets = rows(data.sets).map((set) => new PatternsOfSet(set));
    this.index = 0;
    this.state = { ...UNTOUCHED, scale: "linear" };
    this.figures = [];
    this.parts = [];
  }

  get set() {
    return this.sets[this.index];
  }

  /** The pattern that the figures show: the one pointed at, else the pinned one, else the first. */
  get shown() {
    return this.state.hover ?? this.state.from ?? this.set.first;
  }

  get walking() {
    return this.state.from !== null && this.state.to !== null;
  }

  /** A part of the page that is built again for another set. */
  onSet(build) {
    this.parts.push(build);
  }

  /** A figure of the set that is shown; `listener(keys)` gets the names of what changed. */
  onChange(listener) {
    this.figures.push(listener);
  }

  choose(index, state = {}) {
    this.index = index;
    this.state = { ...UNTOUCHED, scale: this.state.scale, ...state };
    this.figures = [];
    tip.hide();
    this.parts.forEach((build) => build());
    this.remember();
  }

  change(patch) {
    const keys = Object.keys(patch).filter((key) => this.state[key] !== patch[key]);
    if (!keys.length) return;
    Object.assign(this.state, patch);
    this.figures.forEach((listener) => listener(keys));
    if (keys.some((key) => key !== "hover")) this.remember();
  }

  /** Pins a pattern; with one pinned already, walks to it. Pinning it again lets it go. */
  pin(p) {
    const { from, to } = this.state;
    if (from === null) this.change({ from: p });
    else if (p === from) this.change({ from: to, to: null });
    else if (p === to) this.change({ to: null });
    else this.change({ to: p, at: 0.5 });
  }

  /** Shows one pattern and leads to it. */
  visit(p, to = null) {
    this.change({ from: p, to, at: 0.5, hover: null });
    document.getElementById("map")?.scrollIntoView({ behavior: calm() ? "auto" : "smooth" });
  }

  /** Shows another set and leads to its map. */
  visitSet(index) {
    this.choose(index);
    document.getElementById("map")?.scrollIntoView({ behavior: calm() ? "auto" : "smooth" });
  }

  /** The state as the words of an address that can be kept or sent to others. */
  get address() {
    const { from, to, at, peak, colour, scale } = this.state;
    const id = (p) => this.set.patterns[p]?.id;
    const words = [
      ["set", this.index > 0 ? this.set.data.name : null],
      ["pattern", from === null ? null : id(from)],
      ["to", this.walking ? id(to) : null],
      ["at", this.walking ? String(Math.round(100 * at) / 100) : null],
      ["peak", peak === null ? null : String(peak + 1)],
      ["colour", colour],
      ["scale", scale === "linear" ? null : scale],
    ];
    return [theme.chosen, ...words.map(([name, value]) => (value ? `${name}=${encodeURIComponent(value)}` : null))]
      .filter(Boolean)
      .join("&");
  }

  remember() {
    if (!this.opened) return;
    try {
      history.replaceState(null, "", `#${this.address}`);
    } catch {
      // A browser may refuse a page from disk its address; the page works without.
    }
  }

  /** Shows what the words of an address name: `#set=NAME&pattern=ID&to=ID&at=0.4&peak=3&colour=family&scale=root`. */
  open(words) {
    const named = (name) => words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
    const wanted = this.sets.findIndex((set) => set.data.name === named("set"));
    const holder = this.sets.findIndex((set) => set.indexOf(named("pattern")) >= 0);
    const index = Math.max(0, wanted >= 0 ? wanted : holder);
    const set = this.sets[index];
    if (set) {
      const pattern = (id) => (set.indexOf(id) >= 0 ? set.indexOf(id) : null);
      const peak = Number(named("peak")) - 1;
      const at = Number(named("at") ?? 0.5);
      const from = pattern(named("pattern"));
      const state = {
        from,
        to: from === null ? null : pattern(named("to")),
        at: at >= 0 && at <= 1 ? at : 0.5,
        peak: set.peaks[peak] ? peak : null,
        colour: colourings(set).some(({ value }) => value === named("colour")) ? named("colour") : null,
        scale: named("scale") === "root" ? "root" : "linear",
      };
      this.choose(index, state);
      if (from !== null) document.getElementById("map")?.scrollIntoView();
    }
    this.opened = true;
  }
}

/** A part of a section that is built for the set that is shown; the section hides where `has(set)` fails. */
function ofEachSet(host, space, has, draw) {
  const body = host.appendChild(element("div", {}));
  const name = element("p", { class: "set-name" });
  const change = element("a", { class: "hint", href: "#map" }, "change");
  if (space.sets.length > 1 && host.id !== "map") host.prepend(name);
  const build = () => {
    retire(body);
    body.replaceChildren();
    const there = Boolean(space.set && has(space.set));
    host.hidden = !there;
    document.querySelector(`#contents a[href="#${host.id}"]`)?.toggleAttribute("hidden", !there);
    name.replaceChildren(space.set?.title ?? "", " ", change);
    if (there) draw(body, space, space.set);
  };
  space.onSet(build);
  build();
}
