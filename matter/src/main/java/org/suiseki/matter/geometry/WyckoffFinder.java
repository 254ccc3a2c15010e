package org.suiseki.matter.geometry;

import java.util.ArrayList;
import java.util.List;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Matrix3;
import org.suiseki.matter.MatterException;

/**
 * Tells points of one conventional cell their Wyckoff position. Immutable; made once for a group
 * and cell, then about a microsecond for a point.
 *
 * <pre>{@code
 * WyckoffFinder finder = WyckoffFinder.of(SpaceGroup.ofNumber(225), Lattice.cubic(5.64), 0.01);
 * finder.position(0.5, 0.5, 0.5).letter();   // 'b'
 * }</pre>
 *
 * <p>Method: every position is a set of points, lines or planes, each given by equations A x = b
 * modulo 1 with whole A; how far a point is from one follows from what is left of them and the
 * metric of the lattice.
 */
public final class WyckoffFinder {
  private final List<WyckoffPosition> positions;

  /** Of each set its position's index, how many equations, where its numbers begin. */
  private final int[] owner;

  private final int[] conditions;
  private final int[] start;

  /** For each equation its row of A, b, and how much may be left of it at the tolerance. */
  private final double[] equations;

  /** For each set the inverse of A G* Aᵀ, G* the reciprocal metric; nine numbers. */
  private final double[] weights;

  private final double tolerance;

  private WyckoffFinder(
      List<WyckoffPosition> positions,
      List<Integer> owners,
      List<FixedSubspace> sets,
      Lattice lattice,
      double tolerance) {
    this.positions = positions;
    this.tolerance = tolerance;
    int n = sets.size();
    owner = new int[n];
    conditions = new int[n];
    start = new int[n];
    weights = new double[9 * n];
    int total = 0;
    for (FixedSubspace set : sets) {
      total += set.conditions();
    }
    equations = new double[5 * total];
    double[] metric = reciprocalMetric(lattice);
    int at = 0;
    for (int i = 0; i < n; i++) {
      owner[i] = owners.get(i);
      conditions[i] = sets.get(i).conditions();
      start[i] = at;
      fill(sets.get(i), i, metric);
      at += 5 * conditions[i];
    }
  }

  /**
   * The finder for a group in this cell.
   *
   * @param lattice the conventional cell of the setting
   * @param tolerance how far in Å a point may lie from a special position and still be on it
   * @throws MatterException where the tolerance is not above 0, or the cell cannot have the group
   */
  public static WyckoffFinder of(SpaceGroup group, Lattice lattice, double tolerance) {
    if (!(tolerance > 0 && tolerance < 10)) {
      throw new MatterException(
          "The tolerance of a Wyckoff position is " + tolerance + " Å.",
          "Give a length above 0, such as 0.01.");
    }
    List<WyckoffPosition> positions = group.wyckoffPositions();
    List<Integer> owners = new ArrayList<>();
    List<FixedSubspace> sets = new ArrayList<>();
    for (int i = 0; i < positions.size(); i++) {
      for (FixedSubspace set : WyckoffTable.INSTANCE.sets(group).get(i)) {
        owners.add(i);
        sets.add(set);
      }
    }
    return new WyckoffFinder(positions, owners, sets, lattice, tolerance);
  }

  private static double[] reciprocalMetric(Lattice lattice) {
    double[] r = lattice.reciprocalRows();
    double[] metric = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        metric[3 * i + j] =
            r[3 * i] * r[3 * j] + r[3 * i + 1] * r[3 * j + 1] + r[3 * i + 2] * r[3 * j + 2];
      }
    }
    return metric;
  }

  private void fill(FixedSubspace set, int index, double[] metric) {
    double[] products = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    for (int i = 0; i < set.conditions(); i++) {
      int at = start[index] + 5 * i;
      for (int k = 0; k < 3; k++) {
        equations[at + k] = set.row(i, k);
      }
      equations[at + 3] = set.value(i);
      for (int j = 0; j < set.conditions(); j++) {
        products[3 * i + j] = product(set, i, j, metric);
      }
      equations[at + 4] = tolerance * Math.sqrt(products[4 * i]);
    }
    System.arraycopy(Matrix3.inverse(scaled(products)), 0, weights, 9 * index, 9);
    double scale = scale(products);
    for (int k = 0; k < 9; k++) {
      weights[9 * index + k] /= scale;
    }
  }

  /** Reciprocal lengths are small; the inverse is taken of numbers near 1. */
  private static double scale(double[] products) {
    return products[0];
  }

  private static double[] scaled(double[] products) {
    double[] near = new double[9];
    for (int k = 0; k < 9; k++) {
      near[k] = products[k] / scale(products);
    }
    return near;
  }

  private static double product(FixedSubspace set, int i, int j, double[] metric) {
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      for (int l = 0; l < 3; l++) {
        sum += set.row(i, k) * metric[3 * k + l] * set.row(j, l);
      }
    }
    return sum;
  }

  /** The position of a point given by its fractional coordinates. */
  public WyckoffPosition position(double... point) {
    return positions.get(index(point, 0));
  }

  /** The position of the point whose three coordinates begin at {@code from}. */
  public WyckoffPosition position(double[] points, int from) {
    return positions.get(index(points, from));
  }

  /**
   * The place of the position in {@link SpaceGroup#wyckoffPositions()}: of those within the
   * tolerance the one of lowest multiplicity, and among equal ones the nearest.
   */
  public int index(double[] points, int from) {
    double x = points[from];
    double y = points[from + 1];
    double z = points[from + 2];
    int best = positions.size() - 1;
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < owner.length; i++) {
      if (positions.get(owner[i]).multiplicity() > positions.get(best).multiplicity()) {
        return best;
      }
      double distance = squaredDistance(i, x, y, z);
      if (distance <= tolerance * tolerance
          && (positions.get(owner[i]).multiplicity() < positions.get(best).multiplicity()
              || distance < nearest)) {
        best = owner[i];
        nearest = distance;
      }
    }
    return best;
  }

  /** In Å²; infinite where one equation alone shows that it is beyond the tolerance. */
  private double squaredDistance(int set, double x, double y, double z) {
    double first = 0;
    double second = 0;
    double third = 0;
    for (int i = 0; i < conditions[set]; i++) {
      int at = start[set] + 5 * i;
      double left =
          equations[at] * x + equations[at + 1] * y + equations[at + 2] * z - equations[at + 3];
      left -= Math.rint(left);
      if (Math.abs(left) > equations[at + 4]) {
        return Double.POSITIVE_INFINITY;
      }
      third = second;
      second = first;
      first = left;
    }
    return quadratic(set, first, second, third);
  }

  /** The equations' remainders come last first. */
  private double quadratic(int set, double first, double second, double third) {
    int n = conditions[set];
    double a = n == 3 ? third : n == 2 ? second : first;
    double b = n == 3 ? second : n == 2 ? first : 0;
    double c = n == 3 ? first : 0;
    int at = 9 * set;
    return a * (weights[at] * a + 2 * weights[at + 1] * b + 2 * weights[at + 2] * c)
        + b * (weights[at + 4] * b + 2 * weights[at + 5] * c)
        + c * weights[at + 8] * c;
  }
}
