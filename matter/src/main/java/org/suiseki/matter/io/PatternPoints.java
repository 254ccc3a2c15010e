package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.suiseki.matter.Axis;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.Spectrum;

/** The points of one range while they are read, each with its line, and what they amount to. */
final class PatternPoints {
  /** What the axis and the values are. */
  record Meaning(
      Measurement.Kind kind, String axis, String axisUnit, String quantity, String unit) {

    /** Two-theta in degrees. */
    static Meaning angles(String unit) {
      return new Meaning(Measurement.Kind.DIFFRACTION, "two-theta", "degree", "intensity", unit);
    }
  }

  /** Points of a range, and steps back that begin another. */
  private static final int SHORTEST = 20;

  private static final int FAR = 10;

  private final String source;
  private double[] positions = new double[1024];
  private double[] values = new double[1024];
  private double[] deviations = {};
  private int[] lines = new int[1024];
  private int count;

  PatternPoints(String source) {
    this.source = source;
  }

  int count() {
    return count;
  }

  /** Whether a point there would go on in the direction of the others. */
  boolean continuesTo(double position) {
    return count < 2 || (position - positions[count - 1]) * (positions[1] - positions[0]) > 0;
  }

  /**
   * Whether a point there is the first of another range: the positions so far are a range, and it
   * lies so many of their steps back that it cannot be one that stands in the wrong place.
   */
  boolean beginsAgainAt(double position) {
    if (count < SHORTEST || continuesTo(position)) {
      return false;
    }
    double step = Math.abs(positions[count - 1] - positions[0]) / (count - 1);
    return Math.abs(position - positions[count - 1]) > FAR * step;
  }

  /** Whether all positions lie within a turn and none of them may be an energy or the like. */
  boolean canBeAngles() {
    double one = positions[0];
    double other = positions[count - 1];
    return Math.min(one, other) >= -180 && Math.max(one, other) <= 180;
  }

  void add(double position, double value, int line) {
    if (count == positions.length) {
      positions = Arrays.copyOf(positions, 2 * count);
      values = Arrays.copyOf(values, 2 * count);
      lines = Arrays.copyOf(lines, 2 * count);
    }
    positions[count] = position;
    values[count] = value;
    lines[count] = line;
    count++;
  }

  /** Gives the point last added its deviation; all points have one, or none. */
  void deviation(double deviation) {
    if (deviations.length < count) {
      deviations = Arrays.copyOf(deviations, positions.length);
    }
    deviations[count - 1] = deviation;
  }

  /**
   * The range. Falling positions are turned round, with a warning; of negative intensities of a
   * diffraction pattern is warned.
   *
   * @param begin where the range begins
   * @throws MatterException with the line where there are fewer than two points, a number is not
   *     finite, or positions repeat or turn back
   */
  Measurement measurement(
      String id,
      Meaning meaning,
      OptionalDouble wavelength,
      OptionalDouble countingTime,
      Map<String, String> metadata,
      Place begin,
      List<String> warnings) {
    if (count < 2) {
      throw new MatterException(
          count == 0 ? "There is no point in this range." : "There is only one point.",
          count == 0 ? begin : Place.line(source, lines[0]),
          "Give a pattern of at least two points; was the file saved and copied whole?");
    }
    List<String> all = new ArrayList<>(warnings);
    requireOrdered(meaning);
    if (positions[1] < positions[0]) {
      turnRound();
      all.add("The " + meaning.axis() + " falls in the file; the points were turned round.");
    }
    if (meaning.kind() == Measurement.Kind.DIFFRACTION) {
      warnOfNegative(all);
    }
    Axis axis = new Axis(meaning.axis(), meaning.axisUnit(), Arrays.copyOf(positions, count));
    Spectrum spectrum =
        new Spectrum(
            axis, Arrays.copyOf(values, count), meaning.quantity(), meaning.unit(), Map.of());
    return new Measurement(
        id,
        meaning.kind(),
        spectrum,
        Arrays.copyOf(deviations, deviations.length == 0 ? 0 : count),
        wavelength,
        countingTime,
        metadata,
        begin,
        all);
  }

  private void requireOrdered(Meaning meaning) {
    boolean rising = positions[1] > positions[0];
    for (int i = 0; i < count; i++) {
      if (!Double.isFinite(positions[i]) || !Double.isFinite(values[i])) {
        throw new MatterException(
            "The point " + positions[i] + ", " + values[i] + " is not finite.",
            Place.line(source, lines[i]),
            "Give finite numbers, or leave the point out.");
      }
      if (i == 0 || (rising ? positions[i] > positions[i - 1] : positions[i] < positions[i - 1])) {
        continue;
      }
      boolean repeated = positions[i] == positions[i - 1];
      throw new MatterException(
          String.format(
              "The %s %s %s after %s.",
              meaning.axis(),
              positions[i],
              repeated ? "is repeated, standing" : "turns back, coming",
              positions[i - 1]),
          Place.line(source, lines[i]),
          "Sort the points by "
              + meaning.axis()
              + " and keep one for each value; give several ranges in files of their own.");
    }
  }

  private void turnRound() {
    for (int i = 0, j = count - 1; i < j; i++, j--) {
      swap(positions, i, j);
      swap(values, i, j);
      if (deviations.length > 0) {
        swap(deviations, i, j);
      }
    }
  }

  private static void swap(double[] numbers, int one, int other) {
    double kept = numbers[one];
    numbers[one] = numbers[other];
    numbers[other] = kept;
  }

  private void warnOfNegative(List<String> warnings) {
    int negative = 0;
    int first = 0;
    for (int i = 0; i < count; i++) {
      if (values[i] < 0) {
        first = negative == 0 ? i : first;
        negative++;
      }
    }
    if (negative > 0) {
      warnings.add(
          negative
              + " of "
              + count
              + " intensities are negative, such as "
              + values[first]
              + " at "
              + positions[first]
              + " (line "
              + lines[first]
              + ").");
    }
  }
}
