package org.suiseki.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rotations that carry a reciprocal lattice into itself, as whole-number matrices that act on
 * indices in its reduced basis; one of each pair of a rotation and its opposite.
 *
 * <p>In a reduced basis their entries are −1, 0 and 1 (Lebedev, Vagin and Murshudov, Acta Cryst. D
 * 62, 83 (2006), 10.1107/S0907444905036759), so trying them all is enough.
 */
final class LatticeRotations {
  /** Lengths and angles this close, as a part, are the same. */
  private static final double SAME = 1e-4;

  private final double[] gram;
  private final List<int[]> rotations = new ArrayList<>();

  private LatticeRotations(double[] gram) {
    this.gram = gram;
  }

  /** Row i of each matrix holds the image of basis vector i; at most 24. */
  static List<int[]> of(double[] gram) {
    LatticeRotations search = new LatticeRotations(gram);
    search.extend(new int[9], 0);
    return search.rotations;
  }

  /**
   * Where a rotation carries indices: component {@code axis} of the image of first, second, third.
   */
  static int image(int[] rotation, int axis, int first, int second, int third) {
    return first * rotation[axis] + second * rotation[3 + axis] + third * rotation[6 + axis];
  }

  private void extend(int[] images, int found) {
    if (found == 3) {
      if (determinant(images) == 1) {
        rotations.add(images.clone());
      }
      return;
    }
    for (int code = 0; code < 27; code++) {
      images[3 * found] = code / 9 - 1;
      images[3 * found + 1] = code / 3 % 3 - 1;
      images[3 * found + 2] = code % 3 - 1;
      if (fits(images, found)) {
        extend(images, found + 1);
      }
    }
    Arrays.fill(images, 3 * found, 3 * found + 3, 0);
  }

  /** Whether the last image has its length and its angles to those before. */
  private boolean fits(int[] images, int last) {
    for (int j = last; j >= 0; j--) {
      double product = 0;
      for (int a = 0; a < 3; a++) {
        for (int b = 0; b < 3; b++) {
          product += images[3 * last + a] * images[3 * j + b] * gram[3 * a + b];
        }
      }
      double allowed = SAME * Math.sqrt(gram[4 * last] * gram[4 * j]);
      if (Math.abs(product - gram[3 * last + j]) > allowed) {
        return false;
      }
    }
    return true;
  }

  private static int determinant(int[] m) {
    return m[0] * (m[4] * m[8] - m[5] * m[7])
        - m[1] * (m[3] * m[8] - m[5] * m[6])
        + m[2] * (m[3] * m[7] - m[4] * m[6]);
  }
}
