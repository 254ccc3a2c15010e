package org.suiseki.describe.spectrum;

import java.util.Arrays;

/**
 * A small symmetric positive system by Cholesky's factors, scaled to a diagonal of 1 so that units
 * do not matter (Golub, Van Loan, Matrix Computations, 4th edition, 4.2). Cost: O(n³). A workspace,
 * not for several threads.
 */
public final class SymmetricSystem {
  /** A pivot this small, of 1, says that two unknowns cannot be told apart. */
  private static final double SINGULAR = 1e-13;

  private final int n;
  private final double[] factor;
  private final double[] scale;

  /**
   * @param n unknowns
   */
  public SymmetricSystem(int n) {
    this.n = n;
    this.factor = new double[n * n];
    this.scale = new double[n];
  }

  /**
   * @param matrix row by row, of which the lower half is read
   * @param damping added to the scaled diagonal
   * @return whether it can be solved
   */
  public boolean factorise(double[] matrix, double damping) {
    for (int i = 0; i < n; i++) {
      double diagonal = matrix[i * n + i];
      if (!(diagonal > 0) || Double.isInfinite(diagonal)) {
        return false;
      }
      scale[i] = 1 / Math.sqrt(diagonal);
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = i == j ? 1 + damping : matrix[i * n + j] * scale[i] * scale[j];
        for (int k = 0; k < j; k++) {
          sum -= factor[i * n + k] * factor[j * n + k];
        }
        if (i != j) {
          factor[i * n + j] = sum / factor[j * n + j];
        } else if (sum > SINGULAR) {
          factor[i * n + i] = Math.sqrt(sum);
        } else {
          return false;
        }
      }
    }
    return true;
  }

  /** The solution takes the right side's place. */
  public void solve(double[] right) {
    for (int i = 0; i < n; i++) {
      double sum = right[i] * scale[i];
      for (int k = 0; k < i; k++) {
        sum -= factor[i * n + k] * right[k];
      }
      right[i] = sum / factor[i * n + i];
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = right[i];
      for (int k = i + 1; k < n; k++) {
        sum -= factor[k * n + i] * right[k];
      }
      right[i] = sum / factor[i * n + i];
    }
    for (int i = 0; i < n; i++) {
      right[i] *= scale[i];
    }
  }

  /** The inverse, row by row. */
  public double[] inverse() {
    double[] inverse = new double[n * n];
    double[] column = new double[n];
    for (int j = 0; j < n; j++) {
      Arrays.fill(column, 0);
      column[j] = 1;
      solve(column);
      System.arraycopy(column, 0, inverse, j * n, n);
    }
    return inverse;
  }
}
