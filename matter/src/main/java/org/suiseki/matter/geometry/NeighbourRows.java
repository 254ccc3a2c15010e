package org.suiseki.matter.geometry;

import java.util.Arrays;
import org.suiseki.matter.MatterException;

/** The rows of {@link Neighbours} while they are written, site by site. */
final class NeighbourRows {
  /** More would crowd memory: they take 48 bytes each, twice while rows are written. */
  static final int MOST = 10_000_000;

  private final int[] starts;
  private int sites;

  /** Which candidate each entry of the last row was. */
  private int[] sources = new int[64];

  private int count;
  private int[] neighbours;
  private int[] images;
  private double[] distances;
  private double[] displacements;

  NeighbourRows(int siteCount, int expected) {
    starts = new int[siteCount + 1];
    int size = Math.max(16, Math.min(expected, MOST));
    neighbours = new int[size];
    images = new int[3 * size];
    distances = new double[size];
    displacements = new double[3 * size];
  }

  /** Adds the next site's row: the first {@code length} sorted candidates. */
  void add(PeriodicGrid grid, Candidates candidates, int length) {
    reserve(count + (long) length);
    if (length > sources.length) {
      sources = new int[2 * length];
    }
    int site = sites;
    for (int rank = 0; rank < length; rank++) {
      int c = candidates.ranked(rank);
      int e = count + rank;
      sources[rank] = c;
      neighbours[e] = candidates.site(c);
      grid.image(site, candidates, c, images, 3 * e);
      distances[e] = Math.sqrt(candidates.square(c));
      candidates.displacement(c, displacements, 3 * e);
    }
    orderShells(count, count + length);
    count += length;
    starts[++sites] = count;
  }

  /** How many entries there are. */
  int count() {
    return count;
  }

  /** Which candidate an entry of the last row was, counted from the row's first. */
  int source(int entryOfRow) {
    return sources[entryOfRow];
  }

  Neighbours finish() {
    return new Neighbours(
        starts,
        Arrays.copyOf(neighbours, count),
        Arrays.copyOf(images, 3 * count),
        Arrays.copyOf(distances, count),
        Arrays.copyOf(displacements, 3 * count));
  }

  private void reserve(long size) {
    if (size > MOST) {
      throw new MatterException(
          "The sites have more than " + MOST + " neighbours together.",
          "Choose a smaller cutoff, or fewer neighbours.");
    }
    if (size > neighbours.length) {
      int larger = (int) Math.min(MOST, Math.max(size, 2L * neighbours.length));
      neighbours = Arrays.copyOf(neighbours, larger);
      images = Arrays.copyOf(images, 3 * larger);
      distances = Arrays.copyOf(distances, larger);
      displacements = Arrays.copyOf(displacements, 3 * larger);
    }
  }

  private void orderShells(int from, int to) {
    int first = from;
    for (int e = from + 1; e <= to; e++) {
      if (e == to || distances[e] - distances[first] > Neighbours.TIE) {
        orderShell(first, e);
        first = e;
      }
    }
  }

  /** By insertion: shells are short, and mostly in order already. */
  private void orderShell(int from, int to) {
    for (int e = from + 1; e < to; e++) {
      for (int f = e; f > from && precedes(f, f - 1); f--) {
        swap(f, f - 1);
      }
    }
  }

  private boolean precedes(int e, int f) {
    if (neighbours[e] != neighbours[f]) {
      return neighbours[e] < neighbours[f];
    }
    for (int axis = 0; axis < 3; axis++) {
      if (images[3 * e + axis] != images[3 * f + axis]) {
        return images[3 * e + axis] < images[3 * f + axis];
      }
    }
    return false;
  }

  private void swap(int e, int f) {
    int source = sources[e - count];
    sources[e - count] = sources[f - count];
    sources[f - count] = source;
    int neighbour = neighbours[e];
    neighbours[e] = neighbours[f];
    neighbours[f] = neighbour;
    double distance = distances[e];
    distances[e] = distances[f];
    distances[f] = distance;
    for (int axis = 0; axis < 3; axis++) {
      int image = images[3 * e + axis];
      images[3 * e + axis] = images[3 * f + axis];
      images[3 * f + axis] = image;
      double displacement = displacements[3 * e + axis];
      displacements[3 * e + axis] = displacements[3 * f + axis];
      displacements[3 * f + axis] = displacement;
    }
  }
}
