package org.suiseki.learn.transfer;

import java.util.stream.IntStream;

/** Values of some rows. */
final class Rows {

  private Rows() {}

  static double[] pick(double[] values, int[] rows) {
    return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
  }

  /** The mean over splits of what is not NaN, row by row; NaN for rows that no split tests. */
  static double[] mean(double[][] splits) {
    double[] mean = new double[splits[0].length];
    for (int row = 0; row < mean.length; row++) {
      double sum = 0;
      int count = 0;
      for (double[] split : splits) {
        if (!Double.isNaN(split[row])) {
          sum += split[row];
          count++;
        }
      }
      mean[row] = count == 0 ? Double.NaN : sum / count;
    }
    return mean;
  }
}
