package org.suiseki.study.xrd;

import java.util.Arrays;

/** Rows of numbers that a file holds one after another. */
final class Rows {

  private Rows() {}

  static double[][] of(double[] values, int width) {
    double[][] rows = new double[values.length / width][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = Arrays.copyOfRange(values, row * width, (row + 1) * width);
    }
    return rows;
  }
}
