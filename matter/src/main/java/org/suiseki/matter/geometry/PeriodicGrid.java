package org.suiseki.matter.geometry;

import org.suiseki.matter.Crystal;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Matrix3;
import org.suiseki.matter.MatterException;

/**
 * The sites of a crystal sorted into boxes, for finding those near a point. The cell is first
 * replaced by that of the three shortest vectors, in which no skewed cell costs more than another;
 * its edges are cut so that a box holds about {@value #PER_BOX} sites.
 *
 * <p>Building costs O(sites); a search O(volume of the sphere). M. P. Allen and D. J. Tildesley,
 * Computer Simulation of Liquids (2017), section 5.3.2.
 */
final class PeriodicGrid {
  /** In Å: atoms nearer to each other than this are one atom given twice. */
  static final double OVERLAP = 0.01;

  private static final double PER_BOX = 3;

  /** Sites in one Å³: few solids are sparser. */
  private static final double SPARSE = 0.02;

  private final Crystal crystal;
  private final int n;

  /** Coefficients of the reduced vectors in those of the crystal. */
  private final int[] transformation;

  /** The reduced vectors, in Å. */
  private final double[] basis;

  private final double[] reciprocal = new double[9];

  /** Distances between the faces of the reduced cell, in Å. */
  private final double[] heights = new double[3];

  /** Of the sites in the reduced cell, 0 to 1. */
  private final double[] fractional;

  /** Of the sites in the reduced cell, in Å. */
  private final double[] cartesian;

  /** By how many vectors of the crystal each site was moved to come into the reduced cell. */
  private final int[] shifts;

  private final int[] boxes = new int[3];

  /** Sites of box b are {@code members[boxStarts[b]]} up to {@code boxStarts[b + 1]}. */
  private final int[] boxStarts;

  private final int[] members;

  /** Cartesian coordinates in the order of members. */
  private final double[] memberPoints;

  PeriodicGrid(Crystal crystal) {
    this.crystal = crystal;
    this.n = crystal.siteCount();
    this.fractional = new double[3 * n];
    this.cartesian = new double[3 * n];
    this.shifts = new int[3 * n];
    this.members = new int[n];
    this.memberPoints = new double[3 * n];
    Lattice given = crystal.lattice();
    this.transformation = given.shortestBasis();
    this.basis = Matrix3.multiply(Matrix3.ofWhole(transformation), given.rows());
    measureHeights();
    wrap(inverse(transformation));
    this.boxStarts = fill();
  }

  private void measureHeights() {
    for (int i = 0; i < 3; i++) {
      int o = 3 * i;
      int p = 3 * ((i + 1) % 3);
      int q = 3 * ((i + 2) % 3);
      double x = basis[p + 1] * basis[q + 2] - basis[p + 2] * basis[q + 1];
      double y = basis[p + 2] * basis[q] - basis[p] * basis[q + 2];
      double z = basis[p] * basis[q + 1] - basis[p + 1] * basis[q];
      double volume = basis[o] * x + basis[o + 1] * y + basis[o + 2] * z;
      reciprocal[o] = x / volume;
      reciprocal[o + 1] = y / volume;
      reciprocal[o + 2] = z / volume;
      heights[i] = Math.abs(volume) / Math.sqrt(x * x + y * y + z * z);
    }
  }

  private void wrap(long[] inverse) {
    for (int site = 0; site < n; site++) {
      int at = 3 * site;
      for (int axis = 0; axis < 3; axis++) {
        double reduced = 0;
        for (int vector = 0; vector < 3; vector++) {
          reduced += crystal.fractional(site, vector) * inverse[3 * vector + axis];
        }
        double whole = Math.floor(reduced);
        fractional[at + axis] = Math.min(reduced - whole, Math.nextDown(1.0));
        for (int vector = 0; vector < 3; vector++) {
          long shift = ((long) whole) * transformation[3 * axis + vector];
          shifts[at + vector] = Math.toIntExact(shifts[at + vector] + shift);
        }
      }
      for (int axis = 0; axis < 3; axis++) {
        cartesian[at + axis] =
            fractional[at] * basis[axis]
                + fractional[at + 1] * basis[3 + axis]
                + fractional[at + 2] * basis[6 + axis];
      }
    }
  }

