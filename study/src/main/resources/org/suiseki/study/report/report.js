// The page: the sections of the data's schema, one after another, with a table of contents that follows the reader.

/** The sections of each schema. A further study adds its own list here and takes its figures from the parts above. */
const SCHEMAS = { "core-loss-report": CORE_LOSS };

/** Why a part is not on the page, at its end, so that nobody looks for it in vain. */
function missing(sections, data) {
  const absent = sections.filter((section) => !section.has(data)).map((section) => section.title);
  return absent.length
    ? element("p", { class: "notice" }, `Not part of this run: ${absent.join(", ")}.`)
    : null;
}

function masthead(data) {
  const { created, seed, quick, data: source } = data.provenance ?? {};
  const facts = [
    created ? moment(created) : null,
    isNumber(source?.molecules) ? plural(source.molecules, "molecule") : null,
    isNumber(seed) ? `seed ${seed}` : null,
    quick === true ? "quick run" : null,
  ].filter(Boolean);
  return element(
    "header",
    { class: "masthead" },
    element("h1", {}, data.title ?? "Report"),
    data.subtitle ? element("p", { class: "subtitle" }, data.subtitle) : null,
    facts.length ? element("p", { class: "faint" }, facts.join(" · ")) : null,
  );
}

function headline(data) {
  const sentences = rows(data.headline);
  if (!sentences.length) return null;
  return element(
    "section",
    { id: "findings", "aria-label": "Findings" },
    element(
      "ol",
      { class: "headline" },
      sentences.map((text) => element("li", {}, text)),
    ),
  );
}

function build(data) {
  const study = new Study(data);
  const main = document.getElementById("content");
  main.append(...[masthead(data), headline(data)].filter(Boolean));
  const sections = SCHEMAS[data.schema];
  const shown = sections.filter((section) => section.has(data));
  for (const { id, title, lead, hint, draw } of shown) {
    const host = element(
      "section",
      { id, "aria-labelledby": `${id}-title` },
      element("h2", { id: `${id}-title` }, title),
      lead || hint
        ? element("p", { class: "lead" }, lead, hint ? element("span", { class: "hint" }, " ", hint) : null)
        : null,
    );
    main.append(host);
    draw(host, study);
  }
  const absent = missing(sections, data);
  if (absent) main.append(absent);
  document
    .getElementById("contents")
    .append(...shown.map(({ id, title }) => element("a", { href: `#${id}` }, title)));
  openNamed(study);
}

/** `#molecule=qm9_6` in the address opens that molecule. */
function openNamed(study) {
  const id = addressWords()
    .find((word) => word.startsWith("molecule="))
    ?.slice(9);
  const index = study.molecules.findIndex((molecule) => molecule.id === id);
  if (index >= 0) study.open(index);
}

function addressWords() {
  return decodeURIComponent(window.location.hash.slice(1)).split("&");
}

function follow() {
  const links = new Map(
    [...document.querySelectorAll("#contents a")].map((link) => [link.hash.slice(1), link]),
  );
  const watcher = new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) {
        if (!isIntersecting) continue;
        links.forEach((link, id) =>
          id === target.id ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current"),
        );
      }
    },
    { rootMargin: "-20% 0px -70% 0px" },
  );
  document
    .querySelectorAll("main section")
    .forEach((section) => links.has(section.id) && watcher.observe(section));
}

build(JSON.parse(document.getElementById("report-data").textContent));
follow();
