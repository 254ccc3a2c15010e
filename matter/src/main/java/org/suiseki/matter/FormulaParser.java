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
 * </pre>
 */
final class FormulaParser {
  /** Deeper brackets are refused: no formula needs them, and they would overflow the stack. */
  private static final int DEEPEST = 100;

  private static final Element[] ELEMENTS = Element.values();

  /**
   * Elements by their letters: 27 times the capital (from 0) plus the small letter (from 1; 0 for
   * none).
   */
  private static final Element[] BY_LETTERS = new Element[26 * 27];

  private static final List<String> SYMBOLS = Arrays.stream(ELEMENTS).map(Element::symbol).toList();

  static {
    for (Element element : ELEMENTS) {
      String symbol = element.symbol();
      BY_LETTERS[
              letters(
                  symbol.charAt(0), symbol.length() == 2 ? symbol.charAt(1) : FormulaText.END)] =
          element;
    }
  }

  private final FormulaText text;

  /**
   * What has been read, in order; a multiplier scales the entries since its part or bracket began.
   */
  private byte[] ordinals = new byte[16];

  private double[] amounts = new double[16];
  private int size;

  /** Where the last amount began and ended; -1 before there is one. */
  private int amountFrom = -1;

  private int amountTo = -1;

  private FormulaParser(String formula) {
    this.text = new FormulaText(formula);
  }

  static Composition parse(String formula) {
    return new FormulaParser(formula).composition();
  }

  private Composition composition() {
    text.skipSpace();
    if (text.atEnd()) {
      throw text.problem("The formula is empty", 0, "Write one such as Fe2O3.");
    }
    part(true);
    while (joint()) {
      part(false);
    }
    return Composition.ofDense(sums(), charge());
  }

  private double[] sums() {
    double[] sums = new double[ELEMENTS.length];
    for (int i = 0; i < size; i++) {
      sums[ordinals[i]] += amounts[i];
    }
    for (int i = 0; i < sums.length; i++) {
      if (sums[i] > Composition.LARGEST_AMOUNT) {
        throw text.problem(
            "The amount of " + ELEMENTS[i] + " is " + sums[i] + ", more than 1e12",
            0,
            "Scale the amounts down.");
      }
    }
    return sums;
  }

  private int charge() {
    if (text.atEnd()) {
      return 0;
    }
    int from = text.at;
    int charge = FormulaCharge.read(text);
    text.skipSpace();
    if (!text.atEnd()) {
      throw text.problem(
          "Nothing can follow the charge at column " + (from + 1),
          text.at,
          "Put the charge at the end (SO4^2-), and write amounts as plain decimals (Li0.5CoO2).");
    }
    if (from == amountTo) {
      FormulaCharge.checkAmount(text, amountFrom, from, size == 1);
    }
    return charge;
  }

  // Parts

  private void part(boolean first) {
    text.skipSpace();
    int from = text.at;
    int start = size;
    double multiplier = 1;
    if (FormulaText.isDigit(text.peek())) {
      multiplier = text.number();
      text.skipSpace();
      if (first && (!joined() || looksLikeIsotope(multiplier))) {
        throw text.problem(
            "A number in front at column "
                + (from + 1)
                + " may be an isotope or a count of formula units",
            from,
            "Isotopes are not read: write C for 13C. For a count write brackets: (H2O)2.");
      }
    }
    groups(0);
    if (size == start) {
      throw text.unexpected();
    }
    scale(start, multiplier, from);
  }

