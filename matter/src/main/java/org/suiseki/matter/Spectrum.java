package org.suiseki.matter;

import java.util.Arrays;
import java.util.Map;

/**
 * A quantity along an axis: one finite value for each point. Immutable; every operation returns a
 * new spectrum. Between its points a spectrum is taken to be linear.
 */
public final class Spectrum {
  private final Axis axis;
  private final double[] values;
  private final String quantity;
  private final String unit;
  private final Map<String, String> metadata;

  /**
   * @param values one finite number for each point of the axis; copied
   * @param quantity what the values are, for instance {@code absorption}
   * @param unit {@code "1"} for pure numbers
   * @throws MatterException where the lengths differ or a value is not finite, naming the point
   */
  public Spectrum(
      Axis axis, double[] values, String quantity, String unit, Map<String, String> metadata) {
    this.axis = axis;
    this.values = values.clone();
    this.quantity = quantity;
    this.unit = unit;
    this.metadata = Map.copyOf(metadata);
    requireFinite();
  }

  public Axis axis() {
    return axis;
  }

  public int length() {
    return values.length;
  }

  public double value(int index) {
    return values[index];
  }

  /** A copy. */
  public double[] values() {
    return values.clone();
  }

  /** Copies the values into {@code out} from {@code offset} on. */
  public void copyInto(double[] out, int offset) {
    System.arraycopy(values, 0, out, offset, values.length);
  }

  public String quantity() {
    return quantity;
  }

  public String unit() {
    return unit;
  }

  public Map<String, String> metadata() {
    return metadata;
  }

  /** The linear interpolant at {@code x}; outside the measured range an error. */
  public double valueAt(double x) {
    return valueAt(x, OutsideRange.REFUSE);
  }

  /** The linear interpolant at {@code x}, in the axis's unit. */
  public double valueAt(double x, OutsideRange outside) {
    if (x < axis.first() || x > axis.last()) {
      return switch (outside) {
        case REFUSE -> throw outOfRange(x, x);
        case ZERO -> 0.0;
        case HOLD -> x < axis.first() ? values[0] : values[values.length - 1];
      };
    }
    int left = Math.min(axis.indexAtOrBelow(x), values.length - 2);
    double x0 = axis.at(left);
    double t = (x - x0) / (axis.at(left + 1) - x0);
    return values[left] * (1 - t) + values[left + 1] * t;
  }

  /** {@link #resample(Axis, OutsideRange)} that refuses to go outside the measured range. */
  public Spectrum resample(Axis target) {
    return resample(target, OutsideRange.REFUSE);
  }

  /**
   * The linear interpolant at the points of another axis of the same unit. Exact for spectra that
   * are linear between points; no averaging, so a coarser axis can miss narrow peaks: broaden
   * first. Cost: O(n + m).
   */
  public Spectrum resample(Axis target, OutsideRange outside) {
    requireUnit(target);
    if (target.equals(axis)) {
      return this;
    }
    if (outside == OutsideRange.REFUSE
        && (target.first() < axis.first() || target.last() > axis.last())) {
      throw outOfRange(target.first(), target.last());
    }
    double[] resampled = new double[target.length()];
    int left = 0;
    for (int i = 0; i < resampled.length; i++) {
      double x = target.at(i);
      if (x < axis.first() || x > axis.last()) {
        resampled[i] = valueAt(x, outside);
        continue;
      }
      // Both axes rise, so that the points before x need not be searched for again.
      while (left < values.length - 2 && axis.at(left + 1) <= x) {
        left++;
      }
      double x0 = axis.at(left);
      double t = (x - x0) / (axis.at(left + 1) - x0);
      resampled[i] = values[left] * (1 - t) + values[left + 1] * t;
    }
    return new Spectrum(target, resampled, quantity, unit, metadata);
  }

  /** The points from {@code from} to {@code to}, both included; at least two must be left. */
  public Spectrum crop(double from, double to) {
    int end = axis.indexAtOrBelow(to) + 1;
    int begin = axis.indexAtOrBelow(from);
    if (begin < 0 || axis.at(begin) < from) {
      begin++;
    }
    if (end - begin < 2) {
      throw new MatterException(
          String.format(
              "Fewer than two points of the spectrum (%s) lie between %s and %s %s.",
              axis, from, to, axis.unit()),
          "Choose a wider window inside the measured range.");
    }
    return new Spectrum(
        axis.range(begin, end), Arrays.copyOfRange(values, begin, end), quantity, unit, metadata);
  }

