package org.suiseki.learn;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A confidence interval.
 *
 * @param low its lower end, in the unit of what it is about
 * @param high its upper end
 * @param level how often such intervals are meant to hold the true value, in (0, 1)
 */
public record Interval(double low, double high, double level) {

  public Interval {
    requireLevel(level);
  }

  /**
   * Student's interval for the mean over folds: mean ± t √(s²/k), with s² the variance over the k
   * folds and t the quantile for k − 1 degrees of freedom. Training sets of different folds
   * overlap, so this is somewhat too narrow (Bengio and Grandvalet, J. Mach. Learn. Res. 5, 1089,
   * 2004); {@link #overFolds(double[], double, double)} widens it.
   *
   * @param values a metric of each fold; NaN folds are left out; with fewer than two folds the ends
   *     are NaN
   */
  public static Interval overFolds(double[] values, double level) {
    return overFolds(values, 0, level);
  }

  /**
   * Student's interval with the corrected variance (1/k + n_test/n_train) s² of Nadeau and Bengio
   * (Mach. Learn. 52, 239, 2003, doi:10.1023/A:1024068626366, eq. 9).
   *
   * @param testPerTrain n_test/n_train: 1/(k − 1) for k folds
   */
  public static Interval overFolds(double[] values, double testPerTrain, double level) {
    requireLevel(level);
    double[] present = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    int folds = present.length;
    if (folds < 2) {
      return new Interval(Double.NaN, Double.NaN, level);
    }
    double mean = Arrays.stream(present).sum() / folds;
    double variance =
        Arrays.stream(present).map(value -> (value - mean) * (value - mean)).sum() / (folds - 1);
    double half =
        StudentT.quantile(0.5 + level / 2, folds - 1)
            * Math.sqrt((1.0 / folds + testPerTrain) * variance);
    return new Interval(mean - half, mean + half, level);
  }

  /**
   * The percentile bootstrap (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, §13.3):
   * rows are drawn with replacement, the metric is taken each time, and the interval lies between
   * its quantiles. It speaks of the chance in the choice of test rows, not of the chance in
   * training. Costs {@code draws} metrics; use 1000 or more for 95 %.
   *
   * <p>Rows with NaN truth are left out, and so are draws for which the metric is undefined.
   */
  public static Interval bootstrap(
      Metric metric, double[] truth, double[] prediction, int draws, double level, long seed) {
    requireLevel(level);
    int[] present = Metrics.present(truth, prediction);
    if (present.length < 2 || draws < 2) {
      return new Interval(Double.NaN, Double.NaN, level);
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      int[] rows = new int[present.length];
      Arrays.setAll(rows, place -> present[below(present.length, random)]);
      values[draw] = metric.of(Metrics.pick(truth, rows), Metrics.pick(prediction, rows));
    }
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    return new Interval(
        quantile(sorted, 0.5 - level / 2), quantile(sorted, 0.5 + level / 2), level);
  }

  /** Linear between order statistics: definition 7 of Hyndman and Fan, Am. Stat. 50, 361 (1996). */
  private static double quantile(double[] sorted, double probability) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = probability * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /**
   * A number below the bound from 31 random bits, the same on every Java version; its bias is below
   * bound/2³¹.
   */
  private static int below(int bound, SplittableRandom random) {
    return (int) ((random.nextLong() >>> 33) * bound >>> 31);
  }

  private static void requireLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new LearnException(
          "The confidence level " + level + " is not between 0 and 1.", "Give for example 0.95.");
    }
  }
}
