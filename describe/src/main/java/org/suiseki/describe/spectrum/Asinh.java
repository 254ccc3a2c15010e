package org.suiseki.describe.spectrum;

import java.util.List;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Spectrum;

/**
 * asinh(y/scale): linear well below the scale, logarithmic well above it, for values of either
 * sign.
 *
 * @param scale in the values' unit, about the noise
 */
public record Asinh(double scale) implements SpectrumStep {

  private static final double SMALL = 0.03;

  public Asinh {
    if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
      throw new DescribeException("The scale is " + scale + ".", "Give a number above 0.");
    }
  }

  @Override
  public String name() {
    return "asinh";
  }

  @Override
  public List<StepParameter> parameters() {
    return List.of(StepParameter.of("scale", scale, "value"));
  }

  @Override
  public Spectrum apply(Spectrum spectrum) {
    double[] values = spectrum.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = of(values[i] / scale);
    }
    String quantity = "asinh(" + spectrum.quantity() + ")";
    return new Spectrum(spectrum.axis(), values, quantity, "1", spectrum.metadata());
  }

  /** To 13 digits. */
  private static double of(double x) {
    double a = Math.abs(x);
    if (a < SMALL) {
      // The logarithm would lose the digits of a small argument.
      double s = a * a;
      return x * (1 - s * (1.0 / 6 - s * (3.0 / 40 - s * (15.0 / 336))));
    }
    return Math.copySign(Math.log(a + Math.sqrt(1 + a * a)), x);
  }
}