  /** Of a matrix of whole numbers whose determinant is 1 or -1: whole numbers again. */
  private static long[] inverse(int[] m) {
    long[] wide = Matrix3.widened(m);
    long determinant = Matrix3.determinant(wide);
    if (Math.abs(determinant) != 1) {
      throw new MatterException(
          "The cell is too skewed for doubles to tell which shorter vectors span its lattice.",
          "Describe the crystal with shorter lattice vectors.");
    }
    long[] inverse = Matrix3.adjugate(wide);
    for (int i = 0; i < 9; i++) {
      inverse[i] *= determinant;
    }
    return inverse;
  }

  private int[] fill() {
    double edge = Math.cbrt(crystal.volume() * PER_BOX / n);
    for (int axis = 0; axis < 3; axis++) {
      boxes[axis] = (int) Math.max(1, Math.min(n, Math.floor(heights[axis] / edge)));
    }
    int[] boxOf = new int[n];
    int[] starts = new int[boxes[0] * boxes[1] * boxes[2] + 1];
    for (int site = 0; site < n; site++) {
      int box = 0;
      for (int axis = 0; axis < 3; axis++) {
        box = box * boxes[axis] + (int) (fractional[3 * site + axis] * boxes[axis]);
      }
      boxOf[site] = box;
      starts[box + 1]++;
    }
    for (int box = 1; box < starts.length; box++) {
      starts[box] += starts[box - 1];
    }
    int[] next = starts.clone();
    for (int site = 0; site < n; site++) {
      int at = next[boxOf[site]]++;
      members[at] = site;
      System.arraycopy(cartesian, 3 * site, memberPoints, 3 * at, 3);
    }
    return starts;
  }

  int siteCount() {
    return n;
  }

  Crystal crystal() {
    return crystal;
  }

  /** Mean number of sites in a sphere, by the density of the whole cell. */
  double expected(double radius) {
    return 4 * Math.PI / 3 * radius * radius * radius * n / crystal.volume();
  }

  /**
   * The radius in Å of a sphere that holds about so many sites, by the density of the whole cell;
   * but where that is far below the density of solids, there is vacuum, and atoms stand closer.
   */
  double radiusOf(double expected) {
    double density = Math.max(n / crystal.volume(), SPARSE);
    return Math.cbrt(3 * expected / (4 * Math.PI * density));
  }

