package org.suiseki.describe.spectrum;

import java.util.List;
import java.util.Locale;
import org.suiseki.matter.Spectrum;

/** A function of each value, or the derivative along the axis. */
public record Transform(Function function) implements SpectrumStep {

  /** Which one; the names in a chain are those in small letters. */
  public enum Function {
    /**
     * √y, of negative values −√|y|: noise about zero stays about zero. The root makes the noise of
     * counts the same everywhere, 1/2 (Bartlett, Suppl. J. R. Stat. Soc. 3, 68 (1936),
     * 10.2307/2983678).
     */
    SQRT,
    /** The natural logarithm of the value in its unit; of values above 0 only. */
    LOG,
    /** {@link Spectrum#derivative()}, without smoothing; {@link Smooth} has one with. */
    DERIVATIVE
  }

  @Override
  public String name() {
    return function.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<StepParameter> parameters() {
    return List.of();
  }

  /**
   * @throws org.suiseki.describe.DescribeException for the logarithm of a value not above 0
   */
  @Override
  public Spectrum apply(Spectrum spectrum) {
    return switch (function) {
      case SQRT -> root(spectrum);
      case LOG -> logarithm(spectrum);
      case DERIVATIVE -> spectrum.derivative();
    };
  }

  private static Spectrum root(Spectrum spectrum) {
    double[] values = spectrum.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.copySign(Math.sqrt(Math.abs(values[i])), values[i]);
    }
    String unit = spectrum.unit().equals("1") ? "1" : "√(" + spectrum.unit() + ")";
    String quantity = "√(" + spectrum.quantity() + ")";
    return new Spectrum(spectrum.axis(), values, quantity, unit, spectrum.metadata());
  }

  private static Spectrum logarithm(Spectrum spectrum) {
    double[] values = spectrum.values();
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] > 0)) {
        throw PointFault.of(
            spectrum,
            i,
            "A logarithm takes values above 0",
            "Use asinh:scale instead, which takes all, or leave the background in.");
      }
      values[i] = Math.log(values[i]);
    }
    String quantity = "ln(" + spectrum.quantity() + ")";
    return new Spectrum(spectrum.axis(), values, quantity, "1", spectrum.metadata());
  }
}
