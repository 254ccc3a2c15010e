// Molecules and repeat units with their drawings and a few numbers each.

const FIRST_STRUCTURES = 24;

function drawStructures(host, { title, structures }) {
  const all = rows(structures);
  if (!all.length) {
    nothing(host, title);
    return;
  }
  const place = figureHost(host, title, "structures-block");
  const list = place.appendChild(element("ul", { class: "structures" }));
  const decimals = factDecimals(all);
  const show = (from, to) => list.append(...all.slice(from, to).map((one) => structureCard(one, decimals)));
  show(0, FIRST_STRUCTURES);
  if (all.length <= FIRST_STRUCTURES) return;
  const text = () => `Show more (${all.length - list.children.length})`;
  const more = button(text(), () => {
    show(list.children.length, list.children.length + FIRST_STRUCTURES);
    more.textContent = text();
    if (list.children.length === all.length) more.remove();
  });
  place.append(element("p", {}, more));
}

/** How many decimals the numbers of each name have on all cards. */
function factDecimals(all) {
  const byName = new Map();
  for (const fact of all.flatMap(({ facts }) => rows(facts))) byName.set(fact.name, [...(byName.get(fact.name) ?? []), fact]);
  return new Map([...byName].map(([name, facts]) => [name, commonDecimals(facts)]));
}

function structureCard({ name, smiles, svg, facts, detail }, decimals) {
  return element(
    "li",
    { class: "structure" },
    element("div", { class: "sheet" }, drawing(svg, name, 3)),
    element("strong", {}, name),
    smiles && smiles !== name ? element("code", { class: "long" }, smiles) : null,
    pairs(rows(facts).map((fact) => [rich(fact.name), withUnit(estimateText(fact, 3, decimals.get(fact.name)), fact.unit)])),
    detail ? element("span", { class: "faint" }, detail) : null,
  );
}
