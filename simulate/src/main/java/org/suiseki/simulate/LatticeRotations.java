package org.suiseki.simulate;

import java.util.ArrayList;
import java.util.List;
import org.suiseki.matter.Matrix3;

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

  /** The vectors with entries −1, 0 and 1. */
  private static final int VECTORS = 27;

  private final double[] gram;

  /** The products of every vector with the basis vectors. */
  private final double[] product = new double[3 * VECTORS];

  /** The vectors as long as each basis vector. */
  private final int[][] candidates = new int[3][VECTORS];

  private final int[] candidateCount = new int[3];

  private LatticeRotations(double[] gram) {
    this.gram = gram;
    for (int vector = 0; vector < VECTORS; vector++) {
      double square = 0;
      for (int j = 0; j < 3; j++) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
          sum += entry(vector, i) * gram[3 * i + j];
        }
        product[3 * vector + j] = sum;
        square += entry(vector, j) * sum;
      }
      for (int i = 0; i < 3; i++) {
        if (Math.abs(square - gram[4 * i]) <= SAME * gram[4 * i]) {
          candidates[i][candidateCount[i]++] = vector;
        }
      }
    }
  }

  /** Row i of each matrix holds the image of basis vector i; at most 24. */
  static List<int[]> of(double[] gram) {
    LatticeRotations search = new LatticeRotations(gram);
    List<int[]> rotations = new ArrayList<>();
    for (int i = 0; i < search.candidateCount[0]; i++) {
      int first = search.candidates[0][i];
      for (int j = 0; j < search.candidateCount[1]; j++) {
        int second = search.candidates[1][j];
        if (search.fits(first, 0, second, 1)) {
          search.complete(first, second, rotations);
        }
      }
    }
    return rotations;
  }

  private void complete(int first, int second, List<int[]> rotations) {
    for (int k = 0; k < candidateCount[2]; k++) {
      int third = candidates[2][k];
      if (fits(first, 0, third, 2) && fits(second, 1, third, 2)) {
        int[] rotation = new int[9];
        for (int axis = 0; axis < 3; axis++) {
          rotation[axis] = entry(first, axis);
          rotation[3 + axis] = entry(second, axis);
          rotation[6 + axis] = entry(third, axis);
        }
        if (Matrix3.determinant(rotation) == 1) {
          rotations.add(rotation);
        }
      }
    }
  }

  /** Whether two vectors stand to each other as basis vectors i and j. */
  private boolean fits(int one, int i, int other, int j) {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      sum += entry(one, axis) * product[3 * other + axis];
    }
    double allowed = SAME * Math.sqrt(gram[4 * i] * gram[4 * j]);
    return Math.abs(sum - gram[3 * i + j]) <= allowed;
  }

  private static int entry(int vector, int axis) {
    return switch (axis) {
      case 0 -> vector / 9 - 1;
      case 1 -> vector / 3 % 3 - 1;
      default -> vector % 3 - 1;
    };
  }
}
