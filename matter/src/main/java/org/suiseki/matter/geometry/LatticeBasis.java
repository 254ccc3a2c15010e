package org.suiseki.matter.geometry;

import org.suiseki.matter.Matrix3;

/**
 * Short vectors of a lattice, found by whole numbers: what the search for a conventional basis
 * starts and ends with. Vectors are the columns of matrices kept row by row. Stateless.
 *
 * <p>The steps and their order are those of spglib (arXiv 1808.01590), so that among equally short
 * vectors the same are taken. {@link DelaunayReduction} is for a lattice by itself: it takes other
 * steps, faster with skewed cells, and its tolerance grows with the cell.
 */
final class LatticeBasis {
  /** Scalar products (Å²) and volumes (Å³) below this count as zero: coordinates are rounded. */
  private static final double NEAR = 1e-2;

  /** Scalar products (Å²) below this are those of a right angle; the square of 0.01 Å, as there. */
  private static final double RIGHT_ANGLE = 1e-4;

  /** Squares of lengths (Å²) within this are equal. */
  private static final double EQUAL = 1e-10;

  private static final int MOST_STEPS = 10_000;

  /** Cells that people use need fewer. */
  private static final int FEW_STEPS = 50;

  private LatticeBasis() {}

  /**
   * Delaunay's reduction (Z. Kristallogr. 84 (1933) 109) and of its seven vectors the shortest
   * three that span space.
   *
   * @param columns nine numbers in Å
   * @return whole numbers T, the reduced vectors being {@code columns} T; the hand is right
   */
  static int[] delaunay(double[] columns) {
    int[][] b = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {-1, -1, -1}};
    for (int step = 1; step < MOST_STEPS && opened(columns, b); step++) {
      // Each step makes the sum of the squares smaller, but of a skewed cell only by little.
      if (step % FEW_STEPS == 0) {
        shorten(columns, b);
      }
    }
    int[][] seven = {b[0], b[1], sum(b[0], b[1]), b[2], b[3], sum(b[1], b[2]), sum(b[2], b[0])};
    sort(columns, seven);
    int third = 2;
    while (third < 6 && flat(columns, seven[0], seven[1], seven[third])) {
      third++;
    }
    return rightHanded(columns, seven[0], seven[1], seven[third]);
  }

  /** Takes from each vector whole multiples of the others, and makes the fourth anew. */
  private static void shorten(double[] columns, int[][] b) {
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        if (i != j) {
          double ratio = dot(columns, b[i], b[j]) / dot(columns, b[j], b[j]);
          for (int k = 0; k < 3; k++) {
            b[i][k] -= (int) Math.rint(ratio) * b[j][k];
          }
        }
      }
    }
    b[3] = negative(sum(sum(b[0], b[1]), b[2]));
  }

  /** Whether two vectors met under less than 90°; then one is turned round and the others moved. */
  private static boolean opened(double[] columns, int[][] b) {
    for (int i = 0; i < 3; i++) {
      for (int j = i + 1; j < 4; j++) {
        if (dot(columns, b[i], b[j]) > NEAR) {
          for (int k = 0; k < 4; k++) {
            if (k != i && k != j) {
              b[k] = sum(b[k], b[i]);
            }
          }
          b[i] = negative(b[i]);
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The same in the plane of the first and third vector; the second stays, but for its sign.
   *
   * @return whole numbers T
   */
  static int[] delaunayInPlane(double[] columns) {
    int[][] b = {{1, 0, 0}, {0, 0, 1}, {-1, 0, -1}};
    for (int step = 0; step < MOST_STEPS && openedInPlane(columns, b); step++) {
      // Each step makes the sum of the squares smaller; the cell is a reduced one already.
    }
    int[][] four = {b[0], b[1], b[2], sum(b[0], b[1])};
    sort(columns, four);
    int[] unique = {0, 1, 0};
    int second = 1;
    while (second < 3 && flat(columns, four[0], unique, four[second])) {
      second++;
    }
    boolean left = volume(columns, four[0], unique, four[second]) < 0;
    return columns(four[0], left ? negative(unique) : unique, four[second]);
  }

  private static boolean openedInPlane(double[] columns, int[][] b) {
    for (int i = 0; i < 2; i++) {
      for (int j = i + 1; j < 3; j++) {
        if (dot(columns, b[i], b[j]) > NEAR) {
          int k = 3 - i - j;
          b[k] = sum(b[k], sum(b[i], b[i]));
          b[i] = negative(b[i]);
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Turns vectors round, two at a time, until all angles are below 90° or none is: what makes a
   * cell of the three shortest vectors that of Niggli, but for special lengths and angles.
   *
   * @param columns the three shortest vectors
   * @return a diagonal of 1 and -1
   */
  static int[] alike(double[] columns) {
    int[][] axes = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    int[] signs = new int[3];
    int zero = -1;
    for (int i = 0; i < 3; i++) {
      double dot = dot(columns, axes[(i + 1) % 3], axes[(i + 2) % 3]);
      signs[i] = dot > RIGHT_ANGLE ? 1 : dot < -RIGHT_ANGLE ? -1 : 0;
      zero = signs[i] == 0 ? i : zero;
    }
    boolean acute = signs[0] * signs[1] * signs[2] > 0;
    int product = 1;
    for (int i = 0; i < 3; i++) {
      signs[i] = signs[i] == 0 ? 1 : acute ? signs[i] : -signs[i];
      product *= signs[i];
    }
    if (product < 0 && zero >= 0) {
      signs[zero] = -1;
    }
    return new int[] {signs[0], 0, 0, 0, signs[1], 0, 0, 0, signs[2]};
  }

  /** Whether the vectors lie in a plane. */
  private static boolean flat(double[] columns, int[] a, int[] b, int[] c) {
    return Math.abs(volume(columns, a, b, c)) <= NEAR;
  }

  private static double volume(double[] columns, int[] a, int[] b, int[] c) {
    return Matrix3.determinant(columns) * Matrix3.determinant(columns(a, b, c));
  }

  private static int[] rightHanded(double[] columns, int[] a, int[] b, int[] c) {
    return volume(columns, a, b, c) < 0
        ? columns(negative(a), negative(b), negative(c))
        : columns(a, b, c);
  }

  private static int[] columns(int[] a, int[] b, int[] c) {
    return new int[] {a[0], b[0], c[0], a[1], b[1], c[1], a[2], b[2], c[2]};
  }

  /** By length; those of equal length stay in order. */
  private static void sort(double[] columns, int[][] vectors) {
    for (int pass = 1; pass < vectors.length; pass++) {
      for (int j = 0; j + 1 < vectors.length; j++) {
        if (dot(columns, vectors[j], vectors[j])
            > dot(columns, vectors[j + 1], vectors[j + 1]) + EQUAL) {
          int[] longer = vectors[j];
          vectors[j] = vectors[j + 1];
          vectors[j + 1] = longer;
        }
      }
    }
  }

  private static double dot(double[] columns, int[] a, int[] b) {
    double dot = 0;
    for (int row = 0; row < 9; row += 3) {
      double x = columns[row] * a[0] + columns[row + 1] * a[1] + columns[row + 2] * a[2];
      double y = columns[row] * b[0] + columns[row + 1] * b[1] + columns[row + 2] * b[2];
      dot += x * y;
    }
    return dot;
  }

  private static int[] sum(int[] a, int[] b) {
    return new int[] {a[0] + b[0], a[1] + b[1], a[2] + b[2]};
  }

  private static int[] negative(int[] a) {
    return new int[] {-a[0], -a[1], -a[2]};
  }
}
