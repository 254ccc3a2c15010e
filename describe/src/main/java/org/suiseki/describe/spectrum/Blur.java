package org.suiseki.describe.spectrum;

import java.util.List;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;

/**
 * Convolves with a Gaussian, which lowers the resolution: peaks become wider by √(w² + (2.355 σ)²)
 * and keep their areas, save at the ends, where the part of the Gaussian that lies on the axis is
 * brought to 1. Patterns whose peaks move by more than their width become alike to their
 * neighbours, so that models find what lies between two of them.
 *
 * <p>Cost: O(n σ / step).
 *
 * @param sigma standard deviation, in the unit of the axis
 */
public record Blur(double sigma) implements SpectrumStep {
  /** What lies beyond so many standard deviations is nothing. */
  private static final double REACH = 4;

  /**
   * @throws DescribeException where the width is not above 0
   */
  public Blur {
    if (!(sigma > 0 && sigma < Double.POSITIVE_INFINITY)) {
      throw new DescribeException("The blur is " + sigma + " wide.", "Give a number above 0.");
    }
  }

  @Override
  public String name() {
    return "blur";
  }

  @Override
  public List<StepParameter> parameters() {
    return List.of(StepParameter.of("sigma", sigma, "axis"));
  }

  /**
   * @throws DescribeException where the points are not evenly spaced, within a tenth of the step
   */
  @Override
  public Spectrum apply(Spectrum spectrum) {
    Axis axis = spectrum.axis();
    double step = EvenAxis.step(axis, "A blur");
    int half = (int) Math.min(spectrum.length() - 1.0, Math.ceil(REACH * sigma / step));
    double[] kernel = new double[half + 1];
    for (int k = 0; k <= half; k++) {
      double x = k * step / sigma;
      kernel[k] = Math.exp(-0.5 * x * x);
    }
    double[] blurred = convolved(spectrum.values(), kernel);
    return new Spectrum(axis, blurred, spectrum.quantity(), spectrum.unit(), spectrum.metadata());
  }

  private static double[] convolved(double[] values, double[] kernel) {
    int n = values.length;
    int half = kernel.length - 1;
    double[] result = new double[n];
    int begin = Math.min(half, n);
    int end = begin + Math.max(0, n - 2 * half) / 4 * 4;
    for (int i = 0; i < begin; i++) {
      result[i] = at(i, values, kernel);
    }
    inner(begin, end, values, kernel, result);
    for (int i = end; i < n; i++) {
      result[i] = at(i, values, kernel);
    }
    return result;
  }

  /** A point whose kernel may reach beyond the axis. */
  private static double at(int i, double[] values, double[] kernel) {
    double sum = kernel[0] * values[i];
    double weight = kernel[0];
    for (int k = 1; k < kernel.length; k++) {
      if (i >= k) {
        sum += kernel[k] * values[i - k];
        weight += kernel[k];
      }
      if (i + k < values.length) {
        sum += kernel[k] * values[i + k];
        weight += kernel[k];
      }
    }
    return sum / weight;
  }

  /**
   * Points whose kernel lies on the axis. Four at a time, as one sum alone would wait for each of
   * its additions.
   */
  private static void inner(int begin, int end, double[] values, double[] kernel, double[] result) {
    double weight = kernel[0];
    for (int k = 1; k < kernel.length; k++) {
      weight = weight + kernel[k] + kernel[k];
    }
    for (int i = begin; i < end; i += 4) {
      double one = kernel[0] * values[i];
      double two = kernel[0] * values[i + 1];
      double three = kernel[0] * values[i + 2];
      double four = kernel[0] * values[i + 3];
      for (int k = 1; k < kernel.length; k++) {
        double factor = kernel[k];
        int left = i - k;
        int right = i + k;
        one = one + factor * values[left] + factor * values[right];
        two = two + factor * values[left + 1] + factor * values[right + 1];
        three = three + factor * values[left + 2] + factor * values[right + 2];
        four = four + factor * values[left + 3] + factor * values[right + 3];
      }
      result[i] = one / weight;
      result[i + 1] = two / weight;
      result[i + 2] = three / weight;
      result[i + 3] = four / weight;
    }
  }
}
