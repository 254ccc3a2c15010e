package org.suiseki.matter.geometry;

import java.util.Arrays;
import org.suiseki.matter.MatterException;

/**
 * Atoms around one site as {@link PeriodicGrid} finds them: site, cell and displacement of each, as
 * flat arrays that are used again for the next site.
 */
final class Candidates {
  private int count;
  private int[] sites = new int[128];
  private int[] cells = new int[3 * 128];
  private double[] squares = new double[128];
  private double[] displacements = new double[3 * 128];
  private long[] ranks = new long[128];
  private long rankMask;

  void clear() {
    count = 0;
  }

  int count() {
    return count;
  }

  void add(int site, int u, int v, int w, double dx, double dy, double dz, double square) {
    if (count == sites.length) {
      grow();
    }
    int at = 3 * count;
    sites[count] = site;
    cells[at] = u;
    cells[at + 1] = v;
    cells[at + 2] = w;
    displacements[at] = dx;
    displacements[at + 1] = dy;
    displacements[at + 2] = dz;
    squares[count++] = square;
  }

  private void grow() {
    if (count >= NeighbourRows.MOST) {
      throw new MatterException(
          "A site has more than " + NeighbourRows.MOST + " neighbours.",
          "Choose a smaller cutoff, or fewer neighbours.");
    }
    int size = 2 * count;
    sites = Arrays.copyOf(sites, size);
    cells = Arrays.copyOf(cells, 3 * size);
    squares = Arrays.copyOf(squares, size);
    displacements = Arrays.copyOf(displacements, 3 * size);
    ranks = new long[size];
  }

  /**
   * Ranks the candidates from a number on by distance, through the bits of its square with the
   * number of the candidate in place of the last ones: relative differences below 1e-9 are lost for
   * up to a million candidates, far less than {@link Neighbours#TIE}.
   */
  void sort(int from) {
    rankMask = Long.highestOneBit(Math.max(1, count)) * 2 - 1;
    for (int i = from; i < count; i++) {
      ranks[i] = (Double.doubleToRawLongBits(squares[i]) & ~rankMask) | i;
    }
    Arrays.sort(ranks, from, count);
  }

  /** The candidate at a rank; the nearest stands where the sorted ones begin. */
  int ranked(int rank) {
    return (int) (ranks[rank] & rankMask);
  }

  /** Adds a candidate of another list. */
  void add(Candidates other, int candidate) {
    int at = 3 * candidate;
    add(
        other.sites[candidate],
        other.cells[at],
        other.cells[at + 1],
        other.cells[at + 2],
        other.displacements[at],
        other.displacements[at + 1],
        other.displacements[at + 2],
        other.squares[candidate]);
  }

  int site(int candidate) {
    return sites[candidate];
  }

  /** In which reduced cell, counted from that which holds all wrapped sites. */
  int cell(int candidate, int axis) {
    return cells[3 * candidate + axis];
  }

  /** Distance squared, in Å². */
  double square(int candidate) {
    return squares[candidate];
  }

  double displacement(int candidate, int axis) {
    return displacements[3 * candidate + axis];
  }

  void displacement(int candidate, double[] out, int at) {
    System.arraycopy(displacements, 3 * candidate, out, at, 3);
  }
}
