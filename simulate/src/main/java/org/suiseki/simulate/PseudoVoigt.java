package org.suiseki.simulate;

import java.util.Arrays;

/**
 * Adds peaks to the bins of an axis, each bin getting the mean of the peak over it, so that a peak
 * keeps its area however narrow it is.
 *
 * <p>A bin reaches half-way to its neighbours; the first and last are symmetric. The Gaussian ends
 * at 8 standard deviations, the Lorentzian where a given part of its area is left, which is put
 * back by raising the rest.
 */
final class PseudoVoigt {
  /** Below, four terms of the series of atan are exact to 1e-13. */
  private static final double SMALL = 0.03;

  /** Beyond so many spreads and half widths parts of a peak are added at their mean: 1e-3 there. */
  private static final double NEAR = 30;

  private static final double STANDARD_DEVIATIONS = 2 * Math.sqrt(2 * Math.log(2));

  /** One more than there are bins. */
  private final double[] edge;

  private final double[] values;
  private final double cut;

  PseudoVoigt(double[] points, double[] values, double cut) {
    this.values = values;
    this.cut = cut;
    this.edge = new double[points.length + 1];
    int last = points.length - 1;
    for (int i = 1; i <= last; i++) {
      edge[i] = (points[i - 1] + points[i]) / 2;
    }
    edge[0] = points[0] - (edge[1] - points[0]);
    edge[last + 1] = points[last] + (points[last] - edge[last]);
  }

  /**
   * Adds a peak that is a mixture of equal ones, near each other.
   *
   * @param centres of its parts
   * @param weights of its parts, together 1
   * @param shift added to the centres
   * @param width full at half maximum, of both shapes
   * @param mixing the Lorentzian share
   */
  void add(
      double[] centres, double[] weights, double shift, double area, double width, double mixing) {
    if (mixing < 1) {
      for (int i = 0; i < centres.length; i++) {
        addGaussian(
            centres[i] + shift, weights[i] * area * (1 - mixing), width / STANDARD_DEVIATIONS);
      }
    }
    if (mixing > 0) {
      addLorentzian(centres, weights, shift, area * mixing, width / 2);
    }
  }

  private void addGaussian(double centre, double area, double sigma) {
    int to = end(centre + NormalArea.END * sigma);
    int bin = begin(centre - NormalArea.END * sigma);
    double below = bin < to ? NormalArea.to((edge[bin] - centre) / sigma) : 0;
    for (; bin < to; bin++) {
      double above = NormalArea.to((edge[bin + 1] - centre) / sigma);
      values[bin] += area * (above - below) / (edge[bin + 1] - edge[bin]);
      below = above;
    }
  }

  private void addLorentzian(
      double[] centres, double[] weights, double shift, double area, double half) {
    double mean = shift;
    double spread = 0;
    for (int i = 0; i < centres.length; i++) {
      mean += weights[i] * centres[i];
    }
    for (double centre : centres) {
      spread = Math.max(spread, Math.abs(centre + shift - mean));
    }
    // The part of the area beyond ± reach is (2/π) atan(half/reach).
    double reach = half / Math.tan(Math.PI / 2 * cut);
    double near = Math.min(reach, NEAR * (spread + half));
    double total = 2 * arc(near / half, reach / half);
    for (int i = 0; i < centres.length; i++) {
      double away = centres[i] + shift - mean;
      total += weights[i] * arc((-near - away) / half, (near - away) / half);
    }
    double height = area / total;
    for (int i = 0; i < centres.length; i++) {
      double centre = centres[i] + shift;
      addPart(centre, height * weights[i], half, mean - near, mean + near);
    }
    // From afar the parts are one.
    addPart(mean, height, half, mean - reach, mean - near);
    addPart(mean, height, half, mean + near, mean + reach);
  }

  /** The Lorentzian between two angles. */
  private void addPart(double centre, double height, double half, double low, double high) {
    int to = end(high);
    for (int bin = begin(low); bin < to; bin++) {
      double from = (Math.max(low, edge[bin]) - centre) / half;
      double till = (Math.min(high, edge[bin + 1]) - centre) / half;
      values[bin] += height * arc(from, till) / (edge[bin + 1] - edge[bin]);
    }
  }

  /** atan b − atan a. */
  private static double arc(double a, double b) {
    double ratio = (b - a) / (1 + a * b);
    if (Math.abs(ratio) < SMALL && a * b > -1) {
      double s = ratio * ratio;
      return ratio * (1 - s * (1.0 / 3 - s * (1.0 / 5 - s / 7)));
    }
    return Math.atan(b) - Math.atan(a);
  }

  /** The first bin that reaches beyond an angle. */
  private int begin(double angle) {
    int found = Arrays.binarySearch(edge, angle);
    return Math.max(0, found >= 0 ? found : -found - 2);
  }

  /** The bin after the last one that begins before an angle. */
  private int end(double angle) {
    int found = Arrays.binarySearch(edge, angle);
    return Math.min(values.length, found >= 0 ? found : -found - 1);
  }
}
