package org.suiseki.explain.phases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.suiseki.describe.spectrum.FoundPeak;
import org.suiseki.describe.spectrum.PeakFinder;
import org.suiseki.matter.SuisekiException;

/**
 * Peaks that no phase accounts for.
 *
 * @param share of the height of all peaks found, from 0 to 1
 */
record UnexplainedPeaks(List<UnexplainedPeak> peaks, double share) {
  private static final int SMOOTHING = 5;
  private static final double NOISES = 10;
  private static final double LEAST_SHARE = 0.01;

  /** A peak counts as explained where at most half of it is left. */
  private static final double LEFT = 0.5;

  static UnexplainedPeaks of(PatternFit fit, Mixture mixture, double width) {
    double[] peaks = fit.peaks(mixture.columns(), mixture.scales());
    double[] background = mixture.phases().isEmpty() ? fit.envelope : fit.background(peaks);
    double[] net = fit.y.clone();
    for (int i = 0; i < net.length; i++) {
      net[i] -= background[i];
    }
    int half = Math.max(1, (int) Math.round(0.5 * width / fit.pattern.step()));
    double all = 0;
    double left = 0;
    double highest = 0;
    List<UnexplainedPeak> unexplained = new ArrayList<>();
    for (FoundPeak one : found(fit)) {
      double observed = mean(net, one.index(), half);
      double missing = observed - mean(peaks, one.index(), half);
      all += Math.max(0, observed);
      highest = Math.max(highest, observed);
      // What rises from others' tails is less than what lies above the background.
      double own = Math.min(observed, one.prominence());
      if (missing > LEFT * own && own > 0) {
        left += missing;
        double spacing = spacing(fit, mixture, one.position());
        unexplained.add(new UnexplainedPeak(one.position(), spacing, missing));
      }
    }
    List<UnexplainedPeak> sorted = sorted(unexplained, highest);
    return new UnexplainedPeaks(sorted, sorted.isEmpty() ? 0 : left / all);
  }

  private static double mean(double[] values, int index, int half) {
    int from = Math.max(0, index - half);
    int to = Math.min(values.length - 1, index + half);
    double sum = 0;
    for (int i = from; i <= to; i++) {
      sum += values[i];
    }
    return sum / (to - from + 1);
  }

  /** The highest first, by the highest of all. */
  private static List<UnexplainedPeak> sorted(List<UnexplainedPeak> peaks, double highest) {
    return peaks.stream()
        .map(p -> new UnexplainedPeak(p.twoTheta(), p.spacing(), p.height() / highest))
        .filter(p -> p.height() > LEAST_SHARE)
        .sorted(Comparator.comparingDouble(p -> -p.height()))
        .toList();
  }

  private static List<FoundPeak> found(PatternFit fit) {
    try {
      return new PeakFinder(SMOOTHING, NOISES, 0.005)
          .find(fit.pattern.spectrum(), fit.pattern.deviations());
    } catch (SuisekiException e) {
      // Too short to be smoothed.
      return List.of();
    }
  }

  private static double spacing(PatternFit fit, Mixture mixture, double twoTheta) {
    double cosine = Math.cos(Math.toRadians(twoTheta / 2));
    double shift =
        Instrument.ZERO.of(mixture.instrument())
            - Instrument.DISPLACEMENT.of(mixture.instrument()) * cosine;
    double theta = Math.toRadians((twoTheta - shift) / 2);
    return fit.pattern.radiation().wavelength() / (2 * Math.sin(theta));
  }
}
