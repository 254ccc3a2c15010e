package org.suiseki.matter.geometry;

import java.util.Arrays;
import org.suiseki.matter.Matrix3;

/**
 * Finds the site near a point of a periodic cell in a time that does not grow with the number of
 * sites: the cell is cut into boxes of about two sites, of which only those within reach are looked
 * into.
 *
 * <p>For distances below half of the heights of the cell, where the nearest image is the only one.
 * {@link PeriodicGrid} finds all images at any distance.
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
    double volume = Math.abs(Matrix3.determinant(sites.rows));
    double width = Math.cbrt(2 * volume / sites.size());
    double[] heights = heights(sites.rows);
    for (int i = 0; i < 3; i++) {
      reach[i] = distance / heights[i];
      if (sites.size() > FEW) {
        boxes[i] = Math.max(1, Math.min(MOST_BOXES, (int) (heights[i] / width)));
      }
    }
  }

  /** The distances between opposite faces of the cell, in Å. */
  private static double[] heights(double[] rows) {
    double[] reciprocal = Matrix3.inverse(rows);
    double[] heights = new double[3];
    for (int i = 0; i < 3; i++) {
      double x = reciprocal[i];
      double y = reciprocal[3 + i];
      double z = reciprocal[6 + i];
      heights[i] = 1 / Math.sqrt(x * x + y * y + z * z);
    }
    return heights;
  }

  static double leastHeight(double[] rows) {
    double[] heights = heights(rows);
    return Math.min(heights[0], Math.min(heights[1], heights[2]));
  }

  private int box(double fraction, int axis) {
    return Math.min(boxes[axis] - 1, (int) (fraction * boxes[axis]));
  }

  /** Writes the sites within the distance of a site, without itself; returns how many. */
  int around(int site, int[] into) {
    double px = sites.at[3 * site];
    double py = sites.at[3 * site + 1];
    double pz = sites.at[3 * site + 2];
    int count = 0;
    for (int i = first(px, 0); i <= last(px, 0); i++) {
      for (int j = first(py, 1); j <= last(py, 1); j++) {
        for (int k = first(pz, 2); k <= last(pz, 2); k++) {
          int box = (inside(i, 0) * boxes[1] + inside(j, 1)) * boxes[2] + inside(k, 2);
          for (int other = heads[box]; other >= 0; other = nexts[other]) {
            if (other != site && distanceSquare(site, other) <= reachSquare) {
              into[count++] = other;
            }
          }
        }
      }
    }
    return count;
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
          int box = (inside(i, 0) * boxes[1] + inside(j, 1)) * boxes[2] + inside(k, 2);
          found = nearest(box, px, py, pz, kind, found);
        }
      }
    }
    return found;
  }

  private int first(double fraction, int axis) {
    return everyBox(axis) ? 0 : (int) Math.floor((fraction - reach[axis]) * boxes[axis]);
  }

  private int last(double fraction, int axis) {
    return everyBox(axis)
        ? boxes[axis] - 1
        : (int) Math.floor((fraction + reach[axis]) * boxes[axis]);
  }

  /** Whether the reach may go all the way round, so that a box could be met twice. */
  private boolean everyBox(int axis) {
    return boxes[axis] == 1 || 2 * reach[axis] * boxes[axis] + 2 > boxes[axis];
  }

  private int inside(int box, int axis) {
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
