package org.suiseki.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.suiseki.simulate.KnownCrystals.FACES;
import static org.suiseki.simulate.KnownCrystals.diamond;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Site;
import org.suiseki.matter.Species;

class SolidSolutionTest {
  /** Dismukes, Ekstrom and Paff, J. Phys. Chem. 68, 3021 (1964), 10.1021/j100792a049: a in Å. */
  @Test
  void silicongermaniumBowsAsMeasured() {
    SolidSolution alloy =
        SolidSolution.between(diamond(5.431, Element.Si), diamond(5.6575, Element.Ge))
            .withBowing(SolidSolution.Parameter.A, 0, 1, 0.027)
            .withBowing(SolidSolution.Parameter.B, 0, 1, 0.027)
            .withBowing(SolidSolution.Parameter.C, 0, 1, 0.027);
    Crystal half = alloy.at(0.5, 0.5);
    assertThat(half.lattice().a()).isCloseTo(5.5373, within(0.001));
    assertThat(alloy.at(0.75, 0.25).lattice().c()).isCloseTo(5.4825, within(0.001));
    assertThat(half.occupation(3).fraction(0)).isEqualTo(0.5);
    assertThat(half.composition().amount(Element.Ge)).isEqualTo(4);
  }

  @Test
  void theEndsAreTheEndMembers() {
    Crystal copper = cell(3.615, Element.Cu);
    Crystal nickel = cell(3.524, Element.Ni);
    SolidSolution alloy = SolidSolution.between(copper, nickel);
    assertThat(alloy.at(1, 0)).isEqualTo(copper);
    assertThat(alloy.at(0, 1).occupation(2)).isEqualTo(nickel.occupation(2));
    assertThat(alloy.at(0, 1).lattice().a()).isCloseTo(3.524, within(1e-12));
    assertThat(alloy.at(0.3, 0.7).lattice().a())
        .isCloseTo(0.3 * 3.615 + 0.7 * 3.524, within(1e-12));
  }

  @Test
  void threeEndMembersAndPartlyFilledOnesMix() {
    Crystal vacant =
        Crystal.of(
            Lattice.cubic(4),
            List.of(new Site(Occupation.of(Map.of(Species.of(Element.Fe), 0.8)), 0, 0, 0)));
    SolidSolution three =
        SolidSolution.between(
            vacant,
            Crystal.of(Lattice.cubic(4.2), List.of(new Site(Element.Co, 0, 0, 0))),
            Crystal.of(Lattice.cubic(4.4), List.of(new Site(Element.Fe, 0, 0, 0))));
    Crystal mixed =
        three
            .withBowing(SolidSolution.Parameter.A, 2, 0, 0.4)
            .withBowing(SolidSolution.Parameter.A, 0, 1, -0.2)
            .at(0.5, 0.25, 0.25);
    assertThat(mixed.composition().amount(Element.Fe)).isCloseTo(0.5 * 0.8 + 0.25, within(1e-12));
    assertThat(mixed.occupation(0).total()).isCloseTo(0.9, within(1e-12));
    double vegard = 0.5 * 4 + 0.25 * 4.2 + 0.25 * 4.4;
    assertThat(mixed.lattice().b()).isCloseTo(vegard, within(1e-12));
    assertThat(mixed.lattice().a()).isCloseTo(vegard - 0.4 * 0.125 + 0.2 * 0.125, within(1e-12));
  }

  @Test
  void coordinatesMixAcrossTheCellsBorder() {
    Crystal one =
        Crystal.of(
            Lattice.cubic(4),
            List.of(new Site(Element.Fe, 0.99, 0, 0.2), new Site(Element.O, 0.5, 0.5, 0.5)));
    Crystal other =
        Crystal.of(
            Lattice.cubic(4),
            List.of(new Site(Element.O, 0.5, 0.5, 0.54), new Site(Element.Fe, 0.01, 0, 0.24)));
    Crystal half = SolidSolution.matched(one, other).at(0.5, 0.5);
    assertThat(half.fractional(0, 0)).isCloseTo(1, within(1e-12));
    assertThat(half.fractional(0, 2)).isCloseTo(0.22, within(1e-12));
    assertThat(half.element(1)).isEqualTo(Element.O);
    assertThat(half.occupation(0)).isEqualTo(Occupation.of(Element.Fe));
  }

  /** With equal lattices F of the mixture is the mean of those of the ends. */
  @Test
  void amplitudesAreMeans() {
    PowderDiffraction options =
        PowderDiffraction.of(Radiation.kAlpha1(Anode.MO)).withDispersion(false);
    SolidSolution alloy = SolidSolution.between(cell(3.6, Element.Cu), cell(3.6, Element.Au));
    Reflections copper = options.reflections(alloy.at(1, 0));
    Reflections gold = options.reflections(alloy.at(0, 1));
    Reflections mixed = options.reflections(alloy.at(0.3, 0.7));
    assertThat(mixed.count()).isEqualTo(gold.count());
    for (int i = 0; i < mixed.count(); i++) {
      double mean =
          0.3 * Math.sqrt(copper.absoluteIntensity(i)) + 0.7 * Math.sqrt(gold.absoluteIntensity(i));
      assertThat(mixed.absoluteIntensity(i)).isCloseTo(mean * mean, within(1e-9 * mean * mean));
    }
  }

  @Test
  void refusesTheImpossible() {
    Crystal copper = cell(3.615, Element.Cu);
    Crystal silicon = diamond(5.431, Element.Si);
    assertThatThrownBy(() -> SolidSolution.between(copper))
        .isInstanceOf(SimulateException.class)
        .hasMessageContaining("1 end member");
    assertThatThrownBy(() -> SolidSolution.between(copper, silicon))
        .hasMessageContaining("differ in their number of sites");
    SolidSolution alloy = SolidSolution.between(copper, cell(3.5, Element.Ni));
    for (double[] parts :
        new double[][] {{1}, {0.5, 0.6}, {-0.5, 1.5}, {Double.NaN, 1}, {1, 0, 0}}) {
      assertThatThrownBy(() -> alloy.at(parts)).hasMessageContaining("no composition");
    }
    assertThatThrownBy(() -> alloy.withBowing(SolidSolution.Parameter.A, 0, 0, 1))
        .isInstanceOf(SimulateException.class);
    assertThatThrownBy(() -> alloy.withBowing(SolidSolution.Parameter.A, 0, 1, Double.NaN))
        .isInstanceOf(SimulateException.class);
    Crystal body =
        Crystal.of(
            Lattice.cubic(3),
            List.of(new Site(Element.Fe, 0, 0, 0), new Site(Element.Fe, 0.5, 0.5, 0.5)));
    Crystal shifted =
        Crystal.of(
            Lattice.cubic(3),
            List.of(new Site(Element.Fe, 0, 0, 0), new Site(Element.Fe, 0.02, 0, 0)));
    assertThatThrownBy(() -> SolidSolution.matched(body, shifted))
        .hasMessageContaining("Site 2 (Fe)");
  }

  private static Crystal cell(double a, Element element) {
    List<Site> sites = new ArrayList<>();
    for (double[] x : FACES) {
      sites.add(new Site(element, x[0], x[1], x[2]));
    }
    return Crystal.of(Lattice.ofParameters(a, a, a, 90, 90, 90), sites);
  }
}
