package org.suiseki.matter.geometry;

import java.util.Arrays;
import org.suiseki.matter.Matrix3;
import org.suiseki.matter.MatterException;

/**
 * A change of basis and origin, (a', b', c') = (a, b, c) P with the new origin at p: x' = P⁻¹ (x -
 * p). P row by row, its columns the new vectors in terms of the old.
 */
final class BasisChange {
  /** How far from whole numbers a transformed rotation may lie, from rounding alone. */
  private static final double ROUNDING = 1e-6;

  private final double[] basis;
  private final double[] inverse;
  private final double[] origin;

  BasisChange(double[] basis, double[] origin) {
    this.basis = basis.clone();
    this.origin = origin.clone();
    this.inverse = Matrix3.inverse(basis);
  }

  /**
   * @throws MatterException where the rotation is not whole in the new basis
   */
  SymmetryOperation apply(SymmetryOperation operation) {
    double[] w = Matrix3.ofWhole(operation.rotation());
    double[] turned = Matrix3.multiply(inverse, Matrix3.multiply(w, basis));
    int[] rotation = new int[9];
    for (int i = 0; i < 9; i++) {
      rotation[i] = (int) Math.rint(turned[i]);
      if (!(Math.abs(rotation[i] - turned[i]) < ROUNDING)) {
        throw new MatterException(
            "The operation "
                + operation
                + " is no map of whole numbers in the basis "
                + Arrays.toString(basis)
                + ".",
            "Choose basis vectors of a lattice that the operation maps onto itself.");
      }
    }
    double[] moved = new double[3];
    operation.apply(origin, 0, moved, 0);
    for (int i = 0; i < 3; i++) {
      moved[i] -= origin[i];
    }
    return new SymmetryOperation(rotation, Matrix3.apply(inverse, moved));
  }
}
