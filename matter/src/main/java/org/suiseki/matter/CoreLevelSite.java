package org.suiseki.matter;

/**
 * The core-level transitions of one atom and of those that symmetry makes equal to it.
 *
 * @param atom index of the atom in its molecule, from 0
 * @param multiplicity how many atoms share this spectrum, at least 1
 */
public record CoreLevelSite(int atom, int multiplicity, Sticks sticks) {

  public CoreLevelSite {
    if (atom < 0 || multiplicity < 1) {
      throw new MatterException(
          "A site has atom " + atom + " and multiplicity " + multiplicity + ".",
          "Atoms count from 0 and the multiplicity is at least 1.");
    }
  }
}
