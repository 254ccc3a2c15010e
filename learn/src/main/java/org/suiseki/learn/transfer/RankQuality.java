package org.suiseki.learn.transfer;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.suiseki.learn.Metric;

/**
 * How well the highest rows are found among others.
 *
 * @param inTop Spearman's correlation among the rows above the quantile alone
 * @param overall the same over all rows
 * @param separation probability that a row above stands before one below (the area under the
 *     receiver operating characteristic; 0.5 by chance)
 * @param recall of the rows that are truly the {@code k} highest, the share among the first {@code
 *     k} of the ranking
 * @param k a tenth of the rows, at least 3
 */
public record RankQuality(double inTop, double overall, double separation, double recall, int k) {

  static RankQuality of(double[] truth, double[] prediction, boolean[] top) {
    int rows = truth.length;
    int[] topRows = IntStream.range(0, rows).filter(row -> top[row]).toArray();
    int k = Math.min(rows, Math.max(3, rows / 10));
    return new RankQuality(
        Metric.SPEARMAN.of(Rows.pick(truth, topRows), Rows.pick(prediction, topRows)),
        Metric.SPEARMAN.of(truth, prediction),
        separation(prediction, top),
        recall(truth, prediction, k),
        k);
  }

  private static double separation(double[] prediction, boolean[] top) {
    double before = 0;
    long pairs = 0;
    for (int high = 0; high < top.length; high++) {
      for (int low = 0; top[high] && low < top.length; low++) {
        if (!top[low]) {
          double apart = prediction[high] - prediction[low];
          before += apart > 0 ? 1 : apart == 0 ? 0.5 : 0;
          pairs++;
        }
      }
    }
    return pairs == 0 ? Double.NaN : before / pairs;
  }

  private static double recall(double[] truth, double[] prediction, int k) {
    int[] first = descending(prediction);
    int[] highest = descending(truth);
    long found =
        IntStream.range(0, k)
            .filter(i -> IntStream.range(0, k).anyMatch(j -> highest[j] == first[i]))
            .count();
    return (double) found / k;
  }

  /** Rows from the highest value to the lowest; of equal values the first row first. */
  static int[] descending(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(row -> -values[row]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
