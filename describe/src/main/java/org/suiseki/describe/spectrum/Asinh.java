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
      double a = Math.abs(values[i]) / scale;
      // log1p keeps small values to the last digit.
      double asinh = Math.log1p(a + a * a / (1 + Math.sqrt(1 + a * a)));
      values[i] = Math.copySign(asinh, values[i]);
    }
    String quantity = "asinh(" + spectrum.quantity() + ")";
    return new Spectrum(spectrum.axis(), values, quantity, "1", spectrum.metadata());
  }
}
