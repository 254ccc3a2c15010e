package org.suiseki.matter.io;

import java.nio.charset.StandardCharsets;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * The words of one line of numbers, one at a time: set apart by blanks, commas and semicolons. A
 * number is read where it lies; nothing is made for it.
 */
final class NumberLine {
  private final BoundedLines lines;
  private String line = "";
  private byte[] bytes = {};
  private int from;
  private int to;

  /**
   * @param lines tell where the line stands
   */
  NumberLine(BoundedLines lines) {
    this.lines = lines;
  }

  /** Begins with the first word of {@code text}, the line that {@code lines} gave last. */
  void start(String text) {
    line = text;
    bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    from = 0;
    to = 0;
  }

  /** Moves to the next word; false after the last. */
  boolean next() {
    int at = to;
    while (at < bytes.length && parts(bytes[at])) {
      at++;
    }
    from = at;
    while (at < bytes.length && !parts(bytes[at])) {
      at++;
    }
    to = at;
    return to > from;
  }

  private static boolean parts(byte b) {
    return b >= 0 && b <= ' ' || b == ',' || b == ';';
  }

  String word() {
    return line.substring(from, to);
  }

  /** Where the word begins. */
  Place place() {
    Place place = lines.place();
    return new Place(place.source(), place.line(), from + 1);
  }

  /** The word as a number; NaN where it says so or is too large. */
  double numberOrNaN(String what) {
    double value = DecimalBytes.parse(bytes, from, to);
    if (Double.isFinite(value)) {
      return value;
    }
    String word = word();
    if (word.equalsIgnoreCase("nan") || word.matches("(?i)[-+]?inf(inity)?")) {
      return Double.NaN;
    }
    return number(what);
  }

  /** The word, which must be a finite number. */
  double number(String what) {
    double value = DecimalBytes.parse(bytes, from, to);
    if (Double.isFinite(value)) {
      return value;
    }
    String shown = Shown.text(word());
    if (value == Double.POSITIVE_INFINITY || value == Double.NEGATIVE_INFINITY) {
      throw new MatterException(
          "The " + what + " " + shown + " is too large.", place(), "Give a number below 1e308.");
    }
    DecimalNumber.parse(shown, what, place());
    throw new MatterException(
        "The " + what + " is '" + shown + "', not a number.", place(), "Correct it.");
  }
}
