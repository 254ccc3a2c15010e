package org.suiseki.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suiseki.matter.ElementTable;

/** {@code describe} of tables and lists of formulas, by what it prints, writes and returns. */
class DescribeTablesTest {
  @TempDir private Path folder;
  private final InProcess shell = new InProcess();
  private Path elements;
  private Path formulas;

  @BeforeEach
  void writeTables() throws IOException {
    elements = write("elements.csv", ",mass,radius [Å]", "Na,23,1", "Cl,35,2", "O,16,");
    formulas =
        write(
            "formulas.csv",
            "id,formula,note of mine",
            "1,NaCl,\"salt, common\"",
            "2,Nacl,",
            "",
            "3,Na3Cl",
            "4,KCl,",
            "5,Na3Cl,rich");
  }

  private Path write(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, Arrays.asList(lines));
  }

  private int describe(String with, Object... more) {
    List<Object> words =
        new ArrayList<>(List.of("describe", "--with", with, "--elements", elements));
    words.addAll(List.of(more));
    return shell.suiseki(words.toArray());
  }

  @Test
  void describesATableAndTellsEveryBadRow() throws IOException {
    Path table = folder.resolve("features.csv");
    assertThat(
            describe(
                "composition-290:properties=mass+radius",
                "--keep",
                "id,note of mine",
                formulas,
                "--out",
                table))
        .isZero();
    List<String> lines = Files.readAllLines(table);
    assertThat(lines)
        .containsExactly(
            "formula,id,note of mine,note,ave:mass,ave:radius [Å],sum:mass,sum:radius [Å],var:mass,"
                + "var:radius [Å^2],max:mass,max:radius [Å],min:mass,min:radius [Å]",
            "NaCl,1,\"salt, common\",,29.0,1.5,58.0,3.0,36.0,0.25,35.0,2.0,23.0,1",
            "Na3Cl,5,rich,,26.0,1.25,104.0,5.0,27.0,0.1875,35.0,2.0,23.0,1");
    assertThat(shell.err())
        .contains("left out " + formulas + ":3 (formula \"Nacl\"): Unexpected c at column 3")
        .contains("left out " + formulas + ":5: The line has 2 cells where the head has 3.")
        .contains("left out " + formulas + ":6: The element table has no row for K.")
        .contains("Left out 3 of 5.");
  }

  @Test
  void stopsAtTheFirstBadRowWhereStrict() throws IOException {
    Path table = write("features.csv", "old");
    assertThat(describe("composition-290", "--strict", formulas, "--out", table))
        .isEqualTo(ExitCode.MENDABLE);
    assertThat(shell.err()).contains(formulas + ":3 (formula \"Nacl\"): Unexpected c at column 3");
    assertThat(Files.readAllLines(table)).containsExactly("old");
    assertThat(leftovers()).isEqualTo(Set.of("elements.csv", "formulas.csv", "features.csv"));
  }

  private Set<String> leftovers() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  @Test
  void saysInTheRowWhichValuesAreMissingOrImputed() {
    Path list = folder.resolve("list.txt");
    Map<String, String> said =
        Map.of(
            "propagate", "NaO,no value: O radius,19.5,\n",
            "impute", "NaO,imputed: O radius,19.5,1.5\n");
    said.forEach((missing, row) -> {
      try {
        Files.writeString(list, "NaO\n");
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      assertThat(describe("composition-290:statistics=ave", "--missing", missing, list)).isZero();
      assertThat(shell.out().replace("\r", "")).endsWith(row);
    });
    assertThat(describe("composition-290", "--missing", "refuse", list))
        .isEqualTo(ExitCode.MENDABLE);
    assertThat(shell.err()).contains(list + ":1: The element table lacks radius of O.");
    assertThat(describe("composition-290", "--missing", "ignore", list))
        .isEqualTo(ExitCode.MENDABLE);
    assertThat(shell.err()).contains("Give refuse, propagate or impute");
  }

  @Test
  void readsListsAndTablesOfAnyShape() throws IOException {
    List<Path> files =
        List.of(
            write("a.txt", "# mine", "NaCl", "", "  Na3Cl "),
            write("a.tsv", "x\tformula", "1\tNaCl", "2\tNa3Cl"),
            write("b.csv", "x;formula", "1;NaCl", "2;\"Na3Cl\""),
            write("with-head.dat", "formula", "NaCl", "Na3Cl"),
            gzipped("c.csv.gz", "formula\r\nNaCl\r\nNa3Cl\r\n"),
            gzipped("d.gz", "NaCl\nNa3Cl"));
    for (Path file : files) {
      assertThat(describe("counting", file)).as(file.toString()).isZero();
      assertThat(shell.out().lines())
          .as(file.toString())
          .containsExactly("formula,O,Na,Cl", "NaCl,0,1,1", "Na3Cl,0,3.0,1");
    }
    assertThat(describe("counting", files.toArray())).isZero();
    assertThat(shell.out().lines()).hasSize(13);
    Path named = write("named.csv", "name,what", "salt,NaCl");
    assertThat(describe("counting", "--column", "what", named)).isZero();
    assertThat(shell.out()).contains("NaCl,0,1,1");
    assertThat(describe("counting", named)).isEqualTo(ExitCode.MENDABLE);
    assertThat(shell.err()).contains("No column is headed 'formula'").contains("name, what");
  }

  private Path gzipped(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  @Test
  void keepsWhatWasReadOfADamagedFile() throws IOException {
    StringBuilder text = new StringBuilder("formula\n");
    for (int i = 1; i < 20_000; i++) {
      text.append("Na").append(i).append("Cl\n");
    }
    Path file = gzipped("cut.csv.gz", text.toString());
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    Path other = write("other.txt", "NaCl");
    assertThat(describe("counting", file, other, "--out", folder.resolve("out.csv"))).isZero();
    assertThat(shell.err().lines().filter(line -> line.contains("cut off or damaged"))).hasSize(1);
    assertThat(Files.readAllLines(folder.resolve("out.csv"))).hasSizeGreaterThan(1000);
    assertThat(describe("counting", folder.resolve("absent.csv"), folder)).isEqualTo(1);
    assertThat(shell.err()).contains("no such file").contains("This is a folder.");
  }

  @Test
  void givesTheSameWhateverTheNumberOfThreads() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= 3000; i++) {
      lines.add(i % 7 == 0 ? "Q" + i : "Na" + i + "Cl");
    }
    Path list = write("many.txt", lines.toArray(String[]::new));
    assertThat(describe("composition-290", "--threads", 1, list)).isZero();
    String one = shell.out();
    String complaints = shell.err();
    assertThat(describe("composition-290", "--threads", 5, list)).isZero();
    assertThat(shell.out()).isEqualTo(one);
    assertThat(shell.err()).isEqualTo(complaints);
    assertThat(one.lines()).hasSize(1 + 3000 - 3000 / 7);
    assertThat(complaints.lines().filter(line -> line.startsWith("left out"))).hasSize(3000 / 7);
  }

  @Test
  void joinsDescriptorsAndWritesParquet() {
    Path table = folder.resolve("features.parquet");
    assertThat(describe("stoichiometry,counting", formulas, "--out", table)).isZero();
    assertThat(table).isNotEmptyFile();
    assertThat(describe("stoichiometry,rdf", formulas)).isEqualTo(ExitCode.MENDABLE);
    assertThat(shell.err()).contains("no descriptor of compositions \"rdf\"");
    assertThat(describe("stoichometry", formulas)).isEqualTo(ExitCode.MENDABLE);
    assertThat(shell.err()).contains("Did you mean \"stoichiometry\"?");
    assertThat(describe("counting", "--kind", "rock", formulas)).isEqualTo(ExitCode.MENDABLE);
    assertThat(shell.err()).contains("no kind of material \"rock\"");
  }

  @Test
  void describesMoleculesAndPolymersInTheSameWay() throws IOException {
    Path molecules = write("molecules.smi", "CCO ethanol", "C1CC methane", "c1ccccc1\tbenzene");
    assertThat(shell.suiseki("describe", "--with", "ecfp", molecules)).isZero();
    assertThat(shell.out().lines().map(line -> line.split(",")[0]))
        .containsExactly("smiles", "CCO", "c1ccccc1");
    assertThat(shell.err()).contains("left out " + molecules + ":2");
    Path units = write("units.csv", "unit", "*CC*");
    assertThat(shell.suiseki("describe", "--with", "ecfp", "--kind", "polymer", units)).isZero();
    assertThat(shell.out().lines().map(line -> line.split(",")[0])).containsExactly("unit", "*CC*");
  }

  @Test
  void findsFormulasOfKernelMeansAgain() {
    Path means = folder.resolve("means.csv");
    assertThat(describe("kmd-1d:grids=4", formulas, "--missing", "impute", "--out", means))
        .isZero();
    assertThat(describe("kmd-1d:grids=4:missing=impute", "--inverse", "--keep", "formula", means))
        .isZero();
    assertThat(shell.out().lines().map(line -> line.split(",")[0] + "=" + line.split(",")[1]))
        .containsExactly("recovered=formula", "NaCl=NaCl", "Na3Cl=Na3Cl");
    assertThat(describe("counting", "--inverse", means)).isEqualTo(ExitCode.MENDABLE);
    assertThat(shell.err()).contains("no composition can be recovered");
    assertThat(describe("kmd-1d:grids=9:missing=impute", "--inverse", means)).isEqualTo(1);
    assertThat(shell.err()).contains("No column is headed 'kmd:mass:4'");
  }

  @Test
  void listsDescriptorsAndTheirColumns() {
    assertThat(shell.suiseki("list", "--descriptors")).isZero();
    assertThat(shell.out())
        .contains("Of crystals:", "Of compositions:", "composition-290", "kmd-md");
    assertThat(shell.suiseki("list", "--descriptors", "--json")).isZero();
    assertThat(shell.out()).contains("\"of\" : \"composition\"");
    assertThat(shell.suiseki("list", "--columns", "composition-290")).isZero();
    assertThat(shell.out().lines())
        .hasSize(1 + 5 * ElementTable.standard().properties().size())
        .contains("name,unit,source");
    assertThat(shell.out()).contains("var:covalent_radius,Å^2,\"weighted variance");
    assertThat(shell.suiseki("list", "--columns", "density")).isZero();
    assertThat(shell.out()).contains("density,g/cm3");
  }
}
