package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.MatterException;

class CrystalFilesTest {
  private static final Map<CrystalFormat, String> EXAMPLES = new LinkedHashMap<>();

  static {
    EXAMPLES.put(
        CrystalFormat.CIF,
        """
        # made by hand
        data_x
        _cell_length_a 4
        _cell_length_b 4
        _cell_length_c 4
        _cell_angle_alpha 90
        _cell_angle_beta 90
        _cell_angle_gamma 90
        _space_group_IT_number 1
        loop_
        _atom_site_label
        _atom_site_fract_x
        _atom_site_fract_y
        _atom_site_fract_z
        Cs 0 0 0
        Cl 0.5 0.5 0.5
        """);
    EXAMPLES.put(
        CrystalFormat.POSCAR,
        "{x}\n1\n4 0 0\n0 4 0\n0 0 4\nCs Cl\n1 1\nDirect\n0 0 0\n0.5 0.5 0.5\n");
    EXAMPLES.put(
        CrystalFormat.EXTENDED_XYZ, "2\nLattice=\"4 0 0 0 4 0 0 0 4\"\nCs 0 0 0\nCl 2 2 2\n");
    EXAMPLES.put(
        CrystalFormat.JSON_LINES,
        "{\"lattice\":[[4,0,0],[0,4,0],[0,0,4]],\"species\":[\"Cs\",\"Cl\"],"
            + "\"frac\":[[0,0,0],[0.5,0.5,0.5]]}\n");
    EXAMPLES.put(
        CrystalFormat.PYMATGEN,
        "\n [{\"lattice\":{\"matrix\":[[4,0,0],[0,4,0],[0,0,4]]},\"sites\":["
            + "{\"species\":[{\"element\":\"Cs\",\"occu\":1}],\"abc\":[0,0,0]},"
            + "{\"species\":[{\"element\":\"Cl\",\"occu\":1}],\"abc\":[0.5,0.5,0.5]}]}]\n");
    EXAMPLES.put(
        CrystalFormat.OPTIMADE,
        "{\"data\":[{\"id\":\"1\",\"attributes\":{\"lattice_vectors\":[[4,0,0],[0,4,0],[0,0,4]],"
            + "\"cartesian_site_positions\":[[0,0,0],[2,2,2]],\"species_at_sites\":[\"Cs\",\"Cl\"],"
            + "\"species\":[{\"name\":\"Cs\",\"chemical_symbols\":[\"Cs\"],\"concentration\":[1]},"
            + "{\"name\":\"Cl\",\"chemical_symbols\":[\"Cl\"],\"concentration\":[1]}]}}]}\n");
    EXAMPLES.put(
        CrystalFormat.JARVIS,
        "{\"lattice_mat\":[[4,0,0],[0,4,0],[0,0,4]],\"coords\":[[0,0,0],[2,2,2]],"
            + "\"elements\":[\"Cs\",\"Cl\"],\"cartesian\":true}\n");
    EXAMPLES.put(
        CrystalFormat.TABLE,
        "id,s\nx,\"{\"\"lattice\"\":[[4,0,0],[0,4,0],[0,0,4]],\"\"sites\"\":"
            + "[[\"\"Cs\"\",[0,0,0]],[\"\"Cl\"\",[0.5,0.5,0.5]]]}\"\n");
  }

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void knowsEachFormatByItsContent(CrystalFormat format) throws IOException {
    String text = EXAMPLES.get(format);
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    byte[] marked = ("\uFEFF" + text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
    for (byte[] bytes : List.of(plain, marked, BoundedLinesTest.gzip(plain))) {
      Path file = Files.write(folder.resolve("misnamed.dat"), bytes);
      CrystalFile read = CrystalFiles.read(file);
      assertThat(read.format()).isEqualTo(format);
      assertThat(read.entries()).hasSize(1);
      assertThat(read.warnings()).isEmpty();
      Crystal crystal = read.entries().get(0).crystal();
      assertThat(crystal.composition().formula()).isEqualTo("ClCs");
      // √3/2 of 4 Å.
      assertThat(crystal.distance(0, 1)).isCloseTo(2 * Math.sqrt(3), within(1e-12));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%PDF-1.7 rubbish|This is a PDF document, not text",
        "''|The file is empty",
        "<?xml version='1.0'?><modeling>|This is an XML file, not a file of crystals",
        "<!DOCTYPE html><html>404|This is a web page, not a file of crystals",
        "##TITLE= a spectrum\\n##JCAMP-DX=4.24|This is a spectrum in JCAMP-DX",
        "10.0 1.5\\n10.1 1.6\\n10.2 1.7\\n|This is 2 column(s) of numbers, as of a spectrum",
        "energy,a,b\\n1,2,3\\n2,3,4\\n3,4,5\\n|This is 3 column(s) of numbers, as of a spectrum",
        "id,gap\\nNaCl,8\\nKCl,7\\n|This is text that begins with 'id,gap', not a file of crystals",
        "2\\nhydrogen\\nH 0 0 0\\nH 0 0 0.74\\n|The frame has no Lattice: this is an XYZ file of molec",
        "methanol\\n  x\\n\\n  2  1  0     0  0            999 V2000\\n|This is a molfile or SDF of mol",
        "&CONTROL\\n calculation='scf'\\n/|This is input of Quantum ESPRESSO",
        "%BLOCK LATTICE_CART\\n4 0 0|This is a CASTEP cell file",
        "TITL x\\nCELL 0.7 4 4 4 90 90 90\\n|This is a SHELX file",
        "dear colleague,|This is text that begins with 'dear colleague,'",
        "a\u0000b|This is a binary file, not text",
        "{\"gap\": 1}|The object with the fields [gap] is no crystal",
        "[owner]\\nname=x|This is not JSON: Unrecognized token 'owner'",
        "{\"a\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
            + "[[[[[[[|some.thing:1:106: This is not JSON: Document nesting depth (101) exceeds the"
            + " maximum allowed (100).",
        "data_p\\n_pd_meas_2theta_range_min 5\\nloop_\\n_pd_meas_counts_total\\n1\\n2\\n|There is no crys",
      })
  void saysWhatElseAFileIs(String text, String message) throws IOException {
    Path file = write("some.thing", text.replace("\\n", "\n"));
    assertThatThrownBy(() -> CrystalFiles.read(file))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("some.thing")
        .hasMessageContaining(message);
  }

  /** So that the reader can name the line of what is wrong. */
  @Test
  void believesTheNameWhereTheContentIsInDoubt() throws IOException {
    String broken =
        EXAMPLES.get(CrystalFormat.POSCAR).replace("0 4 0", "0 four 0").replace("{x}", "x");
    assertThatThrownBy(() -> CrystalFiles.read(write("POSCAR", broken)))
        .hasMessageContaining("POSCAR:4:3: The component of a lattice vector is 'four'");
    assertThatThrownBy(() -> CrystalFiles.read(write("a.dat", broken)))
        .hasMessageContaining("Known are CIF, POSCAR");
  }

  /** Each holds four crystals, of which the second and the last cannot be understood. */
  @ParameterizedTest
  @ValueSource(strings = {"four.cif", "four.jsonl", "four.json", "four.csv"})
  void goesOnAfterACrystalThatCannotBeUnderstood(String name) throws IOException {
    String cif = EXAMPLES.get(CrystalFormat.CIF).strip() + "\n";
    String json = EXAMPLES.get(CrystalFormat.JSON_LINES).strip();
    String bad = json.replaceFirst("\\[\\[4", "[[0");
    String cell = "\"" + json.replace("\"", "\"\"") + "\"\n";
    String text =
        switch (name) {
          case "four.cif" -> (cif + cif.replaceAll("_length_a +4", "_length_a x")).repeat(2);
          case "four.jsonl" -> (json + "\n" + bad + "\n").repeat(2);
          case "four.json" -> "[" + json + "," + bad + "," + json + "," + bad + "]";
          default -> "id,crystal\n" + ("a," + cell + "b,{}\n").repeat(2);
        };
    Path file = write(name, text);
    List<String> met = new ArrayList<>();
    CrystalFiles.each(
        file,
        (format, entry) -> met.add(entry.crystal().composition().formula()),
        reason -> met.add("refused at " + (reason.place().orElseThrow().line() > 0)));
    assertThat(met).containsExactly("ClCs", "refused at true", "ClCs", "refused at true");
    met.clear();
    // For those who want all or nothing the first one ends it, and what was good has come before.
    assertThatThrownBy(() -> CrystalFiles.each(file, entry -> met.add(entry.id())))
        .isInstanceOf(MatterException.class);
    assertThat(met).hasSize(1);
  }

  @Test
  void doesNotRefuseEachOfManyOtherThings() throws IOException {
    Path file = write("users.json", "[" + "{\"name\":\"x\"},".repeat(1000) + "{}]");
    List<String> refused = new ArrayList<>();
    assertThatThrownBy(
            () -> CrystalFiles.each(file, (format, entry) -> {}, e -> refused.add(e.what())))
        .hasMessageContaining("users.json:1:2: The object with the fields [name] is no crystal");
    assertThat(refused).isEmpty();
  }

  @Test
  void warningsOfSeveralCrystalsCarryTheirNames() throws IOException {
    String frame = EXAMPLES.get(CrystalFormat.EXTENDED_XYZ);
    Path file = write("two.xyz", frame + frame.replace("Cl 2 2 2", "Cl 0 0 0.1"));
    assertThat(CrystalFiles.read(file).warnings())
        .containsExactly(
            "two.xyz 2: The sites 0 (Cs) and 1 (Cl), counted from 0, overlap: they are 0.100 Å apart.");
  }

  @Test
  void addsItsDoubtsToTheEntries() throws IOException {
    Path file =
        write("POSCAR", EXAMPLES.get(CrystalFormat.POSCAR).replace("0.5 0.5 0.5", "0 0 0.1"));
    CrystalFile read = CrystalFiles.read(file);
    assertThat(read.warnings())
        .containsExactly(
            "The sites 0 (Cs) and 1 (Cl), counted from 0, overlap: they are 0.400 Å apart.");
    assertThat(read.entries().get(0).warnings()).isEqualTo(read.warnings());
  }

  @Test
  void ofOverlapsInACifIsWarnedOnce() throws IOException {
    String text = EXAMPLES.get(CrystalFormat.CIF).replace("Cl 0.5 0.5 0.5", "Cl 0 0 0.1");
    assertThat(CrystalFiles.read(write("a.cif", text)).warnings()).hasSize(1);
  }

  @Test
  void errorsOfOpeningAreTyped() {
    assertThatThrownBy(() -> CrystalFiles.read(folder.resolve("absent.cif")))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> CrystalFiles.read(folder)).hasMessageContaining("This is a folder");
  }

