// A table that can be sorted, searched and turned page by page.

const PAGE_ROWS = 25;
const NUMERIC = new Set(["number", "fixed", "count"]);

class TableBlock {
  constructor(host, { caption, columns, rows: body, file }) {
    this.columns = rows(columns);
    this.all = rows(body);
    this.file = file;
    this.state = { sort: null, descending: true, page: 0, find: "" };
    if (!this.columns.length || !this.all.length) {
      host.append(element("p", { class: "figure-note" }, `${caption ? `${caption}: no rows.` : "No rows."}`));
      return;
    }
    // Estimates that stand below each other have as many decimals, where their sizes allow it.
    this.decimals = this.columns.map(({ kind, digits }, i) => {
      if (kind === "fixed") return digits ?? 3;
      const estimates = this.all.map(({ cells }) => cells?.[i]).filter(hasInterval);
      return estimates.length > 1 ? commonDecimals(estimates) : null;
    });
    this.texts = this.all.map(({ cells }) => rows(cells).map((cell) => String(cell?.value ?? cell ?? "")).join(" ").toLowerCase());
    this.table = element("table", { class: "plain sortable" });
    const name = caption || "Table";
    append(host, [
      this.finder(),
      element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": name }, this.table),
      (this.foot = element("div", { class: "table-foot" })),
    ]);
    this.head = element("tr", {}, this.columns.map((_, i) => this.heading(i)));
    this.body = element("tbody");
    this.table.append(
      ...(caption ? [element("caption", {}, caption)] : []),
      element("thead", {}, this.head),
      this.body,
    );
    this.render();
  }

  get paged() {
    return this.all.length > PAGE_ROWS;
  }

  finder() {
    if (!this.paged) return null;
    const input = element("input", {
      type: "search",
      placeholder: "Find in the table",
      "aria-label": "Find in the table",
      on: {
        input: () => {
          Object.assign(this.state, { find: input.value.trim().toLowerCase(), page: 0 });
          this.render();
        },
      },
    });
    return element("div", { class: "controls table-find" }, input);
  }

  heading(i) {
    const { name, unit, kind } = this.columns[i];
    const on = {
      click: () => {
        const again = this.state.sort === i;
        const descending = again ? !this.state.descending : NUMERIC.has(kind);
        Object.assign(this.state, { sort: i, descending, page: 0 });
        this.render();
      },
    };
    return element(
      "th",
      { scope: "col", class: NUMERIC.has(kind) ? "number" : null },
      element("button", { type: "button", on }, rich(axisName(name, unit)), element("span", { class: "arrow", "aria-hidden": "true" })),
    );
  }

  /** The rows that are asked for, in the order that is asked for. */
  chosen() {
    const { sort, descending, find } = this.state;
    const found = this.all.filter((_, i) => !find || this.texts[i].includes(find));
    if (sort === null) return found;
    const sign = descending ? -1 : 1;
    const numeric = NUMERIC.has(this.columns[sort].kind);
    const key = ({ cells }) => {
      const cell = cells?.[sort];
      return numeric ? (cell?.value ?? cell) : String(cell ?? "");
    };
    const compare = (a, b) => {
      if (!numeric) return sign * a.localeCompare(b, "en", { numeric: true });
      // What is unknown is last, whichever way the others are.
      if (!isNumber(a) || !isNumber(b)) return Number(isNumber(b)) - Number(isNumber(a));
      return sign * (a - b);
    };
    return [...found].sort((a, b) => compare(key(a), key(b)));
  }

