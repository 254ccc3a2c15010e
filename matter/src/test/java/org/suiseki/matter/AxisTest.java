package org.suiseki.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AxisTest {

  @Test
  void uniformAxisIncludesBothEnds() {
    Axis axis = Axis.uniform("energy", "eV", 280, 305, 0.05);
    assertThat(axis.length()).isEqualTo(501);
    assertThat(axis.first()).isEqualTo(280);
    assertThat(axis.last()).isEqualTo(305);
    // 280 + 100 * 0.05, whose rounding error is below one unit in the last place of 285.
    assertThat(axis.at(100)).isCloseTo(285, within(1e-13));
    assertThat(axis.step().getAsDouble()).isCloseTo(0.05, within(1e-15));
  }

  @Test
  void uniformAxisRefusesWhatDoesNotFit() {
    assertThatThrownBy(() -> Axis.uniform("energy", "eV", 280, 305, 0.3))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("not a whole number of steps of 0.3")
        .hasMessageContaining("End it at");
    for (double[] range :
        new double[][] {
          {280, 280, 0.1},
          {305, 280, 0.1},
          {280, 305, 0},
          {280, 305, -1},
          {0, 1e12, 1e-6},
          {Double.NaN, 1, 0.1},
          {0, Double.POSITIVE_INFINITY, 1}
        }) {
      assertThatThrownBy(() -> Axis.uniform("energy", "eV", range[0], range[1], range[2]))
          .isInstanceOf(MatterException.class);
    }
  }

  @Test
  void namesThePointThatIsWrong() {
    assertBroken("Point 2 of the axis energy [eV] is NaN", 1, Double.NaN, 3);
    assertBroken("Point 3 of the axis energy [eV] is Infinity", 1, 2, Double.POSITIVE_INFINITY);
    assertBroken("does not rise at point 3: 1.5 comes after 2.0", 1, 2, 1.5);
    assertBroken("2.0 comes after 2.0 (a duplicate)", 1, 2, 2);
    assertBroken("has 1 point(s)", 1);
    assertBroken("has 0 point(s)");
  }

  @Test
  void keepsItsOwnCopy() {
    double[] values = {1, 2, 4};
    Axis axis = new Axis("energy", "eV", values);
    values[0] = 9;
    axis.values()[1] = 9;
    assertThat(axis).isEqualTo(new Axis("energy", "eV", new double[] {1, 2, 4}));
    assertThat(axis.step()).isEmpty();
    assertThat(axis).isNotEqualTo(new Axis("energy", "keV", new double[] {1, 2, 4}));
  }

  @Test
  void findsThePointAtOrBelow() {
    Axis axis = new Axis("energy", "eV", new double[] {1, 2, 4});
    assertThat(axis.indexAtOrBelow(0.5)).isEqualTo(-1);
    assertThat(axis.indexAtOrBelow(1)).isZero();
    assertThat(axis.indexAtOrBelow(3.9)).isEqualTo(1);
    assertThat(axis.indexAtOrBelow(100)).isEqualTo(2);
  }

  private static void assertBroken(String message, double... values) {
    assertThatThrownBy(() -> new Axis("energy", "eV", values))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining(message);
  }
}
