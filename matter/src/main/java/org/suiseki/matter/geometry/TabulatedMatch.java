package org.suiseki.matter.geometry;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suiseki.matter.Matrix3;

/**
 * Whether operations in a conventional basis are those of a tabulated setting but for the origin,
 * and where its origin then lies (Grosse-Kunstleve, Acta Cryst. A55 (1999) 383, section 7).
 */
final class TabulatedMatch {
  /**
   * How far translations of a match may lie apart, as fractions of the primitive cell. Those of
   * different groups differ by 1/6 or more once the origin is right.
   */
  private static final double APART = 0.04;

  /** Differences so near a whole number are it, so that rounding does not choose the origin. */
  private static final double NOISE = 1e-4;

  private TabulatedMatch() {}

  /**
   * The origin of the setting in the given conventional basis; null where the groups differ.
   *
   * @param rows how to find the origin, from {@link OriginSolutions}
   */
  static double @Nullable [] origin(
      SortedOperations found,
      SortedOperations tabulated,
      List<OriginSolutions.Row> rows,
      Centring centring) {
    if (!Arrays.equals(found.keys, tabulated.keys)) {
      return null;
    }
    double[] differences = differences(found, tabulated, centring);
    for (OriginSolutions.Row row : rows) {
      double[] shift = shift(row, found, differences);
      if (shift != null && settle(shift, found, differences, centring)) {
        return Matrix3.apply(centring.primitive, shift);
      }
    }
    return null;
  }

  /**
   * Tabulated less found translations in the primitive basis, above -1 and not above 0: where the
   * normaliser allows several origins, the whole numbers in these decide, and so spglib chooses
   * them. It takes -0.00000001 for 0.99999999 there; here what is nearly whole is whole.
   */
  private static double[] differences(
      SortedOperations found, SortedOperations tabulated, Centring centring) {
    double[] differences = new double[3 * found.size];
    double[] m = centring.toPrimitive;
    for (int i = 0; i < differences.length; i += 3) {
      for (int k = 0; k < 3; k++) {
        double here = 0;
        double there = 0;
        for (int j = 0; j < 3; j++) {
          here += m[3 * k + j] * found.translations[i + j];
          there += m[3 * k + j] * tabulated.translations[i + j];
        }
        differences[i + k] = -inside(here - there);
      }
    }
    return differences;
  }

  /** From 0, included, to 1: less a whole number. */
  private static double inside(double value) {
    return value - Math.floor(value + NOISE);
  }

  private static double @Nullable [] shift(
      OriginSolutions.Row row, SortedOperations found, double[] differences) {
    int[] generators = row.generators();
    double[] shift = new double[3];
    for (int g = 0; g < generators.length; g++) {
      int at = found.find(generators[g]);
      if (at < 0) {
        return null;
      }
      for (int k = 0; k < 3; k++) {
        for (int j = 0; j < 3; j++) {
          shift[k] +=
              row.solution()[3 * generators.length * k + 3 * g + j] * differences[3 * at + j];
        }
      }
    }
    for (int k = 0; k < 3; k++) {
      shift[k] = inside(shift[k]);
    }
    return shift;
  }

  /**
   * Whether (W - 1) s = d for all operations, but for whole numbers and noise; s then moves to
   * where the noise is smallest. With e = d - (W - 1) s and Π the mean of all W, the projection on
   * what the group leaves, the best move is -(1 - Π) times the mean of e.
   */
  private static boolean settle(
      double[] shift, SortedOperations found, double[] differences, Centring centring) {
    double[] mean = new double[3];
    double[] projection = new double[9];
    double[] left = new double[9];
    for (int i = 0; i < found.size; i++) {
      inPrimitive(found.rotations, 9 * i, centring, left);
      for (int k = 0; k < 3; k++) {
        double moved =
            left[3 * k] * shift[0] + left[3 * k + 1] * shift[1] + left[3 * k + 2] * shift[2];
        double error = differences[3 * i + k] - moved + shift[k];
        error -= Math.rint(error);
        if (Math.abs(error) > APART) {
          return false;
        }
        mean[k] += error / found.size;
      }
      for (int k = 0; k < 9; k++) {
        projection[k] += left[k] / found.size;
      }
    }
    double[] kept = Matrix3.apply(projection, mean);
    for (int k = 0; k < 3; k++) {
      shift[k] -= mean[k] - kept[k];
    }
    return true;
  }

  private static void inPrimitive(int[] rotations, int from, Centring centring, double[] out) {
    double[] m = centring.toPrimitive;
    double[] p = centring.primitive;
    for (int k = 0; k < 3; k++) {
      double a = 0;
      double b = 0;
      double c = 0;
      for (int j = 0; j < 3; j++) {
        a += m[3 * k + j] * rotations[from + 3 * j];
        b += m[3 * k + j] * rotations[from + 3 * j + 1];
        c += m[3 * k + j] * rotations[from + 3 * j + 2];
      }
      for (int j = 0; j < 3; j++) {
        out[3 * k + j] = a * p[j] + b * p[3 + j] + c * p[6 + j];
      }
    }
  }
}
