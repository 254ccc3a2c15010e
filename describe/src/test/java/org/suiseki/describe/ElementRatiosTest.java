package org.suiseki.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Element;

class ElementRatiosTest {
  private final ElementRatios ratios = new ElementRatios(Element.N, Element.O, Element.H);

  @Test
  void dividesByCarbon() {
    double[] out = {9, 9, 9, 9, 9};
    ratios.describe(Composition.parse("C2H5NO2"), out, 1);
    assertThat(out).containsExactly(9, 0.5, 1, 2.5, 9);
    assertThat(ratios.names()).containsExactly("N/C", "O/C", "H/C");
    assertThat(ratios.units()).containsExactly("1", "1", "1");
    assertThat(ratios.width()).isEqualTo(3);
  }

  @Test
  void doesNotDependOnTheSizeOfTheFormula() {
    double[] one = new double[3];
    double[] three = new double[3];
    ratios.describe(Composition.parse("C2H6O"), one, 0);
    ratios.describe(Composition.parse("C6H18O3"), three, 0);
    assertThat(three).isEqualTo(one);
  }

  @Test
  void refusesWhatHoldsNoCarbon() {
    assertThatThrownBy(() -> ratios.describe(Composition.parse("H2O"), new double[3], 0))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("H2O holds no carbon");
  }

  @Test
  void refusesRatiosThatSayNothing() {
    assertThatThrownBy(() -> new ElementRatios(Element.C)).isInstanceOf(DescribeException.class);
    assertThatThrownBy(() -> new ElementRatios(Element.N, Element.N))
        .isInstanceOf(DescribeException.class);
    assertThatThrownBy(() -> new ElementRatios(List.of())).isInstanceOf(DescribeException.class);
  }
}
