package org.suiseki.matter.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.matter.MatterException;

class SpaceGroupTest {

  @Test
  void knowsAllSettings() {
    assertThat(SpaceGroup.all()).hasSize(530);
    for (int number = 1; number <= 230; number++) {
      SpaceGroup standard = SpaceGroup.ofNumber(number);
      assertThat(standard.number()).isEqualTo(number);
      assertThat(standard.settings().get(0)).isSameAs(standard);
    }
  }

  /**
   * Each setting is a group: closed, of the size of its point group times that of its lattice
   * letter, and of the point group that its number says.
   */
  @Test
  void everySettingIsAGroup() {
    Random random = new Random(530);
    for (SpaceGroup group : SpaceGroup.all()) {
      Set<SymmetryOperation> members = new HashSet<>(group.operations());
      for (int i = 0; i < 5; i++) {
        SymmetryOperation first = group.operations().get(random.nextInt(members.size()));
        for (SymmetryOperation second : group.operations()) {
          assertThat(members.contains(first.times(second).reduced())).isTrue();
          assertThat(members.contains(second.inverse().reduced())).isTrue();
        }
      }
      SortedOperations sorted = group.sortedOperations();
      List<int[]> rotations = new ArrayList<>();
      for (int i = 0; i < sorted.size; i++) {
        rotations.add(Arrays.copyOfRange(sorted.rotations, 9 * i, 9 * i + 9));
      }
      assertThat(PointGroup.of(rotations)).hasValue(group.pointGroup());
      boolean primitive = group.setting().equals("R");
      int points = primitive ? 1 : Centring.valueOf("" + group.centring()).points;
      assertThat(members).hasSize(rotations.size() * points);
    }
  }

  /** International Tables A; the Hall symbols of table A1.4.2.7 of volume B. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | P-1 | P -1 | -P 1 | -1 | TRICLINIC | Ci^1",
        "14 | P2_1/c | P 1 2_1/c 1 | -P 2ybc | 2/m | MONOCLINIC | C2h^5",
        "15 | C2/c | C 1 2/c 1 | -C 2yc | 2/m | MONOCLINIC | C2h^6",
        "62 | Pnma | P 2_1/n 2_1/m 2_1/a | -P 2ac 2n | mmm | ORTHORHOMBIC | D2h^16",
        "64 | Cmce | C 2/m 2/c 2_1/e | -C 2bc 2 | mmm | ORTHORHOMBIC | D2h^18",
        "129 | P4/nmm | P 4/n 2_1/m 2/m | P 4ab 2ab -1ab | 4/mmm | TETRAGONAL | D4h^7",
        "166 | R-3m | R -3 2/m | -R 3 2\" | -3m | TRIGONAL | D3d^5",
        "194 | P6_3/mmc | P 6_3/m 2/m 2/c | -P 6c 2c | 6/mmm | HEXAGONAL | D6h^4",
        "225 | Fm-3m | F 4/m -3 2/m | -F 4 2 3 | m-3m | CUBIC | Oh^5",
        "227 | Fd-3m | F 4_1/d -3 2/m | F 4d 2 3 -1d | m-3m | CUBIC | Oh^7"
      })
  void namesTheStandardSetting(
      int number,
      String international,
      String full,
      String hall,
      String pointGroup,
      CrystalSystem system,
      String schoenflies) {
    SpaceGroup group = SpaceGroup.ofNumber(number);
    assertThat(group.international()).isEqualTo(international);
    assertThat(group.fullSymbol()).isEqualTo(full);
    assertThat(group.hall()).isEqualTo(hall);
    assertThat(group.pointGroup()).hasToString(pointGroup);
    assertThat(group.system()).isEqualTo(system);
    assertThat(group.schoenflies()).isEqualTo(schoenflies);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "F m -3 m | -F 4 2 3",
        "Fm-3m | -F 4 2 3",
        "Fm3m | -F 4 2 3",
        "FM-3M | -F 4 2 3",
        "F 4/m -3 2/m | -F 4 2 3",
        "P 1 21/c 1 | -P 2ybc",
        "P 21/c | -P 2ybc",
        "P2_1/c | -P 2ybc",
        "P2(1)/c | -P 2ybc",
        "P 1 21/n 1 | -P 2yn",
        "P21/n | -P 2yn",
        "B 2/b | -B 2b",
        "P 1 1 21/b | -P 2bc",
        "R -3 m :H | -R 3 2\"",
        "R -3 m | -R 3 2\"",
        "R-3m:R | -P 3* 2",
        "R -3 m R | -P 3* 2",
        "R-3mH | -R 3 2\"",
        "F d -3 m S | F 4d 2 3 -1d",
        "F d -3 m Z | -F 4vw 2vw 3",
        "Fd-3m:2 | -F 4vw 2vw 3",
        "Fd-3m:1 | F 4d 2 3 -1d",
        "Fd3m | F 4d 2 3 -1d",
        "F d -3 m (origin choice 2) | -F 4vw 2vw 3",
        "C m c a | -C 2bc 2",
        "C m c e | -C 2bc 2",
        "C m m b | -C 2b 2b",
        "A b a 2 | A 2 -2ac",
        "C c c b :2 | -C 2b 2c",
        "P b n m | -P 2c 2ab",
        "P n c b :2 | -P 2b 2bc",
        "P 21 21 21 | P 2ac 2ab",
        "P 63/m m c | -P 6c 2c",
        "I 41/a m d :2 | -I 4bd 2",
        "H 3 2 | R 3 2\"",
        "P n m a (No. 62) | -P 2ac 2n",
        "P 3 1 2 | P 3 2",
        "P 31 1 2 | P 31 2c (0 0 1)"
      })
  void findsEverySpelling(String symbol, String hall) {
    assertThat(SpaceGroup.ofSymbol(symbol).map(SpaceGroup::hall)).hasValue(hall);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "P", "?", "X m m m", "P n m a :2", "P n m a (No. 63)", "F 1 2/m 1", "Fm-3m:R"})
  void knowsNoOther(String symbol) {
    assertThat(SpaceGroup.ofSymbol(symbol)).isEmpty();
  }

  /**
   * No two groups share a spelling but settings of one number that the symbol cannot tell apart.
   */
  @Test
  void symbolsLeadBack() {
    for (SpaceGroup group : SpaceGroup.all()) {
      for (String symbol : List.of(group.symbol(), group.fullSymbol())) {
        SpaceGroup found = SpaceGroup.ofSymbol(symbol).orElseThrow();
        assertThat(found.number()).isEqualTo(group.number());
        if (!group.setting().isEmpty()) {
          assertThat(SpaceGroup.ofSymbol(symbol + ":" + group.setting())).hasValue(group);
        }
      }
    }
  }

