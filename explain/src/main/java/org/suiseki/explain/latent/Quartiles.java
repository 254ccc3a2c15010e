package org.suiseki.explain.latent;

import java.util.Arrays;
import org.suiseki.learn.Quantile;

/** How a number is distributed over the patterns of a set; NaN where none has it. */
public record Quartiles(double mean, double lower, double median, double upper) {

  /** Of those values that are not NaN. */
  static Quartiles of(double[] values) {
    double[] known = Arrays.stream(values).filter(one -> !Double.isNaN(one)).sorted().toArray();
    if (known.length == 0) {
      return new Quartiles(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    double sum = 0;
    for (double one : known) {
      sum += one;
    }
    return new Quartiles(
        sum / known.length,
        Quantile.ofSorted(known, 0.25),
        Quantile.ofSorted(known, 0.5),
        Quantile.ofSorted(known, 0.75));
  }
}
