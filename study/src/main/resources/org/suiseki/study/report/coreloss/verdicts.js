// What the figures say, property by property, in words.

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
