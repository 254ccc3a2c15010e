package org.suiseki.matter;

/**
 * The characters of a formula and a place in them: letters, digits, plain decimals, and messages
 * that show the place. Reading beyond the end gives {@link #END}.
 */
final class FormulaText {
  /**
   * Beyond the end; where it stands in the text itself it is refused like any other stray
   * character.
   */
  static final char END = 0;

  /** Long formulas are shown as what surrounds the place. */
  private static final int LONGEST_SHOWN = 60;

  /**
   * With at most this many digits a number is a whole number below 2^53 over an exact power of ten.
   */
  private static final int EXACT_DIGITS = 15;

  /** All exact, so that one division rounds as {@link Double#parseDouble} does. */
  private static final double[] TEN_TO = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private final String text;

  /** Index of the next character, from 0; messages count columns from 1. */
  int at;

  FormulaText(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  char peek() {
    return peek(at);
  }

  char peek(int index) {
    return index < text.length() ? text.charAt(index) : END;
  }

  String between(int from, int to) {
    return text.substring(from, to);
  }

  void skipSpace() {
    at = afterSpace(at);
  }

  int afterSpace(int from) {
    int i = from;
    while (isSpace(peek(i))) {
      i++;
    }
    return i;
  }

  int afterDigits(int from) {
    int i = from;
    while (isDigit(peek(i))) {
      i++;
    }
    return i;
  }

  /** Index of the last character before this one that is no space; -1 where there is none. */
  int lastBefore(int index) {
    int i = index - 1;
    while (i >= 0 && isSpace(text.charAt(i))) {
      i--;
    }
    return i;
  }

  // Numbers

  /**
   * Reads digits, and a dot with digits after it unless the dot joins a count of waters.
   *
   * @throws MatterException where the value is 0 or above {@link Composition#LARGEST_AMOUNT}
   */
  double number() {
    int from = at;
    at = afterDigits(from);
    double value = decimal(from, at, at);
    if (isPoint(at) && !(value > 0 && watersAt(at + 1))) {
      int point = at;
      at = afterDigits(point + 1);
      value = decimal(from, point, at);
    }
    if (value == 0) {
      throw problem(
          "The amount at column " + (from + 1) + " is 0", from, "Leave out what is absent.");
    }
    if (value > Composition.LARGEST_AMOUNT) {
      throw problem(
          "The amount at column " + (from + 1) + " is above 1e12", from, "Scale the amounts down.");
    }
    return value;
  }

  /** Whether a dot and a digit stand there. */
  boolean isPoint(int index) {
    return peek(index) == '.' && isDigit(peek(index + 1));
  }

  private double decimal(int from, int point, int to) {
    if (to - from > EXACT_DIGITS) {
      return Double.parseDouble(ascii(from, to));
    }
    long digits = 0;
    for (int i = from; i < to; i++) {
      if (i != point) {
        digits = 10 * digits + digit(text.charAt(i));
      }
    }
    return digits / TEN_TO[Math.max(0, to - point - 1)];
  }

  private String ascii(int from, int to) {
    StringBuilder number = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      number.append(c == '.' ? '.' : (char) ('0' + digit(c)));
    }
    return number.toString();
  }

  /**
   * Whether a count of waters stands there: digits that do not begin with 0 (but may be 0.5), H2O
   * without an amount of its O, and the end of the part.
   */
  boolean watersAt(int from) {
    int i = afterDigits(from);
    boolean decimal = isPoint(i);
    if (digit(peek(from)) == 0 && !(decimal && i == from + 1)) {
      return false;
    }
    if (decimal) {
      i = afterDigits(i + 1);
    }
    if (peek(i) != 'H' || digit(peek(i + 1)) != 2 || peek(i + 2) != 'O' || isSmall(peek(i + 3))) {
      return false;
    }
    char after = peek(afterSpace(i + 3));
    return !(isDigit(after) || isCapital(after) || closing(after) != END);
  }

  // Letters

  static boolean isSpace(char c) {
    return c == ' '
        || c == '\t'
        || c == '\n'
        || c == '\r'
        || c > 127 && (Character.isSpaceChar(c) || c == '\uFEFF');
  }

  static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean isSmall(char c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isDigit(char c) {
    return digit(c) >= 0;
  }

  /** Subscripts count as digits; -1 for anything else. */
  static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    return c >= '₀' && c <= '₉' ? c - '₀' : -1;
  }

  /** -1 for anything else. */
  static int superscript(char c) {
    return switch (c) {
      case '¹' -> 1;
      case '²' -> 2;
      case '³' -> 3;
      default -> c == '⁰' || c >= '⁴' && c <= '⁹' ? c - '⁰' : -1;
    };
  }

  /** 1 for a plus, -1 for a minus of any kind, 0 for anything else. */
  static int sign(char c) {
    return switch (c) {
      case '+', '⁺' -> 1;
      case '-', '−', '–', '⁻' -> -1;
      default -> 0;
    };
  }

  /** The bracket that closes this one; {@link #END} where it opens nothing. */
  static char closing(char open) {
    return switch (open) {
      case '(' -> ')';
      case '[' -> ']';
      case '{' -> '}';
      default -> END;
    };
  }

  static boolean isClosing(char c) {
    return c == ')' || c == ']' || c == '}';
  }

  /** Whether it joins two parts of a formula. */
  static boolean isJoint(char c) {
    return switch (c) {
      case '.', '*', '·', '•', '∙', '⋅', '・' -> true;
      default -> false;
    };
  }

  // Messages

  /** What is wrong (without a full stop) near an index, and how to mend it. */
  MatterException problem(String what, int near, String mend) {
    return new MatterException(what + ".", Place.of("formula \"" + excerpt(near) + "\""), mend);
  }

  /** The character at the place cannot be there, or the formula ends too early. */
  MatterException unexpected() {
    if (atEnd()) {
      return problem(
          "The formula ends where an element is expected",
          at,
          "Add an element, or remove what joins it.");
    }
    char c = peek();
    if (isClosing(c)) {
      return problem(
          "The bracket " + c + " at column " + (at + 1) + " was never opened",
          at,
          "Remove it, or open it.");
    }
    String shown =
        Character.isLetterOrDigit(c) || c > ' ' && c < 127
            ? "" + c
            : String.format("U+%04X", (int) c);
    return problem("Unexpected " + shown + " at column " + (at + 1), at, mendOf(c));
  }

  private static String mendOf(char c) {
    if (c == '^' || superscript(c) >= 0) {
      return "Isotopes are not read: write H for ^2H. A charge stands at the end: SO4^2-.";
    }
    if (sign(c) != 0) {
      return "Amounts are positive, and a charge stands at the end: SO4^2-.";
    }
    if (isSmall(c)) {
      return "Element symbols are a capital and at most one small letter: NaCl, not nacl.";
    }
    return "Write elements, plain decimals, brackets and · only: K2[Fe(CN)6]·3H2O.";
  }

  private String excerpt(int near) {
    int length = text.length();
    if (length <= LONGEST_SHOWN) {
      return text;
    }
    int from = Math.max(0, Math.min(near - LONGEST_SHOWN / 2, length - LONGEST_SHOWN));
    int to = from + LONGEST_SHOWN;
    return (from > 0 ? "…" : "") + text.substring(from, to) + (to < length ? "…" : "");
  }
}
