package org.suiseki.simulate;

import java.util.Locale;
import org.suiseki.matter.Lattice;

/**
 * The reflections of a lattice up to a length 1/d, one of each Friedel pair, in rows: in a row the
 * first two indices are fixed and the third rises by one.
 *
 * <p>The indices belong to a reduced basis of the reciprocal lattice (Semaev, CaLC 2001,
 * 10.1007/3-540-44670-2_13: shortest pairs, and no shorter sum with the third), longest vector
 * first, so that the box around the sphere is small and rows are long however skewed the cell.
 * Lattices with too many reflections are refused before anything is stored.
 */
final class ReciprocalSphere {
  /** A vector must become shorter by this part; else round-off could go on for ever. */
  private static final double GAIN = 1e-10;

  private static final double BOX = 4;

  private static final int MOST_ROUNDS = 1000;

  /** A reflection beyond the end of the range by this part counts as in it. */
  private static final double EDGE = 1e-12;

  /** Row i: the coefficients of reduced vector i in a*, b*, c*. */
  final int[] basis;

  /** The scalar products of the reduced vectors, in 1/Å². */
  final double[] gram;

  /** a*, b*, c* in 1/Å. */
  private final double[] reciprocal;

  /** The greatest index along each reduced vector. */
  final int[] reach = new int[3];

  final int rows;
  final int[] rowFirst;
  final int[] rowSecond;

  /** The least third index. */
  final int[] rowThird;

  /** Where each row begins among the reflections, and at the end their number. */
  final int[] rowStart;

  /** 1/d² in 1/Å². */
  final double[] square;

  ReciprocalSphere(Lattice lattice, double longest) {
    this.basis = new int[] {1, 0, 0, 0, 1, 0, 0, 0, 1};
    this.reciprocal = lattice.reciprocalRows();
    this.gram = gram(reciprocal);
    reduce();
    System.arraycopy(gram(reduced()), 0, gram, 0, 9);
    double bound = longest * longest * (1 + EDGE);
    double determinant = minor(0, 0) * gram[0] + minor(0, 1) * gram[1] + minor(0, 2) * gram[2];
    for (int i = 0; i < 3; i++) {
      reach[i] = (int) Math.floor(Math.sqrt(bound * minor(i, i) / determinant) + 1e-9);
    }
    requireBounded(lattice);
    int most = (reach[0] + 1) * (2 * reach[1] + 1);
    rowFirst = new int[most];
    rowSecond = new int[most];
    rowThird = new int[most];
    rowStart = new int[most + 1];
    rows = findRows(bound);
    square = squares();
  }

  int count() {
    return rowStart[rows];
  }

  /** h, k, l of every reflection in the crystal's own basis, one after another. */
  int[] indices() {
    int[] indices = new int[3 * count()];
    for (int row = 0; row < rows; row++) {
      int third = rowThird[row];
      for (int i = rowStart[row]; i < rowStart[row + 1]; i++, third++) {
        for (int axis = 0; axis < 3; axis++) {
          indices[3 * i + axis] =
              rowFirst[row] * basis[axis]
                  + rowSecond[row] * basis[3 + axis]
                  + third * basis[6 + axis];
        }
      }
    }
    return indices;
  }

  private int findRows(double bound) {
    int row = 0;
    for (int first = 0; first <= reach[0]; first++) {
      for (int second = first == 0 ? 0 : -reach[1]; second <= reach[1]; second++) {
        double plane =
            first * (first * gram[0] + 2 * second * gram[1]) + (double) second * second * gram[4];
        double centre = -(first * gram[2] + second * gram[5]) / gram[8];
        double half = centre * centre - (plane - bound) / gram[8];
        if (half < 0) {
          continue;
        }
        half = Math.sqrt(half);
        int low = (int) Math.ceil(centre - half);
        int high = (int) Math.floor(centre + half);
        if (first == 0 && second == 0) {
          low = 1;
        }
        if (low <= high) {
          rowFirst[row] = first;
          rowSecond[row] = second;
          rowThird[row] = low;
          rowStart[row + 1] = rowStart[row] + high - low + 1;
          row++;
        }
      }
    }
    return row;
  }

