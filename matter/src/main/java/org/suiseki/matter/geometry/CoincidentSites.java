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
  static void refuse(Crystal crystal, SiteKinds kinds, SiteSet sites, double tolerance) {
    SiteGrid grid = new SiteGrid(sites, tolerance);
    for (int i = 0; i < sites.size(); i++) {
      for (int j = grid.partner(i, i); j >= 0; j = grid.partner(i, j)) {
        if (excludes(crystal, kinds.order[i], kinds.order[j])) {
          double distance = Math.sqrt(grid.distanceSquare(i, j));
          throw coincidence(crystal, kinds.order[i], kinds.order[j], distance, tolerance);
        }
      }
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
