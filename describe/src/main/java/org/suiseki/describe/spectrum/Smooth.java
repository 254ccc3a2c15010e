package org.suiseki.describe.spectrum;

import java.util.List;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;

/**
 * Smooths or differentiates by least-squares polynomials in a moving window: Savitzky and Golay,
 * Anal. Chem. 36, 1627 (1964), 10.1021/ac60214a047. In the first and last half window the
 * polynomial of the first and last whole window is read at its own points, so that polynomials up
 * to the order pass unchanged everywhere. Cost: O(n window).
 *
 * @param window points, odd
 * @param order of the polynomials, below the window
 * @param derivative 0 for smoothing; each takes the values' unit by that of the axis
 */
public record Smooth(int window, int order, int derivative) implements SpectrumStep {
  private static final int WIDEST = 999;
  private static final int HIGHEST_ORDER = 10;

  /**
   * @throws DescribeException for an even window, or one too narrow for the order
   */
  public Smooth {
    if (window < 1 || window % 2 == 0 || window > WIDEST) {
      throw new DescribeException(
          "The window has " + window + " points.", "Give an odd number from 1 to 999.");
    }
    if (order < 0 || order >= window || order > HIGHEST_ORDER) {
      throw new DescribeException(
          "Polynomials of order " + order + " do not fit a window of " + window + " points.",
          "Give an order below the window and at most 10, mostly 2 or 3.");
    }
    if (derivative < 0 || derivative > order) {
      throw new DescribeException(
          "Polynomials of order " + order + " have no derivative " + derivative + ".",
          "Give a derivative from 0 to the order.");
    }
  }

  @Override
  public String name() {
    return "smooth";
  }

  @Override
  public List<StepParameter> parameters() {
    return List.of(
        StepParameter.of("window", window, "points"),
        StepParameter.of("order", order, "1"),
        StepParameter.of("derivative", derivative, "1"));
  }

  /**
   * @throws DescribeException where the points are not evenly spaced, within a tenth of the step,
   *     or fewer than the window
   */
  @Override
  public Spectrum apply(Spectrum spectrum) {
    Axis axis = spectrum.axis();
    if (spectrum.length() < window) {
      throw new DescribeException(
          "The spectrum has " + spectrum.length() + " points and the window " + window + ".",
          "Choose a narrower window.");
    }
    double step = EvenAxis.step(axis, "Savitzky–Golay smoothing");
    double[] smooth = new SavitzkyGolay(window, order, derivative, step).apply(spectrum.values());
    String quantity = spectrum.quantity();
    String unit = spectrum.unit();
    for (int i = 0; i < derivative; i++) {
      quantity = "d(" + quantity + ")";
      unit = unit + "/" + axis.unit();
    }
    return new Spectrum(axis, smooth, quantity, unit, spectrum.metadata());
  }
}
