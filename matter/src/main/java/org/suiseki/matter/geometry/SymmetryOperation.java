package org.suiseki.matter.geometry;

import java.util.Arrays;
import org.suiseki.matter.Matrix3;
import org.suiseki.matter.MatterException;

/**
 * A movement that maps a crystal onto itself, in fractional coordinates of columns: x' = W x + w.
 * Immutable.
 *
 * <pre>{@code
 * SymmetryOperation screw = SymmetryOperation.parse("-x, y+1/2, -z+1/2");
 * screw.order();                                // 2
 * screw.times(screw).toString();                // "x,y+1,z"
 * screw.times(screw).reduced().isIdentity();    // true
 * }</pre>
 */
public final class SymmetryOperation {
  /** x, y, z. */
  public static final SymmetryOperation IDENTITY =
      new SymmetryOperation(new int[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, new double[3]);

  /** Every tabulated translation is a multiple of one part in so many. */
  private static final int FINEST = 24;

  /** How near, as a fraction, sums of doubles stay to the rational numbers they stand for. */
  private static final double ROUNDING = 1e-9;

  private final int[] rotation;
  private final double[] translation;

  /**
   * @param rotation W, nine whole numbers row by row; copied
   * @param translation w, three numbers; copied
   * @throws MatterException where the numbers are not nine and three, or one is not finite
   */
  public SymmetryOperation(int[] rotation, double[] translation) {
    if (rotation.length != 9 || translation.length != 3) {
      throw new MatterException(
          "A symmetry operation has 9 and 3 numbers, got "
              + rotation.length
              + " and "
              + translation.length
              + ".",
          "Give the rotation row by row, and the translation.");
    }
    this.rotation = rotation.clone();
    this.translation = translation.clone();
    for (double component : translation) {
      if (!Double.isFinite(component)) {
        throw new MatterException(
            "The translation " + Arrays.toString(translation) + " is not finite.",
            "Give fractions of the cell.");
      }
    }
  }

  /**
   * Reads the form of CIF and of International Tables: {@code -x+1/2, y, z+0.25}, {@code
   * 1/2+X,-Y,Z}. Translations are kept as written, also outside 0 to 1; rounded ones like 0.333
   * become the fraction they stand for.
   *
   * @throws MatterException with the column, where it is not three sums of x, y, z and numbers, or
   *     the coefficients are not whole with determinant 1 or -1
   */
  public static SymmetryOperation parse(String triplet) {
    double[] numbers = CoordinateTriplet.read(triplet);
    int[] rotation = new int[9];
    for (int i = 0; i < 9; i++) {
      rotation[i] = (int) Math.rint(numbers[i]);
      if (rotation[i] != numbers[i]) {
        throw noMovement(triplet);
      }
    }
    double[] translation = Arrays.copyOfRange(numbers, 9, 12);
    SymmetryOperation operation = new SymmetryOperation(rotation, translation);
    if (Math.abs(operation.determinant()) != 1) {
      throw noMovement(triplet);
    }
    return operation;
  }

  private static MatterException noMovement(String triplet) {
    return new MatterException(
        "\"" + triplet + "\" maps no lattice onto itself.",
        "Each of x, y, z must be used with whole factors whose determinant is 1 or -1.");
  }

  /** Element of W. */
  public int rotation(int row, int column) {
    return rotation[3 * row + column];
  }

  /** W row by row: a copy. */
  public int[] rotation() {
    return rotation.clone();
  }

  /** Component of w. */
  public double translation(int axis) {
    return translation[axis];
  }

  /** w: a copy. */
  public double[] translation() {
    return translation.clone();
  }

  /** Writes the image of a point. In and out may be one array. */
  public void apply(double[] point, int from, double[] image, int to) {
    double x = point[from];
    double y = point[from + 1];
    double z = point[from + 2];
    int[] w = rotation;
    image[to] = w[0] * x + w[1] * y + w[2] * z + translation[0];
    image[to + 1] = w[3] * x + w[4] * y + w[5] * z + translation[1];
    image[to + 2] = w[6] * x + w[7] * y + w[8] * z + translation[2];
  }

  /** 1 of a movement that keeps the hand, -1 of one that changes it. */
  public int determinant() {
    return Matrix3.determinant(rotation);
  }

  /**
   * What kind of movement W is: 1, 2, 3, 4 or 6 of a rotation, -1, -2 (a mirror), -3, -4 or -6 of
   * one with inversion, by trace and determinant (International Tables A, 2016, table 1.2.2.1).
   *
   * @throws MatterException where W is of no finite order
   */
  public int type() {
    int type = typeOf(rotation);
    if (type == 0) {
      throw new MatterException(
          "The rotation " + Arrays.toString(rotation) + " has no finite order.",
          "A lattice has rotations of order 1, 2, 3, 4 and 6 only.");
    }
    return type;
  }

  /** As {@link #type()}, of nine numbers row by row; 0 where they are of no finite order. */
  static int typeOf(int[] rotation) {
    int determinant = Matrix3.determinant(rotation);
    if (Math.abs(determinant) != 1) {
      return 0;
    }
    int type =
        switch (determinant * (rotation[0] + rotation[4] + rotation[8])) {
          case 3 -> 1;
          case -1 -> 2;
          case 0 -> 3;
          case 1 -> 4;
          case 2 -> 6;
          default -> 0;
        };
    return determinant * type;
  }

  /** The smallest n > 0 with Wⁿ = 1. */
  public int order() {
    int type = type();
    return type > 0 ? type : type % 2 == 0 ? -type : -2 * type;
  }

  /** This movement after another: W = W₁ W₂, w = W₁ w₂ + w₁. */
  public SymmetryOperation times(SymmetryOperation first) {
    double[] moved = new double[3];
    apply(first.translation, 0, moved, 0);
    return new SymmetryOperation(Matrix3.multiply(rotation, first.rotation), moved);
  }

  /**
   * The movement back.
   *
   * @throws MatterException where the determinant is not 1 or -1
   */
  public SymmetryOperation inverse() {
    int[] back = Matrix3.inverse(rotation);
    double[] moved = new double[3];
    new SymmetryOperation(back, moved).apply(translation, 0, moved, 0);
    for (int i = 0; i < 3; i++) {
      moved[i] = 0 - moved[i];
    }
    return new SymmetryOperation(back, moved);
  }

  /**
   * The same movement up to a lattice translation, every component of w from 0 to below 1. What is
   * within 1e-9 of a multiple of 1/24 becomes it, so that the operations of a tabulated group
   * compare as equal.
   */
  public SymmetryOperation reduced() {
    double[] inside = new double[3];
    for (int i = 0; i < 3; i++) {
      inside[i] = reduced(translation[i]);
    }
    return new SymmetryOperation(rotation, inside);
  }

  static double reduced(double value) {
    double steps = Math.rint(value * FINEST);
    if (Math.abs(value - steps / FINEST) < ROUNDING) {
      double left = steps % FINEST;
      return (left < 0 ? left + FINEST : left + 0.0) / FINEST;
    }
    double inside = value - Math.floor(value);
    return inside >= 1 ? 0 : inside;
  }

  /**
   * The operation in another coordinate system, whose basis vectors are the columns of P in terms
   * of the old ones, (a', b', c') = (a, b, c) P, and whose origin lies at p in old coordinates: x'
   * = P⁻¹ (x - p), W' = P⁻¹ W P, w' = P⁻¹ (W p + w - p) (International Tables A, 2016, section
   * 1.5.2).
   *
   * @param basis P, nine numbers row by row
   * @param origin p, three numbers
   * @throws MatterException where P has no inverse, or W' would not be whole
   */
  public SymmetryOperation transformed(double[] basis, double[] origin) {
    return new BasisChange(basis, origin).apply(this);
  }

  /** Whether W is the unit matrix and w exactly zero. */
  public boolean isIdentity() {
    return equals(IDENTITY);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SymmetryOperation that
        && Arrays.equals(rotation, that.rotation)
        && translation[0] == that.translation[0]
        && translation[1] == that.translation[1]
        && translation[2] == that.translation[2];
  }

  @Override
  public int hashCode() {
    int hash = Arrays.hashCode(rotation);
    for (double component : translation) {
      hash = 31 * hash + Double.hashCode(component + 0.0);
    }
    return hash;
  }

  /** {@code -x+1/2,y,z+1/4}: what {@link #parse} reads. */
  @Override
  public String toString() {
    double[] matrix = new double[9];
    for (int i = 0; i < 9; i++) {
      matrix[i] = rotation[i];
    }
    return CoordinateTriplet.write(matrix, translation);
  }
}
