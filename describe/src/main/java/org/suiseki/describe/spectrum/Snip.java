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
 * <p>The result lies at the lower edge of the noise: smooth before it, or use {@link Arpls}, where
 * that matters. The values within {@code p} of the ends are not clipped, so that a peak at an end
 * stays in the background.
 *
 * @param points p, about the full width of the widest peak at its foot
 */
public record Snip(int points) implements Background {
  private static final int MOST = 100_000;

  public Snip {
    if (points < 1 || points > MOST) {
      throw new DescribeException(
          "SNIP cannot clip over " + points + " points.", "Give 1 to 100000, such as 40.");
    }
  }

  @Override
  public String name() {
    return "snip";
  }

  @Override
  public List<StepParameter> parameters() {
    return List.of(StepParameter.of("points", points, "points"));
  }

  /**
   * @throws DescribeException for a value of -1 or below, which counts cannot have
   */
  @Override
  public double[] under(Spectrum spectrum) {
    double[] v = spectrum.values();
    int n = v.length;
    for (int i = 0; i < n; i++) {
      if (v[i] <= -1) {
        throw PointFault.of(
            spectrum, i, "SNIP takes values above -1", "Give counts, or use arpls instead.");
      }
      v[i] = Math.log(Math.log(Math.sqrt(v[i] + 1) + 1) + 1);
    }
    double[] clipped = v.clone();
    for (int p = Math.min(points, (n - 1) / 2); p >= 1; p--) {
      for (int i = p; i < n - p; i++) {
        clipped[i] = Math.min(v[i], 0.5 * (v[i - p] + v[i + p]));
      }
      System.arraycopy(clipped, p, v, p, n - 2 * p);
    }
    for (int i = 0; i < n; i++) {
      double root = Math.exp(Math.exp(v[i]) - 1) - 1;
      v[i] = root * root - 1;
    }
    return v;
  }
}
