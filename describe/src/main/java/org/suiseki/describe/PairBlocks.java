package org.suiseki.describe;

import org.suiseki.matter.Crystal;
import org.suiseki.matter.geometry.Neighbours;

/**
 * All pairs of a crystal within a distance, some sites at a time, so that memory stays bounded
 * however many there are.
 */
final class PairBlocks {
  /** Of one block in an evenly filled cell; 50 MB. */
  private static final double PAIRS = 1e6;

  private PairBlocks() {}

  /** Takes the pairs of sites {@code first} to {@code end}; other rows are empty. */
  @FunctionalInterface
  interface Block {
    void take(Neighbours neighbours, int first, int end);
  }

  /**
   * @param cutoff in Å
   */
  static void each(Crystal crystal, double cutoff, Block block) {
    int sites = crystal.siteCount();
    double each = 4 / 3.0 * Math.PI * cutoff * cutoff * cutoff * sites / crystal.volume();
    int step = (int) Math.max(1, Math.min(sites, PAIRS / each));
    for (int first = 0; first < sites; first += step) {
      int end = Math.min(sites, first + step);
      block.take(Neighbours.within(crystal, cutoff, first, end), first, end);
    }
  }
}
