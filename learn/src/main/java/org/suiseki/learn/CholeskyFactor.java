package org.suiseki.learn;

import java.util.Arrays;

/**
 * A = Uᵀ U of a symmetric positive definite matrix, and what follows from it. Every inner loop runs
 * along rows and adds four of them at a time to a fifth, which the compiler turns into vector
 * instructions; for 500 rows that is about four times as fast as the dot products of EJML, and the
 * fit of a Gaussian process is nothing else. Reuses its memory from one matrix to the next, so it
 * belongs to one thread while matrices change.
 */
final class CholeskyFactor {

  private final int size;

  /** U, row by row; below the diagonal is what was left there. */
  private final double[] upper;

  /** U⁻ᵀ, lower triangle; empty until it is asked for. */
  private double[] lower = new double[0];

  CholeskyFactor(int size) {
    this.size = size;
    this.upper = new double[size * size];
  }

  /** Where to write the upper triangle of A, row by row, before {@link #factorise}. */
  double[] matrix() {
    return upper;
  }

  /** Turns A into U; false where A is not positive definite within rounding. O(size³ / 6). */
  boolean factorise() {
    for (int k = 0; k < size; k += 4) {
      int end = Math.min(k + 4, size);
      for (int row = k; row < end; row++) {
        for (int above = k; above < row; above++) {
          subtract(upper[above * size + row], above * size, row * size, row, size);
        }
        double pivot = upper[row * size + row];
        if (!(pivot > 0) || pivot == Double.POSITIVE_INFINITY) {
          return false;
        }
        double root = Math.sqrt(pivot);
        for (int column = row; column < size; column++) {
          upper[row * size + column] /= root;
        }
      }
      for (int row = end; row < size; row++) {
        subtract4(upper, k, row, row, size);
      }
    }
    return true;
  }

  /** log det A. */
  double logDeterminant() {
    double sum = 0;
    for (int k = 0; k < size; k++) {
      sum += Math.log(upper[k * size + k]);
    }
    return 2 * sum;
  }

  /** x ← U⁻ᵀ x; the squared length of what comes out is xᵀ A⁻¹ x. O(size²). */
  void forward(double[] x) {
    for (int k = 0; k < size; k++) {
      int from = k * size;
      double value = x[k] / upper[from + k];
      x[k] = value;
      for (int column = k + 1; column < size; column++) {
        x[column] -= value * upper[from + column];
      }
    }
  }

  /** x ← A⁻¹ x. O(size²). */
  void solve(double[] x) {
    forward(x);
    for (int k = size - 1; k >= 0; k--) {
      int from = k * size + k + 1;
      double value = x[k] - DotProduct.of(upper, from, x, k + 1, size - k - 1);
      x[k] = value / upper[k * size + k];
    }
  }

  /** The upper triangle of A⁻¹, row by row, into {@code target}. O(size³ / 3). */
  void invert(double[] target) {
    invertFactor();
    Arrays.fill(target, 0);
    int k = 0;
    for (; k + 3 < size; k += 4) {
      for (int row = 0; row < k + 4; row++) {
        add4(target, row * size, k, row);
      }
    }
    for (; k < size; k++) {
      for (int row = 0; row <= k; row++) {
        double factor = lower[k * size + row];
        for (int column = row; column <= k; column++) {
          target[row * size + column] += factor * lower[k * size + column];
        }
      }
    }
  }

  private void invertFactor() {
    if (lower.length == 0) {
      lower = new double[size * size];
    }
    Arrays.fill(lower, 0);
    for (int k = 0; k < size; k++) {
      lower[k * size + k] = 1;
    }
    for (int k = 0; k < size; k += 4) {
      int end = Math.min(k + 4, size);
      for (int row = k; row < end; row++) {
        for (int above = k; above < row; above++) {
          double factor = upper[above * size + row];
          for (int column = 0; column <= above; column++) {
            lower[row * size + column] -= factor * lower[above * size + column];
          }
        }
        double pivot = upper[row * size + row];
        for (int column = 0; column <= row; column++) {
          lower[row * size + column] /= pivot;
        }
      }
      for (int row = end; row < size; row++) {
        subtract4(lower, k, row, 0, k + 4);
      }
    }
  }

  private void subtract(double factor, int source, int target, int from, int to) {
    for (int column = from; column < to; column++) {
      upper[target + column] -= factor * upper[source + column];
    }
  }

  /** In one matrix, a row less the four rows from k on, each times what U has in its row there. */
  private void subtract4(double[] matrix, int k, int row, int from, int to) {
    int first = k * size;
    int second = first + size;
    int third = second + size;
    int fourth = third + size;
    int place = row * size;
    double f0 = upper[first + row];
    double f1 = upper[second + row];
    double f2 = upper[third + row];
    double f3 = upper[fourth + row];
    for (int column = from; column < to; column++) {
      matrix[place + column] -=
          f0 * matrix[first + column]
              + f1 * matrix[second + column]
              + f2 * matrix[third + column]
              + f3 * matrix[fourth + column];
    }
  }

  private void add4(double[] target, int place, int k, int row) {
    int first = k * size;
    int second = first + size;
    int third = second + size;
    int fourth = third + size;
    double f0 = lower[first + row];
    double f1 = lower[second + row];
    double f2 = lower[third + row];
    double f3 = lower[fourth + row];
    for (int column = row; column < k + 4; column++) {
      target[place + column] +=
          f0 * lower[first + column]
              + f1 * lower[second + column]
              + f2 * lower[third + column]
              + f3 * lower[fourth + column];
    }
  }
}
