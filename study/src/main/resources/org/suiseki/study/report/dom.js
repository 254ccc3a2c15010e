// Building of nodes. Text always becomes a text node, so nothing that a study reads can turn into markup.

const SVG_NAMESPACE = "http://www.w3.org/2000/svg";

function furnish(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    } else {
      node.setAttribute(name, value === true ? "" : String(value));
    }
  }
  append(node, children);
  return node;
}

function append(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : String(child));
  }
}

/** An HTML element; `on` holds listeners, children are nodes, strings or (nested) lists of them. */
function element(tag, attributes = {}, ...children) {
  return furnish(document.createElement(tag), attributes, children);
}

/** An SVG element. */
function shape(tag, attributes = {}, ...children) {
  return furnish(document.createElementNS(SVG_NAMESPACE, tag), attributes, children);
}

/** A table that scrolls sideways by itself; its columns from `numbersFrom` on are numbers, `rows` are `tr` elements. */
function plainTable(headings, numbersFrom, rows, kind = "") {
  const heading = (text, i) => element("th", { scope: "col", class: i >= numbersFrom ? "number" : null }, text);
  const table = element(
    "table",
    { class: `plain ${kind}`.trim() },
    element("thead", {}, element("tr", {}, headings.map(heading))),
    element("tbody", {}, rows),
  );
  return element("div", { class: "scroll", tabindex: "0" }, table);
}

/** What sets scripts in a label; `refractive_index` is one name and sets none. */
const SCRIPTS = /([_^])(?:\{([^}]*)\}|([A-Za-z](?![A-Za-z0-9])|[0-9]))/g;

/** A label in which `x_y` and `x_{yz}` set a subscript, `^` a superscript: "C_p" shows as it is printed in a book. */
function rich(label) {
  return script(label, (level, text) => element(level < 0 ? "sub" : "sup", {}, text));
}

/** The same for text inside an SVG, where what follows a script has to be led back to the line. */
function richShape(label) {
  let height = 0;
  const set = (text, to, size) => {
    const span = shape("tspan", { dy: `${to - height}px`, "font-size": size }, text);
    height = to;
    return span;
  };
  const parts = script(label, (level, text) => ({ level, text }));
  if (parts.every((part) => typeof part === "string")) return parts;
  return parts.map((part) =>
    typeof part === "string" ? set(part, 0, "100%") : set(part.text, part.level < 0 ? 3 : -4, "78%"),
  );
}

function script(label, make) {
  const nodes = [];
  const text = String(label ?? "");
  let from = 0;
  for (const match of text.matchAll(SCRIPTS)) {
    if (match.index > from) nodes.push(text.slice(from, match.index));
    nodes.push(make(match[1] === "_" ? -1 : 1, match[2] ?? match[3]));
    from = match.index + match[0].length;
  }
  if (from < text.length) nodes.push(text.slice(from));
  return nodes;
}
