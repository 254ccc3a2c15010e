package org.suiseki.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code suiseki read} of spectra and patterns, alone and among crystals. */
class ReadMeasurementsTest {
  private static final String PATTERN =
      """
      # 2theta counts
      10.00 5
      10.02 7
      10.04 6
      """;

  @TempDir private Path folder;
  private final InProcess shell = new InProcess();

  @Test
  void saysWhatAPatternIs() throws IOException {
    Path file = Files.writeString(folder.resolve("scan.xy"), PATTERN);
    assertThat(shell.suiseki("read", file)).isZero();
    assertThat(shell.out()).contains("diffraction", "10.0 to 10.04 degree", "points");
    assertThat(shell.suiseki("read", "--json", file)).isZero();
    JsonNode one = JsonMapper.shared().readTree(shell.out());
    assertThat(one.path("kind").asString()).isEqualTo("diffraction");
    assertThat(one.path("points").asInt()).isEqualTo(3);
    assertThat(one.path("axis").path("name").asString()).isEqualTo("two-theta");
    assertThat(one.path("axis").path("unit").asString()).isEqualTo("degree");
    assertThat(one.path("axis").path("from").asDouble()).isEqualTo(10);
    assertThat(one.path("axis").path("to").asDouble()).isEqualTo(10.04);
    // The file does not say, and nothing is guessed.
    assertThat(one.path("wavelength").isNull()).isTrue();
    assertThat(one.path("warnings").isArray()).isTrue();
  }

  @Test
  void readsCrystalsAndPatternsOfOneFolder() throws IOException {
    Files.writeString(folder.resolve("a.xy"), PATTERN);
    Files.writeString(folder.resolve("b.vasp"), ExampleCrystals.ROCK_SALT);
    Files.writeString(folder.resolve("c.xy"), PATTERN.replace("10.04", "ten"));
    assertThat(shell.suiseki("read", "--json", folder)).isZero();
    JsonNode all = JsonMapper.shared().readTree(shell.out());
    assertThat(all.size()).isEqualTo(2);
    assertThat(all.get(0).path("kind").asString()).isEqualTo("diffraction");
    assertThat(all.get(1).path("kind").asString()).isEqualTo("crystal");
    assertThat(shell.err()).contains("c.xy:4").contains("Left out 1 of 3.");
  }

  @Test
  void convertsAPattern() throws IOException {
    Path file = Files.writeString(folder.resolve("scan.dat"), PATTERN);
    Path csv = folder.resolve("scan.csv");
    assertThat(shell.suiseki("convert", file, csv)).isZero();
    assertThat(Files.readAllLines(csv)).hasSize(4).last().isEqualTo("10.04,6.0");
    Path msa = folder.resolve("scan.msa");
    assertThat(shell.suiseki("convert", "--to", "msa", csv, msa)).isZero();
    assertThat(shell.suiseki("read", "--json", msa)).isZero();
    JsonNode again = JsonMapper.shared().readTree(shell.out());
    assertThat(again.path("format").asString()).isEqualTo("msa");
    assertThat(again.path("points").asInt()).isEqualTo(3);
    Path xdi = folder.resolve("scan.xdi");
    assertThat(shell.suiseki("convert", file, xdi)).isEqualTo(ExitCode.MENDABLE);
    assertThat(xdi).doesNotExist();
  }

  @Test
  void aBadCrystalIsNotTakenForAPattern() throws IOException {
    Path bad =
        Files.writeString(
            folder.resolve("bad.vasp"), ExampleCrystals.ROCK_SALT.replace("0.5 0.5", "x 0.5"));
    assertThat(shell.suiseki("read", bad)).isEqualTo(ExitCode.MENDABLE);
    assertThat(shell.err()).contains("bad.vasp:10");
  }
}
