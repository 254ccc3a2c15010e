package org.suiseki.matter.geometry;

import java.util.ArrayList;
import java.util.List;

/** Finds primitive vectors among the pure translations of a group. */
final class PrimitiveBasis {
  private static final double[] UNIT = {1, 0, 0, 0, 1, 0, 0, 0, 1};

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
      if (java.util.Arrays.equals(operation.rotation(), unit) && !whole(operation)) {
        translations.add(operation.reduced().translation());
      }
    }
    int points = translations.size() + 1;
    if (points == 1) {
      return UNIT;
    }
    for (int k = 0; k < 3; k++) {
      translations.add(new double[] {UNIT[k], UNIT[3 + k], UNIT[6 + k]});
    }
    for (int i = 0; i < translations.size(); i++) {
      for (int j = i + 1; j < translations.size(); j++) {
        for (int k = j + 1; k < translations.size(); k++) {
          double[] basis = columns(translations.get(i), translations.get(j), translations.get(k));
          // A volume half as large again would already be another number of points.
          if (Math.rint(1 / Math.abs(RealMatrix.determinant(basis))) == points) {
            return cleaned(basis);
          }
        }
      }
    }
    return UNIT;
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
    double[] multiples = RealMatrix.inverse(basis);
    for (int i = 0; i < 9; i++) {
      multiples[i] = Math.rint(multiples[i]);
    }
    return RealMatrix.inverse(multiples);
  }
}
