// What colours the points of a set.

/** What the points of a set can be coloured by. */
function colourings(set) {
  const properties = set.properties
    .map((_, j) => ({ value: `property:${j}`, text: set.propertyLabel(j) }))
    .filter((_, j) => set.patterns.some((_, p) => isNumber(set.value(p, j))));
  return [
    ...properties,
    set.families.length > 1 ? { value: "family", text: "family" } : null,
    set.patterns.some(({ cluster }) => isNumber(cluster)) ? { value: "cluster", text: "cluster" } : null,
  ].filter(Boolean);
}

/** How a set is coloured: {of(p): colour or null, property, span} for a chosen value of `colourings`. */
function colouring(set, chosen) {
  const value = chosen ?? colourings(set)[0]?.value ?? "none";
  if (value === "family") return { value, of: (p) => hue(set.patterns[p].family ?? 0) };
  if (value === "cluster") {
    return { value, of: (p) => (set.patterns[p].cluster >= 0 ? hue(set.patterns[p].cluster) : null) };
  }
  if (value === "none") return { value, of: () => hue(0) };
  const property = Number(value.slice("property:".length));
  // A newcomer's value is not known to the study, so it does not stretch the scale.
  const span = extent(set.patterns.map((pattern, p) => (pattern.held ? NaN : set.value(p, property))));
  const of = (p) => {
    const known = set.value(p, property);
    return isNumber(known) ? scaleColour((known - span[0]) / (span[1] - span[0])) : null;
  };
  return { value, property, span, of };
}
