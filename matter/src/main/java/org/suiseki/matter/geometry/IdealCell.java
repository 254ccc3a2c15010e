package org.suiseki.matter.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.suiseki.matter.Lattice;

/**
 * A primitive cell made exactly symmetric: the scalar products of its vectors and the places of its
 * sites are the means over all operations. Each site moves by the mean of what the operations ask,
 * so that noise averages out instead of following one site.
 */
final class IdealCell {
  private final SiteSet sites;
  private final FoundOperations operations;

  /** a·a, b·b, c·c, b·c, a·c, a·b in Å². */
  private final double[] metric = new double[6];

  /** Fractional, in the basis of the primitive cell. */
  private final double[] at;

  IdealCell(SiteSet sites, FoundOperations operations) {
    this.sites = sites;
    this.operations = operations;
    this.at = sites.at.clone();
    averageMetric();
    averageSites();
  }

  private void averageMetric() {
    double[] given = sites.metric();
    double[] full = {
      given[0], given[5], given[4], given[5], given[1], given[3], given[4], given[3], given[2]
    };
    int[] first = {0, 1, 2, 1, 0, 0};
    int[] second = {0, 1, 2, 2, 2, 1};
    for (int operation = 0; operation < operations.count(); operation++) {
      int[] w = operations.rotation(operation);
      for (int m = 0; m < 6; m++) {
        double product = 0;
        for (int i = 0; i < 3; i++) {
          for (int j = 0; j < 3; j++) {
            product += w[3 * i + first[m]] * full[3 * i + j] * w[3 * j + second[m]];
          }
        }
        metric[m] += product / operations.count();
      }
    }
  }

  private void averageSites() {
    double[] x = sites.at;
    for (int operation = 0; operation < operations.count(); operation++) {
      int[] w = operations.rotation(operation);
      double[] t = operations.translation(operation);
      int[] images = operations.images(operation);
      for (int i = 0; i < images.length; i++) {
        int to = 3 * images[i];
        for (int axis = 0; axis < 3; axis++) {
          double moved =
              w[3 * axis] * x[3 * i]
                  + w[3 * axis + 1] * x[3 * i + 1]
                  + w[3 * axis + 2] * x[3 * i + 2]
                  + t[axis];
          double difference = moved - x[to + axis];
          at[to + axis] += (difference - Math.rint(difference)) / operations.count();
        }
      }
    }
  }

  /** x, y, z of all sites. */
  double[] coordinates() {
    return at;
  }

  /** a along x, b in the plane of x and y. */
  Lattice lattice() {
    double ax = Math.sqrt(metric[0]);
    double bx = metric[5] / ax;
    double by = Math.sqrt(metric[1] - bx * bx);
    double cx = metric[4] / ax;
    double cy = (metric[3] - bx * cx) / by;
    return Lattice.of(ax, 0, 0, bx, by, 0, cx, cy, Math.sqrt(metric[2] - cx * cx - cy * cy));
  }

  List<SymmetryOperation> operations() {
    List<SymmetryOperation> list = new ArrayList<>(operations.count());
    for (int i = 0; i < operations.count(); i++) {
      list.add(new SymmetryOperation(operations.rotation(i), operations.translation(i)));
    }
    return list;
  }

  /** The first site of the orbit of each site. */
  int[] orbits() {
    int[] orbits = new int[sites.size()];
    Arrays.fill(orbits, -1);
    for (int i = 0; i < orbits.length; i++) {
      if (orbits[i] < 0) {
        for (int operation = 0; operation < operations.count(); operation++) {
          orbits[operations.images(operation)[i]] = i;
        }
      }
    }
    return orbits;
  }
}
