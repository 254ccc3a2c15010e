package org.suiseki.learn;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Rows of classes for tests. */
public final class ClassSamples {

  private ClassSamples() {}

  /** Inputs with labels. */
  public record Sample(Table inputs, ClassLabels labels) {}

  /**
   * Three classes on rings around one another, so that no plane parts them, and a fourth input that
   * means nothing; 70 %, 20 % and 10 % of the rows.
   */
  public static Sample rings(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] inputs = new double[rows][];
    int[] labels = new int[rows];
    for (int row = 0; row < rows; row++) {
      int tenth = row % 10;
      labels[row] = tenth < 7 ? 0 : tenth < 9 ? 1 : 2;
      double radius = 3 - labels[row] + 0.6 * (random.nextDouble() - 0.5);
      double angle = 2 * Math.PI * random.nextDouble();
      inputs[row] =
          new double[] {
            radius * Math.cos(angle), radius * Math.sin(angle), 0.1 * radius, random.nextDouble()
          };
      inputs[row][2] += 0.5 * random.nextDouble();
    }
    return new Sample(
        Table.of(Samples.columns("x", "1", 4), inputs),
        new ClassLabels(List.of("outer", "middle", "inner"), labels));
  }

  /** The 60 rows of the reference values of logistic regression. */
  static Sample reference() {
    int[] labels = IntStream.range(0, 60).map(i -> i % 10 < 6 ? 0 : i % 10 < 9 ? 1 : 2).toArray();
    double[][] inputs = new double[60][];
    Arrays.setAll(
        inputs,
        i ->
            new double[] {
              Math.sin(1.7 * i) + labels[i] * 0.8,
              Math.cos(0.9 * i) * 2 - labels[i] * 0.5,
              Math.sin(0.31 * i * i)
            });
    return new Sample(
        Table.of(Samples.columns("x", "1", 3), inputs),
        new ClassLabels(List.of("a", "b", "c"), labels));
  }

  public static Split all(ClassLabels labels) {
    return new Split(IntStream.range(0, labels.rows()).toArray(), new int[0], new int[0]);
  }
}
