package org.suiseki.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.suiseki.matter.Axis;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Spectrum;

class SpectrumOnGridTest {
  private final SpectrumOnGrid grid =
      new SpectrumOnGrid(Axis.uniform("energy", "eV", 281, 283, 1), "1");

  @Test
  void writesTheInterpolant() {
    double[] out = new double[5];
    grid.describe(spectrum("1", 280, 284), out, 2);
    assertThat(out).containsExactly(0, 0, 2.5, 5, 7.5);
    assertThat(grid.names()).containsExactly("at 281.000 eV", "at 282.000 eV", "at 283.000 eV");
    assertThat(grid.units()).containsExactly("1", "1", "1");
  }

  @Test
  void refusesWhatItWouldHaveToMakeUp() {
    assertThatThrownBy(() -> grid.describe(spectrum("1", 280, 282), new double[3], 0))
        .isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> grid.describe(spectrum("1/eV", 280, 284), new double[3], 0))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("in '1/eV', expected '1'");
  }

  @Test
  void everyPointHasItsOwnName() {
    assertThatThrownBy(
            () -> new SpectrumOnGrid(Axis.uniform("energy", "eV", 280, 280.001, 0.0001), "1"))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("cannot be told apart");
  }

  /** From 0 at the start to 10 at the end. */
  private static Spectrum spectrum(String unit, double from, double to) {
    Axis axis = new Axis("energy", "eV", new double[] {from, to});
    return new Spectrum(axis, new double[] {0, 10}, "absorption", unit, Map.of());
  }
}
