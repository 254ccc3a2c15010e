package org.suiseki.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.suiseki.describe.DescribeException;
import org.suiseki.describe.spectrum.PeakNoise;
import org.suiseki.matter.Spectrum;
import org.suiseki.matter.io.Measurement;

/**
 * By which deviations peaks are told from noise.
 *
 * @param values one for each point, above 0
 * @param counts whether they are those of counting, which a fit takes from its own model
 * @param source for people
 * @param warning what was assumed; empty mostly
 */
record PeakDeviations(double[] values, boolean counts, String source, Optional<String> warning) {
  /** Of the highest value, where a pattern has no noise at all. */
  private static final double SMOOTH = 1e-3;

  /**
   * @param wish {@code auto}, {@code counts}, {@code estimated} or a number in the values' unit
   * @param raw whether the values are as measured
   * @throws DescribeException where there is none of this kind
   */
  static PeakDeviations of(Measurement measurement, String wish, boolean raw) {
    return switch (wish.toLowerCase(Locale.ROOT)) {
      case "auto" -> auto(measurement, raw);
      case "counts" -> counting(measurement.spectrum());
      case "estimated" -> estimated(measurement.spectrum());
      default -> flat(measurement.spectrum(), number(wish));
    };
  }

  /**
   * @throws DescribeException where {@link #of} would not understand it
   */
  static void check(String wish) {
    if (!wish.matches("(?i)auto|counts|estimated")) {
      number(wish);
    }
  }

  private static double number(String wish) {
    try {
      double value = Double.parseDouble(wish);
      if (value > 0 && value < Double.POSITIVE_INFINITY) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number that is none above 0.
    }
    throw new DescribeException(
        "--noise is " + wish + ".", "Give auto, counts, estimated or a number above 0.");
  }

  private static PeakDeviations auto(Measurement measurement, boolean raw) {
    Spectrum spectrum = measurement.spectrum();
    if (measurement.deviations().length > 0) {
      return ofFile(measurement);
    }
    if (raw && areCounts(spectrum)) {
      return counting(spectrum);
    }
    try {
      return estimated(spectrum);
    } catch (DescribeException e) {
      double highest = Arrays.stream(spectrum.values()).map(Math::abs).max().orElse(0);
      if (!(highest > 0)) {
        throw e;
      }
      PeakDeviations assumed = flat(spectrum, SMOOTH * highest);
      return new PeakDeviations(
          assumed.values(),
          false,
          "a thousandth of the highest value",
          Optional.of(
              "The values do not scatter; a thousandth of the highest was taken for the noise."));
    }
  }

  /** By their unit, or, where the file gives none, because all are whole. */
  private static boolean areCounts(Spectrum spectrum) {
    double[] values = spectrum.values();
    boolean negative = Arrays.stream(values).anyMatch(value -> value < 0);
    boolean whole = Arrays.stream(values).allMatch(value -> value == Math.rint(value));
    String unit = spectrum.unit();
    return !negative && (unit.equals("counts") || whole && unit.equals("a.u."));
  }

  private static PeakDeviations ofFile(Measurement measurement) {
    double[] values = measurement.deviations();
    double least = Arrays.stream(values).filter(value -> value > 0).min().orElse(0);
    if (!(least > 0)) {
      throw new DescribeException(
          "All deviations of the file are 0.",
          measurement.place(),
          "Give --noise counts or --noise estimated.");
    }
    int zeros = 0;
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] > 0)) {
        values[i] = least;
        zeros++;
      }
    }
    return new PeakDeviations(
        values,
        false,
        "deviations of the file",
        zeros == 0
            ? Optional.empty()
            : Optional.of(zeros + " deviations are 0; the least of the others was taken there."));
  }

  private static PeakDeviations counting(Spectrum spectrum) {
    boolean named = spectrum.unit().equals("counts");
    return new PeakDeviations(
        PeakNoise.COUNTING.of(spectrum),
        true,
        "counting statistics",
        named
            ? Optional.empty()
            : Optional.of("The values are taken for counts; --noise says otherwise."));
  }

  private static PeakDeviations estimated(Spectrum spectrum) {
    return new PeakDeviations(
        PeakNoise.ESTIMATED.of(spectrum), false, "estimated from the scatter", Optional.empty());
  }

  private static PeakDeviations flat(Spectrum spectrum, double value) {
    double[] values = new double[spectrum.length()];
    Arrays.fill(values, value);
    return new PeakDeviations(values, false, value + " at every point", Optional.empty());
  }
}
