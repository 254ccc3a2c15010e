package org.suiseki.learn;

import java.util.Arrays;

/**
 * Quantiles, linear between order statistics: definition 7 of Hyndman and Fan, Am. Stat. 50, 361
 * (1996), doi:10.1080/00031305.1996.10473566, which is the default of NumPy and R.
 */
public final class Quantile {

  private Quantile() {}

  /**
   * The value that a share of the values stays below.
   *
   * @param values in any order, without NaN; left as they are
   * @param probability in [0, 1]
   */
  public static double of(double[] values, double probability) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted, probability);
  }

  /** The same for values that ascend already, in constant time. */
  public static double ofSorted(double[] sorted, double probability) {
    if (sorted.length == 0 || !(probability >= 0 && probability <= 1)) {
      throw new LearnException(
          "The quantile " + probability + " of " + sorted.length + " values was asked for.",
          "Give one value or more and a probability between 0 and 1.");
    }
    double place = probability * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
