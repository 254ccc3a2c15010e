package org.suiseki.matter.io;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads numbers as CIF writes them, {@code 1.234(5)}: the number in brackets is the standard
 * uncertainty in units of the last digit. Also fractions, {@code 1/3}. Holds what it read last.
 */
final class CifNumber {
  private static final double[] POWERS = new double[23];

  /** A mantissa below this and a power of ten up to 22 are exact doubles, and so one division. */
  private static final long EXACT = 1L << 53;

  private static final Pattern AMENDABLE =
      Pattern.compile(
          "([-+]?\\d*[.]?\\d+|[-+]?\\d+[.])([eE][-+]?\\d+)?(?:[(?*\\s].*)?", Pattern.DOTALL);

  static {
    double power = 1;
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = power;
      power *= 10;
    }
  }

  private double value;
  private int decimals;
  private boolean uncertain;

  private CharSequence text = "";
  private int at;
  private int to;

  double value() {
    return value;
  }

  /** Digits after the point. */
  int decimals() {
    return decimals;
  }

  /** Whether an uncertainty was given. */
  boolean uncertain() {
    return uncertain;
  }

  /** Whether the characters are one finite number. */
  boolean read(CharSequence characters, int from, int end) {
    text = characters;
    at = from;
    to = end;
    uncertain = false;
    decimals = 0;
    boolean negative = current() == '-';
    if (negative || current() == '+') {
      at++;
    }
    return decimal(negative) && bracket() && finished();
  }

  /** Reads what people write besides: a comma for the point, a unit after a blank. */
  boolean readAmended(String written) {
    String plain = written.replace('\u2212', '-').replace('\u2013', '-');
    if (plain.indexOf(',') == plain.lastIndexOf(',')) {
      plain = plain.replace(',', '.');
    }
    Matcher match = AMENDABLE.matcher(plain);
    if (written.length() > 100 || !match.matches()) {
      return false;
    }
    String exponent = match.group(2);
    String number = match.group(1) + (exponent == null ? "" : exponent);
    return read(number, 0, number.length());
  }

  private char current() {
    return at < to ? text.charAt(at) : 0;
  }

  private boolean decimal(boolean negative) {
    int begin = at;
    long mantissa = 0;
    int digits = 0;
    int point = -1;
    for (; at < to; at++) {
      char c = text.charAt(at);
      if (c == '.' && point < 0) {
        point = at;
      } else if (c >= '0' && c <= '9') {
        digits++;
        mantissa = digits < 18 ? 10 * mantissa + (c - '0') : EXACT;
      } else {
        break;
      }
    }
    if (digits == 0) {
      return false;
    }
    decimals = point < 0 ? 0 : at - point - 1;
    int exponent = exponent();
    int scale = exponent - decimals;
    if (mantissa >= EXACT || Math.abs(scale) > 22) {
      value = Double.parseDouble(text.subSequence(begin, at).toString());
    } else {
      value = scale < 0 ? mantissa / POWERS[-scale] : mantissa * POWERS[scale];
    }
    value = negative ? 0 - value : value;
    return current() != '/' || fraction();
  }

  /** The power of ten, where one is written; 0 otherwise. */
  private int exponent() {
    if ((current() | 0x20) != 'e') {
      return 0;
    }
    int before = at++;
    boolean negative = current() == '-';
    if (negative || current() == '+') {
      at++;
    }
    int begin = at;
    int exponent = 0;
    for (; current() >= '0' && current() <= '9' && at - begin < 8; at++) {
      exponent = 10 * exponent + current() - '0';
    }
    if (at == begin) {
      at = before;
      return 0;
    }
    return negative ? -exponent : exponent;
  }

  private boolean fraction() {
    at++;
    int begin = at;
    int divisor = 0;
    for (; current() >= '0' && current() <= '9' && at - begin < 6; at++) {
      divisor = 10 * divisor + current() - '0';
    }
    value /= divisor;
    decimals = 17;
    return divisor > 0;
  }

  private boolean bracket() {
    if (current() != '(') {
      return true;
    }
    uncertain = true;
    int close = ++at;
    while (close < to && "0123456789.?-".indexOf(text.charAt(close)) >= 0) {
      close++;
    }
    at = close + 1;
    return close < to && text.charAt(close) == ')';
  }

  private boolean finished() {
    while (at < to && CifTokens.blank(text.charAt(at))) {
      at++;
    }
    return at == to && Double.isFinite(value);
  }
}
