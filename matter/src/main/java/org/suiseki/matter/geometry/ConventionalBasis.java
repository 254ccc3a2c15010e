package org.suiseki.matter.geometry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.suiseki.matter.Matrix3;

/**
 * A first conventional basis of a point group: its vectors along rotation axes, or perpendicular to
 * the main one, and the centring that the lattice then has (Grosse-Kunstleve, Acta Cryst. A55
 * (1999) 383, sections 4 and 5).
 *
 * @param basis P row by row: columns in terms of the given primitive basis
 * @param centring P, C, I, F, or R; R means a primitive rhombohedral basis, whose hexagonal one is
 *     a further change
 */
record ConventionalBasis(double[] basis, Centring centring) {
  /**
   * Directions in which axes of a reduced cell may lie, in the order in which they are taken (as in
   * spglib); each in three digits, where m, n stand for -1, -2.
   */
  private static final int[] DIRECTIONS =
      directions(
          "100 010 001 011 101 110 01m m01 1m0 111 m11 1m1 11m 012 201 120 021 102 210 0m2 20m m20"
              + " 0n1 10n n10 211 121 112 2mm m2m mm2 21m m21 1m2 2m1 12m m12 312 231 123 321 132"
              + " 213 3m2 23m m23 3n1 13n n13 3mn n3m mn3 3nm m3n nm3 31n n31 1n3 32m m32 2m3 113"
              + " m13 1m3 mm3 131 m31 13m m3m 311 31m 3m1 3mm");

  /** Where a rotation may take a vector of a reduced cell, in the order in which spglib tries. */
  private static final int[] IMAGES =
      directions(
          "100 010 001 m00 0m0 00m 011 101 110 0mm m0m mm0 01m m01 1m0 0m1 10m m10"
              + " 111 mmm m11 1m1 11m 1mm m1m mm1");

  private static final double[] A_TO_C = {0, 0, 1, 1, 0, 0, 0, 1, 0};
  private static final double[] B_TO_C = {0, 1, 0, 0, 0, 1, 1, 0, 0};
  private static final double[] MONOCLINIC_A_TO_C = {0, 0, 1, 0, -1, 0, 1, 0, 0};
  private static final double[] MONOCLINIC_I_TO_C = {1, 0, -1, 0, 1, 0, 1, 0, 0};
  private static final double[] REVERSE = {
    1.0 / 3, -2.0 / 3, 1.0 / 3, 2.0 / 3, -1.0 / 3, -1.0 / 3, 1.0 / 3, 1.0 / 3, 1.0 / 3
  };

  /**
   * @param operations of a primitive cell
   * @param columns its basis vectors as columns, in Å; a reduced cell
   * @return null where the axes of the group are not found
   */
  static @Nullable ConventionalBasis of(
      SortedOperations operations, PointGroup group, double[] columns) {
    int[] axes = axes(operations, group, columns);
    if (axes == null) {
      return null;
    }
    int[] found = axes;
    double[] conventional = Matrix3.multiply(columns, Matrix3.ofWhole(axes));
    if (group.system() == CrystalSystem.TRICLINIC) {
      found = Matrix3.multiply(axes, LatticeBasis.alike(conventional));
    } else if (group.system() == CrystalSystem.MONOCLINIC) {
      found = Matrix3.multiply(axes, LatticeBasis.delaunayInPlane(conventional));
    }
    return centred(found, group.system() == CrystalSystem.MONOCLINIC);
  }

  private static int @Nullable [] axes(
      SortedOperations operations, PointGroup group, double[] columns) {
    return switch (group.laueClass()) {
      case "-1" -> SymmetryOperation.IDENTITY.rotation();
      case "2/m" -> perpendicular(operations);
      case "mmm", "m-3" -> threeAxes(operations, 2);
      case "m-3m" -> threeAxes(operations, 4);
      case "4/m", "4/mmm" -> aroundAxis(operations, 4, columns);
      default -> aroundAxis(operations, 3, columns);
    };
  }

