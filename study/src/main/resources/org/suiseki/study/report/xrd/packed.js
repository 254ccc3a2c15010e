// Arrays of numbers as the study packs them; each is unpacked when a figure first needs it.

/** The whole numbers behind {low, high, data | data8}, and how to read them; null where they cannot be read. */
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
  if (packed.data === undefined) return { words: bytes, low: packed.low, step: (packed.high - packed.low) / 255 };
  const words = new Uint16Array(bytes.length >> 1);
  for (let i = 0; i < words.length; i++) words[i] = bytes[2 * i] | (bytes[2 * i + 1] << 8);
  return { words, low: packed.low, step: (packed.high - packed.low) / 65535 };
}

/** The numbers of a packed or plain array; what is not a number there is NaN, an absent array is empty. */
function unpack(packed) {
  if (Array.isArray(packed)) return Float64Array.from(packed, (value) => (isNumber(value) ? value : NaN));
  const found = packedWords(packed);
  if (!found) return new Float64Array(0);
  const { words, low, step } = found;
  const values = new Float64Array(words.length);
  for (let i = 0; i < values.length; i++) values[i] = low + step * words[i];
  return values;
}

/** The decoder's patterns on a grid over the map; between its nodes they are interpolated bilinearly. */
class DecodedGrid {
  constructor(decoded, length) {
    this.columns = decoded.columns;
    this.rows = decoded.rows;
    this.x = decoded.x;
    this.y = decoded.y;
    this.length = length;
    const plain = Array.isArray(decoded.curves);
    const found = plain ? { words: decoded.curves, low: 0, step: 1 } : packedWords(decoded.curves);
    Object.assign(this, found);
    this.usable =
      length > 0 && found?.words.length === this.columns * this.rows * length && this.x?.length === 2 && this.y?.length === 2;
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
    const curve = new Float64Array(this.length).fill(this.low);
    for (const [r, c, weight] of corners) {
      if (weight === 0) continue;
      const start = (r * this.columns + c) * this.length;
      for (let i = 0; i < this.length; i++) curve[i] += weight * this.step * this.words[start + i];
    }
    return curve;
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
