// What the figures say, property by property, in words; an icon of its own shape for each outcome.

const VERDICT_ICONS = {
  yes: "M4.500 10.500L8.500 14.500L15.500 6",
  partly: "M4.500 11.500C6.500 8 8.500 8 10 10S13.500 12 15.500 8.500",
  no: "M5.500 5.500L14.500 14.500M14.500 5.500L5.500 14.500",
};

function verdictIcon(holds) {
  return shape(
    "svg",
    {
      class: `verdict-icon ${VERDICT_ICONS[holds] ? holds : ""}`,
      viewBox: "0 0 20 20",
      "aria-hidden": "true",
    },
    shape("circle", { cx: 10, cy: 10, r: 9 }),
    shape("path", { d: VERDICT_ICONS[holds] ?? "M6 10H14" }),
  );
}

/** Verdicts in two groups, intensive and extensive, with a count of each outcome above. */
function verdictList(host, study, verdicts) {
  const counts = Object.keys(VERDICTS)
    .map((holds) => [holds, verdicts.filter((v) => v.holds === holds).length])
    .filter(([, count]) => count > 0);
  host.append(
    element(
      "p",
      { class: "tally" },
      counts.map(([holds, count]) =>
        element("span", {}, verdictIcon(holds), element("strong", {}, count), ` ${VERDICT_COUNTS[holds]}`),
      ),
    ),
  );
  const groups = new Map();
  for (const verdict of verdicts) {
    const kind = study.property(verdict.property).kind || "other";
    groups.set(kind, [...(groups.get(kind) ?? []), verdict]);
  }
  host.append(
    ...[...groups].map(([kind, members]) =>
      element(
        "div",
        {},
        groups.size > 1 ? element("h3", {}, `${kind[0].toUpperCase()}${kind.slice(1)} properties`) : null,
        element(
          "ul",
          { class: "verdicts" },
          members.map((verdict) =>
            element(
              "li",
              {},
              verdictIcon(verdict.holds),
              element(
                "div",
                {},
                element("strong", {}, rich(study.label(verdict.property))),
                " ",
                element("span", { class: "faint" }, VERDICTS[verdict.holds] ?? "not judged"),
                element("p", {}, verdict.text ?? ""),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}