  /**
   * A proper rotation of this order, inversion left out. Which of a rotation and its inverse is
   * taken may decide between bases that differ by the normaliser, so it must not depend on the
   * order of the operations: it is the one whose columns come first among {@link #IMAGES}, in the
   * cell reduced once more, as spglib does when it looks for the rotations.
   *
   * @param frame that cell's vectors, as columns
   */
  private static int @Nullable [] rotation(SortedOperations operations, int order, int[] frame) {
    int[] back = Matrix3.inverse(frame);
    int[] first = null;
    int rank = Integer.MAX_VALUE;
    for (int i = 0; i < operations.size; i++) {
      int[] proper = proper(operations, i);
      if (SymmetryOperation.typeOf(proper) != order) {
        continue;
      }
      int[] given = Arrays.copyOfRange(operations.rotations, 9 * i, 9 * i + 9);
      int own = rank(Matrix3.multiply(back, Matrix3.multiply(given, frame)));
      if (own < rank) {
        first = proper;
        rank = own;
      }
    }
    return first;
  }

  private static int rank(int[] rotation) {
    int rank = 0;
    for (int column = 0; column < 3; column++) {
      int place = 0;
      while (place < IMAGES.length / 3
          && !(IMAGES[3 * place] == rotation[column]
              && IMAGES[3 * place + 1] == rotation[3 + column]
              && IMAGES[3 * place + 2] == rotation[6 + column])) {
        place++;
      }
      rank = 27 * rank + place;
    }
    return rank;
  }

  private static int[] proper(SortedOperations operations, int index) {
    int[] matrix = Arrays.copyOfRange(operations.rotations, 9 * index, 9 * index + 9);
    if (Matrix3.determinant(matrix) < 0) {
      for (int k = 0; k < 9; k++) {
        matrix[k] = -matrix[k];
      }
    }
    return matrix;
  }

  /** b along the axis; a and c short in the plane across it. */
  private static int @Nullable [] perpendicular(SortedOperations operations) {
    int[] rotation = rotation(operations, 2, SymmetryOperation.IDENTITY.rotation());
    if (rotation == null) {
      return null;
    }
    int unique = axis(rotation);
    int first = -1;
    int second = -1;
    for (int i : across(rotation, 2)) {
      if (first < 0 || square(i) < square(first)) {
        first = i;
      }
    }
    for (int i : across(rotation, 2)) {
      if (i != first && (second < 0 || square(i) < square(second))) {
        second = i;
      }
    }
    return unique < 0 || second < 0
        ? null
        : columns(direction(first), direction(unique), direction(second));
  }

  /**
   * c along the axis; a and its image across it, so that they span no more than thrice the cell.
   */
  private static int @Nullable [] aroundAxis(
      SortedOperations operations, int order, double[] columns) {
    int[] rotation = rotation(operations, order, LatticeBasis.delaunay(columns));
    int main = rotation == null ? -1 : axis(rotation);
    if (rotation == null || main < 0) {
      return null;
    }
    int[] across = across(rotation, order);
    for (int i : across) {
      int[] a = direction(i);
      int[] b = image(rotation, a);
      int[] axes = columns(a, b, direction(main));
      int determinant = Matrix3.determinant(axes);
      if (listed(b, across) && Math.abs(determinant) < 4) {
        return determinant > 0 ? axes : columns(b, a, direction(main));
      }
    }
    return null;
  }

  private static int @Nullable [] threeAxes(SortedOperations operations, int order) {
    int[] found = new int[3];
    int count = 0;
    for (int i = 0; i < operations.size; i++) {
      int[] proper = proper(operations, i);
      if (SymmetryOperation.typeOf(proper) == order) {
        int axis = axis(proper);
        if (axis < 0) {
          return null;
        }
        boolean known = false;
        for (int k = 0; k < count; k++) {
          known |= found[k] == axis;
        }
        if (!known && count == 3) {
          return null;
        }
        if (!known) {
          found[count++] = axis;
        }
      }
    }
    if (count < 3) {
      return null;
    }
    Arrays.sort(found);
    int[] axes = columns(direction(found[0]), direction(found[1]), direction(found[2]));
    return Matrix3.determinant(axes) > 0
        ? axes
        : columns(direction(found[0]), direction(found[2]), direction(found[1]));
  }

  /** The centring by the determinant, and for it the basis with the usual letter. */
  private static @Nullable ConventionalBasis centred(int[] axes, boolean monoclinic) {
    double[] basis = Matrix3.ofWhole(axes);
    return switch (Math.abs(Matrix3.determinant(axes))) {
      case 1 -> new ConventionalBasis(basis, Centring.P);
      case 2 -> twice(axes, basis, monoclinic);
      case 3 -> thrice(basis);
      case 4 -> new ConventionalBasis(basis, Centring.F);
      default -> null;
    };
  }

