package org.suiseki.study.coreloss;

import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Whether the claim of the paper holds for one property: an intensive one can be read from the
 * spectrum alone, an extensive one only once the element ratios join.
 *
 * <p>"Can be read" means R² of at least {@value #READABLE} on molecules held out at random. That
 * the ratios add something means that the gain in R² is above zero in 97.5 % of 1000 draws of the
 * molecules with replacement.
 *
 * @param holds yes, partly or no
 */
record Verdict(MolecularProperty property, String holds, String text) {
  static final double READABLE = 0.7;
  private static final double HALF_READABLE = 0.4;
  private static final int DRAWS = 1000;

  static Verdict of(MolecularProperty property, int index, Scores scores, long seed) {
    double alone = r2(scores, property, FeatureSet.SPECTRUM);
    double ratios = r2(scores, property, FeatureSet.RATIOS);
    double both = r2(scores, property, FeatureSet.BOTH);
    double[] gain =
        gain(
            scores.truth(index),
            network(scores, FeatureSet.SPECTRUM).mean(index),
            network(scores, FeatureSet.BOTH).mean(index),
            seed);
    boolean gains = gain[0] > 0;
    String numbers =
        String.format(
            Locale.ROOT,
            "R² %.2f from the spectrum alone, %.2f from the ratios alone, %.2f from both"
                + " (gain %+.2f, 95 %% %+.2f to %+.2f).",
            alone,
            ratios,
            both,
            both - alone,
            gain[0],
            gain[1]);
    String holds =
        property.kind() == MolecularProperty.Kind.INTENSIVE
            ? intensive(alone)
            : extensive(alone, both, gains);
    return new Verdict(property, holds, words(property, holds, alone, both, gains) + " " + numbers);
  }

  private static String intensive(double alone) {
    return alone >= READABLE ? "yes" : alone >= HALF_READABLE ? "partly" : "no";
  }

  private static String extensive(double alone, double both, boolean gains) {
    if (alone < READABLE && both >= READABLE && gains) {
      return "yes";
    }
    return gains ? "partly" : "no";
  }

  private static String words(
      MolecularProperty property, String holds, double alone, double both, boolean gains) {
    if (property.kind() == MolecularProperty.Kind.INTENSIVE) {
      return switch (holds) {
        case "yes" -> "The spectrum alone is enough, as claimed.";
        case "partly" ->
            "The spectrum alone tells part of it"
                + (gains ? "; the ratios tell more, which the claim does not foresee." : ".");
        default ->
            "The spectrum alone does not tell it"
                + (gains && both >= HALF_READABLE ? "; with the ratios part of it shows." : ".");
      };
    }
    if (holds.equals("yes")) {
      return "The spectrum alone is not enough; with the ratios it can be read, as claimed.";
    }
    if (!gains) {
      return "The ratios add nothing that can be told from chance.";
    }
    return alone >= READABLE
        ? "The spectrum alone already tells it among molecules this small; the ratios add to it."
        : "The ratios help, as claimed, but even both together do not reach R² " + READABLE + ".";
  }

  private static OutOfFold network(Scores scores, FeatureSet features) {
    return scores.predictions(SplitKind.RANDOM, features, Scores.NETWORK);
  }

  private static double r2(Scores scores, MolecularProperty property, FeatureSet features) {
    return scores.score(property, features, Scores.NETWORK, SplitKind.RANDOM).r2();
  }

  /** The 95 % interval of R²(with) − R²(without) under drawing the molecules with replacement. */
  static double[] gain(double[] truth, double[] without, double[] with, long seed) {
    int[] known =
        java.util.stream.IntStream.range(0, truth.length)
            .filter(row -> !Double.isNaN(truth[row]))
            .toArray();
    SplittableRandom random = new SplittableRandom(seed);
    double[] gains = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double sum = 0;
      double squares = 0;
      double lost = 0;
      double kept = 0;
      for (int i = 0; i < known.length; i++) {
        int row = known[random.nextInt(known.length)];
        sum += truth[row];
        squares += truth[row] * truth[row];
        lost += (truth[row] - without[row]) * (truth[row] - without[row]);
        kept += (truth[row] - with[row]) * (truth[row] - with[row]);
      }
      gains[draw] = (lost - kept) / (squares - sum * sum / known.length);
    }
    java.util.Arrays.sort(gains);
    return new double[] {gains[(int) (0.025 * DRAWS)], gains[(int) (0.975 * DRAWS) - 1]};
  }
}
