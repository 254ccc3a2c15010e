package org.suiseki.study.coreloss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.suiseki.explain.Residuals;

class ReliabilityTest {

  @Test
  void tellsDeviationsThatWarnFromThoseThatDoNot() {
    int rows = 2000;
    SplittableRandom random = new SplittableRandom(3);
    double[] errors = new double[rows];
    double[] honest = new double[rows];
    double[] blind = new double[rows];
    for (int row = 0; row < rows; row++) {
      honest[row] = random.nextDouble(0.1, 3);
      errors[row] = honest[row] * random.nextGaussian();
      blind[row] = random.nextDouble(0.1, 3);
    }
    Reliability warns = Reliability.of(new Residuals(errors, honest));
    assertThat(warns.rank()).isGreaterThan(0.4);
    assertThat(warns.calibrationError()).isLessThan(0.03);
    assertThat(warns.normalisedError()).isLessThan(0.15);
    Reliability silent = Reliability.of(new Residuals(errors, blind));
    // Three standard deviations of a rank correlation of 2000 independent rows.
    assertThat(Math.abs(silent.rank())).isLessThan(0.07);
    assertThat(silent.normalisedError()).isGreaterThan(0.3);
  }
}