  /** One vector is primitive where a face is centred: the one not in that face. */
  private static @Nullable ConventionalBasis twice(int[] axes, double[] basis, boolean monoclinic) {
    if (unitRow(axes, 2)) {
      return new ConventionalBasis(basis, Centring.C);
    }
    if (unitRow(axes, 0)) {
      double[] change = monoclinic ? MONOCLINIC_A_TO_C : A_TO_C;
      return new ConventionalBasis(Matrix3.multiply(basis, change), Centring.C);
    }
    if (unitRow(axes, 1)) {
      return new ConventionalBasis(Matrix3.multiply(basis, B_TO_C), Centring.C);
    }
    return monoclinic
        ? new ConventionalBasis(Matrix3.multiply(basis, MONOCLINIC_I_TO_C), Centring.C)
        : new ConventionalBasis(basis, Centring.I);
  }

  /** Whether a row is zero but for 1 or -1 in this column. */
  private static boolean unitRow(int[] axes, int column) {
    for (int row = 0; row < 9; row += 3) {
      int others = Math.abs(axes[row + (column + 1) % 3]) + Math.abs(axes[row + (column + 2) % 3]);
      if (others == 0 && Math.abs(axes[row + column]) == 1) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable ConventionalBasis thrice(double[] basis) {
    for (double[] change : new double[][] {REVERSE, Centring.R.primitive}) {
      double[] changed = Matrix3.multiply(basis, change);
      double off = 0;
      for (double element : changed) {
        off = Math.max(off, Math.abs(element - Math.rint(element)));
      }
      if (off < 0.1) {
        return new ConventionalBasis(changed, Centring.R);
      }
    }
    return null;
  }

  /** The index of the direction that a rotation leaves, or -1. */
  private static int axis(int[] rotation) {
    for (int i = 0; i < DIRECTIONS.length / 3; i++) {
      int[] direction = direction(i);
      if (Arrays.equals(image(rotation, direction), direction)) {
        return i;
      }
    }
    return -1;
  }

  /** Indices of directions that the powers of a rotation take to vectors with sum zero. */
  private static int[] across(int[] rotation, int order) {
    int[] sum = SymmetryOperation.IDENTITY.rotation();
    int[] power = SymmetryOperation.IDENTITY.rotation();
    for (int n = 1; n < order; n++) {
      power = Matrix3.multiply(rotation, power);
      for (int k = 0; k < 9; k++) {
        sum[k] += power[k];
      }
    }
    int[] found = new int[DIRECTIONS.length / 3];
    int count = 0;
    for (int i = 0; i < found.length; i++) {
      if (square(image(sum, direction(i))) == 0) {
        found[count++] = i;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static boolean listed(int[] vector, int[] directions) {
    for (int i : directions) {
      int[] d = direction(i);
      if (Arrays.equals(vector, d)
          || (vector[0] == -d[0] && vector[1] == -d[1] && vector[2] == -d[2])) {
        return true;
      }
    }
    return false;
  }

  private static int[] image(int[] m, int[] v) {
    return new int[] {
      m[0] * v[0] + m[1] * v[1] + m[2] * v[2],
      m[3] * v[0] + m[4] * v[1] + m[5] * v[2],
      m[6] * v[0] + m[7] * v[1] + m[8] * v[2]
    };
  }

  private static int[] columns(int[] a, int[] b, int[] c) {
    return new int[] {a[0], b[0], c[0], a[1], b[1], c[1], a[2], b[2], c[2]};
  }

  private static int[] direction(int index) {
    return new int[] {DIRECTIONS[3 * index], DIRECTIONS[3 * index + 1], DIRECTIONS[3 * index + 2]};
  }

  private static int square(int index) {
    return square(direction(index));
  }

  private static int square(int[] v) {
    return v[0] * v[0] + v[1] * v[1] + v[2] * v[2];
  }

  private static int[] directions(String text) {
    String digits = text.replace(" ", "");
    int[] numbers = new int[digits.length()];
    for (int i = 0; i < numbers.length; i++) {
      char digit = digits.charAt(i);
      numbers[i] = digit == 'm' ? -1 : digit == 'n' ? -2 : digit - '0';
    }
    return numbers;
  }
}
