package org.suiseki.study.coreloss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suiseki.learn.Interval;
import org.suiseki.study.OutOfFold;

class VerdictTest {
  private static final int ROWS = 200;

  private static double[] gaussian(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.range(0, ROWS).mapToDouble(i -> random.nextGaussian()).toArray();
  }

  private static double squares(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
  }

  /** Predictions that have exactly this R². */
  private static OutOfFold saying(double[] truth, double r2, long seed) {
    double[] error = gaussian(seed);
    double size = Arrays.stream(error).map(e -> e * e).sum();
    double factor = Math.sqrt((1 - r2) * squares(truth) / size);
    return new OutOfFold(
        IntStream.range(0, ROWS)
            .mapToObj(i -> new double[] {truth[i] + factor * error[i]})
            .toArray(double[][]::new),
        new double[ROWS][1],
        IntStream.range(0, ROWS).map(i -> i % 5).toArray());
  }

  private static Verdict verdict(
      MolecularProperty.Kind kind, double alone, double ratios, double both) {
    double[] truth = gaussian(1);
    double[][] rows = Arrays.stream(truth).mapToObj(t -> new double[] {t}).toArray(double[][]::new);
    MolecularProperty property = new MolecularProperty("x", "x", "eV", kind);
    Scores scores =
        new Scores(
            CoreLossSamples.set(
                CoreLossSamples.table("1", rows), CoreLossSamples.table("eV", rows)),
            List.of(property));
    scores.add(SplitKind.RANDOM, FeatureSet.SPECTRUM, Scores.NETWORK, saying(truth, alone, 2));
    scores.add(SplitKind.RANDOM, FeatureSet.RATIOS, Scores.NETWORK, saying(truth, ratios, 3));
    scores.add(SplitKind.RANDOM, FeatureSet.BOTH, Scores.NETWORK, saying(truth, both, 4));
    return Verdict.of(property, 0, scores);
  }

  @ParameterizedTest
  @CsvSource({
    "INTENSIVE, 0.95, 0.30, 0.95, yes, 'read from the spectrum alone, as claimed. '",
    "INTENSIVE, 0.90, 0.30, 0.99, yes, 'as claimed; the ratios add to it'",
    "INTENSIVE, 0.60, 0.30, 0.60, partly, 'Part of it can be read from the spectrum alone. '",
    "INTENSIVE, 0.45, 0.30, 0.95, partly, 'alone; the ratios add to it'",
    "INTENSIVE, 0.20, 0.30, 0.20, no, 'Little of it can be read from the spectrum alone. '",
    "EXTENSIVE, 0.40, 0.30, 0.95, yes, 'with the ratios it can be read, as claimed'",
    "EXTENSIVE, 0.20, 0.30, 0.60, partly, 'each add to the other, as claimed'",
    "EXTENSIVE, 0.20, 0.95, 0.95, partly, 'what the spectrum adds to the ratios cannot be told from chance'",
    "EXTENSIVE, 0.90, 0.30, 0.99, partly, 'alone already tells it'",
    "EXTENSIVE, 0.60, 0.30, 0.60, no, 'add nothing to the spectrum'",
    "EXTENSIVE, 0.95, 0.30, 0.20, no, 'add nothing to the spectrum'"
  })
  void decides(
      MolecularProperty.Kind kind,
      double alone,
      double ratios,
      double both,
      String holds,
      String words) {
    Verdict verdict = verdict(kind, alone, ratios, both);
    assertThat(verdict.text()).contains(words);
    assertThat(verdict.holds()).isEqualTo(holds);
    assertThat(verdict.text())
        .contains(String.format(java.util.Locale.ROOT, "R² %.2f from the spectrum alone", alone))
        .contains(String.format(java.util.Locale.ROOT, "%.2f from the ratios alone", ratios))
        .contains(String.format(java.util.Locale.ROOT, "%.2f from both", both))
        .doesNotContain("-0.");
  }

  @Test
  void theGainIsThePairedDifference() {
    double[] truth = gaussian(1);
    double[] without = saying(truth, 0.5, 2).mean(0);
    int[] fold = saying(truth, 0.5, 2).fold();
    Interval gain = Score.gain(truth, without, saying(truth, 0.9, 3).mean(0), fold);
    assertThat((gain.low() + gain.high()) / 2).isCloseTo(0.4, within(1e-12));
    assertThat(gain.low()).isPositive();
    Interval none = Score.gain(truth, without, without, fold);
    assertThat(none.low()).isZero();
    assertThat(none.high()).isZero();
  }

  @Test
  void theGainIgnoresUnknownTruths() {
    double[] truth = gaussian(1);
    double[] without = saying(truth, 0.5, 2).mean(0);
    int[] fold = saying(truth, 0.5, 2).fold();
    double[] more = Arrays.copyOf(truth, ROWS + 3);
    Arrays.fill(more, ROWS, ROWS + 3, Double.NaN);
    assertThat(
            Score.gain(more, Arrays.copyOf(without, ROWS + 3), more, Arrays.copyOf(fold, ROWS + 3)))
        .isEqualTo(Score.gain(truth, without, truth, fold));
  }

  @Test
  void noIntervalOfR2ReachesOne() {
    double[] truth = gaussian(1);
    double[] said = truth.clone();
    // One fold is far off, so that a plain jackknife would reach beyond 1.
    for (int row = 0; row < ROWS; row += 5) {
      said[row] += 3;
    }
    int[] fold = IntStream.range(0, ROWS).map(i -> i % 5).toArray();
    for (int row = 1; row < ROWS; row++) {
      said[row] += 0.01;
    }
    MolecularProperty property =
        new MolecularProperty("x", "x", "eV", MolecularProperty.Kind.INTENSIVE);
    Score score =
        Score.of(property, FeatureSet.SPECTRUM, "ridge", SplitKind.RANDOM, truth, said, fold);
    assertThat(score.interval().high()).isLessThan(1);
    assertThat(score.interval().low()).isLessThan(score.r2());
    assertThat(score.interval().high()).isGreaterThan(score.r2());
  }
}
