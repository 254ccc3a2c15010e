package org.suiseki.matter.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.house.SharedCrystals;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Matrix3;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Site;
import org.suiseki.matter.Species;
import tools.jackson.databind.JsonNode;

class SymmetryTest {
  /** Round-off of fractional coordinates after some changes of basis. */
  private static final double ROUNDING = 1e-9;

  @Test
  void agreesWithSpglibOnThirtyCrystals() {
    JsonNode structures = SharedCrystals.pymatgen();
    assertThat(structures.size()).isEqualTo(30);
    for (JsonNode structure : structures) {
      String name = structure.get("name").asString();
      Symmetry symmetry = Symmetry.of(SharedCrystals.crystal(structure));
      SpaceGroup group = symmetry.spaceGroup();
      assertThat(group.number()).as(name).isEqualTo(structure.get("spacegroup_number").asInt());
      assertThat(group.international())
          .as(name)
          .isEqualTo(structure.get("spacegroup_symbol").asString());
      assertThat(group.hall()).as(name).isEqualTo(structure.get("hall").asString());
      assertThat(symmetry.pointGroup().international())
          .as(name)
          .isEqualTo(structure.get("point_group").asString());
      assertThat(symmetry.operations()).as(name).hasSize(structure.get("n_symops").asInt());
      // Rock salt may have sodium at a or at b: here the peer's choice of origin is met.
      StringBuilder letters = new StringBuilder();
      structure.get("wyckoffs").forEach(letter -> letters.append(letter.asString()));
      assertThat(new String(symmetry.wyckoffLetters())).as(name).isEqualTo(letters.toString());
      List<Integer> equivalent = new ArrayList<>();
      structure.get("equivalent_atoms").forEach(site -> equivalent.add(site.asInt()));
      assertThat(symmetry.equivalentSites())
          .as(name)
          .isEqualTo(equivalent.stream().mapToInt(Integer::intValue).toArray());
    }
  }

  @Test
  void listsMovementsThatMapTheCrystalOntoItself() {
    Random random = new Random(48);
    for (int number : new int[] {2, 14, 62, 92, 136, 148, 167, 194, 205, 216, 220, 227}) {
      SpaceGroup group = SpaceGroup.ofNumber(number);
      Crystal crystal =
          ConstructedCrystal.disguised(
              ConstructedCrystal.of(group, 1, random).crystal(), 2, random);
      List<SymmetryOperation> operations = Symmetry.of(crystal).operations();
      assertThat(operations.get(0).isIdentity()).isTrue();
      assertThat(new HashSet<>(operations)).hasSameSizeAs(operations);
      for (int i = 0; i < operations.size(); i += 1 + operations.size() / 8) {
        assertThat(ConstructedCrystal.miss(crystal, operations.get(i)))
            .as("%s: %s", group, operations.get(i))
            .isLessThan(1e-8);
      }
    }
  }

