package org.suiseki.matter;

import java.util.Arrays;
import java.util.List;

/**
 * Reads one formula by recursive descent; what is read is said at {@link Composition#parse}.
 *
 * <pre>
 * formula = part { joint part } [ charge ]
 * part    = [ number ] group { group }
 * group   = ( symbol | open group { group } close ) [ number ]
 * number  = digit { digit } [ "." digit { digit } ]
 * charge  = "^" size-and-sign | "^{" size-and-sign "}" | superscripts | signs | sign size | size sign
 * </pre>
 */
final class FormulaParser {
  /** Deeper brackets are refused: no formula needs them, and they would overflow the stack. */
  static final int DEEPEST = 100;

  static final Element[] ELEMENTS = Element.values();

  private static final int LARGEST_CHARGE = 999;

  /** Elements by their letters: 27 times the capital (from 0) plus the small letter (from 1; 0 for none). */
  private static final Element[] BY_LETTERS = new Element[26 * 27];

  private static final List<String> SYMBOLS = Arrays.stream(ELEMENTS).map(Element::symbol).toList();

  static {
    for (Element element : ELEMENTS) {
      String symbol = element.symbol();
      int small = symbol.length() == 2 ? symbol.charAt(1) - 'a' + 1 : 0;
      BY_LETTERS[27 * (symbol.charAt(0) - 'A') + small] = element;
    }
  }

  private final String text;
  private final int length;
  private int at;

  /** What has been read, in order; a bracket's multiplier scales the entries since its opening. */
  private byte[] ordinals = new byte[16];

  private double[] amounts = new double[16];
  private int size;

  /** Where the last amount began and ended, to tell amounts from charges; -1 before there is one. */
  private int amountFrom = -1;

  private int amountTo = -1;

  FormulaParser(String formula) {
    this.text = formula;
    this.length = formula.length();
  }

  Composition parse() {
    skipSpace();
    if (at == length) {
      throw problem("The formula is empty", 0, "Write one such as Fe2O3.");
    }
    part(true);
    skipSpace();
    while (joint()) {
      part(false);
      skipSpace();
    }
    int charge = at < length ? charge() : 0;
    skipSpace();
    if (at < length) {
      throw unexpected();
    }
    return Composition.ofDense(sums(), charge);
  }

  private double[] sums() {
    double[] sums = new double[ELEMENTS.length];
    for (int i = 0; i < size; i++) {
      sums[ordinals[i]] += amounts[i];
    }
    for (int i = 0; i < sums.length; i++) {
      if (sums[i] > Composition.LARGEST_AMOUNT) {
        throw problem(
            "The amount of " + ELEMENTS[i] + " is " + sums[i] + ", more than 1e12", 0, "Scale the amounts down.");
      }
    }
    return sums;
  }

  // Parts and groups

  private void part(boolean first) {
    skipSpace();
    int start = size;
    int numberAt = at;
    double multiplier = 1;
    if (isDigit(peek())) {
      multiplier = number();
      skipSpace();
      if (first) {
        checkLeading(numberAt, multiplier);
      }
    }
    groups(0);
    if (size == start) {
      throw unexpected();
    }
    scale(start, multiplier, numberAt);
  }

  /** {@code 12CaO·7Al2O3} has a multiplier in front; {@code 13CO2} and {@code 2H2O} may mean several things. */
  private void checkLeading(int numberAt, double multiplier) {
    boolean joined = false;
    for (int i = at; i < length && !joined; i++) {
      joined = isJoint(text.charAt(i)) && !(text.charAt(i) == '.' && isDigit(text.charAt(i - 1)));
    }
    if (!joined || looksLikeIsotope(multiplier)) {
      throw problem(
          "A number in front at column " + (numberAt + 1) + " may be an isotope or a count of formula units",
          numberAt,
          "Isotopes are not read: write C for 13C. For a count write brackets: (H2O)2.");
    }
  }

  /** Whether a nucleus of that many protons and neutrons is near the valley of stability of the element that follows. */
  private boolean looksLikeIsotope(double number) {
    char capital = peek();
    if (!isCapital(capital)) {
      return false;
    }
    int small = at + 1 < length && isSmall(text.charAt(at + 1)) ? text.charAt(at + 1) - 'a' + 1 : 0;
    Element element = BY_LETTERS[27 * (capital - 'A') + small];
    return element != null && number >= Math.max(2, 2 * element.number() - 2) && number <= 2.6 * element.number() + 1;
  }

