package org.suiseki.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which reflections the symmetry of the intensities makes equivalent. The rotations of the lattice
 * are tried one by one, and those kept that carry every reflection to one of the same |F|². Cost:
 * at most 48 steps for each reflection.
 */
final class DiffractionSymmetry {
  /** |F|² that differ by this part are the same; coordinates have few digits. */
  private static final double SAME = 1e-3;

  /** As a part of F(000)²: below, |F|² is rounding. */
  private static final double NOTHING = 1e-7;

  private final ReciprocalSphere sphere;
  private final double[] squares;
  private final double nothing;

  /** The row of the first two indices, -1 where the sphere has none. */
  private final int[] rowAt;

  DiffractionSymmetry(ReciprocalSphere sphere, double[] squares, double largest) {
    this.sphere = sphere;
    this.squares = squares;
    this.nothing = NOTHING * largest;
    this.rowAt = new int[(sphere.reach[0] + 1) * (2 * sphere.reach[1] + 1)];
    Arrays.fill(rowAt, -1);
    for (int row = 0; row < sphere.rows; row++) {
      rowAt[rowIndex(sphere.rowFirst[row], sphere.rowSecond[row])] = row;
    }
  }

  /** A number for each reflection, the same for those that are equivalent. */
  int[] orbits() {
    List<int[]> kept = new ArrayList<>();
    for (int[] rotation : LatticeRotations.of(sphere.gram)) {
      if (!identity(rotation) && keeps(rotation)) {
        kept.add(rotation);
      }
    }
    int[] orbit = new int[squares.length];
    Arrays.fill(orbit, -1);
    for (int row = 0; row < sphere.rows; row++) {
      for (int i = sphere.rowStart[row]; i < sphere.rowStart[row + 1]; i++) {
        if (orbit[i] < 0) {
          orbit[i] = i;
          for (int[] rotation : kept) {
            int image = image(rotation, row, i);
            if (image >= 0) {
              orbit[image] = i;
            }
          }
        }
      }
    }
    return orbit;
  }

  private boolean keeps(int[] rotation) {
    for (int row = 0; row < sphere.rows; row++) {
      for (int i = sphere.rowStart[row]; i < sphere.rowStart[row + 1]; i++) {
        int image = image(rotation, row, i);
        if (image >= 0) {
          double one = squares[i];
          double other = squares[image];
          if (Math.abs(one - other) > SAME * (one + other) + nothing) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** The reflection that the rotation of another one is, -1 beyond the sphere. */
  private int image(int[] rotation, int row, int reflection) {
    int x = sphere.rowFirst[row];
    int y = sphere.rowSecond[row];
    int z = sphere.rowThird[row] + reflection - sphere.rowStart[row];
    int first = LatticeRotations.image(rotation, 0, x, y, z);
    int second = LatticeRotations.image(rotation, 1, x, y, z);
    int third = LatticeRotations.image(rotation, 2, x, y, z);
    if (first < 0 || (first == 0 && (second < 0 || (second == 0 && third < 0)))) {
      first = -first;
      second = -second;
      third = -third;
    }
    if (first > sphere.reach[0] || Math.abs(second) > sphere.reach[1]) {
      return -1;
    }
    int target = rowAt[rowIndex(first, second)];
    if (target < 0) {
      return -1;
    }
    int index = sphere.rowStart[target] + third - sphere.rowThird[target];
    return index >= sphere.rowStart[target] && index < sphere.rowStart[target + 1] ? index : -1;
  }

  private int rowIndex(int first, int second) {
    return first * (2 * sphere.reach[1] + 1) + second + sphere.reach[1];
  }

  private static boolean identity(int[] m) {
    return m[0] == 1 && m[4] == 1 && m[8] == 1;
  }
}
