package org.suiseki.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantileTest {
  private static final double[] VALUES = {7.5, -1, 3, 12, 0.25};

  /** numpy.quantile of the same five values. */
  @ParameterizedTest
  @CsvSource({"0, -1", "0.1, -0.5", "0.25, 0.25", "0.5, 3", "0.6, 4.8", "0.975, 11.55", "1, 12"})
  void isThatOfNumpy(double probability, double expected) {
    assertThat(Quantile.of(VALUES, probability)).isCloseTo(expected, within(1e-14 * 12));
  }

  @Test
  void leavesTheValuesInTheirOrder() {
    Quantile.of(VALUES, 0.5);
    assertThat(VALUES).containsExactly(7.5, -1, 3, 12, 0.25);
  }

  @Test
  void refusesNoValuesAndImpossibleProbabilities() {
    assertThatThrownBy(() -> Quantile.of(new double[0], 0.5))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("0.5 of 0 values");
    assertThatThrownBy(() -> Quantile.of(VALUES, 95)).hasMessageContaining("between 0 and 1");
  }
}
