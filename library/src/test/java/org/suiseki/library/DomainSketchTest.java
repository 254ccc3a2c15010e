package org.suiseki.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Element;

class DomainSketchTest {

  @Test
  void likenessIsTheBhattacharyyaCoefficientOfMeanFractions() {
    DomainSketch oxides = sketch("MgO", "SiO2");
    DomainSketch half = sketch("NaCl");

    // Mean fractions of MgO and SiO2: Mg 1/4, Si 1/6, O 7/12; of MgCl: Mg 1/2, Cl 1/2.
    assertThat(oxides.similarity(sketch("MgCl"))).isCloseTo(Math.sqrt(0.25 * 0.5), within(1e-6));
    assertThat(oxides.similarity(oxides)).isCloseTo(1, within(1e-6));
    assertThat(oxides.similarity(half)).isZero();
    assertThat(oxides.elements()).containsExactly(Element.O, Element.Mg, Element.Si);
  }

  @Test
  void doesNotDependOnTheSizeOfAFormulaUnit() {
    assertThat(sketch("Fe2O3")).isEqualTo(sketch("Fe4O6"));
  }

  @Test
  void comesBackFromItsValues() {
    DomainSketch sketch = sketch("BaTiO3", "C2H6O");

    assertThat(DomainSketch.of(sketch.values())).isEqualTo(sketch);
  }

  @Test
  void refusesWhatIsNoSketch() {
    assertThatThrownBy(() -> DomainSketch.of(new float[3])).isInstanceOf(LibraryException.class);
    float[] notNumbers = new float[118];
    Arrays.fill(notNumbers, Float.NaN);
    assertThatThrownBy(() -> DomainSketch.of(notNumbers)).isInstanceOf(LibraryException.class);
    assertThatThrownBy(() -> DomainSketch.of(List.of())).isInstanceOf(LibraryException.class);
  }

  private static DomainSketch sketch(String... formulas) {
    return DomainSketch.of(Arrays.stream(formulas).map(Composition::parse).toList());
  }
}
