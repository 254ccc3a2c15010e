package org.suiseki.describe;

import org.suiseki.matter.Crystal;
import org.suiseki.matter.geometry.CrystalNN;

/** Which neighbours of a site are bonded to it. Safe for use by several threads at once. */
@FunctionalInterface
public interface BondRule {

  /**
   * The bonds of each site; those of one site need not be bonds of the other.
   *
   * @throws org.suiseki.matter.MatterException where atoms overlap
   */
  Bonds bonds(Crystal crystal);

  /**
   * All neighbours no farther than the nearest by more than a part of its distance; with 0.1 as
   * pymatgen's MinimumDistanceNN. Where one kind of bond is much shorter than the others, such as
   * C–O beside Ca–O at the same oxygen, only the shortest count.
   *
   * @param slack at least 0
   * @throws DescribeException for a slack that is not from 0 to 1
   */
  static BondRule nearest(double slack) {
    if (!(slack >= 0 && slack <= 1)) {
      throw new DescribeException(
          "Bonds cannot be longer than the shortest by " + slack + " of it.",
          "Give a part from 0 to 1, such as 0.1.");
    }
    return crystal -> Bonds.nearest(crystal, slack);
  }

  /** The likeliest neighbours by a CrystalNN, such as {@link CrystalNN#DEFAULT}. */
  static BondRule crystalNN(CrystalNN parameters) {
    return crystal -> Bonds.likeliest(parameters.environments(crystal));
  }
}
