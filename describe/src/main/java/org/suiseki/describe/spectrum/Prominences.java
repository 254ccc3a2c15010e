package org.suiseki.describe.spectrum;

/**
 * Maxima inside a row of numbers and their topographic prominences: the height above the higher of
 * the two lowest points that lie between the maximum and, on each side, a higher value or the end.
 * Cost: O(n) for all.
 */
final class Prominences {
  private final double[] y;

  /** The lowest value between a point and the nearest higher one before it, or the start. */
  private final double[] before;

  /** The same after it; of equal heights the first counts as the higher. */
  private final double[] after;

  Prominences(double[] y) {
    this.y = y;
    this.before = new double[y.length];
    this.after = new double[y.length];
    int[] higher = new int[y.length];
    int depth = 0;
    for (int i = 0; i < y.length; i++) {
      double least = y[i];
      while (depth > 0 && y[higher[depth - 1]] < y[i]) {
        least = Math.min(least, before[higher[--depth]]);
      }
      before[i] = least;
      higher[depth++] = i;
    }
    depth = 0;
    for (int i = y.length - 1; i >= 0; i--) {
      double least = y[i];
      while (depth > 0 && y[higher[depth - 1]] <= y[i]) {
        least = Math.min(least, after[higher[--depth]]);
      }
      after[i] = least;
      higher[depth++] = i;
    }
  }

  /** The next maximum from {@code from} on, of a flat one its first point; the length for none. */
  int next(int from) {
    for (int i = Math.max(1, from); i < y.length - 1; i++) {
      if (y[i] > y[i - 1] && y[i] >= y[i + 1] && falls(i)) {
        return i;
      }
    }
    return y.length;
  }

  double of(int maximum) {
    return y[maximum] - Math.max(before[maximum], after[maximum]);
  }

  private boolean falls(int i) {
    int end = i + 1;
    while (end < y.length && y[end] == y[i]) {
      end++;
    }
    return end < y.length && y[end] < y[i];
  }
}
