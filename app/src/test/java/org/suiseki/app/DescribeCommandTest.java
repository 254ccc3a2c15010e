package org.suiseki.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code describe}, by what it prints, writes and returns. */
class DescribeCommandTest {
  @TempDir private Path folder;
  private final InProcess shell = new InProcess();
  private Path halite;
  private Path several;

  @BeforeEach
  void writeCrystals() throws IOException {
    halite = ExampleCrystals.halite(folder);
    several = ExampleCrystals.several(folder);
  }

  @Test
  void describesIntoATable() throws IOException {
    Path table = folder.resolve("features.csv");
    assertThat(shell.suiseki("describe", "--with", "density,rdf:bins=5", folder, "--out", table))
        .isZero();
    List<String> lines = Files.readAllLines(table);
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).startsWith("id,file,formula,density [g/cm3]");
    assertThat(lines.get(1)).startsWith("halite," + halite + ",NaCl,2.16");
    assertThat(lines.get(2)).startsWith("diamond," + several + ",C,3.5");
    assertThat(shell.suiseki("describe", "--with", "density", halite)).isZero();
    assertThat(shell.out().lines()).hasSize(2);
  }

  @Test
  void tellsColumnsOfOneNameApart() throws IOException {
    Path table = folder.resolve("features.csv");
    assertThat(
            shell.suiseki(
                "describe",
                "--with",
                "crystalnn-cn,crystalnn-ops,rdf:bins=1,rdf:bins=1:cutoff=5",
                halite,
                "--out",
                table))
        .isZero();
    List<String> names = List.of(Files.readAllLines(table).get(0).split(","));
    // Only the weights of coordination numbers stand in both fingerprints; other names stay as they
    // are.
    assertThat(names)
        .contains("crystalnn-cn mean wt CN_6", "crystalnn-ops mean wt CN_6")
        .contains("mean octahedral CN_6", "rdf 0-10 Å", "rdf 0-5 Å")
        .doesNotHaveDuplicates();
    assertThat(shell.suiseki("describe", "--with", "crystalnn-ops,crystalnn-cn", "--sites", halite))
        .isZero();
    assertThat(shell.out()).contains("label,crystalnn-ops wt CN_1,sgl_bd CN_1");
    assertThat(shell.suiseki("describe", "--with", "density,density", halite))
        .isEqualTo(ExitCode.MENDABLE);
  }

  @Test
  void describesEachSite() {
    assertThat(shell.suiseki("describe", "--with", "crystalnn-ops", "--sites", halite)).isZero();
    List<String> lines = shell.out().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("id,file,formula,site,species,label,wt CN_1");
    assertThat(lines.get(1)).startsWith("halite," + halite + ",NaCl,0,Na,Na,0");
    int octahedral = List.of(lines.get(0).split(",")).indexOf("octahedral CN_6");
    assertThat(Double.parseDouble(lines.get(2).split(",")[octahedral])).isCloseTo(1, within(1e-3));
    assertThat(shell.suiseki("describe", "--with", "rdf", "--sites", halite))
        .isEqualTo(ExitCode.MENDABLE);
    assertThat(shell.err()).contains("Of sites there are crystalnn-ops");
  }

  @Test
  void leavesCellsEmptyWhereADescriptorCannotTell() throws IOException {
    Path table = folder.resolve("features.csv");
    // Without oxidation states there are no charges to sum over.
    assertThat(shell.suiseki("describe", "--with", "density,ewald", halite, "--out", table))
        .isZero();
    assertThat(Files.readAllLines(table).get(1)).endsWith(",,");
    assertThat(shell.err()).contains("ewald left its cells empty for 1 crystal(s), first halite");
    assertThat(shell.suiseki("describe", "--with", "ewald", halite, "--out", table))
        .isEqualTo(ExitCode.MENDABLE);
    // What stood there before still does.
    assertThat(Files.readAllLines(table)).hasSize(2);
  }

  @Test
  void refusesToDescribeBeforeItReads() {
    Path table = folder.resolve("features.xlsx");
    assertThat(shell.suiseki("describe", "--with", "density", halite, "--out", table))
        .isEqualTo(ExitCode.MENDABLE);
    assertThat(shell.err()).contains(".csv, .csv.gz or .parquet");
    assertThat(shell.suiseki("describe", "--with", "densty", halite)).isEqualTo(ExitCode.MENDABLE);
    assertThat(shell.err()).contains("Did you mean \"density\"?");
    assertThat(shell.suiseki("list", "--descriptors")).isZero();
    assertThat(shell.out()).contains("density", "rdf-xenonpy");
  }
}