  @Test
  void findsBySymbolOfHallAndByOperations() {
    for (SpaceGroup group : SpaceGroup.all()) {
      SpaceGroup byHall = SpaceGroup.ofHall(group.hall()).orElseThrow();
      assertThat(new HashSet<>(byHall.operations())).isEqualTo(new HashSet<>(group.operations()));
    }
    assertThat(SpaceGroup.ofHall("-p_2yBC").map(SpaceGroup::number)).hasValue(14);
    // The same group, generated otherwise.
    assertThat(SpaceGroup.ofHall("P 2ybc -1").map(SpaceGroup::hall)).hasValue("-P 2ybc");
    assertThat(SpaceGroup.ofHall("P 2y (x+1/8,y,z)")).isEmpty();
    List<SymmetryOperation> shuffled = new ArrayList<>(SpaceGroup.ofNumber(227).operations());
    Collections.shuffle(shuffled, new Random(1));
    assertThat(SpaceGroup.ofOperations(shuffled)).hasValue(SpaceGroup.ofNumber(227));
  }

  @Test
  void givesOtherSettingsByTheirCode() {
    assertThat(SpaceGroup.ofNumber(227, "2").map(SpaceGroup::hall)).hasValue("-F 4vw 2vw 3");
    assertThat(SpaceGroup.ofNumber(166, "R").map(SpaceGroup::hall)).hasValue("-P 3* 2");
    assertThat(SpaceGroup.ofNumber(225, "2")).isEmpty();
  }

  @Test
  void refusesWrongNumbers() {
    assertThatThrownBy(() -> SpaceGroup.ofNumber(0)).isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> SpaceGroup.ofNumber(231)).isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> SpaceGroup.ofHallNumber(531)).isInstanceOf(MatterException.class);
  }
}
