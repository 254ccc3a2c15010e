package org.suiseki.explain.phases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A quick look whether a candidate's peaks are there. Over a grid of isotropic strains and zero
 * shifts the observed heights o at the candidate's strongest peaks are set against the heights a h
 * it should have; a is chosen so that Σ min(a h, o) − 2 Σ max(0, a h − o) is greatest, which is the
 * weighted lower third of o/h: a peak that is missing costs twice what one that is there earns,
 * while peaks higher than they should be (of other phases, or of texture) cost nothing. Cost: some
 * 30 peaks at each of a few hundred places of the grid.
 */
final class PeakScore {
  private static final int MOST_PEAKS = 30;
  private static final double WEAKEST = 0.02;
  private static final double STEP = 6e-4;
  private static final double MISSING = 2;

  private final PatternFit fit;
  private final double width;
  private final double mostStrain;

  /**
   * @param width of a typical peak in degrees
   */
  PeakScore(PatternFit fit, double width, double mostStrain) {
    this.fit = fit;
    this.width = width;
    this.mostStrain = mostStrain;
  }

  /**
   * Where a candidate fits best.
   *
   * @param score explained height less missing height, in the pattern's unit
   * @param share of its own height that is there, less what is missing; 1 at best
   */
  record Match(PhaseLines lines, double strain, double zero, double score, double share) {}

  /**
   * @param peaks of {@link #peaks}
   * @param net what is to be explained, smoothed as by {@link #net}
   * @param zeros in degrees, added to the instrument's
   */
  Match best(Peaks peaks, double[] instrument, double[] net, double[] zeros) {
    Match best = new Match(peaks.lines(), 0, 0, 0, 0);
    int most = (int) Math.round(mostStrain / STEP);
    double[] ratio = new double[peaks.position().length];
    double[] height = new double[ratio.length];
    for (double zero : zeros) {
      double[] at = peaks.seen(instrument, zero);
      for (int s = -most; s <= most; s++) {
        Match match = match(peaks, at, s * STEP, zero, net, ratio, height);
        if (match.score() > best.score()) {
          best = match;
        }
      }
    }
    return best;
  }

  /** Observed less others, not below 0, the mean over half a width and then the highest around. */
  double[] net(double[] values) {
    int n = values.length;
    int half = Math.max(0, (int) Math.round(0.25 * width / fit.pattern.step()));
    double[] smooth = new double[n];
    for (int i = 0; i < n; i++) {
      int from = Math.max(0, i - half);
      int to = Math.min(n - 1, i + half);
      for (int j = from; j <= to; j++) {
        smooth[i] += values[j];
      }
      smooth[i] = Math.max(0, smooth[i] / (to - from + 1));
    }
    double[] highest = new double[n];
    int around = Math.max(1, (int) Math.round(0.3 * width / fit.pattern.step()));
    for (int i = 0; i < n; i++) {
      for (int j = Math.max(0, i - around); j <= Math.min(n - 1, i + around); j++) {
        highest[i] = Math.max(highest[i], smooth[j]);
      }
    }
    return highest;
  }

  /**
   * The strongest peaks of a candidate.
   *
   * @param position of each for a perfect instrument, in degrees
   * @param slope degrees by which each moves for a strain of 1
   * @param height relative to the others', with what overlaps
   */
  record Peaks(PhaseLines lines, double[] position, double[] slope, double[] height) {

    /** Where an instrument shows them. */
    double[] seen(double[] instrument, double zero) {
      double[] at = position.clone();
      for (int k = 0; k < at.length; k++) {
        double cosine = Math.cos(Math.toRadians(position[k] / 2));
        at[k] +=
            zero + Instrument.ZERO.of(instrument) - Instrument.DISPLACEMENT.of(instrument) * cosine;
      }
      return at;
    }
  }

  Peaks peaks(PhaseLines lines) {
    double[] perfect = Instrument.begin(width);
    PhaseState state = PhaseState.begin(lines, 0);
    int n = lines.count();
    double[] position = new double[n];
    double[] strength = new double[n];
    for (int k = 0; k < n; k++) {
      position[k] = fit.shape.position(state, perfect, k);
      strength[k] = Double.isNaN(position[k]) ? 0 : fit.shape.intensity(state, perfect, k);
    }
    double[] height = strength.clone();
    for (int k = 0; k < n; k++) {
      // They come by rising angle.
      for (int j = k + 1; j < n && position[j] - position[k] < 2 * width; j++) {
        double t = (position[j] - position[k]) / width;
        double overlap = Math.exp(-4 * Math.log(2) * t * t);
        height[k] += strength[j] * overlap;
        height[j] += strength[k] * overlap;
      }
    }
    return strongest(lines, position, height);
  }

  private Peaks strongest(PhaseLines lines, double[] position, double[] height) {
    List<Integer> order = new ArrayList<>();
    double from = fit.x[0];
    double to = fit.x[fit.x.length - 1];
    for (int k = 0; k < position.length; k++) {
      if (position[k] > from && position[k] < to) {
        order.add(k);
      }
    }
    order.sort(Comparator.comparingDouble(k -> -height[k]));
    List<Integer> kept = new ArrayList<>();
    for (int k : order) {
      if (kept.size() == MOST_PEAKS || height[k] < WEAKEST * height[order.get(0)]) {
        break;
      }
      if (kept.stream().allMatch(j -> Math.abs(position[j] - position[k]) > 0.7 * width)) {
        kept.add(k);
      }
    }
    double[] at = kept.stream().mapToDouble(k -> position[k]).toArray();
    double[] slope =
        Arrays.stream(at).map(p -> -Math.toDegrees(2 * Math.tan(Math.toRadians(p / 2)))).toArray();
    return new Peaks(lines, at, slope, kept.stream().mapToDouble(k -> height[k]).toArray());
  }

  private Match match(
      Peaks peaks,
      double[] seen,
      double strain,
      double zero,
      double[] net,
      double[] ratio,
      double[] height) {
    double step = fit.pattern.step();
    int count = 0;
    double all = 0;
    for (int k = 0; k < seen.length; k++) {
      double at = seen[k] + strain * peaks.slope()[k];
      int index = (int) Math.round((at - fit.x[0]) / step);
      if (index < 0 || index >= net.length) {
        continue;
      }
      height[count] = peaks.height()[k];
      ratio[count] = net[index] / height[count];
      all += height[count];
      count++;
    }
    double scale = scale(ratio, height, count, all);
    double score = 0;
    for (int k = 0; k < count; k++) {
      double excess = scale - ratio[k];
      score += height[k] * (excess > 0 ? ratio[k] - MISSING * excess : scale);
    }
    // Of equal matches the one nearest to the structure as it is given.
    double away = strain / mostStrain;
    score *= 1 - 0.1 * away * away;
    return new Match(
        peaks.lines(), strain, zero, score, all > 0 && scale > 0 ? score / (scale * all) : 0);
  }

  /** The ratio below which the weight of peaks is 1/(1 + MISSING). */
  private static double scale(double[] ratio, double[] height, int count, double all) {
    for (int i = 1; i < count; i++) {
      double r = ratio[i];
      double h = height[i];
      int j = i - 1;
      for (; j >= 0 && ratio[j] > r; j--) {
        ratio[j + 1] = ratio[j];
        height[j + 1] = height[j];
      }
      ratio[j + 1] = r;
      height[j + 1] = h;
    }
    double below = 0;
    for (int i = 0; i < count; i++) {
      below += height[i];
      if (below * (1 + MISSING) >= all) {
        return ratio[i];
      }
    }
    return 0;
  }
}
