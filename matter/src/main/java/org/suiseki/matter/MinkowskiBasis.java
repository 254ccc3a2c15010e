package org.suiseki.matter;

import java.util.Arrays;

/**
 * The three shortest vectors that span a lattice. With them the shortest image of a difference is
 * found among 27, whatever the cell it was given in.
 *
 * <p>Made by the greedy reduction of Nguyen and Stehlé (ACM Trans. Algorithms 5, 46 (2009),
 * 10.1145/1597036.1597050, figure 5), which in three dimensions ends at a Minkowski-reduced basis.
 */
final class MinkowskiBasis {
  /** A vector must become shorter by this part; else round-off could go on for ever. */
  private static final double GAIN = 1e-12;

  private static final int MOST_ROUNDS = 10_000;

  private final double[][] basis;
  private final double[] inverse;

  private MinkowskiBasis(double[][] basis) {
    this.basis = basis;
    this.inverse = reciprocal(basis);
  }

  static MinkowskiBasis of(double[] rows) {
    double[][] b = new double[3][3];
    for (int i = 0; i < 9; i++) {
      b[i / 3][i % 3] = rows[i];
    }
    for (int round = 0; round < MOST_ROUNDS && improve(b); round++) {
      // Each round makes the longest vector shorter.
    }
    return new MinkowskiBasis(b);
  }

  /** Writes vector i, the shortest first. */
  void vector(int i, double[] out) {
    System.arraycopy(basis[i], 0, out, 0, 3);
  }

  /** Replaces a Cartesian vector by its shortest image. */
  void shorten(double[] v) {
    for (int i = 0; i < 3; i++) {
      subtract(v, basis[i], Math.rint(along(v, i)));
    }
    double least = Double.POSITIVE_INFINITY;
    double bestX = 0;
    double bestY = 0;
    double bestZ = 0;
    for (int i = -1; i <= 1; i++) {
      for (int j = -1; j <= 1; j++) {
        for (int k = -1; k <= 1; k++) {
          double x = v[0] + i * basis[0][0] + j * basis[1][0] + k * basis[2][0];
          double y = v[1] + i * basis[0][1] + j * basis[1][1] + k * basis[2][1];
          double z = v[2] + i * basis[0][2] + j * basis[1][2] + k * basis[2][2];
          double square = x * x + y * y + z * z;
          if (square < least) {
            least = square;
            bestX = x;
            bestY = y;
            bestZ = z;
          }
        }
      }
    }
    v[0] = bestX;
    v[1] = bestY;
    v[2] = bestZ;
  }

  private double along(double[] v, int i) {
    return v[0] * inverse[i] + v[1] * inverse[3 + i] + v[2] * inverse[6 + i];
  }

  private static boolean improve(double[][] b) {
    sort(b);
    reducePair(b);
    sort(b);
    double before = dot(b[2], b[2]);
    double[] nearest = nearestInPlane(b);
    if (dot(nearest, nearest) >= before * (1 - GAIN)) {
      return false;
    }
    b[2] = nearest;
    return true;
  }

  /** Lagrange's reduction of the two shorter vectors. */
  private static void reducePair(double[][] b) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double before = dot(b[1], b[1]);
      subtract(b[1], b[0], Math.rint(dot(b[0], b[1]) / dot(b[0], b[0])));
      if (dot(b[1], b[1]) >= dot(b[0], b[0]) || dot(b[1], b[1]) >= before * (1 - GAIN)) {
        return;
      }
      double[] shorter = b[1];
      b[1] = b[0];
      b[0] = shorter;
    }
  }

  /** The third vector less the point of the plane lattice of the others that is nearest to it. */
  private static double[] nearestInPlane(double[][] b) {
    double aa = dot(b[0], b[0]);
    double bb = dot(b[1], b[1]);
    double ab = dot(b[0], b[1]);
    double ac = dot(b[0], b[2]);
    double bc = dot(b[1], b[2]);
    double determinant = aa * bb - ab * ab;
    double u = Math.rint((ac * bb - bc * ab) / determinant);
    double w = Math.rint((bc * aa - ac * ab) / determinant);
    double[] best = b[2];
    for (int i = -1; i <= 1; i++) {
      for (int j = -1; j <= 1; j++) {
        double[] candidate = b[2].clone();
        subtract(candidate, b[0], u + i);
        subtract(candidate, b[1], w + j);
        if (dot(candidate, candidate) < dot(best, best)) {
          best = candidate;
        }
      }
    }
    return best;
  }

  private static void sort(double[][] b) {
    Arrays.sort(b, (u, v) -> Double.compare(dot(u, u), dot(v, v)));
  }

  private static void subtract(double[] v, double[] b, double times) {
    v[0] -= times * b[0];
    v[1] -= times * b[1];
    v[2] -= times * b[2];
  }

  private static double dot(double[] u, double[] v) {
    return u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
  }

  /** Column i holds the vector whose product with basis vector i is 1 and with the others 0. */
  private static double[] reciprocal(double[][] b) {
    double[] columns = new double[9];
    for (int i = 0; i < 3; i++) {
      double[] u = b[(i + 1) % 3];
      double[] v = b[(i + 2) % 3];
      double[] cross = {
        u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]
      };
      double volume = dot(b[i], cross);
      for (int axis = 0; axis < 3; axis++) {
        columns[3 * axis + i] = cross[axis] / volume;
      }
    }
    return columns;
  }
}
