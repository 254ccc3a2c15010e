package org.suiseki.matter.geometry;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suiseki.matter.Matrix3;

/**
 * The operations of a group modulo its lattice translations: one for each rotation, sorted by the
 * rotations, so that two groups with the same rotations lie side by side. Flat arrays; immutable.
 */
final class SortedOperations {
  /** Rotations in a conventional basis have elements from -1 to 1; some in others up to 2. */
  private static final int LARGEST = 2;

  final int size;
  final int[] keys;

  /** Nine numbers for each operation, and three. */
  final int[] rotations;

  final double[] translations;

  private SortedOperations(int[] keys, int[] rotations, double[] translations) {
    this.size = keys.length;
    this.keys = keys;
    this.rotations = rotations;
    this.translations = translations;
  }

  /**
   * Of each rotation the first operation that has it, as it stands; null where an element is too
   * large.
   */
  static @Nullable SortedOperations of(List<SymmetryOperation> operations) {
    SortedOperations unsorted = raw(operations);
    return sorted(unsorted.rotations, unsorted.translations);
  }

  /**
   * The same in another basis.
   *
   * @param basis P row by row, its columns the new vectors
   */
  static @Nullable SortedOperations of(List<SymmetryOperation> operations, double[] basis) {
    return raw(operations).changed(basis);
  }

  private static SortedOperations raw(List<SymmetryOperation> operations) {
    int n = operations.size();
    int[] rotations = new int[9 * n];
    double[] translations = new double[3 * n];
    for (int i = 0; i < n; i++) {
      SymmetryOperation operation = operations.get(i);
      for (int k = 0; k < 9; k++) {
        rotations[9 * i + k] = operation.rotation(k / 3, k % 3);
      }
      for (int k = 0; k < 3; k++) {
        translations[3 * i + k] = inside(operation.translation(k));
      }
    }
    return new SortedOperations(new int[n], rotations, translations);
  }

  private static @Nullable SortedOperations sorted(int[] rotations, double[] translations) {
    int n = translations.length / 3;
    long[] order = new long[n];
    for (int i = 0; i < n; i++) {
      int key = key(rotations, 9 * i);
      if (key < 0) {
        return null;
      }
      order[i] = ((long) key << 32) + i;
    }
    Arrays.sort(order);
    int[] keys = new int[n];
    int[] sortedRotations = new int[9 * n];
    double[] sortedTranslations = new double[3 * n];
    int size = 0;
    for (int i = 0; i < n; i++) {
      int key = (int) (order[i] >>> 32);
      if (size == 0 || keys[size - 1] != key) {
        int from = (int) order[i];
        keys[size] = key;
        System.arraycopy(rotations, 9 * from, sortedRotations, 9 * size, 9);
        System.arraycopy(translations, 3 * from, sortedTranslations, 3 * size, 3);
        size++;
      }
    }
    return new SortedOperations(
        Arrays.copyOf(keys, size),
        Arrays.copyOf(sortedRotations, 9 * size),
        Arrays.copyOf(sortedTranslations, 3 * size));
  }

  /** A number for each matrix of small elements, -1 for others. */
  static int key(int[] matrix, int from) {
    int key = 0;
    for (int k = from; k < from + 9; k++) {
      if (matrix[k] > LARGEST || matrix[k] < -LARGEST) {
        return -1;
      }
      key = 5 * key + matrix[k] + LARGEST;
    }
    return key;
  }

  /** Where the rotation with this key stands, or a negative number. */
  int find(int key) {
    return Arrays.binarySearch(keys, key);
  }

  /**
   * W' = P⁻¹ W P, w' = P⁻¹ w, from 0 to below 1; null where a rotation does not become whole and
   * small.
   *
   * @param basis P row by row
   */
  @Nullable SortedOperations changed(double[] basis) {
    double[] back = Matrix3.inverse(basis);
    int[] turned = new int[9 * size];
    double[] moved = new double[3 * size];
    double[] half = new double[9];
    for (int i = 0; i < size; i++) {
      halfway(back, i, half);
      for (int row = 0; row < 3; row++) {
        for (int column = 0; column < 3; column++) {
          double element =
              half[3 * row] * basis[column]
                  + half[3 * row + 1] * basis[3 + column]
                  + half[3 * row + 2] * basis[6 + column];
          int whole = (int) Math.rint(element);
          // Elements off by more than this are no rounding of doubles.
          if (Math.abs(element - whole) > 1e-6) {
            return null;
          }
          turned[9 * i + 3 * row + column] = whole;
        }
        moved[3 * i + row] =
            inside(
                back[3 * row] * translations[3 * i]
                    + back[3 * row + 1] * translations[3 * i + 1]
                    + back[3 * row + 2] * translations[3 * i + 2]);
      }
    }
    return sorted(turned, moved);
  }

  private void halfway(double[] back, int operation, double[] half) {
    int at = 9 * operation;
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        half[3 * row + column] =
            back[3 * row] * rotations[at + column]
                + back[3 * row + 1] * rotations[at + 3 + column]
                + back[3 * row + 2] * rotations[at + 6 + column];
      }
    }
  }

  /** Modulo 1, and what is 1 but for rounding is 0. */
  private static double inside(double value) {
    double part = value - Math.floor(value);
    return part > 1 - 1e-9 ? 0 : part;
  }
}
