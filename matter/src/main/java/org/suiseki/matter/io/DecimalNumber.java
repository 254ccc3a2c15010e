package org.suiseki.matter.io;

import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/** Numbers as tables write them. */
final class DecimalNumber {
  private DecimalNumber() {}

  /**
   * A finite number with a decimal point.
   *
   * @param what names the number in the error
   */
  static double parse(String text, String what, Place place) {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new MatterException(
          "The " + what + " is '" + text + "', not a number.",
          place,
          text.matches("[-+]?\\d+,\\d+")
              ? "Write a decimal point instead of the comma."
              : "Correct it.",
          e);
    }
    if (!Double.isFinite(value)) {
      throw new MatterException(
          "The " + what + " is " + text + ".", place, "Give a finite number.");
    }
    return value;
  }

  /** Whether a text starts a line of numbers rather than a head. */
  static boolean isNumber(String text) {
    try {
      Double.parseDouble(text);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
