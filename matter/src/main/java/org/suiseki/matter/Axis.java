package org.suiseki.matter;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The points at which something was measured or computed: a name, a unit and at least two finite
 * values, each larger than the one before it. Immutable.
 */
public final class Axis {
  private static final int MAX_POINTS = 50_000_000;

  /**
   * Points count as evenly spaced when none is further than this part of the step from its place.
   */
  private static final double EVEN = 1e-6;

  private final String name;
  private final String unit;
  private final double[] values;
  private final OptionalDouble step;

  /**
   * @param values at least two, finite, strictly increasing; copied
   * @throws MatterException naming the first point that breaks one of these rules
   */
  public Axis(String name, String unit, double[] values) {
    if (name.isBlank() || unit.isBlank()) {
      throw new MatterException(
          "An axis needs a name and a unit, got '" + name + "' and '" + unit + "'.",
          "Name both, for instance 'energy' and 'eV'.");
    }
    this.name = name;
    this.unit = unit;
    this.values = values.clone();
    requireIncreasing();
    this.step = evenStep(this.values);
  }

  /**
   * Evenly spaced points from {@code from} to {@code to}, both included.
   *
   * @throws MatterException where the range is not a whole number of steps, within a millionth of a
   *     step
   */
  public static Axis uniform(String name, String unit, double from, double to, double step) {
    double steps = (to - from) / step;
    if (!(step > 0) || !(to > from) || !(steps < MAX_POINTS)) {
      throw new MatterException(
          String.format("No axis runs from %s to %s %s in steps of %s.", from, to, unit, step),
          "Give a range that rises and a positive step, at most " + MAX_POINTS + " points.");
    }
    long whole = Math.round(steps);
    if (whole < 1 || Math.abs(steps - whole) > EVEN) {
      throw new MatterException(
          String.format(
              "The range %s to %s %s is not a whole number of steps of %s.", from, to, unit, step),
          String.format(
              "End it at %s or at %s.",
              from + Math.floor(steps) * step, from + Math.ceil(steps) * step));
    }
    double[] values = new double[(int) whole + 1];
    for (int i = 0; i < values.length; i++) {
      // Weighting both ends keeps the last point exactly at `to`.
      values[i] = (from * (whole - i) + to * i) / whole;
    }
    return new Axis(name, unit, values);
  }

  public String name() {
    return name;
  }

  public String unit() {
    return unit;
  }

  public int length() {
    return values.length;
  }

  public double at(int index) {
    return values[index];
  }

  public double first() {
    return values[0];
  }

  public double last() {
    return values[values.length - 1];
  }

  /** A copy. */
  public double[] values() {
    return values.clone();
  }

  /** The spacing where all points are evenly spaced (within a millionth of a step), else empty. */
  public OptionalDouble step() {
    return step;
  }

  /** The index of the last point at or below {@code value}; -1 below the first point. */
  public int indexAtOrBelow(double value) {
    int found = Arrays.binarySearch(values, value);
    return found >= 0 ? found : -found - 2;
  }

  /** The same points moved by {@code delta}, in this axis's unit. */
  public Axis shift(double delta) {
    double[] moved = new double[values.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = values[i] + delta;
    }
    return new Axis(name, unit, moved);
  }

  /** The points {@code from} (included) to {@code to} (excluded), by index. */
  Axis range(int from, int to) {
    return new Axis(name, unit, Arrays.copyOfRange(values, from, to));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Axis that
        && name.equals(that.name)
        && unit.equals(that.unit)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * name.hashCode() + unit.hashCode()) + Arrays.hashCode(values);
  }

  /** {@code energy [eV]: 501 points, 280.0 to 305.0}. */
  @Override
  public String toString() {
    return String.format("%s [%s]: %d points, %s to %s", name, unit, length(), first(), last());
  }

  private void requireIncreasing() {
    if (values.length < 2) {
      throw new MatterException(
          String.format(
              "The axis %s [%s] has %d point(s); it needs at least 2.", name, unit, values.length),
          "Give the whole spectrum.");
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new MatterException(
            String.format("Point %d of the axis %s [%s] is %s.", i + 1, name, unit, values[i]),
            "Give a finite number there, or leave the point out.");
      }
      if (i > 0 && values[i] <= values[i - 1]) {
        throw new MatterException(
            String.format(
                "The axis %s [%s] does not rise at point %d: %s comes after %s%s.",
                name,
                unit,
                i + 1,
                values[i],
                values[i - 1],
                values[i] == values[i - 1] ? " (a duplicate)" : ""),
            "Sort the points by " + name + " and keep one point for each value.");
      }
    }
  }

  private static OptionalDouble evenStep(double[] values) {
    int last = values.length - 1;
    double step = (values[last] - values[0]) / last;
    for (int i = 1; i < last; i++) {
      if (Math.abs(values[i] - (values[0] + i * step)) > EVEN * step) {
        return OptionalDouble.empty();
      }
    }
    return OptionalDouble.of(step);
  }
}
