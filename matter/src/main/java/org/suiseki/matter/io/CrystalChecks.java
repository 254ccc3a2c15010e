package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.suiseki.matter.Crystal;

/**
 * What makes a crystal doubtful though it can be read: atoms that overlap, a density that no solid
 * has, a site that holds more than one atom, a left-handed cell.
 *
 * <p>Time and memory are linear in the number of sites.
 */
public final class CrystalChecks {
  /** Shorter than the shortest bond, that of H₂ at 0.74 Å, in Å. */
  private static final double OVERLAP = 0.5;

  /** g/cm³; solid hydrogen has 0.09, aerogels above 0.001 are no crystals. */
  private static final double LIGHTEST = 0.01;

  /** g/cm³; osmium has 22.6. */
  private static final double HEAVIEST = 30;

  /** What doubles add up to 1 may miss. */
  private static final double ROUND_OFF = 1e-9;

  private static final int MOST_PAIRS = 3;

  private CrystalChecks() {}

  /** A sentence for each doubt; none for a sound crystal. */
  public static List<String> warnings(Crystal crystal) {
    List<String> warnings = withoutOverlaps(crystal);
    addOverlaps(crystal, warnings);
    return warnings;
  }

  /** As {@link #warnings}, where overlaps have been looked for. */
  static List<String> withoutOverlaps(Crystal crystal) {
    List<String> warnings = new ArrayList<>();
    double density = crystal.density();
    if (!(density >= LIGHTEST && density <= HEAVIEST)) {
      warnings.add(
          String.format(Locale.ROOT, "The density is %.3g g/cm³; are the lengths in Å?", density));
    }
    if (!crystal.lattice().rightHanded()) {
      warnings.add("The lattice vectors are left-handed.");
    }
    addFull(crystal, warnings);
    return warnings;
  }

  private static void addFull(Crystal crystal, List<String> warnings) {
    for (int i = 0; i < crystal.siteCount(); i++) {
      double total = crystal.occupation(i).total();
      if (total > 1 + ROUND_OFF) {
        warnings.add(
            "The occupancies of site "
                + name(crystal, i)
                + ", counted from 0, add up to "
                + total
                + ".");
        return;
      }
    }
  }

  private static void addOverlaps(Crystal crystal, List<String> warnings) {
    List<int[]> pairs = OverlappingSites.of(crystal, OVERLAP, MOST_PAIRS);
    for (int[] pair : pairs) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "The sites %s and %s, counted from 0, overlap: they are %.3g Å apart.",
              name(crystal, pair[0]),
              name(crystal, pair[1]),
              crystal.distance(pair[0], pair[1])));
    }
  }

  /** {@code 3 (O2)}, counted from 0 as in tables of sites. */
  private static String name(Crystal crystal, int site) {
    return site + " (" + crystal.label(site) + ")";
  }
}
