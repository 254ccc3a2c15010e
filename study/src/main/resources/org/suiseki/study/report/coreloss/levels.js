// How a figure falls as a disturbance grows: one line for each way of training.

/** `series` are {name, values} over `levels`; `floor` and 1 bound the y axis that neighbouring charts share. */
function levelsChart(host, { title, xName, levels, series, yName, floor }) {
  const label =
    `${title}. ` +
    series
      .map(
        ({ name, values }) =>
          `${TRAININGS[name] ?? name}: ${levels.map((level, i) => `${r2Text(values[i])} at ${significant(level, 2)}`).join(", ")}`,
      )
      .join(". ");
  const plot = element("div", {});
  host.append(element("h3", {}, title), plot);
  return new Chart(plot, {
    label,
    height: (width) => (width < 300 ? 210 : 270),
    draw: ({ svg, width, height }) => {
      const x = linear(extent(levels, 0.04), [52, width - 10]);
      const y = linear([floor, 1], [height - 50, 12]);
      axisBelow(svg, x, y.range[0], { name: xName, offset: 40 });
      axisLeft(svg, y, x.range[0], { name: yName, offset: 42, lines: width - 10, count: 5 });
      const clip = clipTo(svg, x.range[0] - 5, 6, x.range[1] - x.range[0] + 10, y.range[0] - 2);
      const group = shape("g", { "clip-path": clip });
      for (const { name, values } of series) {
        group.append(
          shape("path", { class: `curve curve-${curveName(name)}`, d: line(levels, values, x, y) }),
        );
        values.forEach((value, i) => {
          if (!isNumber(value)) return;
          group.append(
            furnish(curveDot(name, x(levels[i]), y(value)), {}, [
              shape(
                "title",
                {},
                `${TRAININGS[name] ?? name}: ${yName} ${r2Text(value)} at ${significant(levels[i], 2)}`,
              ),
            ]),
          );
        });
      }
      svg.append(group);
    },
  });
}

/** All disturbances side by side for one chosen property. */
function robustness(host, study, disturbances) {
  const all = disturbances.flatMap((entry) => rows(entry.series));
  const names = study.propertiesIn(all);
  const trainings = distinct(all, "training", TRAININGS);
  const panels = element("div", { class: "panels" });
  const show = (property) => {
    retire(panels);
    panels.replaceChildren();
    const shown = all
      .filter((series) => series.property === property)
      .flatMap((series) => rows(series.r2))
      .filter(isNumber);
    const floor = Math.max(-0.5, Math.min(0, Math.floor(Math.min(...shown, 0) * 5) / 5));
    for (const entry of disturbances) {
      const series = rows(entry.series)
        .filter((s) => s.property === property)
        .map((s) => ({ name: s.training, values: rows(s.r2) }));
      const panel = panels.appendChild(element("div", { class: "panel" }));
      const title = DISTURBANCES[entry.disturbance] ?? entry.disturbance;
      levelsChart(panel, {
        title,
        xName: axisName(
          { shift: "Shift", broadening: "Gaussian σ" }[entry.disturbance] ?? "Level",
          entry.unit,
        ),
        levels: rows(entry.levels),
        series,
        yName: "R²",
        floor,
      });
    }
  };
  host.append(
    element(
      "div",
      { class: "controls" },
      chooser(
        "Property",
        names.map((name) => ({ value: name, text: study.label(name) })),
        names[0],
        show,
      ).node,
      legend(
        trainings.map((name) => ({
          text: TRAININGS[name] ?? name,
          mark: () => shape("g", {}, lineMark(`curve curve-${curveName(name)}`)(), curveDot(name, 13, 7)),
        })),
      ),
    ),
    panels,
  );
  show(names[0]);
}
