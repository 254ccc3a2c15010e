package org.suiseki.matter.geometry;

import java.util.Arrays;
import org.suiseki.matter.Matrix3;

/**
 * Selling's steps to four vectors a, b, c, -a-b-c none of which meet under less than 90° (Delaunay,
 * Z. Kristallogr. 84, 109 (1933)), and of them the three shortest among the seven that can be faces
 * of the Voronoi cell: a, b, c, -a-b-c and the sums of two.
 */
final class DelaunayReduction {
  private static final int MOST_ROUNDS = 100_000;

  private DelaunayReduction() {}

  /** Reduces in place. */
  static void reduce(ReducingBasis basis, double near) {
    basis.shorten();
    for (int round = 0; round < MOST_ROUNDS && step(basis, near); round++) {
      // Each step makes the sum of the four squares smaller.
    }
    chooseShortest(basis);
  }

  /** Of an acute pair one vector is turned round and the other two are made to add up again. */
  private static boolean step(ReducingBasis basis, double near) {
    for (int i = 0; i < 3; i++) {
      for (int j = i + 1; j < 3; j++) {
        if (basis.dot(i, j) > near) {
          // With a turned round, b, c + a and d + a follow; d itself is not kept.
          basis.add(3 - i - j, i, 1);
          basis.turn(i);
          return true;
        }
      }
    }
    for (int i = 0; i < 3; i++) {
      double withFourth = -(basis.dot(i, 0) + basis.dot(i, 1) + basis.dot(i, 2));
      if (withFourth > near) {
        basis.add((i + 1) % 3, i, 1);
        basis.add((i + 2) % 3, i, 1);
        basis.turn(i);
        return true;
      }
    }
    return false;
  }

  private static void chooseShortest(ReducingBasis basis) {
    long[][] candidates = {
      {1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {-1, -1, -1}, {1, 1, 0}, {0, 1, 1}, {1, 0, 1}
    };
    double[] squares = new double[7];
    Integer[] order = new Integer[7];
    for (int i = 0; i < 7; i++) {
      squares[i] = square(basis, candidates[i]);
      order[i] = i;
    }
    // Equal within rounding keeps the order above, so that round-off does not choose.
    double scale = basis.dot(0, 0) * 1e-9;
    Arrays.sort(
        order,
        (i, j) -> Long.compare(Math.round(squares[i] / scale), Math.round(squares[j] / scale)));
    for (int third = 2; third < 7; third++) {
      long[] chosen = join(candidates[order[0]], candidates[order[1]], candidates[order[third]]);
      if (Math.abs(Matrix3.determinant(chosen)) == 1) {
        basis.replace(chosen);
        return;
      }
    }
  }

  private static double square(ReducingBasis basis, long[] n) {
    double square = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        square += n[i] * n[j] * basis.dot(i, j);
      }
    }
    return square;
  }

  private static long[] join(long[] a, long[] b, long[] c) {
    return new long[] {a[0], a[1], a[2], b[0], b[1], b[2], c[0], c[1], c[2]};
  }
}
