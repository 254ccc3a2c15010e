package org.suiseki.study.coreloss;

import java.util.Locale;
import org.suiseki.learn.Interval;
import org.suiseki.study.OutOfFold;

/**
 * Whether the claim of the paper holds for one property: an intensive one can be read from the
 * spectrum alone, an extensive one only once the element ratios join.
 *
 * <p>All by the network on molecules held out at random. "Can be read" means that the lower end of
 * the 95 % interval of R² is at least {@value #READABLE}, "in part" that R² is at least {@value
 * #IN_PART}. That something adds means that the 95 % interval of its gain in R² lies above zero.
 * For "yes" an extensive property must need both: the ratios have to add to the spectrum, and the
 * spectrum to the ratios.
 *
 * @param holds yes, partly or no
 */
record Verdict(MolecularProperty property, String holds, String text) {
  static final double READABLE = 0.7;
  private static final double IN_PART = 0.4;

  static Verdict of(MolecularProperty property, int index, Scores scores) {
    Evidence evidence =
        new Evidence(
            score(scores, property, FeatureSet.SPECTRUM),
            score(scores, property, FeatureSet.RATIOS),
            score(scores, property, FeatureSet.BOTH),
            gain(scores, index, FeatureSet.SPECTRUM),
            gain(scores, index, FeatureSet.RATIOS));
    boolean intensive = property.kind() == MolecularProperty.Kind.INTENSIVE;
    String holds = intensive ? evidence.intensive() : evidence.extensive();
    String words = intensive ? evidence.intensiveWords(holds) : evidence.extensiveWords(holds);
    return new Verdict(property, holds, words + " " + evidence.numbers());
  }

  static boolean readable(Score score) {
    return score.interval().low() >= READABLE;
  }

  private static Score score(Scores scores, MolecularProperty property, FeatureSet features) {
    return scores.score(property, features, Scores.NETWORK, SplitKind.RANDOM);
  }

  /** What both together gain over one of them. */
  private static Interval gain(Scores scores, int index, FeatureSet without) {
    OutOfFold both = scores.predictions(SplitKind.RANDOM, FeatureSet.BOTH, Scores.NETWORK);
    return Score.gain(
        scores.truth(index),
        scores.predictions(SplitKind.RANDOM, without, Scores.NETWORK).mean(index),
        both.mean(index),
        both.fold());
  }

  private record Evidence(
      Score alone, Score ratios, Score both, Interval ratiosAdd, Interval spectrumAdds) {

    String intensive() {
      return readable(alone) ? "yes" : alone.r2() >= IN_PART ? "partly" : "no";
    }

    String extensive() {
      if (!readable(alone) && readable(both) && above(ratiosAdd) && above(spectrumAdds)) {
        return "yes";
      }
      return above(ratiosAdd) ? "partly" : "no";
    }

    String intensiveWords(String holds) {
      String more = above(ratiosAdd) ? "; the ratios add to it." : ".";
      return switch (holds) {
        case "yes" -> "It can be read from the spectrum alone, as claimed" + more;
        case "partly" -> "Part of it can be read from the spectrum alone" + more;
        default -> "Little of it can be read from the spectrum alone" + more;
      };
    }

    String extensiveWords(String holds) {
      if (holds.equals("yes")) {
        return "The spectrum alone is not enough; with the ratios it can be read, as claimed.";
      }
      if (!above(ratiosAdd)) {
        return "The ratios add nothing to the spectrum that can be told from chance.";
      }
      if (!above(spectrumAdds)) {
        return "The ratios help; what the spectrum adds to the ratios cannot be told from chance.";
      }
      return readable(alone)
          ? "The spectrum alone already tells it among molecules this small; the ratios add to it."
          : "Spectrum and ratios each add to the other, as claimed, but even both together do not"
              + " make it readable.";
    }

    String numbers() {
      String text =
          String.format(
              Locale.ROOT,
              "R² %.2f from the spectrum alone, %.2f from the ratios alone, %.2f from both. Gain of"
                  + " both over the spectrum %s, over the ratios %s.",
              alone.r2(),
              ratios.r2(),
              both.r2(),
              gain(both.r2() - alone.r2(), ratiosAdd),
              gain(both.r2() - ratios.r2(), spectrumAdds));
      return text.replace('-', '−');
    }

    private static String gain(double value, Interval interval) {
      return String.format(
          Locale.ROOT, "%+.3f [%+.3f, %+.3f]", value, interval.low(), interval.high());
    }

    private static boolean above(Interval interval) {
      return interval.low() > 0;
    }
  }
}
