package org.suiseki.describe;

import java.util.Arrays;

/**
 * The rotation that brings one set of vectors nearest to another, pair by pair, in the sense of
 * least squares: Horn, J. Opt. Soc. Am. A 4, 629 (1987), doi 10.1364/JOSAA.4.000629; the quaternion
 * is the eigenvector of the largest eigenvalue of a symmetric 4 × 4 matrix. A workspace, not for
 * several threads.
 */
final class BestRotation {
  private static final int SIZE = 4;

  /** What is left off the diagonal changes an eigenvalue by no more than its square. */
  private static final double NEGLIGIBLE = 1e-18;

  private final double[] products = new double[9];
  private final SymmetricEigen eigen = new SymmetricEigen(SIZE, NEGLIGIBLE);
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
    eigen.solve();
    int best = 0;
    for (int i = 1; i < SIZE; i++) {
      if (eigen.value(i) > eigen.value(best)) {
        best = i;
      }
    }
    rotate(best);
    return eigen.value(best);
  }

  /** The rotation found last, row by row; it turns model vectors. Not to be kept. */
  double[] rotation() {
    return rotation;
  }

  private void fillMatrix() {
    double[] s = products;
    double[] n = eigen.matrix();
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
    eigen.matrix()[SIZE * row + column] = value;
    eigen.matrix()[SIZE * column + row] = value;
  }

  private void rotate(int which) {
    double w = eigen.vector(which, 0);
    double x = eigen.vector(which, 1);
    double y = eigen.vector(which, 2);
    double z = eigen.vector(which, 3);
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
