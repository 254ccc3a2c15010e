package org.suiseki.study.coreloss;

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
        Interval.jackknifeOverFolds(Metric.R2, truth, said, fold, 0.95));
  }

  double r2() {
    return metrics.r2();
  }

  boolean is(MolecularProperty other, FeatureSet set, String name, SplitKind kind) {
    return property.equals(other) && features == set && model.equals(name) && split == kind;
  }
}
