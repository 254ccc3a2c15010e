// A molecule's drawing, reduced to plain shapes.

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
