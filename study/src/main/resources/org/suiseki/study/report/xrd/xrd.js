// What the report of a study of diffraction patterns shows, in which order, and what it says before its figures.

const QUESTION =
  "A diffraction pattern has thousands of values, but a series of alloys has only a few knobs. Can a pattern be pressed " +
  "into two numbers, a point on a map, so that alike compositions lie close together, the content of an unknown sample can " +
  "be read from its place, every peak says how much it matters, and a straight line on the map makes the patterns in " +
  "between? After Utimula, Yano, Kimoto, Hongo, Nakano and Maezono, Adv. Theory Simul. 2022, doi:10.1002/adts.202200613.";

/** A section that is drawn anew for each set. */
function setSection(id, title, lead, hint, has, draw) {
  return {
    id,
    title,
    lead,
    hint,
    has: (data) => rows(data.sets).some((set) => has(new PatternsOfSet(set))),
    draw: (host, space) => ofEachSet(host, space, has, draw),
  };
}

const SECTIONS = [
  setSection(
    "map",
    "Map",
    "Every mark is one pattern, alike ones close together.",
    "Point at one to see it, click two to walk between them, click a peak to see what it moves.",
    (set) => set.placed.length > 0,
    drawMap,
  ),
  setSection(
    "concentration",
    "Concentration",
    "How well is the content of a sample read from its pattern alone, if no sample of that composition was known before?",
    null,
    (set) => rows(set.data.concentration).length > 0 || rows(set.data.parity).length > 0,
    drawConcentration,
  ),
  setSection(
    "relevance",
    "Relevance",
    "Which peaks place a sample on the map, and which tell its contents? Each in turn was taken out, and made like the average one.",
    "Click a peak or its row to choose it.",
    (set) => set.items.length > 0,
    (host, space) => new PeakRelevance(host, space),
  ),
  setSection(
    "walks",
    "Walks",
    "What is between two samples? On the straight line from one to the other lies a pattern that is known but was not shown to the model.",
    null,
    (set) => rows(set.data.interpolation?.rows).length > 0 || set.examples.length > 0,
    (host, space) => new Interpolation(host, space),
  ),
  {
    id: "sets",
    title: "All sets",
    lead: "How well each set is told, one line a set; press its name to see it.",
    has: (data) => rows(data.sets).length > 1,
    draw: drawOverview,
  },
  setSection(
    "models",
    "Models",
    "Each model was judged on compositions that it had not seen.",
    null,
    (set) => rows(set.data.models).length > 0,
    (host, _, set) => modelTable(host, set.data.models),
  ),
  setSection(
    "quality",
    "Quality",
    "How far the map can be trusted, and which groups its points form by themselves.",
    null,
    (set) => rows(set.data.quality).length > 0 || rows(set.data.clusters).length > 0,
    drawQuality,
  ),
  setSection(
    "companion",
    "Companion",
    "The same patterns by a method without a model, for comparison.",
    null,
    (set) => Boolean(set.data.companion),
    (host, _, set) => drawCompanion(host, set.data.companion),
  ),
  {
    id: "question",
    title: "Question",
    has: () => true,
    draw: (host, space) => host.append(element("p", { class: "prose" }, space.data.question ?? QUESTION)),
  },
  {
    id: "done",
    title: "What was done",
    has: (data) => data.provenance || rows(data.notes).length,
    draw: drawDone,
  },
];

/** A list of the sets that follows what is shown. */
function setChooser(space, label) {
  const options = space.sets.map((set, i) => ({ value: String(i), text: set.title }));
  const control = list(label, options, String(space.index), (value) => space.choose(Number(value)));
  control.node.hidden = options.length < 2;
  return control;
}

/** The same in the bar that stays on the screen. */
function chooseInBar(space) {
  if (space.sets.length < 2) return;
  const control = setChooser(space, "Patterns shown on the page");
  control.node.classList.add("bar-set");
  control.node.firstChild.classList.add("offscreen");
  document.getElementById("theme").before(control.node);
  space.onSet(() => control.set(String(space.index)));
}

