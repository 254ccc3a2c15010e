// An icon of its own shape for each outcome.

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
