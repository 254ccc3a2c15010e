package org.suiseki.matter.geometry;

/**
 * Finds the site nearest to a point anywhere in a crystal, also deep in a void, among all sites but
 * one. Two ways are open: through the nearest image of every site, or through the boxes of the grid
 * around the point; the one with less to look at is taken. Not for several threads at once.
 */
final class NearestSite {
  private final PeriodicGrid grid;
  private final double[] basis;
  private final double[] reciprocal;

  /** In Å: no point of a box is farther from its centre. */
  private final double boxRadius;

  /** The point, in Å and in reduced coordinates. */
  private final double[] point = new double[3];

  private final double[] fractional = new double[3];
  private final int[] low = new int[3];
  private final int[] high = new int[3];

  /** What was found so far. */
  private double best;

  private int site;
  private final int[] cell = new int[3];

  NearestSite(PeriodicGrid grid) {
    this.grid = grid;
    this.basis = grid.basis();
    this.reciprocal = grid.reciprocal();
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double x = basis[3 * i];
      double y = basis[3 * i + 1];
      double z = basis[3 * i + 2];
      sum += Math.sqrt(x * x + y * y + z * z) / grid.boxes(i);
    }
    this.boxRadius = sum / 2;
  }

  /**
   * Adds that image of another site than {@code home} which is nearest to a point; any of several
   * that are as near.
   *
   * @param x of the point seen from {@code home}, in Å
   * @param square only those nearer to the point than its root count, in Å²
   * @return whether there was one
   */
  boolean add(int home, double x, double y, double z, double square, Candidates out) {
    point[0] = grid.cartesian(home, 0) + x;
    point[1] = grid.cartesian(home, 1) + y;
    point[2] = grid.cartesian(home, 2) + z;
    best = square;
    site = -1;
    if (boxesWithin(Math.sqrt(square)) < 9.0 * grid.siteCount()) {
      searchBoxes(home);
    } else {
      searchImages(home);
    }
    if (site >= 0) {
      grid.add(home, site, cell[0], cell[1], cell[2], out);
    }
    return site >= 0;
  }

  private double boxesWithin(double radius) {
    double boxes = 1;
    for (int axis = 0; axis < 3; axis++) {
      double f =
          point[0] * reciprocal[3 * axis]
              + point[1] * reciprocal[3 * axis + 1]
              + point[2] * reciprocal[3 * axis + 2];
      double reach = radius / grid.boxHeight(axis);
      fractional[axis] = f;
      low[axis] = (int) Math.floor(f * grid.boxes(axis) - reach);
      high[axis] = (int) Math.floor(f * grid.boxes(axis) + reach);
      boxes *= (double) high[axis] - low[axis] + 1;
    }
    return boxes;
  }

  private void searchBoxes(int home) {
    for (int i = low[0]; i <= high[0]; i++) {
      int u = Math.floorDiv(i, grid.boxes(0));
      int plane = (i - u * grid.boxes(0)) * grid.boxes(1);
      for (int j = low[1]; j <= high[1]; j++) {
        int v = Math.floorDiv(j, grid.boxes(1));
        int line = (plane + j - v * grid.boxes(1)) * grid.boxes(2);
        for (int k = low[2]; k <= high[2]; k++) {
          int w = Math.floorDiv(k, grid.boxes(2));
          int box = line + k - w * grid.boxes(2);
          if (grid.boxStart(box) < grid.boxStart(box + 1) && near(i, j, k)) {
            for (int place = grid.boxStart(box); place < grid.boxStart(box + 1); place++) {
              consider(home, grid.member(place), u, v, w);
            }
          }
        }
      }
    }
  }

  private boolean near(int i, int j, int k) {
    double a = (i + 0.5) / grid.boxes(0) - fractional[0];
    double b = (j + 0.5) / grid.boxes(1) - fractional[1];
    double c = (k + 0.5) / grid.boxes(2) - fractional[2];
    double x = a * basis[0] + b * basis[3] + c * basis[6];
    double y = a * basis[1] + b * basis[4] + c * basis[7];
    double z = a * basis[2] + b * basis[5] + c * basis[8];
    double reach = Math.sqrt(best) + boxRadius;
    return x * x + y * y + z * z <= reach * reach;
  }

  /** In a basis of shortest vectors the nearest image is one of 27 about the rounded one. */
  private void searchImages(int home) {
    for (int j = 0; j < grid.siteCount(); j++) {
      double x = point[0] - grid.cartesian(j, 0);
      double y = point[1] - grid.cartesian(j, 1);
      double z = point[2] - grid.cartesian(j, 2);
      int u = rounded(x, y, z, 0);
      int v = rounded(x, y, z, 1);
      int w = rounded(x, y, z, 2);
      for (int step = 0; step < 27; step++) {
        consider(home, j, u + step / 9 - 1, v + step / 3 % 3 - 1, w + step % 3 - 1);
      }
    }
  }

  private int rounded(double x, double y, double z, int i) {
    return (int)
        Math.rint(x * reciprocal[3 * i] + y * reciprocal[3 * i + 1] + z * reciprocal[3 * i + 2]);
  }

  private void consider(int home, int other, int u, int v, int w) {
    double dx = grid.cartesian(other, 0) - point[0] + u * basis[0] + v * basis[3] + w * basis[6];
    double dy = grid.cartesian(other, 1) - point[1] + u * basis[1] + v * basis[4] + w * basis[7];
    double dz = grid.cartesian(other, 2) - point[2] + u * basis[2] + v * basis[5] + w * basis[8];
    double square = dx * dx + dy * dy + dz * dz;
    if (square < best && other != home) {
      best = square;
      site = other;
      cell[0] = u;
      cell[1] = v;
      cell[2] = w;
    }
  }
}
