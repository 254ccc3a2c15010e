package org.suiseki.describe.spectrum;

/**
 * A straight background and pseudo-Voigts, as a model of values: parameters are the background at
 * the first and last point, then position, height, width and mixing of each peak.
 */
final class PeakSum {
  static final int BACKGROUND = 2;
  static final int EACH = 4;
  private static final double LN2 = Math.log(2);

  /** Area of a Gaussian and a Lorentzian of height and full width 1. */
  private static final double GAUSSIAN_AREA = 0.5 * Math.sqrt(Math.PI / LN2);

  private static final double LORENTZIAN_AREA = 0.5 * Math.PI;

  private PeakSum() {}

  /** The value at x and its derivatives by all parameters. */
  static double value(double x, double from, double to, double[] parameters, double[] slopes) {
    double t = (x - from) / (to - from);
    slopes[0] = 1 - t;
    slopes[1] = t;
    double value = parameters[0] * (1 - t) + parameters[1] * t;
    for (int p = BACKGROUND; p < parameters.length; p += EACH) {
      double height = parameters[p + 1];
      double width = parameters[p + 2];
      double mixing = parameters[p + 3];
      double u = 2 * (x - parameters[p]) / width;
      double lorentzian = 1 / (1 + u * u);
      double gaussian = Math.exp(-LN2 * u * u);
      double shape = mixing * lorentzian + (1 - mixing) * gaussian;
      double byU =
          -2 * u * height * (mixing * lorentzian * lorentzian + (1 - mixing) * LN2 * gaussian);
      slopes[p] = -2 / width * byU;
      slopes[p + 1] = shape;
      slopes[p + 2] = -u / width * byU;
      slopes[p + 3] = height * (lorentzian - gaussian);
      value += height * shape;
    }
    return value;
  }

  /** The area of the peak whose parameters begin at p, and its derivatives by these four. */
  static double area(double[] parameters, int p, double[] slopes) {
    double height = parameters[p + 1];
    double width = parameters[p + 2];
    double mixing = parameters[p + 3];
    double shape = mixing * LORENTZIAN_AREA + (1 - mixing) * GAUSSIAN_AREA;
    slopes[0] = 0;
    slopes[1] = width * shape;
    slopes[2] = height * shape;
    slopes[3] = height * width * (LORENTZIAN_AREA - GAUSSIAN_AREA);
    return height * width * shape;
  }
}
