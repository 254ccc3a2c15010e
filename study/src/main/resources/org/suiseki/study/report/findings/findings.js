// The page of a report that tells findings: sections of blocks, as the study composed them.

const BLOCKS = {
  paragraph: drawParagraph,
  notice: drawNotice,
  "real-data": drawRealData,
  "side-by-side": drawSideBySide,
  table: (host, block) => new TableBlock(figureHost(host, "", "table-block"), block),
  scatter: (host, block) => new ScatterBlock(host, block),
  lines: (host, block) => new LinesBlock(host, block),
  bars: (host, block) => new BarsBlock(host, block),
  matrix: drawMatrix,
  ternary: (host, block) => new TernaryBlock(host, block),
  elements: (host, block) => new ElementsBlock(host, block),
  structures: drawStructures,
};

function drawBlock(host, block) {
  const draw = Object.hasOwn(BLOCKS, block?.block) ? BLOCKS[block.block] : null;
  if (draw) draw(host, block);
  else host.append(element("p", { class: "figure-note" }, `This page cannot show "${block?.block}": it was made by another version.`));
}

function drawSideBySide(host, { blocks }) {
  const place = element("div", { class: "beside" });
  host.append(place);
  for (const block of rows(blocks)) drawBlock(place.appendChild(element("div")), block);
}

/** The sections of the data, and how the run was made. */
function sectionsOf(data) {
  return [
    ...rows(data.sections).map(({ id, title, lead, blocks }) => ({
      id,
      title,
      lead: lead || null,
      has: () => rows(blocks).length > 0,
      draw: (host) => rows(blocks).forEach((block) => drawBlock(host, block)),
    })),
    {
      id: "done",
      title: "What was done",
      has: () => data.provenance || rows(data.notes).length,
      draw: drawDone,
    },
  ];
}

const REPORT = {
  sections: sectionsOf,
  counted: ({ counted }) => ({ key: counted?.key ?? "rows", one: counted?.one ?? "row", many: counted?.key, title: counted?.title ?? "Rows" }),
  head: (data) => answerList(rows(data.answers)),
  read: (data) => ({ data }),
  open() {},
  facts: (data) => Object.entries(data.facts ?? {}),
};
