// Words: answers at the head, paragraphs, notices, and how to get the real data.

const VERDICT_ICON = { good: "yes", neutral: "partly", bad: "no" };
const VERDICT_WORD = { good: "yes", neutral: "open", bad: "no" };

/** The answers, first on the page. */
function answerList(answers) {
  if (!answers.length) return null;
  return element(
    "section",
    { id: "findings", "aria-label": "Findings" },
    element("ul", { class: answers.length % 2 === 0 ? "answers answers-even" : "answers" }, answers.map(answerCard)),
  );
}

function answerCard({ statement, verdict, quantity, number, unit, detail }) {
  const value = isNumber(number?.value) ? answerNumber(number, unit, quantity) : null;
  return element(
    "li",
    { class: `answer answer-${VERDICT_ICON[verdict] ? verdict : "neutral"}` },
    verdictIcon(VERDICT_ICON[verdict] ?? "partly"),
    element(
      "div",
      {},
      element("span", { class: "offscreen" }, `${VERDICT_WORD[verdict] ?? "open"}: `),
      element("p", { class: "answer-statement" }, statement),
      value,
      detail ? element("p", { class: "answer-detail" }, detail) : null,
    ),
  );
}

function answerNumber(number, unit, quantity) {
  const words = [quantity ? rich(quantity) : null];
  if (hasInterval(number) && isNumber(number.level)) words.push(`, ${intervalWords(number.level)}`);
  return element(
    "p",
    { class: "answer-number" },
    element("span", { class: "answer-value" }, withUnit(estimateText(number), unit)),
    " ",
    element("span", { class: "faint" }, words),
  );
}

function drawParagraph(host, { text }) {
  for (const part of String(text ?? "").split(/\n\s*\n/)) {
    const lines = part.split("\n").filter((line) => line.trim());
    const words = lines.filter((line) => !line.startsWith("- "));
    const items = lines.filter((line) => line.startsWith("- "));
    if (words.length) host.append(element("p", { class: "prose" }, words.join(" ")));
    if (items.length)
      host.append(
        element(
          "ul",
          { class: "prose" },
          items.map((line) => element("li", {}, line.slice(2))),
        ),
      );
  }
}

function drawNotice(host, { warning, text }) {
  host.append(
    element(
      "p",
      { class: warning ? "notice notice-warning" : "notice", role: "note" },
      element("strong", {}, warning ? "Caution. " : "Note. "),
      text,
    ),
  );
}

/** What was used instead of the real data, where they are and what to type. */
function drawRealData(host, { text, command, sources }) {
  host.append(
    element(
      "div",
      { class: "real-data" },
      element("h3", {}, "With the real data"),
      element("p", { class: "prose" }, text),
      rows(sources).length ? element("ol", {}, rows(sources).map(dataSource)) : null,
      command
        ? element("div", { class: "command" }, element("code", {}, command), copyButton(() => command))
        : null,
    ),
  );
}

function dataSource({ name, file, address, licence, sha256 }) {
  // Only an address that a browser opens as a page is made a link.
  const place = /^https:\/\/[^\s"'<>]+$/.test(address ?? "")
    ? element("a", { href: address, rel: "noreferrer" }, address)
    : element("span", {}, address ?? "");
  return element(
    "li",
    {},
    element("strong", {}, name),
    file ? [" as ", element("code", {}, file)] : null,
    ": ",
    place,
    licence ? element("span", { class: "faint" }, ` (${licence})`) : null,
    sha256 ? element("div", { class: "faint" }, "SHA-256 ", element("code", { class: "long" }, sha256)) : null,
  );
}
