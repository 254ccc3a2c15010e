// Is a stated uncertainty true? The share of values that fall inside an interval, against the share that should.

/** One curve for each stage of one split; `curves` are {stage, nominal, observed, ece}. */
function reliabilityChart(host, title, curves) {
  const label =
    `${title}: observed against nominal coverage. ` +
    curves
      .map(
        (curve) =>
          `${STAGES[curve.stage] ?? curve.stage}: expected calibration error ${significant(curve.ece, 2)}`,
      )
      .join("; ");
  const plot = element("div", {});
  host.append(
    plot,
    legend(
      curves.map((curve) => ({
        text: `${STAGES[curve.stage] ?? curve.stage}, ECE ${significant(curve.ece, 2)}`,
        mark: () =>
          shape("g", {}, lineMark(`curve curve-${curveName(curve.stage)}`)(), curveDot(curve.stage, 13, 7)),
      })),
    ),
  );
  return new Chart(plot, {
    label,
    height: (width) => Math.min(width, 380),
    draw: ({ svg, width, height }) => {
      const side = Math.min(width - 66, height - 60);
      const x = linear([0, 1], [58, 58 + side]);
      const y = linear([0, 1], [10 + side, 10]);
      const marks = [0, 0.2, 0.4, 0.6, 0.8, 1];
      axisBelow(svg, x, y.range[0], { name: "Nominal coverage", values: marks, text: percent, offset: 40 });
      axisLeft(svg, y, x.range[0], { name: "Observed coverage", values: marks, text: percent, offset: 48 });
      svg.append(
        shape("path", { class: "diagonal", d: `M${x(0)} ${y(0)}L${x(1)} ${y(1)}` }),
        shape("text", { class: "aside", x: x(0.05), y: y(0.9) }, "too cautious"),
        shape("text", { class: "aside", x: x(0.97), y: y(0.08), "text-anchor": "end" }, "too sure"),
      );
      for (const curve of curves) {
        svg.append(
          shape("path", {
            class: `curve curve-${curveName(curve.stage)}`,
            d: line(rows(curve.nominal), rows(curve.observed), x, y),
          }),
        );
        rows(curve.nominal).forEach((nominal, i) => {
          if (!isNumber(rows(curve.observed)[i])) return;
          svg.append(
            furnish(curveDot(curve.stage, x(nominal), y(curve.observed[i])), {}, [
              shape("title", {}, `${percent(nominal)} stated, ${percent(curve.observed[i])} observed`),
            ]),
          );
        });
      }
    },
  });
}

const RELIABILITY_NOTE =
  "ECE: mean distance of the recalibrated curve from the diagonal. ENCE: relative distance between stated deviation and " +
  "error; both best at 0. Rank: do larger deviations go with larger errors? 1 always, 0 not at all.";

/** How far the recalibrated deviations of each property can be relied on; `figures` are {property, ece, ence, rank}. */
function reliabilityTable(study, figures) {
  const body = study.propertiesIn(figures).map((name) => {
    const { ece, ence, rank } = figures.find((row) => row.property === name);
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, rich(study.label(name))),
      [fixed(ece, 3), fixed(ence, 2), fixed(rank, 2)].map((text) =>
        element("td", { class: "number" }, text),
      ),
    );
  });
  return plainTable(["Property", "ECE", "ENCE", "Rank"], 1, body, "reliability");
}

const curveName = (stage) => (stage === "raw" || stage === "plain" ? "plain" : "improved");

function curveDot(stage, x, y) {
  return shape("circle", {
    class: `curve-dot curve-dot-${curveName(stage)}`,
    cx: x.toFixed(1),
    cy: y.toFixed(1),
    r: 3.4,
  });
}
