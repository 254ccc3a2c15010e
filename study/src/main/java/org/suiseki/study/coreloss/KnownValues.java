package org.suiseki.study.coreloss;

import java.util.Arrays;

/** What is known of a property, where a value that is not known is NaN. */
final class KnownValues {

  private KnownValues() {}

  /** The population variance; 0 where nothing is known. */
  static double variance(double[] values) {
    double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    double mean = Arrays.stream(known).average().orElse(0);
    return Arrays.stream(known).map(v -> (v - mean) * (v - mean)).average().orElse(0);
  }
}
