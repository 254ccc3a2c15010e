package org.suiseki.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SticksTest {

  @Test
  void namesTheTransitionThatIsWrong() {
    assertBroken(new double[] {1, 2}, new double[] {1}, "2 energies and 1 strengths");
    assertBroken(new double[0], new double[0], "0 energies");
    assertBroken(new double[] {1, Double.NaN}, new double[] {1, 1}, "transition 2 is NaN");
    assertBroken(new double[] {285, 286}, new double[] {1, -1}, "transition 2 (286.0 eV) is -1.0");
    assertBroken(
        new double[] {285},
        new double[] {Double.POSITIVE_INFINITY},
        "transition 1 (285.0 eV) is Infinity");
  }

  @Test
  void keepsItsOwnCopy() {
    double[] energy = {285};
    Sticks sticks = new Sticks(energy, new double[] {2});
    energy[0] = 0;
    assertThat(sticks.energy(0)).isEqualTo(285);
    assertThat(sticks.totalStrength()).isEqualTo(2);
  }

  @Test
  void sitesStandForAtLeastOneAtom() {
    Sticks sticks = new Sticks(new double[] {285}, new double[] {2});
    assertThatThrownBy(() -> new CoreLevelSite(0, 0, sticks)).isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> new CoreLevelSite(-1, 1, sticks)).isInstanceOf(MatterException.class);
  }

  private static void assertBroken(double[] energy, double[] strength, String message) {
    assertThatThrownBy(() -> new Sticks(energy, strength))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining(message);
  }
}
