package org.suiseki.matter;

/**
 * Reads the charge at the end of a formula; the notations are listed at {@link Composition#parse}.
 *
 * <pre>
 * charge = "^" value | "^{" value "}" | value
 * value  = size sign | sign [ size ] | sign sign { sign }
 * </pre>
 */
final class FormulaCharge {
  private FormulaCharge() {}

  /**
   * Whether from here on there are only digits and then signs, so that the digits can be a charge.
   */
  static boolean sizeAndSignsEnd(FormulaText text) {
    int i = text.afterDigits(text.at);
    if (i == text.at || FormulaText.sign(text.peek(i)) == 0) {
      return false;
    }
    return text.peek(text.afterSpace(i + 1)) == FormulaText.END;
  }

  /**
   * Reads a charge, in elementary charges, and leaves the text behind it.
   *
   * @throws MatterException where what stands here is no charge
   */
  static int read(FormulaText text) {
    int from = text.at;
    boolean caret = text.peek() == '^';
    boolean braces = caret && text.peek(from + 1) == '{';
    text.at += (caret ? 1 : 0) + (braces ? 1 : 0);
    int before = size(text);
    int sign = FormulaText.sign(text.peek());
    if (sign == 0 && !caret && before < 0) {
      throw text.unexpected();
    }
    int signs = signs(text, sign);
    int after = size(text);
    boolean closed = !braces || text.peek() == '}';
    int given = (before >= 0 ? 1 : 0) + (after >= 0 ? 1 : 0) + (signs > 1 ? 1 : 0);
    int magnitude = Math.max(signs, Math.max(before, after));
    if (sign == 0
        || !closed
        || given > 1
        || before == 0
        || after == 0
        || magnitude > Composition.LARGEST_CHARGE) {
      throw text.problem(
          "There is no charge to read at column " + (from + 1),
          from,
          "Write a charge from 1 to 999 and its sign at the end: SO4^2-. Isotopes are not read:"
              + " write H for ^2H.");
    }
    text.at += braces ? 1 : 0;
    return sign * magnitude;
  }

  private static int signs(FormulaText text, int sign) {
    int from = text.at;
    while (sign != 0 && FormulaText.sign(text.peek()) == sign) {
      text.at++;
    }
    return text.at - from;
  }

  /**
   * A run of digits or superscripts, no larger than one above the largest charge; -1 where there is
   * none.
   */
  private static int size(FormulaText text) {
    int size = -1;
    while (true) {
      int digit = Math.max(FormulaText.digit(text.peek()), FormulaText.superscript(text.peek()));
      if (digit < 0) {
        return size;
      }
      size = Math.min(10 * Math.max(size, 0) + digit, Composition.LARGEST_CHARGE + 1);
      text.at++;
    }
  }

  /**
   * Refuses a sign directly after an amount where the amount may well be meant as the charge:
   * behind a bracket, in a formula of one symbol, or with two digits or more.
   */
  static void checkAmount(FormulaText text, int amountFrom, int amountTo, boolean single) {
    String number = text.between(amountFrom, amountTo);
    char sign = text.peek(amountTo);
    boolean bracket = FormulaText.isClosing(text.peek(text.lastBefore(amountFrom)));
    boolean severalDigits = number.length() > 1 && number.indexOf('.') < 0;
    boolean plain = FormulaText.sign(sign) != 0 && sign != '⁺' && sign != '⁻';
    if (!plain || !(bracket || single || severalDigits)) {
      return;
    }
    int kept = bracket || single ? 0 : number.length() - 1;
    String head = text.between(Math.max(0, amountFrom - 40), amountFrom).strip();
    throw text.problem(
        "The number before the sign at column "
            + (amountTo + 1)
            + " may be an amount or the charge",
        amountTo,
        "Write %s%s^%s%c for the charge, or %s%s^%c for the amount."
            .formatted(
                head, number.substring(0, kept), number.substring(kept), sign, head, number, sign));
  }
}