  private double[] squares() {
    double[] squares = new double[count()];
    for (int row = 0; row < rows; row++) {
      double first = rowFirst[row];
      double second = rowSecond[row];
      double plane =
          first * first * gram[0] + second * second * gram[4] + 2 * first * second * gram[1];
      double slope = 2 * (first * gram[2] + second * gram[5]);
      int third = rowThird[row];
      for (int i = rowStart[row]; i < rowStart[row + 1]; i++, third++) {
        squares[i] = plane + third * (slope + third * gram[8]);
      }
    }
    return squares;
  }

  /** By the box around the sphere, which holds at most some four times as many. */
  private void requireBounded(Lattice lattice) {
    double box = (reach[0] + 1.0) * (2.0 * reach[1] + 1) * (2.0 * reach[2] + 1);
    if (box > BOX * PowderDiffraction.MOST_REFLECTIONS) {
      throw new SimulateException(
          String.format(
              Locale.ROOT,
              "A cell of %.3g Å³ (%s) has too many reflections in the range, some %.1g.",
              lattice.volume(),
              lattice,
              box),
          "Take the primitive cell, a longer wavelength or a shorter range.");
    }
  }

  private void reduce() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      boolean changed = false;
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          if (i != j && gram[4 * i] >= gram[4 * j]) {
            changed |= shorten(i, j, (int) -Math.rint(gram[3 * i + j] / gram[4 * j]), j, 0);
          }
        }
      }
      sort();
      for (int signs = 0; signs < 4 && !changed; signs++) {
        changed = shorten(0, 1, 1 - 2 * (signs & 1), 2, 1 - (signs & 2));
      }
      if (!changed) {
        return;
      }
    }
  }

  /** Adds multiples of vectors j and k to vector i where that makes it shorter. */
  private boolean shorten(int i, int j, int times, int k, int otherTimes) {
    if (times == 0 && otherTimes == 0) {
      return false;
    }
    double[] g = gram;
    double length =
        g[4 * i]
            + times * (times * g[4 * j] + 2 * g[3 * i + j])
            + otherTimes * (otherTimes * g[4 * k] + 2 * g[3 * i + k] + 2 * times * g[3 * j + k]);
    if (!(length < g[4 * i] * (1 - GAIN))) {
      return false;
    }
    add(i, j, times);
    add(i, k, otherTimes);
    return true;
  }

  private void add(int i, int j, int times) {
    for (int axis = 0; axis < 3; axis++) {
      basis[3 * i + axis] += times * basis[3 * j + axis];
    }
    for (int other = 0; other < 3; other++) {
      gram[3 * i + other] += times * gram[3 * j + other];
    }
    for (int other = 0; other < 3; other++) {
      gram[3 * other + i] += times * gram[3 * other + j];
    }
  }

  /** Longest first. */
  private void sort() {
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2 - i; j++) {
        if (gram[4 * j] < gram[4 * (j + 1)]) {
          swap(j, j + 1);
        }
      }
    }
  }

  private void swap(int i, int j) {
    for (int axis = 0; axis < 3; axis++) {
      int index = basis[3 * i + axis];
      basis[3 * i + axis] = basis[3 * j + axis];
      basis[3 * j + axis] = index;
    }
    for (int axis = 0; axis < 3; axis++) {
      double product = gram[3 * i + axis];
      gram[3 * i + axis] = gram[3 * j + axis];
      gram[3 * j + axis] = product;
    }
    for (int axis = 0; axis < 3; axis++) {
      double product = gram[3 * axis + i];
      gram[3 * axis + i] = gram[3 * axis + j];
      gram[3 * axis + j] = product;
    }
  }

  /** From the vectors again, because sums of products have lost digits on the way. */
  private double[] reduced() {
    double[] vectors = new double[9];
    for (int i = 0; i < 9; i++) {
      int row = i - i % 3;
      for (int j = 0; j < 3; j++) {
        vectors[i] += basis[row + j] * reciprocal[3 * j + i % 3];
      }
    }
    return vectors;
  }

  private static double[] gram(double[] vectors) {
    double[] products = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        products[3 * i + j] =
            vectors[3 * i] * vectors[3 * j]
                + vectors[3 * i + 1] * vectors[3 * j + 1]
                + vectors[3 * i + 2] * vectors[3 * j + 2];
      }
    }
    return products;
  }

  private double minor(int i, int j) {
    int a = (i + 1) % 3;
    int b = (i + 2) % 3;
    int c = (j + 1) % 3;
    int d = (j + 2) % 3;
    return gram[3 * a + c] * gram[3 * b + d] - gram[3 * a + d] * gram[3 * b + c];
  }
}
