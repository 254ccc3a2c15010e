package org.suiseki.describe.spectrum;

import java.util.Arrays;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Spectrum;

/** Where the standard deviation of each value comes from. */
public enum PeakNoise {
  /** The values are counts: the root of each, of those below 1 taken as 1. */
  COUNTING,
  /**
   * The same everywhere, from second differences: their median absolute value by 0.6745 √6, which
   * peaks raise little where they fill less than a fifth of the range. Of smoothed data too small.
   */
  ESTIMATED;

  /** Median of the absolute value of a standard normal variate. */
  private static final double NORMAL_MEDIAN = 0.6744897501960817;

  /** Deviation of y(i − 1) − 2 y(i) + y(i + 1) for white noise of deviation 1. */
  private static final double SECOND_DIFFERENCE = Math.sqrt(6);

  /**
   * The deviation of each value, above 0.
   *
   * @throws DescribeException where the values are no counts, or too few or too smooth to estimate
   */
  public double[] of(Spectrum spectrum) {
    return switch (this) {
      case COUNTING -> counting(spectrum);
      case ESTIMATED -> estimated(spectrum);
    };
  }

  private static double[] counting(Spectrum spectrum) {
    double[] values = spectrum.values();
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0) {
        throw PointFault.of(
            spectrum,
            i,
            "Counts are never negative",
            "Estimate the noise, or look for peaks before the background is taken away.");
      }
      values[i] = Math.sqrt(Math.max(1, values[i]));
    }
    return values;
  }

  private static double[] estimated(Spectrum spectrum) {
    int n = spectrum.length() - 2;
    if (n < 3) {
      throw new DescribeException(
          "Noise cannot be estimated from " + spectrum.length() + " points.", "Give at least 5.");
    }
    double[] sizes = new double[n];
    for (int i = 0; i < n; i++) {
      double second = spectrum.value(i) - 2 * spectrum.value(i + 1) + spectrum.value(i + 2);
      sizes[i] = Math.abs(second);
    }
    Arrays.sort(sizes);
    double median = 0.5 * (sizes[(n - 1) / 2] + sizes[n / 2]);
    if (!(median > 0)) {
      throw new DescribeException(
          "The spectrum has no noise that could be estimated.",
          "Give the deviation of each value.");
    }
    double[] noise = new double[spectrum.length()];
    Arrays.fill(noise, median / (NORMAL_MEDIAN * SECOND_DIFFERENCE));
    return noise;
  }
}
