package org.suiseki.describe.spectrum;

import java.util.List;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Spectrum;

/**
 * The background by clipping of peaks: Ryan, Clayton, Griffin, Sie and Cousens, Nucl. Instrum.
 * Methods B 34, 396 (1988), 10.1016/0168-583X(88)90063-8. Each value v(x), as ln(ln(√(y + 1) + 1) +
 * 1), becomes the smaller of itself and the mean of v(x − p) and v(x + p), for p falling from the
 * given width to 1, which leaves fewer steps than a rising p (Morháč et al., Nucl. Instrum. Methods
 * A 401, 113 (1997), 10.1016/S0168-9002(97)01023-1). Cost: O(n points).
 *
 * <p>The result lies at the lower edge of the noise; {@code smoothing} clips a moving average
 * instead, so that it lies near its middle, and takes the result away from the pattern as it was
 * (of the average every fourth part of its window is enough, which is faster by its square). {@link
 * Arpls} does better for noise that is strong beside the peaks. The values within {@code p} of the
 * ends are not clipped, so that a peak at an end stays in the background.
 *
 * @param points p, about the full width of the widest peak at its foot
 * @param smoothing over how many points the moving average goes, narrower at the ends; odd, 1 for
 *     none. About as wide as a peak; the background of peaks close together rises with it
 */
public record Snip(int points, int smoothing) implements Background {
  private static final int MOST = 100_000;

  public Snip {
    if (points < 1 || points > MOST) {
      throw new DescribeException(
          "SNIP cannot clip over " + points + " points.", "Give 1 to 100000, such as 40.");
    }
    if (smoothing < 1 || smoothing > MOST || smoothing % 2 == 0) {
      throw new DescribeException(
          "SNIP cannot smooth over " + smoothing + " points.",
          "Give an odd number, such as 15, or 1 for none.");
    }
  }

  /** Without smoothing. */
  public Snip(int points) {
    this(points, 1);
  }

  @Override
  public String name() {
    return "snip";
  }

  @Override
  public List<StepParameter> parameters() {
    return List.of(
        StepParameter.of("points", points, "points"),
        smoothing == 1
            ? new StepParameter("smoothing", "", "points")
            : StepParameter.of("smoothing", smoothing, "points"));
  }

  /**
   * @throws DescribeException for a value of -1 or below, which counts cannot have; of the moving
   *     average where there is one
   */
  @Override
  public double[] under(Spectrum spectrum) {
    double[] y = spectrum.values();
    int n = y.length;
    int stride = Math.max(1, smoothing / 4);
    int knots = (n + stride - 2) / stride + 1;
    double[] v = new double[knots];
    double[] sum = smoothing == 1 ? y : sums(y);
    for (int k = 0; k < knots; k++) {
      int i = Math.min(k * stride, n - 1);
      double value = smoothing == 1 ? y[i] : average(sum, i);
      if (value <= -1) {
        throw PointFault.of(
            spectrum, i, "SNIP takes values above -1", "Give counts, or use arpls instead.");
      }
      v[k] = Math.log(Math.log(Math.sqrt(value + 1) + 1) + 1);
    }
    v = clipped(v, Math.max(1, points / stride));
    for (int k = 0; k < knots; k++) {
      double root = Math.exp(Math.exp(v[k]) - 1) - 1;
      v[k] = root * root - 1;
    }
    return stride == 1 ? v : joined(v, stride, y);
  }

  private static double[] clipped(double[] start, int width) {
    int n = start.length;
    double[] from = start;
    double[] to = start.clone();
    for (int p = Math.min(width, (n - 1) / 2); p >= 1; p--) {
      clip(from, to, p);
      // A smaller p writes over all that a larger one wrote, so the two can change places.
      double[] kept = from;
      from = to;
      to = kept;
    }
    return from;
  }

  private static void clip(double[] from, double[] to, int p) {
    int end = from.length - p;
    for (int i = p; i < end; i++) {
      to[i] = Math.min(from[i], 0.5 * (from[i - p] + from[i + p]));
    }
  }

  /** Up to before each value. */
  private static double[] sums(double[] y) {
    double[] sum = new double[y.length + 1];
    for (int i = 0; i < y.length; i++) {
      sum[i + 1] = sum[i] + y[i];
    }
    return sum;
  }

  /** The mean over a window about a point, symmetric also at the ends. */
  private double average(double[] sum, int i) {
    int half = Math.min(smoothing / 2, Math.min(i, sum.length - 2 - i));
    return (sum[i + half + 1] - sum[i - half]) / (2 * half + 1);
  }

  /** The line from knot to knot at all points, into {@code out}. */
  private static double[] joined(double[] knots, int stride, double[] out) {
    int n = out.length;
    for (int k = 0; k + 1 < knots.length; k++) {
      int begin = k * stride;
      int end = Math.min(begin + stride, n - 1);
      double slope = (knots[k + 1] - knots[k]) / (end - begin);
      for (int i = begin; i < end; i++) {
        out[i] = knots[k] + slope * (i - begin);
      }
    }
    out[n - 1] = knots[knots.length - 1];
    return out;
  }
}
