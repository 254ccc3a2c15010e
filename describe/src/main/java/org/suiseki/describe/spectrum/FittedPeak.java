package org.suiseki.describe.spectrum;

/**
 * A pseudo-Voigt as fitted, each number with its standard deviation.
 *
 * @param position in the axis's unit
 * @param height above the background, in the values' unit
 * @param width full, at half maximum, in the axis's unit
 * @param mixing the Lorentzian share, from 0 to 1; at one of these ends it is held there and its
 *     deviation is 0
 * @param area in the values' unit times the axis's
 * @param settled false where the position or the width came to the end of what was allowed, a found
 *     width from where it was found or six of them wide: then the data do not tell this peak from
 *     its neighbours
 */
public record FittedPeak(
    Measured position,
    Measured height,
    Measured width,
    Measured mixing,
    Measured area,
    boolean settled) {

  /**
   * A number and its standard deviation, both in the same unit. The deviation holds for deviations
   * of the data that are right; it is not scaled by χ².
   */
  public record Measured(double value, double deviation) {}
}
