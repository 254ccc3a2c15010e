package org.suiseki.study.xrd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suiseki.learn.Progress;
import org.suiseki.matter.Spectrum;
import org.suiseki.simulate.PowderDiffraction;
import org.suiseki.simulate.Reflections;
import org.suiseki.study.StudyException;

class VegardSeriesTest {
  private static final double COPPER = (1.5405929 + 0.5 * 1.5444274) / 1.5;

  private final PatternModelling modelling = VegardSeries.modelling();

  /** Of Si–Ge half-way: (5.431 + 5.658)/2 − 0.027/4. */
  @ParameterizedTest
  @CsvSource({
    "Si-Ge, 0, 5.431, 8",
    "Si-Ge, 50, 5.53775, 8",
    "Si-Ge, 100, 5.658, 8",
    "Cu-Ni, 25, 3.59225, 4",
    "Au-Pd, 40, 4.0034, 8",
    "ZnS-ZnSe, 30, 5.4867, 8",
    "CaF2-SrF2, 70, 5.6989, 8",
    "MgO-NiO, 60, 4.191, 4",
    "GaAs-InAs, 10, 5.6935, 8"
  })
  void peaksLieWhereVegardAndBraggSay(String family, double x, double a, int squares) {
    double[] values = {x};
    assertThat(modelling.crystal(family, values).lattice().a()).isCloseTo(a, within(1e-9));
    Spectrum pattern = modelling.expected(family, values).orElseThrow();
    double angle = 2 * Math.toDegrees(Math.asin(COPPER * Math.sqrt(squares) / (2 * a)));
    // The strong and lonely 220 or 200; its tails are cut by the window.
    assertThat(AlloyPatternsTest.centroid(pattern, angle)).isCloseTo(angle, within(0.006));
  }

  /** pymatgen's XRDCalculator(wavelength=1.54184): 2θ and intensity. */
  @Test
  void endMembersAgreeWithPymatgen() {
    double[][] germanium = {
      {27.3008, 100.0},
      {45.3349, 74.565},
      {53.7314, 44.633},
      {66.051, 11.807},
      {72.8704, 17.623},
      {83.749, 24.327}
    };
    double[][] fluorite = {
      {28.2953, 84.359}, {47.0486, 100.0}, {55.8131, 31.734}, {68.7305, 12.878}
    };
    requireEqual("Si-Ge", 100, germanium);
    requireEqual("CaF2-SrF2", 0, fluorite);
  }

  private void requireEqual(String family, double x, double[][] reference) {
    Reflections peaks =
        PowderDiffraction.asPymatgen()
            .withRange(22, 100)
            .reflections(modelling.crystal(family, new double[] {x}));
    int peak = 0;
    for (double[] one : reference) {
      while (peaks.twoTheta(peak) < one[0] - 0.001) {
        peak++;
      }
      assertThat(peaks.twoTheta(peak)).isCloseTo(one[0], within(1e-4));
      assertThat(peaks.intensity(peak)).isCloseTo(one[1], within(1e-3));
    }
  }

  @Test
  void aFamilyAloneIsTheSameAsAmongTheOthers() {
    PatternSet all = VegardSeries.of(4, Progress.SILENT);
    assertThat(all.size()).isEqualTo(7 * 21 * 2);
    assertThat(all.groups().stream().distinct()).hasSize(7 * 21);
    PatternSet gold = VegardSeries.family("Au-Pd", 4, Progress.SILENT);
    assertThat(gold.size()).isEqualTo(42);
    assertThat(gold.name()).isEqualTo("vegard-au-pd");
    for (int i = 0; i < gold.size(); i++) {
      Pattern one = gold.patterns().get(i);
      Pattern same =
          all.patterns().stream()
              .filter(two -> two.id().equals(one.id()))
              .findFirst()
              .orElseThrow();
      assertThat(same.spectrum()).isEqualTo(one.spectrum());
    }
  }

  @Test
  void refusesWhatIsNoSeries() {
    assertThatThrownBy(() -> VegardSeries.family("Ag-Cu", 1, Progress.SILENT))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("Au-Pd");
    assertThatThrownBy(() -> modelling.crystal("Si-Ge", new double[] {101}))
        .hasMessageContaining("0 to 100");
  }
}
