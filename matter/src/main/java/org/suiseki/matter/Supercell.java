package org.suiseki.matter;

import java.util.ArrayList;
import java.util.List;

/** Describes a crystal with other lattice vectors, which are whole sums of the old ones. */
final class Supercell {
  private static final long MOST_COPIES = 1_000_000;
  private static final long MOST_SITES = 50_000_000;

  /** Far above the round-off of a fraction of whole numbers, far below 1 over any determinant. */
  private static final double ROUND_OFF = 1e-9;

  private Supercell() {}

  static Crystal of(Crystal crystal, int[] rows) {
    if (rows.length != 9) {
      throw new MatterException(
          "A supercell has nine whole numbers, got " + rows.length + ".",
          "Give the coefficients of the three new vectors, one vector after another.");
    }
    long copies = Math.abs(Matrix3.determinant(Matrix3.widened(rows)));
    if (copies == 0 || copies > MOST_COPIES || copies * crystal.siteCount() > MOST_SITES) {
      throw new MatterException(
          "The supercell would hold the cell " + copies + " times.",
          "Choose vectors that do not lie in a plane, and a smaller cell.");
    }
    Lattice larger = crystal.lattice().transformed(Matrix3.ofWhole(rows));
    return Crystal.of(larger, sites(crystal, larger, points(rows, copies)));
  }

  private static List<Site> sites(Crystal crystal, Lattice larger, List<double[]> points) {
    List<Site> sites = new ArrayList<>();
    double[] at = new double[3];
    for (int i = 0; i < crystal.siteCount(); i++) {
      Site site = crystal.site(i);
      for (double[] point : points) {
        at[0] = site.x() + point[0];
        at[1] = site.y() + point[1];
        at[2] = site.z() + point[2];
        crystal.lattice().toCartesian(at, 0, at, 0);
        larger.toFractional(at, 0, at, 0);
        sites.add(new Site(site.occupation(), at[0], at[1], at[2], site.label()));
      }
    }
    return sites;
  }

  /** The old lattice points inside the new cell, in old coordinates. */
  private static List<double[]> points(int[] m, long copies) {
    int[] low = new int[3];
    int[] high = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      for (int corner = 0; corner < 8; corner++) {
        int at = 0;
        for (int vector = 0; vector < 3; vector++) {
          at += (corner >> vector & 1) * m[3 * vector + axis];
        }
        low[axis] = Math.min(low[axis], at);
        high[axis] = Math.max(high[axis], at);
      }
    }
    double[] inverse = Matrix3.inverse(Matrix3.ofWhole(m), Matrix3.determinant(Matrix3.widened(m)));
    List<double[]> points = new ArrayList<>((int) copies);
    for (int x = low[0]; x <= high[0]; x++) {
      for (int y = low[1]; y <= high[1]; y++) {
        for (int z = low[2]; z <= high[2]; z++) {
          if (inside(inverse, x, y, z)) {
            points.add(new double[] {x, y, z});
          }
        }
      }
    }
    return points;
  }

  private static boolean inside(double[] inverse, int x, int y, int z) {
    for (int i = 0; i < 3; i++) {
      double part = x * inverse[i] + y * inverse[3 + i] + z * inverse[6 + i];
      if (part < -ROUND_OFF || part >= 1 - ROUND_OFF) {
        return false;
      }
    }
    return true;
  }
}
