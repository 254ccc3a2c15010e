package org.suiseki.describe.spectrum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;

/**
 * Finds peaks by their prominence over the noise. The spectrum is smoothed by Savitzky and Golay's
 * quadratic; of its maxima those stay whose prominence is above the threshold times what the
 * smoothing leaves of the noise, and above the least share of the highest prominence. Cost: O(n
 * (window + log n)).
 *
 * <p>A shoulder without a maximum of its own is found only where it is asked for, by {@link
 * Shoulders the second derivative}. Smoothing widens peaks: choose a window of no more points than
 * the full width of the narrowest peak. Points are smoothed as if they were evenly spaced.
 *
 * @param window points, odd; 1 for no smoothing
 * @param threshold prominence by the noise of the smoothed spectrum, such as 8. A prominence
 *     reaches from a crest to a trough: of spectra of 1,500 points of pure noise two in three have
 *     one above 6, one in thirty above 7, less than one in 500 above 8
 * @param share of the highest prominence, from 0 to 1
 * @param shoulders whether shoulders are looked for too
 */
public record PeakFinder(int window, double threshold, double share, boolean shoulders) {

  /**
   * @throws DescribeException for an even window, a threshold not above 0, a share not in 0 to 1
   */
  public PeakFinder {
    if (window < 1 || window % 2 == 0 || window == 3 || window > 999) {
      throw new DescribeException(
          "The window has " + window + " points.", "Give 1, or an odd number from 5 to 999.");
    }
    if (!(threshold > 0)) {
      throw new DescribeException(
          "The threshold is " + threshold + ".", "Give a number above 0, such as 5.");
    }
    if (!(share >= 0 && share < 1)) {
      throw new DescribeException(
          "The least share is " + share + ".", "Give a number from 0 to below 1.");
    }
  }

  /** Without shoulders. */
  public PeakFinder(int window, double threshold, double share) {
    this(window, threshold, share, false);
  }

  /** Smoothed over 5 points, 8 times the noise, any share, without shoulders. */
  public static PeakFinder standard() {
    return new PeakFinder(5, 8, 0);
  }

  /** The same, for shoulders too. */
  public PeakFinder withShoulders() {
    return new PeakFinder(window, threshold, share, true);
  }

  /**
   * @throws DescribeException where the noise cannot be had, or the spectrum cannot be smoothed
   */
  public List<FoundPeak> find(Spectrum spectrum, PeakNoise noise) {
    return find(spectrum, noise.of(spectrum));
  }

  /**
   * @param deviations of each value, above 0, in the values' unit
   * @return in rising position
   * @throws DescribeException where there is not one deviation for each value, or fewer values than
   *     the window has
   */
  public List<FoundPeak> find(Spectrum spectrum, double[] deviations) {
    requireDeviations(spectrum, deviations);
    double kept = 1;
    double[] smooth = spectrum.values();
    if (smooth.length < window) {
      throw new DescribeException(
          "The spectrum has " + smooth.length + " points and the window " + window + ".",
          "Choose a narrower window.");
    }
    if (window > 1) {
      SavitzkyGolay filter = new SavitzkyGolay(window, 2, 0, 1);
      smooth = filter.apply(smooth);
      kept = filter.noise();
    }
    List<FoundPeak> standing = new ArrayList<>();
    double highest = 0;
    Prominences prominences = new Prominences(smooth);
    for (int i = prominences.next(0); i < smooth.length; i = prominences.next(i + 1)) {
      double prominence = prominences.of(i);
      if (prominence > threshold * kept * deviations[i]) {
        standing.add(peak(spectrum.axis(), smooth, i, prominence, prominence / deviations[i]));
        highest = Math.max(highest, prominence);
      }
    }
    double least = share * highest;
    standing.removeIf(one -> one.prominence() < least);
    if (shoulders) {
      Shoulders found = new Shoulders(spectrum.axis(), smooth, deviations, threshold);
      standing.addAll(found.beside(spectrum.values(), standing, least));
      standing.sort(Comparator.comparingDouble(FoundPeak::position));
    }
    return List.copyOf(standing);
  }

  static void requireDeviations(Spectrum spectrum, double[] deviations) {
    if (deviations.length != spectrum.length()) {
      throw new DescribeException(
          "There are " + spectrum.length() + " values and " + deviations.length + " deviations.",
          "Give one deviation for each value.");
    }
    for (int i = 0; i < deviations.length; i++) {
      if (!(deviations[i] > 0 && deviations[i] < Double.POSITIVE_INFINITY)) {
        throw new DescribeException(
            "The deviation of value " + (i + 1) + " is " + deviations[i] + ".",
            "Give deviations above 0.");
      }
    }
  }

  private static FoundPeak peak(
      Axis axis, double[] y, int top, double prominence, double signalToNoise) {
    double x0 = axis.at(top - 1);
    double x1 = axis.at(top);
    double x2 = axis.at(top + 1);
    double left = (y[top] - y[top - 1]) / (x1 - x0);
    double right = (y[top + 1] - y[top]) / (x2 - x1);
    double curvature = (right - left) / (x2 - x0);
    // A flat top has its middle at the point itself.
    double vertex = curvature < 0 ? 0.5 * (x0 + x1 - left / curvature) : x1;
    double height = y[top] + (vertex - x1) * (left + curvature * (vertex - x0));
    double half = y[top] - 0.5 * prominence;
    double width = crossing(axis, y, top, half, 1) - crossing(axis, y, top, half, -1);
    return new FoundPeak(vertex, height, width, prominence, signalToNoise, top);
  }

  /** Where the values first fall to a level, going from the top; a prominent peak does. */
  private static double crossing(Axis axis, double[] y, int top, double level, int direction) {
    int i = top + direction;
    while (y[i] > level && i > 0 && i < y.length - 1) {
      i += direction;
    }
    int before = i - direction;
    double t = (y[before] - level) / (y[before] - y[i]);
    return axis.at(before) + t * (axis.at(i) - axis.at(before));
  }
}
