package org.suiseki.learn;

import java.util.stream.IntStream;

/**
 * All of {@link Metric} for one output over one set of rows.
 *
 * @param rows how many rows have a truth and were counted
 * @param missing how many rows were left out because their truth is NaN
 */
public record Metrics(
    int rows,
    int missing,
    double r2,
    double mae,
    double rmse,
    double maxError,
    double pearson,
    double spearman) {

  /**
   * Rows whose truth is NaN are left out and counted. Without any row left all metrics are NaN.
   *
   * @throws LearnException where a prediction is not finite: a metric that skips it would flatter
   *     the model
   */
  public static Metrics of(double[] truth, double[] prediction) {
    int[] present = present(truth, prediction);
    double[] y = pick(truth, present);
    double[] f = pick(prediction, present);
    return new Metrics(
        y.length,
        truth.length - y.length,
        Metric.R2.of(y, f),
        Metric.MAE.of(y, f),
        Metric.RMSE.of(y, f),
        Metric.MAX_ERROR.of(y, f),
        Metric.PEARSON.of(y, f),
        Metric.SPEARMAN.of(y, f));
  }

  public double get(Metric metric) {
    return switch (metric) {
      case R2 -> r2;
      case MAE -> mae;
      case RMSE -> rmse;
      case MAX_ERROR -> maxError;
      case PEARSON -> pearson;
      case SPEARMAN -> spearman;
    };
  }

  /** The rows that have a truth, after checking that each of them has a prediction. */
  static int[] present(double[] truth, double[] prediction) {
    if (truth.length != prediction.length) {
      throw new LearnException(
          truth.length + " truths and " + prediction.length + " predictions cannot be compared.",
          "Give one prediction for each truth, in the same order.");
    }
    int[] present =
        IntStream.range(0, truth.length).filter(row -> !Double.isNaN(truth[row])).toArray();
    for (int row : present) {
      if (!Double.isFinite(prediction[row])) {
        throw new LearnException(
            "The prediction of row " + row + " is " + prediction[row] + ".",
            "Look for missing inputs in that row, or for a training that diverged.");
      }
    }
    return present;
  }

  static double[] pick(double[] values, int[] rows) {
    return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
  }
}
