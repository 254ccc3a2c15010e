// Colours and forms of points: a scale for quantities that stays readable for colour-blind eyes and in grey, and one form
// for each class, so that colour is never the only sign.

/** Dark to light in even steps of lightness (viridis, Smith and van der Walt 2015). */
const SCALE = ["#440154", "#472d7b", "#3b528b", "#2c728e", "#21918c", "#28ae80", "#5ec962", "#addc30", "#fde725"].map(
  (text) => [1, 3, 5].map((i) => Number.parseInt(text.slice(i, i + 2), 16)),
);

/** Eight hues that differ for all common kinds of colour vision (Okabe and Ito 2008, without black and yellow). */
const HUES = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#8d8d8d", "#7a5195"];

/** The colour of a share in 0..1. */
function scaleColour(share) {
  const place = Math.min(Math.max(share, 0), 1) * (SCALE.length - 1);
  const i = Math.min(Math.floor(place), SCALE.length - 2);
  return `rgb(${SCALE[i].map((low, c) => Math.round(low + (place - i) * (SCALE[i + 1][c] - low))).join(" ")})`;
}

const hue = (index) => HUES[((index % HUES.length) + HUES.length) % HUES.length];

const FORMS = [
  (r) => `m${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`,
  (r) => `m${-0.88 * r} ${-0.88 * r}h${1.76 * r}v${1.76 * r}h${-1.76 * r}Z`,
  (r) => `m0 ${-1.2 * r}l${1.15 * r} ${2 * r}h${-2.3 * r}Z`,
  (r) => `m0 ${-1.25 * r}l${1.25 * r} ${1.25 * r}l${-1.25 * r} ${1.25 * r}l${-1.25 * r} ${-1.25 * r}Z`,
  (r) => `m0 ${1.2 * r}l${1.15 * r} ${-2 * r}h${-2.3 * r}Z`,
  (r) => `m${-0.38 * r} ${-1.1 * r}h${0.76 * r}v${0.72 * r}h${0.72 * r}v${0.76 * r}h${-0.72 * r}v${0.72 * r}h${-0.76 * r}v${-0.72 * r}h${-0.72 * r}v${-0.76 * r}h${0.72 * r}Z`,
  (r) => `m${-1.15 * r} 0l${0.58 * r} ${-r}h${1.14 * r}l${0.58 * r} ${r}l${-0.58 * r} ${r}h${-1.14 * r}Z`,
];

/** The outline of the form of a class at a place. */
function formAt(family, x, y, r = 5) {
  return `M${x.toFixed(1)} ${y.toFixed(1)}${FORMS[(isNumber(family) ? family : 0) % FORMS.length](r)}`;
}

/** The bar of a coloured scale with its numbers, name and unit. */
function scaleBar(host, name, span, log = false) {
  const chart = new Chart(host, {
    label: `Colours from dark, ${significant(span[0])}, to light, ${significant(span[1])}: ${plainLabel(name)}`,
    height: 46,
    kind: "figure scale-bar",
    draw: ({ svg, width }) => {
      const id = `scale-${++clips}`;
      const to = Math.min(width - 14, 340);
      const x = (log ? logarithmic : linear)(span, [8, to]);
      const stops = SCALE.map((_, i) =>
        shape("stop", { offset: i / (SCALE.length - 1), "stop-color": scaleColour(i / (SCALE.length - 1)) }),
      );
      svg.append(
        shape("linearGradient", { id }, stops),
        shape("text", { class: "axis-name", x: 8, y: 11 }, richShape(name)),
        shape("rect", { class: "scale-fill", x: 8, y: 17, width: to - 8, height: 9, fill: `url(#${id})` }),
      );
      axisBelow(svg, x, 26, log ? { values: powerTicks(span, 6), text: powerText } : { values: ticks(span, 5) });
    },
  });
  return chart;
}
