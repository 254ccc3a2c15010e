package org.suiseki.matter.geometry;

import java.util.Arrays;

/**
 * Finds the site near a point of a periodic cell in a time that does not grow with the number of
 * sites: the cell is cut into boxes of about two sites, each no narrower than twice the reach, so
 * that a point looks into eight boxes at most.
 *
 * <p>Not for several threads: the last answer is kept in fields.
 */
final class SiteGrid {
  /** Below so many sites one box for all is quicker. */
  private static final int FEW = 12;

  private static final int MOST_BOXES = 64;

  private final SiteSet sites;
  private final double[] metric;
  private final double reachSquare;

  /** The reach along each vector, as a fraction. */
  private final double[] reach = new double[3];

  private final int[] boxes = {1, 1, 1};

  /** The first site of each box and of each site the next, -1 at the end. */
  private final int[] heads;

  private final int[] nexts;

  /** From the point to the site found, fractional. */
  double dx;

  double dy;
  double dz;

  /** Its square, in Å². */
  double square;

  /**
   * @param distance how far from a point a site may lie, in Å
   */
  SiteGrid(SiteSet sites, double distance) {
    this.sites = sites;
    this.metric = sites.metric();
    this.reachSquare = distance * distance;
    cut(distance);
    this.heads = new int[boxes[0] * boxes[1] * boxes[2]];
    this.nexts = new int[sites.size()];
    Arrays.fill(heads, -1);
    for (int i = sites.size() - 1; i >= 0; i--) {
      int box =
          (box(sites.at[3 * i], 0) * boxes[1] + box(sites.at[3 * i + 1], 1)) * boxes[2]
              + box(sites.at[3 * i + 2], 2);
      nexts[i] = heads[box];
      heads[box] = i;
    }
  }

  private void cut(double distance) {
    double[] reciprocal = RealMatrix.inverse(sites.rows);
    double volume = Math.abs(RealMatrix.determinant(sites.rows));
    double width = Math.max(Math.cbrt(2 * volume / sites.size()), 2 * distance);
    for (int i = 0; i < 3; i++) {
      double x = reciprocal[i];
      double y = reciprocal[3 + i];
      double z = reciprocal[6 + i];
      double height = 1 / Math.sqrt(x * x + y * y + z * z);
      reach[i] = distance / height;
      if (sites.size() > FEW) {
        boxes[i] = Math.max(1, Math.min(MOST_BOXES, (int) (height / width)));
      }
    }
  }

  private int box(double fraction, int axis) {
    return Math.min(boxes[axis] - 1, (int) (fraction * boxes[axis]));
  }

  /** The first site after place {@code after} that lies within the distance of a site, or -1. */
  int partner(int site, int after) {
    double px = sites.at[3 * site];
    double py = sites.at[3 * site + 1];
    double pz = sites.at[3 * site + 2];
    int found = Integer.MAX_VALUE;
    for (int i = first(px, 0); i <= last(px, 0); i++) {
      for (int j = first(py, 1); j <= last(py, 1); j++) {
        for (int k = first(pz, 2); k <= last(pz, 2); k++) {
          int box = (around(i, 0) * boxes[1] + around(j, 1)) * boxes[2] + around(k, 2);
          for (int other = heads[box]; other >= 0 && other < found; other = nexts[other]) {
            if (other > after && distanceSquare(site, other) <= reachSquare) {
              found = other;
            }
          }
        }
      }
    }
    return found == Integer.MAX_VALUE ? -1 : found;
  }

  /** Between two sites, in Å². */
  double distanceSquare(int one, int other) {
    double u = sites.at[3 * other] - sites.at[3 * one];
    double v = sites.at[3 * other + 1] - sites.at[3 * one + 1];
    double w = sites.at[3 * other + 2] - sites.at[3 * one + 2];
    return square(u - Math.rint(u), v - Math.rint(v), w - Math.rint(w));
  }

  private double square(double u, double v, double w) {
    return u * (metric[0] * u + 2 * (metric[5] * v + metric[4] * w))
        + v * (metric[1] * v + 2 * metric[3] * w)
        + metric[2] * w * w;
  }

  /** The site of this kind nearest to a point, or -1 where none lies within the distance. */
  int nearest(double x, double y, double z, int kind) {
    double px = SiteSet.wrapped(x);
    double py = SiteSet.wrapped(y);
    double pz = SiteSet.wrapped(z);
    square = reachSquare;
    if (heads.length == 1) {
      return nearest(0, px, py, pz, kind, -1);
    }
    int found = -1;
    int lastX = last(px, 0);
    int lastY = last(py, 1);
    int lastZ = last(pz, 2);
    for (int i = first(px, 0); i <= lastX; i++) {
      for (int j = first(py, 1); j <= lastY; j++) {
        for (int k = first(pz, 2); k <= lastZ; k++) {
          int box = (around(i, 0) * boxes[1] + around(j, 1)) * boxes[2] + around(k, 2);
          found = nearest(box, px, py, pz, kind, found);
        }
      }
    }
    return found;
  }

  private int first(double fraction, int axis) {
    return boxes[axis] == 1 ? 0 : (int) Math.floor((fraction - reach[axis]) * boxes[axis]);
  }

  private int last(double fraction, int axis) {
    return boxes[axis] == 1 ? 0 : (int) Math.floor((fraction + reach[axis]) * boxes[axis]);
  }

  private int around(int box, int axis) {
    return box < 0 ? box + boxes[axis] : box >= boxes[axis] ? box - boxes[axis] : box;
  }

  private int nearest(int box, double x, double y, double z, int kind, int before) {
    double[] at = sites.at;
    int[] kinds = sites.kinds;
    int found = before;
    for (int i = heads[box]; i >= 0; i = nexts[i]) {
      if (kinds[i] != kind) {
        continue;
      }
      double u = at[3 * i] - x;
      double v = at[3 * i + 1] - y;
      double w = at[3 * i + 2] - z;
      u -= Math.rint(u);
      v -= Math.rint(v);
      w -= Math.rint(w);
      double length = square(u, v, w);
      if (length <= square) {
        square = length;
        dx = u;
        dy = v;
        dz = w;
        found = i;
      }
    }
    return found;
  }
}
