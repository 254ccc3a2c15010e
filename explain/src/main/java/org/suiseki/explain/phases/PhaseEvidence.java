package org.suiseki.explain.phases;

import java.util.Arrays;

/** Which peaks of each phase of a mixture are seen. */
final class PhaseEvidence {
  private static final double VISIBLE = 4;
  private static final double WEAKEST = 0.02;
  private static final double THERE = 0.5;
  private static final double LEAST_SHARE = 0.75;

  /** How often an arbitrary place of a crowded pattern has something left to explain. */
  private static final double COINCIDENCE = 0.3;

  /** A step of strain after which peaks meet others anew. */
  private static final double TRIED_STRAIN = 0.002;

  private static final double UNSTRAINED = 0.0015;
  private static final double LARGEST_CHANCE = 0.05;

  private final PatternFit fit;
  private final Mixture mixture;
  private final double width;
  private final double[] deviations;

  /** Calculated peaks of all phases. */
  private final double[] all;

  /** Observed less calculated. */
  private final double[] left;

  PhaseEvidence(PatternFit fit, Mixture mixture, double width) {
    this.fit = fit;
    this.mixture = mixture;
    this.width = width;
    this.all = fit.peaks(mixture.columns(), mixture.scales());
    this.deviations = fit.pattern.deviations();
    double[] background = fit.background(all);
    this.left = fit.y.clone();
    for (int i = 0; i < left.length; i++) {
      left[i] -= all[i] + background[i];
    }
  }

  /**
   * @param visible peaks that should stand out of the noise
   * @param matched those of them where at least half of the height is there
   * @param share of the visible height that is matched
   * @param own matched peaks that no other phase covers
   */
  record Seen(int visible, int matched, double share, int own) {}

  /**
   * Whether a phase is more than a few coincidences, which are the likelier the farther its lattice
   * had to be stretched to meet them.
   */
  boolean seen(int phase) {
    Seen seen = of(phase);
    double strain = Math.abs(mixture.phases().get(phase).strain());
    boolean most = seen.matched() >= 2 && seen.share() >= LEAST_SHARE && seen.own() >= 2;
    boolean exact = seen.matched() == seen.visible() && strain < UNSTRAINED;
    return most && (exact || chance(seen) * (1 + strain / TRIED_STRAIN) < LARGEST_CHANCE);
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
    double[] column = mixture.columns().get(phase).plain();
    Count count = new Count(column, mixture.scales()[phase]);
    for (int k = 0; k < state.lines().count(); k++) {
      double at = fit.shape.position(state, mixture.instrument(), k);
      count.look((int) Math.round((at - fit.x[0]) / fit.pattern.step()));
    }
    return count.seen();
  }

  /** Goes along the reflections of a phase; those that overlap count once. */
  private final class Count {
    private final double[] column;
    private final double scale;
    private final int half = Math.max(1, (int) Math.round(0.4 * width / fit.pattern.step()));
    private final double least;
    private int before = Integer.MIN_VALUE / 2;
    private int visible;
    private int matched;
    private int own;
    private double visibleHeight;
    private double matchedHeight;

    Count(double[] column, double scale) {
      this.column = column;
      this.scale = scale;
      this.least = WEAKEST * scale * Arrays.stream(column).max().orElse(0);
    }

    void look(int index) {
      boolean within = index >= half && index < column.length - half;
      if (!within || Math.abs(index - before) <= half) {
        return;
      }
      double height = mean(column, index) * scale;
      double noise = deviations[index] / Math.sqrt(2 * half + 1);
      if (height < VISIBLE * noise || height < least) {
        return;
      }
      before = index;
      visible++;
      visibleHeight += height;
      if (mean(left, index) + height >= THERE * height) {
        matched++;
        matchedHeight += height;
        own += mean(all, index) - height < height ? 1 : 0;
      }
    }

    Seen seen() {
      return new Seen(visible, matched, visible == 0 ? 0 : matchedHeight / visibleHeight, own);
    }

    private double mean(double[] values, int index) {
      double sum = 0;
      for (int i = index - half; i <= index + half; i++) {
        sum += values[i];
      }
      return sum / (2 * half + 1);
    }
  }
}
