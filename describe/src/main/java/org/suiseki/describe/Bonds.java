package org.suiseki.describe;

import java.util.Arrays;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.geometry.CoordinationEnvironments;
import org.suiseki.matter.geometry.Neighbours;

/**
 * The bonds of each site of a crystal, as flat arrays. Bond b belongs to site i where {@code
 * starts[i] <= b < starts[i + 1]}.
 *
 * @param starts one more than sites
 * @param neighbours the site each bond leads to
 * @param displacements x, y, z of each bond in Å
 */
public record Bonds(int[] starts, int[] neighbours, double[] displacements) {

  static Bonds nearest(Crystal crystal, double slack) {
    Neighbours nearest = Neighbours.nearest(crystal, 1, 0);
    double farthest = 0;
    for (int site = 0; site < nearest.siteCount(); site++) {
      farthest = Math.max(farthest, nearest.distance(nearest.from(site)));
    }
    Neighbours found = Neighbours.within(crystal, (1 + slack) * farthest + Neighbours.TIE);
    int[] starts = new int[found.siteCount() + 1];
    int[] neighbours = new int[found.count()];
    double[] displacements = new double[3 * found.count()];
    int count = 0;
    for (int site = 0; site < found.siteCount(); site++) {
      double limit = (1 + slack) * found.distance(found.from(site)) + Neighbours.TIE;
      for (int e = found.from(site); e < found.to(site) && found.distance(e) <= limit; e++) {
        neighbours[count] = found.neighbour(e);
        for (int axis = 0; axis < 3; axis++) {
          displacements[3 * count + axis] = found.displacement(e, axis);
        }
        count++;
      }
      starts[site + 1] = count;
    }
    return new Bonds(
        starts, Arrays.copyOf(neighbours, count), Arrays.copyOf(displacements, 3 * count));
  }

  static Bonds likeliest(CoordinationEnvironments around) {
    int[] starts = new int[around.siteCount() + 1];
    for (int site = 0; site < around.siteCount(); site++) {
      starts[site + 1] = starts[site] + around.coordinationNumber(site);
    }
    int[] neighbours = new int[starts[around.siteCount()]];
    double[] displacements = new double[3 * neighbours.length];
    for (int site = 0; site < around.siteCount(); site++) {
      int e = around.from(site);
      for (int b = starts[site]; b < starts[site + 1]; b++, e++) {
        neighbours[b] = around.neighbour(e);
        for (int axis = 0; axis < 3; axis++) {
          displacements[3 * b + axis] = around.displacement(e, axis);
        }
      }
    }
    return new Bonds(starts, neighbours, displacements);
  }

  /** Å. */
  double length(int bond) {
    return Math.sqrt(product(bond, bond));
  }

  /** At the site both begin at, in degrees; exactly 180 for a straight line. */
  double angle(int one, int other) {
    double cosine = product(one, other) / Math.sqrt(product(one, one) * product(other, other));
    return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
  }

  private double product(int one, int other) {
    int p = 3 * one;
    int q = 3 * other;
    return displacements[p] * displacements[q]
        + displacements[p + 1] * displacements[q + 1]
        + displacements[p + 2] * displacements[q + 2];
  }
}
