package org.suiseki.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

  /** scipy.stats.t.ppf. */
  @ParameterizedTest
  @CsvSource({
    "0.9, 1, 3.0776835372078066",
    "0.9, 2, 1.8856180831641507",
    "0.9, 3, 1.637744357215907",
    "0.9, 4, 1.533206273713144",
    "0.9, 9, 1.3830287383964925",
    "0.9, 10, 1.3721836411102863",
    "0.9, 99, 1.2901614420275025",
    "0.9, 292, 1.2844575344013296",
    "0.975, 1, 12.706204736432095",
    "0.975, 2, 4.302652729911275",
    "0.975, 3, 3.182446305284263",
    "0.975, 4, 2.7764451051977987",
    "0.975, 9, 2.2621571627409915",
    "0.975, 10, 2.2281388519649385",
    "0.975, 99, 1.9842169515086827",
    "0.975, 292, 1.96812140700927",
    "0.995, 1, 63.65674116287399",
    "0.995, 2, 9.92484320091807",
    "0.995, 3, 5.84090929975643",
    "0.995, 4, 4.604094871415897",
    "0.995, 9, 3.2498355440153697",
    "0.995, 10, 3.169272667175838",
    "0.995, 99, 2.6264054563851857",
    "0.995, 292, 2.592770901319417"
  })
  void studentQuantiles(double probability, int degrees, double expected) {
    assertThat(StudentT.quantile(probability, degrees)).isCloseTo(expected, within(1e-9 * expected));
  }

  @Test
  void overFoldsIsStudents() {
    // By hand: mean 0.8, s² = 0.025/4; t(0.975, 4) from scipy.
    double[] folds = {0.7, 0.75, 0.8, 0.85, 0.9};
    double half = 2.7764451051977987 * Math.sqrt(0.025 / 4 / 5);
    Interval interval = Interval.overFolds(folds, 0.95);
    assertThat(interval.low()).isCloseTo(0.8 - half, within(1e-12));
    assertThat(interval.high()).isCloseTo(0.8 + half, within(1e-12));
    Interval corrected = Interval.overFolds(folds, 0.25, 0.95);
    assertThat(corrected.high() - 0.8).isCloseTo(half * Math.sqrt((0.2 + 0.25) / 0.2), within(1e-12));
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
    // A uniform variable has the deviation 1/√12; the bootstrap's own chance is about 3 % of the width.
    double half = 1.96 / Math.sqrt(12) / Math.sqrt(400);
    assertThat(interval.low()).isCloseTo(mae - half, within(half * 0.12));
    assertThat(interval.high()).isCloseTo(mae + half, within(half * 0.12));
    assertThat(Interval.bootstrap(Metric.MAE, truth, prediction, 4000, 0.95, 1))
        .isEqualTo(interval);
  }

  @Test
  void impossibleLevelsAreRefused() {
    assertThatThrownBy(() -> Interval.overFolds(new double[] {1, 2}, 95))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("95.0 is not between 0 and 1");
  }
}
