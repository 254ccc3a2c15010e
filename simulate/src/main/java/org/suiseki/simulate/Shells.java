package org.suiseki.simulate;

import java.util.Arrays;

/** The reflections of a sphere by rising 1/d², and cut into shells of equal 1/d². */
final class Shells {
  /** 1/d² this close, as a part, are equal: lattices are written with about eight digits. */
  private static final double SAME = 1e-8;

  /** The numbers of the reflections by rising 1/d². */
  final int[] order;

  /** The shell of each reflection. */
  final int[] shell;

  /** 1/d² of each shell, in 1/Å²; only the first {@link #count} are used. */
  final double[] square;

  final int count;

  Shells(double[] squares) {
    order = sorted(squares);
    shell = new int[order.length];
    square = new double[order.length];
    int shells = 0;
    double opened = Double.NEGATIVE_INFINITY;
    for (int reflection : order) {
      double q = squares[reflection];
      if (shells == 0 || q - opened > SAME * opened) {
        square[shells++] = q;
        opened = q;
      }
      shell[reflection] = shells - 1;
    }
    count = shells;
  }

  private static int[] sorted(double[] squares) {
    int bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, squares.length - 1));
    long mask = (1L << bits) - 1;
    long[] keys = new long[squares.length];
    for (int i = 0; i < keys.length; i++) {
      // A positive double sorts as its bits do; the last few, 22 at most, carry the number instead.
      keys[i] = Double.doubleToRawLongBits(squares[i]) & ~mask | i;
    }
    Arrays.sort(keys);
    int[] order = new int[keys.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (int) (keys[i] & mask);
    }
    return order;
  }
}
