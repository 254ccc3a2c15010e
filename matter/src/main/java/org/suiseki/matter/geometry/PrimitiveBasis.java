package org.suiseki.matter.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.suiseki.matter.Matrix3;

/** Finds primitive vectors among the pure translations of a group. */
final class PrimitiveBasis {
  private static final double[] UNIT = {1, 0, 0, 0, 1, 0, 0, 0, 1};

  /** Tabulated cells have at most so many lattice points; threes of more would be too many. */
  private static final int FEW = 4;

  private PrimitiveBasis() {}

  /**
   * P row by row, its columns primitive vectors in terms of the given basis; the unit matrix where
   * the given cell is primitive. The first three of the translations, in their order, and of a, b,
   * c that span a cell small enough, cleaned of noise.
   */
  static double[] of(List<SymmetryOperation> operations) {
    List<double[]> translations = new ArrayList<>();
    int[] unit = SymmetryOperation.IDENTITY.rotation();
    for (SymmetryOperation operation : operations) {
      if (Arrays.equals(operation.rotation(), unit) && !whole(operation)) {
        translations.add(operation.reduced().translation());
      }
    }
    int points = translations.size() + 1;
    if (points == 1) {
      return UNIT;
    }
    if (points > FEW) {
      return echelon(translations, points);
    }
    for (int k = 0; k < 3; k++) {
      translations.add(new double[] {UNIT[k], UNIT[3 + k], UNIT[6 + k]});
    }
    for (int i = 0; i < translations.size(); i++) {
      for (int j = i + 1; j < translations.size(); j++) {
        for (int k = j + 1; k < translations.size(); k++) {
          double[] basis = columns(translations.get(i), translations.get(j), translations.get(k));
          // A volume half as large again would already be another number of points.
          if (Math.rint(1 / Math.abs(Matrix3.determinant(basis))) == points) {
            return cleaned(basis);
          }
        }
      }
    }
    return UNIT;
  }

  /**
   * Hermite's normal form of all translations: the group they make modulo 1 has as many members as
   * the cell points, so each is a whole number of that part.
   */
  private static double[] echelon(List<double[]> translations, int points) {
    long[][] basis = {{points, 0, 0}, {0, points, 0}, {0, 0, points}};
    for (double[] translation : translations) {
      long[] row = new long[3];
      for (int k = 0; k < 3; k++) {
        row[k] = Math.round(translation[k] * points);
      }
      for (int k = 0; k < 3; k++) {
        while (row[k] != 0) {
          long times = basis[k][k] / row[k];
          for (int j = k; j < 3; j++) {
            long left = basis[k][j] - times * row[j];
            basis[k][j] = row[j];
            row[j] = left;
          }
        }
      }
    }
    double[] rows = new double[9];
    for (int k = 0; k < 9; k++) {
      rows[k] = (double) basis[k / 3][k % 3] / points;
    }
    return columns(
        new double[] {rows[0], rows[1], rows[2]},
        new double[] {rows[3], rows[4], rows[5]},
        new double[] {rows[6], rows[7], rows[8]});
  }

  private static boolean whole(SymmetryOperation operation) {
    for (int k = 0; k < 3; k++) {
      double part = operation.translation(k) - Math.rint(operation.translation(k));
      if (Math.abs(part) > 0.01) {
        return false;
      }
    }
    return true;
  }

  private static double[] columns(double[] a, double[] b, double[] c) {
    return new double[] {a[0], b[0], c[0], a[1], b[1], c[1], a[2], b[2], c[2]};
  }

  /** The given vectors are whole multiples of primitive ones; so noise is taken out. */
  private static double[] cleaned(double[] basis) {
    double[] multiples = Matrix3.inverse(basis);
    for (int i = 0; i < 9; i++) {
      multiples[i] = Math.rint(multiples[i]);
    }
    return Matrix3.inverse(multiples);
  }
}
