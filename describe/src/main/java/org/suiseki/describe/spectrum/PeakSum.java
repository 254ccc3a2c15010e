package org.suiseki.describe.spectrum;

import java.util.Arrays;
import java.util.Optional;

/**
 * A straight background and pseudo-Voigts, as a model of the values at some points: parameters are
 * the background at the first and last point, then position, height, width and mixing of each peak.
 * With a {@link Doublet} every peak has a second line of the same width and mixing, whose place and
 * height follow from the first.
 */
final class PeakSum {
  static final int BACKGROUND = 2;
  static final int EACH = 4;
  private static final double LN2 = Math.log(2);

  /** Area of a Gaussian and a Lorentzian of height and full width 1. */
  private static final double GAUSSIAN_AREA = 0.5 * Math.sqrt(Math.PI / LN2);

  private static final double LORENTZIAN_AREA = 0.5 * Math.PI;

  /** In half widths, squared: a Gaussian is below 1e-18 of its height. */
  private static final double FAR = 60;

  private final double[] x;
  private final Optional<Doublet> doublet;

  /**
   * @param x rising, at least two
   */
  PeakSum(double[] x, Optional<Doublet> doublet) {
    this.x = x;
    this.doublet = doublet;
  }

  /** The values at all points. */
  void values(double[] parameters, double[] out) {
    background(parameters, out);
    for (int p = BACKGROUND; p < parameters.length; p += EACH) {
      double height = parameters[p + 1];
      add(parameters[p], height, parameters[p + 2], parameters[p + 3], out);
      if (doublet.isPresent()) {
        Doublet lines = doublet.get();
        double second = lines.secondOf(parameters[p]);
        add(second, lines.ratio() * height, parameters[p + 2], parameters[p + 3], out);
      }
    }
  }

  private void background(double[] parameters, double[] out) {
    double from = x[0];
    double range = x[x.length - 1] - from;
    for (int i = 0; i < x.length; i++) {
      double t = (x[i] - from) / range;
      out[i] = parameters[0] * (1 - t) + parameters[1] * t;
    }
  }

  private void add(double position, double height, double width, double mixing, double[] out) {
    double scale = 2 / width;
    for (int i = 0; i < x.length; i++) {
      double u = scale * (x[i] - position);
      double square = u * u;
      double shape = mixing / (1 + square);
      if (square < FAR) {
        shape += (1 - mixing) * Math.exp(-LN2 * square);
      }
      out[i] += height * shape;
    }
  }

  /** The derivatives of the value at a point by all parameters. */
  void slopes(int point, double[] parameters, double[] slopes) {
    double t = (x[point] - x[0]) / (x[x.length - 1] - x[0]);
    Arrays.fill(slopes, 0);
    slopes[0] = 1 - t;
    slopes[1] = t;
    for (int p = BACKGROUND; p < parameters.length; p += EACH) {
      add(x[point] - parameters[p], 1, 1, parameters, p, slopes);
      if (doublet.isPresent()) {
        Doublet lines = doublet.get();
        double beyond = x[point] - lines.secondOf(parameters[p]);
        add(beyond, lines.ratio(), lines.slope(parameters[p]), parameters, p, slopes);
      }
    }
  }

  /**
   * Adds the derivatives of one line of the peak at {@code p}.
   *
   * @param from the line to the point
   * @param part of the peak's height
   * @param moves with the peak's position
   */
  private static void add(
      double from, double part, double moves, double[] parameters, int p, double[] slopes) {
    double height = part * parameters[p + 1];
    double width = parameters[p + 2];
    double mixing = parameters[p + 3];
    double u = 2 * from / width;
    double square = u * u;
    double lorentzian = 1 / (1 + square);
    double gaussian = square < FAR ? Math.exp(-LN2 * square) : 0;
    double byU =
        -2 * u * height * (mixing * lorentzian * lorentzian + (1 - mixing) * LN2 * gaussian);
    slopes[p] -= moves * 2 / width * byU;
    slopes[p + 1] += part * (mixing * lorentzian + (1 - mixing) * gaussian);
    slopes[p + 2] -= u / width * byU;
    slopes[p + 3] += height * (lorentzian - gaussian);
  }

  /**
   * The area of the peak whose parameters begin at p, of a doublet that of its first line, and its
   * derivatives by these four.
   */
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
