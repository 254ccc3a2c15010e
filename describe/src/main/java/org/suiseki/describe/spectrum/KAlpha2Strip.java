package org.suiseki.describe.spectrum;

import java.util.List;
import java.util.OptionalDouble;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;

/**
 * Takes the weaker line of an X-ray tube's doublet out of a pattern: Rachinger, J. Sci. Instrum.
 * 25, 254 (1948), 10.1088/0950-7671/25/7/125. From low angles to high, each value loses ratio times
 * the already stripped value at the angle where the same planes reflect the stronger line; between
 * points that value is read from the cubic through four of them (Rachinger's straight lines blunt
 * the peaks). Left of the first point the pattern is taken to be flat. Cost: O(n).
 *
 * <p>Take the background away before it, or its own doublet is assumed. Noise of deviation σ comes
 * out as at most about σ/√(1 − ratio²); peaks narrower than four points come out with ripples.
 *
 * @param first wavelength of Kα1 in Å
 * @param second wavelength of Kα2 in Å, above the first
 * @param ratio intensity of Kα2 by that of Kα1, about 0.5
 */
public record KAlpha2Strip(double first, double second, double ratio) implements SpectrumStep {
  private static final int STENCIL = 4;

  /**
   * @throws DescribeException for wavelengths that are no doublet or a ratio not in 0 to 1
   */
  public KAlpha2Strip {
    new Doublet(first, second, ratio);
  }

  @Override
  public String name() {
    return "kalpha2";
  }

  @Override
  public OptionalDouble newWavelength() {
    return OptionalDouble.of(first);
  }

  @Override
  public List<StepParameter> parameters() {
    return List.of(
        StepParameter.of("first", first, "Å"),
        StepParameter.of("second", second, "Å"),
        StepParameter.of("ratio", ratio, "1"));
  }

  /**
   * @throws DescribeException where the axis is not two-theta in degrees, or is below 0
   */
  @Override
  public Spectrum apply(Spectrum spectrum) {
    Axis axis = spectrum.axis();
    DiffractionAxis.requireTwoTheta(axis, "Stripping of Kα2");
    double[] x = axis.values();
    if (x[0] < 0) {
      throw new DescribeException(
          "The pattern begins at " + x[0] + "°.", "Put a step crop before it, from 0 or more.");
    }
    double[] y = spectrum.values();
    Doublet doublet = new Doublet(first, second, ratio);
    double flat = y[0] / (1 + ratio);
    int left = 0;
    for (int i = 0; i < x.length; i++) {
      double at = doublet.firstOf(x[i]);
      while (left + 1 < i && x[left + 1] <= at) {
        left++;
      }
      y[i] = at < x[0] || i == 0 ? y[i] - ratio * flat : strip(x, y, i, left, at);
    }
    return new Spectrum(axis, y, spectrum.quantity(), spectrum.unit(), spectrum.metadata());
  }

  /**
   * The value at point i, which is still unstripped, where {@code at} lies right of {@code left}.
   */
  private double strip(double[] x, double[] y, int i, int left, double at) {
    int points = Math.min(STENCIL, i + 1);
    int begin = Math.max(0, Math.min(left - 1, i + 1 - points));
    double known = 0;
    double own = 0;
    for (int j = begin; j < begin + points; j++) {
      double weight = 1;
      for (int k = begin; k < begin + points; k++) {
        weight *= k == j ? 1 : (at - x[k]) / (x[j] - x[k]);
      }
      if (j == i) {
        // Where the lines are closer than a step, the value sought is part of the cubic.
        own = weight;
      } else {
        known += weight * y[j];
      }
    }
    return (y[i] - ratio * known) / (1 + ratio * own);
  }
}
