package org.suiseki.study.elementmap;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What the scores of an arrangement are when the same places are dealt out at random: the dullest
 * of all maps.
 *
 * @param mean of each score, in the order of {@link TableScore#NAMES}
 * @param upper what one in twenty reaches
 * @param p of the arrangement itself: (1 + how many were as good) / (1 + how many there were)
 */
record Chance(double[] mean, double[] upper, double[] p) {

  static Chance of(
      TableScore own,
      double[][] places,
      double step,
      KnownTable table,
      double[][] rows,
      int neighbours,
      int times,
      SplittableRandom random) {
    double[][] drawn = new double[TableScore.NAMES.size()][times];
    double[][] dealt = places.clone();
    for (int time = 0; time < times; time++) {
      for (int i = dealt.length - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        double[] kept = dealt[i];
        dealt[i] = dealt[other];
        dealt[other] = kept;
      }
      double[] values = TableScore.of(dealt, step, table, rows, neighbours).values();
      for (int k = 0; k < values.length; k++) {
        drawn[k][time] = values[k];
      }
    }
    double[] mean = new double[drawn.length];
    double[] upper = new double[drawn.length];
    double[] p = new double[drawn.length];
    for (int k = 0; k < drawn.length; k++) {
      double value = own.values()[k];
      long asGood = Arrays.stream(drawn[k]).filter(v -> v >= value).count();
      Arrays.sort(drawn[k]);
      mean[k] = Arrays.stream(drawn[k]).average().orElse(Double.NaN);
      upper[k] = drawn[k][(int) Math.min(times - 1, Math.ceil(0.95 * times))];
      p[k] = Double.isNaN(value) ? Double.NaN : (1.0 + asGood) / (1.0 + times);
    }
    return new Chance(mean, upper, p);
  }
}
