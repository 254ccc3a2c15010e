package org.suiseki.simulate;

/**
 * One wavelength of a radiation.
 *
 * @param wavelength in Å
 * @param weight its share of the intensity; only ratios between lines count
 */
public record EmissionLine(double wavelength, double weight) {
  private static final double SHORTEST = 0.01;
  private static final double LONGEST = 100;

  /**
   * @throws SimulateException for a wavelength outside 0.01 to 100 Å or a weight that is not above
   *     0
   */
  public EmissionLine {
    if (!(wavelength >= SHORTEST && wavelength <= LONGEST)) {
      throw new SimulateException(
          "The wavelength is " + wavelength + " Å.",
          "Give it in Å, from " + SHORTEST + " to " + LONGEST + ".");
    }
    if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new SimulateException(
          "The weight of the line at " + wavelength + " Å is " + weight + ".",
          "Give a number above 0, such as 1 for Kα1 and 0.5 for Kα2.");
    }
  }
}