  /**
   * Adds all sites and images whose distance d from a site is {@code inner < d <= outer}, in Å; in
   * no order. {@code inner} may be negative, to have sites that overlap.
   *
   * @param images whether the site's own images count; the site itself never does
   */
  void collect(int site, double inner, double outer, boolean images, Candidates out) {
    int[] low = new int[3];
    int[] high = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      double reach = outer / heights[axis] * (1 + 1e-12) + 1e-12;
      double f = fractional[3 * site + axis];
      low[axis] = boxIndex((f - reach) * boxes[axis]);
      high[axis] = boxIndex((f + reach) * boxes[axis]);
    }
    for (int i = low[0]; i <= high[0]; i++) {
      int u = Math.floorDiv(i, boxes[0]);
      int plane = (i - u * boxes[0]) * boxes[1];
      for (int j = low[1]; j <= high[1]; j++) {
        int v = Math.floorDiv(j, boxes[1]);
        int line = (plane + j - v * boxes[1]) * boxes[2];
        for (int k = low[2]; k <= high[2]; k++) {
          int w = Math.floorDiv(k, boxes[2]);
          collectBox(site, line + k - w * boxes[2], u, v, w, inner, outer, images, out);
        }
      }
    }
  }

  private static int boxIndex(double position) {
    double box = Math.floor(position);
    if (Math.abs(box) > 1e8) {
      throw new MatterException(
          "The sphere around a site reaches over more than 1e8 cells.", "Choose a smaller cutoff.");
    }
    return (int) box;
  }

  private void collectBox(
      int site,
      int box,
      int u,
      int v,
      int w,
      double inner,
      double outer,
      boolean images,
      Candidates out) {
    double least = inner < 0 ? -1 : inner * inner;
    double most = outer * outer;
    double tx = u * basis[0] + v * basis[3] + w * basis[6];
    double ty = u * basis[1] + v * basis[4] + w * basis[7];
    double tz = u * basis[2] + v * basis[5] + w * basis[8];
    double x = cartesian[3 * site];
    double y = cartesian[3 * site + 1];
    double z = cartesian[3 * site + 2];
    boolean home = u == 0 && v == 0 && w == 0;
    int without = home || !images ? site : -1;
    for (int m = boxStarts[box]; m < boxStarts[box + 1]; m++) {
      // In this order of sums the way back is the exact negative of the way there.
      double dx = memberPoints[3 * m] - x + tx;
      double dy = memberPoints[3 * m + 1] - y + ty;
      double dz = memberPoints[3 * m + 2] - z + tz;
      double square = dx * dx + dy * dy + dz * dz;
      if (square <= most && square > least && members[m] != without) {
        out.add(members[m], u, v, w, dx, dy, dz, square);
      }
    }
  }

  /** Adds one image of a site, seen from another or from itself. */
  void add(int site, int other, int u, int v, int w, Candidates out) {
    double dx = way(site, other, u, v, w, 0);
    double dy = way(site, other, u, v, w, 1);
    double dz = way(site, other, u, v, w, 2);
    out.add(other, u, v, w, dx, dy, dz, dx * dx + dy * dy + dz * dz);
  }

  private double way(int site, int other, int u, int v, int w, int axis) {
    double t = u * basis[axis] + v * basis[3 + axis] + w * basis[6 + axis];
    return cartesian[3 * other + axis] - cartesian[3 * site + axis] + t;
  }

  /** Component of the place of a site in the reduced cell, in Å. */
  double cartesian(int site, int axis) {
    return cartesian[3 * site + axis];
  }

  /** How many boxes lie along an edge of the reduced cell. */
  int boxes(int axis) {
    return boxes[axis];
  }

  /** The distance between the faces of a box, in Å. */
  double boxHeight(int axis) {
    return heights[axis] / boxes[axis];
  }

  /** The first member of a box, numbered i, j, k along the edges with k fastest. */
  int boxStart(int box) {
    return boxStarts[box];
  }

  /** The site that stands at a place in the order of boxes. */
  int member(int place) {
    return members[place];
  }

  /** The reduced vectors, row by row, in Å: not to be changed. */
  double[] basis() {
    return basis;
  }

  /** Rows whose product with the reduced vector of the same number is 1, else 0, in 1/Å. */
  double[] reciprocal() {
    return reciprocal;
  }

  /** Writes in which cell of the crystal's own vectors a candidate stands, seen from a site. */
  void image(int site, Candidates candidates, int candidate, int[] out, int at) {
    int from = 3 * site;
    int to = 3 * candidates.site(candidate);
    for (int axis = 0; axis < 3; axis++) {
      long cells =
          (long) candidates.cell(candidate, 0) * transformation[axis]
              + (long) candidates.cell(candidate, 1) * transformation[3 + axis]
              + (long) candidates.cell(candidate, 2) * transformation[6 + axis];
      out[at + axis] = (int) (cells - shifts[to + axis] + shifts[from + axis]);
    }
  }

  /**
   * @throws MatterException where a candidate stands nearer to a site than {@link #OVERLAP}
   */
  void refuseOverlap(int site, Candidates candidates, int candidate) {
    double square = candidates.square(candidate);
    if (square < OVERLAP * OVERLAP) {
      int other = candidates.site(candidate);
      throw new MatterException(
          "Site "
              + site
              + " ("
              + crystal.label(site)
              + ") and "
              + (other == site ? "its own image" : "site " + other)
              + " ("
              + crystal.label(other)
              + ") are "
              + Math.sqrt(square)
              + " Å apart.",
          "Remove one of two overlapping atoms, or share one site between them.");
    }
  }
}
