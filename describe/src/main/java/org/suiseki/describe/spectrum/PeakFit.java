package org.suiseki.describe.spectrum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.suiseki.describe.DescribeException;
import org.suiseki.describe.spectrum.FittedPeak.Measured;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;

/**
 * Fits pseudo-Voigts to peaks, those whose windows overlap together, over one straight background
 * in each window. Deviations of the results are from the inverse of the normal equations.
 *
 * <p>With a doublet each peak is two lines, whose angles belong to the same planes: positions,
 * heights and areas are those of Kα1. Found peaks that stand where another's Kα2 has to, and are
 * lower, are taken for it. Without one, Kα2 is no part of the shape: strip it before.
 *
 * <p>Cost: some 30 rounds of O(points · peaks) for each window; a pattern of 8,000 points with 50
 * peaks takes some 0.1 s.
 *
 * @param reach of the window to each side of a peak, in its found width; the tails of peaks in
 *     other windows count as background
 * @param doublet of the tube, over two-theta; empty where the peaks are single
 */
public record PeakFit(double reach, Optional<Doublet> doublet) {
  /** Weights from the model settle to a thousandth of a deviation in as many. */
  private static final int ROUNDS = 4;

  private static final double START_MIXING = 0.5;

  /** In steps: a narrower peak has its window as if it were as wide. */
  private static final double LEAST_WIDTH = 2.5;

  /** By so much a peak may turn out wider than found, where its flanks are hidden. */
  private static final double WIDENS = 6;

  /** Parts of a width within which a peak stands where a second line has to. */
  private static final double AT_SECOND = 0.5;

  /**
   * @throws DescribeException for a reach outside 1 to 100
   */
  public PeakFit {
    if (!(reach >= 1 && reach <= 100)) {
      throw new DescribeException(
          "The reach is " + reach + " widths.", "Give 1 to 100, such as 4.");
    }
  }

  /** For single lines. */
  public PeakFit(double reach) {
    this(reach, Optional.empty());
  }

  /** With a reach of 4 widths, for single lines. */
  public static PeakFit standard() {
    return new PeakFit(4);
  }

  /** The same, for a pattern in which every peak has two lines. */
  public PeakFit withDoublet(Doublet lines) {
    return new PeakFit(reach, Optional.of(lines));
  }

  /**
   * Fits by known deviations.
   *
   * @param deviations of each value, above 0, in the values' unit
   * @return in rising position
   * @throws DescribeException where a window has too few points for its peaks, or a pattern with a
   *     doublet is not over two-theta
   */
  public List<FittedWindow> fit(Spectrum spectrum, double[] deviations, List<FoundPeak> peaks) {
    PeakFinder.requireDeviations(spectrum, deviations);
    double[] weights = new double[deviations.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1 / (deviations[i] * deviations[i]);
    }
    return fit(spectrum, weights, peaks, 1);
  }

