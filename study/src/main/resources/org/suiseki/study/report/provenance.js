// What was done, so that it can be done again.

/** The limits, and how the run was made. */
function drawDone(host, study) {
  const notes = rows(study.data.notes);
  if (notes.length)
    host.append(
      element("h3", {}, "Limits"),
      element(
        "ul",
        { class: "prose" },
        notes.map((note) => element("li", {}, note)),
      ),
    );
  if (study.data.provenance) provenance(host, study.data);
}

function provenance(host, data) {
  const done = data.provenance ?? {};
  const source = done.data ?? {};
  const counted = REPORT.counted(data);
  const facts = [
    ["Seed", isNumber(done.seed) ? String(done.seed) : done.seed],
    [
      "Run",
      done.quick === true
        ? "quick: fewer folds and networks, figures are rougher"
        : done.quick === false
          ? "full"
          : null,
    ],
    ["Created", done.created ? moment(done.created) : null],
    ["Took", isNumber(done.seconds) ? duration(done.seconds) : null],
    ["Data", source.source],
    ["Licence", source.licence],
    [
      counted.title,
      isNumber(source[counted.key])
        ? `${source[counted.key]} used, ${rows(source.rejected).length} rejected`
        : null,
    ],
    ["SHA-256", source.sha256 ? element("code", { class: "long" }, source.sha256) : null],
    ...REPORT.facts(data),
    ...Object.entries(done.software ?? {}).map(([name, version]) => [name, version]),
  ];
  const shown = facts.filter(([, value]) => value !== null && value !== undefined && value !== "");
  const stages = rows(done.stages);
  if (done.command) {
    host.append(
      element(
        "div",
        { class: "command" },
        element("code", {}, done.command),
        copyButton(() => done.command),
      ),
    );
  }
  host.append(
    element(
      "div",
      { class: "columns provenance" },
      element(
        "dl",
        { class: "facts" },
        shown.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]),
      ),
      element("div", { class: "stage-list" }, stages.length ? [element("h3", {}, "Stages"), stageTable(stages)] : null),
    ),
  );
  const rejected = rows(source.rejected);
  if (rejected.length) host.append(element("h3", {}, "Rejected rows"), rejectedTable(rejected));
}

/** Stages with a bar for their share of the time. */
function stageTable(stages) {
  const most = Math.max(...stages.map((stage) => (isNumber(stage.seconds) ? stage.seconds : 0)), 1e-9);
  return element(
    "table",
    { class: "plain stages" },
    element(
      "tbody",
      {},
      stages.map((stage) => {
        const bar = element("span", { class: "stage-bar" });
        bar.style.width = `${(100 * (stage.seconds || 0)) / most}%`;
        return element(
          "tr",
          {},
          element("th", { scope: "row" }, stage.name),
          element("td", { class: "number" }, duration(stage.seconds)),
          element("td", { class: "stage-track", "aria-hidden": "true" }, bar),
        );
      }),
    ),
  );
}

function rejectedTable(rejected) {
  const shown = rejected.slice(0, 200);
  const body = shown.map((row) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, element("code", {}, row.id)),
      element("td", {}, row.reason),
    ),
  );
  const table = plainTable(["Row", "Reason"], 2, body);
  append(table, [
    rejected.length > shown.length
      ? element(
          "p",
          { class: "faint" },
          `and ${rejected.length - shown.length} more, listed in the run folder`,
        )
      : null,
  ]);
  return table;
}
