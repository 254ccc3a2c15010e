package org.suiseki.matter.io;

import tools.jackson.core.io.NumberInput;

/**
 * Reads decimal numbers straight from bytes, correctly rounded.
 *
 * <p>Up to 2<sup>53</sup> as an integer and powers of ten up to 22 are exact doubles, so that one
 * multiplication or division rounds once (Clinger, PLDI 1990, 10.1145/93542.93557); other numbers
 * go through Jackson's parser, which is correctly rounded too (Lemire, Softw. Pract. Exp. 51, 1700
 * (2021), 10.1002/spe.2984) and several times faster than {@link Double#parseDouble}.
 */
final class DecimalBytes {
  private static final long EXACT = 1L << 53;

  /** A mantissa up to this takes one more digit without overflow. */
  private static final long ROOM = (Long.MAX_VALUE - 9) / 10;

  private static final double[] TENS = new double[23];

  static {
    double ten = 1;
    for (int i = 0; i < TENS.length; i++, ten *= 10) {
      TENS[i] = ten;
    }
  }

  private DecimalBytes() {}

  /**
   * The number that {@code bytes[from]} to {@code bytes[to - 1]} write, with an exponent after e,
   * E, d or D as Fortran has it; NaN where it is no number, also for the words nan and inf.
   */
  static double parse(byte[] bytes, int from, int to) {
    int at = from;
    boolean negative = at < to && bytes[at] == '-';
    if (at < to && (negative || bytes[at] == '+')) {
      at++;
    }
    long mantissa = 0;
    boolean exact = true;
    int digits = 0;
    int scale = 0;
    boolean point = false;
    for (; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9) {
        exact &= mantissa <= ROOM;
        mantissa = mantissa * 10 + digit;
        digits++;
        scale -= point ? 1 : 0;
      } else if (bytes[at] == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    if (digits == 0) {
      return Double.NaN;
    }
    if (at < to) {
      if (!isExponent(bytes, at, to)) {
        return Double.NaN;
      }
      if (to - at > 6) {
        exact = false;
      } else {
        scale += exponent(bytes, at + 1, to);
      }
    }
    if (!exact || mantissa > EXACT || scale < -22 || scale > 22) {
      return fallback(bytes, from, to);
    }
    double value = scale < 0 ? mantissa / TENS[-scale] : mantissa * TENS[scale];
    return negative ? -value : value;
  }

  /** 10 to a power from 0 to 22, which a double holds exactly. */
  static double ten(int power) {
    return TENS[power];
  }

  /** The whole number from 0 that these bytes write with digits alone; -1 where it is none. */
  static long count(byte[] bytes, int from, int to) {
    if (from == to || to - from > 18) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static boolean isExponent(byte[] bytes, int at, int to) {
    int letter = bytes[at] | 0x20;
    int first = at + 1 < to && (bytes[at + 1] == '-' || bytes[at + 1] == '+') ? at + 2 : at + 1;
    if (letter != 'e' && letter != 'd' || first >= to) {
      return false;
    }
    for (int i = first; i < to; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return false;
      }
    }
    return true;
  }

  private static int exponent(byte[] bytes, int from, int to) {
    boolean negative = bytes[from] == '-';
    int value = 0;
    for (int i = negative || bytes[from] == '+' ? from + 1 : from; i < to; i++) {
      value = value * 10 + bytes[i] - '0';
    }
    return negative ? -value : value;
  }

  private static double fallback(byte[] bytes, int from, int to) {
    char[] text = new char[to - from];
    for (int i = from; i < to; i++) {
      text[i - from] = (bytes[i] | 0x20) == 'd' ? 'e' : (char) bytes[i];
    }
    return NumberInput.parseDouble(text, true);
  }
}