  private void groups(int depth) {
    while (true) {
      skipSpace();
      char next = peek();
      if (isCapital(next)) {
        element();
      } else if (closing(next) != 0) {
        bracket(next, depth + 1);
      } else {
        return;
      }
    }
  }

  private void element() {
    int symbolAt = at;
    int letters = 27 * (text.charAt(at++) - 'A');
    if (at < length && isSmall(text.charAt(at))) {
      letters += text.charAt(at++) - 'a' + 1;
    }
    Element element = BY_LETTERS[letters];
    if (element == null) {
      throw unknownElement(symbolAt);
    }
    int start = size;
    add(element);
    scale(start, amount(), symbolAt);
  }

  private void bracket(char open, int depth) {
    int openAt = at;
    if (depth > DEEPEST) {
      throw problem(
          "Brackets are nested more than " + DEEPEST + " deep at column " + (at + 1), at, "Write the sums out.");
    }
    at++;
    skipSpace();
    if (isDigit(peek())) {
      throw problem(
          "A bracket cannot begin with a number, at column " + (at + 1),
          at,
          "Isotopes are not read: write C for [13C]. Multiply after the bracket: (H2O)2.");
    }
    int start = size;
    groups(depth);
    close(open, openAt, start);
    if (open == '[' && chargeFollows()) {
      return;
    }
    scale(start, amount(), openAt);
  }

  private void close(char open, int openAt, int start) {
    char wanted = closing(open);
    if (at == length) {
      throw problem(
          "The bracket " + open + " at column " + (openAt + 1) + " is never closed", openAt, "Add a " + wanted + ".");
    }
    char next = text.charAt(at);
    if (next != wanted) {
      if (next == ')' || next == ']' || next == '}') {
        throw problem(
            "The bracket " + open + " at column " + (openAt + 1) + " is closed by " + next + " at column " + (at + 1),
            at,
            "Close it by " + wanted + ".");
      }
      throw unexpected();
    }
    if (size == start) {
      throw problem("The bracket at column " + (openAt + 1) + " is empty", openAt, "Remove it.");
    }
    at++;
  }

  private void add(Element element) {
    if (size == amounts.length) {
      ordinals = Arrays.copyOf(ordinals, 2 * size);
      amounts = Arrays.copyOf(amounts, 2 * size);
    }
    ordinals[size] = (byte) element.ordinal();
    amounts[size++] = 1;
  }

  private void scale(int start, double multiplier, int column) {
    if (multiplier == 1) {
      return;
    }
    for (int i = start; i < size; i++) {
      amounts[i] *= multiplier;
      if (!(amounts[i] > 0)) {
        throw problem(
            "The amount at column " + (column + 1) + " is 0", column, "Leave out what is absent.");
      }
    }
  }

  // Numbers

  private double amount() {
    skipSpace();
    if (!isDigit(peek())) {
      return 1;
    }
    amountFrom = at;
    double amount = number();
    amountTo = at;
    return amount;
  }

  private double number() {
    int from = at;
    long digits = 0;
    while (isDigit(peek()) && digits < 1_000_000_000_000_000L) {
      digits = 10 * digits + digit(text.charAt(at++));
    }
    boolean exact = !isDigit(peek());
    skipDigits();
    double value = digits;
    if (peek() == '.' && isDigit(peekAt(at + 1)) && !(value > 0 && watersFollow(at + 1))) {
      at++;
      int pointAt = at;
      skipDigits();
      value = decimal(from, pointAt, exact ? digits : -1);
      if (peek() == '.' && isDigit(peekAt(at + 1)) && !watersFollow(at + 1)) {
        throw ambiguousDot(at);
      }
    } else if (!exact) {
      value = Double.parseDouble(ascii(from, at));
    }
    return checked(value, from);
  }

  /** Powers of ten up to the 22nd are exact doubles, so that one division rounds as {@link Double#parseDouble} does. */
  private static final double[] TEN_TO = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

  private double decimal(int from, int pointAt, long whole) {
    int places = at - pointAt;
    if (whole < 0 || at - from > 15) {
      return Double.parseDouble(ascii(from, at));
    }
    long digits = whole;
    for (int i = pointAt; i < at; i++) {
      digits = 10 * digits + digit(text.charAt(i));
    }
    return digits / TEN_TO[places];
  }

