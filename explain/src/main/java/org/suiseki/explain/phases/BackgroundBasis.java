package org.suiseki.explain.phases;

import java.util.ArrayList;
import java.util.List;

/**
 * Curves that a background may be made of, weighted and orthonormal, so that it leaves a least
 * squares problem by projection (Golub and Pereyra, SIAM J. Numer. Anal. 10, 413 (1973),
 * 10.1137/0710036): polynomials of Chebyshev in 2θ, and the lower envelope of the pattern, which
 * knows of humps that are no polynomial.
 */
final class BackgroundBasis {
  private static final double DEPENDENT = 1e-6;

  private final double[][] basis;
  private final double[] roots;

  private BackgroundBasis(double[][] basis, double[] roots) {
    this.basis = basis;
    this.roots = roots;
  }

  /**
   * @param roots root of the weight of each point
   */
  static BackgroundBasis of(double[] x, double[] envelope, int degree, double[] roots) {
    int n = x.length;
    double middle = 0.5 * (x[0] + x[n - 1]);
    double half = 0.5 * (x[n - 1] - x[0]);
    List<double[]> basis = new ArrayList<>();
    for (int k = 0; k <= degree; k++) {
      double[] column = new double[n];
      for (int i = 0; i < n; i++) {
        column[i] = Math.cos(k * Math.acos(Math.max(-1, Math.min(1, (x[i] - middle) / half))));
      }
      join(basis, column, roots);
    }
    join(basis, envelope.clone(), roots);
    return new BackgroundBasis(basis.toArray(new double[0][]), roots);
  }

  private static void join(List<double[]> basis, double[] column, double[] roots) {
    for (int i = 0; i < roots.length; i++) {
      column[i] *= roots[i];
    }
    double before = Math.sqrt(dot(column, column));
    for (int round = 0; round < 2; round++) {
      for (double[] one : basis) {
        subtract(column, dot(column, one), one);
      }
    }
    double length = Math.sqrt(dot(column, column));
    if (length > DEPENDENT * before) {
      for (int i = 0; i < column.length; i++) {
        column[i] /= length;
      }
      basis.add(column);
    }
  }

  int size() {
    return basis.length;
  }

  /** Weighs values and takes away what the background could be of them. */
  double[] project(double[] values) {
    double[] rest = new double[values.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = values[i] * roots[i];
    }
    for (double[] one : basis) {
      subtract(rest, dot(rest, one), one);
    }
    return rest;
  }

  /** The background nearest to values, in their unit. */
  double[] nearest(double[] values) {
    double[] rest = project(values);
    for (int i = 0; i < rest.length; i++) {
      rest[i] = values[i] - rest[i] / roots[i];
    }
    return rest;
  }

  static double dot(double[] a, double[] b) {
    double s0 = 0;
    double s1 = 0;
    int i = 0;
    for (; i + 1 < a.length; i += 2) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
    }
    return i < a.length ? s0 + s1 + a[i] * b[i] : s0 + s1;
  }

  private static void subtract(double[] from, double amount, double[] what) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= amount * what[i];
    }
  }
}
