// A window on an axis that several figures share, and the hands that move it: mouse, touch and keys.

/** The visible part of an axis; figures that show the same axis listen to one view and so stay aligned. */
class View {
  constructor(full) {
    this.full = full;
    this.domain = full;
    this.cursor = null;
    this.listeners = [];
  }

  onChange(listener) {
    this.listeners.push(listener);
  }

  /** Shows [a, b], kept inside the whole axis and at least a fiftieth of it wide. */
  show(a, b) {
    const [low, high] = this.full;
    const width = Math.min(high - low, Math.max(b - a, (high - low) / 50));
    const from = Math.min(Math.max((a + b - width) / 2, low), high - width);
    this.domain = [from, from + width];
    this.listeners.forEach((listener) => listener("domain"));
  }

  reset() {
    this.show(...this.full);
  }

  scale(factor, around) {
    const [a, b] = this.domain;
    this.show(around - (around - a) * factor, around + (b - around) * factor);
  }

  point(value) {
    this.cursor = value;
    this.listeners.forEach((listener) => listener("cursor"));
  }

  get zoomed() {
    return this.domain[1] - this.domain[0] < (this.full[1] - this.full[0]) * 0.999;
  }
}

/**
 * Lets a person move `view` over `svg`. `scale()` gives the current scale in the SVG's pixels. Drag selects a range,
 * two fingers pinch, a double click resets. The wheel zooms with Ctrl held, or freely once the figure has been clicked:
 * a page that is only scrolled past must not catch the wheel.
 */
function handle(svg, view, scale, step) {
  const pointers = new Map();
  let start = null;
  let pinch = null;
  const at = (event) => {
    const box = svg.getBoundingClientRect();
    return ((event.clientX - box.left) / box.width) * svg.viewBox.baseVal.width;
  };
  const value = (event) => Math.min(Math.max(scale().invert(at(event)), view.domain[0]), view.domain[1]);
  const select = (a, b) => {
    svg.querySelector(".selection")?.remove();
    if (a === null) return;
    svg.append(
      shape("rect", { class: "selection", x: Math.min(a, b), y: 0, width: Math.abs(b - a), height: "100%" }),
    );
  };

  svg.setAttribute("tabindex", "0");
  svg.style.touchAction = "pan-y";
  svg.addEventListener("pointerdown", (event) => {
    pointers.set(event.pointerId, event);
    if (event.pointerType === "mouse") {
      if (event.button !== 0) return;
      start = at(event);
      svg.setPointerCapture(event.pointerId);
    } else if (pointers.size === 2) {
      const [a, b] = [...pointers.values()].map(value);
      pinch = { a: Math.min(a, b), b: Math.max(a, b) };
    }
  });
  svg.addEventListener("pointermove", (event) => {
    if (pointers.has(event.pointerId)) pointers.set(event.pointerId, event);
    if (pinch && pointers.size === 2) {
      const [p, q] = [...pointers.values()].map(at).sort((x, y) => x - y);
      const [from, to] = scale().range;
      const perPixel = (pinch.b - pinch.a) / Math.max(20, q - p);
      view.show(pinch.a - (p - from) * perPixel, pinch.b + (to - q) * perPixel);
      return;
    }
    if (start !== null) select(start, at(event));
    view.point(value(event));
  });
  const release = (event) => {
    pointers.delete(event.pointerId);
    if (pointers.size < 2) pinch = null;
    if (start !== null) {
      const [a, b] = [start, at(event)].sort((x, y) => x - y);
      start = null;
      select(null);
      if (b - a > 6 && event.type === "pointerup") view.show(scale().invert(a), scale().invert(b));
    }
  };
  svg.addEventListener("pointerup", release);
  svg.addEventListener("pointercancel", release);
  // A finger that is lifted leaves the cursor where it was, or nobody could read the values.
  svg.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && view.point(null));
  svg.addEventListener("dblclick", () => view.reset());
  svg.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey && document.activeElement !== svg) return;
      event.preventDefault();
      view.scale(event.deltaY > 0 ? 1.2 : 1 / 1.2, value(event));
    },
    { passive: false },
  );
  svg.addEventListener("keydown", (event) => moveByKey(event, view, step));
}

function moveByKey(event, view, step) {
  const middle = (view.domain[0] + view.domain[1]) / 2;
  const cursor = view.cursor ?? middle;
  const moves = {
    ArrowLeft: () => view.point(Math.max(view.domain[0], cursor - step)),
    ArrowRight: () => view.point(Math.min(view.domain[1], cursor + step)),
    "+": () => view.scale(1 / 1.4, cursor),
    "=": () => view.scale(1 / 1.4, cursor),
    "-": () => view.scale(1.4, cursor),
    0: () => view.reset(),
    Escape: () => view.reset(),
  };
  if (!moves[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  moves[event.key]();
}
