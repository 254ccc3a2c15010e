package org.suiseki.matter.geometry;

import org.suiseki.matter.Matrix3;

/**
 * The sites of one cell in a reduced basis, those of the rarest kind first: what the search for
 * symmetry works on. Kinds are whole numbers, equal for sites with equal occupation. Coordinates
 * lie from 0 to below 1.
 */
final class SiteSet {
  /** Basis vectors row by row, in Å. */
  final double[] rows;

  /** Fractional, x, y, z of each site. */
  final double[] at;

  /** Of each site; sites of a kind stand together. */
  final int[] kinds;

  /** How many sites the first kind has; no kind has fewer. */
  final int rarest;

  /** Of sites in order and in the cell; the arrays are kept. */
  SiteSet(double[] rows, double[] at, int[] kinds, int rarest) {
    this.rows = rows;
    this.at = at;
    this.kinds = kinds;
    this.rarest = rarest;
  }

  int size() {
    return kinds.length;
  }

  /** The same crystal in a Niggli-reduced, right-handed basis. */
  SiteSet reduced() {
    double determinant = Matrix3.determinant(rows);
    ReducingBasis basis = new ReducingBasis(rows);
    double edge = Math.cbrt(Math.abs(determinant));
    NiggliReduction.reduce(basis, LatticeReduction.DEFAULT_TOLERANCE * edge * edge);
    if (determinant < 0) {
      basis.turn(0);
      basis.turn(1);
      basis.turn(2);
    }
    // x = x' T with whole T: x' = x T⁻¹.
    double[] back = Matrix3.ofWhole(Matrix3.inverse(basis.transformation()));
    double[] moved = new double[at.length];
    for (int i = 0; i < at.length; i += 3) {
      for (int axis = 0; axis < 3; axis++) {
        moved[i + axis] =
            wrapped(at[i] * back[axis] + at[i + 1] * back[3 + axis] + at[i + 2] * back[6 + axis]);
      }
    }
    return new SiteSet(basis.rows, moved, kinds, rarest);
  }

  /** The scalar products a·a, b·b, c·c, b·c, a·c, a·b in Å². */
  double[] metric() {
    return metric(rows);
  }

  static double[] metric(double[] rows) {
    return new double[] {
      dot(rows, 0, 0),
      dot(rows, 1, 1),
      dot(rows, 2, 2),
      dot(rows, 1, 2),
      dot(rows, 0, 2),
      dot(rows, 0, 1)
    };
  }

  private static double dot(double[] rows, int i, int j) {
    int p = 3 * i;
    int q = 3 * j;
    return rows[p] * rows[q] + rows[p + 1] * rows[q + 1] + rows[p + 2] * rows[q + 2];
  }

  static double wrapped(double value) {
    double inside = value - Math.floor(value);
    return inside >= 1 ? 0 : inside;
  }

  /** The greatest number that divides the count of every kind. */
  int commonDivisor() {
    int divisor = 0;
    int from = 0;
    for (int i = 1; i <= kinds.length; i++) {
      if (i == kinds.length || kinds[i] != kinds[from]) {
        divisor = divisor(divisor, i - from);
        from = i;
      }
    }
    return divisor;
  }

  private static int divisor(int a, int b) {
    return b == 0 ? a : divisor(b, a % b);
  }
}
