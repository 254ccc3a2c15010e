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
 * Fe²⁺ and Fe³⁺, or Fe and a site that Fe half fills, are of two.
 */
final class SiteKinds {
  private final List<Occupation> occupations = new ArrayList<>();
  private final int[] kindOf;

  /** Which site of the crystal stands at each place. */
  final int[] order;

  private final int[] counts;
  private final Integer[] ranks;

  SiteKinds(Crystal crystal) {
    this.kindOf = kinds(crystal);
    this.counts = new int[occupations.size()];
    for (int kind : kindOf) {
      counts[kind]++;
    }
    this.ranks = new Integer[counts.length];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = i;
    }
    Arrays.sort(ranks, this::compare);
    this.order = order();
  }

  private int[] kinds(Crystal crystal) {
    int[] kinds = new int[crystal.siteCount()];
    Map<Occupation, Integer> known = new HashMap<>();
    int last = -1;
    for (int i = 0; i < kinds.length; i++) {
      Occupation occupation = crystal.occupation(i);
      // Neighbours in a file are mostly of one kind, and hashing costs more than a look.
      if (last < 0 || occupations.get(last) != occupation) {
        last = known.computeIfAbsent(occupation, o -> added(o));
      }
      kinds[i] = last;
    }
    return kinds;
  }

  private int added(Occupation occupation) {
    occupations.add(occupation);
    return occupations.size() - 1;
  }

  private int compare(int one, int other) {
    int byCount = Integer.compare(counts[one], counts[other]);
    return byCount != 0
        ? byCount
        : Double.compare(occupations.get(other).mass(), occupations.get(one).mass());
  }

  private int[] order() {
    int[] next = new int[counts.length];
    int from = 0;
    for (int kind : ranks) {
      next[kind] = from;
      from += counts[kind];
    }
    int[] places = new int[kindOf.length];
    for (int i = 0; i < places.length; i++) {
      places[next[kindOf[i]]++] = i;
    }
    return places;
  }

  /** The sites in that order, in a reduced basis. */
  SiteSet sites(Crystal crystal) {
    double[] at = new double[3 * order.length];
    int[] kinds = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      kinds[i] = kindOf[order[i]];
      for (int axis = 0; axis < 3; axis++) {
        at[3 * i + axis] = SiteSet.wrapped(crystal.fractional(order[i], axis));
      }
    }
    return new SiteSet(crystal.lattice().rows(), at, kinds, counts[ranks[0]]).reduced();
  }
}
