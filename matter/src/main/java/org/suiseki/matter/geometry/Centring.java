package org.suiseki.matter.geometry;

import org.suiseki.matter.Matrix3;

/**
 * A lattice letter with a primitive basis of the lattice, in terms of the conventional one. The
 * bases are those to which the rows of {@code origins.txt} belong.
 */
@SuppressWarnings("ImmutableEnumChecker") // Nobody writes to the matrices.
enum Centring {
  P(1, new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}),
  A(2, new double[] {1, 0, 0, 0, 0.5, -0.5, 0, 0.5, 0.5}),
  B(2, new double[] {0.5, 0, -0.5, 0, 1, 0, 0.5, 0, 0.5}),
  C(2, new double[] {0.5, 0.5, 0, -0.5, 0.5, 0, 0, 0, 1}),
  I(2, new double[] {-0.5, 0.5, 0.5, 0.5, -0.5, 0.5, 0.5, 0.5, -0.5}),
  F(4, new double[] {0, 0.5, 0.5, 0.5, 0, 0.5, 0.5, 0.5, 0}),
  R(
      3,
      new double[] {
        2.0 / 3, -1.0 / 3, -1.0 / 3, 1.0 / 3, 1.0 / 3, -2.0 / 3, 1.0 / 3, 1.0 / 3, 1.0 / 3
      });

  /** Lattice points in the conventional cell. */
  final int points;

  /** Row by row; its columns are primitive vectors. */
  final double[] primitive;

  /** Row by row: takes conventional coordinates to primitive ones; whole numbers. */
  final double[] toPrimitive;

  Centring(int points, double[] primitive) {
    this.points = points;
    this.primitive = primitive;
    this.toPrimitive = Matrix3.inverse(primitive);
    for (int i = 0; i < 9; i++) {
      toPrimitive[i] = Math.rint(toPrimitive[i]);
    }
  }

  char letter() {
    return name().charAt(0);
  }
}
