package org.suiseki.matter.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.suiseki.matter.Crystal;

/** Crystals made by each of the 530 settings of space groups, disguised, and recognised again. */
class SymmetryByConstructionTest {
  /** In Å along each axis: far below the tolerance of 0.01, far above round-off. */
  private static final double NOISE = 1e-4;

  @Test
  void findsEveryGroupBack() {
    Random random = new Random(230);
    for (SpaceGroup group : SpaceGroup.all()) {
      Crystal made = ConstructedCrystal.of(group, random.nextInt(3), random);
      Symmetry asMade = Symmetry.of(made);
      assertThat(asMade.spaceGroup().number()).as("%s as made", group).isEqualTo(group.number());
      assertThat(asMade.operations()).as("%s", group).hasSize(group.operations().size());

      int copies = 1 + random.nextInt(3);
      Crystal disguised = ConstructedCrystal.disguised(made, copies, random);
      Crystal given = ConstructedCrystal.noisy(disguised, NOISE, random);
      Symmetry symmetry = Symmetry.of(given);
      assertThat(symmetry.spaceGroup().number()).as("%s", group).isEqualTo(group.number());
      requireStandardCells(given, made, copies, symmetry);
    }
  }

  private static void requireStandardCells(
      Crystal given, Crystal made, int copies, Symmetry symmetry) {
    long translations =
        symmetry.operations().stream().filter(SymmetryByConstructionTest::keepsDirections).count();
    int primitiveSites = (int) (given.siteCount() / translations);
    assertThat(translations % copies).isZero();
    Crystal primitive = symmetry.primitive();
    assertThat(primitive.siteCount()).isEqualTo(primitiveSites);
    assertThat(primitive.density()).isCloseTo(made.density(), within(1e-9 * made.density()));
    Crystal conventional = symmetry.conventional();
    assertThat(conventional.density()).isCloseTo(made.density(), within(1e-9 * made.density()));
    // The tabulated operations must map the standard cell exactly: 1e-6 Å is round-off of the
    // origin, which equations modulo 1 determine.
    for (SymmetryOperation operation : symmetry.spaceGroup().operations()) {
      assertThat(ConstructedCrystal.miss(conventional, operation))
          .as("%s %s", symmetry, operation)
          .isLessThan(1e-6);
      if (conventional.siteCount() > 100) {
        break;
      }
    }
  }

  private static boolean keepsDirections(SymmetryOperation operation) {
    return operation.type() == 1;
  }
}
