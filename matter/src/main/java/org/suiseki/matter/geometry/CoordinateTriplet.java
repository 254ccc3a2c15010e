package org.suiseki.matter.geometry;

import java.util.Locale;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * Reads and writes maps of coordinates as International Tables A print them, {@code -x+1/2,y,z+1/4}
 * (2016, section 1.4.2.1): three sums of coordinates and numbers, parted by commas.
 *
 * <pre>
 * triplet = sum "," sum "," sum
 * sum     = [ sign ] term { sign term }
 * term    = number | [ number [ "*" ] ] axis [ "/" digits ]
 * number  = digits [ "." digits ] [ "/" digits ] | "." digits
 * axis    = "x" | "y" | "z" (or a, b, c), small or capital
 * </pre>
 *
 * Blanks may stand anywhere between these. A decimal of two or more digits that is a rounded
 * multiple of 1/12, such as 0.667, is read as that multiple.
 */
final class CoordinateTriplet {
  /** All translations of tabulated settings are multiples of one part in so many. */
  private static final int TABULATED = 12;

  /** The largest denominator written. */
  private static final int FINEST = 24;

  /** Longer texts are no triplet; a bound on what one hostile field may cost. */
  private static final int LONGEST = 400;

  private static final char END = '\0';

  private final String text;
  private final double[] matrix = new double[9];
  private final double[] shift = new double[3];
  private int at;
  private int row;

  private CoordinateTriplet(String text) {
    this.text = text;
  }

  /**
   * The nine coefficients row by row and after them the three constants.
   *
   * @throws MatterException with the column where the text breaks the grammar
   */
  static double[] read(String text) {
    if (text.length() > LONGEST) {
      throw new MatterException(
          "A coordinate triplet of " + text.length() + " characters is too long.",
          "Write three sums like -x+1/2,y,z+1/4.");
    }
    return new CoordinateTriplet(text).read();
  }

  private double[] read() {
    for (row = 0; row < 3; row++) {
      sum();
      if (row < 2) {
        if (peek() != ',') {
          throw broken("expected a comma and the next of three sums");
        }
        at++;
      }
    }
    if (peek() != END) {
      throw broken("expected the end after three sums");
    }
    double[] all = new double[12];
    System.arraycopy(matrix, 0, all, 0, 9);
    System.arraycopy(shift, 0, all, 9, 3);
    return all;
  }

  private void sum() {
    double sign = sign(peek());
    if (sign != 0) {
      at++;
    }
    term(sign == 0 ? 1 : sign);
    while ((sign = sign(peek())) != 0) {
      at++;
      term(sign);
    }
  }

  private static double sign(char character) {
    if (character == '+') {
      return 1;
    }
    return character == '-' || character == '\u2212' || character == '\u2013' ? -1 : 0;
  }

  private void term(double sign) {
    char first = peek();
    boolean numbered = digit(first) || first == '.';
    double value = numbered ? sign * number() : sign;
    if (numbered && peek() == '*') {
      at++;
      if (axis(peek()) < 0) {
        throw broken("expected x, y or z after *");
      }
    }
    int axis = axis(peek());
    if (axis < 0) {
      if (!numbered) {
        throw broken("expected a number or x, y or z");
      }
      shift[row] += value;
      return;
    }
    at++;
    if (peek() == '/') {
      at++;
      value /= divisor();
    }
    matrix[3 * row + axis] += value;
  }

  private double number() {
    int from = at;
    int point = -1;
    while (digit(current()) || (current() == '.' && point < 0)) {
      if (current() == '.') {
        point = at;
      }
      at++;
    }
    if (at - from > 15 || at - from == (point < 0 ? 0 : 1)) {
      at = from;
      throw broken("expected a number of at most 15 characters");
    }
    double value = Double.parseDouble(text.substring(from, at));
    if (peek() == '/') {
      at++;
      return value / divisor();
    }
    return point < 0 ? value : unrounded(value, at - point - 1);
  }

  private double divisor() {
    if (!digit(peek())) {
      throw broken("expected a whole number after /");
    }
    int from = at;
    while (digit(current()) && at - from < 6) {
      at++;
    }
    int value = Integer.parseInt(text.substring(from, at));
    if (value == 0) {
      at = from;
      throw broken("cannot divide by 0");
    }
    return value;
  }

  /** 0.333 means 1/3: what a multiple of 1/12 gives when rounded or cut to these digits is it. */
  private static double unrounded(double value, int digits) {
    double nearest = Math.rint(value * TABULATED) / TABULATED;
    double unit = 1.000001 * Math.pow(10, -digits);
    double missing = nearest - value;
    boolean same = digits >= 2 && missing >= -unit / 2 && missing <= unit;
    return same ? nearest : value;
  }

  private static int axis(char character) {
    return switch (character) {
      case 'x', 'X', 'a', 'A' -> 0;
      case 'y', 'Y', 'b', 'B' -> 1;
      case 'z', 'Z', 'c', 'C' -> 2;
      default -> -1;
    };
  }

  private static boolean digit(char character) {
    return character >= '0' && character <= '9';
  }

  /** The next character that is no blank. */
  private char peek() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return current();
  }

  private char current() {
    return at < text.length() ? text.charAt(at) : END;
  }

  private MatterException broken(String expected) {
    return new MatterException(
        "The coordinate triplet \"" + text + "\" cannot be read: " + expected + ".",
        new Place("coordinate triplet", 1, at + 1),
        "Write three sums like -x+1/2,y,z+1/4.");
  }

  /** The text of a map; fractions up to 24ths are written as such. */
  static String write(double[] matrix, double[] shift) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      int from = out.length();
      for (int j = 0; j < 3; j++) {
        coefficient(matrix[3 * i + j], "xyz".charAt(j), from, out);
      }
      constant(shift[i], from, out);
      if (i < 2) {
        out.append(',');
      }
    }
    return out.toString();
  }

  private static void coefficient(double value, char axis, int from, StringBuilder out) {
    if (value == 0) {
      return;
    }
    sign(value, from, out);
    double size = Math.abs(value);
    if (size != 1) {
      out.append(fraction(size));
      if (out.indexOf("/", from) >= 0) {
        out.append('*');
      }
    }
    out.append(axis);
  }

  private static void constant(double value, int from, StringBuilder out) {
    if (value != 0 || out.length() == from) {
      sign(value, from, out);
      out.append(fraction(Math.abs(value)));
    }
  }

  private static void sign(double value, int from, StringBuilder out) {
    if (value < 0) {
      out.append('-');
    } else if (out.length() > from) {
      out.append('+');
    }
  }

  private static String fraction(double size) {
    for (int denominator = 1; denominator <= FINEST; denominator++) {
      double numerator = Math.rint(size * denominator);
      if (numerator < 1e6 && Math.abs(size - numerator / denominator) < 1e-12) {
        return denominator == 1
            ? Integer.toString((int) numerator)
            : (int) numerator + "/" + denominator;
      }
    }
    String decimal = String.format(Locale.ROOT, "%.10f", size);
    return decimal.replaceAll("0+$", "");
  }
}
