package org.suiseki.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.suiseki.learn.Column;
import org.suiseki.learn.Predictions;
import org.suiseki.learn.Table;

class CalibrationTest {
  private static final int ROWS = 20_000;

  @Test
  void honestDeviationsAreCalibrated() {
    Calibration honest = Calibration.of(residuals(ROWS, 1, 1, 0));
    // The share at a level scatters by at most sqrt(0.25 / 20000) = 0.0035.
    assertThat(honest.expectedCalibrationError()).isLessThan(0.007);
    // RMSE of 2000 rows scatters by 1/sqrt(4000) = 1.6 %.
    assertThat(honest.normalisedError()).isLessThan(0.04);
    assertThat(honest.bins()).hasSize(10).allMatch(bin -> bin.count() == 2000);
    assertThat(honest.nominal()[9]).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void overconfidenceIsSeenAndRepaired() {
    Residuals overconfident = residuals(ROWS, 2, 2, 0);
    Calibration before = Calibration.of(overconfident);
    assertThat(before.expectedCalibrationError()).isGreaterThan(0.15);
    assertThat(before.observed()[18]).isLessThan(0.70);

    Recalibration map = Recalibration.fit(overconfident);

    // Relative scatter of a variance from 20000 rows: sqrt(2 / 20000) = 1 %.
    assertThat(map.scale()).isCloseTo(4, within(0.2));
    assertThat(map.offset()).isLessThan(0.05);
    Calibration after = Calibration.of(map.apply(overconfident));
    assertThat(after.expectedCalibrationError()).isLessThan(0.007);
    assertThat(after.negativeLogLikelihood()).isLessThan(before.negativeLogLikelihood());
  }

  @Test
  void errorsTheModelSeesNoSignOfGoToTheOffset() {
    Recalibration map = Recalibration.fit(residuals(ROWS, 3, 1, 2));
    assertThat(map.scale()).isCloseTo(1, within(0.15));
    assertThat(map.offset()).isCloseTo(4, within(0.25));
  }

  @Test
  void deviationsThatMeanNothingAreReplacedByOne() {
    SplittableRandom random = new SplittableRandom(4);
    double[] errors = new double[5000];
    double[] deviations = new double[5000];
    for (int row = 0; row < errors.length; row++) {
      errors[row] = 3 * random.nextGaussian();
      deviations[row] = 0.1 + random.nextDouble();
    }
    Recalibration map = Recalibration.fit(new Residuals(errors, deviations));
    assertThat(Math.sqrt(map.offset())).isCloseTo(3, within(0.15));
    assertThat(map.apply(0.1)).isCloseTo(map.apply(1.1), within(0.3));
  }

  @Test
  void theFitIsTheMaximumOfTheLikelihood() {
    Residuals few = residuals(40, 5, 1.5, 0.7);
    Recalibration map = Recalibration.fit(few);
    double best = Calibration.of(map.apply(few)).negativeLogLikelihood();
    for (double a = 0; a < 12; a += 0.25) {
      for (double b = 0.01; b < 12; b += 0.25) {
        double other = Calibration.of(new Recalibration(a, b).apply(few)).negativeLogLikelihood();
        assertThat(best).isLessThanOrEqualTo(other + 1e-9);
      }
    }
  }

  @Test
  void fewRowsAreScaledOnly() {
    Residuals three = new Residuals(new double[] {1, -2, 2}, new double[] {1, 1, 2});
    Recalibration map = Recalibration.fit(three);
    assertThat(map.scale()).isCloseTo((1 + 4 + 1) / 3.0, within(1e-12));
    assertThat(map.offset()).isZero();
    assertThat(Recalibration.fit(new Residuals(new double[] {0}, new double[] {1})).apply(1))
        .isPositive();
    assertThat(Calibration.of(three).bins()).hasSize(1);
  }

  @Test
  void negativeLogLikelihoodIsThatOfTheNormalDistribution() {
    // scipy.stats.norm.logpdf(1.5, scale=0.5) = -4.725791352644727.
    Residuals one = new Residuals(new double[] {1.5}, new double[] {0.5});
    assertThat(Calibration.of(one).negativeLogLikelihood())
        .isCloseTo(4.725791352644727, within(1e-12));
    assertThat(Calibration.of(one).sharpness()).isEqualTo(0.5);
  }

  @Test
  void quantilesOfTheNormalDistribution() {
    // Wichura (1988), check values of PPND16, and the customary 97.5 %.
    assertThat(StandardNormal.quantile(0.25)).isCloseTo(-0.6744897501960817, within(1e-15));
    assertThat(StandardNormal.quantile(0.001)).isCloseTo(-3.090232306167814, within(1e-14));
    assertThat(StandardNormal.quantile(1e-20)).isCloseTo(-9.262340089798408, within(1e-13));
    assertThat(StandardNormal.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-14));
  }

  @Test
  void missingTargetsAreLeftOutAndBadDeviationsRefused() {
    double[] truth = {1, Double.NaN, 3};
    double[] mean = {0.5, 0, 3.5};
    assertThat(Residuals.of(truth, mean, new double[] {1, 1, 1}).errors())
        .containsExactly(0.5, -0.5);
    assertThatThrownBy(() -> Residuals.of(truth, mean, new double[] {1, 1, 0}))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("deviation 0.0");
    assertThatThrownBy(() -> Residuals.of(truth, mean, new double[] {Double.NaN, 1, 1}))
        .hasMessageContaining("deviation NaN");
    assertThatThrownBy(() -> new Residuals(new double[0], new double[0]))
        .isInstanceOf(ExplainException.class);
  }

  @Test
  void residualsOfOneOutputOfMany() {
    List<Column> outputs = Made.columns(2, "eV");
    Table targets = Table.of(outputs, new double[][] {{1, 5}, {2, Double.NaN}, {3, 7}});
    Predictions predictions =
        new Predictions(
            outputs,
            new double[][] {{0, 4}, {0, 0}, {0, 9}},
            new double[][] {{9, 0.5}, {9, 0.6}, {9, 0.7}});
    Residuals residuals = Residuals.of(targets, predictions, 1);
    assertThat(residuals.errors()).containsExactly(1, -2);
    assertThat(residuals.deviations()).containsExactly(0.5, 0.7);
  }

  /** Deviations between 0.5 and 2.5; errors of {@code factor} times that and an unseen part. */
  private static Residuals residuals(int rows, long seed, double factor, double unseen) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] errors = new double[rows];
    double[] deviations = new double[rows];
    for (int row = 0; row < rows; row++) {
      deviations[row] = 0.5 + 2 * random.nextDouble();
      errors[row] =
          factor * deviations[row] * random.nextGaussian() + unseen * random.nextGaussian();
    }
    return new Residuals(errors, deviations);
  }
}
