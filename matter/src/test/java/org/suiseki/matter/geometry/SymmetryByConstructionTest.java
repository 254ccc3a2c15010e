package org.suiseki.matter.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.suiseki.matter.Crystal;

/** Crystals made by each of the 530 settings of space groups, disguised, and recognised again. */
class SymmetryByConstructionTest {
  /** In Å along each axis: far below the tolerance of 0.01, far above round-off. */
  private static final double NOISE = 1e-4;

  @Test
  void findsEveryGroupBackAsItWasMade() {
    Random random = new Random(530);
    for (int number = 1; number <= 230; number++) {
      SpaceGroup group = SpaceGroup.ofNumber(number);
      ConstructedCrystal.Made made = ConstructedCrystal.of(group, random.nextInt(3), random);
      Symmetry symmetry = Symmetry.of(made.crystal());
      assertThat(symmetry.spaceGroup().number()).as("%s", group).isEqualTo(group.number());
      assertThat(symmetry.operations()).as("%s", group).hasSize(group.operations().size());
      requirePositions(group, made, made.crystal(), 1, symmetry);
    }
  }

  @Test
  void findsEverySettingBackInDisguise() {
    Random random = new Random(230);
    for (SpaceGroup group : SpaceGroup.all()) {
      ConstructedCrystal.Made made = ConstructedCrystal.of(group, random.nextInt(3), random);
      int copies = 1 + random.nextInt(3);
      Crystal disguised = ConstructedCrystal.disguised(made.crystal(), copies, random);
      Crystal given = ConstructedCrystal.noisy(disguised, NOISE, random);
      Symmetry symmetry = Symmetry.of(given);
      assertThat(symmetry.spaceGroup().number()).as("%s", group).isEqualTo(group.number());
      requirePositions(group, made, given, copies, symmetry);
      requireStandardCells(made.crystal(), given, symmetry, random);
    }
  }

  /**
   * Origins that do equally well exchange letters of one multiplicity and site symmetry, and axes
   * that do exchange the order of its parts. What is left must be the same, with the letter where
   * only one has them.
   */
  private static void requirePositions(
      SpaceGroup group,
      ConstructedCrystal.Made made,
      Crystal given,
      int copies,
      Symmetry symmetry) {
    List<String> expected = new ArrayList<>();
    List<WyckoffPosition> table = group.wyckoffPositions();
    for (int i = 0; i < made.positions().size(); i++) {
      for (int copy = 0; copy < copies; copy++) {
        expected.add(
            made.crystal().occupation(i) + " " + essence(made.positions().get(i), group, table));
      }
    }
    List<String> found = new ArrayList<>();
    List<WyckoffPosition> positions = symmetry.wyckoffPositions();
    SpaceGroup standard = symmetry.spaceGroup();
    for (int i = 0; i < given.siteCount(); i++) {
      found.add(
          given.occupation(i)
              + " "
              + essence(positions.get(i), standard, standard.wyckoffPositions()));
    }
    Collections.sort(expected);
    Collections.sort(found);
    assertThat(found).as("%s", group).isEqualTo(expected);
  }

  private static String essence(
      WyckoffPosition position, SpaceGroup group, List<WyckoffPosition> table) {
    String own = kind(position, group);
    long alike = table.stream().filter(other -> kind(other, group).equals(own)).count();
    return alike == 1 ? own + position.letter() : own;
  }

  /** Multiplicity in the primitive cell, freedom, and the parts of the site symmetry in order. */
  private static String kind(WyckoffPosition position, SpaceGroup group) {
    long centring = group.operations().stream().filter(o -> o.type() == 1).count();
    char[] parts = position.siteSymmetry().replace(".", "").toCharArray();
    Arrays.sort(parts);
    return position.multiplicity() / centring + " " + position.freedom() + " " + new String(parts);
  }

  private static void requireStandardCells(
      Crystal made, Crystal given, Symmetry symmetry, Random random) {
    List<SymmetryOperation> operations = symmetry.operations();
    long translations = operations.stream().filter(o -> o.type() == 1).count();
    Crystal primitive = symmetry.primitive();
    assertThat(primitive.siteCount()).isEqualTo((int) (given.siteCount() / translations));
    assertThat(primitive.density()).isCloseTo(made.density(), within(1e-9 * made.density()));
    Crystal conventional = symmetry.conventional();
    assertThat(conventional.density()).isCloseTo(made.density(), within(1e-9 * made.density()));
    List<SymmetryOperation> tabulated = symmetry.spaceGroup().operations();
    SymmetryOperation one = tabulated.get(random.nextInt(tabulated.size()));
    // Exactly symmetric but for round-off of the origin, which is solved for modulo 1.
    assertThat(ConstructedCrystal.miss(conventional, one)).as("%s", symmetry).isLessThan(1e-6);
    SymmetryOperation another = operations.get(random.nextInt(operations.size()));
    // Twice the noise of a site and its image, along the diagonal.
    assertThat(ConstructedCrystal.miss(given, another)).isLessThan(4 * NOISE);
  }
}
