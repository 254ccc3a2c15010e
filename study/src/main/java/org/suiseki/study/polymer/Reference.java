package org.suiseki.study.polymer;

import org.suiseki.learn.Quantile;
import org.suiseki.learn.Table;

/**
 * Polymers that exist, as a measure for those that could: how like them a candidate is, and how
 * usual its parts are. Thread-safe.
 *
 * <p>Likeness is Tanimoto's over the neighbourhoods that occur. How hard a candidate is to make is
 * guessed in the way of Ertl and Schuffenhauer (J. Cheminform. 1, 8, 2009,
 * doi:10.1186/1758-2946-1-8): how rare its neighbourhoods are among polymers that were made, plus a
 * little for fused rings and for size. Deviations: rarity among these polymers instead of a million
 * molecules, no stereocentres, a scale of its own (0 is usual; 1 has parts that one in ten polymers
 * has, on average). It orders; it knows no chemistry, price or yield.
 */
final class Reference {
  private static final double LEAST_LIKE = 0.05;
  private static final int LARGE = 40;

  private final long[][] known;
  private final int[] having;
  private final int numbers;
  private final int fusion;
  private final double like;
  private final double hard;

  /**
   * @param features of the polymers
   * @param heavy atoms of their units that are not hydrogen
   * @param numbers how many columns stand before the neighbourhoods
   * @param easy share of the polymers that shall count as easy enough to make
   */
  Reference(Table features, double[] heavy, int numbers, double easy) {
    this.numbers = numbers;
    this.fusion = features.indexOf("ring fusion atoms for each heavy atom");
    int rows = features.rows();
    known = new long[rows][];
    having = new int[features.width() - numbers];
    for (int row = 0; row < rows; row++) {
      known[row] = bits(features.values(), row * features.width(), features.width());
      for (int place = 0; place < having.length; place++) {
        having[place] += has(known[row], place) ? 1 : 0;
      }
    }
    double[] likes = new double[rows];
    double[] hards = new double[rows];
    for (int row = 0; row < rows; row++) {
      likes[row] = likeness(known[row], row);
      double[] own = features.row(row);
      hards[row] = hardness(known[row], own, 0, heavy[row], 1);
    }
    like = Quantile.of(likes, LEAST_LIKE);
    hard = Quantile.of(hards, easy);
  }

  /** Which neighbourhoods occur in a row of features. */
  long[] bits(double[] features, int offset, int width) {
    long[] bits = new long[(width - numbers + 63) / 64];
    for (int i = numbers; i < width; i++) {
      if (features[offset + i] > 0) {
        bits[(i - numbers) >> 6] |= 1L << (i - numbers);
      }
    }
    return bits;
  }

  private static boolean has(long[] bits, int place) {
    return (bits[place >> 6] & (1L << place)) != 0;
  }

  static double tanimoto(long[] one, long[] other) {
    int both = 0;
    int either = 0;
    for (int i = 0; i < one.length; i++) {
      both += Long.bitCount(one[i] & other[i]);
      either += Long.bitCount(one[i] | other[i]);
    }
    return either == 0 ? 1 : (double) both / either;
  }

  /** Likeness to the known polymer that is most like it. */
  double likeness(long[] bits) {
    return likeness(bits, -1);
  }

  private double likeness(long[] bits, int left) {
    double most = 0;
    for (int row = 0; row < known.length; row++) {
      if (row != left) {
        most = Math.max(most, tanimoto(bits, known[row]));
      }
    }
    return most;
  }

  /** How hard a candidate is to make; 0 and more. */
  double hardness(long[] bits, double[] features, int offset, double heavyAtoms) {
    return hardness(bits, features, offset, heavyAtoms, 0);
  }

  /**
   * @param own 1 for one of the known polymers, which is not to count itself
   */
  private double hardness(long[] bits, double[] features, int offset, double heavyAtoms, int own) {
    double sum = 0;
    int count = 0;
    for (int place = 0; place < having.length; place++) {
      if (has(bits, place)) {
        sum += Math.log10((known.length - own + 1.0) / (having[place] - own + 1.0));
        count++;
      }
    }
    double rare = count == 0 ? 0 : sum / count;
    double fused = Math.log10(1 + features[offset + fusion] * heavyAtoms);
    return rare + 0.25 * fused + Math.max(0, heavyAtoms - LARGE) / LARGE;
  }

  /** The least likeness that counts as inside: 95 % of the known polymers have more. */
  double leastLike() {
    return like;
  }

  /** The most that counts as easy enough. */
  double hardest() {
    return hard;
  }

  int size() {
    return known.length;
  }
}
