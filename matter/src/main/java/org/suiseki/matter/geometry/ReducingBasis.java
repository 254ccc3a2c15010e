package org.suiseki.matter.geometry;

import java.util.Arrays;
import org.suiseki.matter.Matrix3;
import org.suiseki.matter.MatterException;

/**
 * Three vectors on the way to a reduced basis, with the whole numbers that make them of the first
 * ones. Every step has determinant 1, so that the hand of the basis stays. Not for several threads.
 */
final class ReducingBasis {
  /** A vector must become shorter by this part; else round-off could go on for ever. */
  private static final double GAIN = 1e-9;

  /** Whole numbers beyond this would no longer be exact enough in doubles. */
  private static final long LARGEST = 1L << 31;

  private final double[] first;
  private final long[] steps = {1, 0, 0, 0, 1, 0, 0, 0, 1};

  /** The vectors now, row by row, in Å. */
  final double[] rows;

  ReducingBasis(double[] rows) {
    this.first = rows;
    this.rows = rows.clone();
  }

  double dot(int i, int j) {
    int p = 3 * i;
    int q = 3 * j;
    return rows[p] * rows[q] + rows[p + 1] * rows[q + 1] + rows[p + 2] * rows[q + 2];
  }

  /** Adds a multiple of one vector to another. */
  void add(int target, int source, long times) {
    for (int k = 0; k < 3; k++) {
      steps[3 * target + k] += times * steps[3 * source + k];
      if (Math.abs(steps[3 * target + k]) > LARGEST) {
        throw new MatterException(
            "The cell " + Arrays.toString(first) + " is too skewed to be reduced.",
            "Describe the lattice with vectors of more equal length.");
      }
    }
    renew(target);
  }

  /** Puts -b in the place of a and -a in that of b, and turns c round. */
  void exchange(int i, int j) {
    for (int k = 0; k < 3; k++) {
      long kept = steps[3 * i + k];
      steps[3 * i + k] = -steps[3 * j + k];
      steps[3 * j + k] = -kept;
    }
    renew(i);
    renew(j);
    turn(3 - i - j);
  }

  /** Turns a vector round. */
  void turn(int i) {
    for (int k = 3 * i; k < 3 * i + 3; k++) {
      steps[k] = -steps[k];
      rows[k] = -rows[k];
    }
  }

  /**
   * Puts multiples of the vectors in their place, and turns all three where that keeps the hand.
   */
  void replace(long[] multiples) {
    long sign = Matrix3.determinant(multiples) * Matrix3.determinant(steps) < 0 ? -1 : 1;
    long[] before = steps.clone();
    for (int i = 0; i < 9; i += 3) {
      for (int k = 0; k < 3; k++) {
        steps[i + k] =
            sign
                * (multiples[i] * before[k]
                    + multiples[i + 1] * before[3 + k]
                    + multiples[i + 2] * before[6 + k]);
      }
      renew(i / 3);
    }
  }

  /** From the first vectors, so that round-off does not grow with the number of steps. */
  private void renew(int i) {
    int at = 3 * i;
    for (int axis = 0; axis < 3; axis++) {
      rows[at + axis] =
          steps[at] * first[axis]
              + steps[at + 1] * first[3 + axis]
              + steps[at + 2] * first[6 + axis];
    }
  }

  /**
   * Shortens each vector by the others until none becomes shorter: what makes long work of skewed
   * cells short, before a reduction that goes step by step.
   */
  void shorten() {
    boolean shorter = true;
    while (shorter) {
      shorter = false;
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          shorter |= i != j && shortenBy(i, j);
        }
      }
    }
  }

  private boolean shortenBy(int i, int j) {
    double ratio = dot(i, j) / dot(j, j);
    if (Math.abs(ratio) <= 0.5 + GAIN) {
      return false;
    }
    if (Math.abs(ratio) > LARGEST) {
      ratio = Math.signum(ratio) * LARGEST;
    }
    add(i, j, -(long) Math.rint(ratio));
    return true;
  }

  /** Which multiples of the first vectors make the vectors now: row i those of vector i. */
  int[] transformation() {
    int[] transformation = new int[9];
    for (int i = 0; i < 9; i++) {
      transformation[i] = Math.toIntExact(steps[i]);
    }
    return transformation;
  }
}
