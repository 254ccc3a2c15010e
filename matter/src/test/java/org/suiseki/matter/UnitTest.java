package org.suiseki.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class UnitTest {

  /** Values of the NIST pages on energy equivalents (CODATA 2022), to the digits printed there. */
  @Test
  void convertsAsCodataDoes() {
    assertThat(Unit.factor("hartree", "eV")).isEqualTo(27.211386245981);
    assertThat(Unit.factor("hartree", "kJ/mol")).isCloseTo(2625.4996394799, within(1e-8));
    assertThat(Unit.factor("Ha", "kcal/mol")).isCloseTo(627.50947406, within(1e-7));
    assertThat(Unit.factor("e·bohr", "Debye")).isCloseTo(2.541746, within(1e-6));
    assertThat(Unit.factor("bohr^3", "Å³")).isCloseTo(0.148184711, within(1e-9));
    assertThat(Unit.factor("cal/mol/K", "J/mol/K")).isCloseTo(4.184, within(1e-15));
  }

  @Test
  void anUnknownUnitIsOnlyItself() {
    assertThat(Unit.factor("parsec", " parsec")).isEqualTo(1);
    assertThatThrownBy(() -> Unit.factor("parsec", "eV"))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("'parsec' cannot be converted into 'eV'")
        .hasMessageContaining("kJ/mol");
  }

  @Test
  void differentKindsDoNotMix() {
    assertThatThrownBy(() -> Unit.factor("Debye", "eV")).isInstanceOf(MatterException.class);
    // Case counts: mev is no meV.
    assertThatThrownBy(() -> Unit.factor("mev", "eV")).isInstanceOf(MatterException.class);
  }
}
