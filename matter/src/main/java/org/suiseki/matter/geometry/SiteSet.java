package org.suiseki.matter.geometry;

import java.util.Arrays;

/**
 * The sites of one cell in a reduced basis, those of the rarest kind first: what the search for
 * symmetry works on. Kinds are whole numbers, equal for sites with equal occupation. Coordinates lie
 * from 0 to below 1.
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

  /** From sites in any order; {@code order} tells which given site stands at each place. */
  SiteSet(double[] rows, double[] given, int[] givenKinds, int[] order, int rarest) {
    this.rows = rows;
    this.rarest = rarest;
    this.kinds = new int[order.length];
    this.at = new double[3 * order.length];
    for (int i = 0; i < order.length; i++) {
      kinds[i] = givenKinds[order[i]];
      for (int axis = 0; axis < 3; axis++) {
        at[3 * i + axis] = wrapped(given[3 * order[i] + axis]);
      }
    }
  }

  /** From sites already in order and in the cell; the arrays are kept. */
  SiteSet(double[] rows, double[] at, int[] kinds, int rarest) {
    this.rows = rows;
    this.at = at;
    this.kinds = kinds;
    this.rarest = rarest;
  }

  int size() {
    return kinds.length;
  }

  /** The same crystal in a Niggli-reduced basis. */
  SiteSet reduced() {
    ReducingBasis basis = new ReducingBasis(rows);
    double edge = Math.cbrt(Math.abs(RealMatrix.determinant(rows)));
    NiggliReduction.reduce(basis, LatticeReduction.DEFAULT_TOLERANCE * edge * edge);
    // x = x' T with whole T: x' = x T⁻¹.
    double[] back = RealMatrix.inverse(RealMatrix.of(basis.transformation()));
    double[] moved = new double[at.length];
    for (int i = 0; i < at.length; i += 3) {
      for (int axis = 0; axis < 3; axis++) {
        moved[i + axis] =
            wrapped(
                at[i] * Math.rint(back[axis])
                    + at[i + 1] * Math.rint(back[3 + axis])
                    + at[i + 2] * Math.rint(back[6 + axis]));
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

  /** Places of the given sites so that the rarest kind comes first, kinds together. */
  static int[] order(int[] kinds, int kindCount) {
    int[] counts = new int[kindCount];
    for (int kind : kinds) {
      counts[kind]++;
    }
    int[] from = new int[kindCount];
    boolean[] placed = new boolean[kindCount];
    int next = 0;
    for (int round = 0; round < kindCount; round++) {
      int best = -1;
      for (int kind = 0; kind < kindCount; kind++) {
        if (!placed[kind] && (best < 0 || counts[kind] < counts[best])) {
          best = kind;
        }
      }
      placed[best] = true;
      from[best] = next;
      next += counts[best];
    }
    int[] order = new int[kinds.length];
    Arrays.fill(order, -1);
    for (int i = 0; i < kinds.length; i++) {
      order[from[kinds[i]]++] = i;
    }
    return order;
  }
}
