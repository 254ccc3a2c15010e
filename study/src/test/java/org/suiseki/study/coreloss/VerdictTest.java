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

  private static Verdict verdict(MolecularProperty.Kind kind, double alone, double both) {
    double[] truth = gaussian(1);
    double[][] rows = Arrays.stream(truth).mapToObj(t -> new double[] {t}).toArray(double[][]::new);
    MolecularProperty property = new MolecularProperty("x", "x", "eV", kind);
    Scores scores =
        new Scores(
            CoreLossSamples.set(
                CoreLossSamples.table("1", rows), CoreLossSamples.table("eV", rows)),
            List.of(property));
    scores.add(SplitKind.RANDOM, FeatureSet.SPECTRUM, Scores.NETWORK, saying(truth, alone, 2));
    scores.add(SplitKind.RANDOM, FeatureSet.RATIOS, Scores.NETWORK, saying(truth, 0.3, 3));
    scores.add(SplitKind.RANDOM, FeatureSet.BOTH, Scores.NETWORK, saying(truth, both, 4));
    return Verdict.of(property, 0, scores, 5);
  }

  @ParameterizedTest
  @CsvSource({
    "INTENSIVE, 0.90, 0.91, yes, 'alone is enough, as claimed'",
    "INTENSIVE, 0.70001, 0.70, yes, 'alone is enough, as claimed'",
    "INTENSIVE, 0.69, 0.69, partly, 'tells part of it. '",
    "INTENSIVE, 0.45, 0.90, partly, 'which the claim does not foresee'",
    "INTENSIVE, 0.20, 0.21, no, 'does not tell it. '",
    "INTENSIVE, 0.10, 0.60, no, 'with the ratios part of it shows'",
    "EXTENSIVE, 0.40, 0.95, yes, 'with the ratios it can be read, as claimed'",
    "EXTENSIVE, 0.40, 0.65, partly, 'do not reach R² 0.7'",
    "EXTENSIVE, 0.75, 0.98, partly, 'alone already tells it'",
    "EXTENSIVE, 0.60, 0.60, no, 'add nothing that can be told from chance'",
    "EXTENSIVE, 0.95, 0.20, no, 'add nothing that can be told from chance'"
  })
  void decides(MolecularProperty.Kind kind, double alone, double both, String holds, String words) {
    Verdict verdict = verdict(kind, alone, both);
    assertThat(verdict.holds()).isEqualTo(holds);
    assertThat(verdict.text()).contains(words);
    assertThat(verdict.text())
        .contains(String.format(java.util.Locale.ROOT, "R² %.2f from the spectrum alone", alone))
        .contains("0.30 from the ratios alone")
        .contains(String.format(java.util.Locale.ROOT, "%.2f from both", both));
  }

  @Test
  void theGainIsWhatTheErrorsSay() {
    // Truths of ±1 have the sum of squares n − Σ²/n; errors of one half all around make R² 0.75.
    double[] truth = IntStream.range(0, 400).mapToDouble(i -> i % 2 == 0 ? 1 : -1).toArray();
    double[] without = Arrays.stream(truth).map(t -> t + 0.5).toArray();
    double[] gain = Verdict.gain(truth, without, truth, 7);
    // Σ²/n is a chi square of one degree of freedom: below 8 of 400 in 99.5 % of the draws.
    assertThat(gain[0]).isCloseTo(0.25, within(0.25 * 8 / 400));
    assertThat(gain[1]).isCloseTo(0.25, within(0.25 * 8 / 400));
    double[] loss = Verdict.gain(truth, truth, without, 7);
    assertThat(loss).containsExactly(-gain[1], -gain[0]);
    assertThat(Verdict.gain(truth, without, without, 7)).containsExactly(0, 0);
  }

  @Test
  void theGainIgnoresUnknownTruths() {
    double[] truth = gaussian(1);
    double[] without = gaussian(2);
    double[] more = Arrays.copyOf(truth, ROWS + 3);
    Arrays.fill(more, ROWS, ROWS + 3, Double.NaN);
    assertThat(Verdict.gain(more, Arrays.copyOf(without, ROWS + 3), more, 7))
        .containsExactly(Verdict.gain(truth, without, truth, 7));
  }

  @Test
  void theGainCoversZeroWhereTheErrorsAreAlike() {
    double[] truth = gaussian(1);
    double[] gain =
        Verdict.gain(truth, saying(truth, 0.6, 2).mean(0), saying(truth, 0.6, 3).mean(0), 7);
    assertThat(gain[0]).isNegative();
    assertThat(gain[1]).isPositive();
  }
}
