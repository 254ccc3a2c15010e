package org.suiseki.learn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often rows of one class were taken for another, and the figures that follow. The definitions
 * are those of scikit-learn 1.2, §3.3.2 of its guide; a ratio of nothing to nothing counts as 0
 * (its {@code zero_division=0}).
 *
 * @param classes their names
 * @param counts true class × predicted class
 */
public record ConfusionMatrix(List<String> classes, int[][] counts) {

  public ConfusionMatrix {
    classes = List.copyOf(classes);
  }

  /** Of all rows. */
  public static ConfusionMatrix of(ClassLabels truth, int... predicted) {
    return of(truth, predicted, IntStream.range(0, truth.rows()).toArray());
  }

  /**
   * Of some rows.
   *
   * @param predicted one for each row of the whole set
   */
  public static ConfusionMatrix of(ClassLabels truth, int[] predicted, int[] rows) {
    if (predicted.length != truth.rows()) {
      throw new LearnException(
          predicted.length + " predictions for " + truth.rows() + " labels.",
          "Give one prediction for each row.");
    }
    int classes = truth.classes().size();
    int[][] counts = new int[classes][classes];
    for (int row : rows) {
      counts[truth.of()[row]][predicted[row]]++;
    }
    return new ConfusionMatrix(truth.classes(), counts);
  }

  /** Rows in all. */
  public int total() {
    return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
  }

  /** Rows that are of this class. */
  public int support(int one) {
    return Arrays.stream(counts[one]).sum();
  }

  /** Of the rows said to be of this class, the share that are. */
  public double precision(int one) {
    int said = 0;
    for (int[] row : counts) {
      said += row[one];
    }
    return said == 0 ? 0 : (double) counts[one][one] / said;
  }

  /** Of the rows of this class, the share that were found. */
  public double recall(int one) {
    int support = support(one);
    return support == 0 ? 0 : (double) counts[one][one] / support;
  }

  /** The harmonic mean of precision and recall. */
  public double f1(int one) {
    double precision = precision(one);
    double recall = recall(one);
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  /** The mean of {@link #f1} over the classes, each with the same weight. */
  public double macroF1() {
    return IntStream.range(0, classes.size()).mapToDouble(this::f1).sum() / classes.size();
  }

  /** The mean of {@link #recall} over the classes that have rows. */
  public double balancedAccuracy() {
    return IntStream.range(0, classes.size())
        .filter(one -> support(one) > 0)
        .mapToDouble(this::recall)
        .average()
        .orElse(Double.NaN);
  }

  /** The share of rows that are right. */
  public double accuracy() {
    int right = IntStream.range(0, classes.size()).map(one -> counts[one][one]).sum();
    return (double) right / total();
  }

  /** Both together. */
  public ConfusionMatrix plus(ConfusionMatrix other) {
    int[][] sum = new int[counts.length][counts.length];
    for (int truth = 0; truth < sum.length; truth++) {
      for (int said = 0; said < sum.length; said++) {
        sum[truth][said] = counts[truth][said] + other.counts[truth][said];
      }
    }
    return new ConfusionMatrix(classes, sum);
  }
}