  render() {
    const chosen = this.chosen();
    const last = Math.max(0, Math.ceil(chosen.length / PAGE_ROWS) - 1);
    const page = Math.min(this.state.page, last);
    const from = this.paged ? page * PAGE_ROWS : 0;
    const shown = this.paged ? chosen.slice(from, from + PAGE_ROWS) : chosen;
    this.body.replaceChildren(...shown.map((row) => this.line(row)));
    const { sort, descending } = this.state;
    [...this.head.children].forEach((cell, i) => {
      cell.setAttribute("aria-sort", i !== sort ? "none" : descending ? "descending" : "ascending");
      cell.querySelector(".arrow").textContent = i !== sort ? "" : descending ? " ↓" : " ↑";
    });
    const range = chosen.length
      ? `${fixed(from + 1, 0)}–${fixed(from + shown.length, 0)} of ${fixed(chosen.length, 0)}`
      : "nothing found";
    this.foot.replaceChildren(
      ...[
        this.paged ? this.pager(page, last, range) : null,
        this.file ? fileLink(this.file) : null,
        this.all.length > 3 ? copyButton(() => this.csv(), "Copy as CSV") : null,
      ].filter(Boolean),
    );
  }

  pager(page, last, range) {
    const turn = (text, label, to) => {
      const control = furnish(button(text, () => this.turn(to)), { "aria-label": label }, []);
      control.disabled = to < 0 || to > last;
      return control;
    };
    return element(
      "span",
      { class: "pager" },
      turn("‹", "Previous rows", page - 1),
      element("span", { "aria-live": "polite" }, range),
      turn("›", "Next rows", page + 1),
    );
  }

  turn(page) {
    const forward = page > this.state.page;
    this.state.page = page;
    this.render();
    const buttons = this.foot.querySelectorAll(".pager button");
    const wanted = buttons[forward ? 1 : 0];
    (wanted.disabled ? buttons[forward ? 0 : 1] : wanted).focus();
  }

  line({ cells, highlighted }) {
    return element(
      "tr",
      { class: highlighted ? "highlighted" : null },
      this.columns.map((column, i) => {
        const first = i === 0;
        const content = cellContent(cells?.[i], column, this.decimals[i]);
        const attributes = { class: NUMERIC.has(column.kind) ? "number" : isShort(cells?.[i], column) ? "whole" : null };
        return first ? element("th", { ...attributes, scope: "row" }, content) : element("td", attributes, content);
      }),
    );
  }

  csv() {
    const quoted = (text) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const heads = this.columns.map(({ name, unit }) => quoted(plainLabel(axisName(name, unit))));
    const lines = this.chosen().map(({ cells }) => this.columns.map((_, i) => quoted(String(cells?.[i]?.value ?? (typeof cells?.[i] === "object" ? "" : cells?.[i]) ?? ""))));
    return [heads, ...lines].map((cells) => cells.join(",")).join("\n") + "\n";
  }
}

/** A formula or a name that is no sentence stays on one line. */
function isShort(cell, { kind }) {
  return kind !== "text" && String(cell ?? "").length <= 28;
}

function cellContent(cell, { kind, digits }, decimals) {
  if (cell === null || cell === undefined || cell === "") return MISSING;
  switch (kind) {
    case "formula":
      return formulaText(cell);
    case "code":
      return element("code", {}, String(cell));
    case "number":
    case "fixed":
    case "count":
      return numberText(cell, kind, digits, decimals);
    default:
      return String(cell);
  }
}

function numberText(cell, kind, digits = 3, decimals = null) {
  const estimate = typeof cell === "number" ? { value: cell } : cell;
  if (hasInterval(estimate)) return estimateText(estimate, digits, decimals);
  if (kind === "number") return significant(estimate?.value, digits);
  return fixed(estimate?.value, kind === "count" ? 0 : digits);
}

/** The file lies beside the page; anything else is no file of the run. */
function fileLink(file) {
  if (!/^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/.test(file)) return null;
  return element("a", { href: file }, `All rows: ${file}`);
}

/** The numbers of a figure as a table that is made when it is opened. */
function numbersBelow(host, columns, lines) {
  const details = element("details", { class: "all-figures" }, element("summary", {}, "The numbers"));
  details.addEventListener("toggle", () => {
    if (!details.open || details.children.length > 1) return;
    new TableBlock(details.appendChild(element("div")), { columns, rows: lines().map((cells) => ({ cells })) });
  });
  host.append(details);
}
