package org.suiseki.study.tasks;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.suiseki.learn.Interval;
import org.suiseki.learn.Metric;
import org.suiseki.learn.Metrics;
import org.suiseki.library.ModelCard;
import org.suiseki.library.TargetScale;

/**
 * What a model said of rows that it had not seen, in the unit of the property.
 *
 * @param truth one for each row
 * @param prediction one for each row
 * @param baseline what the mean of the training rows says of each; their geometric mean where the
 *     logarithm is learned
 */
record HeldOut(double[] truth, double[] prediction, double[] baseline) {
  private static final double LEVEL = 0.95;
  private static final double NORMAL_QUANTILE = 1.959964;
  private static final int DRAWS = 200;

  double mae() {
    return Metric.MAE.of(truth, prediction);
  }

  /** Root mean square error on the scale on which the property was learned. */
  double errorOn(TargetScale scale) {
    HeldOut learned = on(scale);
    return Metric.RMSE.of(learned.truth, learned.prediction);
  }

  /** Mean absolute error of the mean of the training rows. */
  double baselineMae() {
    return Metric.MAE.of(truth, baseline);
  }

  /** The same on the scale on which the property was learned. */
  HeldOut on(TargetScale scale) {
    return new HeldOut(learned(scale, truth), learned(scale, prediction), learned(scale, baseline));
  }

  private static double[] learned(TargetScale scale, double[] values) {
    return Arrays.stream(values).map(scale::toModel).toArray();
  }

  /**
   * By name, all beginning with {@code before}: {@code mae} with its normal interval over rows,
   * {@code rmse}, {@code r2} with a bootstrap of {@value #DRAWS} draws, {@code spearman}, and
   * {@code mean.mae}, the error of the mean.
   */
  Map<String, ModelCard.Score> scores(String before, long seed) {
    Metrics metrics = Metrics.of(truth, prediction);
    Map<String, ModelCard.Score> scores = new TreeMap<>();
    scores.put(before + ".mae", maeScore());
    scores.put(before + ".rmse", ModelCard.Score.of(metrics.rmse()));
    scores.put(before + ".spearman", ModelCard.Score.of(metrics.spearman()));
    scores.put(before + ".mean.mae", ModelCard.Score.of(baselineMae()));
    Interval r2 = Interval.bootstrap(Metric.R2, truth, prediction, DRAWS, LEVEL, seed);
    scores.put(before + ".r2", new ModelCard.Score(metrics.r2(), r2.low(), r2.high(), LEVEL));
    return scores;
  }

  private ModelCard.Score maeScore() {
    double mae = mae();
    int rows = truth.length;
    double squares =
        IntStream.range(0, rows)
            .mapToDouble(row -> Math.pow(Math.abs(truth[row] - prediction[row]) - mae, 2))
            .sum();
    double half = NORMAL_QUANTILE * Math.sqrt(squares / Math.max(1, rows - 1) / rows);
    return new ModelCard.Score(mae, mae - half, mae + half, LEVEL);
  }
}
