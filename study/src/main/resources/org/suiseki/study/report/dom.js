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
  const pattern = /([_^])(?:\{([^}]*)\}|([A-Za-z0-9]))/g;
  const text = String(label ?? "");
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) nodes.push(text.slice(from, match.index));
    nodes.push(make(match[1] === "_" ? -1 : 1, match[2] ?? match[3]));
    from = match.index + match[0].length;
  }
  if (from < text.length) nodes.push(text.slice(from));
  return nodes;
}

const DRAWING_TAGS = new Set([
  "svg",
  "g",
  "path",
  "rect",
  "circle",
  "ellipse",
  "line",
  "polyline",
  "polygon",
  "text",
  "tspan",
  "title",
  "desc",
]);
const DRAWING_ATTRIBUTE =
  /^(id|class|d|x|y|x1|y1|x2|y2|cx|cy|r|rx|ry|dx|dy|points|transform|viewBox|width|height|version|fill|stroke|opacity|font-[a-z]+|text-anchor|(fill|stroke)-[a-z]+)$/;
const drawings = new Map();

/**
 * A molecule's drawing as an image. The SVG text is reduced to plain shapes and shown as a data address: a document in
 * an image runs no script and loads nothing, and the ids of two drawings cannot collide. All drawings share one scale:
 * where boxes are alike bonds have one length, unless a large molecule was drawn smaller to fit.
 */
function drawing(text, name, scale = 3.4) {
  const picture = drawings.get(text) ?? readDrawing(text);
  drawings.set(text, picture);
  if (!picture) return element("span", { class: "drawing drawing-missing" }, "no drawing");
  const image = element("img", {
    class: "drawing",
    src: picture.address,
    alt: `Structure of ${name}`,
    draggable: "false",
  });
  image.style.width = `${Math.round(picture.width * scale)}px`;
  return image;
}

function readDrawing(text) {
  if (typeof text !== "string" || text === "") return null;
  const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  if (root.localName !== "svg" || root.querySelector("parsererror")) return null;
  purge(root);
  const box = (root.getAttribute("viewBox") ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const width = box.length === 4 && box[2] > 0 ? box[2] : Number.parseFloat(root.getAttribute("width")) || 30;
  for (const rect of root.querySelectorAll("rect")) {
    if (isPaper(rect, width)) rect.remove();
  }
  const plain = new XMLSerializer().serializeToString(root);
  return {
    address: "data:image/svg+xml;charset=utf-8," + encodeURIComponent(plain),
    width: Math.min(width, 80),
  };
}

function purge(node) {
  for (const attribute of [...node.attributes]) {
    const name = attribute.name;
    if (name === "xmlns" && attribute.value === SVG_NAMESPACE) continue;
    if (!DRAWING_ATTRIBUTE.test(name) || /url\s*\(/i.test(attribute.value)) node.removeAttribute(name);
  }
  for (const child of [...node.children]) {
    if (child.namespaceURI === SVG_NAMESPACE && DRAWING_TAGS.has(child.localName)) purge(child);
    else child.remove();
  }
}

/** The white sheet that a depiction lays below its molecule; the page brings its own paper, light or dark. */
function isPaper(rect, width) {
  return (
    /^(#fff|#ffffff|white)$/i.test(rect.getAttribute("fill") ?? "") &&
    Number(rect.getAttribute("width")) >= width
  );
}
