package org.suiseki.describe.spectrum;

import java.util.List;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;

/**
 * Brings a spectrum to evenly spaced points and keeps its area: each new value is the mean of the
 * linear interpolant from half way to the point before to half way to the point after, at the ends
 * from or to the end. {@link Spectrum#area()} over the range is the same before and after, to
 * rounding. Values stay what they were for each old point, such as counts for each old step. Cost:
 * O(n + m).
 *
 * @param from in the axis's unit, within the measured range
 * @param to in the axis's unit, a whole number of steps after {@code from}
 * @param step in the axis's unit
 */
public record Rebin(double from, double to, double step) implements SpectrumStep {

  @Override
  public String name() {
    return "rebin";
  }

  @Override
  public List<StepParameter> parameters() {
    return List.of(
        StepParameter.of("from", from, "axis"),
        StepParameter.of("to", to, "axis"),
        StepParameter.of("step", step, "axis"));
  }

  /**
   * @throws DescribeException where the range reaches beyond what was measured
   */
  @Override
  public Spectrum apply(Spectrum spectrum) {
    Axis axis = spectrum.axis();
    Axis target = Axis.uniform(axis.name(), axis.unit(), from, to, step);
    if (from < axis.first() || to > axis.last()) {
      throw new DescribeException(
          "The spectrum (" + axis + ") does not reach from " + from + " to " + to + ".",
          "Narrow the range; an area that was not measured cannot be kept.");
    }
    return new Spectrum(
        target,
        means(axis.values(), spectrum.values(), target.values()),
        spectrum.quantity(),
        spectrum.unit(),
        spectrum.metadata());
  }

  private static double[] means(double[] x, double[] y, double[] target) {
    double[] means = new double[target.length];
    int left = 0;
    double low = target[0];
    for (int bin = 0; bin < means.length; bin++) {
      boolean last = bin == means.length - 1;
      double high = last ? target[bin] : 0.5 * (target[bin] + target[bin + 1]);
      double area = 0;
      double begin = low;
      while (begin < high) {
        while (left < x.length - 2 && x[left + 1] <= begin) {
          left++;
        }
        double end = left == x.length - 2 ? high : Math.min(high, x[left + 1]);
        // The trapezoid's mean height is the interpolant's value at its middle.
        double t = (0.5 * (begin + end) - x[left]) / (x[left + 1] - x[left]);
        area += (end - begin) * (y[left] * (1 - t) + y[left + 1] * t);
        begin = end;
      }
      means[bin] = area / (high - low);
      low = high;
    }
    return means;
  }
}
