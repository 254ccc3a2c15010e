package org.suiseki.explain.latent;

import java.util.List;
import java.util.Optional;
import org.suiseki.explain.ExplainException;

/**
 * How far a curve agrees with the one that it should be: profile R-factors as crystallographers use
 * them (Young (ed.), The Rietveld Method, Oxford 1993, table 1.3; Toby, Powder Diffr. 21, 67
 * (2006), doi:10.1154/1.2179804), and how far its peaks are from where they should be.
 *
 * <p>R-factors are shares; times 100 they are the usual percentages. A background that both curves
 * share makes them smaller without making the peaks better: compare curves without one.
 */
public final class ProfileAgreement {

  private ProfileAgreement() {}

  /** How the position of a peak is found in its window. */
  public enum Finder {
    /**
     * The mean position, weighted with what stands above the line between the window's ends. Steady
     * against noise; two peaks in the place of one between them count as right.
     */
    CENTROID,
    /**
     * The top of the parabola through the highest point and those beside it. Tells one peak from
     * two, and follows noise on flat tops.
     */
    PARABOLA
  }

  /**
   * Errors of the positions of peaks.
   *
   * @param mean of |Δ position| over the peaks that were compared, in the unit of the axis; NaN
   *     where there are none
   * @param compared peaks found in both curves
   * @param missed peaks of the expected curve that the other one has not: its window has no top
   */
  public record Positions(double mean, int compared, int missed) {}

  /** R_p = Σ |y_o − y_c| / Σ |y_o|. */
  public static double profile(double[] expected, double[] found) {
    check(expected, found);
    double difference = 0;
    double sum = 0;
    for (int i = 0; i < expected.length; i++) {
      difference += Math.abs(expected[i] - found[i]);
      sum += Math.abs(expected[i]);
    }
    return share(difference, sum);
  }

  /**
   * R_wp = √(Σ w (y_o − y_c)² / Σ w y_o²).
   *
   * @param weights from 0, for counts 1 / variance
   */
  public static double weighted(double[] expected, double[] found, double[] weights) {
    check(expected, found);
    check(expected, weights);
    double difference = 0;
    double sum = 0;
    for (int i = 0; i < expected.length; i++) {
      if (weights[i] < 0) {
        throw new ExplainException(
            "The weight of point " + i + " is " + weights[i] + ".", "Give weights from 0.");
      }
      difference += weights[i] * (expected[i] - found[i]) * (expected[i] - found[i]);
      sum += weights[i] * expected[i] * expected[i];
    }
    return Math.sqrt(share(difference, sum));
  }

  /**
   * The errors of the positions of all peaks that rise high enough.
   *
   * @param axis ascending
   * @param expected decides which peaks count
   * @param windows wide enough for the peaks of either curve
   * @param share of the height of the highest peak that a peak must have, 0 … 1; heights are above
   *     the line between the ends of a window
   */
  public static Positions positions(
      double[] axis,
      double[] expected,
      double[] found,
      List<PeakWindow> windows,
      Finder finder,
      double share) {
    check(axis, expected);
    check(expected, found);
    double highest = 0;
    for (PeakWindow window : windows) {
      highest = Math.max(highest, Stretch.of(axis, window).height(axis, expected));
    }
    double sum = 0;
    int compared = 0;
    int missed = 0;
    for (PeakWindow window : windows) {
      Stretch stretch = Stretch.of(axis, window);
      double height = stretch.height(axis, expected);
      if (height <= 0 || height < share * highest) {
        continue;
      }
      Optional<Double> truth = stretch.position(axis, expected, finder);
      Optional<Double> other = stretch.position(axis, found, finder);
      if (truth.isPresent() && other.isPresent()) {
        sum += Math.abs(truth.get() - other.get());
        compared++;
      } else if (truth.isPresent()) {
        missed++;
      }
    }
    return new Positions(compared == 0 ? Double.NaN : sum / compared, compared, missed);
  }

  /** Where a peak is; empty where nothing rises in its window, or the top is at its edge. */
  public static Optional<Double> position(
      double[] axis, double[] curve, PeakWindow window, Finder finder) {
    check(axis, curve);
    return Stretch.of(axis, window).position(axis, curve, finder);
  }

  private static double share(double difference, double sum) {
    if (!(sum > 0)) {
      throw new ExplainException(
          "The expected curve is 0 everywhere: no share of it can be told.",
          "Give a curve with some intensity.");
    }
    return difference / sum;
  }

  private static void check(double[] one, double[] other) {
    if (one.length == 0 || one.length != other.length) {
      throw new ExplainException(
          "Curves of " + one.length + " and " + other.length + " points cannot be compared.",
          "Bring them onto one grid.");
    }
    for (double[] values : new double[][] {one, other}) {
      for (int i = 0; i < values.length; i++) {
        if (!Double.isFinite(values[i])) {
          throw new ExplainException(
              "Point " + i + " of a curve is " + values[i] + ".",
              "Fill in or leave out missing points on both.");
        }
      }
    }
  }
}
