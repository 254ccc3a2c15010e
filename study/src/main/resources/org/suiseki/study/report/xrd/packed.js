// Arrays of numbers as the study packs them; each is unpacked when a figure first needs it.

/**
 * The whole numbers behind {low, high, data | data8, power}, and value(word) to read one; null where they cannot be
 * read. With a power of 2 what is packed are roots.
 */
function packedWords(packed) {
  const text = packed?.data ?? packed?.data8;
  if (typeof text !== "string" || !isNumber(packed.low) || !isNumber(packed.high)) return null;
  let binary;
  try {
    binary = atob(text);
  } catch {
    return null;
  }
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  const { low, high, power } = packed;
  const reader = (most) => {
    const plain = (word) => low + ((high - low) * word) / most;
    return power === 2 ? (word) => plain(word) * Math.abs(plain(word)) : plain;
  };
  if (packed.data === undefined) {
    const table = Float64Array.from({ length: 256 }, (_, word) => reader(255)(word));
    return { words: bytes, value: (word) => table[word] };
  }
  const words = new Uint16Array(bytes.length >> 1);
  for (let i = 0; i < words.length; i++) words[i] = bytes[2 * i] | (bytes[2 * i + 1] << 8);
  return { words, value: reader(65535) };
}

/** The numbers of a packed or plain array; what is not a number there is NaN, an absent array is empty. */
function unpack(packed) {
  if (Array.isArray(packed)) return Float64Array.from(packed, (value) => (isNumber(value) ? value : NaN));
  const found = packedWords(packed);
  if (!found) return new Float64Array(0);
  return Float64Array.from(found.words, found.value);
}

/**
 * The decoder's patterns on a grid over the map; between its nodes they are interpolated bilinearly, and along the axis,
 * of which it may hold only every second, third, … point, linearly.
 */
class DecodedGrid {
  constructor(decoded, length) {
    this.columns = decoded.columns;
    this.rows = decoded.rows;
    this.x = decoded.x;
    this.y = decoded.y;
    this.length = length;
    this.every = decoded.every > 1 ? decoded.every : 1;
    this.kept = Math.floor((length - 1) / this.every) + 1;
    const plain = Array.isArray(decoded.curves);
    const found = plain ? { words: decoded.curves, value: (number) => number } : packedWords(decoded.curves);
    Object.assign(this, found);
    this.usable =
      length > 0 && found?.words.length === this.columns * this.rows * this.kept && this.x?.length === 2 && this.y?.length === 2;
  }

  /** The pattern at a place of the map; a place beyond the grid counts as its edge. */
  at([x, y]) {
    const [column, right] = part(x, this.x, this.columns);
    const [row, up] = part(y, this.y, this.rows);
    const nextColumn = Math.min(column + 1, this.columns - 1);
    const nextRow = Math.min(row + 1, this.rows - 1);
    const corners = [
      [row, column, (1 - up) * (1 - right)],
      [row, nextColumn, (1 - up) * right],
      [nextRow, column, up * (1 - right)],
      [nextRow, nextColumn, up * right],
    ];
    const curve = new Float64Array(this.kept);
    for (const [r, c, weight] of corners) {
      if (weight === 0) continue;
      const start = (r * this.columns + c) * this.kept;
      for (let i = 0; i < this.kept; i++) curve[i] += weight * this.value(this.words[start + i]);
    }
    return this.every === 1 ? curve : this.whole(curve);
  }

  /** All points of the axis from those that are kept; beyond the last of these its value holds. */
  whole(curve) {
    const { every, kept } = this;
    const last = kept - 1;
    return Float64Array.from({ length: this.length }, (_, i) => {
      const k = Math.floor(i / every);
      return k >= last ? curve[last] : curve[k] + ((curve[k + 1] - curve[k]) * (i - k * every)) / every;
    });
  }

  holds([x, y]) {
    return inside(x, this.x) && inside(y, this.y);
  }
}

const inside = (value, [from, to]) => value >= from - 1e-9 && value <= to + 1e-9;

/** Which cell of `count` nodes over [from, to] a value lies in, and how far into it. */
function part(value, [from, to], count) {
  const place = Math.min(Math.max((value - from) / (to - from || 1), 0), 1) * (count - 1);
  const cell = Math.min(Math.floor(place), Math.max(0, count - 2));
  return [cell, place - cell];
}