  /**
   * Whether another part follows, as in {@code 12CaO·7Al2O3}, where a multiplier in front is usual.
   */
  private boolean joined() {
    for (int i = text.at; text.peek(i) != FormulaText.END; i++) {
      if (FormulaText.isJoint(text.peek(i))
          && !(text.isPoint(i) && FormulaText.isDigit(text.peek(i - 1)))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a nucleus of so many nucleons is near the valley of stability of the element that
   * follows.
   */
  private boolean looksLikeIsotope(double number) {
    char capital = text.peek();
    if (!FormulaText.isCapital(capital)) {
      return false;
    }
    Element element = BY_LETTERS[letters(capital, text.peek(text.at + 1))];
    return element != null
        && number >= Math.max(2, 2 * element.number() - 2)
        && number <= 2.6 * element.number() + 1;
  }

  private boolean joint() {
    char c = text.peek();
    if (!FormulaText.isJoint(c)) {
      return false;
    }
    boolean stuck = text.isPoint(text.at) && !FormulaText.isSpace(text.peek(text.at - 1));
    if (stuck && !text.watersAt(text.at + 1)) {
      throw text.problem(
          "The dot at column " + (text.at + 1) + " may be a decimal point or join two parts",
          text.at,
          "Write 0.5 for a decimal, or · (or *) between parts.");
    }
    text.at++;
    return true;
  }

  // Groups

  private void groups(int depth) {
    text.skipSpace();
    while (true) {
      char next = text.peek();
      if (FormulaText.isCapital(next)) {
        element(next);
      } else if (FormulaText.closing(next) != FormulaText.END) {
        bracket(next, depth + 1);
      } else {
        return;
      }
      text.skipSpace();
    }
  }

  private void element(char capital) {
    int from = text.at;
    char small = text.peek(from + 1);
    text.at += FormulaText.isSmall(small) ? 2 : 1;
    Element element = BY_LETTERS[letters(capital, small)];
    if (element == null) {
      throw unknownElement(from);
    }
    int start = size;
    add(element);
    scale(start, amount(), from);
  }

  private static int letters(char capital, char small) {
    return 27 * (capital - 'A') + (FormulaText.isSmall(small) ? small - 'a' + 1 : 0);
  }

  private MatterException unknownElement(int from) {
    String symbol = text.between(from, text.at);
    if (symbol.equals("D") || symbol.equals("T")) {
      return text.problem(
          symbol
              + " at column "
              + (from + 1)
              + " is an isotope of hydrogen, and isotopes are not read",
          from,
          "Write H.");
    }
    return text.problem(
        "Unknown element " + symbol + " at column " + (from + 1),
        from,
        Spelling.nearest(symbol, SYMBOLS)
            .map(near -> "Did you mean " + near + "?")
            .orElse("Use the symbols of the periodic table, such as Fe."));
  }

  private void bracket(char open, int depth) {
    int from = text.at;
    if (depth > DEEPEST) {
      throw text.problem(
          "Brackets are nested more than " + DEEPEST + " deep at column " + (from + 1),
          from,
          "Multiply the amounts out.");
    }
    text.at++;
    int start = size;
    groups(depth);
    close(open, from, start);
    // In [Fe(CN)6]4- the number is the charge.
    if (open != '[' || !FormulaCharge.sizeAndSignsEnd(text)) {
      scale(start, amount(), from);
    }
  }

  private void close(char open, int from, int start) {
    char wanted = FormulaText.closing(open);
    char next = text.peek();
    if (text.atEnd()) {
      throw text.problem(
          "The bracket " + open + " at column " + (from + 1) + " is never closed",
          from,
          "Add a " + wanted + ".");
    }
    if (size == start && FormulaText.isDigit(next)) {
      throw text.problem(
          "A bracket cannot begin with a number, at column " + (text.at + 1),
          text.at,
          "Isotopes are not read: write C for [13C]. Multiply after the bracket: (H2O)2.");
    }
    if (next != wanted && FormulaText.isClosing(next)) {
      throw text.problem(
          "The bracket "
              + open
              + " at column "
              + (from + 1)
              + " meets "
              + next
              + " at column "
              + (text.at + 1),
          text.at,
          "Close it by " + wanted + ".");
    }
    if (next != wanted) {
      throw text.unexpected();
    }
    if (size == start) {
      throw text.problem("The bracket at column " + (from + 1) + " is empty", from, "Remove it.");
    }
    text.at++;
  }

  // Amounts

  private double amount() {
    text.skipSpace();
    if (!FormulaText.isDigit(text.peek())) {
      return 1;
    }
    amountFrom = text.at;
    double amount = text.number();
    amountTo = text.at;
    return amount;
  }

  private void add(Element element) {
    if (size == amounts.length) {
      ordinals = Arrays.copyOf(ordinals, 2 * size);
      amounts = Arrays.copyOf(amounts, 2 * size);
    }
    ordinals[size] = (byte) element.ordinal();
    amounts[size++] = 1;
  }

  private void scale(int start, double multiplier, int from) {
    if (multiplier == 1) {
      return;
    }
    for (int i = start; i < size; i++) {
      amounts[i] *= multiplier;
      if (!(amounts[i] > 0)) {
        throw text.problem(
            "The amount at column " + (from + 1) + " is 0", from, "Leave out what is absent.");
      }
    }
  }
}
