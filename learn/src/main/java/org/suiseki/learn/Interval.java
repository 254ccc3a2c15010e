package org.suiseki.learn;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

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
      return unknown(level);
    }
    double mean = Arrays.stream(present).sum() / folds;
    double variance = squares(present, mean) / (folds - 1);
    return student(mean, (1.0 / folds + testPerTrain) * variance, folds - 1, level);
  }

  /**
   * Student's interval for a metric of all rows together, such as the pooled R² of a cross
   * validation, by the jackknife: each fold in turn is left out, and the variance is (k − 1)/k Σ
   * (θ₍ⱼ₎ − θ₍·₎)² over the metrics θ₍ⱼ₎ of what is left, with θ₍·₎ their mean (Efron and
   * Tibshirani, An Introduction to the Bootstrap, 1993, eq. 11.5, with folds in the place of single
   * rows); t has k − 1 degrees of freedom. It is centred at the metric of all rows.
   *
   * <p>Leaving whole folds out keeps together what depends on one another: the rows of a scaffold,
   * and the errors of one trained model. Folds should be of like size; the formula gives each the
   * same weight. Few folds make it wide, and a metric that is not smooth in the rows, such as the
   * largest error, is no case for a jackknife. For the mean absolute error over folds of equal size
   * it is {@link #overFolds(double[], double)}.
   *
   * @param fold of each row, any number for each fold
   * @return ends of NaN with fewer than two folds, or where the metric is undefined without one.
   *     Rows with NaN truth are left out
   */
  public static Interval jackknifeOverFolds(
      Metric metric, double[] truth, double[] prediction, int[] fold, double level) {
    requireLevel(level);
    if (fold.length != truth.length) {
      throw new LearnException(
          fold.length + " folds for " + truth.length + " rows.", "Give one fold for each row.");
    }
    int[] present = Metrics.present(truth, prediction);
    return jackknifeOverFolds(present, fold, rows -> over(rows, metric, truth, prediction), level);
  }

  /**
   * The same for any statistic of some rows, such as the difference between two models.
   *
   * @param rows that count
   * @param fold of each row of the whole set
   * @param statistic of a subset of {@code rows}
   */
  public static Interval jackknifeOverFolds(
      int[] rows, int[] fold, ToDoubleFunction<int[]> statistic, double level) {
    requireLevel(level);
    int[] folds = IntStream.of(rows).map(row -> fold[row]).distinct().toArray();
    if (folds.length < 2) {
      return unknown(level);
    }
    double[] without =
        IntStream.of(folds)
            .mapToObj(left -> IntStream.of(rows).filter(row -> fold[row] != left).toArray())
            .mapToDouble(statistic)
            .toArray();
    double mean = Arrays.stream(without).sum() / folds.length;
    double variance = squares(without, mean) * (folds.length - 1) / folds.length;
    return student(statistic.applyAsDouble(rows), variance, folds.length - 1, level);
  }

  /**
   * The interval of R² by leaving out one fold at a time, on the scale of ln(1 − R²), which has no
   * upper end that an interval could cross. Rows with NaN truth are left out.
   */
  public static Interval ofR2OverFolds(
      double[] truth, double[] prediction, int[] fold, double level) {
    int[] present = Metrics.present(truth, prediction);
    Interval logarithm =
        jackknifeOverFolds(
            present, fold, rows -> Math.log(1 - over(rows, Metric.R2, truth, prediction)), level);
    return new Interval(1 - Math.exp(logarithm.high()), 1 - Math.exp(logarithm.low()), level);
  }

  private static double over(int[] rows, Metric metric, double[] truth, double[] prediction) {
    return metric.of(Metrics.pick(truth, rows), Metrics.pick(prediction, rows));
  }

  private static Interval student(double centre, double variance, int degrees, double level) {
    double half = StudentT.quantile(0.5 + level / 2, degrees) * Math.sqrt(variance);
    return new Interval(centre - half, centre + half, level);
  }

  private static Interval unknown(double level) {
    return new Interval(Double.NaN, Double.NaN, level);
  }

  private static double squares(double[] values, double centre) {
    return Arrays.stream(values).map(value -> (value - centre) * (value - centre)).sum();
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
    return bootstrap(present, rows -> over(rows, metric, truth, prediction), draws, level, seed);
  }

  /**
   * The same for any statistic of some rows, such as the macro-F1 of a classifier or the difference
   * between two models. A draw may miss a rare class altogether: with ten rows of a class one in
   * twenty thousand does.
   *
   * @param present rows to draw from
   * @param statistic of rows, of which some may stand several times
   */
  public static Interval bootstrap(
      int[] present, ToDoubleFunction<int[]> statistic, int draws, double level, long seed) {
    requireLevel(level);
    if (present.length < 2 || draws < 2) {
      return unknown(level);
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      int[] rows = new int[present.length];
      Arrays.setAll(rows, place -> present[below(present.length, random)]);
      values[draw] = statistic.applyAsDouble(rows);
    }
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    if (sorted.length == 0) {
      return unknown(level);
    }
    return new Interval(
        Quantile.ofSorted(sorted, 0.5 - level / 2),
        Quantile.ofSorted(sorted, 0.5 + level / 2),
        level);
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
