package org.suiseki.matter.geometry;

import java.util.List;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.MatterException;

/**
 * Which space group a set of operations is, and how its tabulated setting lies in the given cell.
 * Immutable.
 *
 * <p>With P the {@link #transformation} and p the {@link #originShift}, (a', b', c') = (a, b, c) P
 * are the tabulated basis vectors, and x' = P⁻¹ (x - p) the tabulated coordinates of x.
 */
public final class SpaceGroupMatch {
  private final SpaceGroup spaceGroup;
  private final double[] transformation;
  private final double[] originShift;

  SpaceGroupMatch(SpaceGroup spaceGroup, double[] transformation, double[] originShift) {
    this.spaceGroup = spaceGroup;
    this.transformation = transformation.clone();
    this.originShift = originShift.clone();
  }

  /**
   * The match of the operations of a primitive cell.
   *
   * @param primitiveOperations one for each rotation; translations may carry numeric noise
   * @param primitiveLattice the cell they are given in
   * @throws MatterException where the operations make no space group
   */
  public static SpaceGroupMatch of(
      List<SymmetryOperation> primitiveOperations, Lattice primitiveLattice) {
    throw new MatterException("", "");
  }

  /** The first setting of its number, {@link SpaceGroup#ofNumber(int)}. */
  public SpaceGroup spaceGroup() {
    return spaceGroup;
  }

  /**
   * P, nine numbers row by row: <em>column</em> j holds the tabulated basis vector j in terms of
   * the given a, b, c. (The rows for {@link Lattice#transformed} are the columns of P.)
   */
  public double[] transformation() {
    return transformation.clone();
  }

  /** p: where the tabulated origin lies, in fractional coordinates of the given cell. */
  public double[] originShift() {
    return originShift.clone();
  }
}
