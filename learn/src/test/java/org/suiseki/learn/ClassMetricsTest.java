package org.suiseki.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reference values: scikit-learn 1.2.1. */
class ClassMetricsTest {
  /** Sums of a few dozen doubles, added in another order. */
  private static final double ROUNDING = 1e-13;

  private static final List<String> NAMES = List.of("a", "b", "c");
  private final ClassLabels truth =
      new ClassLabels(NAMES, new int[] {0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 0, 0, 1});
  private final ClassProbabilities said =
      new ClassProbabilities(
          NAMES,
          new double[][] {
            {.8, .1, .1}, {.6, .3, .1}, {.4, .5, .1}, {.9, .05, .05}, {.7, .2, .1},
            {.34, .33, .33}, {.2, .7, .1}, {.5, .3, .2}, {.1, .6, .3}, {.1, .2, .7},
            {.3, .45, .25}, {.05, .15, .8}, {.55, .25, .2}, {.15, .1, .75}, {.25, .5, .25}
          });

  @Test
  void theConfusionMatrixIsThatOfScikitLearn() {
    ConfusionMatrix matrix = ConfusionMatrix.of(truth, said.likeliest());
    assertThat(matrix.counts()).isDeepEqualTo(new int[][] {{6, 1, 1}, {1, 3, 0}, {0, 1, 2}});
    assertThat(IntStream.range(0, 3).mapToDouble(matrix::precision).toArray())
        .containsExactly(new double[] {6.0 / 7, 0.6, 2.0 / 3}, within(ROUNDING));
    assertThat(IntStream.range(0, 3).mapToDouble(matrix::recall).toArray())
        .containsExactly(new double[] {0.75, 0.75, 2.0 / 3}, within(ROUNDING));
    assertThat(IntStream.range(0, 3).mapToDouble(matrix::f1).toArray())
        .containsExactly(new double[] {0.8, 2.0 / 3, 2.0 / 3}, within(ROUNDING));
    assertThat(matrix.macroF1()).isCloseTo(0.7111111111111109, within(ROUNDING));
    assertThat(matrix.balancedAccuracy()).isCloseTo(0.7222222222222222, within(ROUNDING));
    assertThat(matrix.accuracy()).isCloseTo(0.7333333333333333, within(ROUNDING));
  }

  @Test
  void thePublishedConfusionOfTheForestHasItsPublishedScore() {
    int[][] counts = {{2001, 1, 0}, {3, 9, 2}, {4, 5, 9}};
    ConfusionMatrix matrix = new ConfusionMatrix(List.of("OTHERS", "QC", "AC"), counts);
    assertThat(matrix.macroF1()).isCloseTo(0.7464614326253333, within(ROUNDING));
    assertThat(matrix.total()).isEqualTo(2034);
    assertThat(matrix.support(2)).isEqualTo(18);
    assertThat(matrix.plus(matrix).macroF1()).isCloseTo(matrix.macroF1(), within(ROUNDING));
  }

  @Test
  void probabilitiesAreScoredAsScikitLearnAndTheDefinitionsSay() {
    int[] rows = IntStream.range(0, truth.rows()).toArray();
    assertThat(ProbabilityMetric.LOG_LOSS.of(truth, said, rows))
        .isCloseTo(0.6944530281685188, within(ROUNDING));
    assertThat(ProbabilityMetric.BRIER.of(truth, said, rows)).isCloseTo(0.39756, within(1e-12));
    assertThat(ProbabilityMetric.CALIBRATION.of(truth, said, rows))
        .isCloseTo(0.16355555555555557, within(ROUNDING));
    assertThat(ProbabilityMetric.RARE_CALIBRATION.of(truth, said, rows))
        .isCloseTo(0.17166666666666666, within(ROUNDING));
  }

  @Test
  void aClassThatIsNeverSaidOrNeverThereCountsAsNothing() {
    ConfusionMatrix matrix =
        new ConfusionMatrix(NAMES, new int[][] {{4, 0, 0}, {2, 0, 0}, {0, 0, 0}});
    assertThat(matrix.precision(1)).isZero();
    assertThat(matrix.f1(2)).isZero();
    assertThat(matrix.balancedAccuracy()).isEqualTo(0.5);
  }

