package org.suiseki.explain.phases;

import java.util.Arrays;
import org.suiseki.describe.spectrum.PeakNoise;
import org.suiseki.explain.ExplainException;
import org.suiseki.matter.Spectrum;
import org.suiseki.matter.SuisekiException;

/** How far values scatter where the file does not say. */
final class PatternNoise {
  private static final double PATTERN_WITHOUT_NOISE = 1e-3;

  private PatternNoise() {}

  /**
   * The root of counts where values are whole and none is negative; otherwise estimated from second
   * differences; of a pattern without noise a thousandth of its height.
   */
  static double[] deviations(Spectrum spectrum) {
    double[] values = spectrum.values();
    double most = Double.NEGATIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    boolean counts = true;
    for (double value : values) {
      most = Math.max(most, value);
      least = Math.min(least, value);
      counts &= value >= 0 && Math.rint(value) == value;
    }
    if (!(most > least)) {
      throw new ExplainException(
          "All values of the pattern are " + most + ".", "Give a pattern with peaks.");
    }
    if (counts && most >= 20) {
      return PeakNoise.COUNTING.of(spectrum);
    }
    double floor = PATTERN_WITHOUT_NOISE * (most - least);
    try {
      values = PeakNoise.ESTIMATED.of(spectrum);
    } catch (SuisekiException e) {
      // A pattern that is smooth over a block of points has no noise to be told.
      Arrays.fill(values, floor);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(values[i], floor);
    }
    return values;
  }

  /** With 0 and what is no number replaced by the least above 0. */
  static double[] positive(double[] deviations) {
    double least = Double.POSITIVE_INFINITY;
    for (double one : deviations) {
      least = one > 0 ? Math.min(least, one) : least;
    }
    double[] positive = deviations.clone();
    for (int i = 0; i < positive.length; i++) {
      positive[i] = positive[i] > 0 && Double.isFinite(positive[i]) ? positive[i] : least;
    }
    if (!Double.isFinite(least)) {
      throw new ExplainException(
          "No deviation of the pattern is above 0.", "Give deviations above 0, or none.");
    }
    return positive;
  }
}
