package org.suiseki.matter.geometry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The smallest cell of a crystal, found by its pure translations.
 *
 * <p>The translations of a cell of n sites form a finite commutative group whose order divides the
 * number of sites of every kind. So for each prime p of their common divisor a translation of order
 * p is looked for, the sites that it joins are replaced by their mean, and the search goes on in
 * the cell that is p times smaller. A translation of order p is a p-th of a lattice vector, and one
 * of its multiples has 1/p as the first component that is not whole: only the n/p sites that lie so
 * are tried. Cost: linear in n for crystals and for what has no translation.
 */
final class PrimitiveCell {
  private static final int[] IDENTITY = {1, 0, 0, 0, 1, 0, 0, 0, 1};

  private final double tolerance;
  private SiteSet sites;

  /** Which primitive site each site is a copy of. */
  private final int[] siteOf;

  private PrimitiveCell(SiteSet sites, double tolerance) {
    this.sites = sites;
    this.tolerance = tolerance;
    this.siteOf = new int[sites.size()];
    Arrays.setAll(siteOf, i -> i);
  }

  /**
   * @param sites in a reduced basis
   * @param tolerance how far a site may lie from its image, in Å
   */
  static PrimitiveCell of(SiteSet sites, double tolerance) {
    PrimitiveCell cell = new PrimitiveCell(sites, tolerance);
    int left = sites.commonDivisor();
    for (int prime = 2; left > 1; prime++) {
      if ((long) prime * prime > left) {
        prime = left;
      }
      boolean open = true;
      while (left % prime == 0) {
        left /= prime;
        open = open && cell.fold(prime);
      }
    }
    return cell;
  }

  SiteSet sites() {
    return sites;
  }

  int[] siteOf() {
    return siteOf;
  }

  /** Makes the cell {@code prime} times smaller where a translation of that order exists. */
  private boolean fold(int prime) {
    SiteMatch match = new SiteMatch(sites, tolerance);
    double[] metric = sites.metric();
    // So fine that a site's own error may be a step: then every site is tried.
    double shortest = Math.sqrt(Math.min(metric[0], Math.min(metric[1], metric[2])));
    boolean fine = shortest / prime < 8 * tolerance;
    double[] shift = new double[3];
    for (int i = 1; i < sites.rarest; i++) {
      for (int axis = 0; axis < 3; axis++) {
        double difference = sites.at[3 * i + axis] - sites.at[axis];
        shift[axis] = difference - Math.rint(difference);
      }
      if (near(prime, shift, metric)
          && (fine || first(prime, shift))
          && fold(prime, shift, match)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a shift is a p-th of a lattice vector as nearly as two sites can show. */
  private boolean near(int prime, double[] shift, double[] metric) {
    double u = rest(prime, shift[0]);
    double v = rest(prime, shift[1]);
    double w = rest(prime, shift[2]);
    double square =
        u * (metric[0] * u + 2 * (metric[5] * v + metric[4] * w))
            + v * (metric[1] * v + 2 * metric[3] * w)
            + metric[2] * w * w;
    return square <= 4 * tolerance * tolerance;
  }

  private static double rest(int prime, double component) {
    double steps = prime * component;
    return (steps - Math.rint(steps)) / prime;
  }

  /** Whether the first component that is not whole is 1/p. */
  private static boolean first(int prime, double[] shift) {
    for (double component : shift) {
      long steps = Math.floorMod(Math.round(prime * component), (long) prime);
      if (steps != 0) {
        return steps == 1;
      }
    }
    return false;
  }

  private boolean fold(int prime, double[] shift, SiteMatch match) {
    if (!match.find(IDENTITY, 0, shift[0], shift[1], shift[2])) {
      return false;
    }
    int[] steps = new int[3];
    double[] exact = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      steps[axis] = (int) Math.rint(prime * match.translation[axis]);
      exact[axis] = (double) steps[axis] / prime;
    }
    if (match.deviationAt(exact[0], exact[1], exact[2], shift) > tolerance) {
      return false;
    }
    return join(prime, steps, match.images);
  }

  /** Replaces the sites that the translation joins by their mean. */
  private boolean join(int prime, int[] steps, int[] images) {
    int[] joined = cycles(prime, images);
    int axis = axis(prime, steps);
    if (joined == null || axis < 0) {
      return false;
    }
    int[] canonical = canonical(prime, steps, axis);
    double[] moved = coordinates(prime, canonical, axis);
    int n = images.length / prime;
    double[] mean = new double[3 * n];
    int[] kinds = new int[n];
    int[] members = new int[n];
    for (int i = 0; i < images.length; i++) {
      int to = joined[i];
      members[to]++;
      kinds[to] = sites.kinds[i];
      for (int k = 0; k < 3; k++) {
        double sofar = mean[3 * to + k];
        double difference = moved[3 * i + k] - sofar;
        difference -= members[to] == 1 ? 0 : Math.rint(difference);
        mean[3 * to + k] = sofar + difference / members[to];
      }
    }
    for (int i = 0; i < siteOf.length; i++) {
      siteOf[i] = joined[siteOf[i]];
    }
    sites = new SiteSet(rows(prime, canonical, axis), mean, kinds, sites.rarest / prime).reduced();
    return true;
  }

  /** Numbers the orbits of the translation; absent where one is not of {@code prime} sites. */
  private static int @Nullable [] cycles(int prime, int[] images) {
    int[] cycles = new int[images.length];
    Arrays.fill(cycles, -1);
    int next = 0;
    for (int i = 0; i < images.length; i++) {
      if (cycles[i] >= 0) {
        continue;
      }
      int length = 0;
      for (int j = i; cycles[j] < 0; j = images[j]) {
        cycles[j] = next;
        length++;
      }
      if (length != prime) {
        return null;
      }
      next++;
    }
    return cycles;
  }

  private static int axis(int prime, int[] steps) {
    for (int axis = 0; axis < 3; axis++) {
      if (Math.floorMod(steps[axis], prime) != 0) {
        return axis;
      }
    }
    return -1;
  }

  /** The multiple of the translation whose first component that is not whole is 1/prime. */
  private static int[] canonical(int prime, int[] steps, int axis) {
    long factor = 1;
    long first = Math.floorMod(steps[axis], prime);
    // Fermat: the inverse modulo a prime is the power prime - 2.
    long power = first;
    for (int exponent = prime - 2; exponent > 0; exponent >>= 1) {
      if ((exponent & 1) == 1) {
        factor = factor * power % prime;
      }
      power = power * power % prime;
    }
    int[] canonical = new int[3];
    for (int i = 0; i < 3; i++) {
      canonical[i] = (int) (Math.floorMod(steps[i], prime) * factor % prime);
    }
    return canonical;
  }

  /** With the translation in the place of vector {@code axis}. */
  private double[] rows(int prime, int[] steps, int axis) {
    double[] rows = sites.rows.clone();
    for (int k = 0; k < 3; k++) {
      rows[3 * axis + k] =
          (steps[0] * sites.rows[k] + steps[1] * sites.rows[3 + k] + steps[2] * sites.rows[6 + k])
              / prime;
    }
    return rows;
  }

  private double[] coordinates(int prime, int[] steps, int axis) {
    double[] moved = sites.at.clone();
    for (int i = 0; i < moved.length; i += 3) {
      double along = sites.at[i + axis];
      for (int k = 0; k < 3; k++) {
        moved[i + k] = k == axis ? prime * along : sites.at[i + k] - along * steps[k];
      }
    }
    return moved;
  }
}
