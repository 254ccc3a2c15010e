package org.suiseki.learn.transfer;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Corrections for having asked the same question of many sources: among twenty useless ones the
 * best has p &lt; 0.05 more often than not. Both hold the probability of even one false discovery.
 */
final class ManyTests {

  private ManyTests() {}

  /**
   * Holm's step-down correction of p values (Scand. J. Statist. 6, 65, 1979): the i-th smallest of
   * m is multiplied by m − i + 1, and none becomes less than one before it. Asks nothing of how the
   * tests depend on each other.
   */
  static double[] holm(double[] p) {
    int[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted((a, b) -> Double.compare(p[a], p[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] corrected = new double[p.length];
    double before = 0;
    for (int i = 0; i < order.length; i++) {
      before = Math.max(before, Math.min(1, (p.length - i) * p[order[i]]));
      corrected[order[i]] = before;
    }
    return corrected;
  }

  /**
   * The single-step max-T permutation test (Westfall and Young, Resampling-Based Multiple Testing,
   * 1993, §2.6): without any effect the gain of each block is as likely negative as positive. All
   * sources flip together, so that what they share is kept, and each statistic is compared with the
   * largest among all sources. It takes the trained models as given: unlike {@link Comparison} it
   * knows the chance in the choice of test rows, not that in the choice of training rows.
   *
   * @param gains sources × blocks; a block is what depends on itself, such as the polymorphs of one
   *     formula
   * @return for each source the probability of a statistic as large among all
   */
  static double[] maxT(double[][] gains, int flips, long seed) {
    double[] seen = new double[gains.length];
    for (int source = 0; source < gains.length; source++) {
      seen[source] = statistic(gains[source], new long[0]);
    }
    int[] above = new int[gains.length];
    SplittableRandom random = new SplittableRandom(seed);
    int blocks = gains.length == 0 ? 0 : gains[0].length;
    for (int flip = 0; flip < flips; flip++) {
      long[] signs = new long[(blocks + 63) / 64];
      Arrays.setAll(signs, word -> random.nextLong());
      double largest = Double.NEGATIVE_INFINITY;
      for (double[] one : gains) {
        largest = Math.max(largest, statistic(one, signs));
      }
      for (int source = 0; source < seen.length; source++) {
        above[source] += largest >= seen[source] ? 1 : 0;
      }
    }
    // The seen signs are one of the flips (Phipson and Smyth 2010), so that p is never 0.
    return Arrays.stream(above).mapToDouble(count -> (count + 1.0) / (flips + 1)).toArray();
  }

  /** Student's t of the mean, with the signs of some blocks flipped; 0 where nothing differs. */
  private static double statistic(double[] gains, long[] signs) {
    double sum = 0;
    double squares = 0;
    for (int block = 0; block < gains.length; block++) {
      boolean flipped = signs.length > 0 && (signs[block >> 6] >>> (block & 63) & 1) == 1;
      sum += flipped ? -gains[block] : gains[block];
      squares += gains[block] * gains[block];
    }
    int n = gains.length;
    double variance = (squares - sum * sum / n) / (n - 1);
    if (squares == 0) {
      return 0;
    }
    // With every sign equal and every gain too there is no variance, and the largest t of all.
    return sum / n / Math.sqrt(Math.max(variance, 1e-12 * squares) / n);
  }
}
