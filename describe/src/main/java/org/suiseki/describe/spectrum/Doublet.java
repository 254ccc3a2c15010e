package org.suiseki.describe.spectrum;

import org.suiseki.describe.DescribeException;

/**
 * Two close wavelengths that an X-ray tube sends out together, so that every set of planes reflects
 * at two angles.
 *
 * @param first wavelength of Kα1 in Å
 * @param second wavelength of Kα2 in Å, above the first by less than a tenth
 * @param ratio intensity of Kα2 by that of Kα1, about 0.5
 */
public record Doublet(double first, double second, double ratio) {
  private static final double DEGREE = Math.PI / 180;
  private static final double WIDEST_SPLIT = 1.1;

  /**
   * @throws DescribeException for wavelengths that are no doublet or a ratio not in 0 to 1
   */
  public Doublet {
    if (!(first > 0) || !(second > first) || !(second < WIDEST_SPLIT * first)) {
      throw new DescribeException(
          "Wavelengths of " + first + " and " + second + " Å are no doublet.",
          "Give Kα1, then Kα2 in Å, such as 1.5405929 and 1.5444274 of copper.");
    }
    if (!(ratio > 0 && ratio < 1)) {
      throw new DescribeException(
          "The ratio of Kα2 to Kα1 is " + ratio + ".", "Give one between 0 and 1, about 0.5.");
    }
  }

  /**
   * The angle 2θ in degrees at which planes reflect the second line that reflect the first at
   * {@code angle}; 180 where they no longer can.
   */
  double secondOf(double angle) {
    double sine = Math.sin(0.5 * angle * DEGREE) * second / first;
    return sine < 1 ? 2 * Math.asin(sine) / DEGREE : 180;
  }

  /** The angle of the first line, for one of the second. */
  double firstOf(double angle) {
    return 2 * Math.asin(Math.sin(0.5 * angle * DEGREE) * first / second) / DEGREE;
  }

  /** How the angle of the second line moves with that of the first. */
  double slope(double angle) {
    double stretch = second / first;
    double sine = Math.sin(0.5 * angle * DEGREE) * stretch;
    double cosine = Math.sqrt(Math.max(0, 1 - sine * sine));
    return cosine > 0 ? stretch * Math.cos(0.5 * angle * DEGREE) / cosine : 0;
  }
}
