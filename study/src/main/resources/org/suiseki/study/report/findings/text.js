// Quantities, estimates and formulas as text.

const axisTitle = (quantity) => axisName(quantity?.name ?? "", quantity?.unit);

/** Plain text of a name that may hold subscripts, with its unit. */
const spokenTitle = (quantity) => plainLabel(axisTitle(quantity));

const hasInterval = (estimate) => isNumber(estimate?.low) && isNumber(estimate?.high) && estimate.high > estimate.low;

/**
 * A number with its interval, to the second digit of what is uncertain: "1300 ± 52" where the ends are equally far away
 * and one standard deviation, else "0.21 [0.11, 0.33]". Numbers too long to read have a power of ten taken out. Numbers
 * that stand below each other have `common` decimals.
 */
function estimateText(estimate, digits = 3, common = null) {
  const { value, low, high, level } = estimate ?? {};
  if (!isNumber(value)) return MISSING;
  if (!hasInterval(estimate)) return common === null ? significant(value, digits) : fixed(value, common);
  const half = (high - low) / 2;
  const exponent = Math.floor(Math.log10(Math.max(Math.abs(value), half)));
  const power = common === null && (exponent > 5 || exponent < -3) ? exponent : 0;
  const by = 10 ** power;
  const decimals = common ?? Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(half / by))));
  const text = (number) => fixed(number / by, decimals);
  const even = Math.abs(high + low - 2 * value) < 0.02 * half;
  const whole =
    even && !isNumber(level) ? `${text(value)} ± ${text(half)}` : `${text(value)} [${text(low)}, ${text(high)}]`;
  if (power === 0) return whole;
  return even && !isNumber(level) ? `(${whole}) × 10${superscript(power)}` : `${whole} × 10${superscript(power)}`;
}

/** How many decimals suit all of some estimates; null where their sizes are too far apart for one answer. */
function commonDecimals(estimates) {
  const sizes = estimates.map(({ value }) => Math.abs(value)).filter((size) => size > 0);
  if (!sizes.length) return null;
  const top = Math.max(...sizes);
  if (top >= 1e5 || top < 1e-3 || top / median(sizes) > 300) return null;
  const halves = estimates.filter(hasInterval).map(({ low, high }) => (high - low) / 2);
  const fine = halves.length ? 1 - Math.floor(Math.log10(median(halves))) : 2 - Math.floor(Math.log10(top));
  return Math.min(6, Math.max(0, fine));
}

function intervalWords(level) {
  return isNumber(level) ? `${significant(100 * level, 2)}\u202f% interval` : "± 1 standard deviation";
}

/** "Al2O3" with its numbers below the line, in the notation of `rich`. */
const formulaLabel = (text) => String(text ?? "").replace(/(?<=[A-Za-z)\]])(\d+(?:\.\d+)?)/g, "_{$1}");

const formulaText = (text) => rich(formulaLabel(text));
