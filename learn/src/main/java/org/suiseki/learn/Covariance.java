package org.suiseki.learn;

import java.util.Arrays;

/**
 * How alike a Gaussian process takes targets of two rows to be: σ² κ(r) + τ² x·x′, and the noise ν²
 * on top for one and the same observation; r² = Σ ((x − x′)/ℓ)².
 *
 * @param kernel κ
 * @param lengths ℓ, one for each input
 * @param signal σ²
 * @param noise ν²
 * @param trend τ²; 0 for none
 */
record Covariance(
    GaussianProcess.Kernel kernel, double[] lengths, double signal, double noise, double trend) {

  /** Of a row with itself, noise included. */
  double ofOne(double[] x) {
    return signal + noise + trend * DotProduct.of(x, 0, x, 0, x.length);
  }

  /**
   * Those of one row with others, without noise.
   *
   * @param columns inputs × rows
   * @param from the first of the rows
   * @param covariance receives them from {@code place} on, for the rows from {@code from} on
   * @param falls likewise receives σ² (−2 dκ/dr²)
   */
  void of(
      double[] x, double[][] columns, int from, double[] covariance, double[] falls, int place) {
    int count = columns[0].length - from;
    Arrays.fill(covariance, place, place + count, 0);
    for (int input = 0; input < columns.length; input++) {
      double[] column = columns[input];
      double here = x[input];
      double inverse = 1 / lengths[input];
      for (int k = 0; k < count; k++) {
        double away = (column[from + k] - here) * inverse;
        covariance[place + k] += away * away;
      }
    }
    kernel.replace(covariance, falls, place, count, signal);
    for (int input = 0; input < columns.length && trend > 0; input++) {
      double[] column = columns[input];
      double factor = trend * x[input];
      for (int k = 0; k < count; k++) {
        covariance[place + k] += factor * column[from + k];
      }
    }
  }

  /** The upper triangle of all rows with each other, noise included, as {@link #of} gives it. */
  void ofAll(double[][] columns, double[] covariance, double[] falls) {
    int size = columns[0].length;
    double[] x = new double[columns.length];
    for (int row = 0; row < size; row++) {
      for (int input = 0; input < x.length; input++) {
        x[input] = columns[input][row];
      }
      of(x, columns, row, covariance, falls, row * size + row);
      covariance[row * size + row] += noise;
    }
  }
}
