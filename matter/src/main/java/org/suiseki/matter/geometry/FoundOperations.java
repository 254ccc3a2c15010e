package org.suiseki.matter.geometry;

import java.util.Arrays;
import org.suiseki.matter.Matrix3;

/**
 * The movements that map a primitive cell onto itself within a tolerance: rotation, best
 * translation, which site goes where, and how far the worst misses. They form a group in every
 * respect: rotations and exchanged sites close under multiplication.
 *
 * <p>Near the tolerance some operations of a group may be found and others not. Then the largest
 * group among them is kept. So a larger tolerance never gives a smaller group; spglib (arXiv
 * 1808.01590) shrinks the tolerance step by step until what is found is a group.
 *
 * <p>Translations are means over all sites. Since sites are exchanged as a group, the means close
 * exactly: they are the translations of a true space group whose origin is somewhere.
 */
final class FoundOperations {
  /** No lattice has more rotations. */
  private static final int WHOLE = 48;

  /** So many of the best are looked at where those found are no group. */
  private static final int MOST = 64;

  private final SiteSet sites;

  /** By how far they miss, ascending; the identity comes first. */
  private Found[] found;

  private record Found(int[] rotation, double[] translation, int[] images, double deviation) {}

  private FoundOperations(SiteSet sites, Found[] found) {
    this.sites = sites;
    this.found = found;
  }

  /**
   * @param sites of a primitive cell in a reduced basis
   * @param tolerance in Å
   */
  static FoundOperations of(SiteSet sites, double tolerance) {
    FoundOperations operations = new FoundOperations(sites, search(sites, tolerance));
    operations.keepGroup();
    return operations;
  }

  int count() {
    return found.length;
  }

  /** W, nine numbers. */
  int[] rotation(int index) {
    return found[index].rotation;
  }

  /** w, three numbers. */
  double[] translation(int index) {
    return found[index].translation;
  }

  /** Which site each site goes to. */
  int[] images(int index) {
    return found[index].images;
  }

  /** How far the worst of all operations misses, in Å. */
  double deviation() {
    return found[found.length - 1].deviation;
  }

  private static Found[] search(SiteSet sites, double tolerance) {
    LatticeSymmetries lattice = LatticeSymmetries.of(sites.rows, tolerance);
    SiteMatch match = new SiteMatch(sites, tolerance);
    Found[] found = new Found[lattice.count()];
    int count = 0;
    for (int i = 0; i < lattice.count(); i++) {
      Found best = best(sites, lattice, i, match);
      if (best.deviation <= tolerance) {
        found[count++] = best;
      }
    }
    found = Arrays.copyOf(found, count);
    Arrays.sort(found, (one, other) -> Double.compare(one.deviation, other.deviation));
    return found;
  }

  /** The best translation of a rotation; one that misses infinitely where there is none. */
  private static Found best(SiteSet sites, LatticeSymmetries lattice, int index, SiteMatch match) {
    int[] w = lattice.rotations();
    int at = 9 * index;
    double[] x = sites.at;
    double ox = w[at] * x[0] + w[at + 1] * x[1] + w[at + 2] * x[2];
    double oy = w[at + 3] * x[0] + w[at + 4] * x[1] + w[at + 5] * x[2];
    double oz = w[at + 6] * x[0] + w[at + 7] * x[1] + w[at + 8] * x[2];
    Found best = new Found(new int[0], new double[0], new int[0], Double.POSITIVE_INFINITY);
    for (int i = 0; i < sites.rarest; i++) {
      if (match.find(w, at, x[3 * i] - ox, x[3 * i + 1] - oy, x[3 * i + 2] - oz)
          && match.deviation < best.deviation) {
        best =
            new Found(
                Arrays.copyOfRange(w, at, at + 9),
                match.translation.clone(),
                match.images.clone(),
                Math.max(match.deviation, lattice.deviation(index)));
      }
    }
    return best;
  }

  /** Keeps the largest group, where what was found is none. */
  private void keepGroup() {
    if (found.length <= WHOLE && isGroup()) {
      return;
    }
    int count = Math.min(MOST, found.length);
    int[] keys = keys(count);
    int[] products = new int[count * count];
    for (int i = 0; i < products.length; i++) {
      products[i] = product(i / count, i % count, keys);
    }
    long group = LargestGroup.of(products, count);
    Found[] kept = new Found[Long.bitCount(group)];
    int next = 0;
    for (int i = 0; i < count; i++) {
      if ((group >>> i & 1) != 0) {
        kept[next++] = found[i];
      }
    }
    found = kept;
  }

  private int[] keys(int count) {
    int[] keys = new int[count];
    for (int i = 0; i < count; i++) {
      keys[i] = key(found[i].rotation);
    }
    return keys;
  }

  /** Grows a group from the first operations on; every product must be among them. */
  private boolean isGroup() {
    int count = found.length;
    int[] keys = keys(count);
    boolean[] reached = new boolean[count];
    int[] queue = new int[count];
    int[] generators = new int[count];
    int generatorCount = 0;
    int size = 0;
    for (int next = 0; next < count; next++) {
      if (reached[next]) {
        continue;
      }
      generators[generatorCount++] = next;
      reached[next] = true;
      queue[size++] = next;
      // All that is reached must be multiplied by the new generator, and what follows by all.
      for (int i = 0; i < size; i++) {
        for (int g = 0; g < generatorCount; g++) {
          int product = product(queue[i], generators[g], keys);
          if (product < 0) {
            return false;
          }
          if (!reached[product]) {
            reached[product] = true;
            queue[size++] = product;
          }
        }
      }
    }
    return true;
  }

  /** Which of the first operations is the product, or -1 where it is none of them. */
  private int product(int first, int second, int[] keys) {
    int key = key(Matrix3.multiply(found[first].rotation, found[second].rotation));
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] == key) {
        return samePlaces(first, second, i) ? i : -1;
      }
    }
    return -1;
  }

  private boolean samePlaces(int first, int second, int product) {
    int[] one = found[first].images;
    int[] other = found[second].images;
    int[] both = found[product].images;
    for (int i = 0; i < sites.size(); i++) {
      if (both[i] != one[other[i]]) {
        return false;
      }
    }
    return true;
  }

  /** A number of its own for each matrix of -1, 0 and 1; negative for any other. */
  private static int key(int[] rotation) {
    int key = 0;
    for (int element : rotation) {
      if (element < -1 || element > 1) {
        return -1;
      }
      key = 3 * key + element + 1;
    }
    return key;
  }
}
