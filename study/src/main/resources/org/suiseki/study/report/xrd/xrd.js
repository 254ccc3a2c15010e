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
  {
    id: "question",
    title: "Question",
    has: () => true,
    draw: drawQuestion,
  },
  setSection(
    "map",
    "Map",
    "Every mark is one pattern; patterns that are alike lie close together.",
    "Point at a mark to see its pattern; click to pin it, and click a second one to walk there. Click a peak to see where every " +
      "point goes without it. Drag over the map or a pattern to zoom. The page's address keeps what is chosen.",
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
    "Each peak in turn was replaced by the background around it. How far does the pattern's point move on the map, and how far the answer?",
    "Click a peak or its row to choose it.",
    (set) => set.items.length > 0,
    (host, space) => new PeakRelevance(host, space),
  ),
  setSection(
    "walks",
    "Walks",
    "Between two compositions lies a third that is known: does the straight line on the map lead through its pattern?",
    null,
    (set) => rows(set.data.interpolation?.rows).length > 0 || Boolean(set.data.interpolation?.example),
    (host, space) => new Interpolation(host, space),
  ),
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
    id: "done",
    title: "What was done",
    has: (data) => data.provenance || rows(data.notes).length,
    draw: drawDone,
  },
];

/** The question, and with several sets what they are and which of them the page shows. */
function drawQuestion(host, space) {
  host.append(element("p", { class: "prose" }, space.data.question ?? QUESTION));
  if (!space.sets.length) return;
  const lead = element("p", { class: "prose set-lead" });
  const options = space.sets.map((set, i) => ({ value: String(i), text: set.title }));
  const choosers = ["Patterns", "Patterns shown on the page"].map((label, i) =>
    (i ? list : chooser)(label, options, "0", (value) => space.choose(Number(value))),
  );
  host.append(element("div", { class: "controls" }, choosers[0].node), lead);
  if (space.sets.length > 1) {
    choosers[1].node.classList.add("bar-set");
    choosers[1].node.firstChild.classList.add("offscreen");
    document.getElementById("theme").before(choosers[1].node);
  }
  const show = () => {
    choosers.forEach((control) => control.set(String(space.index)));
    lead.replaceChildren(space.set.data.lead ?? "");
  };
  space.onSet(show);
  show();
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
  const map = element("div", { class: "map-side" });
  const panel = element("div", { class: "pattern-side" });
  host.append(element("div", { class: "controls" }, colour.node, peaks), element("div", { class: "map-grid" }, map, panel));
  const figure = new FeatureMap(map, space);
  const zoom = [
    ["+", "Zoom into the map", () => figure.zoomBy(1.5)],
    ["−", "Zoom out of the map", () => figure.zoomBy(1 / 1.5)],
    ["Whole map", "Show the whole map", () => figure.show(1)],
  ].map(([text, label, act]) => furnish(button(text, act), { "aria-label": label }, []));
  map.append(element("div", { class: "map-zoom" }, zoom));
  mapKey(map.appendChild(element("div", { class: "map-key" })), space);
  const { method, note } = set.data.map ?? {};
  const words = [method ? `Map: ${method}.` : null, note].filter(Boolean).join(" ");
  if (words) map.append(element("p", { class: "figure-note" }, words));
  new WalkPanel(panel, space);
}

function drawConcentration(host, space, set) {
  const scores = rows(set.data.concentration);
  if (scores.length) host.append(concentrationTable(set, scores), element("p", { class: "figure-note" }, CONCENTRATION_NOTE));
  new ConcentrationParity(host, space, rows(set.data.parity));
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
  sections: SECTIONS,
  counted: { key: "patterns", one: "pattern", title: "Patterns" },
  read: (data) => new FeatureSpace(data),
  open(space, words) {
    space.open(words);
    window.addEventListener("hashchange", () => {
      const now = addressWords();
      if (now.some((word) => /^(set|pattern|peak|colour)=/.test(word))) space.open(now);
    });
  },
  facts: (data) => rows(data.sets).map((set) => [set.title ?? set.name ?? "Patterns", axisFact(new PatternsOfSet(set))]),
};

/** "150 patterns, 20.0° to 60.0°, 2001 points" */
function axisFact(set) {
  const { axis } = set;
  const count = plural(set.patterns.length, "pattern");
  if (axis.length < 2) return count;
  return `${count}, ${set.place(axis[0], 1)} to ${set.place(axis[axis.length - 1], 1)}, ${axis.length} points`;
}
