package org.suiseki.matter.geometry;

import org.suiseki.matter.Crystal;
import org.suiseki.matter.MatterException;

/** Finds the rows of {@link Neighbours}. */
final class NeighbourSearch {
  private NeighbourSearch() {}

  static Neighbours within(Crystal crystal, double cutoff) {
    if (!(cutoff > 0 && cutoff < Double.POSITIVE_INFINITY)) {
      throw new MatterException(
          "Neighbours cannot be sought within " + cutoff + " Å.", "Give a distance above 0 in Å.");
    }
    PeriodicGrid grid = new PeriodicGrid(crystal);
    int n = grid.siteCount();
    double expected = n * (grid.expected(cutoff) + 1);
    if (expected > 2.0 * NeighbourRows.MOST) {
      throw new MatterException(
          "Within " + cutoff + " Å there are about " + (long) expected + " pairs of neighbours.",
          "Choose a smaller cutoff.");
    }
    NeighbourRows rows = new NeighbourRows(n, (int) expected + 16);
    Candidates candidates = new Candidates();
    for (int site = 0; site < n; site++) {
      candidates.clear();
      grid.collect(site, -1, cutoff + Neighbours.ROUND_OFF, true, candidates);
      candidates.sort(0);
      rows.add(grid, candidates, candidates.count());
    }
    return rows.finish();
  }

  static Neighbours nearest(Crystal crystal, int k, double tolerance) {
    if (k < 1 || !(tolerance >= 0 && tolerance < Double.POSITIVE_INFINITY)) {
      throw new MatterException(
          "The nearest "
              + k
              + " neighbours cannot be sought with a tolerance of "
              + tolerance
              + " Å.",
          "Give a whole number from 1 and a tolerance of at least 0 Å.");
    }
    if ((double) k * crystal.siteCount() > NeighbourRows.MOST) {
      throw new MatterException(
          "The nearest " + k + " neighbours of " + crystal.siteCount() + " sites are too many.",
          "Seek fewer; all sites together may have " + NeighbourRows.MOST + ".");
    }
    PeriodicGrid grid = new PeriodicGrid(crystal);
    int n = grid.siteCount();
    NeighbourRows rows = new NeighbourRows(n, (int) Math.min(1e8, n * (1.5 * k + 4)));
    Candidates candidates = new Candidates();
    // Somewhat more than k are needed to see where the shell of the k-th ends.
    double guess = grid.radiusOf(1.6 * k + 4);
    for (int site = 0; site < n; site++) {
      rows.add(grid, candidates, nearest(grid, site, k, tolerance, guess, candidates));
    }
    return rows.finish();
  }

  /** Leaves sorted candidates; returns how many of them count. */
  private static int nearest(
      PeriodicGrid grid, int site, int k, double tolerance, double guess, Candidates candidates) {
    double radius = guess;
    candidates.clear();
    grid.collect(site, -1, radius, true, candidates);
    while (candidates.count() < k) {
      grid.collect(site, radius, radius * 1.3, true, candidates);
      radius *= 1.3;
    }
    candidates.sort(0);
    grid.refuseOverlap(site, candidates, candidates.ranked(0));
    double limit = limit(candidates, k, tolerance);
    if (limit > radius) {
      grid.collect(site, radius, limit, true, candidates);
      candidates.sort(0);
    }
    int length = k;
    double most = limit * limit;
    while (length < candidates.count() && candidates.square(candidates.ranked(length)) <= most) {
      length++;
    }
    return length;
  }

  private static double limit(Candidates candidates, int k, double tolerance) {
    double farthest = Math.sqrt(candidates.square(candidates.ranked(k - 1)));
    return farthest + tolerance + Neighbours.ROUND_OFF;
  }
}