  @Test
  void findsFilesInFoldersAndByGlobs() throws IOException {
    for (String name :
        new String[] {
          "b.cif",
          "a.vasp",
          "deep/er/POSCAR",
          "deep/er/c.json.gz",
          "deep/notes.txt",
          ".hidden/x.cif"
        }) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "x");
    }
    assertThat(found(folder.toString()))
        .containsExactly("a.vasp", "b.cif", "deep/er/POSCAR", "deep/er/c.json.gz");
    assertThat(found(folder + "/*.cif")).containsExactly("b.cif");
    assertThat(found(folder + "/**/*")).hasSize(5).contains("b.cif", "deep/notes.txt");
    assertThat(found(folder + "/*/er/{POSCAR,c*}"))
        .containsExactly("deep/er/POSCAR", "deep/er/c.json.gz");
    assertThat(found(folder + "/deep/notes.txt", folder + "/deep/../b.cif", folder.toString()))
        .hasSize(5);
    FoundFiles nothing =
        CrystalFiles.find(
            List.of(folder + "/no.cif", folder + "/*.xyz", folder + "/[", "\0", "a*/b"));
    assertThat(nothing.files()).isEmpty();
    assertThat(nothing.unreadable()).hasSize(5);
    assertThat(nothing.unreadable().get(1)).hasMessageContaining("*.xyz: No file matches");
  }

  @Test
  void circlesOfLinksAreReported() throws IOException {
    Files.writeString(folder.resolve("a.cif"), "x");
    try {
      Files.createSymbolicLink(folder.resolve("again"), folder);
    } catch (IOException | UnsupportedOperationException e) {
      assumeTrue(false, "This platform makes no links.");
    }
    FoundFiles found = CrystalFiles.find(List.of(folder.toString()));
    assertThat(found.files()).hasSize(1);
    assertThat(found.unreadable()).hasSize(1);
  }

  @Test
  void walksFoldersInOrder() throws IOException {
    for (int i = 0; i < 700; i++) {
      Path part = folder.resolve("part" + i % 7);
      if (i < 7) {
        Files.createDirectory(part);
      }
      Files.createFile(part.resolve(i + ".cif"));
    }
    assertThat(CrystalFiles.find(List.of(folder.toString())).files()).hasSize(700).isSorted();
  }

  @Test
  void handsOverOneAfterAnother() throws IOException {
    Path file = write("many.xyz", EXAMPLES.get(CrystalFormat.EXTENDED_XYZ).repeat(5) + "rubbish\n");
    AtomicInteger seen = new AtomicInteger();
    assertThatThrownBy(() -> CrystalFiles.each(file, entry -> seen.incrementAndGet()))
        .hasMessageContaining("many.xyz:21: A frame starts with 'rubbish'");
    assertThat(seen.get()).isEqualTo(5);
  }

  @Test
  void namesFormats() {
    assertThat(CrystalFormat.ofName("POSCAR")).isEqualTo(CrystalFormat.POSCAR);
    assertThatThrownBy(() -> CrystalFormat.ofName("extxzy"))
        .hasMessageContaining("Did you mean \"extxyz\"?");
    Map<String, CrystalFormat> names =
        Map.of(
            "a.cif", CrystalFormat.CIF,
            "A.CIF.gz", CrystalFormat.CIF,
            "POSCAR-7", CrystalFormat.POSCAR,
            "x/CONTCAR.gz", CrystalFormat.POSCAR,
            "poscar.cif", CrystalFormat.CIF,
            "s.json", CrystalFormat.PYMATGEN,
            "s.optimade.json", CrystalFormat.OPTIMADE,
            "s.jsonl.gz", CrystalFormat.JSON_LINES);
    names.forEach((name, format) ->
        assertThat(CrystalFormat.ofFileName(Path.of(name))).as(name).contains(format));
    assertThat(CrystalFormat.ofFileName(Path.of("notes.txt"))).isEmpty();
    assertThat(CrystalFormat.ofFileName(Path.of("/"))).isEmpty();
    assertThat(Arrays.stream(CrystalFormat.values()).map(CrystalFormat::text).distinct())
        .hasSize(8);
  }

  @Test
  void readsAllFilesOfTheSharedCollection() throws IOException {
    Path data = CrystalSamples.SHARED.resolve("data/crystals");
    assumeTrue(Files.exists(data), () -> "The data are not beside the project: " + data);
    int crystals = 0;
    try (Stream<Path> files = Files.list(data)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        AtomicInteger seen = new AtomicInteger();
        CrystalFiles.each(file, entry -> seen.incrementAndGet());
        crystals += seen.get();
      }
    }
    assertThat(crystals).isEqualTo(143 + 95 + 1056 + 941 + 1278 + 1521);
  }

  private List<String> found(String... paths) {
    FoundFiles found = CrystalFiles.find(List.of(paths));
    assertThat(found.unreadable()).isEmpty();
    return found.files().stream().map(file -> folder.relativize(file).toString()).toList();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
