package org.suiseki.matter.geometry;

import java.util.Arrays;
import org.suiseki.matter.MatterException;

/** Arithmetic of 3 × 3 matrices of doubles, nine in a row, row by row. */
final class RealMatrix {
  private RealMatrix() {}

  static double[] of(int[] whole) {
    double[] real = new double[whole.length];
    for (int i = 0; i < whole.length; i++) {
      real[i] = whole[i];
    }
    return real;
  }

  static double determinant(double[] m) {
    return m[0] * (m[4] * m[8] - m[5] * m[7])
        - m[1] * (m[3] * m[8] - m[5] * m[6])
        + m[2] * (m[3] * m[7] - m[4] * m[6]);
  }

  static double[] multiply(double[] a, double[] b) {
    double[] product = new double[9];
    for (int i = 0; i < 9; i += 3) {
      for (int j = 0; j < 3; j++) {
        product[i + j] = a[i] * b[j] + a[i + 1] * b[3 + j] + a[i + 2] * b[6 + j];
      }
    }
    return product;
  }

  /** Matrix times column. */
  static double[] apply(double[] m, double[] v) {
    return new double[] {
      m[0] * v[0] + m[1] * v[1] + m[2] * v[2],
      m[3] * v[0] + m[4] * v[1] + m[5] * v[2],
      m[6] * v[0] + m[7] * v[1] + m[8] * v[2]
    };
  }

  /**
   * @throws MatterException where there is none
   */
  static double[] inverse(double[] m) {
    double determinant = determinant(m);
    if (!(Math.abs(determinant) > 1e-12)) {
      throw new MatterException(
          "The matrix " + Arrays.toString(m) + " has no inverse.",
          "Give three vectors that do not lie in one plane.");
    }
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
}