function drawMap(host, space, set) {
  const colours = colourings(set);
  const colour = chooser(
    "Colour",
    colours,
    space.state.colour ?? colours[0]?.value,
    (value) => space.change({ colour: value }),
  );
  const peaks = peakChooser(space, "Take out peak");
  const patterns = setChooser(space, "Patterns").node;
  patterns.classList.add("set-choice");
  const [example] = set.examples;
  const walk = example
    ? button("Show a walk", () => space.change({ from: example.from, to: example.to, at: 0.5, hover: null }))
    : null;
  walk?.classList.add("show-walk");
  const map = element("div", { class: "map-side" });
  const panel = element("div", { class: "pattern-side" });
  host.append(element("div", { class: "controls" }, patterns, colour.node, peaks, scaleChooser(space), walk), element("div", { class: "map-grid" }, map, panel));
  const figure = new FeatureMap(map, space);
  const zoom = [
    ["+", "Zoom into the map", () => figure.zoomBy(1.5)],
    ["−", "Zoom out of the map", () => figure.zoomBy(1 / 1.5)],
    ["Whole map", "Show the whole map", () => figure.show(1)],
  ].map(([text, label, act]) => furnish(button(text, act), { "aria-label": label }, []));
  map.append(element("div", { class: "map-zoom" }, zoom));
  mapKey(map.appendChild(element("div", { class: "map-key" })), space);
  const { method, note } = set.data.map ?? {};
  const words = [
    set.data.lead,
    method ? `Map: ${method}.` : null,
    note,
    "Drag over the map or a pattern to zoom; the page's address keeps what is chosen.",
  ];
  map.append(element("p", { class: "figure-note" }, words.filter(Boolean).join(" ")));
  new WalkPanel(panel, space);
}

function drawConcentration(host, space, set) {
  const scores = rows(set.data.concentration);
  if (scores.length) host.append(concentrationTable(set, scores), element("p", { class: "figure-note" }, CONCENTRATION_NOTE));
  new ConcentrationParity(host, space, rows(set.data.parity));
}

/** Linear or √, for the intensities of all figures. */
function scaleChooser(space) {
  const control = chooser("Intensity", SCALES, space.state.scale, (scale) => space.change({ scale }));
  space.onChange((keys) => keys.includes("scale") && control.set(space.state.scale));
  return control.node;
}

/** A list of the set's peaks that follows what is chosen anywhere on the page. */
function peakChooser(space, label) {
  if (!space.set.peaks.length) return null;
  const options = space.set.peaks.map((_, k) => ({ value: String(k), text: space.set.peakName(k) }));
  const chosen = () => (space.state.peak === null ? "" : String(space.state.peak));
  const control = list(label, [{ value: "", text: "none" }, ...options], chosen(), (value) =>
    space.change({ peak: value === "" ? null : Number(value) }),
  );
  space.onChange((keys) => keys.includes("peak") && control.set(chosen()));
  return control.node;
}

const REPORT = {
  sections: () => SECTIONS,
  counted: () => ({ key: "patterns", one: "pattern", title: "Patterns" }),
  head: headline,
  read: (data) => new FeatureSpace(data),
  open(space, words) {
    chooseInBar(space);
    space.open(words);
    window.addEventListener("hashchange", () => {
      const now = addressWords();
      if (now.some((word) => /^(set|pattern|peak|colour|scale)=/.test(word))) space.open(now);
    });
  },
  facts: (data) => rows(data.sets).map((set) => [set.title ?? set.name ?? "Patterns", axisFact(new PatternsOfSet(set))]),
};

/** "150 patterns, 20.0° to 60.0°, 2001 points" */
function axisFact(set) {
  const { axis } = set;
  const count = plural(set.patterns.length, "pattern");
  if (axis.length < 2) return count;
  const { preparation } = set.data;
  return (
    `${count}, ${set.place(axis[0], 1)} to ${set.place(axis[axis.length - 1], 1)}, ${axis.length} points` +
    (preparation ? `, prepared for the models by ${preparation}` : "")
  );
}
