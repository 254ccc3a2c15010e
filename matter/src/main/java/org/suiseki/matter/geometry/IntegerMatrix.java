package org.suiseki.matter.geometry;

import java.util.Arrays;
import org.suiseki.matter.MatterException;

/** Arithmetic of 3 × 3 matrices of whole numbers, nine in a row, row by row. */
final class IntegerMatrix {
  private IntegerMatrix() {}

  static int determinant(int[] m) {
    return m[0] * (m[4] * m[8] - m[5] * m[7])
        - m[1] * (m[3] * m[8] - m[5] * m[6])
        + m[2] * (m[3] * m[7] - m[4] * m[6]);
  }

  static int[] multiply(int[] a, int[] b) {
    int[] product = new int[9];
    for (int i = 0; i < 9; i += 3) {
      for (int j = 0; j < 3; j++) {
        product[i + j] = a[i] * b[j] + a[i + 1] * b[3 + j] + a[i + 2] * b[6 + j];
      }
    }
    return product;
  }

  /** The adjugate: the inverse times the determinant. */
  static int[] adjugate(int[] m) {
    return new int[] {
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

  /**
   * @throws MatterException where the determinant is not 1 or -1
   */
  static int[] inverse(int[] m) {
    int determinant = determinant(m);
    if (Math.abs(determinant) != 1) {
      throw new MatterException(
          "The matrix " + Arrays.toString(m) + " has the determinant " + determinant + ".",
          "A movement of a lattice onto itself has 1 or -1.");
    }
    int[] inverse = adjugate(m);
    for (int i = 0; i < 9; i++) {
      inverse[i] *= determinant;
    }
    return inverse;
  }

  /** 1, 2, 3, 4, 6, -1, -2, -3, -4, -6 by trace and determinant; 0 where it is none of these. */
  static int rotationType(int[] m) {
    int determinant = determinant(m);
    if (Math.abs(determinant) != 1) {
      return 0;
    }
    int type =
        switch (determinant * (m[0] + m[4] + m[8])) {
          case 3 -> 1;
          case -1 -> 2;
          case 0 -> 3;
          case 1 -> 4;
          case 2 -> 6;
          default -> 0;
        };
    return determinant * type;
  }
}
