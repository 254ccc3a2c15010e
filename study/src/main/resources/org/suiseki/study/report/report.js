// The page: the sections of one kind of report, one after another, with a table of contents that follows the reader.
// What kind it is says REPORT, which the kind's own script defines before this one:
//   sections  (data) => [{id, title, lead, hint, has(data), draw(host, study)}], a hint is for the screen only
//   counted   (data) => {key, one, many, title}, what the data's source counts, such as molecules
//   head      (data) => what stands first on the page
//   read      (data) => study, what all its parts look things up in
//   open      (study, words), shows what the words of the address name
//   facts     (data) => [[name, value]], further rows of what was done

/** Why a part is not on the page, at its end, so that nobody looks for it in vain. */
function missing(sections, data) {
  const absent = sections.filter((section) => !section.has(data)).map((section) => section.title);
  return absent.length
    ? element("p", { class: "notice" }, `Not part of this run: ${absent.join(", ")}.`)
    : null;
}

function masthead(data) {
  const { created, seed, quick, data: source } = data.provenance ?? {};
  const { key, one, many } = REPORT.counted(data);
  const facts = [
    created ? moment(created) : null,
    isNumber(source?.[key]) ? plural(source[key], one, many) : null,
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
  const study = REPORT.read(data);
  const main = document.getElementById("content");
  main.append(...[masthead(data), REPORT.head(data)].filter(Boolean));
  const sections = REPORT.sections(data);
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
  REPORT.open(study, addressWords());
}

/** The words of the address behind `#`, separated by `&`, so that a state of the page can be named and sent to others. */
function addressWords() {
  return window.location.hash.slice(1).split("&").map(readable);
}

function readable(word) {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
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
