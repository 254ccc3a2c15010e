package org.suiseki.learn.nn;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.suiseki.learn.Column;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;

/** Small seeded sets for the tests of autoencoders. */
final class AutoencoderSamples {
  /** Points of a pattern of {@link #moving}. */
  static final int POINTS = 120;

  private AutoencoderSamples() {}

  static List<Column> columns(int count) {
    return IntStream.range(0, count).mapToObj(i -> new Column("x" + i, "1")).toList();
  }

  /** All rows are for training. */
  static Split all(int rows) {
    return new Split(IntStream.range(0, rows).toArray(), new int[0], new int[0]);
  }

  /**
   * Two peaks that move by 36 and 24 points over the series, several times their width, while one
   * grows and the other fades.
   *
   * @param at from 0 to 1
   */
  static double[] pattern(double at) {
    double[] values = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      double left = (i - 20 - 36 * at) / 4;
      double right = (i - 75 - 24 * at) / 4;
      values[i] =
          (1 - 0.5 * at) * Math.exp(-left * left / 2)
              + (0.3 + 0.5 * at) * Math.exp(-right * right / 2);
    }
    return values;
  }

  /** {@link #pattern} at even steps from 0 to 1, with noise. */
  static Table moving(int rows, double noise, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] values = new double[rows][];
    for (int row = 0; row < rows; row++) {
      values[row] = pattern(row / (rows - 1.0));
      for (int i = 0; i < POINTS; i++) {
        values[row][i] += noise * random.nextGaussian();
      }
    }
    return Table.of(columns(POINTS), values);
  }

  /** Σ (a − b)². */
  static double squares(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }
}
