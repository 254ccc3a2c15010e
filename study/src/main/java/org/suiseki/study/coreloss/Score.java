package org.suiseki.study.coreloss;

import java.util.stream.IntStream;
import org.suiseki.learn.Interval;
import org.suiseki.learn.Metric;
import org.suiseki.learn.Metrics;

/**
 * How well one model reads one property from one set of features, over all out-of-fold predictions
 * together.
 *
 * @param model network, ridge, trees or mean
 * @param interval 95 % of R², by leaving out one fold at a time
 */
record Score(
    MolecularProperty property,
    FeatureSet features,
    String model,
    SplitKind split,
    Metrics metrics,
    Interval interval) {
  private static final double LEVEL = 0.95;

  static Score of(
      MolecularProperty property,
      FeatureSet features,
      String model,
      SplitKind split,
      double[] truth,
      double[] said,
      int[] fold) {
    return new Score(
        property,
        features,
        model,
        split,
        Metrics.of(truth, said),
        Interval.ofR2OverFolds(truth, said, fold, LEVEL));
  }

  /** The interval of R²(with) − R²(without), leaving out one fold at a time. */
  static Interval gain(double[] truth, double[] without, double[] with, int[] fold) {
    int[] known =
        IntStream.range(0, truth.length).filter(row -> !Double.isNaN(truth[row])).toArray();
    return Interval.jackknifeOverFolds(
        known,
        fold,
        rows -> {
          double[] picked = pick(truth, rows);
          return Metric.R2.of(picked, pick(with, rows)) - Metric.R2.of(picked, pick(without, rows));
        },
        LEVEL);
  }

  private static double[] pick(double[] values, int[] rows) {
    return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
  }

  double r2() {
    return metrics.r2();
  }

  boolean is(MolecularProperty other, FeatureSet set, String name, SplitKind kind) {
    return property.equals(other) && features == set && model.equals(name) && split == kind;
  }
}
