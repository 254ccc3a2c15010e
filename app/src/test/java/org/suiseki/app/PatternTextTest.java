package org.suiseki.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PatternTextTest {

  @Test
  void writesAsManyDecimalsAsAsked() {
    assertThat(text(5)).isEqualTo("5.000000");
    assertThat(text(100)).isEqualTo("100.000000");
    assertThat(text(0.0000014)).isEqualTo("0.000001");
    assertThat(text(-0.05)).isEqualTo("-0.050000");
    assertThat(text(-1e-9)).isEqualTo("0.000000");
    assertThat(text(0.9999999)).isEqualTo("1.000000");
    assertThat(text(1e20)).isEqualTo("100000000000000000000.000000");
  }

  /** Half a unit of the last place, and what scaling rounds. */
  @Test
  void roundsToTheNearest() {
    Random random = new Random(3);
    for (int i = 0; i < 10_000; i++) {
      double value = Math.pow(10, random.nextDouble() * 12 - 5) * (random.nextBoolean() ? 1 : -1);
      double read = new BigDecimal(text(value)).doubleValue();
      assertThat(read).isCloseTo(value, within(0.5e-6 + Math.abs(value) * 1e-15));
    }
  }

  private static String text(double value) {
    StringBuilder text = new StringBuilder();
    PatternText.append(text, value, 6);
    return text.toString();
  }
}
