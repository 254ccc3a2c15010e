package org.suiseki.matter.geometry;

import java.util.Arrays;

/**
 * The rotations that map a lattice onto itself within a tolerance, each with how far it misses.
 * Images of reduced vectors have coefficients -1, 0 and 1, so that 26 vectors are looked at.
 *
 * <p>How far a rotation misses is measured as spglib does (Togo, Shinohara and Tanaka, Sci.
 * Technol. Adv. Mater. Methods 4, 2384822 (2024), 10.1080/27660400.2024.2384822; arXiv 1808.01590):
 * by the change of each length, and of each angle as the sine of the change times the geometric
 * mean of the two lengths.
 */
final class LatticeSymmetries {
  private static final int SHELL = 26;

  private final double[] metric;
  private final double tolerance;
  private final int[] vectors = new int[3 * SHELL];
  private final double[] lengths = new double[SHELL];
  private final double[] lengthsOfBasis = new double[3];

  /** cos and sin of α, β, γ. */
  private final double[] cosines = new double[3];

  private final double[] sines = new double[3];

  private int[] rotations = new int[9 * 48];
  private double[] deviations = new double[48];
  private int count;

  private LatticeSymmetries(double[] rows, double tolerance) {
    this.metric = SiteSet.metric(rows);
    this.tolerance = tolerance;
  }

  /**
   * @param rows of a reduced basis
   * @param tolerance in Å
   */
  static LatticeSymmetries of(double[] rows, double tolerance) {
    LatticeSymmetries symmetries = new LatticeSymmetries(rows, tolerance);
    symmetries.measure();
    symmetries.search();
    return symmetries;
  }

  int count() {
    return count;
  }

  /** W of all rotations, for columns of coordinates, nine numbers each. */
  int[] rotations() {
    return rotations;
  }

  /** In Å. */
  double deviation(int index) {
    return deviations[index];
  }

  private void measure() {
    int next = 0;
    for (int i = -1; i <= 1; i++) {
      for (int j = -1; j <= 1; j++) {
        for (int k = -1; k <= 1; k++) {
          if (i != 0 || j != 0 || k != 0) {
            vectors[3 * next] = i;
            vectors[3 * next + 1] = j;
            vectors[3 * next + 2] = k;
            lengths[next] = Math.sqrt(product(next, next));
            next++;
          }
        }
      }
    }
    for (int i = 0; i < 3; i++) {
      lengthsOfBasis[i] = Math.sqrt(metric[i]);
    }
    for (int i = 0; i < 3; i++) {
      cosines[i] = metric[3 + i] / (lengthsOfBasis[(i + 1) % 3] * lengthsOfBasis[(i + 2) % 3]);
      sines[i] = sine(cosines[i]);
    }
  }

  private static double sine(double cosine) {
    return Math.sqrt(Math.max(0, (1 - cosine) * (1 + cosine)));
  }

  private double product(int p, int q) {
    int i = 3 * p;
    int j = 3 * q;
    int[] v = vectors;
    return v[i] * (metric[0] * v[j] + metric[5] * v[j + 1] + metric[4] * v[j + 2])
        + v[i + 1] * (metric[5] * v[j] + metric[1] * v[j + 1] + metric[3] * v[j + 2])
        + v[i + 2] * (metric[4] * v[j] + metric[3] * v[j + 1] + metric[2] * v[j + 2]);
  }

  private void search() {
    for (int a = 0; a < SHELL; a++) {
      double first = lengthChange(0, a);
      if (!(first <= tolerance)) {
        continue;
      }
      for (int b = 0; b < SHELL; b++) {
        double second = Math.max(first, Math.max(lengthChange(1, b), angleChange(2, 0, a, 1, b)));
        if (!(second <= tolerance)) {
          continue;
        }
        for (int c = 0; c < SHELL; c++) {
          double third = Math.max(second, Math.max(lengthChange(2, c), angleChange(1, 0, a, 2, c)));
          if (third <= tolerance) {
            third = Math.max(third, angleChange(0, 1, b, 2, c));
            if (third <= tolerance && Math.abs(determinant(a, b, c)) == 1) {
              keep(a, b, c, third);
            }
          }
        }
      }
    }
  }

  private double lengthChange(int vector, int image) {
    return Math.abs(lengths[image] - lengthsOfBasis[vector]);
  }

  private double angleChange(int angle, int i, int imageOfI, int j, int imageOfJ) {
    double cosine = product(imageOfI, imageOfJ) / (lengths[imageOfI] * lengths[imageOfJ]);
    double change = Math.abs(sines[angle] * cosine - cosines[angle] * sine(cosine));
    double edges =
        (lengthsOfBasis[i] + lengths[imageOfI]) * (lengthsOfBasis[j] + lengths[imageOfJ]);
    return change * Math.sqrt(edges / 4);
  }

  private int determinant(int a, int b, int c) {
    int[] v = vectors;
    int p = 3 * a;
    int q = 3 * b;
    int r = 3 * c;
    return v[p] * (v[q + 1] * v[r + 2] - v[q + 2] * v[r + 1])
        - v[p + 1] * (v[q] * v[r + 2] - v[q + 2] * v[r])
        + v[p + 2] * (v[q] * v[r + 1] - v[q + 1] * v[r]);
  }

  /** Vector i goes to a sum of vectors with the coefficients of row i: W has them as columns. */
  private void keep(int a, int b, int c, double deviation) {
    if (count == deviations.length) {
      rotations = Arrays.copyOf(rotations, 2 * rotations.length);
      deviations = Arrays.copyOf(deviations, 2 * deviations.length);
    }
    int at = 9 * count;
    for (int row = 0; row < 3; row++) {
      rotations[at + 3 * row] = vectors[3 * a + row];
      rotations[at + 3 * row + 1] = vectors[3 * b + row];
      rotations[at + 3 * row + 2] = vectors[3 * c + row];
    }
    deviations[count++] = deviation;
  }
}
