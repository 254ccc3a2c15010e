package org.suiseki.explain.latent;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.suiseki.describe.spectrum.PeakFinder;
import org.suiseki.explain.ExplainException;
import org.suiseki.learn.Table;
import org.suiseki.matter.Axis;
import org.suiseki.simulate.PowderPattern;
import org.suiseki.simulate.Reflections;

/**
 * The peaks of a set of patterns, the same in each, and where each pattern has them. Windows of one
 * pattern never overlap nor touch, and rise with the peak's number in the patterns' mean.
 *
 * <p>A peak that lies beyond the end of a pattern is absent there: its three numbers are NaN. A
 * window that reaches over the end is cut there.
 *
 * <p>The arrays are handed over, not copied.
 *
 * @param labels one for each peak, no two alike
 * @param position patterns × peaks, in the unit of the axis: of the strongest reflection by its
 *     strongest line, or of the highest point where no structure is known
 * @param from patterns × peaks, first position that the peak covers
 * @param to patterns × peaks, last position that it covers
 */
public record PeakWindows(
    List<String> labels, double[][] position, double[][] from, double[][] to) {

  /** Widths on either side of a line that a window holds, where nothing else is said. */
  public static final double REACH = 2;

  /** Part of the strongest reflection below which others get no window. */
  public static final double WEAKEST = 0.005;

  /**
   * @throws ExplainException where the arrays are not patterns × peaks, labels are repeated, or a
   *     window does not hold its position
   */
  public PeakWindows {
    labels = List.copyOf(labels);
    if (new HashSet<>(labels).size() < labels.size()) {
      throw new ExplainException(
          "Two peaks have one label: " + labels + ".", "Give each peak a label of its own.");
    }
    requireShape(position, position.length, labels.size());
    requireShape(from, position.length, labels.size());
    requireShape(to, position.length, labels.size());
    for (int pattern = 0; pattern < position.length; pattern++) {
      for (int peak = 0; peak < labels.size(); peak++) {
        requireSound(labels.get(peak), position, from, to, pattern, peak);
      }
    }
  }

  /** {@link #commonTo(List, PowderPattern, Axis, double, double)} as it mostly is. */
  public static PeakWindows commonTo(
      List<Reflections> reflections, PowderPattern instrument, Axis axis) {
    return commonTo(reflections, instrument, axis, REACH, WEAKEST);
  }

  /**
   * The windows of patterns whose structures are known. Each family of reflections gets a window
   * from {@code reach} full widths at half maximum below its first line (Kα1) to as much above its
   * last (Kα2). Families that are not resolved, coming within one width of both, in any of the
   * patterns are one peak in all of them, labelled by the indices of the strongest three, the
   * strongest first; where only tails overlap, both windows end half-way. Where a pattern has a
   * family follows from its lattice, also where its intensity there is nothing.
   *
   * <p>Families are matched by their indices, so the crystals have to be of one structure type in
   * one setting. The Lorentzian part of a peak reaches beyond every window: at two widths a
   * Lorentzian still has 6 % of its height, at three 3 %.
   *
   * @param reflections of each pattern, in a range that holds the axis
   * @param instrument for widths and misalignment
   * @param axis angles 2θ in degrees
   * @param reach full widths at half maximum on either side, such as {@link #REACH}
   * @param weakest families that are, in each pattern, less than this part of the strongest one on
   *     the axis get no window
   * @throws ExplainException for another axis, or where no reflection lies on it
   */
  public static PeakWindows commonTo(
      List<Reflections> reflections,
      PowderPattern instrument,
      Axis axis,
      double reach,
      double weakest) {
    return new ReflectionWindows(reflections, instrument, axis, reach, weakest).windows();
  }

  /** {@link #commonTo(List, PowderPattern, Axis)} for one pattern. */
  public static PeakWindows of(Reflections reflections, PowderPattern instrument, Axis axis) {
    return commonTo(List.of(reflections), instrument, axis);
  }

  /** {@link #found(Axis, Table, PeakFinder, double, double)} as it mostly is. */
  public static PeakWindows found(Axis axis, Table rows, double tolerance) {
    return found(axis, rows, FoundWindows.FINDER, tolerance, REACH);
  }

  /**
   * The windows of patterns whose structures are not known. The peaks are those of the mean
   * pattern; in each pattern a peak is at the nearest of that pattern's own maxima, at most a
   * tolerance away, and where there is none, at the mean's place. Peaks are joined and windows end
   * as in {@link #commonTo(List, PowderPattern, Axis, double, double)}; labels are positions of the
   * most prominent in the mean pattern.
   *
   * <p>Where peaks move by more than the tolerance over the set, or two phases share a range, use
   * the structures: maxima are then taken for those of another peak.
   *
   * @param rows patterns × points of the axis, without background; intensities rather than their
   *     roots, whose peaks are wider and whose noise is higher beside the peaks
   * @param finder what counts as a peak, over the noise of the mean pattern and of each
   * @param tolerance in the unit of the axis
   * @param reach full widths at half maximum on either side
   * @throws ExplainException where the mean pattern has no peak
   */
  public static PeakWindows found(
      Axis axis, Table rows, PeakFinder finder, double tolerance, double reach) {
    return new FoundWindows(axis, rows, finder, tolerance, reach).windows();
  }

  /** How many peaks. */
  public int peaks() {
    return labels.size();
  }

  /** How many patterns. */
  public int patterns() {
    return position.length;
  }

  /** The window of a peak; empty where the pattern does not reach to it. */
  public Optional<PeakWindow> window(int pattern, int peak) {
    return present(pattern, peak)
        ? Optional.of(
            new PeakWindow(
                labels.get(peak), position[pattern][peak], from[pattern][peak], to[pattern][peak]))
        : Optional.empty();
  }

  /** The windows that a pattern has, in the order of the labels. */
  public List<PeakWindow> of(int pattern) {
    List<PeakWindow> windows = new ArrayList<>();
    for (int peak = 0; peak < peaks(); peak++) {
      window(pattern, peak).ifPresent(windows::add);
    }
    return windows;
  }

  /** Whether a pattern reaches to a peak. */
  public boolean present(int pattern, int peak) {
    return !Double.isNaN(position[pattern][peak]);
  }

  /** These patterns alone, in this order. */
  public PeakWindows select(int... patterns) {
    double[][][] chosen = new double[3][patterns.length][];
    for (int i = 0; i < patterns.length; i++) {
      chosen[0][i] = position[patterns[i]];
      chosen[1][i] = from[patterns[i]];
      chosen[2][i] = to[patterns[i]];
    }
    return new PeakWindows(labels, chosen[0], chosen[1], chosen[2]);
  }

  private static void requireShape(double[][] numbers, int patterns, int peaks) {
    boolean sound = numbers.length == patterns;
    for (double[] row : numbers) {
      sound &= row.length == peaks;
    }
    if (!sound) {
      throw new ExplainException(
          "The windows are not " + patterns + " patterns × " + peaks + " peaks.",
          "Give three numbers for each pattern and peak.");
    }
  }

  private static void requireSound(
      String label, double[][] position, double[][] from, double[][] to, int pattern, int peak) {
    double at = position[pattern][peak];
    double first = from[pattern][peak];
    double last = to[pattern][peak];
    boolean absent = Double.isNaN(at) && Double.isNaN(first) && Double.isNaN(last);
    if (!absent && !(first < last && first <= at && at <= last)) {
      throw new ExplainException(
          String.format(
              "The peak %s of pattern %d at %s has a window from %s to %s.",
              label, pattern + 1, at, first, last),
          "Give a window that holds the peak, or three times NaN where it is absent.");
    }
  }
}
