package org.suiseki.learn.transfer;

import org.suiseki.learn.Metric;

/** What counts when one way to learn is chosen before another, and when they are judged. */
public enum Goal {
  /** A small absolute error, in the unit of the target. */
  ERROR {
    @Override
    double loss(double[] truth, double[] prediction) {
      return Metric.MAE.of(truth, prediction);
    }
  },

  /** The right order: 1 − Spearman's correlation; 1 where it is undefined. */
  ORDER {
    @Override
    double loss(double[] truth, double[] prediction) {
      double correlation = Metric.SPEARMAN.of(truth, prediction);
      return Double.isNaN(correlation) ? 1 : 1 - correlation;
    }
  };

  /** The less the better. */
  abstract double loss(double[] truth, double[] prediction);
}
