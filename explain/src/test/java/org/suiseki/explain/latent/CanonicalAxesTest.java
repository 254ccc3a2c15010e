package org.suiseki.explain.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.suiseki.explain.ExplainException;
import org.suiseki.explain.Waves;

class CanonicalAxesTest {

  private static final double[][] NOTHING = new double[50][0];

  private final double[][] longAndThin = stretched(Waves.gaussian(50, 2, 5));

  @Test
  void theFirstAxisHasTheLargestVarianceAndNothingIsCorrelated() {
    double[][] space = Waves.gaussian(50, 4, 6);
    double[][] seen = CanonicalAxes.of(space, NOTHING).apply(space);
    double[][] centred = Points.less(seen, Points.centre(seen));
    double[][] products = new double[4][4];
    for (double[] row : centred) {
      for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 4; j++) {
          products[i][j] += row[i] * row[j];
        }
      }
    }
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < i; j++) {
        assertThat(products[i][i]).isLessThan(products[j][j]);
        // Relative to variances of some 50.
        assertThat(products[i][j]).isCloseTo(0, within(1e-11));
      }
    }
  }

  @Test
  void aTurnedOrMirroredMapIsShownAlike() {
    double[][] properties = new double[50][2];
    for (int row = 0; row < 50; row++) {
      properties[row][0] = row % 3 == 0 ? Double.NaN : -longAndThin[row][0];
      properties[row][1] = longAndThin[row][1];
    }
    double[][] seen = CanonicalAxes.of(longAndThin, properties).apply(longAndThin);
    for (boolean mirror : new boolean[] {false, true}) {
      double[][] turned = SimilarityTransform.rotation(Waves.turn(1.9, mirror)).apply(longAndThin);
      double[][] same = CanonicalAxes.of(turned, properties).apply(turned);
      for (int row = 0; row < 50; row++) {
        assertThat(same[row]).containsExactly(seen[row], within(1e-11));
      }
    }
    // The first property falls along the old first axis, which is the long one.
    assertThat(seen[0][0] * -longAndThin[0][0]).isPositive();
  }

  @Test
  void withoutPropertiesTheLargestComponentIsPositive() {
    SimilarityTransform axes = CanonicalAxes.of(longAndThin, NOTHING);
    assertThat(axes.rotation()[0][0]).isGreaterThan(0.9);
    assertThat(axes.rotation()[1][1]).isGreaterThan(0.9);
    double[][] constant = new double[50][1];
    assertThat(CanonicalAxes.of(longAndThin, constant).rotation()).isDeepEqualTo(axes.rotation());
  }

  @Test
  void itCanBeUndone() {
    SimilarityTransform axes = CanonicalAxes.of(longAndThin, NOTHING);
    double[][] back = axes.undo(axes.apply(longAndThin));
    for (int row = 0; row < 50; row++) {
      assertThat(back[row]).containsExactly(longAndThin[row], within(1e-13));
    }
  }

  @Test
  void refusesPropertiesOfOtherRows() {
    assertThatThrownBy(() -> CanonicalAxes.of(longAndThin, new double[49][1]))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("49");
  }

  private static double[][] stretched(double[][] points) {
    for (double[] point : points) {
      point[0] = 3 * point[0] + 0.2;
    }
    return points;
  }
}