  /**
   * Fits counts by weights from the fitted model, again and again until they settle: weights from
   * the counts themselves favour those that fell low, and lose about one count at each point.
   *
   * @return in rising position
   * @throws DescribeException for negative counts, or where a window has too few points
   */
  public List<FittedWindow> fitCounts(Spectrum spectrum, List<FoundPeak> peaks) {
    double[] weights = PeakNoise.COUNTING.of(spectrum);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1 / (weights[i] * weights[i]);
    }
    return fit(spectrum, weights, peaks, ROUNDS);
  }

  private List<FittedWindow> fit(
      Spectrum spectrum, double[] weights, List<FoundPeak> peaks, int rounds) {
    List<FoundPeak> sorted = new ArrayList<>(peaks);
    sorted.sort(Comparator.comparingDouble(FoundPeak::position));
    if (doublet.isPresent()) {
      DiffractionAxis.requireTwoTheta(spectrum.axis(), "A doublet");
      sorted = withoutSecondLines(sorted, doublet.get());
    }
    List<FittedWindow> windows = new ArrayList<>();
    int first = 0;
    while (first < sorted.size()) {
      double from = sorted.get(first).position() - side(spectrum, sorted.get(first));
      double to = sorted.get(first).position() + side(spectrum, sorted.get(first));
      int end = first + 1;
      while (end < sorted.size()
          && sorted.get(end).position() - side(spectrum, sorted.get(end)) <= to) {
        FoundPeak next = sorted.get(end++);
        from = Math.min(from, next.position() - side(spectrum, next));
        to = Math.max(to, next.position() + side(spectrum, next));
      }
      windows.add(window(spectrum, weights, sorted.subList(first, end), from, to, rounds));
      first = end;
    }
    return List.copyOf(windows);
  }

  /** Of the window, to each side of a peak. */
  private double side(Spectrum spectrum, FoundPeak peak) {
    Axis axis = spectrum.axis();
    int left = Math.min(Math.max(0, axis.indexAtOrBelow(peak.position())), axis.length() - 2);
    double step = axis.at(left + 1) - axis.at(left);
    return reach * Math.max(peak.width(), LEAST_WIDTH * step);
  }

  private static List<FoundPeak> withoutSecondLines(List<FoundPeak> sorted, Doublet lines) {
    List<FoundPeak> firsts = new ArrayList<>();
    for (FoundPeak peak : sorted) {
      boolean second =
          firsts.stream()
              .anyMatch(one ->
                  peak.prominence() < one.prominence()
                      && Math.abs(lines.secondOf(one.position()) - peak.position())
                          < AT_SECOND * Math.min(one.width(), peak.width()));
      if (!second) {
        firsts.add(peak);
      }
    }
    return firsts;
  }

  private FittedWindow window(
      Spectrum spectrum,
      double[] weights,
      List<FoundPeak> peaks,
      double from,
      double to,
      int rounds) {
    Axis axis = spectrum.axis();
    int begin = from <= axis.first() ? 0 : axis.indexAtOrBelow(from) + 1;
    int end = axis.indexAtOrBelow(to) + 1;
    int unknowns = PeakSum.BACKGROUND + PeakSum.EACH * peaks.size();
    if (end - begin <= unknowns) {
      throw new DescribeException(
          String.format(
              "The window from %s to %s %s has %d points for %d unknowns.",
              from, to, axis.unit(), Math.max(0, end - begin), unknowns),
          "Widen the reach, or leave peaks out.");
    }
    double[] x = Arrays.copyOfRange(axis.values(), begin, end);
    double[] y = Arrays.copyOfRange(spectrum.values(), begin, end);
    double[] own = Arrays.copyOfRange(weights, begin, end);
    double[] parameters = start(x, y, peaks);
    PeakLeastSquares squares =
        new PeakLeastSquares(
            x, y, own, parameters, ends(x, parameters, -1), ends(x, parameters, 1), doublet);
    boolean converged = squares.run(rounds == 1 ? PeakLeastSquares.FINE : PeakLeastSquares.COARSE);
    for (int round = 1; round < rounds; round++) {
      double[] model = squares.model();
      for (int i = 0; i < own.length; i++) {
        own[i] = 1 / Math.max(1, model[i]);
      }
      converged = squares.run(PeakLeastSquares.FINE);
    }
    return result(x, parameters, squares, converged);
  }

  private static double[] start(double[] x, double[] y, List<FoundPeak> peaks) {
    double[] parameters = new double[PeakSum.BACKGROUND + PeakSum.EACH * peaks.size()];
    int last = x.length - 1;
    parameters[0] = y[0];
    parameters[1] = y[last];
    int p = PeakSum.BACKGROUND;
    for (FoundPeak peak : peaks) {
      double t = (peak.position() - x[0]) / (x[last] - x[0]);
      double background = y[0] * (1 - t) + y[last] * t;
      parameters[p] = peak.position();
      // Between crowded peaks the ends may lie high; half the prominence is there at least.
      parameters[p + 1] = Math.max(peak.height() - background, 0.5 * peak.prominence());
      parameters[p + 2] = peak.width();
      parameters[p + 3] = START_MIXING;
      p += PeakSum.EACH;
    }
    return parameters;
  }

  /**
   * The least or the most that the numbers of peaks may become: within a found width or two of
   * where they were found, or a weak peak beside a strong one would wander off to improve that one.
   */
  private static double[] ends(double[] x, double[] start, int side) {
    double range = x[x.length - 1] - x[0];
    double[] ends = new double[start.length];
    Arrays.fill(ends, 0, PeakSum.BACKGROUND, side * Double.POSITIVE_INFINITY);
    for (int p = PeakSum.BACKGROUND; p < start.length; p += PeakSum.EACH) {
      double width = start[p + 2];
      boolean most = side > 0;
      ends[p] = Math.min(Math.max(start[p] + side * width, x[0]), x[x.length - 1]);
      ends[p + 1] = most ? Double.POSITIVE_INFINITY : 0;
      ends[p + 2] =
          most ? Math.min(WIDENS * width, range) : Math.min(width, 0.1 * range / (x.length - 1));
      ends[p + 3] = most ? 1 : 0;
    }
    return ends;
  }

  private static FittedWindow result(
      double[] x, double[] parameters, PeakLeastSquares squares, boolean converged) {
    double[] covariance = squares.covariance();
    List<FittedPeak> fitted = new ArrayList<>();
    for (int p = PeakSum.BACKGROUND; p < parameters.length; p += PeakSum.EACH) {
      fitted.add(
          new FittedPeak(
              measured(parameters, covariance, p),
              measured(parameters, covariance, p + 1),
              measured(parameters, covariance, p + 2),
              measured(parameters, covariance, p + 3),
              area(parameters, covariance, p),
              squares.settled(p)));
    }
    fitted.sort(Comparator.comparingDouble(one -> one.position().value()));
    return new FittedWindow(
        x[0],
        x[x.length - 1],
        fitted,
        new double[] {parameters[0], parameters[1]},
        squares.chiSquare(),
        x.length - parameters.length,
        converged && Double.isFinite(covariance[0]));
  }

  private static Measured measured(double[] parameters, double[] covariance, int index) {
    double variance = covariance[index * (parameters.length + 1)];
    return new Measured(parameters[index], Math.sqrt(variance));
  }

  private static Measured area(double[] parameters, double[] covariance, int p) {
    double[] slopes = new double[PeakSum.EACH];
    double area = PeakSum.area(parameters, p, slopes);
    double variance = 0;
    for (int k = 1; k < PeakSum.EACH; k++) {
      for (int l = 1; l < PeakSum.EACH; l++) {
        variance += slopes[k] * slopes[l] * covariance[(p + k) * parameters.length + p + l];
      }
    }
    return new Measured(area, Math.sqrt(Math.max(0, variance)));
  }
}
