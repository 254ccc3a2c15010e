package org.suiseki.describe.spectrum;

import java.util.Arrays;

/**
 * Polynomials of rising order that are orthonormal over a set of points, by the three-term
 * recurrence of Forsythe, J. SIAM 5, 74 (1957), 10.1137/0105007: least squares become sums. Cost:
 * O(points · order).
 */
final class PolynomialBasis {
  private final double[] x;
  private final int order;
  private final double[] values;
  private final double[] centre;
  private final double[] norm;

  /**
   * @param x more points than the order, in about -1 to 1, all different
   */
  PolynomialBasis(double[] x, int order) {
    int n = x.length;
    this.x = x;
    this.order = order;
    this.values = new double[(order + 1) * n];
    this.centre = new double[order + 1];
    this.norm = new double[order + 1];
    for (int i = 0; i < n; i++) {
      values[i] = 1 / Math.sqrt(n);
    }
    for (int k = 1; k <= order; k++) {
      next(k, n);
    }
  }

  double value(int polynomial, int point) {
    return values[polynomial * x.length + point];
  }

  /** The least-squares polynomial through values at the points, at the points. */
  void fit(double[] y, double[] out) {
    int n = x.length;
    Arrays.fill(out, 0);
    for (int k = 0; k <= order; k++) {
      double coefficient = 0;
      for (int i = 0; i < n; i++) {
        coefficient += values[k * n + i] * y[i];
      }
      for (int i = 0; i < n; i++) {
        out[i] += coefficient * values[k * n + i];
      }
    }
  }

  /** A derivative of all polynomials at all points: the recurrence differentiated. */
  double[] derivative(int times) {
    int n = x.length;
    double[] lower = values;
    for (int d = 1; d <= times; d++) {
      double[] derived = new double[values.length];
      for (int k = 1; k <= order; k++) {
        for (int i = 0; i < n; i++) {
          double before = k > 1 ? norm[k - 1] * derived[(k - 2) * n + i] : 0;
          double same = (x[i] - centre[k]) * derived[(k - 1) * n + i];
          derived[k * n + i] = (d * lower[(k - 1) * n + i] + same - before) / norm[k];
        }
      }
      lower = derived;
    }
    return lower;
  }

  private void next(int k, int n) {
    int now = k * n;
    int last = now - n;
    for (int i = 0; i < n; i++) {
      centre[k] += x[i] * values[last + i] * values[last + i];
    }
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double before = k > 1 ? norm[k - 1] * values[last - n + i] : 0;
      double value = (x[i] - centre[k]) * values[last + i] - before;
      values[now + i] = value;
      squares += value * value;
    }
    norm[k] = Math.sqrt(squares);
    for (int i = 0; i < n; i++) {
      values[now + i] /= norm[k];
    }
  }
}
