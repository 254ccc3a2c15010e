package org.suiseki.explain.latent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.suiseki.describe.spectrum.FoundPeak;
import org.suiseki.describe.spectrum.PeakFinder;
import org.suiseki.explain.ExplainException;
import org.suiseki.explain.latent.WindowJoining.Span;
import org.suiseki.learn.Quantile;
import org.suiseki.learn.Table;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;

/** The windows of peaks that patterns show, without a structure. */
final class FoundWindows {

  /** Peaks of 1 % of the highest and more. */
  static final PeakFinder FINDER = new PeakFinder(5, 8, 0.01);

  /** Median absolute second difference of white noise of deviation 1: 0.6745 √6. */
  private static final double SECOND_DIFFERENCE = 1.6521;

  /** Noise is taken to be no less than this part of the highest value. */
  private static final double LEAST_NOISE = 1e-4;

  /** Decimals that tell any two places of a grid apart. */
  private static final int MOST_DECIMALS = 9;

  private final Axis axis;
  private final Table rows;
  private final PeakFinder finder;
  private final double tolerance;
  private final double reach;

  FoundWindows(Axis axis, Table rows, PeakFinder finder, double tolerance, double reach) {
    this.axis = axis;
    this.rows = rows;
    this.finder = finder;
    this.tolerance = tolerance;
    this.reach = reach;
    if (rows.width() != axis.length() || rows.rows() < 1) {
      throw new ExplainException(
          "Patterns of " + rows.width() + " points on an axis of " + axis.length() + ".",
          "Give at least one pattern, with one value for each point of the axis.");
    }
    if (!(tolerance >= 0 && reach > 0 && tolerance + reach < Double.POSITIVE_INFINITY)) {
      throw new ExplainException(
          "A tolerance of " + tolerance + " " + axis.unit() + " and " + reach + " widths.",
          "Give a tolerance of 0 or more and a number of widths above 0.");
    }
  }

  PeakWindows windows() {
    List<FoundPeak> peaks = peaks(mean());
    if (peaks.isEmpty()) {
      throw new ExplainException(
          "The mean of the patterns has no peak above its noise.",
          "Give patterns without background, or a finder with a lower threshold.");
    }
    int patterns = rows.rows();
    double[][] position = new double[patterns][peaks.size()];
    double[][] widths = new double[patterns][peaks.size()];
    for (int pattern = 0; pattern < patterns; pattern++) {
      match(peaks, peaks(rows.row(pattern)), position[pattern], widths[pattern]);
    }
    Span[][] spans = new Span[patterns][peaks.size()];
    for (int peak = 0; peak < peaks.size(); peak++) {
      double width = width(widths, peak);
      for (int pattern = 0; pattern < patterns; pattern++) {
        double at = position[pattern][peak];
        spans[pattern][peak] = new Span(at, at, at, width);
      }
    }
    WindowJoining joining = new WindowJoining(spans, reach, axis);
    List<int[]> groups =
        joining.groups(peaks.stream().mapToDouble(FoundPeak::prominence).toArray());
    double[] places = groups.stream().mapToDouble(g -> peaks.get(g[0]).position()).toArray();
    return joining.windows(groups, labels(places, axis.unit()));
  }

  private double[] mean() {
    double[] mean = new double[axis.length()];
    for (int row = 0; row < rows.rows(); row++) {
      for (int point = 0; point < mean.length; point++) {
        mean[point] += rows.get(row, point) / rows.rows();
      }
    }
    return mean;
  }

  private List<FoundPeak> peaks(double[] values) {
    Spectrum pattern = new Spectrum(axis, values, "intensity", "1", Map.of());
    double[] deviations = new double[values.length];
    Arrays.fill(deviations, noise(values));
    return finder.find(pattern, deviations);
  }

  /**
   * Of the whole pattern from its second differences; unlike that of measured counts it may be
   * nothing, as of simulated patterns and where a background was cut at 0.
   */
  private static double noise(double[] values) {
    double[] sizes = new double[Math.max(1, values.length - 2)];
    double highest = Double.MIN_NORMAL;
    for (int i = 0; i < values.length; i++) {
      highest = Math.max(highest, Math.abs(values[i]));
      if (i + 2 < values.length) {
        sizes[i] = Math.abs(values[i] - 2 * values[i + 1] + values[i + 2]);
      }
    }
    return Math.max(Quantile.of(sizes, 0.5) / SECOND_DIFFERENCE, LEAST_NOISE * highest);
  }

  /** Writes the place of each peak of the mean in one pattern, and its width there or NaN. */
  private void match(
      List<FoundPeak> wanted, List<FoundPeak> own, double[] position, double[] width) {
    for (int peak = 0; peak < position.length; peak++) {
      double place = wanted.get(peak).position();
      double least = tolerance;
      position[peak] = place;
      width[peak] = Double.NaN;
      for (FoundPeak candidate : own) {
        double distance = Math.abs(candidate.position() - place);
        if (distance <= least) {
          least = distance;
          position[peak] = candidate.position();
          width[peak] = candidate.width();
        }
      }
    }
  }

  /** The median of the patterns' own; peaks that move make that of the mean pattern too wide. */
  private double width(double[][] widths, int peak) {
    double[] known =
        Arrays.stream(widths)
            .mapToDouble(row -> row[peak])
            .filter(one -> !Double.isNaN(one))
            .toArray();
    double step = (axis.last() - axis.first()) / (axis.length() - 1);
    return Math.max(step, known.length == 0 ? step : Quantile.of(known, 0.5));
  }

  /** What follows a number on an axis of this unit. */
  static String suffix(String unit) {
    return unit.equals("degree") ? "°" : " " + unit;
  }

  /** As few decimals as tell all apart, one at least. */
  static List<String> labels(double[] places, String unit) {
    String suffix = suffix(unit);
    List<String> labels = new ArrayList<>();
    for (int decimals = 1; decimals <= MOST_DECIMALS; decimals++) {
      labels.clear();
      for (double place : places) {
        labels.add(String.format(Locale.ROOT, "%." + decimals + "f%s", place, suffix));
      }
      if (new HashSet<>(labels).size() == labels.size()) {
        break;
      }
    }
    return labels;
  }
}
