package org.suiseki.matter.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

class HallSymbolTest {

  /** International Tables A, general position of 14, 19, 88 (origin 1), 146 and 152. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-P 2ybc | x,y,z;-x,y+1/2,-z+1/2;-x,-y,-z;x,-y+1/2,z+1/2",
        "P 2ac 2ab | x,y,z;-x+1/2,-y,z+1/2;-x,y+1/2,-z+1/2;x+1/2,-y+1/2,-z",
        "P 31 2\" | x,y,z;-y,x-y,z+1/3;-x+y,-x,z+2/3;y,x,-z;x-y,-y,-z+2/3;-x,-x+y,-z+1/3",
        "P 32 2c (0 0 -1)"
            + " | x,y,z;-y,x-y,z+2/3;-x+y,-x,z+1/3;-y,-x,-z+1/3;-x+y,y,-z+2/3;x,x-y,-z",
        "P 3* | x,y,z;z,x,y;y,z,x",
        "P 4n -1n | x,y,z;-x,-y,z;-y+1/2,x+1/2,z+1/2;y+1/2,-x+1/2,z+1/2;"
            + "-x+1/2,-y+1/2,-z+1/2;x+1/2,y+1/2,-z+1/2;y,-x,-z;-y,x,-z"
      })
  void makesTheGeneralPosition(String symbol, String triplets) {
    Set<SymmetryOperation> expected = new HashSet<>();
    for (String triplet : triplets.split(";", -1)) {
      expected.add(SymmetryOperation.parse(triplet));
    }
    List<SymmetryOperation> made = HallSymbol.parse(symbol).operations();
    assertThat(made.get(0).isIdentity()).isTrue();
    assertThat(made).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "P 1,1",
    "-P 1,2",
    "F 4d 2 3 -1d,192",
    "-R 3 2\",36",
    "-I 4bd 2c 3,96",
    "-F 4cvw 2vw 3,192",
    "H 3,9",
    "S 1,3",
    "T 1,3"
  })
  void countsTheOperationsOfACell(String symbol, int count) {
    assertThat(HallSymbol.parse(symbol).operations()).hasSize(count);
  }

  @Test
  void readsUnderscoresAndSmallLetters() {
    assertThat(HallSymbol.parse("-p_2ybc").operations())
        .isEqualTo(HallSymbol.parse("-P 2ybc").operations());
  }

  /** P 1 2 1 with its axis turned to c, and moved (Hall 1981, section 3). */
  @Test
  void changesBasisAndOrigin() {
    assertThat(HallSymbol.parse("P 2y (z,x,y)").operations())
        .containsExactlyInAnyOrderElementsOf(HallSymbol.parse("P 2").operations());
    assertThat(HallSymbol.parse("P 2y (x+1/4,y,z)").operations())
        .contains(SymmetryOperation.parse("-x+1/2,y,-z"));
    assertThat(HallSymbol.parse("P 2y (3 0 0)").operations())
        .containsExactlyInAnyOrderElementsOf(HallSymbol.parse("P 2y (x+1/4,y,z)").operations());
  }

  /** Twice the cell along a: the old translation becomes a half of the new one. */
  @Test
  void keepsTheLatticeWhereTheCellGrows() {
    assertThat(HallSymbol.parse("P 1 (1/2*x,y,z)").operations())
        .containsExactly(SymmetryOperation.IDENTITY, SymmetryOperation.parse("x+1/2,y,z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Q 2 | 1",
        "P 5 | 3",
        "P 2k | 4",
        "P 2 2 2 | 8",
        "P 4' | 5",
        "P 2* | 5",
        "P 21 2 (0 0 | 8",
        "P 22 | 4",
        "P 2 (0 0 x) | 5",
        "P 2 (0 0 0) 2 | 13",
        "P 2 2 3 -1 -1 | 12",
        "'' | 1"
      })
  void saysInWhichColumnASymbolBreaks(String symbol, int column) {
    assertThatThrownBy(() -> HallSymbol.parse(symbol))
        .isInstanceOfSatisfying(
            MatterException.class,
            broken -> assertThat(broken.place().map(Place::column)).hasValue(column));
  }

  /** A three-fold axis along x in a cell where z is a three-fold axis too: no lattice has both. */
  @Test
  void refusesGeneratorsThatMakeNoGroup() {
    assertThatThrownBy(() -> HallSymbol.parse("P 3z 3x"))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("make no space group");
  }
}
