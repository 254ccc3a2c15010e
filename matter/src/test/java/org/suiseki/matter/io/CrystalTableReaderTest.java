package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suiseki.matter.MatterException;

class CrystalTableReaderTest {
  private static final String TABLE =
      """
      mp_id,formula,note,structure_json
      7,ScSn,,"{""lattice"":[[4,0,0],[0,4,0],[0,0,4]],""sites"":[[""Sc"",[0.5,0.5,0.5]],[""Sn"",[0,0,0]]]}"
      8,Sc,"two
      lines","{""lattice"":[[4,0,0],[0,4,0],[0,0,4]],
        ""sites"":[[""Sc"",[0.5,0.5,0.5]]]}"
      """;

  @Test
  void readsRowsWithTheirOtherCells() {
    List<CrystalEntry> entries = read(TABLE);
    assertThat(entries).extracting(CrystalEntry::id).containsExactly("7", "8");
    assertThat(entries).extracting(entry -> entry.place().line()).containsExactly(2, 3);
    assertThat(entries.get(0).properties()).containsOnlyKeys("formula");
    assertThat(entries.get(1).properties()).containsEntry("note", "two\nlines");
    assertThat(entries.get(0).crystal().composition().formula()).isEqualTo("ScSn");
    String semicolons =
        TABLE.replace(",formula,note,", ";formula;note;").replace("7,ScSn,,", "7;ScSn;;");
    assertThat(read(semicolons.substring(0, semicolons.indexOf("8,Sc")))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"\"Sn\"\"|\"\"Qq\"\"|2: 'Qq' is no element",
        "7,ScSn,,|7,ScSn,|2: The line has 3 cells where the head has 4",
        "[[4,0,0],[0,4,0],[0,0,4]],\"\"sites\"\":[[\"\"Sc\"\",[0.5,0.5,0.5]],|[[4,0,0],|2: The field 'lattice' is not three vectors",
        "\"\"lattice\"\":[[4|\"\"lattice\"\":[[x|2: This is not JSON: Unrecognized token 'x'",
        "}\"\\n8|}{}\"\\n8|2: Something follows the end of the JSON object",
        "\"two|two|3: The line has 3 cells",
      })
  void namesTheLineOfWhatIsWrong(String part, String wrong, String message) {
    String text = TABLE.replace(part.replace("\\n", "\n"), wrong.replace("\\n", "\n"));
    assertThat(text).isNotEqualTo(TABLE);
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(MatterException.class)
        .hasMessageStartingWith("t.csv:" + message);
  }

  @Test
  void refusesTablesWithoutStructures() {
    assertThatThrownBy(() -> read("id,gap\nx,1\n"))
        .hasMessageStartingWith(
            "t.csv:2: No column holds the JSON of a structure; the columns are [id, gap]");
    assertThatThrownBy(() -> read("id,gap\n"))
        .hasMessageStartingWith("t.csv: There is no row in it");
    assertThatThrownBy(() -> read("id,gap\n\"x,1\n"))
        .hasMessageStartingWith("t.csv:2: The table is not CSV");
    byte[] latin = {'a', '\n', (byte) 0xe9, '\n'};
    assertThatThrownBy(() -> CrystalTableReader.read(new ByteArrayInputStream(latin), "t.csv"))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("The table is not UTF-8 text");
  }

  @ParameterizedTest
  @CsvSource({
    // Sums of densities by pymatgen 2022.11.7 with our atomic weights.
    "lattice_thermal_conductivity_143.csv, 143, 1225491, 1200.8546797092442",
    "lattice_thermal_conductivity_95.csv, 95, mp-1190, 410.6780316159439",
  })
  void readsTheCollections(String name, int count, String last, double densities) {
    Path file = CrystalSamples.SHARED.resolve("data/crystals").resolve(name);
    assumeTrue(Files.exists(file), () -> "The table is not beside the project: " + file);
    List<CrystalEntry> entries = CrystalTableReader.read(file);
    assertThat(entries).hasSize(count);
    assertThat(entries.get(count - 1).id()).isEqualTo(last);
    assertThat(entries.get(0).properties()).containsOnlyKeys("formula", "kappa_W_mK");
    double sum = entries.stream().mapToDouble(entry -> entry.crystal().density()).sum();
    // Each density to 1e-14.
    assertThat(sum).isCloseTo(densities, within(1e-9));
  }

  private static List<CrystalEntry> read(String text) {
    return CrystalTableReader.read(CrystalSamples.stream(text), "t.csv");
  }
}
