package org.suiseki.matter.geometry;

import java.util.Arrays;
import org.suiseki.matter.Matrix3;

/**
 * Tells sites of one kind apart by their neighbours, so that a large cell with a few defects has
 * rare sites to begin from. Without them every site of a large cell would have to be tried as the
 * image of the first, each with a look at half of the sites.
 *
 * <p>Neighbours are the sites within a radius that lies in a gap of the distances, wider than the
 * tolerance can bridge; therefore a movement of the crystal takes neighbours to neighbours. Kinds
 * are split by kind and number of neighbours, again and again (the colour refinement of Weisfeiler
 * and Leman), until one is rare. Where there is no gap, as in a glass, nothing is split; guesses
 * fail early there. Cost: linear in the number of sites.
 */
final class SiteSurroundings {
  /** Kinds of no more sites than this need not be split. */
  static final int RARE = 32;

  private static final int MOST_ROUNDS = 12;

  /** In terms of the edge of a cube for each site; two shells of a close packing. */
  private static final double RADIUS = 1.62;

  /** In tolerances: both sites and the cell may be off, at either end of the movement. */
  private static final double GAP = 16;

  private static final int BINS = 1024;

  private final SiteSet sites;
  private final double radius;

  /** The neighbours of site i from starts[i] on, and how far away they are. */
  private final int[] starts;

  private int[] neighbours;
  private double[] distances;

  private SiteSurroundings(SiteSet sites, double radius) {
    this.sites = sites;
    this.radius = radius;
    this.starts = new int[sites.size() + 1];
    this.neighbours = new int[20 * sites.size()];
    this.distances = new double[20 * sites.size()];
    gather();
  }

  private void gather() {
    SiteGrid grid = new SiteGrid(sites, radius);
    int[] near = new int[sites.size()];
    for (int i = 0; i < sites.size(); i++) {
      int found = grid.around(i, near);
      int from = starts[i];
      if (from + found > neighbours.length) {
        neighbours = Arrays.copyOf(neighbours, 2 * neighbours.length + found);
        distances = Arrays.copyOf(distances, neighbours.length);
      }
      for (int k = 0; k < found; k++) {
        neighbours[from + k] = near[k];
        distances[from + k] = Math.sqrt(grid.distanceSquare(i, near[k]));
      }
      starts[i + 1] = from + found;
    }
  }

  /** The kind of each site, split where possible; as they are where not. */
  static int[] kinds(SiteSet sites, double tolerance) {
    double volume = Math.abs(Matrix3.determinant(sites.rows));
    // Within half of the least height of the cell the nearest image is the only one.
    double radius =
        Math.min(
            RADIUS * Math.cbrt(volume / sites.size()), 0.49 * SiteGrid.leastHeight(sites.rows));
    if (sites.rarest <= RARE || radius < 2 * GAP * tolerance) {
      return sites.kinds;
    }
    return new SiteSurroundings(sites, radius).split(tolerance);
  }

  private int[] split(double tolerance) {
    double cut = gap(tolerance);
    return cut == 0 ? sites.kinds : refined(cut);
  }

  /** The middle of the widest range that no distance lies in, or 0. */
  private double gap(double tolerance) {
    boolean[] filled = new boolean[BINS];
    for (int k = 0; k < starts[sites.size()]; k++) {
      filled[Math.min(BINS - 1, (int) (distances[k] / radius * BINS))] = true;
    }
    int widest = 0;
    int middle = 0;
    int last = -1;
    for (int bin = 0; bin < BINS; bin++) {
      if (filled[bin]) {
        if (last >= 0 && bin - last > widest) {
          widest = bin - last;
          middle = (bin + last + 1) / 2;
        }
        last = bin;
      }
    }
    if (last >= 0 && BINS - last > widest) {
      widest = BINS - last;
      middle = (BINS + last + 1) / 2;
    }
    double width = (widest - 1) * radius / BINS;
    return width >= GAP * tolerance ? middle * radius / BINS : 0;
  }

  private int[] refined(double cut) {
    int[] kinds = sites.kinds;
    int kindCount = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      long[] marks = new long[kinds.length];
      for (int i = 0; i < kinds.length; i++) {
        long sum = 0;
        for (int k = starts[i]; k < starts[i + 1]; k++) {
          sum += distances[k] < cut ? mixed(kinds[neighbours[k]] + 1L) : 0;
        }
        marks[i] = mixed(mixed(kinds[i]) + sum);
      }
      long[] distinct = Arrays.stream(marks).sorted().distinct().toArray();
      int[] next = new int[kinds.length];
      int[] counts = new int[distinct.length];
      for (int i = 0; i < next.length; i++) {
        next[i] = Arrays.binarySearch(distinct, marks[i]);
        counts[next[i]]++;
      }
      kinds = next;
      if (distinct.length == kindCount || least(counts) <= RARE) {
        return kinds;
      }
      kindCount = distinct.length;
    }
    return kinds;
  }

  private static int least(int[] counts) {
    int least = Integer.MAX_VALUE;
    for (int count : counts) {
      least = Math.min(least, count);
    }
    return least;
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood, 10.1145/2660193.2660195). */
  private static long mixed(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
