package org.suiseki.matter.geometry;

import org.suiseki.matter.Crystal;
import org.suiseki.matter.MatterException;

/**
 * Who stands near whom in a crystal: for each site a row of entries, each a neighbouring site in
 * one of its images, with distance and displacement. Kept as flat arrays; immutable.
 *
 * <p>Entry e belongs to site i where {@code from(i) <= e < to(i)}. Its neighbour stands at {@code
 * fractional(neighbour(e)) + image(e)}, in the coordinates the crystal was given in, also those
 * outside 0 to 1. A site's own images are entries like others, one for each direction, so that the
 * row of i holds j as often as the row of j holds i.
 *
 * <p>A row ascends by distance. Distances closer together than {@value #TIE} Å are one shell as far
 * as doubles and files can tell; within a shell, entries ascend by neighbour, then by image, so
 * that the order does not depend on round-off.
 *
 * <pre>{@code
 * Neighbours near = Neighbours.nearest(crystal, 12, 0.01);
 * for (int e = near.from(0); e < near.to(0); e++) {
 *   System.out.println(near.neighbour(e) + " at " + near.distance(e) + " Å");
 * }
 * }</pre>
 */
public final class Neighbours {
  /** In Å: distances closer together than this are ordered by neighbour and image. */
  public static final double TIE = 1e-6;

  /** In Å: so far beyond a limit an entry still counts, lest round-off cut a shell. */
  static final double ROUND_OFF = 1e-8;

  private final int[] starts;
  private final int[] neighbours;
  private final int[] images;
  private final double[] distances;
  private final double[] displacements;

  /** Takes over the arrays; three images and displacements for each neighbour. */
  Neighbours(
      int[] starts, int[] neighbours, int[] images, double[] distances, double[] displacements) {
    this.starts = starts;
    this.neighbours = neighbours;
    this.images = images;
    this.distances = distances;
    this.displacements = displacements;
  }

  /**
   * All pairs up to a distance, which may exceed the cell; however skewed the cell is. Sites that
   * overlap are listed too. Time grows linearly with sites times neighbours.
   *
   * @param cutoff in Å, included; entries beyond it by round-off (1e-8 Å) count too
   * @throws MatterException for a cutoff that is not above 0 and finite, or where more than 10
   *     million entries would be listed
   */
  public static Neighbours within(Crystal crystal, double cutoff) {
    return within(crystal, cutoff, 0, crystal.siteCount());
  }

  /**
   * The same for some sites only, all other rows being empty: so pairs that are too many for memory
   * can be gone through part by part.
   *
   * @param first site, from 0
   * @param end after the last site
   * @throws MatterException as {@link #within(Crystal, double)}, or where there are no such sites
   */
  public static Neighbours within(Crystal crystal, double cutoff, int first, int end) {
    return NeighbourSearch.within(crystal, cutoff, first, end);
  }

  /**
   * The nearest k of each site, and all others no farther than the k-th by more than a tolerance:
   * so a shell of equal distances is never cut, and rows may be longer than k.
   *
   * @param k at least 1
   * @param tolerance in Å, at least 0; round-off (1e-8 Å) is added
   * @throws MatterException for other k or tolerances, where two atoms overlap, or where more than
   *     10 million entries would be listed
   */
  public static Neighbours nearest(Crystal crystal, int k, double tolerance) {
    return NeighbourSearch.nearest(crystal, k, tolerance);
  }

  /** How many sites, and so rows, there are. */
  public int siteCount() {
    return starts.length - 1;
  }

  /** How many entries all rows have together. */
  public int count() {
    return neighbours.length;
  }

  /** The first entry of a site. */
  public int from(int site) {
    return starts[site];
  }

  /** After the last entry of a site. */
  public int to(int site) {
    return starts[site + 1];
  }

  /** The site an entry names. */
  public int neighbour(int entry) {
    return neighbours[entry];
  }

  /** In which cell the neighbour stands: whole multiples of lattice vector {@code axis}, 0 to 2. */
  public int image(int entry, int axis) {
    return images[3 * entry + axis];
  }

  /** Å. */
  public double distance(int entry) {
    return distances[entry];
  }

  /** Component x, y or z (0 to 2) of the way from the site to the neighbour, in Å. */
  public double displacement(int entry, int axis) {
    return displacements[3 * entry + axis];
  }
}
