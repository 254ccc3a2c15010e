package org.suiseki.describe.spectrum;

import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;

/** Patterns with known peaks. */
final class Patterns {

  private Patterns() {}

  static Axis angles(double from, double to, double step) {
    return Axis.uniform("two-theta", "degree", from, to, step);
  }

  static Spectrum of(Axis axis, DoubleUnaryOperator value) {
    double[] values = new double[axis.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.applyAsDouble(axis.at(i));
    }
    return with(axis, values);
  }

  static Spectrum with(Axis axis, double[] values) {
    return new Spectrum(axis, values, "intensity", "counts", Map.of("id", "made"));
  }

  /** A pseudo-Voigt of height 1, its width full at half maximum. */
  static double peak(double x, double centre, double width, double mixing) {
    double u = 2 * (x - centre) / width;
    return mixing / (1 + u * u) + (1 - mixing) * Math.exp(-Math.log(2) * u * u);
  }

  /** Counts drawn with Poisson's distribution, for large means by Gauss's. */
  static Spectrum counted(Spectrum means, Random random) {
    double[] values = means.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = poisson(values[i], random);
    }
    return with(means.axis(), values);
  }

  private static double poisson(double mean, Random random) {
    if (mean > 500) {
      return Math.rint(mean + Math.sqrt(mean) * random.nextGaussian());
    }
    double limit = Math.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }
}
