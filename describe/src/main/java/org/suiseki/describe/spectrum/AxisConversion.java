package org.suiseki.describe.spectrum;

import java.util.List;
import java.util.OptionalDouble;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;

/**
 * Plots a diffraction pattern over another of {@link DiffractionAxis}, or over two-theta of another
 * wavelength. Points are moved, values kept: the area under a peak changes, its height does not,
 * and even spacing is lost. Over d the points are turned round, as an axis must rise. Cost: O(n).
 *
 * @param to the axis wanted
 * @param wavelength in Å, of the two-theta that the pattern is over; not needed where it is not
 * @param target wavelength in Å, of the two-theta wanted; not needed for q and d
 */
public record AxisConversion(DiffractionAxis to, OptionalDouble wavelength, OptionalDouble target)
    implements SpectrumStep {
  private static final double DEGREE = Math.PI / 180;

  public AxisConversion {
    requirePositive(wavelength);
    requirePositive(target);
  }

  @Override
  public String name() {
    return "axis";
  }

  @Override
  public boolean keepsValues() {
    return true;
  }

  @Override
  public List<StepParameter> parameters() {
    return List.of(
        new StepParameter("to", to.text(), "1"),
        optional("wavelength", wavelength),
        optional("target", target));
  }

  @Override
  public SpectrumStep at(double given) {
    return new AxisConversion(
        to, wavelength.isPresent() ? wavelength : OptionalDouble.of(given), target);
  }

  @Override
  public OptionalDouble newWavelength() {
    return to == DiffractionAxis.TWO_THETA ? target : OptionalDouble.empty();
  }

  /**
   * @throws DescribeException where a wavelength is needed and not given, or a point has no place
   *     on the new axis
   */
  @Override
  public Spectrum apply(Spectrum spectrum) {
    Axis axis = spectrum.axis();
    DiffractionAxis from = DiffractionAxis.of(axis);
    int n = axis.length();
    double[] x = axis.values();
    double[] y = spectrum.values();
    for (int i = 0; i < n; i++) {
      x[i] = fromQ(toQ(x[i], from), axis, i);
    }
    if (x[0] > x[n - 1]) {
      reverse(x);
      reverse(y);
    }
    Axis converted = new Axis(to == DiffractionAxis.Q ? "Q" : to.text(), to.unit(), x);
    return new Spectrum(converted, y, spectrum.quantity(), spectrum.unit(), spectrum.metadata());
  }

  private double toQ(double x, DiffractionAxis from) {
    return switch (from) {
      case TWO_THETA -> 4 * Math.PI * Math.sin(0.5 * x * DEGREE) / needed(wavelength, "wavelength");
      case Q -> x;
      case D -> 2 * Math.PI / x;
    };
  }

  private double fromQ(double q, Axis axis, int point) {
    return switch (to) {
      case TWO_THETA -> {
        double sine = q * needed(target, "target") / (4 * Math.PI);
        if (!(Math.abs(sine) <= 1)) {
          throw unreachable(axis, point, "a wavelength of " + target.orElseThrow() + " Å");
        }
        yield 2 * Math.asin(sine) / DEGREE;
      }
      case Q -> q;
      case D -> {
        if (!(q > 0 && q < Double.POSITIVE_INFINITY)) {
          throw unreachable(axis, point, "spacings d");
        }
        yield 2 * Math.PI / q;
      }
    };
  }

  private DescribeException unreachable(Axis axis, int point, String where) {
    return new DescribeException(
        String.format(
            "Point %d (%s %s) has no place on an axis of %s for %s.",
            point + 1, axis.at(point), axis.unit(), to.text(), where),
        "Put a step crop before it that leaves such points out.");
  }

  private double needed(OptionalDouble given, String option) {
    return given.orElseThrow(() ->
        new DescribeException(
            "The conversion to "
                + to.text()
                + " needs the wavelength of the two-theta axis it "
                + (option.equals("target") ? "makes." : "starts from."),
            "Give " + option + "=… in Å, such as " + option + "=1.5406; none is assumed."));
  }

  private static void requirePositive(OptionalDouble wavelength) {
    if (wavelength.isPresent()
        && !(wavelength.getAsDouble() > 0 && wavelength.getAsDouble() < 1000)) {
      throw new DescribeException(
          "The wavelength is " + wavelength.getAsDouble() + " Å.",
          "Give one above 0 and below 1000 Å.");
    }
  }

  private static StepParameter optional(String name, OptionalDouble value) {
    return value.isPresent()
        ? StepParameter.of(name, value.getAsDouble(), "Å")
        : new StepParameter(name, "", "Å");
  }

  private static void reverse(double[] values) {
    for (int i = 0, j = values.length - 1; i < j; i++, j--) {
      double kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }
}
