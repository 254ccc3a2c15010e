package org.suiseki.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
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

class EwaldSumTest {
  private static final Lattice FACE_CENTRED = Lattice.of(0, 0.5, 0.5, 0.5, 0, 0.5, 0.5, 0.5, 0);

  private static Crystal unit(Lattice lattice, double scale, Site... sites) {
    double[] rows = lattice.rows();
    for (int i = 0; i < 9; i++) {
      rows[i] *= scale;
    }
    return Crystal.of(Lattice.of(rows), List.of(sites));
  }

  /** Madelung constants: Johnson, Madelung constants and their evaluation; Sakamoto 1958. */
  @Test
  void findsTheMadelungConstantsOfTheBooks() {
    Crystal rockSalt =
        unit(FACE_CENTRED, 5.64, new Site(Element.Na, 0, 0, 0), new Site(Element.Cl, .5, .5, .5));
    assertThat(EwaldSum.of(rockSalt, new double[] {1, -1}).madelungConstant(5.64 / 2, 1))
        .isCloseTo(1.7475645946331822, within(1e-9));
    Crystal caesium =
        Crystal.of(
            Lattice.cubic(4.123),
            List.of(new Site(Element.Cs, 0, 0, 0), new Site(Element.Cl, .5, .5, .5)));
    assertThat(
            EwaldSum.of(caesium, new double[] {1, -1})
                .madelungConstant(4.123 * Math.sqrt(3) / 2, 1))
        .isCloseTo(1.76267477307099, within(1e-9));
    Crystal blende =
        unit(FACE_CENTRED, 5.4, new Site(Element.Zn, 0, 0, 0), new Site(Element.S, .25, .25, .25));
    assertThat(
            EwaldSum.of(blende, new double[] {1, -1}).madelungConstant(5.4 * Math.sqrt(3) / 4, 1))
        .isCloseTo(1.63805505338879, within(1e-9));
    Crystal fluorite =
        unit(
            FACE_CENTRED,
            5.46,
            new Site(Element.Ca, 0, 0, 0),
            new Site(Element.F, .25, .25, .25),
            new Site(Element.F, .75, .75, .75));
    // By the shortest distance and unit charges 5.0388; divided by the two valences it is 2.5194.
    assertThat(
            EwaldSum.of(fluorite, new double[] {2, -1, -1})
                    .madelungConstant(5.46 * Math.sqrt(3) / 4, 1)
                / 2)
        .isCloseTo(2.51939243992, within(1e-9));
  }

  /** eV per cell, by pymatgen 2022.11.7 (EwaldSummation, acc_factor 12; 14 agrees to 1e-12). */
  @ParameterizedTest
  @CsvSource({
    "NaCl, Na 1 Cl -1, -35.69279190577154",
    "SrTiO3, Sr 2 Ti 4 O -2, -182.5671206439338",
    "Al2O3, Al 3 O -2, -1133.5931341386663",
    "SiO2_quartz, Si 4 O -2, -475.0573478027203",
    "TiO2_rutile, Ti 4 O -2, -282.43793823145074",
    "CaCO3, Ca 2 C 4 O -2, -1364.6023569008448",
    "K2CrO4, K 1 Cr 6 O -2, -1247.261080582838",
    "CuFeS2, Cu 1 Fe 3 S -2, -359.194910539952",
    "Y3Al5O12, Y 3 Al 3 O -2, -5695.049711483327"
  })
  void agreesWithPymatgen(String name, String states, double energy) {
    Crystal crystal = charged(ReferenceCrystals.pymatgen().get(name), states);
    // Both programs' accuracies.
    assertThat(EwaldSum.of(crystal).energy() / energy).isCloseTo(1, within(1e-9));
  }

  private static Crystal charged(Crystal crystal, String states) {
    String[] words = states.split(" ");
    Map<Element, Double> map = new EnumMap<>(Element.class);
    for (int i = 0; i < words.length; i += 2) {
      map.put(Element.valueOf(words[i]), Double.valueOf(words[i + 1]));
    }
    return crystal.withOxidationStates(map);
  }

  @Test
  void doesNotDependOnTheScreening() {
    Random random = new Random(7);
    for (int round = 0; round < 10; round++) {
      Crystal crystal = ReferenceCrystals.random(random, 4 + 4 * random.nextInt(4));
      double[] charges = charges(crystal);
      EwaldSum one = EwaldSum.of(crystal, charges, 1e-10, 1);
      EwaldSum other = EwaldSum.of(crystal, charges, 1e-10, 1.6);
      EwaldSum third = EwaldSum.of(crystal, charges, 1e-10, 0.7);
      for (int i = 0; i < crystal.siteCount(); i++) {
        // What both sums of either may leave out, in V.
        assertThat(other.potential(i)).isCloseTo(one.potential(i), within(4 * 1.44e-9));
        assertThat(third.potential(i)).isCloseTo(one.potential(i), within(4 * 1.44e-9));
      }
    }
  }

