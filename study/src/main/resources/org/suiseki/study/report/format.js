// Numbers and units as a journal sets them: a true minus, as many digits as are meaningful, one space before the unit.

const MISSING = "–";
const SUPERSCRIPT = {
  "-": "⁻",
  0: "⁰",
  1: "¹",
  2: "²",
  3: "³",
  4: "⁴",
  5: "⁵",
  6: "⁶",
  7: "⁷",
  8: "⁸",
  9: "⁹",
};

function isNumber(value) {
  return typeof value === "number" && Number.isFinite(value);
}

function superscript(text) {
  return [...String(text)].map((c) => SUPERSCRIPT[c] ?? c).join("");
}

/** The number with `decimals` digits after the point. */
function fixed(value, decimals) {
  if (!isNumber(value)) return MISSING;
  const text = value.toFixed(Math.max(0, Math.min(12, decimals)));
  const plain = /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
  const [whole, rest] = plain.replace("-", "−").split(".");
  const grouped = whole.length > 5 ? whole.replace(/\B(?=(\d{3})+$)/g, "\u202f") : whole;
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

/** The number with `digits` significant digits; very large and very small ones with a power of ten. */
function significant(value, digits = 3) {
  if (!isNumber(value)) return MISSING;
  if (value === 0) return "0";
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  if (exponent > 5 || exponent < -3) {
    return `${fixed(value / 10 ** exponent, digits - 1)} × 10${superscript(exponent)}`;
  }
  return fixed(value, digits - 1 - exponent);
}

/** The number to the second digit of its uncertainty: 3.5214 ± 0.031 is shown as 3.521. */
function toPrecisionOf(value, uncertainty) {
  if (!isNumber(uncertainty) || uncertainty <= 0 || !isNumber(value)) return significant(value, 4);
  return fixed(value, 1 - Math.floor(Math.log10(uncertainty)));
}

/** A known value beside an uncertain one: as many decimals as that, but no fewer than three digits. */
function known(value, uncertainty) {
  const atLeast = significant(value, 3);
  const fine = toPrecisionOf(value, uncertainty);
  return fine.length > atLeast.length || !isNumber(uncertainty) ? fine : atLeast;
}

/** "cal/mol/K" becomes "cal mol⁻¹ K⁻¹", "bohr^3" becomes "bohr³"; what has no slash or power stays as it is. */
function unitText(unit) {
  if (!unit) return "";
  const [first, ...below] = String(unit).split("/");
  const powers = (part) => part.replace(/\^(-?\d+)/g, (_, n) => superscript(n));
  const inverse = below.map((part) => `${powers(part)}⁻¹`);
  return [powers(first) === "1" ? "" : powers(first), ...inverse].filter(Boolean).join("\u00a0");
}

function withUnit(text, unit) {
  const set = unitText(unit);
  if (!set || text === MISSING) return text;
  return set.startsWith("%") ? `${text}\u202f${set}` : `${text}\u00a0${set}`;
}

function axisName(name, unit) {
  const set = unitText(unit);
  return set ? `${name} (${set})` : name;
}

function r2Text(value) {
  return fixed(value, 2);
}

function intervalText(interval) {
  return Array.isArray(interval) && interval.every(isNumber)
    ? `[${r2Text(interval[0])}, ${r2Text(interval[1])}]`
    : "";
}

/** "8 min 32 s", "4.2 s". */
function duration(seconds) {
  if (!isNumber(seconds)) return MISSING;
  if (seconds < 60) return `${significant(seconds, seconds < 10 ? 2 : 3)} s`;
  const minutes = Math.floor(seconds / 60);
  const rest = `${Math.round(seconds - 60 * minutes)} s`;
  return minutes < 60 ? `${minutes} min ${rest}` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function moment(iso) {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return String(iso ?? "");
  return date.toISOString().replace("T", " ").slice(0, 16) + " UTC";
}

function plural(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}

const percent = (share) => `${fixed(100 * share, 0)}\u202f%`;

/** "HOMO energy" keeps its first letters, "Dipole moment" becomes "dipole moment". */
function lower(name) {
  return /^[A-Z][a-z]/.test(name) ? name[0].toLowerCase() + name.slice(1) : name;
}
