package org.suiseki.explain.phases;

import org.suiseki.matter.Crystal;
import org.suiseki.matter.SuisekiException;
import org.suiseki.matter.geometry.CrystalSystem;
import org.suiseki.matter.geometry.SpaceGroup;
import org.suiseki.matter.geometry.Symmetry;

/**
 * A crystal that may be in a sample.
 *
 * @param name tells it from the others, such as its file
 * @param crystal in its conventional cell, so that symmetry ties axes which are equal
 * @param spaceGroup international symbol; empty where symmetry could not be told
 * @param system decides which axes may stretch by themselves
 */
public record Candidate(String name, Crystal crystal, String spaceGroup, CrystalSystem system) {

  /** Beyond, looking for symmetry would take longer than the search for phases. */
  private static final int MOST_SITES = 3000;

  /**
   * Looks for the symmetry of a crystal; where there is none to be told, or the cell has more than
   * 3000 sites, it counts as triclinic.
   */
  public static Candidate of(String name, Crystal crystal) {
    if (crystal.siteCount() > MOST_SITES) {
      return new Candidate(name, crystal, "", CrystalSystem.TRICLINIC);
    }
    try {
      Symmetry symmetry = Symmetry.of(crystal);
      SpaceGroup group = symmetry.spaceGroup();
      return new Candidate(name, symmetry.conventional(), group.international(), group.system());
    } catch (SuisekiException e) {
      return new Candidate(name, crystal, "", CrystalSystem.TRICLINIC);
    }
  }

  public Candidate withName(String other) {
    return new Candidate(other, crystal, spaceGroup, system);
  }

  /** Such as {@code TiO2}. */
  public String formula() {
    return crystal.composition().reducedFormula();
  }
}
