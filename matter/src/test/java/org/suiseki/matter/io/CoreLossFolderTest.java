package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.matter.Composition;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Spectrum;

class CoreLossFolderTest {
  private static final String TABLE = "id,smiles,gap [eV]\nmethane,C,17.3\nethanol,CCO,11.9\n";
  private static final String SPECTRA =
      "energy [eV],methane,ethanol\n280,0,0.1\n281,1,0.2\n282,0.5,0.4\n";

  @TempDir Path folder;

  @Test
  void readsTableAndSpectra() throws IOException {
    CoreLossData data = read(TABLE, SPECTRA);
    assertThat(data.entries()).extracting(CoreLossEntry::id).containsExactly("methane", "ethanol");
    assertThat(data.entries().get(1).properties()).isEqualTo(Map.of("gap", 11.9));
    Spectrum ethanol = spectrum(data, 1);
    assertThat(ethanol.values()).containsExactly(0.1, 0.2, 0.4);
    assertThat(ethanol.axis().values()).containsExactly(280, 281, 282);
    assertThat(ethanol.axis().unit()).isEqualTo("eV");
    assertThat(ethanol.metadata()).containsEntry("id", "ethanol");
    assertThat(data.propertyUnits()).isEqualTo(Map.of("gap", "eV"));
    assertThat(data.rejected()).isEmpty();
    assertThat(data.warnings()).isEmpty();
    // sha256sum of both files, then sha256sum of its output sorted by name.
    assertThat(data.sha256()).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "280,0\n281,1\n",
        "280\t0\n281\t1\n",
        "280 0\n281 1\n",
        "280; 0\n281; 1\n",
        "  280   0.0  \r\n\r\n  281   1.0\r\n",
        "\uFEFF# taken at night\n% twice\n280 0\n281 1",
        "energy [eV],intensity\n280,0\n281,1\n",
        "Energy (eV)\tcounts\n280\t0\n281\t1\n",
        "# energy (keV) intensity\n0.280 0\n0.281 1\n",
        "Photon energy [keV],mu\n0.28,0\n0.281,1\n"
      })
  void readsTwoColumnFilesOfManyKinds(String text) throws IOException {
    write("properties.csv", "id,formula,gap [eV]\na,CH4,1\n");
    Files.createDirectory(folder.resolve("spectra"));
    write("spectra/a.dat", text);
    Spectrum spectrum = spectrum(read(), 0);
    assertThat(spectrum.axis().first()).isCloseTo(280, within(1e-9));
    assertThat(spectrum.axis().last()).isCloseTo(281, within(1e-9));
    assertThat(spectrum.values()).containsExactly(0, 1);
  }

  @Test
  void readsJsonLines() throws IOException {
    write(
        "properties.jsonl",
        """
        {"id":"a","smiles":"C","gap [hartree]":0.5,"note":"cold"}
        {"id":"b","formula":"C2H6","gap [eV]":null}
        """);
    write(
        "spectra.jsonl",
        """
        {"id":"a","energy":[0.28,0.29],"intensity":[1,2],"unit":"keV"}
        {"id":"b","energy":[280,290],"intensity":[3,4]}
        """);
    CoreLossData data = read();
    assertThat(data.entries().get(0).properties().get("gap")).isCloseTo(13.6056931, within(1e-7));
    assertThat(data.entries().get(1).properties()).isEmpty();
    assertThat(data.entries().get(1).molecule()).isEmpty();
    assertThat(data.entries().get(1).composition()).isEqualTo(Composition.parse("C2H6"));
    assertThat(spectrum(data, 0).axis().first()).isCloseTo(280, within(1e-9));
    assertThat(data.warnings())
        .extracting(MatterException::what)
        .anyMatch(what -> what.equals("'b' lacks gap."))
        .anyMatch(what -> what.contains("[note] carry no unit"));
  }

  @Test
  void convertsPropertiesIntoTheirUnits() throws IOException {
    CoreLossData data =
        read(
            """
            id;smiles;gap [kcal/mol];total_energy [eV];colour index [1]
            methane;C;100;-110.5;3
            ethanol;CCO;;1;2
            """,
            SPECTRA);
    Map<String, Double> methane = data.entries().get(0).properties();
    assertThat(methane.get("gap")).isCloseTo(4.33641, within(1e-5));
    assertThat(methane.get("total_energy")).isCloseTo(-4.060800, within(1e-6));
    assertThat(data.propertyUnits())
        .isEqualTo(Map.of("gap", "eV", "total_energy", "hartree", "colour index", "1"));
    assertThat(data.warnings())
        .extracting(MatterException::what)
        .containsExactly(
            "Not among the wanted properties, and so not used: 'colour index [1]'.",
            "'ethanol' lacks gap.");
  }

  @Test
  void aMisspelledPropertyIsNamedBeforeTheRows() throws IOException {
    CoreLossData data =
        read(
            "id,smiles,HOMO [eV],gap [eV],dipol [Debye]\nmethane,C,1,,2\nethanol,CCO,1,2,3\n",
            SPECTRA);
    MatterException first = data.warnings().get(0);
    assertThat(first.what())
        .contains("'HOMO [eV]' (did you mean homo?), 'dipol [Debye]' (did you mean dipole?).");
    assertThat(first.mend()).startsWith("Wanted are gap, homo, lumo, ").contains("capitals");
    assertThat(first.place().orElseThrow().toString()).endsWith("properties.csv");
  }

  @ParameterizedTest
  @CsvSource({
    "energy,1",
    "E,1",
    "energy [eV],0",
    "Energy (eV),0",
    "E/eV,0",
    "energy_eV,0",
    "EV,0",
    "several,1"
  })
  void energiesWithoutUnitAreTakenAsElectronvoltWithAWarning(String head, int warnings)
      throws IOException {
    CoreLossData data = read(TABLE, SPECTRA.replace("energy [eV]", head));
    assertThat(spectrum(data, 0).axis().first()).isEqualTo(280);
    assertThat(data.warnings())
        .hasSize(warnings)
        .allSatisfy(one ->
            assertThat(one.getMessage())
                .contains(
                    "spectra.csv", "The head of the energies has no unit; they are taken as"));
  }

  @Test
  void theUnitMayBeAWordOfTheHead() throws IOException {
    CoreLossData data = read(TABLE, SPECTRA.replace("energy [eV]", "E_keV"));
    assertThat(spectrum(data, 0).axis().first()).isEqualTo(280_000);
  }

  @Test
  void filesWithoutUnitAndFilesThatAreNoSpectraAreOneRemarkEach() throws IOException {
    write("properties.csv", "id,formula,gap [eV]\na,CH4,1\nb,C2H6,2\nc,C3H8,2\n");
    Files.createDirectory(folder.resolve("spectra"));
    write("spectra/a.csv", "energy,mu\n280,1\n281,2\n");
    write("spectra/b.TXT", "energy,mu\n280,1\n281,2\n");
    write("spectra/c.xy", "280 1\n281 2\n");
    write("spectra/figure.pdf", "%PDF");
    write("spectra/notes.md", "cold");
    write("spectra/.DS_Store", "");
    CoreLossData data = read();
    assertThat(data.entries()).extracting(CoreLossEntry::id).containsExactly("a", "b", "c");
    assertThat(data.warnings())
        .extracting(MatterException::what)
        .containsExactly(
            "Not read: [figure.pdf, notes.md].",
            "The head of the energies has no unit, as in 1 other file; they are taken as eV.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "methane,C( | properties.csv:2 | cannot be read at column",
        "methane,C,1,2 | properties.csv:2 | 4 cells where the head has 3",
        "methane,C,NaN | properties.csv:2 | The gap [eV] is NaN",
        "methane,C,wide | properties.csv:2 | 'wide', not a number",
        "methane,C,\"1,5\" | properties.csv:2 | Write a decimal point",
        "methane,,1 | properties.csv:2 | neither SMILES nor formula",
        ",C,1 | properties.csv:2 | The row has no id",
        "methan,C,1 | properties.csv:2 | There is no spectrum of 'methan'",
        "methane,C O,1 | properties.csv:2 | cannot be read at column 2",
        "\"methane,C,1 | properties.csv:2 | The line is not CSV"
      })
  void aBadRowIsListedAndTheRestGoesOn(String row, String place, String message)
      throws IOException {
    String line = row.equals("methane,C(") ? "methane,C(,1" : row;
    CoreLossData data = read("id,smiles,gap [eV]\n" + line + "\nethanol,CCO,1\n", SPECTRA);
    assertThat(data.entries()).extracting(CoreLossEntry::id).containsExactly("ethanol");
    assertThat(data.rejected())
        .singleElement()
        .satisfies(error -> assertThat(error.getMessage()).contains(place, message));
    assertThatThrownBy(
            () -> CoreLossReader.read(folder, CoreLossReader.Options.standard().withStrict(true)))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining(message);
  }

  @Test
  void duplicateIdsAndBadColumnsAreListed() throws IOException {
    CoreLossData data =
        read(
            TABLE + "ethanol,CCO,2\nwater,C,3\n",
            """
            energy [eV],methane,ethanol,water,water,spare
            280,0,0,x,1,
            281,inf,1,2,1,1
            282,1,,2,1,
            """);
    assertThat(data.entries()).extracting(CoreLossEntry::id).containsExactly("ethanol");
    assertThat(spectrum(data, 0).axis().length()).isEqualTo(2);
    assertThat(data.rejected())
        .extracting(MatterException::getMessage)
        .anyMatch(text ->
            text.contains("spectra.csv:3: The intensity of 'methane' is 'inf', not a number"))
        .anyMatch(text -> text.contains("properties.csv:4: The id 'ethanol' was used before"))
        .anyMatch(text -> text.contains("spectra.csv:2: The intensity of 'water' is 'x'"));
    assertThat(data.warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.what()).contains("[spare]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "282 1;281 2 | ID.xy:2: The energies do not rise: 281.0 eV comes after 282.0",
        "281 1;281 2 | ID.xy:2: The energies do not rise",
        "281 1;282 nan | ID.xy:2: The intensity is 'nan'",
        "281 1;282 NaN | ID.xy:2: The intensity is NaN",
        "281 1;282 2 3 | ID.xy:2: The line has 3 column(s)",
        "281 1;x y | ID.xy:2: The energy is 'x'",
        "a b;c d;281 1 | ID.xy:2: The energy is 'c'",
        "281 1 | ID.xy: The file has 1 point(s)",
        "# energy [nm];1 2;2 3 | ID.xy:2: The energies are in 'nm'",
        "# | ID.xy: The file has 0 point(s)"
      })
  void aBadSpectrumFileIsNamedWithItsLine(String text, String message) throws IOException {
    write("properties.csv", "id,formula,gap [eV]\nbad,CH4,1\ngood,C2H6,2\n");
    Files.createDirectory(folder.resolve("spectra"));
    write("spectra/bad.xy", text.strip().replace(';', '\n'));
    write("spectra/good.xy", "280 1\n281 2\n");
    CoreLossData data = read();
    assertThat(data.entries()).extracting(CoreLossEntry::id).containsExactly("good");
    assertThat(data.rejected())
        .singleElement()
        .satisfies(
            error -> assertThat(error.getMessage()).contains(message.strip().replace("ID", "bad")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "id,smiles,gap;a,C,1 | The property 'gap' has no unit",
        "id,smiles,gap [Debye];a,C,1 | The unit 'Debye' cannot be converted into 'eV'",
        "id,smiles,gap [];a,C,1 | The unit of 'gap' is empty",
        "id,gap [eV];a,1 | 'id' and one of 'smiles' and 'formula' are needed",
        "smiles,gap [eV];C,1 | 'id' and one of 'smiles' and 'formula' are needed",
        "id,smiles;a,C | No column is a property",
        "id,smiles,id,gap [eV];a,C,a,1 | Two columns are headed 'id'",
        "id,smiles,gap [eV] | There is no row in it"
      })
  void aTableWithoutUsableHeadsIsOneError(String table, String message) throws IOException {
    write("properties.csv", table.replace(';', '\n'));
    write("spectra.csv", SPECTRA);
    assertThatThrownBy(this::read)
        .isInstanceOf(MatterException.class)
        .hasMessageContaining(message.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "energy [nm],a;1,2;2,3 | The energies are in 'nm'",
        "280,1;281,2 | starts with '280'",
        "energy [eV],a;281,1;280,2 | spectra.csv:3: The energies do not rise",
        "energy [eV],a;281,1;281,2 | spectra.csv:3: The energies do not rise",
        "energy [eV],a;281,1;282 | spectra.csv:3: The line has 1 cells where the head has 2",
        "energy [eV],a;281,1 | There are no spectra in it",
        "energy [eV] | holds 1 column(s)"
      })
  void aSpectraTableWithoutUsableEnergiesIsOneError(String spectra, String message)
      throws IOException {
    write("properties.csv", TABLE);
    write("spectra.csv", spectra.replace(';', '\n'));
    assertThatThrownBy(this::read)
        .isInstanceOf(MatterException.class)
        .hasMessageContaining(message.strip());
  }

  @Test
  void aFolderWithoutTheFilesSaysWhatItHolds() throws IOException {
    assertThatThrownBy(this::read)
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("The folder holds nothing.")
        .hasMessageContaining("properties.csv, properties.jsonl");
    write("notes.txt", "");
    assertThatThrownBy(this::read).hasMessageContaining("The folder holds [notes.txt].");
    write("properties.csv", TABLE);
    assertThatThrownBy(this::read)
        .hasMessageContaining("exactly one of spectra.csv, spectra.jsonl, spectra");
    write("spectra.csv", SPECTRA);
    write("spectra.jsonl", "");
    assertThatThrownBy(this::read).hasMessageContaining("both of [spectra.csv, spectra.jsonl]");
    Files.delete(folder.resolve("spectra.jsonl"));
    write("spectra.csv", "");
    assertThatThrownBy(this::read).hasMessageContaining("There are no spectra in it");
    write("properties.csv", "");
    write("spectra.csv", SPECTRA);
    assertThatThrownBy(this::read).hasMessageContaining("There is no row in it");
  }

  @Test
  void theSumChangesWithAnyFile() throws IOException {
    String before = read(TABLE, SPECTRA).sha256();
    assertThat(read(TABLE, SPECTRA).sha256()).isEqualTo(before);
    assertThat(read(TABLE, SPECTRA.replace("0.4", "0.5")).sha256()).isNotEqualTo(before);
    assertThat(read(TABLE.replace("11.9", "11.8"), SPECTRA).sha256()).isNotEqualTo(before);
  }

  @Test
  void formulaAndSmilesMustAgree() throws IOException {
    CoreLossData data =
        read("id,smiles,formula,gap [eV]\nmethane,C,CH4,1\nethanol,CCO,C2H4O,1\n", SPECTRA);
    assertThat(data.rejected())
        .extracting(MatterException::what)
        .isEqualTo(List.of("The formula C2H4O disagrees with the SMILES, which has C2H6O."));
  }

  @Test
  void aBrokenFormulaIsPlacedInTheFile() throws IOException {
    CoreLossData data = read("id,formula,gap [eV]\nmethane,C2Hx,1\nethanol,C2H6O,1\n", SPECTRA);
    assertThat(data.rejected())
        .singleElement()
        .satisfies(error ->
            assertThat(error.getMessage())
                .contains("properties.csv:2: The formula 'C2Hx': Unknown element Hx"));
  }

  private CoreLossData read(String table, String spectra) throws IOException {
    write("properties.csv", table);
    write("spectra.csv", spectra);
    return read();
  }

  private CoreLossData read() {
    return CoreLossReader.read(folder, CoreLossReader.Options.standard());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static Spectrum spectrum(CoreLossData data, int entry) {
    return ((MeasuredSpectrum) data.entries().get(entry).absorption()).spectrum();
  }
}