  /**
   * Brought to a common scale; the unit becomes {@code "1"}, for {@code AREA} one over the axis's
   * unit.
   */
  public Spectrum normalise(Normalisation normalisation) {
    return switch (normalisation) {
      case MAX ->
          scaled(0, positive(Arrays.stream(values).max().orElseThrow(), "largest value"), "1");
      case AREA -> scaled(0, positive(area(), "area"), "1/" + axis.unit());
      case SNV -> {
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance =
            Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        yield scaled(mean, positive(Math.sqrt(variance), "standard deviation"), "1");
      }
    };
  }

  /** The area under the curve by the trapezoidal rule, exact for the linear interpolant. */
  public double area() {
    double sum = 0;
    for (int i = 1; i < values.length; i++) {
      sum += 0.5 * (values[i] + values[i - 1]) * (axis.at(i) - axis.at(i - 1));
    }
    return sum;
  }

  /**
   * The first derivative at each point: that of the parabola through the point and its neighbours
   * (exact for quadratics, also on uneven axes); at the ends, of the parabola through the last
   * three points. With only two points, their slope.
   */
  public Spectrum derivative() {
    int n = values.length;
    double[] slopes = new double[n];
    for (int i = 0; i < n; i++) {
      slopes[i] = n == 2 ? slope(0) : parabolaSlope(Math.min(Math.max(i, 1), n - 2), axis.at(i));
    }
    return new Spectrum(axis, slopes, "d(" + quantity + ")", unit + "/" + axis.unit(), metadata);
  }

  /** The same values at energies moved by {@code delta}, in the axis's unit. */
  public Spectrum shift(double delta) {
    return new Spectrum(axis.shift(delta), values, quantity, unit, metadata);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Spectrum that
        && axis.equals(that.axis)
        && Arrays.equals(values, that.values)
        && quantity.equals(that.quantity)
        && unit.equals(that.unit)
        && metadata.equals(that.metadata);
  }

  @Override
  public int hashCode() {
    return 31 * axis.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return String.format("%s [%s] over %s", quantity, unit, axis);
  }

  private double slope(int left) {
    return (values[left + 1] - values[left]) / (axis.at(left + 1) - axis.at(left));
  }

  /** The slope at {@code x} of the parabola through the points {@code middle - 1 .. middle + 1}. */
  private double parabolaSlope(int middle, double x) {
    double left = slope(middle - 1);
    double right = slope(middle);
    double x0 = axis.at(middle - 1);
    double x1 = axis.at(middle);
    double curvature = (right - left) / (axis.at(middle + 1) - x0);
    return left + curvature * (2 * x - x0 - x1);
  }

  private Spectrum scaled(double offset, double divisor, String newUnit) {
    double[] result = new double[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (values[i] - offset) / divisor;
    }
    return new Spectrum(axis, result, quantity, newUnit, metadata);
  }

  private double positive(double divisor, String what) {
    if (!(divisor > 0)) {
      throw new MatterException(
          String.format(
              "The %s of the spectrum (%s) is %s; it cannot be divided by.", what, axis, divisor),
          "Leave the spectrum out or choose another normalisation.");
    }
    return divisor;
  }

  private void requireUnit(Axis target) {
    if (!target.unit().equals(axis.unit())) {
      throw new MatterException(
          String.format(
              "A spectrum over %s cannot be read at points in %s.", axis.unit(), target.unit()),
          "Convert one of the axes first.");
    }
  }

  private void requireFinite() {
    if (values.length != axis.length()) {
      throw new MatterException(
          String.format(
              "The axis has %d points but there are %d values.", axis.length(), values.length),
          "Give one value for each point.");
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new MatterException(
            String.format(
                "The value at point %d (%s %s) is %s.", i + 1, axis.at(i), axis.unit(), values[i]),
            "Give a finite number there, or leave the point out.");
      }
    }
  }

  private MatterException outOfRange(double from, double to) {
    return new MatterException(
        String.format(
            "The spectrum is known from %s to %s %s but is asked for from %s to %s %s.",
            axis.first(), axis.last(), axis.unit(), from, to, axis.unit()),
        "Narrow the grid, or choose what the spectrum is outside its range (zero, or its end"
            + " value).");
  }
}
