package org.suiseki.learn.transfer;

import org.suiseki.learn.Table;

/**
 * How much of the target a set of features shows along straight lines: linear centred kernel
 * alignment (Kornblith, Norouzi, Lee and Hinton, ICML 2019, arXiv:1905.00414) of the features, each
 * in its standard deviations, with the target. The unbiased estimate of its parts is taken (Song,
 * Smola, Gretton, Bedo and Borgwardt, J. Mach. Learn. Res. 13, 1393, 2012, eq. 5), for with more
 * features than rows the plain one is large for noise as well.
 *
 * <p>About 0 for features that have nothing to do with the target (it may be a little below), 1 for
 * one feature that is a line of it. O(rows² · features).
 */
final class Alignment {

  private Alignment() {}

  /** NaN for fewer than four rows, or where features or target are constant. */
  static double of(Table features, double[] target) {
    int rows = target.length;
    if (rows < 4) {
      return Double.NaN;
    }
    double[] first = gram(standardised(features), rows);
    double[] second = gram(new double[][] {centred(target)}, rows);
    double both = independence(first, second, rows);
    double own = independence(first, first, rows) * independence(second, second, rows);
    return own > 0 ? both / Math.sqrt(own) : Double.NaN;
  }

  /** Column by column, each with mean 0 and deviation 1, or 0 where it is constant. */
  private static double[][] standardised(Table features) {
    double[][] columns = new double[features.width()][];
    for (int column = 0; column < columns.length; column++) {
      columns[column] = centred(features.column(column));
    }
    return columns;
  }

  private static double[] centred(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double squares = 0;
    double largest = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
      largest = Math.max(largest, Math.abs(value));
    }
    double deviation = Math.sqrt(squares / values.length);
    double[] result = new double[values.length];
    if (deviation > values.length * Math.ulp(largest)) {
      for (int row = 0; row < result.length; row++) {
        result[row] = (values[row] - mean) / deviation;
      }
    }
    return result;
  }

  /** Inner products of rows, with an empty diagonal. */
  private static double[] gram(double[][] columns, int rows) {
    double[] gram = new double[rows * rows];
    for (double[] column : columns) {
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < i; j++) {
          gram[i * rows + j] += column[i] * column[j];
        }
      }
    }
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < i; j++) {
        gram[j * rows + i] = gram[i * rows + j];
      }
    }
    return gram;
  }

  /** HSIC₁ of two Gram matrices without diagonal, up to the factor n(n − 3) that cancels. */
  private static double independence(double[] k, double[] l, int n) {
    double trace = 0;
    double sumK = 0;
    double sumL = 0;
    double mixed = 0;
    for (int i = 0; i < n; i++) {
      double rowK = 0;
      double rowL = 0;
      for (int j = 0; j < n; j++) {
        trace += k[i * n + j] * l[i * n + j];
        rowK += k[i * n + j];
        rowL += l[i * n + j];
      }
      sumK += rowK;
      sumL += rowL;
      mixed += rowK * rowL;
    }
    return trace + sumK * sumL / ((n - 1.0) * (n - 2)) - 2.0 / (n - 2) * mixed;
  }
}
