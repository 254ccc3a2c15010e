package org.suiseki.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Site;

/** Against mass attenuation coefficients of International Tables C (2006), table 4.2.4.3. */
final class AbsorptionTest {

  private static Crystal simpleCubic(Element element, double a) {
    return Crystal.of(
        Lattice.cubic(a), List.of(new Site(Occupation.of(element), 0, 0, 0, element.symbol())));
  }

  @ParameterizedTest
  @CsvSource({"SI, CU, 63.7", "TI, CU, 202", "FE, CU, 302", "NI, CU, 48.8", "FE, MO, 37.7"})
  void isThatOfTheTables(String symbol, Anode anode, double massCoefficient) {
    Element element = Element.valueOf(symbol.charAt(0) + symbol.substring(1).toLowerCase());
    Crystal crystal = simpleCubic(element, 3);
    double linear = Absorption.linear(crystal, Radiation.kAlpha(anode)).orElseThrow();
    // Tabulations of f″ and of attenuation differ by up to 5 %, and scattering is left out.
    assertThat(linear / crystal.density()).isCloseTo(massCoefficient, withPercentage(8));
  }

  @Test
  void doesNotDependOnTheCell() {
    Crystal crystal = simpleCubic(Element.Fe, 2.5);
    Radiation copper = Radiation.kAlpha(Anode.CU);
    assertThat(Absorption.linear(crystal.supercell(2, 3, 1), copper).orElseThrow())
        .isCloseTo(Absorption.linear(crystal, copper).orElseThrow(), withPercentage(1e-9));
  }

  @Test
  void isUnknownElsewhere() {
    Crystal crystal = simpleCubic(Element.Fe, 2.5);
    assertThat(Absorption.linear(crystal, Radiation.neutrons(1.8))).isEmpty();
    assertThat(Absorption.linear(crystal, Radiation.xRays(0.7))).isEmpty();
  }
}
