package org.suiseki.describe;

import java.util.Arrays;

/**
 * The rotation that brings one set of vectors nearest to another, pair by pair, in the sense of
 * least squares: Horn, J. Opt. Soc. Am. A 4, 629 (1987), doi 10.1364/JOSAA.4.000629; the quaternion
 * is the eigenvector of the largest eigenvalue of a symmetric 4 × 4 matrix, found by Jacobi's
 * rotations. A workspace, not for several threads.
 */
final class BestRotation {
  private static final int SIZE = 4;
  private static final int SWEEPS = 30;

  /** Squares of off-diagonal elements below this change no eigenvalue by more than itself. */
  private static final double NEGLIGIBLE = 1e-18;

  private final double[] products = new double[9];
  private final double[] matrix = new double[SIZE * SIZE];
  private final double[] vectors = new double[SIZE * SIZE];
  private final double[] rotation = new double[9];

  /**
   * Finds the rotation of {@code model} vectors onto {@code seen} ones, model vector i with seen
   * vector {@code partner[i]}.
   *
   * @return the sum of the scalar products after rotation, the largest there can be
   */
  double fit(double[] model, double[] seen, int[] partner, int count) {
    Arrays.fill(products, 0);
    for (int i = 0; i < count; i++) {
      int p = 3 * i;
      int q = 3 * partner[i];
      for (int a = 0; a < 3; a++) {
        for (int b = 0; b < 3; b++) {
          products[3 * a + b] += model[p + a] * seen[q + b];
        }
      }
    }
    fillMatrix();
    diagonalise();
    int best = 0;
    for (int i = 1; i < SIZE; i++) {
      if (matrix[5 * i] > matrix[5 * best]) {
        best = i;
      }
    }
    rotate(best);
    return matrix[5 * best];
  }

  /** The rotation found last, row by row; it turns model vectors. Not to be kept. */
  double[] rotation() {
    return rotation;
  }

  private void fillMatrix() {
    double[] s = products;
    double[] n = matrix;
    n[0] = s[0] + s[4] + s[8];
    n[5] = s[0] - s[4] - s[8];
    n[10] = -s[0] + s[4] - s[8];
    n[15] = -s[0] - s[4] + s[8];
    set(0, 1, s[5] - s[7]);
    set(0, 2, s[6] - s[2]);
    set(0, 3, s[1] - s[3]);
    set(1, 2, s[1] + s[3]);
    set(1, 3, s[6] + s[2]);
    set(2, 3, s[5] + s[7]);
  }

  private void set(int row, int column, double value) {
    matrix[SIZE * row + column] = value;
    matrix[SIZE * column + row] = value;
  }

  private void diagonalise() {
    for (int i = 0; i < SIZE * SIZE; i++) {
      vectors[i] = i % (SIZE + 1) == 0 ? 1 : 0;
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      double off = 0;
      for (int p = 0; p < SIZE; p++) {
        for (int q = p + 1; q < SIZE; q++) {
          off += matrix[SIZE * p + q] * matrix[SIZE * p + q];
        }
      }
      if (off < NEGLIGIBLE) {
        return;
      }
      for (int p = 0; p < SIZE; p++) {
        for (int q = p + 1; q < SIZE; q++) {
          annihilate(p, q);
        }
      }
    }
  }

  /** One Jacobi rotation (Golub, Van Loan, Matrix Computations, algorithm 8.5.1). */
  private void annihilate(int p, int q) {
    double apq = matrix[SIZE * p + q];
    if (apq == 0) {
      return;
    }
    double tau = (matrix[5 * q] - matrix[5 * p]) / (2 * apq);
    double t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
    double c = 1 / Math.sqrt(1 + t * t);
    double s = t * c;
    for (int k = 0; k < SIZE; k++) {
      double kp = matrix[SIZE * k + p];
      double kq = matrix[SIZE * k + q];
      matrix[SIZE * k + p] = c * kp - s * kq;
      matrix[SIZE * k + q] = s * kp + c * kq;
    }
    for (int k = 0; k < SIZE; k++) {
      double pk = matrix[SIZE * p + k];
      double qk = matrix[SIZE * q + k];
      matrix[SIZE * p + k] = c * pk - s * qk;
      matrix[SIZE * q + k] = s * pk + c * qk;
      double vp = vectors[SIZE * k + p];
      double vq = vectors[SIZE * k + q];
      vectors[SIZE * k + p] = c * vp - s * vq;
      vectors[SIZE * k + q] = s * vp + c * vq;
    }
  }

  private void rotate(int column) {
    double w = vectors[column];
    double x = vectors[SIZE + column];
    double y = vectors[2 * SIZE + column];
    double z = vectors[3 * SIZE + column];
    double[] r = rotation;
    r[0] = w * w + x * x - y * y - z * z;
    r[1] = 2 * (x * y - w * z);
    r[2] = 2 * (x * z + w * y);
    r[3] = 2 * (x * y + w * z);
    r[4] = w * w - x * x + y * y - z * z;
    r[5] = 2 * (y * z - w * x);
    r[6] = 2 * (x * z - w * y);
    r[7] = 2 * (y * z + w * x);
    r[8] = w * w - x * x - y * y + z * z;
  }
}