  /** Also in crystals whose atoms stand in dense shells. */
  @Test
  void isAsAccurateAsAsked() {
    Random random = new Random(17);
    List<Crystal> crystals = new ArrayList<>();
    for (String name : List.of("NaCl", "CaF2", "SrTiO3", "SiO2_quartz", "Al2O3", "Li2O")) {
      crystals.add(ReferenceCrystals.pymatgen().get(name));
    }
    for (int round = 0; round < 6; round++) {
      crystals.add(ReferenceCrystals.random(random, 1 + random.nextInt(12)));
    }
    for (Crystal crystal : crystals) {
      double[] charges = charges(crystal);
      EwaldSum exact = EwaldSum.of(crystal, charges, 1e-13, 1);
      for (double accuracy : new double[] {1e-3, 1e-5, 1e-7, 1e-9}) {
        for (double screening : new double[] {0.8, 0.9, 1, 1.1, 1.25}) {
          EwaldSum sum = EwaldSum.of(crystal, charges, accuracy, screening);
          for (int i = 0; i < charges.length; i++) {
            assertThat((sum.potential(i) - exact.potential(i)) / EwaldSum.COULOMB)
                .isCloseTo(0, within(2 * accuracy));
          }
        }
      }
    }
  }

  private static double[] charges(Crystal crystal) {
    double[] charges = new double[crystal.siteCount()];
    for (int i = 0; i < charges.length; i++) {
      charges[i] =
          switch (crystal.element(i)) {
            case Na -> 1;
            case Ti -> 2.5;
            case O -> -2;
            default -> -1.5;
          };
    }
    return charges;
  }

  @Test
  void isTheSameForTheSameCrystal() {
    Random random = new Random(11);
    for (int round = 0; round < 10; round++) {
      Crystal crystal = ReferenceCrystals.random(random, 8);
      Crystal same = ReferenceCrystals.disguised(crystal, random);
      double one = EwaldSum.of(crystal, charges(crystal)).energy() / crystal.siteCount();
      double other = EwaldSum.of(same, charges(same)).energy() / same.siteCount();
      assertThat(other).isCloseTo(one, within(1e-8));
    }
  }

  @Test
  void givesSharedSitesTheirMeanCharge() {
    Occupation mixed =
        Occupation.of(Map.of(Species.of(Element.Ca, 2), 0.5, Species.of(Element.Na, 1), 0.25));
    Crystal crystal =
        unit(
            FACE_CENTRED,
            5,
            new Site(mixed, 0, 0, 0),
            new Site(Occupation.of(Species.of(Element.Cl, -1.25)), .5, .5, .5));
    EwaldSum sum = EwaldSum.of(crystal);
    assertThat(sum.charge(0)).isEqualTo(1.25);
    assertThat(sum.madelungConstant(2.5, 1) / (1.25 * 1.25))
        .isCloseTo(1.7475645946331822, within(1e-9));
  }

  @Test
  void refusesWhatHasNoEnergy() {
    Crystal bare = Crystal.of(Lattice.cubic(3), List.of(new Site(Element.Fe, 0, 0, 0)));
    assertThatThrownBy(() -> EwaldSum.of(bare))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("without an oxidation state");
    assertThatThrownBy(() -> EwaldSum.of(bare.withOxidationStates(Map.of(Element.Fe, 2.0))))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("add up to 2.0");
    assertThatThrownBy(() -> EwaldSum.of(bare, new double[2]))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("2 charges for 1 sites");
    Crystal skewed = bare.withLattice(Lattice.of(3, 0, 0, 9e5, 3, 0, 0, 0, 3)).supercell(100, 1, 1);
    double[] ones = new double[100];
    Arrays.fill(ones, 1);
    assertThatThrownBy(() -> EwaldSum.of(skewed, ones))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("Reduce the cell");
    Crystal overlapping =
        Crystal.of(
            Lattice.cubic(3),
            List.of(new Site(Element.Na, 0, 0, 0), new Site(Element.Cl, 0.1, 0, 0)));
    assertThatThrownBy(() -> EwaldSum.of(overlapping, new double[] {1, -1}))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("0.300 Å apart");
  }
}
