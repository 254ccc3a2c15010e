package org.suiseki.matter.io;

import java.util.List;
import java.util.Map;
import org.suiseki.matter.Axis;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.Spectrum;

/** Makes a spectrum of what a scan gives: its values and where they were taken. */
final class ScanRange {
  /** The axis of nearly all patterns, as the rest of the program calls it. */
  static final String TWO_THETA = "two-theta";

  static final String DEGREE = "degree";
  static final String COUNTS = "counts";

  private ScanRange() {}

  /** Positions in even steps, point i at {@code first + i step}. */
  static double[] stepped(double first, double step, int points) {
    double[] positions = new double[points];
    for (int i = 0; i < points; i++) {
      positions[i] = first + i * step;
    }
    return positions;
  }

  /** Evenly spaced positions, both ends exact. */
  static double[] between(double first, double last, int points) {
    double[] positions = new double[points];
    int steps = points - 1;
    for (int i = 0; i < points; i++) {
      positions[i] = steps == 0 ? first : (first * (steps - i) + last * i) / steps;
    }
    return positions;
  }

  /**
   * A spectrum in rising order; both arrays are used up.
   *
   * @param warnings told where the scan ran downwards
   * @throws MatterException at {@code place} where the positions do not rise or fall throughout, a
   *     number is not finite, or there are fewer than two points
   */
  static Spectrum spectrum(
      String axis,
      String unit,
      double[] positions,
      double[] values,
      String valueUnit,
      List<String> warnings,
      Place place) {
    if (positions.length > 1 && positions[0] > positions[positions.length - 1]) {
      reverse(positions);
      reverse(values);
      warnings.add("The scan ran downwards; its points are given in rising order.");
    }
    try {
      return new Spectrum(
          new Axis(axis, unit, positions), values, "intensity", valueUnit, Map.of());
    } catch (MatterException e) {
      throw new MatterException(e.what(), place, e.mend(), e);
    }
  }

  /** The name of a circle or stage as instruments write it: {@code 2Theta} is two-theta. */
  static String axisName(String name) {
    String plain = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return switch (plain) {
      case "2theta", "twotheta", "twothetatheta", "twothetaomega", "gonio" -> TWO_THETA;
      default -> name.isBlank() ? "position" : name.strip().toLowerCase(java.util.Locale.ROOT);
    };
  }

  static String unitName(String unit) {
    return switch (unit.strip()) {
      case "deg", "°", "Degree", "degree", "degrees" -> DEGREE;
      case "" -> "1";
      default -> unit.strip();
    };
  }

  private static void reverse(double[] values) {
    for (int i = 0, j = values.length - 1; i < j; i++, j--) {
      double value = values[i];
      values[i] = values[j];
      values[j] = value;
    }
  }
}
