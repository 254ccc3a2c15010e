package org.suiseki.matter.io;

import java.util.Arrays;
import org.suiseki.matter.Lattice;

/**
 * The places of one cell sorted into boxes, to find those near a point without looking at all.
 * Finding and adding cost constant time while few places share a box.
 *
 * <p>Places may be added between searches, of a cell whose symmetry is still being applied; the
 * grids of {@code matter.geometry} are built once, of all sites, and so sort them otherwise.
 */
final class SiteGrid {
  /** Boxes have edges of 1 Å, or shorter where places lie closer. */
  private static final double WIDEST_BOX = 1;

  private final double[] metric;
  private final double[] heights = new double[3];
  private final int[] counts = new int[3];
  private final int[] firstOfBox;
  private int[] nextInBox;
  private double[] points;
  private int size;

  /**
   * @param expected about so many places will be added
   */
  SiteGrid(Lattice lattice, int expected) {
    this.metric = lattice.metric();
    double edge =
        Math.max(0.02, Math.min(WIDEST_BOX, Math.cbrt(lattice.volume() / Math.max(1, expected))));
    double[] reciprocal = lattice.reciprocalRows();
    for (int i = 0; i < 3; i++) {
      int at = 3 * i;
      heights[i] =
          1
              / Math.sqrt(
                  reciprocal[at] * reciprocal[at]
                      + reciprocal[at + 1] * reciprocal[at + 1]
                      + reciprocal[at + 2] * reciprocal[at + 2]);
      counts[i] = (int) Math.max(1, Math.min(heights[i] / edge, 1000));
    }
    double most = 8.0 * expected + 64;
    while ((double) counts[0] * counts[1] * counts[2] > most) {
      for (int i = 0; i < 3; i++) {
        counts[i] = (counts[i] + 1) / 2;
      }
    }
    firstOfBox = new int[counts[0] * counts[1] * counts[2]];
    Arrays.fill(firstOfBox, -1);
    int capacity = Math.max(16, Math.min(expected, 1 << 16));
    nextInBox = new int[capacity];
    points = new double[3 * capacity];
  }

  int size() {
    return size;
  }

  double[] points() {
    return points;
  }

  /** Adds a place as it is, inside the cell or not; its index. */
  int add(double x, double y, double z) {
    if (size == nextInBox.length) {
      nextInBox = Arrays.copyOf(nextInBox, 2 * size);
      points = Arrays.copyOf(points, 6 * size);
    }
    points[3 * size] = x;
    points[3 * size + 1] = y;
    points[3 * size + 2] = z;
    int box = (box(x, 0) * counts[1] + box(y, 1)) * counts[2] + box(z, 2);
    nextInBox[size] = firstOfBox[box];
    firstOfBox[box] = size;
    return size++;
  }

  private int box(double fraction, int axis) {
    return Math.min((int) ((fraction - Math.floor(fraction)) * counts[axis]), counts[axis] - 1);
  }

  /**
   * A place, of index {@code from} or above, within a distance (Å) of a point; -1 where there is
   * none. The distance must be below half the heights of the cell to be exact.
   */
  int near(double x, double y, double z, double distance, int from) {
    int xLow = low(x, distance, 0);
    int xSpan = span(x, distance, 0);
    int yLow = low(y, distance, 1);
    int ySpan = span(y, distance, 1);
    int zLow = low(z, distance, 2);
    int zSpan = span(z, distance, 2);
    for (int i = 0; i < xSpan; i++) {
      int inX = Math.floorMod(xLow + i, counts[0]) * counts[1];
      for (int j = 0; j < ySpan; j++) {
        int inY = (inX + Math.floorMod(yLow + j, counts[1])) * counts[2];
        for (int k = 0; k < zSpan; k++) {
          int box = inY + Math.floorMod(zLow + k, counts[2]);
          for (int site = firstOfBox[box]; site >= from; site = nextInBox[site]) {
            if (squared(x, y, z, site) <= distance * distance) {
              return site;
            }
          }
        }
      }
    }
    return -1;
  }

  private int low(double fraction, double distance, int axis) {
    double inside = fraction - Math.floor(fraction);
    return (int) Math.floor((inside - distance / heights[axis]) * counts[axis]);
  }

  private int span(double fraction, double distance, int axis) {
    double inside = fraction - Math.floor(fraction);
    int high = (int) Math.floor((inside + distance / heights[axis]) * counts[axis]);
    return Math.min(high - low(fraction, distance, axis) + 1, counts[axis]);
  }

  /** The squared distance in Å² of a point to a place. */
  double squared(double x, double y, double z, int site) {
    return squared(x - points[3 * site], y - points[3 * site + 1], z - points[3 * site + 2]);
  }

  /** The squared length of a difference, its components brought to between -1/2 and 1/2. */
  double squared(double x, double y, double z) {
    double dx = x - Math.rint(x);
    double dy = y - Math.rint(y);
    double dz = z - Math.rint(z);
    return dx * dx * metric[0]
        + dy * dy * metric[4]
        + dz * dz * metric[8]
        + 2 * (dx * dy * metric[1] + dx * dz * metric[2] + dy * dz * metric[5]);
  }
}