  @Test
  void calibrationUndoesSharpeningAndShifting() {
    SplittableRandom random = new SplittableRandom(4);
    int rows = 6000;
    double[][] chances = new double[rows][];
    double[][] spoilt = new double[rows][];
    int[] labels = new int[rows];
    for (int row = 0; row < rows; row++) {
      double[] one = {
        2 + random.nextDouble() * 3, random.nextDouble() * 3, random.nextDouble() * 3
      };
      double[] shifted = {2 * one[0] - 3, 2 * one[1], 2 * one[2] + 1};
      ClassProbabilities.softmax(one);
      ClassProbabilities.softmax(shifted);
      chances[row] = one;
      spoilt[row] = shifted;
      double draw = random.nextDouble();
      labels[row] = draw < one[0] ? 0 : draw < one[0] + one[1] ? 1 : 2;
    }
    ClassLabels drawn = new ClassLabels(NAMES, labels);
    int[] fitted = IntStream.range(0, rows / 2).toArray();
    int[] others = IntStream.range(rows / 2, rows).toArray();
    ClassProbabilities bad = new ClassProbabilities(NAMES, spoilt);
    ProbabilityCalibration calibration = ProbabilityCalibration.fit(drawn, bad, fitted);
    // 3000 rows fix the temperature to some per cent.
    assertThat(calibration.sharpness()).isCloseTo(0.5, within(0.05));
    double before = ProbabilityMetric.CALIBRATION.of(drawn, bad, others);
    double after = ProbabilityMetric.CALIBRATION.of(drawn, calibration.apply(bad), others);
    // Bins of 300 rows scatter by 0.02 even for the true probabilities.
    assertThat(after).isLessThan(0.03).isLessThan(before / 3);
    double right =
        ProbabilityMetric.LOG_LOSS.of(drawn, new ClassProbabilities(NAMES, chances), others);
    assertThat(ProbabilityMetric.LOG_LOSS.of(drawn, calibration.apply(bad), others))
        .isCloseTo(right, within(0.01));
  }

  @Test
  void aDecisionForMacroF1NamesRareClassesEarlier() {
    double[][] chances = new double[200][];
    int[] labels = new int[200];
    for (int row = 0; row < 200; row++) {
      labels[row] = row < 20 ? 1 : 0;
      // The rare class is never the most probable, and yet told apart.
      chances[row] = row < 20 ? new double[] {0.7, 0.3} : new double[] {0.95, 0.05};
    }
    ClassLabels rare = new ClassLabels(List.of("common", "rare"), labels);
    ClassProbabilities given = new ClassProbabilities(rare.classes(), chances);
    int[] rows = IntStream.range(0, 200).toArray();
    assertThat(ConfusionMatrix.of(rare, given.likeliest()).macroF1()).isLessThan(0.5);
    ClassDecision decision = ClassDecision.forMacroF1(rare, given, rows);
    assertThat(ConfusionMatrix.of(rare, decision.of(given)).macroF1()).isEqualTo(1);
    assertThat(decision.factors()[0]).isEqualTo(1);
    assertThat(decision.factors()[1]).isBetween(7.0 / 3, 19.0);
    assertThat(ClassDecision.likeliest(2).of(given)).isEqualTo(given.likeliest());
  }

  @Test
  void balanceGivesEveryClassItsWeight() {
    ClassLabels labels = ClassLabels.of(List.of("x", "x", "x", "x", "x", "x", "y", "y"));
    int[] rows = IntStream.range(0, 8).toArray();
    // scikit-learn's balanced: n / (K n_k).
    assertThat(ClassBalance.EQUAL.weights(labels, rows)).containsExactly(8.0 / 12, 8.0 / 4);
    assertThat(ClassBalance.NONE.weights(labels, rows)).containsExactly(1, 1);
    double[] half = new ClassBalance(0.5).weights(labels, rows);
    assertThat(half[1] / half[0]).isCloseTo(Math.sqrt(3), within(1e-12));
    assertThat(Arrays.stream(half).sum()).isGreaterThan(2);
  }

  @Test
  void labelsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> new ClassLabels(List.of("a"), new int[0]))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("two or more");
    assertThatThrownBy(() -> new ClassLabels(NAMES, new int[] {0, 3}))
        .hasMessageContaining("Row 1");
    assertThatThrownBy(() -> ClassLabels.of(NAMES, List.of("a", "d"))).hasMessageContaining("'d'");
    assertThatThrownBy(() -> new ClassBalance(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> ConfusionMatrix.of(truth, 0, 1)).hasMessageContaining("2 predictions");
  }
}
