package org.suiseki.explain.phases;

/** Which peaks of each phase of a mixture are seen. */
final class PhaseEvidence {
  private static final double VISIBLE = 4;
  private static final double WEAKEST = 0.02;
  private static final double THERE = 0.5;
  private static final double LEAST_SHARE = 0.75;

  /** How often an arbitrary place of a crowded pattern has something left to explain. */
  private static final double COINCIDENCE = 0.3;

  private static final double LARGEST_CHANCE = 0.05;

  private final PatternFit fit;
  private final Mixture mixture;
  private final double width;
  private final double[] left;

  PhaseEvidence(PatternFit fit, Mixture mixture, double width) {
    this.fit = fit;
    this.mixture = mixture;
    this.width = width;
    double[] peaks = fit.peaks(mixture.columns(), mixture.scales());
    double[] background = fit.background(peaks);
    this.left = fit.y.clone();
    for (int i = 0; i < left.length; i++) {
      left[i] -= peaks[i] + background[i];
    }
  }

  /**
   * @param visible peaks that should stand out of the noise
   * @param matched those of them where at least half of the height is there
   * @param share of the visible height that is matched
   * @param own matched peaks that no other phase covers
   */
  record Seen(int visible, int matched, double share, int own) {}

  /** Whether a phase is more than a few coincidences. */
  boolean seen(int phase) {
    Seen seen = of(phase);
    boolean most = seen.matched() > 0 && seen.share() >= LEAST_SHARE;
    boolean certain = seen.matched() == seen.visible() || chance(seen) < LARGEST_CHANCE;
    return most && certain && seen.own() >= Math.min(2, seen.visible());
  }

  /** That so many of its peaks, or more, lie on something by chance. */
  private static double chance(Seen seen) {
    double sum = 0;
    double term = Math.pow(1 - COINCIDENCE, seen.visible());
    for (int k = 0; k <= seen.visible(); k++) {
      sum += k >= seen.matched() ? term : 0;
      term *= (seen.visible() - k) / (k + 1.0) * COINCIDENCE / (1 - COINCIDENCE);
    }
    return sum;
  }

  Seen of(int phase) {
    PhaseState state = mixture.phases().get(phase);
    double scale = mixture.scales()[phase];
    double[] column = mixture.columns().get(phase).plain();
    double[] all = fit.peaks(mixture.columns(), mixture.scales());
    double highest = 0;
    for (double value : column) {
      highest = Math.max(highest, value);
    }
    int half = Math.max(1, (int) Math.round(0.4 * width / fit.pattern.step()));
    double[] deviations = fit.pattern.deviations();
    int visible = 0;
    int matched = 0;
    int own = 0;
    double visibleHeight = 0;
    double matchedHeight = 0;
    int before = -10 * half;
    for (int k = 0; k < state.lines().count(); k++) {
      double at = fit.shape.position(state, mixture.instrument(), k);
      int index = (int) Math.round((at - fit.x[0]) / fit.pattern.step());
      if (!(index >= half && index < column.length - half) || Math.abs(index - before) <= half) {
        continue;
      }
      double height = mean(column, index, half) * scale;
      double noise = deviations[index] / Math.sqrt(2 * half + 1);
      if (height < VISIBLE * noise || height < WEAKEST * highest * scale) {
        continue;
      }
      before = index;
      visible++;
      visibleHeight += height;
      double others = mean(all, index, half) - height;
      double observed = mean(left, index, half) + height;
      if (observed >= THERE * height) {
        matched++;
        matchedHeight += height;
        own += others < height ? 1 : 0;
      }
    }
    return new Seen(visible, matched, visible == 0 ? 0 : matchedHeight / visibleHeight, own);
  }

  private static double mean(double[] values, int index, int half) {
    double sum = 0;
    for (int i = index - half; i <= index + half; i++) {
      sum += values[i];
    }
    return sum / (2 * half + 1);
  }
}
