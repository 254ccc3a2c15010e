package org.suiseki.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MixtureTest {

  private static Mixture<Molecule> of(String text) {
    return Mixture.parse(text, Molecule::fromSmiles);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.7 CCO + 0.3 O",
        "7 CCO + 3 O",
        "70% OCC + 30% O",
        " 0.3  O  +  0.7 C(O)C ",
        "35 CCO + 3e1 O + 35 OCC",
      })
  void areReadInAnySpelling(String text) {
    assertThat(of(text).text(Molecule::smiles)).isEqualTo("0.3 O + 0.7 OCC");
  }

  @Test
  void mayBeOneMaterialOrEqualParts() {
    assertThat(of("CCO").parts())
        .containsExactly(new Mixture.Part<>(Molecule.fromSmiles("CCO"), 1));
    assertThat(of("3 CCO").text(Molecule::smiles)).isEqualTo("OCC");
    assertThat(of("CCO + O").text(Molecule::smiles)).isEqualTo("0.5 O + 0.5 OCC");
    assertThat(of("[NH4+].[Cl-] + O").parts()).hasSize(2);
  }

  @Test
  void haveAComposition() {
    Composition vodka = of("0.25 CCO + 0.75 O").composition(Molecule::composition);
    assertThat(vodka.amount(Element.O)).isCloseTo(1, within(1e-12));
    assertThat(vodka.amount(Element.C)).isCloseTo(0.5, within(1e-12));
    assertThat(of("0.3 [Na+] + 0.7 [Cl-]").composition(Molecule::composition).charge()).isZero();
    assertThat(of("[Na+]").composition(Molecule::composition).charge()).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "0.7 CCO + O, ratios for 1 of 2",
    "0 CCO + 1 O, ratio 0.0",
    "1e400 CCO + 1 O, Infinity",
    "0.7.1 CCO + 1 O, is no number",
    "CCO +, cannot be read",
    "'', is empty",
    "1 CCO + 1 Q, cannot be read",
  })
  void areRefusedWithAReason(String text, String reason) {
    assertThatThrownBy(() -> of(text))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining(reason);
  }
}
