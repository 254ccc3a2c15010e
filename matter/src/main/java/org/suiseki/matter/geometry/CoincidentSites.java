package org.suiseki.matter.geometry;

import java.util.Locale;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Occupation;

/**
 * Refuses sites nearer to each other than the tolerance, of which no movement could tell one from
 * the other: alike ones, or such as cannot both be there. Partly filled sites of different kinds
 * may share a place.
 */
final class CoincidentSites {
  private CoincidentSites() {}

  /**
   * @throws MatterException naming two sites
   */
  static void refuse(Crystal crystal, OrderedSites ordered, double tolerance) {
    SiteSet sites = ordered.sites();
    refuseOwnImage(sites, tolerance);
    int[] order = ordered.order();
    SiteGrid grid = new SiteGrid(sites, tolerance);
    int[] near = new int[sites.size()];
    for (int i = 0; i < sites.size(); i++) {
      int count = grid.around(i, near);
      for (int k = 0; k < count; k++) {
        if (excludes(crystal, order[i], order[near[k]])) {
          double distance = Math.sqrt(grid.distanceSquare(i, near[k]));
          throw coincidence(crystal, order[i], order[near[k]], distance, tolerance);
        }
      }
    }
  }

  /** The first vector of a reduced basis is the shortest of the lattice. */
  private static void refuseOwnImage(SiteSet sites, double tolerance) {
    double shortest = Math.sqrt(sites.metric()[0]);
    if (shortest <= 2 * tolerance) {
      throw new MatterException(
          String.format(
              Locale.ROOT,
              "The lattice repeats every %.4g Å, which the tolerance of %s Å cannot tell apart.",
              shortest,
              tolerance),
          "Make the tolerance smaller, or give the lattice in Å.");
    }
  }

  private static boolean excludes(Crystal crystal, int one, int other) {
    Occupation first = crystal.occupation(one);
    Occupation second = crystal.occupation(other);
    return first.equals(second) || first.total() + second.total() > 1 + Occupation.ROUNDING;
  }

  private static MatterException coincidence(
      Crystal crystal, int one, int other, double distance, double tolerance) {
    int first = Math.min(one, other);
    int second = Math.max(one, other);
    return new MatterException(
        String.format(
            Locale.ROOT,
            "Sites %d (%s) and %d (%s), counted from 0, are %.4g Å apart, within the tolerance of"
                + " %s Å.",
            first,
            crystal.label(first),
            second,
            crystal.label(second),
            distance,
            tolerance),
        "Remove one of them, or make the tolerance smaller than the distance between atoms.");
  }
}
