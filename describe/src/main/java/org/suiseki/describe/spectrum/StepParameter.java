package org.suiseki.describe.spectrum;

/**
 * A number or a word that a step takes.
 *
 * @param value as text; empty where it was not given and is not needed
 * @param unit {@code "1"} for pure numbers and words, {@code axis} for the unit of the spectrum's
 *     axis, {@code value} for that of its values
 */
public record StepParameter(String name, String value, String unit) {

  static StepParameter of(String name, double value, String unit) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e9;
    return new StepParameter(
        name, whole ? Long.toString((long) value) : Double.toString(value), unit);
  }
}
