package org.suiseki.matter.io;

import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * One line of ASDF, the ASCII squeezed difference form of JCAMP-DX (10.1366/0003702884428734, table
 * of pseudo-digits): plain numbers, set apart by blanks or their signs, and numbers whose first
 * digit is a letter that says their sign and form.
 */
final class AsdfLine {
  /** How a number is meant. */
  enum Kind {
    NUMBER,
    SQUEEZED,
    /** To be added to the ordinate before it. */
    DIFFERENCE,
    /** How often the ordinate before it stands in all. */
    DUPLICATE,
    MISSING
  }

  /** Above it whole numbers are not exact. */
  private static final int MOST_DIGITS = 15;

  private String line = "";
  private Place place = Place.of("");
  private int begin;
  private int at;
  private Kind kind = Kind.NUMBER;
  private double value;

  void start(String text, Place where) {
    line = text;
    place = where;
    begin = 0;
    at = 0;
  }

  Kind kind() {
    return kind;
  }

  double value() {
    return value;
  }

  /** Where the number begins. */
  Place place() {
    return new Place(place.source(), place.line(), begin + 1);
  }

  /** Moves to the next number; false after the last. */
  boolean next() {
    while (at < line.length() && (line.charAt(at) <= ' ' || ",;".indexOf(line.charAt(at)) >= 0)) {
      at++;
    }
    begin = at;
    if (at == line.length()) {
      return false;
    }
    char c = line.charAt(at);
    if (c == '?') {
      at++;
      kind = Kind.MISSING;
    } else if (c == '.' && at > 0 && digit(line.charAt(at - 1))) {
      // A second decimal point.
      letter(c);
    } else if (c == '+' || c == '-' || c == '.' || digit(c)) {
      kind = Kind.NUMBER;
      value = plain();
    } else {
      at++;
      letter(c);
    }
    return true;
  }

  private void letter(char c) {
    if (c == '@' || c >= 'A' && c <= 'I') {
      kind = Kind.SQUEEZED;
      value = whole(c - '@', false);
    } else if (c >= 'a' && c <= 'i') {
      kind = Kind.SQUEEZED;
      value = whole(c - 'a' + 1, true);
    } else if (c == '%' || c >= 'J' && c <= 'R') {
      kind = Kind.DIFFERENCE;
      value = whole(c == '%' ? 0 : c - 'J' + 1, false);
    } else if (c >= 'j' && c <= 'r') {
      kind = Kind.DIFFERENCE;
      value = whole(c - 'j' + 1, true);
    } else if (c >= 'S' && c <= 'Z' || c == 's') {
      kind = Kind.DUPLICATE;
      value = whole(c == 's' ? 9 : c - 'S' + 1, false);
    } else {
      throw new MatterException(
          "The character '" + Shown.text(String.valueOf(c)) + "' begins no number.",
          place(),
          "Correct the line; is it damaged?");
    }
  }

  private double whole(int first, boolean negative) {
    double number = first;
    int from = at;
    while (at < line.length() && digit(line.charAt(at))) {
      number = 10 * number + (line.charAt(at++) - '0');
    }
    if (at - from >= MOST_DIGITS) {
      throw new MatterException(
          "The number has more than " + MOST_DIGITS + " digits.", place(), "Is the line damaged?");
    }
    // Some programs squeeze numbers with decimals too.
    if (at < line.length() && line.charAt(at) == '.') {
      int point = at++;
      skipDigits();
      number += Double.parseDouble("0" + line.substring(point, at) + "0");
    }
    return negative ? -number : number;
  }

  /** A number in digits; an exponent has a sign, or stands behind decimals that are no abscissa. */
  private double plain() {
    boolean abscissa = line.substring(0, begin).isBlank();
    at++;
    boolean decimals = line.charAt(begin) == '.';
    while (at < line.length() && (digit(line.charAt(at)) || !decimals && line.charAt(at) == '.')) {
      decimals |= line.charAt(at) == '.';
      at++;
    }
    int digits = at;
    if (at < line.length() && (line.charAt(at) == 'E' || line.charAt(at) == 'e')) {
      char next = at + 1 < line.length() ? line.charAt(at + 1) : ' ';
      boolean signed = (next == '+' || next == '-') && isDigitAt(at + 2);
      if (signed || digit(next) && decimals && !abscissa) {
        at += 2;
        skipDigits();
      }
    }
    return DecimalNumber.parse(line.substring(begin, Math.max(at, digits)), "number", place());
  }

  private void skipDigits() {
    while (at < line.length() && digit(line.charAt(at))) {
      at++;
    }
  }

  private boolean isDigitAt(int index) {
    return index < line.length() && digit(line.charAt(index));
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
