package org.suiseki.describe;

/**
 * Eigenvalues and eigenvectors of small symmetric matrices by Jacobi's cyclic rotations (Golub, Van
 * Loan, Matrix Computations, 4th edition, 8.5), which are accurate to rounding also for tiny
 * eigenvalues of well-scaled matrices. Cost: O(n³) for each of about five sweeps. A workspace, not
 * for several threads.
 */
final class SymmetricEigen {
  private static final int SWEEPS = 50;

  private final int size;
  private final double negligible;
  private final double[] matrix;
  private final double[] vectors;

  /**
   * @param negligible where the squares of all off-diagonal elements together are below this, the
   *     matrix counts as diagonal
   */
  SymmetricEigen(int size, double negligible) {
    this.size = size;
    this.negligible = negligible;
    this.matrix = new double[size * size];
    this.vectors = new double[size * size];
  }

  /** The matrix to write into, row by row, both halves, before {@link #solve}. */
  double[] matrix() {
    return matrix;
  }

  void solve() {
    for (int i = 0; i < size * size; i++) {
      vectors[i] = i % (size + 1) == 0 ? 1 : 0;
    }
    for (int sweep = 0; sweep < SWEEPS && offDiagonal() > negligible; sweep++) {
      for (int p = 0; p < size; p++) {
        for (int q = p + 1; q < size; q++) {
          annihilate(p, q);
        }
      }
    }
  }

  /** In no order. */
  double value(int index) {
    return matrix[index * (size + 1)];
  }

  /** Component of the unit eigenvector that belongs to value {@code index}. */
  double vector(int index, int component) {
    return vectors[component * size + index];
  }

  private double offDiagonal() {
    double squares = 0;
    for (int p = 0; p < size; p++) {
      for (int q = p + 1; q < size; q++) {
        squares += matrix[size * p + q] * matrix[size * p + q];
      }
    }
    return squares;
  }

  private void annihilate(int p, int q) {
    double apq = matrix[size * p + q];
    if (apq == 0) {
      return;
    }
    double tau = (matrix[size * q + q] - matrix[size * p + p]) / (2 * apq);
    double t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
    double c = 1 / Math.sqrt(1 + t * t);
    double s = t * c;
    for (int k = 0; k < size; k++) {
      double kp = matrix[size * k + p];
      double kq = matrix[size * k + q];
      matrix[size * k + p] = c * kp - s * kq;
      matrix[size * k + q] = s * kp + c * kq;
    }
    for (int k = 0; k < size; k++) {
      double pk = matrix[size * p + k];
      double qk = matrix[size * q + k];
      matrix[size * p + k] = c * pk - s * qk;
      matrix[size * q + k] = s * pk + c * qk;
      double vp = vectors[size * k + p];
      double vq = vectors[size * k + q];
      vectors[size * k + p] = c * vp - s * vq;
      vectors[size * k + q] = s * vp + c * vq;
    }
  }
}
