package org.suiseki.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.suiseki.house.SharedCrystals;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Site;
import org.suiseki.matter.Species;
import org.suiseki.matter.geometry.CrystalNN;
import tools.jackson.databind.JsonNode;

class BondStatisticsTest {
  private static final Lattice FACE_CENTRED = Lattice.of(0, 2.7, 2.7, 2.7, 0, 2.7, 2.7, 2.7, 0);

  private final BondStatistics statistics = new BondStatistics(BondRule.nearest(0.1));

  private double value(Crystal crystal, String name) {
    return of(statistics, crystal)[statistics.names().indexOf(name)];
  }

  private static double[] of(Descriptor<Crystal> descriptor, Crystal crystal) {
    double[] out = new double[descriptor.width()];
    descriptor.describe(crystal, out, 0);
    return out;
  }

  @Test
  void knowsTheTetrahedra() {
    Crystal blende =
        Crystal.of(
            FACE_CENTRED,
            List.of(new Site(Element.Zn, 0, 0, 0), new Site(Element.S, .25, .25, .25)));
    assertThat(value(blende, "bond length mean")).isCloseTo(5.4 * Math.sqrt(3) / 4, within(1e-9));
    assertThat(value(blende, "bond length std")).isCloseTo(0, within(1e-9));
    assertThat(value(blende, "bond length 2.3-2.4 Å")).isEqualTo(1);
    double tetrahedral = Math.toDegrees(Math.acos(-1 / 3.0));
    assertThat(value(blende, "bond angle min")).isCloseTo(tetrahedral, within(1e-9));
    assertThat(value(blende, "bond angle max")).isCloseTo(tetrahedral, within(1e-9));
    assertThat(value(blende, "bond angle 100-110 deg")).isEqualTo(1);
    assertThat(value(blende, "coordination mean")).isEqualTo(4);
  }

  /** Of the 15 angles in an octahedron 12 are right and 3 straight. */
  @Test
  void knowsTheOctahedra() {
    Crystal rockSalt =
        Crystal.of(
            FACE_CENTRED, List.of(new Site(Element.Na, 0, 0, 0), new Site(Element.Cl, .5, .5, .5)));
    Crystal same = ReferenceCrystals.disguised(rockSalt, new Random(1));
    assertThat(value(same, "bond length mean")).isCloseTo(2.7, within(1e-9));
    assertThat(value(same, "bond length 2.7-2.8 Å")).isCloseTo(1, within(1e-12));
    assertThat(value(same, "bond angle 90-100 deg")).isCloseTo(12 / 15.0, within(1e-12));
    assertThat(value(same, "bond angle 170-180 deg")).isCloseTo(3 / 15.0, within(1e-12));
    // Half the round-off of a cosine at −1, as an angle.
    assertThat(value(same, "bond angle mean")).isCloseTo(108, within(1e-5));
    assertThat(value(same, "bond angle std")).isCloseTo(36, within(1e-5));
    assertThat(value(same, "coordination max")).isEqualTo(6);
  }

  @Test
  void isTheSameForTheSameCrystal() {
    Random random = new Random(31);
    for (int round = 0; round < 20; round++) {
      Crystal crystal = ReferenceCrystals.random(random, 3 + random.nextInt(6));
      Crystal same = ReferenceCrystals.disguised(crystal, random);
      double[] one = of(statistics, crystal);
      double[] other = of(statistics, same);
      for (int i = 0; i < one.length; i++) {
        if (Double.isNaN(one[i])) {
          assertThat(other[i]).isNaN();
        } else {
          assertThat(other[i]).as(statistics.names().get(i)).isCloseTo(one[i], within(1e-5));
        }
      }
    }
  }

  /** Mean coordination numbers by pymatgen's CrystalNN, for all 30 crystals. */
  @Test
  void findsTheBondsOfCrystalNN() {
    BondStatistics bonds = new BondStatistics(BondRule.crystalNN(CrystalNN.DEFAULT));
    int mean = bonds.names().indexOf("coordination mean");
    JsonNode structures = SharedCrystals.pymatgen();
    for (Map.Entry<String, Crystal> entry : ReferenceCrystals.pymatgen().entrySet()) {
      double sum = 0;
      for (JsonNode one : structures.get(entry.getKey()).get("environments")) {
        sum += one.get("multiplicity").asInt() * one.get("crystalnn_cn").asInt();
      }
      assertThat(of(bonds, entry.getValue())[mean])
          .as(entry.getKey())
          .isCloseTo(sum / entry.getValue().siteCount(), within(1e-12));
    }
  }

  /** Two atoms far from all others have one bond each. */
  @Test
  void hasNoAnglesInADimer() {
    Crystal dimer =
        Crystal.of(
            Lattice.cubic(10),
            List.of(new Site(Element.N, 0, 0, 0), new Site(Element.N, .11, 0, 0)));
    assertThat(value(dimer, "bond length mean")).isCloseTo(1.1, within(1e-9));
    assertThat(value(dimer, "bond angle mean")).isNaN();
    assertThat(value(dimer, "bond angle 90-100 deg")).isZero();
    assertThat(value(dimer, "coordination mean")).isEqualTo(1);
  }

  @Test
  void countsSharedSitesByTheirParts() {
    Occupation half = Occupation.of(Map.of(Species.of(Element.Cl), 0.5));
    Crystal vacant =
        Crystal.of(
            FACE_CENTRED, List.of(new Site(Element.Na, 0, 0, 0), new Site(half, .5, .5, .5)));
    // Na has six halves; each half Cl six whole: (1 · 3 + 0.5 · 6) / 1.5.
    assertThat(value(vacant, "coordination mean")).isCloseTo(4, within(1e-12));
    assertThat(value(vacant, "bond angle mean")).isCloseTo(108, within(1e-5));
  }

  @Test
  void refusesASlackThatMeansNothing() {
    assertThatThrownBy(() -> BondRule.nearest(-0.1)).isInstanceOf(DescribeException.class);
    assertThatThrownBy(() -> BondRule.nearest(Double.NaN)).isInstanceOf(DescribeException.class);
  }
}