  private String ascii(int from, int to) {
    StringBuilder number = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      number.append(c == '.' ? '.' : (char) ('0' + digit(c)));
    }
    return number.toString();
  }

  private double checked(double value, int from) {
    if (value == 0) {
      throw problem("The amount at column " + (from + 1) + " is 0", from, "Leave out what is absent.");
    }
    if (value > Composition.LARGEST_AMOUNT) {
      throw problem("The amount at column " + (from + 1) + " is above 1e12", from, "Scale the amounts down.");
    }
    return value;
  }

  /**
   * Whether a count of waters stands there: digits that do not begin with 0 (but may be 0.5), H2O without an amount of the
   * O, and the end of the part.
   */
  private boolean watersFollow(int from) {
    int i = from;
    while (isDigit(peekAt(i))) {
      i++;
    }
    boolean decimal = peekAt(i) == '.' && isDigit(peekAt(i + 1));
    if (digit(text.charAt(from)) == 0 && !(decimal && i == from + 1)) {
      return false;
    }
    if (decimal) {
      i++;
      while (isDigit(peekAt(i))) {
        i++;
      }
    }
    if (peekAt(i) != 'H' || digit(peekAt(i + 1)) != 2 || peekAt(i + 2) != 'O') {
      return false;
    }
    char after = peekAt(i + 3);
    return !(isDigit(after) || isSmall(after) || isCapital(after) || closing(after) != 0)
        && !(isSpace(after) && isDigit(peekAt(i + 4)));
  }

  private void skipDigits() {
    while (isDigit(peek())) {
      at++;
    }
  }

  // Joints

  private boolean joint() {
    char c = peek();
    if (!isJoint(c)) {
      return false;
    }
    boolean stuck = c == '.' && isDigit(peekAt(at + 1)) && !isSpace(text.charAt(at - 1));
    if (stuck && !watersFollow(at + 1)) {
      throw ambiguousDot(at);
    }
    at++;
    return true;
  }

  private MatterException ambiguousDot(int dotAt) {
    return problem(
        "The dot at column " + (dotAt + 1) + " may be a decimal point or join two parts",
        dotAt,
        "Write 0.5 for a decimal, or · (or *) between parts.");
  }

  private static boolean isJoint(char c) {
    return switch (c) {
      case '.', '*', '·', '•', '∙', '⋅', '・' -> true;
      default -> false;
    };
  }

  // Charges

  /** Whether from here to the end there are digits and then signs only, so that the digits are a charge. */
  private boolean chargeFollows() {
    int i = at;
    while (isDigit(peekAt(i))) {
      i++;
    }
    if (i == at || sign(peekAt(i)) == 0) {
      return false;
    }
    i++;
    while (isSpace(peekAt(i))) {
      i++;
    }
    return i >= length;
  }

  private int charge() {
    int from = at;
    boolean caret = peek() == '^';
    boolean braces = caret && peekAt(at + 1) == '{';
    at += (caret ? 1 : 0) + (braces ? 1 : 0);
    if (!caret && at == amountTo && sign(peek()) != 0) {
      checkAmountBeforeSign();
    }
    int before = chargeSize();
    int sign = sign(peek());
    if (sign == 0) {
      at = from;
      throw caret || before >= 0 || superscriptDigit(text.charAt(from)) >= 0 ? notCharge() : unexpected();
    }
    int signs = 0;
    while (sign(peek()) == sign) {
      at++;
      signs++;
    }
    int after = chargeSize();
    if (braces && peek() != '}' || (before >= 0 ? 1 : 0) + (after >= 0 ? 1 : 0) + (signs > 1 ? 1 : 0) > 1) {
      at = from;
      throw notCharge();
    }
    at += braces ? 1 : 0;
    int size = Math.max(signs, Math.max(before, after));
    if (size > LARGEST_CHARGE || before == 0 || after == 0) {
      at = from;
      throw notCharge();
    }
    return sign * size;
  }

  /** A run of digits or of superscript digits, capped above the largest charge; -1 where there is none. */
  private int chargeSize() {
    int size = -1;
    while (at < length) {
      char c = text.charAt(at);
      int digit = Math.max(digit(c), superscriptDigit(c));
      if (digit < 0) {
        break;
      }
      size = Math.min(10 * Math.max(size, 0) + digit, LARGEST_CHARGE + 1);
      at++;
    }
    return size;
  }

  private void checkAmountBeforeSign() {
    char sign = text.charAt(at);
    if (superscriptSign(sign)) {
      return;
    }
    char owner = text.charAt(lastBefore(amountFrom));
    boolean bracket = owner == ')' || owner == '}' || owner == ']';
    if (bracket || size == 1 || amountTo - amountFrom > 1 && text.indexOf('.', amountFrom) < 0) {
      String head = shortened(text.substring(0, amountFrom).strip());
      String number = text.substring(amountFrom, amountTo);
      int split = number.length() > 1 && size > 1 && !bracket ? number.length() - 1 : 0;
      String charged = head + number.substring(0, split) + "^" + number.substring(split) + sign;
      throw problem(
          "The number before the sign at column " + (at + 1) + " may be an amount or the charge",
          at,
          "Write " + charged + " for the charge, or " + head + shortened(number) + "^" + sign + " for the amount.");
    }
  }

  private int lastBefore(int index) {
    int i = index - 1;
    while (isSpace(text.charAt(i))) {
      i--;
    }
    return i;
  }

  private MatterException notCharge() {
    return problem(
        "There is no charge to read at column " + (at + 1),
        at,
        "Write a charge from 1 to 999 and a sign at the end: SO4^2-. Isotopes are not read: write H for ^2H.");
  }

  private static int sign(char c) {
    return switch (c) {
      case '+', '⁺' -> 1;
      case '-', '−', '–', '⁻' -> -1;
      default -> 0;
    };
  }

  private static boolean superscriptSign(char c) {
    return c == '⁺' || c == '⁻';
  }

  private static int superscriptDigit(char c) {
    return switch (c) {
      case '⁰' -> 0;
      case '¹' -> 1;
      case '²' -> 2;
      case '³' -> 3;
      default -> c >= '⁴' && c <= '⁹' ? c - '⁰' : -1;
    };
  }

  // Letters

  private char peek() {
    return peekAt(at);
  }

  /** 0 beyond the end; a 0 in the text is refused as unexpected. */
  private char peekAt(int index) {
    return index < length ? text.charAt(index) : 0;
  }

  private void skipSpace() {
    while (at < length && isSpace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c > 0 && c < ' ' && Character.isWhitespace(c) || c > 127 && (Character.isSpaceChar(c) || c == '\uFEFF');
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isSmall(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return digit(c) >= 0;
  }

  /** Subscripts count as digits. */
  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    return c >= '₀' && c <= '₉' ? c - '₀' : -1;
  }

  /** The bracket that closes this one; 0 where it opens nothing. */
  private static char closing(char open) {
    return switch (open) {
      case '(' -> ')';
      case '[' -> ']';
      case '{' -> '}';
      default -> 0;
    };
  }

  // Messages

  private MatterException unknownElement(int symbolAt) {
    String symbol = text.substring(symbolAt, at);
    if (symbol.equals("D") || symbol.equals("T")) {
      return problem(
          symbol + " at column " + (symbolAt + 1) + " is an isotope of hydrogen, and isotopes are not read",
          symbolAt,
          "Write H.");
    }
    return problem(
        "Unknown element " + symbol + " at column " + (symbolAt + 1),
        symbolAt,
        Spelling.nearest(symbol, SYMBOLS).map(near -> "Did you mean " + near + "?").orElse("Use symbols such as Fe."));
  }

  private MatterException unexpected() {
    if (at == length) {
      return problem("The formula ends where an element is expected", at, "Add an element, or remove what joins it.");
    }
    char c = text.charAt(at);
    String found = "Unexpected " + (Character.isISOControl(c) ? "control character" : c) + " at column " + (at + 1);
    if (c == ')' || c == ']' || c == '}') {
      return problem("The bracket " + c + " at column " + (at + 1) + " was never opened", at, "Remove it, or open it.");
    }
    if (c == '^' || superscriptDigit(c) >= 0) {
      return problem(found, at, "Isotopes are not read: write H for ^2H. A charge stands at the end: SO4^2-.");
    }
    if (sign(c) != 0) {
      return problem(found, at, "Amounts are positive, and a charge stands at the end: SO4^2-.");
    }
    if (isSmall(c)) {
      return problem(found, at, "Element symbols are a capital and at most one small letter: NaCl, not nacl.");
    }
    return problem(found, at, "Write elements, plain decimals, brackets and · only: K2[Fe(CN)6]·3H2O.");
  }

  private MatterException problem(String what, int near, String mend) {
    return new MatterException(what + ".", Place.of("formula \"" + excerpt(near) + "\""), mend);
  }

  /** The formula, or of a long one what surrounds the place. */
  private String excerpt(int near) {
    if (length <= 60) {
      return text;
    }
    int from = Math.max(0, Math.min(near - 25, length - 50));
    int to = Math.min(length, from + 50);
    return (from > 0 ? "…" : "") + text.substring(from, to) + (to < length ? "…" : "");
  }

  private static String shortened(String head) {
    return head.length() <= 40 ? head : "…" + head.substring(head.length() - 40);
  }
}
