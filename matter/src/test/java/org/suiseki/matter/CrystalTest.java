package org.suiseki.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CrystalTest {
  private static final Crystal ROCK_SALT =
      Crystal.of(
          Lattice.of(0, 2.82, 2.82, 2.82, 0, 2.82, 2.82, 2.82, 0),
          List.of(new Site(Element.Na, 0, 0, 0), new Site(Element.Cl, 0.5, 0.5, 0.5)));

  @Test
  void weighsACell() {
    // 4 × 58.443 g/mol in (5.64 Å)³: 2.1635 g/cm³; CRC Handbook: 2.17.
    assertThat(ROCK_SALT.density()).isCloseTo(2.1636, within(2e-4));
    assertThat(ROCK_SALT.composition().reducedFormula()).isEqualTo("NaCl");
    assertThat(ROCK_SALT.distance(0, 1)).isCloseTo(2.82, within(1e-12));
    assertThat(ROCK_SALT.ordered()).isTrue();
    assertThat(ROCK_SALT).hasToString("NaCl, 2 sites");
  }

  @Test
  void vacanciesWeighNothing() {
    Crystal wuestite =
        Crystal.of(
            Lattice.cubic(4.3),
            List.of(
                new Site(Occupation.of(Map.of(Species.of(Element.Fe), 0.95)), 0, 0, 0),
                new Site(Element.O, 0.5, 0.5, 0.5)));
    assertThat(wuestite.ordered()).isFalse();
    assertThat(wuestite.composition().amount(Element.Fe)).isEqualTo(0.95);
    assertThat(wuestite.density())
        .isCloseTo((0.95 * 55.845 + 15.999) / 0.602214076 / 79.507, within(1e-6));
  }

  @Test
  void aLargerCellIsTheSameCrystal() {
    Random random = new Random(11);
    int tried = 0;
    while (tried < 40) {
      int[] m = new int[9];
      for (int i = 0; i < 9; i++) {
        m[i] = random.nextInt(5) - 2;
      }
      long copies = Math.abs(determinant(m));
      if (copies == 0) {
        continue;
      }
      tried++;
      Crystal larger = ROCK_SALT.supercell(m);
      assertThat(larger.siteCount()).isEqualTo((int) (2 * copies));
      assertThat(larger.density()).isCloseTo(ROCK_SALT.density(), within(1e-9));
      assertThat(nearest(larger)).isCloseTo(2.82, within(1e-9));
    }
    assertThatThrownBy(() -> ROCK_SALT.supercell(1, 0, 0, 0, 1, 0, 1, 1, 0))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("0 times");
    assertThatThrownBy(() -> ROCK_SALT.supercell(2000, 2000, 2000))
        .hasMessageContaining("smaller cell");
    assertThatThrownBy(() -> ROCK_SALT.supercell(1, 2, 3, 4)).hasMessageContaining("got 4");
  }

  @Test
  void movesAndWraps() {
    Crystal moved = ROCK_SALT.translated(-0.25, 0.75, 1.5).wrapped();
    assertThat(moved.fractionalCoordinates())
        .containsExactly(new double[] {0.75, 0.75, 0.5, 0.25, 0.25, 0.0}, within(1e-15));
    assertThat(moved.distance(0, 1)).isCloseTo(2.82, within(1e-12));
    // A tiny negative number must not become 1.
    assertThat(ROCK_SALT.translated(-1e-18, 0, 0).wrapped().fractional(0, 0)).isZero();
  }

  @Test
  void keepsWhatItWasGiven() {
    List<Site> sites = new ArrayList<>(ROCK_SALT.sites());
    assertThat(Crystal.of(ROCK_SALT.lattice(), sites)).isEqualTo(ROCK_SALT);
    Collections.swap(sites, 0, 1);
    assertThat(Crystal.of(ROCK_SALT.lattice(), sites))
        .isEqualTo(ROCK_SALT.permuted(new int[] {1, 0}))
        .isNotEqualTo(ROCK_SALT);
    assertThat(ROCK_SALT.site(1).label()).isEqualTo("Cl");
    assertThat(ROCK_SALT.withOxidationStates(Map.of(Element.Na, 1.0)).occupation(0))
        .hasToString("Na+");
    assertThatThrownBy(() -> Crystal.of(ROCK_SALT.lattice(), List.of()))
        .hasMessageContaining("no site");
    assertThatThrownBy(() -> new Site(Element.Na, Double.NaN, 0, 0))
        .hasMessageContaining("finite fractional");
  }

  private static double nearest(Crystal crystal) {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < crystal.siteCount(); i++) {
      for (int j = 0; j < crystal.siteCount(); j++) {
        if (crystal.element(i) != crystal.element(j)) {
          best = Math.min(best, crystal.distance(i, j));
        }
      }
    }
    return best;
  }

  private static long determinant(int[] m) {
    return (long) m[0] * (m[4] * m[8] - m[5] * m[7])
        - (long) m[1] * (m[3] * m[8] - m[5] * m[6])
        + (long) m[2] * (m[3] * m[7] - m[4] * m[6]);
  }
}
