package org.suiseki.describe.spectrum;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.suiseki.matter.Axis;

/**
 * Finds peaks on the flanks of others by the second derivative (Mariscotti, Nucl. Instrum. Methods
 * 50, 309 (1967), 10.1016/0029-554X(67)90058-4; here from Savitzky and Golay's quadratic over half
 * the usual width): where it has a minimum below 0 that stands out of its noise as a maximum has
 * to, further than half a width from every other peak and no further than three from one of them.
 *
 * <p>A derivative is noisy: of two like peaks that are 0.8 of their width apart, the second is
 * found where it has a third of the height of the first and that has about 20,000 counts. The
 * weaker line of a doublet is a shoulder too, and so is the foot of a peak that leans to one side.
 */
final class Shoulders {
  private static final int NARROWEST = 5;
  private static final int WIDEST = 199;

  /** Of the usual width, how much the derivative is taken over. */
  private static final double PART = 0.5;

  /** How much nearer than a width two peaks may be. */
  private static final double APART = 0.5;

  /** Widths from a peak within which its shoulders are. */
  private static final double REACH = 3;

  /**
   * Second derivative of a Gaussian of height and full width 1, from its top to its lowest beside
   * it.
   */
  private static final double BEND = 8 * Math.log(2) * (1 + 2 * Math.exp(-1.5));

  private final Axis axis;
  private final double[] smooth;
  private final double[] deviations;
  private final double threshold;

  Shoulders(Axis axis, double[] smooth, double[] deviations, double threshold) {
    this.axis = axis;
    this.smooth = smooth;
    this.deviations = deviations;
    this.threshold = threshold;
  }

  /**
   * @param peaks with a maximum
   * @param least prominence
   */
  List<FoundPeak> beside(double[] values, List<FoundPeak> peaks, double least) {
    if (peaks.isEmpty()) {
      return List.of();
    }
    int points = Math.min(points(peaks), (values.length - 1) / 2 * 2 - 1);
    if (points < NARROWEST) {
      return List.of();
    }
    SavitzkyGolay filter = new SavitzkyGolay(points, 2, 2, 1);
    double[] bend = filter.apply(values);
    for (int i = 0; i < bend.length; i++) {
      bend[i] = -bend[i];
    }
    double kept = filter.noise();
    List<FoundPeak> found = new ArrayList<>();
    Prominences prominences = new Prominences(bend);
    // In the first and last half window the parabola is the same, and so is the derivative.
    int end = values.length - points / 2;
    for (int i = prominences.next(points / 2); i < end; i = prominences.next(i + 1)) {
      if (bend[i] > 0 && prominences.of(i) > threshold * kept * deviations[i]) {
        FoundPeak one = shoulder(i, prominences.of(i), nearest(i, peaks));
        if (one.prominence() >= least && isOnAFlank(one, peaks) && isApart(one, found)) {
          found.add(one);
        }
      }
    }
    return found;
  }

  /** An odd number of points. */
  private int points(List<FoundPeak> peaks) {
    double[] widths =
        peaks.stream().mapToDouble(one -> one.width() / step(one.index())).sorted().toArray();
    int part = (int) Math.round(PART * widths[widths.length / 2]);
    return Math.min(Math.max(part | 1, NARROWEST), WIDEST);
  }

  private double step(int point) {
    int left = Math.max(0, Math.min(point - 1, axis.length() - 3));
    return 0.5 * (axis.at(left + 2) - axis.at(left));
  }

  private FoundPeak nearest(int point, List<FoundPeak> peaks) {
    double x = axis.at(point);
    return Collections.min(peaks, Comparator.comparingDouble(one -> Math.abs(one.position() - x)));
  }

  /** As wide as its neighbour, which it is mostly alike. */
  private FoundPeak shoulder(int top, double drop, FoundPeak beside) {
    double inPoints = beside.width() / step(top);
    double prominence = Math.min(drop * inPoints * inPoints / BEND, Math.abs(smooth[top]));
    return new FoundPeak(
        axis.at(top),
        smooth[top],
        beside.width(),
        prominence,
        prominence / deviations[top],
        top,
        true);
  }

  private static boolean isOnAFlank(FoundPeak one, List<FoundPeak> peaks) {
    return isApart(one, peaks)
        && peaks.stream()
            .anyMatch(peak -> Math.abs(peak.position() - one.position()) < REACH * peak.width());
  }

  private static boolean isApart(FoundPeak one, List<FoundPeak> others) {
    return others.stream()
        .noneMatch(other -> Math.abs(other.position() - one.position()) < APART * other.width());
  }
}
