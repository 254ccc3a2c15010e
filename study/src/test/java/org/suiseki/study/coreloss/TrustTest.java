package org.suiseki.study.coreloss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.suiseki.explain.Recalibration;
import org.suiseki.learn.Folds;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.study.OutOfFold;

class TrustTest {
  private static final int ROWS = 1000;
  private static final int FAR = 17;
  private static final List<Split> SPLITS = Folds.random(ROWS, 5, 3);

  private final double[][] truth = new double[ROWS][2];
  private final double[][] inputs = new double[ROWS][3];
  private final OutOfFold said =
      new OutOfFold(new double[ROWS][2], new double[ROWS][2], new int[ROWS]);

  /** Errors of known size, of which the networks admit a third. */
  TrustTest() {
    SplittableRandom random = new SplittableRandom(8);
    for (int row = 0; row < ROWS; row++) {
      for (int property = 0; property < 2; property++) {
        double size = (property == 0 ? 1 : 1000) * random.nextDouble(0.5, 1.5);
        said.mean()[row][property] = 10 * size * random.nextGaussian();
        truth[row][property] = said.mean()[row][property] + size * random.nextGaussian();
        said.deviation()[row][property] = size / 3;
      }
      for (int i = 0; i < 3; i++) {
        inputs[row][i] = random.nextGaussian();
      }
    }
    inputs[FAR][1] = 30;
    for (int fold = 0; fold < SPLITS.size(); fold++) {
      for (int row : SPLITS.get(fold).test()) {
        said.fold()[row] = fold;
      }
    }
  }

  private Trust trust() {
    Table targets = CoreLossSamples.table("eV", truth);
    return Trust.of(said, targets, CoreLossSamples.table("1", inputs), SPLITS);
  }

  @Test
  void anOverconfidentSpreadIsMended() {
    Trust trust = trust();
    // Within a third of σ lie 26 % instead of 68 %.
    assertThat(trust.raw().expectedCalibrationError()).isGreaterThan(0.2);
    // 2000 rows leave a scatter of 0.01 at each level.
    assertThat(trust.recalibrated().expectedCalibrationError()).isLessThan(0.03);
    assertThat(trust.reliability()).hasSize(2);
    assertThat(trust.reliability()).allMatch(one -> one.calibrationError() < 0.04);
    for (int row = 0; row < ROWS; row += 50) {
      double expected = 3 * said.deviation()[row][1];
      assertThat(trust.deviation()[row][1]).isCloseTo(expected, within(0.25 * expected));
    }
  }

  @Test
  void theResidualOfARowDoesNotEnterItsOwnDeviation() {
    Trust before = trust();
    int row = 40;
    truth[row][0] += 500;
    Trust after = trust();
    for (int other = 0; other < ROWS; other++) {
      if (said.fold()[other] == said.fold()[row]) {
        assertThat(after.deviation()[other][0]).isEqualTo(before.deviation()[other][0]);
      } else {
        assertThat(after.deviation()[other][0]).isGreaterThan(before.deviation()[other][0]);
      }
      assertThat(after.deviation()[other][1]).isEqualTo(before.deviation()[other][1]);
    }
  }

  @Test
  void rowsWithoutTruthHaveADeviationAllTheSame() {
    truth[5][0] = Double.NaN;
    assertThat(trust().deviation()[5][0])
        .isCloseTo(3 * said.deviation()[5][0], within(said.deviation()[5][0]));
  }

  @Test
  void aRowFarFromTheOthersLiesOutside() {
    boolean[] outside = trust().outside();
    assertThat(outside[FAR]).isTrue();
    int count = 0;
    for (boolean one : outside) {
      count += one ? 1 : 0;
    }
    // The border leaves 5 % out by design; five folds scatter about it.
    assertThat(count).isBetween(ROWS / 50, ROWS / 10);
  }

  @Test
  void theMapForAllRowsTriplesTheSpread() {
    List<Recalibration> maps = Trust.forAll(said, CoreLossSamples.table("eV", truth));
    assertThat(maps).hasSize(2);
    assertThat(maps.get(1).apply(300)).isCloseTo(900, within(90.0));
  }
}
