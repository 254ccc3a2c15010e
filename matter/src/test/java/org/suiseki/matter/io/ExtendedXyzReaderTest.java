package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.MatterException;

class ExtendedXyzReaderTest {
  private static final String FRAME =
      """
      2
      Lattice="0.0 2.82 2.82 2.82 0.0 2.82 2.82 2.82 0.0" Properties=species:S:1:pos:R:3 pbc="T T T" energy=-3.2
      Na 0.0 0.0 0.0
      Cl 2.82 2.82 2.82
      """;

  @Test
  void readsAFrame() {
    CrystalEntry entry = read(FRAME).get(0);
    assertThat(entry.id()).isEqualTo("a.xyz");
    assertThat(entry.properties()).containsOnlyKeys("energy").containsEntry("energy", "-3.2");
    assertThat(entry.warnings()).isEmpty();
    Crystal crystal = entry.crystal();
    assertThat(crystal.element(1)).isEqualTo(Element.Cl);
    for (int axis = 0; axis < 3; axis++) {
      assertThat(crystal.fractional(1, axis)).isCloseTo(0.5, within(1e-15));
    }
    // Row by row: the first vector has no x.
    assertThat(crystal.lattice().get(0, 0)).isZero();
    assertThat(crystal.lattice().get(0, 2)).isEqualTo(2.82);
  }

  @Test
  void readsFramesOneAfterAnother() {
    List<CrystalEntry> entries =
        read(FRAME + "\n" + FRAME.replace("energy=-3.2", "id='no 2'") + FRAME);
    assertThat(entries).extracting(CrystalEntry::id).containsExactly("a.xyz", "no 2", "a.xyz 3");
    assertThat(entries).extracting(entry -> entry.place().line()).containsExactly(1, 6, 10);
  }

  @Test
  void readsColumnsInAnyOrder() {
    String text =
        FRAME
            .replace(
                "species:S:1:pos:R:3",
                "forces:R:3:pos:R:3:Z:I:1:tags:I:1:oxi_states:R:1:labels:S:1")
            .replace("Na 0.0 0.0 0.0", "9 9 9 0.0 0.0 0.0 11 0 1 Na7")
            .replace("Cl 2.82 2.82 2.82", "9 9 9 2.82 2.82 2.82 17 0 nan Cl");
    Crystal crystal = read(text).get(0).crystal();
    assertThat(crystal.occupation(0)).hasToString("Na+");
    assertThat(crystal.label(0)).isEqualTo("Na7");
    assertThat(crystal.occupation(1)).hasToString("Cl");
  }

  @Test
  void readsAllWaysToWritePairs() {
    String pairs =
        "a=1 b=\"two \\\"words\\\" \\\\ \" c={1 2} d=[[1, 2], [3, 4]] flag \"odd key\"='x' name=me";
    CrystalEntry entry = read(FRAME.replace("energy=-3.2", pairs)).get(0);
    assertThat(entry.id()).isEqualTo("me");
    assertThat(entry.properties())
        .containsEntry("a", "1")
        .containsEntry("b", "two \"words\" \\ ")
        .containsEntry("c", "1 2")
        .containsEntry("d", "[[1, 2], [3, 4]]")
        .containsEntry("flag", "true")
        .containsEntry("odd key", "x")
        .hasSize(6);
  }

  @Test
  void warnsOfOpenDirectionsAndPlacesWithoutAtom() {
    CrystalEntry slab = read(FRAME.replace("T T T", "T T F").replace("Cl 2", "X 2")).get(0);
    assertThat(slab.crystal().siteCount()).isEqualTo(1);
    assertThat(slab.warnings())
        .containsExactly(
            "The frame is not periodic along c; it is taken as periodic (line 2).",
            "The places of 'X' hold no known atom and are left out.");
  }

  @Test
  void refusesAMolecule() {
    assertThatThrownBy(() -> read("1\nmethane without hydrogen\nC 0 0 0\n"))
        .isInstanceOf(MatterException.class)
        .hasMessageStartingWith(
            "a.xyz:2: The frame has no Lattice: this is an XYZ file of molecules")
        .hasMessageContaining("Add Lattice=");
    assertThatThrownBy(() -> read(FRAME.replace("T T T", "F F F")))
        .hasMessageStartingWith("a.xyz:2: The frame is periodic in no direction");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "2\\nL|two\\nL|1: A frame starts with 'two'",
        "2\\nL|3\\nL|4: The file ends after 2 of 3 atoms",
        "Cl 2|Qq 2|4:1: 'Qq' is no element",
        "Cl 2.82 2.82|Cl 2.82 oops|4:9: The coordinate y is 'oops', not a number",
        "Cl 2.82 2.82|Cl 2.82 inf|4:9: The coordinate y is 'inf', not a number",
        "Cl 2.82 2.82 2.82|Cl 2.82 2.82|4:13: The line ends where the coordinate z",
        "0.0\" Prop|0.0 1.0\" Prop|2: The Lattice has 10 numbers",
        "0.0 2.82 2.82 2.82 0.0|a 2.82 2.82 2.82 0.0|2: The component of the Lattice is 'a'",
        "2.82 2.82 0.0\"|0.0 5.64 5.64\"|2: The lattice vectors",
        "species:S:1:pos:R:3|species:S:1:pos:R|2: The Properties are 'species:S:1:pos:R'",
        "species:S:1:pos:R:3|species:S:1:pos:R:99999|2: The Properties are",
        "species:S:1:pos:R:3|species:S:1:pos:R:2|2: The Properties are",
        "energy=-3.2|energy=\"-3.2|2:103: What \" opens is not closed",
        "energy=-3.2|a=1 a=2|2:100: The key 'a' is given twice",
        "species:S:1|Z:I:1|3:1: The atomic number is 'Na', not a number",
      })
  void namesTheLineAndColumnOfWhatIsWrong(String part, String wrong, String message) {
    String text = FRAME.replace(part.replace("\\n", "\n"), wrong.replace("\\n", "\n"));
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(MatterException.class)
        .hasMessageStartingWith("a.xyz:" + message);
  }

  @Test
  void refusesAFileWithoutFrame() {
    assertThatThrownBy(() -> read("\n\n")).hasMessageStartingWith("a.xyz: There is no frame in it");
    assertThatThrownBy(() -> read("10000000\n" + FRAME.split("\n", -1)[1]))
        .hasMessageStartingWith("a.xyz:2: The file ends after 0 of 10000000 atoms");
  }

  private static List<CrystalEntry> read(String text) {
    return ExtendedXyzReader.read(CrystalSamples.stream(text), "folder/a.xyz".substring(7));
  }
}
