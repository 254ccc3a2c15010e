package org.suiseki.matter.geometry;

import org.suiseki.matter.Lattice;

/**
 * A kind of place in a space group: a point, line, plane, or all space, whose points have one
 * symmetry, with all its images. Immutable.
 *
 * <pre>{@code
 * SpaceGroup diamond = SpaceGroup.ofNumber(227);
 * diamond.wyckoffPositions().get(4).toString();   // "32e .3m x,x,x"
 * }</pre>
 *
 * @param letter {@code a} to {@code z}, and {@code A} for the alpha of Pmmm
 * @param multiplicity how many images one point has in the conventional cell
 * @param siteSymmetry oriented symbol of the symmetry that keeps a point, such as {@code 2.mm}
 * @param coordinates the first of its images, such as {@code x,x+1/2,1/4}
 */
public record WyckoffPosition(
    char letter, int multiplicity, String siteSymmetry, String coordinates) {

  /** 0 of points without freedom, to 3 of the general position. */
  public int freedom() {
    return 3 - subspace().conditions();
  }

  /** The coordinates with values for x, y and z: a point of the position. */
  public double[] point(double x, double y, double z) {
    double[] map = CoordinateTriplet.read(coordinates);
    double[] point = new double[3];
    for (int i = 0; i < 3; i++) {
      point[i] = map[3 * i] * x + map[3 * i + 1] * y + map[3 * i + 2] * z + map[9 + i];
    }
    return point;
  }

  FixedSubspace subspace() {
    return FixedSubspace.of(CoordinateTriplet.read(coordinates));
  }

  /**
   * The position of a point among those of a group; for many points use {@link WyckoffFinder}.
   *
   * @param group any tabulated setting
   * @param lattice its conventional cell
   * @param tolerance in Å
   */
  public static WyckoffPosition of(
      SpaceGroup group, Lattice lattice, double tolerance, double... point) {
    return WyckoffFinder.of(group, lattice, tolerance).position(point, 0);
  }

  /** {@code 8a -43m 0,0,0}. */
  @Override
  public String toString() {
    return multiplicity + Character.toString(letter) + " " + siteSymmetry + " " + coordinates;
  }
}