  @Test
  void standardCoordinatesFollowFromTransformationAndOrigin() {
    Random random = new Random(230);
    for (SpaceGroup group : List.of(SpaceGroup.ofNumber(15), SpaceGroup.ofNumber(166))) {
      Crystal given =
          ConstructedCrystal.disguised(
              ConstructedCrystal.of(group, 1, random).crystal(), 2, random);
      Symmetry symmetry = Symmetry.of(given);
      Crystal conventional = symmetry.conventional();
      double[] back = Matrix3.inverse(symmetry.transformation());
      double[] origin = symmetry.originShift();
      int[] from = symmetry.conventionalSites();
      for (int i = 0; i < conventional.siteCount(); i++) {
        assertThat(conventional.occupation(i)).isEqualTo(given.occupation(from[i]));
      }
      for (int i = 0; i < given.siteCount(); i++) {
        double[] moved = new double[3];
        for (int axis = 0; axis < 3; axis++) {
          moved[axis] = given.fractional(i, axis) - origin[axis];
        }
        double[] expected = Matrix3.apply(back, moved);
        double nearest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < conventional.siteCount(); j++) {
          nearest =
              Math.min(
                  nearest,
                  conventional
                      .lattice()
                      .distance(
                          expected[0],
                          expected[1],
                          expected[2],
                          conventional.fractional(j, 0),
                          conventional.fractional(j, 1),
                          conventional.fractional(j, 2)));
        }
        assertThat(nearest).as("%s, site %s", group, i).isLessThan(1e-7);
      }
    }
  }

  @Test
  void conventionalCellAsGivenKeepsTheVectorsInSpace() {
    Crystal salt = rockSalt(5.64);
    Crystal disguised = ConstructedCrystal.disguised(salt, 2, new Random(3));
    Symmetry symmetry = Symmetry.of(disguised);
    Crystal given = symmetry.conventionalAsGiven();
    double[] p = symmetry.transformation();
    Lattice expected =
        disguised.lattice().transformed(p[0], p[3], p[6], p[1], p[4], p[7], p[2], p[5], p[8]);
    for (int i = 0; i < 9; i++) {
      assertThat(given.lattice().rows()[i]).isCloseTo(expected.rows()[i], within(ROUNDING));
    }
    assertThat(given.siteCount()).isEqualTo(8);
    assertThat(symmetry.conventional().lattice().a()).isCloseTo(5.64, within(ROUNDING));
  }

  @Test
  void idealisesByTheMeanOfAllSites() {
    // Sodium 1 is 0.004 Å off; its share of the mean over four is what is left of the origin.
    Crystal salt = rockSalt(5.64);
    List<Site> sites = new ArrayList<>(salt.sites());
    sites.set(1, new Site(Element.Na, 0.5 + 0.004 / 5.64, 0.5, 0));
    Symmetry symmetry = Symmetry.of(Crystal.of(salt.lattice(), sites));
    assertThat(symmetry.spaceGroup().number()).isEqualTo(225);
    assertThat(symmetry.deviation()).isBetween(0.001, 0.008);
    for (SymmetryOperation operation : symmetry.spaceGroup().operations()) {
      assertThat(ConstructedCrystal.miss(symmetry.conventional(), operation)).isLessThan(1e-8);
    }
  }

  @Test
  void aLargerToleranceNeverGivesFewerOperations() {
    Random random = new Random(99);
    Crystal noisy = ConstructedCrystal.noisy(rockSalt(5.64), 0.02, random);
    int before = 0;
    for (double tolerance = 1e-4; tolerance < 0.3; tolerance *= 1.3) {
      int operations = Symmetry.of(noisy, tolerance).operations().size();
      assertThat(operations).as("%s Å", tolerance).isGreaterThanOrEqualTo(before);
      before = operations;
    }
    assertThat(before).isEqualTo(192);
    assertThat(Symmetry.of(noisy, 1e-4).operations()).hasSize(1);
  }

  @Test
  void doesNotDependOnTheOrderOfSites() {
    Random random = new Random(7);
    for (int round = 0; round < 40; round++) {
      Crystal noisy = ConstructedCrystal.noisy(rockSalt(5.64), 0.006, random);
      int expected = Symmetry.of(noisy).operations().size();
      List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7));
      Collections.shuffle(order, random);
      Crystal permuted = noisy.permuted(order.stream().mapToInt(Integer::intValue).toArray());
      assertThat(Symmetry.of(permuted).operations()).hasSize(expected);
    }
  }

  @Test
  void tellsMirrorImagesApart() {
    Random random = new Random(76);
    Crystal right = ConstructedCrystal.of(SpaceGroup.ofNumber(76), 0, random).crystal();
    double[] rows = right.lattice().rows();
    for (int i = 0; i < 9; i += 3) {
      rows[i] = -rows[i];
    }
    Crystal left = right.withLattice(Lattice.of(rows));
    assertThat(Symmetry.of(right).spaceGroup().international()).isEqualTo("P4_1");
    assertThat(Symmetry.of(left).spaceGroup().international()).isEqualTo("P4_3");
    assertThat(Symmetry.of(left).conventional().lattice().rightHanded()).isTrue();
    // The same crystal in left-handed vectors is not its mirror image.
    Crystal turned = right.supercell(-1, 0, 0, 0, 1, 0, 0, 0, 1);
    assertThat(turned.lattice().rightHanded()).isFalse();
    assertThat(Symmetry.of(turned).spaceGroup().international()).isEqualTo("P4_1");
  }

  @Test
  void sitesAreAlikeWhereTheirOccupationsAre() {
    Crystal salt = rockSalt(5.64);
    List<Site> sites = new ArrayList<>(salt.sites());
    sites.set(0, new Site(Occupation.of(Species.of(Element.Na, 1)), 0, 0, 0));
    assertThat(Symmetry.of(Crystal.of(salt.lattice(), sites)).spaceGroup().number()).isEqualTo(221);
    Occupation half =
        Occupation.of(Map.of(Species.of(Element.Na), 0.5, Species.of(Element.K), 0.5));
    for (int i = 0; i < 4; i++) {
      Site site = salt.site(i);
      sites.set(i, new Site(half, site.x(), site.y(), site.z()));
    }
    Symmetry mixed = Symmetry.of(Crystal.of(salt.lattice(), sites));
    assertThat(mixed.spaceGroup().number()).isEqualTo(225);
    assertThat(mixed.primitive().occupation(0)).isEqualTo(half);
    sites.set(0, new Site(Occupation.of(Map.of(Species.of(Element.Na), 0.5)), 0, 0, 0));
    assertThat(Symmetry.of(Crystal.of(salt.lattice(), sites)).spaceGroup().number()).isEqualTo(221);
  }

  @Test
  void findsTheDefectInALargeCell() {
    Crystal copper =
        Crystal.of(
            Lattice.cubic(3.61),
            List.of(
                new Site(Element.Cu, 0, 0, 0),
                new Site(Element.Cu, 0.5, 0.5, 0),
                new Site(Element.Cu, 0.5, 0, 0.5),
                new Site(Element.Cu, 0, 0.5, 0.5)));
    Crystal large = copper.supercell(6, 6, 6);
    Symmetry whole = Symmetry.of(large);
    assertThat(whole.spaceGroup().number()).isEqualTo(225);
    assertThat(whole.primitive().siteCount()).isEqualTo(1);
    assertThat(whole.operations()).hasSize(48 * 864);
    List<Site> sites = new ArrayList<>(large.sites());
    sites.remove(301);
    Symmetry vacancy = Symmetry.of(Crystal.of(large.lattice(), sites));
    assertThat(vacancy.spaceGroup().number()).isEqualTo(221);
    assertThat(vacancy.operations()).hasSize(48);
  }

  @Test
  void copesWithTenThousandSites() {
    Crystal large = rockSalt(5.64).supercell(11, 11, 11);
    assertThat(large.siteCount()).isEqualTo(10_648);
    Symmetry symmetry = Symmetry.of(large);
    assertThat(symmetry.spaceGroup().number()).isEqualTo(225);
    assertThat(symmetry.primitive().siteCount()).isEqualTo(2);
    assertThat(symmetry.conventional().lattice().a()).isCloseTo(5.64, within(1e-9));
  }

  @Test
  void leavesOutWhatTheGivenCellForbids() {
    Symmetry symmetry = Symmetry.of(rockSalt(5.64).supercell(1, 1, 2));
    assertThat(symmetry.spaceGroup().number()).isEqualTo(225);
    // 16 of 48 rotations keep the long axis; the cell holds 8 primitive ones.
    assertThat(symmetry.operations()).hasSize(16 * 8);
    assertThat(symmetry.operations().get(0).isIdentity()).isTrue();
    assertThat(symmetry.equivalentSites()).containsOnly(0, 8);
  }

  @Test
  void namesTheSitesThatCoincide() {
    Crystal salt = rockSalt(5.64);
    List<Site> sites = new ArrayList<>(salt.sites());
    sites.add(new Site(Element.Na, 0.5, 1.0005, -0.5));
    Crystal crystal = Crystal.of(salt.lattice(), sites);
    assertThatThrownBy(() -> Symmetry.of(crystal))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("Sites 2 (Na) and 8 (Na)")
        .hasMessageContaining("0.00282");
    sites.set(8, new Site(Element.K, 0.5, 1.0005, -0.5));
    Crystal mixed = Crystal.of(salt.lattice(), sites);
    assertThatThrownBy(() -> Symmetry.of(mixed)).hasMessageContaining("Sites 2 (Na) and 8 (K)");
  }

  @Test
  void letsPartlyFilledSitesShareAPlace() {
    Occupation iron = Occupation.of(Map.of(Species.of(Element.Fe), 0.4));
    Occupation cobalt = Occupation.of(Map.of(Species.of(Element.Co), 0.6));
    Crystal alloy =
        Crystal.of(
            Lattice.cubic(2.86),
            List.of(
                new Site(iron, 0, 0, 0),
                new Site(cobalt, 0, 0, 0),
                new Site(iron, 0.5, 0.5, 0.5),
                new Site(cobalt, 0.5, 0.5, 0.5)));
    Symmetry symmetry = Symmetry.of(alloy);
    assertThat(symmetry.spaceGroup().number()).isEqualTo(229);
    assertThat(symmetry.primitive().siteCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.01, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAToleranceThatIsNone(double tolerance) {
    Crystal salt = rockSalt(5.64);
    assertThatThrownBy(() -> Symmetry.of(salt, tolerance))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("tolerance");
  }

  @Test
  void refusesAToleranceAsLargeAsTheCell() {
    Crystal polonium = Crystal.of(Lattice.cubic(3.35), List.of(new Site(Element.Po, 0, 0, 0)));
    assertThat(Symmetry.of(polonium, 1).spaceGroup().number()).isEqualTo(221);
    assertThatThrownBy(() -> Symmetry.of(polonium, 2))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("3.350 Å");
  }

  private static Crystal rockSalt(double a) {
    List<Site> sites = new ArrayList<>();
    double[][] face = {{0, 0, 0}, {0.5, 0.5, 0}, {0.5, 0, 0.5}, {0, 0.5, 0.5}};
    for (double[] at : face) {
      sites.add(new Site(Element.Na, at[0], at[1], at[2]));
    }
    for (double[] at : face) {
      sites.add(new Site(Element.Cl, at[0] + 0.5, at[1], at[2]));
    }
    return Crystal.of(Lattice.cubic(a), sites);
  }
}
