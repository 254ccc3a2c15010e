package org.suiseki.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Site;
import org.suiseki.matter.Species;

class OrbitalFieldMatrixTest {
  private final OrbitalFieldMatrix matrix = new OrbitalFieldMatrix(true);

  private static double[] of(Descriptor<Crystal> descriptor, Crystal crystal) {
    double[] out = new double[descriptor.width()];
    descriptor.describe(crystal, out, 0);
    return out;
  }

  @Test
  void agreesWithTheMendedXenonPy() {
    compare(matrix, "reference/xenonpy/ofm_1024_withd.csv");
    compare(new OrbitalFieldMatrix(false), "reference/xenonpy/ofm_1024_nod.csv");
  }

  private static void compare(OrbitalFieldMatrix matrix, String file) {
    Map<String, double[]> table = ReferenceCrystals.table(file);
    for (Map.Entry<String, Crystal> entry : ReferenceCrystals.xenonpy().entrySet()) {
      assertThat(of(matrix, entry.getValue()))
          .as(entry.getKey())
          .containsExactly(table.get(entry.getKey()), within(1e-6));
    }
  }

  /** As XenonPy's notebook prints it for LaPt3C of the Materials Project, mp-1017582. */
  @Test
  void namesItsNumbersAsXenonPyDoes() {
    assertThat(matrix.names()).hasSize(1024).startsWith("s1_s1", "s1_s2").endsWith("f14_f14");
    double[] values = of(matrix, ReferenceCrystals.xenonpy().get("LaPt3C_mp-1017582"));
    assertThat(values[matrix.names().indexOf("f14_f14")]).isCloseTo(0.3851, within(5e-5));
  }

  @Test
  void isTheSameForTheSameCrystal() {
    Random random = new Random(21);
    for (int round = 0; round < 10; round++) {
      Crystal crystal = ReferenceCrystals.random(random, 2 + random.nextInt(6));
      Crystal same = ReferenceCrystals.disguised(crystal, random);
      assertThat(of(matrix, same)).containsExactly(of(matrix, crystal), within(1e-8));
    }
  }

  /** Two halves of the same element are that element; half an atom is half as much a neighbour. */
  @Test
  void countsSharedSitesByTheirParts() {
    Occupation halves =
        Occupation.of(Map.of(Species.of(Element.Fe, 2), 0.5, Species.of(Element.Fe, 3), 0.5));
    Occupation half = Occupation.of(Map.of(Species.of(Element.Fe), 0.5));
    double[] full = of(matrix, polonium(Occupation.of(Element.Fe)));
    assertThat(of(matrix, polonium(halves))).containsExactly(full, within(1e-12));
    for (int i = 0; i < full.length; i++) {
      full[i] /= 2;
    }
    assertThat(of(matrix, polonium(half))).containsExactly(full, within(1e-12));
  }

  private static Crystal polonium(Occupation occupation) {
    return Crystal.of(Lattice.cubic(3.3), List.of(new Site(occupation, 0, 0, 0)));
  }

  @Test
  void refusesElementsWithoutSubshells() {
    Crystal crystal = polonium(Occupation.of(Element.Og));
    assertThatThrownBy(() -> of(matrix, crystal))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("The subshells of Og");
  }
}
