package org.suiseki.matter;

import java.util.Arrays;

/**
 * Arithmetic of 3 × 3 matrices, each nine numbers in an array, row by row: of lattice vectors,
 * changes of basis and rotations. Every operation is a few dozen multiplications. Stateless.
 *
 * <p>Limits: the sums of whole numbers are not watched for overflow; entries below 2⁹ in {@code
 * int} and below 2²⁰ in {@code long} are safe.
 */
public final class Matrix3 {
  /** Determinants nearer to 0 have no inverse; cells have Å³ and changes of basis about 1. */
  private static final double SINGULAR = 1e-12;

  private Matrix3() {}

  /** The same numbers as doubles. */
  public static double[] ofWhole(int[] whole) {
    double[] real = new double[whole.length];
    for (int i = 0; i < whole.length; i++) {
      real[i] = whole[i];
    }
    return real;
  }

  /** The same numbers with room for larger products. */
  public static long[] widened(int[] whole) {
    long[] wide = new long[whole.length];
    for (int i = 0; i < whole.length; i++) {
      wide[i] = whole[i];
    }
    return wide;
  }

  public static double determinant(double[] m) {
    return m[0] * (m[4] * m[8] - m[5] * m[7])
        - m[1] * (m[3] * m[8] - m[5] * m[6])
        + m[2] * (m[3] * m[7] - m[4] * m[6]);
  }

  public static int determinant(int[] m) {
    return m[0] * (m[4] * m[8] - m[5] * m[7])
        - m[1] * (m[3] * m[8] - m[5] * m[6])
        + m[2] * (m[3] * m[7] - m[4] * m[6]);
  }

  public static long determinant(long[] m) {
    return m[0] * (m[4] * m[8] - m[5] * m[7])
        - m[1] * (m[3] * m[8] - m[5] * m[6])
        + m[2] * (m[3] * m[7] - m[4] * m[6]);
  }

  /** The product a b. */
  public static double[] multiply(double[] a, double[] b) {
    double[] product = new double[9];
    for (int i = 0; i < 9; i += 3) {
      for (int j = 0; j < 3; j++) {
        product[i + j] = a[i] * b[j] + a[i + 1] * b[3 + j] + a[i + 2] * b[6 + j];
      }
    }
    return product;
  }

  /** The product a b. */
  public static int[] multiply(int[] a, int[] b) {
    int[] product = new int[9];
    for (int i = 0; i < 9; i += 3) {
      for (int j = 0; j < 3; j++) {
        product[i + j] = a[i] * b[j] + a[i + 1] * b[3 + j] + a[i + 2] * b[6 + j];
      }
    }
    return product;
  }

  /** Matrix times column. */
  public static double[] apply(double[] m, double[] v) {
    return new double[] {
      m[0] * v[0] + m[1] * v[1] + m[2] * v[2],
      m[3] * v[0] + m[4] * v[1] + m[5] * v[2],
      m[6] * v[0] + m[7] * v[1] + m[8] * v[2]
    };
  }

  /**
   * The inverse.
   *
   * @throws MatterException where there is none
   */
  public static double[] inverse(double[] m) {
    double determinant = determinant(m);
    if (!(Math.abs(determinant) > SINGULAR)) {
      throw new MatterException(
          "The matrix " + Arrays.toString(m) + " has no inverse.",
          "Give three vectors that do not lie in one plane.");
    }
    return inverse(m, determinant);
  }

  /** The inverse of a matrix whose determinant is known and not 0. */
  static double[] inverse(double[] m, double determinant) {
    double f = 1 / determinant;
    return new double[] {
      f * (m[4] * m[8] - m[5] * m[7]),
      f * (m[2] * m[7] - m[1] * m[8]),
      f * (m[1] * m[5] - m[2] * m[4]),
      f * (m[5] * m[6] - m[3] * m[8]),
      f * (m[0] * m[8] - m[2] * m[6]),
      f * (m[2] * m[3] - m[0] * m[5]),
      f * (m[3] * m[7] - m[4] * m[6]),
      f * (m[1] * m[6] - m[0] * m[7]),
      f * (m[0] * m[4] - m[1] * m[3])
    };
  }

  /**
   * The inverse of a change of basis between primitive cells, in whole numbers again.
   *
   * @throws MatterException where the determinant is not 1 or -1
   */
  public static int[] inverse(int[] m) {
    int determinant = determinant(m);
    if (Math.abs(determinant) != 1) {
      throw new MatterException(
          "The matrix " + Arrays.toString(m) + " has the determinant " + determinant + ".",
          "A movement of a lattice onto itself has 1 or -1.");
    }
    long[] adjugate = adjugate(widened(m));
    int[] inverse = new int[9];
    for (int i = 0; i < 9; i++) {
      inverse[i] = (int) adjugate[i] * determinant;
    }
    return inverse;
  }

  /** The adjugate: the inverse times the determinant. */
  public static long[] adjugate(long[] m) {
    return new long[] {
      m[4] * m[8] - m[5] * m[7],
      m[2] * m[7] - m[1] * m[8],
      m[1] * m[5] - m[2] * m[4],
      m[5] * m[6] - m[3] * m[8],
      m[0] * m[8] - m[2] * m[6],
      m[2] * m[3] - m[0] * m[5],
      m[3] * m[7] - m[4] * m[6],
      m[1] * m[6] - m[0] * m[7],
      m[0] * m[4] - m[1] * m[3]
    };
  }
}
