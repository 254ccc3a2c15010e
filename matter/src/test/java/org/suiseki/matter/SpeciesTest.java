package org.suiseki.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeciesTest {

  @ParameterizedTest
  @CsvSource({
    "Fe, Fe",
    "Fe3+, Fe3+",
    "Fe+3, Fe3+",
    "O2-, O2-",
    "O-2, O2-",
    "Na+, Na+",
    "Cl1-, Cl-",
    "Fe2.5+, Fe2.5+",
    "Cu0+, Cu0+",
    "D, D",
    "D+, D+",
    "T, T"
  })
  void readsWhatCrystallographersWrite(String text, String written) {
    assertThat(Species.parse(text).orElseThrow()).hasToString(written);
    assertThat(Species.parse(written)).isEqualTo(Species.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fe", "Xx", "X", "Fe3", "Fe+-", "Fe99+", "Fe.+", "Fe3+x", "12C"})
  void readsNothingElse(String text) {
    assertThat(Species.parse(text)).isEmpty();
  }

  @Test
  void tellsHeavyHydrogenApart() {
    Species deuterium = Species.parse("D").orElseThrow();
    assertThat(deuterium.element()).isEqualTo(Element.H);
    assertThat(deuterium).isNotEqualTo(Species.of(Element.H));
    assertThat(deuterium.mass()).isCloseTo(2.0141, within(1e-4));
    assertThatThrownBy(() -> new Species(Element.C, OptionalDouble.empty(), 13))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("isotope 13 of C");
  }

  @Test
  void sharesSitesWithinOne() {
    Species calcium = Species.of(Element.Ca);
    Species strontium = Species.of(Element.Sr);
    Occupation shared = Occupation.of(Map.of(strontium, 0.2, calcium, 0.8));
    assertThat(shared.species()).containsExactly(calcium, strontium);
    assertThat(shared.dominant()).isEqualTo(calcium);
    assertThat(shared.ordered()).isFalse();
    assertThat(shared.mass()).isCloseTo(0.8 * 40.078 + 0.2 * 87.62, within(1e-9));
    assertThat(Occupation.of(Map.of(calcium, 1.0))).isSameAs(Occupation.of(Element.Ca));
    assertThat(Occupation.of(Map.of(calcium, 0.3334, strontium, 0.6667)).total())
        .isCloseTo(1.0001, within(1e-12));
    assertThatThrownBy(() -> Occupation.of(Map.of(calcium, 0.5, strontium, 0.6)))
        .hasMessageContaining("add up to 1.1");
    assertThatThrownBy(() -> Occupation.of(Map.of(calcium, 0.0))).hasMessageContaining("0.0");
    assertThatThrownBy(() -> Occupation.of(Map.of(calcium, Double.NaN)))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> Occupation.of(Map.of())).isInstanceOf(MatterException.class);
  }

  @Test
  void chargesTheElementsThatAreNamed() {
    Occupation mixed =
        Occupation.of(Map.of(Species.of(Element.Fe), 0.5, Species.of(Element.Mg), 0.5));
    assertThat(mixed.withOxidationStates(Map.of(Element.Fe, 2.0)).species())
        .containsExactly(Species.of(Element.Mg), Species.of(Element.Fe, 2));
  }
}
