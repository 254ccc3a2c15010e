package org.suiseki.matter.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Matrix3;
import org.suiseki.matter.Site;

/** Crystals by chance, with atoms no nearer than 1 Å, and the same crystals described otherwise. */
final class RandomCrystals {
  private static final Element[] ELEMENTS = {Element.Na, Element.O, Element.Ti, Element.Ar};

  private final Random random;

  RandomCrystals(long seed) {
    this.random = new Random(seed);
  }

  /** About 10 Å³ for an atom; edges and angles far from equal. */
  Crystal crystal(int sites) {
    double edge = Math.cbrt(12.0 * sites);
    while (true) {
      double[] rows = new double[9];
      for (int i = 0; i < 9; i++) {
        rows[i] = (i % 4 == 0 ? edge : 0) + edge * 0.4 * random.nextGaussian();
      }
      double volume = Math.abs(Matrix3.determinant(rows));
      if (volume < 8.0 * sites || volume > 40.0 * sites) {
        continue;
      }
      Lattice lattice = Lattice.of(rows);
      List<Site> placed = new ArrayList<>();
      for (int attempt = 0; attempt < 100 * sites && placed.size() < sites; attempt++) {
        Site site =
            new Site(
                ELEMENTS[random.nextInt(ELEMENTS.length)],
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble());
        if (placed.stream().allMatch(other -> distance(lattice, site, other) > 1)) {
          placed.add(site);
        }
      }
      if (placed.size() == sites) {
        return Crystal.of(lattice, placed);
      }
    }
  }

  /** The same crystal with other lattice vectors, twisted by whole numbers of determinant 1. */
  Crystal skewed(Crystal crystal) {
    int p = random.nextInt(7) - 3;
    int q = random.nextInt(7) - 3;
    int r = random.nextInt(7) - 3;
    return crystal.supercell(1, p, q, 0, 1, r, 0, 0, 1).supercell(1, 0, 0, q, 1, 0, r, p, 1);
  }

  /** Another order of the sites. */
  int[] order(int sites) {
    int[] order = new int[sites];
    for (int i = 0; i < sites; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** The same crystal turned in space about a random axis. */
  Crystal rotated(Crystal crystal) {
    return crystal.withLattice(RandomLattices.turned(crystal.lattice(), random));
  }

  /** The same crystal with its origin anywhere, also cells away. */
  Crystal translated(Crystal crystal) {
    return crystal.translated(
        6 * random.nextDouble() - 3, 6 * random.nextDouble() - 3, 6 * random.nextDouble() - 3);
  }

  private static double distance(Lattice lattice, Site a, Site b) {
    return lattice.distance(a.x(), a.y(), a.z(), b.x(), b.y(), b.z());
  }
}
