package org.suiseki.matter.io;

import java.util.Arrays;
import java.util.function.Supplier;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * Finite numbers that arrive as text in pieces, parted by blanks or commas. It grows with what
 * arrives, not with what a file announces, and holds at most {@value #MOST}.
 */
final class NumberList {
  static final int MOST = 50_000_000;

  private static final int LONGEST_NUMBER = 64;

  private final String what;
  private double[] values = new double[256];
  private int size;
  private final byte[] pending = new byte[LONGEST_NUMBER];
  private int held;

  /**
   * @param what names the numbers in errors, in the plural
   */
  NumberList(String what) {
    this.what = what;
  }

  /** Takes the next piece; a number may begin in one piece and end in the next. */
  void append(char[] text, int from, int length, Supplier<Place> place) {
    for (int i = from; i < from + length; i++) {
      char c = text[i];
      if (c <= ' ' || c == ',') {
        finish(place);
      } else if (held == LONGEST_NUMBER) {
        throw notANumber(place);
      } else {
        // What is not ASCII is no part of a number either way.
        pending[held++] = c < 128 ? (byte) c : (byte) '?';
      }
    }
  }

  void append(String text, Supplier<Place> place) {
    append(text.toCharArray(), 0, text.length(), place);
  }

  /** Ends the number that is pending, if there is one. */
  void finish(Supplier<Place> place) {
    if (held == 0) {
      return;
    }
    double value = DecimalBytes.parse(pending, 0, held);
    if (!Double.isFinite(value)) {
      throw notANumber(place);
    }
    held = 0;
    add(value, place);
  }

  int size() {
    return size;
  }

  double at(int index) {
    return values[index];
  }

  /** A copy. */
  double[] toArray() {
    return Arrays.copyOf(values, size);
  }

  private void add(double value, Supplier<Place> place) {
    if (size == MOST) {
      throw new MatterException(
          String.format("There are more than %,d %s.", MOST, what),
          place.get(),
          "Split the measurement.");
    }
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.min(MOST, 2 * size));
    }
    values[size++] = value;
  }

  private MatterException notANumber(Supplier<Place> place) {
    String text = new String(pending, 0, held, java.nio.charset.StandardCharsets.US_ASCII);
    return new MatterException(
        String.format(
            "Number %,d of the %s is '%s', not a finite number.", size + 1, what, Shown.text(text)),
        place.get(),
        "Correct it, or export the file again.");
  }
}
