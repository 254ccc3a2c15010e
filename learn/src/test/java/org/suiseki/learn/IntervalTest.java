package org.suiseki.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

  /**
   * Roots of mpmath's regularised incomplete beta function, 30 digits; SciPy's own have nine right.
   */
  @ParameterizedTest
  @CsvSource({
    "0.9, 1, 3.0776835371752534",
    "0.9, 2, 1.8856180831641267",
    "0.9, 3, 1.6377443536962101",
    "0.9, 4, 1.5332062740589439",
    "0.9, 9, 1.3830287383966323",
    "0.9, 10, 1.3721836411103356",
    "0.9, 99, 1.2901614420344852",
    "0.9, 292, 1.2844575344013606",
    "0.975, 1, 12.706204736174705",
    "0.975, 2, 4.3026527297494639",
    "0.975, 3, 3.1824463052837096",
    "0.975, 4, 2.7764451051977944",
    "0.975, 9, 2.2621571627982055",
    "0.975, 10, 2.2281388519862747",
    "0.975, 99, 1.9842169515864175",
    "0.975, 292, 1.9681214070096171",
    "0.995, 1, 63.656741162871581",
    "0.995, 2, 9.9248432009182931",
    "0.995, 3, 5.8409093097333573",
    "0.995, 4, 4.6040948713499932",
    "0.995, 9, 3.2498355415921263",
    "0.995, 10, 3.1692726726169512",
    "0.995, 99, 2.6264054572808275",
    "0.995, 292, 2.5927709013234106"
  })
  void studentQuantiles(double probability, int degrees, double expected) {
    assertThat(StudentT.quantile(probability, degrees))
        .isCloseTo(expected, within(1e-13 * expected));
  }

  @Test
  void overFoldsIsStudents() {
    // By hand: mean 0.8, s² = 0.025/4; t(0.975, 4) from a table.
    double[] folds = {0.7, 0.75, 0.8, 0.85, 0.9};
    double half = 2.7764451051977987 * Math.sqrt(0.025 / 4 / 5);
    Interval interval = Interval.overFolds(folds, 0.95);
    assertThat(interval.low()).isCloseTo(0.8 - half, within(1e-12));
    assertThat(interval.high()).isCloseTo(0.8 + half, within(1e-12));
    Interval corrected = Interval.overFolds(folds, 0.25, 0.95);
    assertThat(corrected.high() - 0.8)
        .isCloseTo(half * Math.sqrt((0.2 + 0.25) / 0.2), within(1e-12));
  }

  @Test
  void foldsWithoutAValueAreLeftOut() {
    assertThat(Interval.overFolds(new double[] {1, Double.NaN, 3}, 0.9))
        .isEqualTo(Interval.overFolds(new double[] {1, 3}, 0.9));
    assertThat(Interval.overFolds(new double[] {1}, 0.9).low()).isNaN();
  }

  @Test
  void bootstrapOfAMeanIsNearTheNormalInterval() {
    SplittableRandom random = new SplittableRandom(4);
    double[] truth = new double[400];
    double[] prediction = new double[400];
    for (int row = 0; row < 400; row++) {
      prediction[row] = random.nextDouble();
    }
    double mae = Metric.MAE.of(truth, prediction);
    Interval interval = Interval.bootstrap(Metric.MAE, truth, prediction, 4000, 0.95, 1);
    // A uniform variable has the deviation 1/√12; the bootstrap's own chance is about 3 % of the
    // width.
    double half = 1.96 / Math.sqrt(12) / Math.sqrt(400);
    assertThat(interval.low()).isCloseTo(mae - half, within(half * 0.12));
    assertThat(interval.high()).isCloseTo(mae + half, within(half * 0.12));
    assertThat(Interval.bootstrap(Metric.MAE, truth, prediction, 4000, 0.95, 1))
        .isEqualTo(interval);
  }

  /** The mean of equal folds is linear in them, so its jackknife is Student's interval. */
  @Test
  void jackknifeOfAMeanIsStudents() {
    SplittableRandom random = new SplittableRandom(9);
    int[] fold = IntStream.range(0, 50).map(row -> row % 5).toArray();
    double[] truth = new double[50];
    double[] prediction = random.doubles(50).toArray();
    double[] means = new double[5];
    for (int row = 0; row < 50; row++) {
      means[fold[row]] += prediction[row] / 10;
    }
    Interval expected = Interval.overFolds(means, 0.9);
    Interval interval = Interval.jackknifeOverFolds(Metric.MAE, truth, prediction, fold, 0.9);
    assertThat(interval.low()).isCloseTo(expected.low(), within(1e-14));
    assertThat(interval.high()).isCloseTo(expected.high(), within(1e-14));
    assertThat(interval.level()).isEqualTo(0.9);
  }

  /** The same formula in NumPy, with folds of unequal size and t(0.975, 2) from a table. */
  @Test
  void jackknifeOfR2IsCentredAtThePooledValue() {
    double[] truth = {1, 2, 4, 3, 7, 6, 9, 8};
    double[] prediction = {1.5, 1, 4, 3.5, 6, 7, 9.5, 7};
    int[] fold = {4, 4, 0, 0, 0, 2, 2, 2};
    Interval interval = Interval.jackknifeOverFolds(Metric.R2, truth, prediction, fold, 0.95);
    double centre = (interval.low() + interval.high()) / 2;
    assertThat(centre).isCloseTo(Metric.R2.of(truth, prediction), within(1e-14));
    assertThat(interval.high() - centre).isCloseTo(0.16158945255188453, within(1e-12));
  }

  @Test
  void jackknifeLeavesRowsWithoutTruthOut() {
    double[] truth = {1, 2, Double.NaN, 4, 5, 6};
    double[] prediction = {1.5, 1, 0, 4, 6, 5};
    Interval without =
        Interval.jackknifeOverFolds(
            Metric.RMSE,
            new double[] {1, 2, 4, 5, 6},
            new double[] {1.5, 1, 4, 6, 5},
            new int[] {0, 0, 1, 1, 2},
            0.95);
    // The third row is all of its fold, which so does not count.
    assertThat(
            Interval.jackknifeOverFolds(
                Metric.RMSE, truth, prediction, new int[] {0, 0, 3, 1, 1, 2}, 0.95))
        .isEqualTo(without);
  }

  @Test
  void jackknifeOfWhatCannotBeJudgedIsUnknown() {
    double[] two = {1, 2};
    assertThat(Interval.jackknifeOverFolds(Metric.MAE, two, two, new int[2], 0.9).low()).isNaN();
    // Without either fold one row is left, which has no R².
    assertThat(Interval.jackknifeOverFolds(Metric.R2, two, two, new int[] {0, 1}, 0.9).low())
        .isNaN();
    assertThatThrownBy(() -> Interval.jackknifeOverFolds(Metric.R2, two, two, new int[3], 0.9))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("3 folds for 2 rows");
  }

  @Test
  void impossibleLevelsAreRefused() {
    assertThatThrownBy(() -> Interval.overFolds(new double[] {1, 2}, 95))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("95.0 is not between 0 and 1");
  }
}
