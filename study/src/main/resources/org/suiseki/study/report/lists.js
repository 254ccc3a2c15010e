// Lists of the data, and the choices that are made from them.

/** The value if it is a list, else an empty one: an absent part of the data is an empty part. */
function rows(value) {
  return Array.isArray(value) ? value : [];
}

/** The different values of `key` in `entries`: those the page has a word for in its order, others behind them. */
function distinct(entries, key, order = {}) {
  const found = new Set(entries.map((entry) => entry[key]));
  const known = Object.keys(order).filter((name) => found.has(name));
  return [...known, ...[...found].filter((name) => !known.includes(name))];
}

const options = (values, words = {}) =>
  values.map((value) => ({ value, text: words[value] ?? String(value) }));

function median(values) {
  const ordered = [...values].sort((a, b) => a - b);
  const half = ordered.length >> 1;
  return ordered.length % 2 ? ordered[half] : (ordered[half - 1] + ordered[half]) / 2;
}
