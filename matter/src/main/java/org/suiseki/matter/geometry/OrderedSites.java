package org.suiseki.matter.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Occupation;

/**
 * The sites of a crystal sorted by kind, the rarest first and of equally rare ones the heaviest:
 * heavy atoms are placed best. Sites are of one kind where their occupations are equal, so that
 * Fe²⁺ and Fe³⁺, or Fe and a site that Fe half fills, are of two. In large cells kinds are split
 * further by {@link SiteSurroundings}.
 */
final class OrderedSites {
  private final SiteSet sites;
  private final int[] order;

  private OrderedSites(SiteSet sites, int[] order) {
    this.sites = sites;
    this.order = order;
  }

  /**
   * @param tolerance in Å
   */
  static OrderedSites of(Crystal crystal, double tolerance) {
    List<Occupation> occupations = new ArrayList<>();
    int[] kinds = kinds(crystal, occupations);
    double[] masses = new double[occupations.size()];
    Arrays.setAll(masses, kind -> occupations.get(kind).mass());
    int[] order = order(kinds, masses);
    SiteSet sites =
        sorted(crystal.lattice().rows(), crystal.fractionalCoordinates(), kinds, order).reduced();
    int[] split = SiteSurroundings.kinds(sites, tolerance);
    if (Arrays.equals(split, sites.kinds)) {
      return new OrderedSites(sites, order);
    }
    int[] again = order(split, new double[1 + Arrays.stream(split).max().orElse(0)]);
    int[] both = new int[order.length];
    Arrays.setAll(both, i -> order[again[i]]);
    return new OrderedSites(sorted(sites.rows, sites.at, split, again), both);
  }

  private static int[] kinds(Crystal crystal, List<Occupation> occupations) {
    int[] kinds = new int[crystal.siteCount()];
    Map<Occupation, Integer> known = new HashMap<>();
    for (int i = 0; i < kinds.length; i++) {
      Occupation occupation = crystal.occupation(i);
      // Neighbours in a file are mostly of one kind, and hashing costs more than a look.
      if (i > 0 && crystal.occupation(i - 1).equals(occupation)) {
        kinds[i] = kinds[i - 1];
        continue;
      }
      Integer kind = known.get(occupation);
      if (kind == null) {
        kind = occupations.size();
        known.put(occupation, kind);
        occupations.add(occupation);
      }
      kinds[i] = kind;
    }
    return kinds;
  }

  /** Which site stands at each place. */
  private static int[] order(int[] kinds, double[] masses) {
    int[] counts = new int[masses.length];
    for (int kind : kinds) {
      counts[kind]++;
    }
    Integer[] ranks = new Integer[counts.length];
    Arrays.setAll(ranks, kind -> kind);
    Arrays.sort(
        ranks,
        (one, other) ->
            counts[one] != counts[other]
                ? Integer.compare(counts[one], counts[other])
                : Double.compare(masses[other], masses[one]));
    int[] next = new int[counts.length];
    int from = 0;
    for (int kind : ranks) {
      next[kind] = from;
      from += counts[kind];
    }
    int[] order = new int[kinds.length];
    for (int i = 0; i < order.length; i++) {
      order[next[kinds[i]]++] = i;
    }
    return order;
  }

  private static SiteSet sorted(double[] rows, double[] given, int[] givenKinds, int[] order) {
    double[] at = new double[3 * order.length];
    int[] kinds = new int[order.length];
    int rarest = 0;
    for (int i = 0; i < order.length; i++) {
      kinds[i] = givenKinds[order[i]];
      rarest += kinds[i] == kinds[0] ? 1 : 0;
      for (int axis = 0; axis < 3; axis++) {
        at[3 * i + axis] = SiteSet.wrapped(given[3 * order[i] + axis]);
      }
    }
    return new SiteSet(rows, at, kinds, rarest);
  }

  SiteSet sites() {
    return sites;
  }

  /** Which site of the crystal stands at each place; the array itself. */
  int[] order() {
    return order;
  }
}
