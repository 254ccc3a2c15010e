package org.suiseki.describe.spectrum;

import java.util.Arrays;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Spectrum;

/** Where the standard deviation of each value comes from. */
public enum PeakNoise {
  /** The values are counts: the root of each, of those below 1 taken as 1. */
  COUNTING,
  /**
   * From second differences: their median absolute value by 0.6745 √6, for each block of about 100
   * points (fewer than 200 are one block), and straight lines between the blocks' middles. Peaks
   * raise it little where they fill less than a fifth of a block, or have many points. Of smoothed
   * data too small.
   */
  ESTIMATED;

  private static final int BLOCK = 100;

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
    int blocks = Math.max(1, n / BLOCK);
    double[] levels = new double[blocks];
    for (int b = 0; b < blocks; b++) {
      levels[b] = median(sizes, begin(n, blocks, b), begin(n, blocks, b + 1));
    }
    double scale = 1 / (NORMAL_MEDIAN * SECOND_DIFFERENCE);
    double[] noise = new double[spectrum.length()];
    for (int i = 0; i < noise.length; i++) {
      double place = Math.min(Math.max((i - 0.5) * blocks / n - 0.5, 0), blocks - 1);
      int left = Math.min((int) place, Math.max(0, blocks - 2));
      double t = place - left;
      noise[i] = scale * (levels[left] * (1 - t) + levels[Math.min(left + 1, blocks - 1)] * t);
      if (!(noise[i] > 0)) {
        throw PointFault.of(
            spectrum,
            i,
            "Noise is estimated from values that scatter",
            "Give the deviation of each value, or use counting statistics.");
      }
    }
    return noise;
  }

  private static int begin(int n, int blocks, int block) {
    return (int) ((long) n * block / blocks);
  }

  private static double median(double[] sizes, int from, int to) {
    double[] sorted = Arrays.copyOfRange(sizes, from, to);
    Arrays.sort(sorted);
    return 0.5 * (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]);
  }
}
