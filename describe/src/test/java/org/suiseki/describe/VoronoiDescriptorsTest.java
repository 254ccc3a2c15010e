package org.suiseki.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Site;
import org.suiseki.matter.Species;

/** {@link ChemicalOrder}, {@link StructuralHeterogeneity} and {@link Packing}. */
class VoronoiDescriptorsTest {

  private static double[] of(Descriptor<Crystal> descriptor, Crystal crystal) {
    double[] out = new double[descriptor.width()];
    descriptor.describe(crystal, out, 0);
    return out;
  }

  /** From the facets of pymatgen 2022.11.7 (VoronoiNN, cutoff 10 Å), by their definitions. */
  @ParameterizedTest
  @CsvSource({
    "NaCl, 0.52359878, 1.0 1.0 1.0, 0 1 1 0 0 0 0 0 0",
    "TiO2_rutile, 0.37102209, 0.36217759 0.13226714 0.12139957,"
        + " 0.10070591 1.07552943 0.84894114 0.00841791 0.17198522 0.16356731 0.11746278"
        + " 0.07269658 0.1793685",
    "SiO2_quartz, 0.17208111, 0.2881958 0.2145697 0.18748334,"
        + " 0.17763339 1.13322504 0.73354991 0.06236125 0.26076559 0.19840434 0.19463081"
        + " 0.0881797 0.28970913",
    "CaF2, 0.51013107, 0.38907275 0.11262563 0.08522754,"
        + " 0.0372571 1.02794283 0.94411434 0 0.0694883 0.0694883 0.04632553 0.03088369"
        + " 0.10416667",
    "CuFeS2, 0.33525376, 0.66137971 0.38473964 0.21713184,"
        + " 0.00631415 1.0126283 0.98754988 0.15893471 0.16330017 0.00436546 0.16102511"
        + " 0.00113753 0.0112777"
  })
  void agreesWithTheFacetsOfPymatgen(
      String name, double packing, String order, String heterogeneity) {
    Crystal crystal = ReferenceCrystals.pymatgen().get(name);
    // The reference was printed with eight decimals; tiny facets of rounded coordinates add to it.
    assertThat(of(new Packing(), crystal)[1]).isCloseTo(packing, within(1e-7));
    assertThat(of(new ChemicalOrder(), crystal)).containsExactly(numbers(order), within(1e-6));
    assertThat(of(new StructuralHeterogeneity(), crystal))
        .containsExactly(numbers(heterogeneity), within(1e-6));
  }

  private static double[] numbers(String words) {
    String[] each = words.split(" ");
    double[] numbers = new double[each.length];
    for (int i = 0; i < each.length; i++) {
      numbers[i] = Double.parseDouble(each[i]);
    }
    return numbers;
  }

  @Test
  void knowsTheClosestPacking() {
    Crystal copper =
        Crystal.of(
            Lattice.of(0, 1.8, 1.8, 1.8, 0, 1.8, 1.8, 1.8, 0),
            List.of(new Site(Element.Cu, 0, 0, 0)));
    double[] packing = of(new Packing(), copper);
    assertThat(packing[1]).isCloseTo(Math.PI / (3 * Math.sqrt(2)), within(1e-9));
    // Cordero's radius of copper is 1.32 Å.
    assertThat(packing[0])
        .isCloseTo(4 / 3.0 * Math.PI * 1.32 * 1.32 * 1.32 / copper.volume(), within(1e-12));
    assertThat(of(new ChemicalOrder(), copper)).containsExactly(0, 0, 0);
  }

  @Test
  void areTheSameForTheSameCrystal() {
    Random random = new Random(41);
    List<Descriptor<Crystal>> all =
        List.of(new Packing(), new ChemicalOrder(), new StructuralHeterogeneity());
    for (int round = 0; round < 8; round++) {
      Crystal crystal = ReferenceCrystals.random(random, 2 + random.nextInt(5));
      Crystal same = ReferenceCrystals.disguised(crystal, random);
      for (Descriptor<Crystal> descriptor : all) {
        assertThat(of(descriptor, same)).containsExactly(of(descriptor, crystal), within(1e-7));
      }
    }
  }

  /** Each site of a random alloy in the mean holds what the crystal holds: no order. */
  @Test
  void findsNoOrderInAMeanCrystal() {
    Occupation mixed =
        Occupation.of(Map.of(Species.of(Element.Cu), 0.75, Species.of(Element.Au), 0.25));
    List<Site> sites = new ArrayList<>();
    sites.add(new Site(mixed, 0, 0, 0));
    sites.add(new Site(mixed, 0.5, 0.5, 0.4));
    Crystal alloy = Crystal.of(Lattice.cubic(3.1), sites);
    assertThat(of(new ChemicalOrder(), alloy)).containsExactly(new double[3], within(1e-12));
  }

  @Test
  void refusesElementsWithoutRadius() {
    Crystal crystal = Crystal.of(Lattice.cubic(3), List.of(new Site(Element.Og, 0, 0, 0)));
    assertThatThrownBy(() -> of(new Packing(), crystal))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("No covalent radius of Og");
  }
}
