package org.suiseki.matter.geometry;

import org.suiseki.matter.Matrix3;

/**
 * The points x with A x = b modulo 1: a point, line or plane that a symmetry keeps, and its copies
 * by lattice translations. The rows of A are whole numbers and part of a basis of all whole rows,
 * so that each copy is met by exactly one choice of whole numbers. Immutable.
 */
final class FixedSubspace {
  private final int[] rows;
  private final double[] values;

  private FixedSubspace(int[] rows, double[] values) {
    this.rows = rows;
    this.values = values;
  }

  /**
   * The points R u + t.
   *
   * @param map the nine numbers of R, whole, and the three of t
   */
  static FixedSubspace of(double[] map) {
    int[] r = new int[9];
    for (int i = 0; i < 9; i++) {
      r[i] = (int) Math.rint(map[i]);
    }
    int[] rows = annihilator(r);
    double[] values = new double[rows.length / 3];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows[3 * i] * map[9] + rows[3 * i + 1] * map[10] + rows[3 * i + 2] * map[11];
    }
    return new FixedSubspace(rows, values);
  }

  /**
   * A basis of all whole rows a with a R = 0: row operations that keep the lattice bring R to
   * echelon form, and what they do to the unit matrix in the rows that become zero is the answer.
   */
  private static int[] annihilator(int[] r) {
    int[] left = r.clone();
    int[] unit = SymmetryOperation.IDENTITY.rotation();
    int done = 0;
    for (int column = 0; column < 3 && done < 3; column++) {
      for (int row = done + 1; row < 3; row++) {
        while (left[3 * row + column] != 0) {
          int times = left[3 * done + column] / left[3 * row + column];
          subtract(left, done, row, times);
          subtract(unit, done, row, times);
          exchange(left, done, row);
          exchange(unit, done, row);
        }
      }
      if (left[3 * done + column] != 0) {
        done++;
      }
    }
    int[] rows = new int[9 - 3 * done];
    System.arraycopy(unit, 3 * done, rows, 0, rows.length);
    return rows;
  }

  private static void subtract(int[] m, int target, int source, int times) {
    for (int k = 0; k < 3; k++) {
      m[3 * target + k] -= times * m[3 * source + k];
    }
  }

  private static void exchange(int[] m, int i, int j) {
    for (int k = 0; k < 3; k++) {
      int kept = m[3 * i + k];
      m[3 * i + k] = m[3 * j + k];
      m[3 * j + k] = kept;
    }
  }

  /** How many rows A has: 3 for a point, 0 for all space. */
  int conditions() {
    return values.length;
  }

  int row(int condition, int axis) {
    return rows[3 * condition + axis];
  }

  double value(int condition) {
    return values[condition];
  }

  /** Where an operation takes it: A W⁻¹ x' = b + A W⁻¹ w. */
  FixedSubspace image(SymmetryOperation operation) {
    int[] back = Matrix3.inverse(operation.rotation());
    int[] turned = new int[rows.length];
    double[] moved = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double sum = values[i];
      for (int k = 0; k < 3; k++) {
        for (int j = 0; j < 3; j++) {
          turned[3 * i + k] += rows[3 * i + j] * back[3 * j + k];
        }
        sum += turned[3 * i + k] * operation.translation(k);
      }
      moved[i] = sum;
    }
    return new FixedSubspace(turned, moved);
  }

  /**
   * Whether both have the same points: then each row of one is a whole combination of the rows of
   * the other, and the values agree.
   */
  boolean same(FixedSubspace other) {
    if (values.length != other.values.length) {
      return false;
    }
    return switch (values.length) {
      case 0 -> true;
      case 1 -> sameUpToSign(other);
      case 2 -> sameLine(other);
      default -> near(solution(), other.solution());
    };
  }

  private boolean sameUpToSign(FixedSubspace other) {
    int sign =
        rows[0] * other.rows[0] + rows[1] * other.rows[1] + rows[2] * other.rows[2] > 0 ? 1 : -1;
    for (int k = 0; k < 3; k++) {
      if (rows[k] != sign * other.rows[k]) {
        return false;
      }
    }
    return whole(values[0] - sign * other.values[0]);
  }

  /** The directions are equal, and a point of one is on the other. */
  private boolean sameLine(FixedSubspace other) {
    int[] here = direction();
    int[] there = other.direction();
    for (int i = 0; i < 3; i++) {
      int j = (i + 1) % 3;
      if (here[i] * there[j] != here[j] * there[i]) {
        return false;
      }
    }
    double[] point = solution();
    for (int i = 0; i < 2; i++) {
      double value = 0;
      for (int k = 0; k < 3; k++) {
        value += other.rows[3 * i + k] * point[k];
      }
      if (!whole(value - other.values[i])) {
        return false;
      }
    }
    return true;
  }

  /** Of a line: the cross product of both rows. */
  private int[] direction() {
    return new int[] {
      rows[1] * rows[5] - rows[2] * rows[4],
      rows[2] * rows[3] - rows[0] * rows[5],
      rows[0] * rows[4] - rows[1] * rows[3]
    };
  }

  /** One point of a line or of a point: A x = b, with the direction as third row where needed. */
  private double[] solution() {
    double[] full = new double[9];
    double[] right = new double[3];
    for (int i = 0; i < rows.length; i++) {
      full[i] = rows[i];
    }
    System.arraycopy(values, 0, right, 0, values.length);
    if (values.length == 2) {
      int[] direction = direction();
      for (int k = 0; k < 3; k++) {
        full[6 + k] = direction[k];
      }
    }
    return Matrix3.apply(Matrix3.inverse(full), right);
  }

  private static boolean near(double[] a, double[] b) {
    return whole(a[0] - b[0]) && whole(a[1] - b[1]) && whole(a[2] - b[2]);
  }

  private static boolean whole(double value) {
    return Math.abs(value - Math.rint(value)) < 1e-6;
  }
}
