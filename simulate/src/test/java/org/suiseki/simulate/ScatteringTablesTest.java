package org.suiseki.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suiseki.matter.Element;
import org.suiseki.matter.Species;

class ScatteringTablesTest {
  private static final PowderDiffraction PLAIN =
      PowderDiffraction.of(Radiation.xRays(1)).withFormFactor(FormFactor.IONS);

  @Test
  void everyAtomAndIonHasItsElectronsAtZeroAngle() {
    Map<String, double[]> rows = ResourceTable.read("x-ray-form-factors.csv");
    assertThat(rows).hasSize(211);
    int checked = 0;
    for (String name : rows.keySet()) {
      if (name.endsWith("val")) {
        continue;
      }
      Species species = Species.parse(name).orElseThrow();
      double electrons = species.element().number() - species.oxidationState().orElse(0);
      // The fits miss by 0.039 electrons at most, those of Hf to Hg.
      assertThat(Scatterer.of(species, PLAIN).real(0)).as(name).isCloseTo(electrons, within(0.04));
      checked++;
    }
    assertThat(checked).isEqualTo(209);
  }

  /** Of xraylib 4.0.0, from the tables of Hubbell and Øverbø (1979). */
  @ParameterizedTest
  @CsvSource({
    "H, 0.2, 0.4808",
    "C, 0.25, 2.9614",
    "Si, 0.3, 8.2232",
    "Fe, 0.5, 11.468",
    "Ag, 0.1, 43.929",
    "Pb, 0.3, 61.454",
    "U, 0.4, 60.864"
  })
  void formFactorsAreThoseOfOtherTables(Element element, double s, double expected) {
    double own = Scatterer.of(Species.of(element), PLAIN).real(s * s);
    double gaussians =
        Scatterer.of(Species.of(element), PowderDiffraction.asPymatgen()).real(s * s);
    // Tables from different wave functions agree to one percent of the electrons.
    assertThat(own).isCloseTo(expected, within(0.01 * element.number() + 0.005));
    assertThat(gaussians).isCloseTo(own, within(0.025 * element.number()));
  }

  @ParameterizedTest
  @CsvSource({
    "CR, 5414.7, 5405.5, 5946.7",
    "FE, 6403.9, 6390.9, 7058.0",
    "CO, 6930.3, 6915.3, 7649.4",
    "CU, 8047.8, 8027.9, 8905.3",
    "MO, 17479.3, 17374.4, 19607.2",
    "AG, 22162.9, 21990.3, 24942.6"
  })
  void linesHaveTheEnergiesOfOtherTables(Anode anode, double first, double second, double beta) {
    double hc = 12398.41984;
    // xraylib 4.0.0 takes differences of levels, which are off by up to 1.2 eV (Mo Kβ).
    assertThat(hc / anode.kAlpha1()).isCloseTo(first, within(1.3));
    assertThat(hc / anode.kAlpha2()).isCloseTo(second, within(1.3));
    assertThat(hc / anode.kBeta()).isCloseTo(beta, within(1.3));
    assertThat(Radiation.kAlpha(anode).wavelength())
        .isCloseTo((2 * anode.kAlpha1() + anode.kAlpha2()) / 3, within(1e-12));
    assertThat(Anode.ofSymbol(" " + anode.symbol().toLowerCase())).isEqualTo(anode);
  }

  @Test
  void dispersionIsKnownForEveryLineAndNoOther() {
    for (Anode anode : Anode.values()) {
      assertThat(Radiation.kAlpha(anode).dispersionKnown()).isTrue();
      assertThat(Radiation.kBeta(anode).dispersionKnown()).isTrue();
      for (Element element : Element.values()) {
        double imaginary = Dispersion.mean(element, Radiation.kAlpha(anode), 1);
        assertThat(imaginary > 0).isEqualTo(element.number() <= Element.U.number());
      }
    }
    // Bearden's Cu Kα1 is the same line; the mean of the doublet is none.
    assertThat(Radiation.xRays(1.54056).dispersionKnown()).isTrue();
    assertThat(Radiation.xRays(1.54184).dispersionKnown()).isFalse();
    assertThat(Radiation.neutrons(1.54056).dispersionKnown()).isFalse();
  }

  @Test
  void absorbersOfNeutronsHaveAnImaginaryPartBelowZero() {
    Map<String, double[]> rows = ResourceTable.read("neutron-scattering-lengths.csv");
    assertThat(rows).hasSize(93);
    assertThat(rows.values()).allMatch(row -> row[1] <= 0 && Math.abs(row[0]) < 17);
    assertThat(rows.get("T")[0]).isEqualTo(4.792);
    // σ(abs)/2λ of boron: 767 barn at 1.798 Å.
    assertThat(rows.get("B")[1]).isCloseTo(-767e-28 / 2 / 1.798e-10 * 1e15, within(0.001));
  }
}
