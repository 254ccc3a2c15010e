package org.suiseki.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

  private static final String ROCK_SALT =
      """
      halite
      1.0
      0.00 2.82 2.82
      2.82 0.00 2.82
      2.82 2.82 0.00
      Na Cl
      1 1
      direct
      0 0 0
      0.5 0.5 0.5
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int suiseki(Object... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Terminal terminal =
        new Terminal(
            new PrintWriter(out, true), new PrintWriter(err, true), false, Optional.empty());
    String[] arguments = Stream.of(words).map(Object::toString).toArray(String[]::new);
    return Suiseki.execute(
        List.of(),
        model -> {
          throw new IllegalStateException();
        },
        terminal,
        Suiseki.PATIENCE,
        arguments);
  }

  @Test
  void saysWhatAPatternIs() throws IOException {
    Path file = Files.writeString(folder.resolve("scan.xy"), PATTERN);
    assertThat(suiseki("read", file)).isZero();
    assertThat(out.toString()).contains("diffraction", "10.0 to 10.04 degree", "points");
    assertThat(suiseki("read", "--json", file)).isZero();
    JsonNode one = JsonMapper.shared().readTree(out.toString());
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
    Files.writeString(folder.resolve("b.vasp"), ROCK_SALT);
    Files.writeString(folder.resolve("c.xy"), PATTERN.replace("10.04", "ten"));
    assertThat(suiseki("read", "--json", folder)).isZero();
    JsonNode all = JsonMapper.shared().readTree(out.toString());
    assertThat(all.size()).isEqualTo(2);
    assertThat(all.get(0).path("kind").asString()).isEqualTo("diffraction");
    assertThat(all.get(1).path("kind").asString()).isEqualTo("crystal");
    assertThat(err.toString()).contains("c.xy:4").contains("Left out 1 of 3.");
  }

  @Test
  void convertsAPattern() throws IOException {
    Path file = Files.writeString(folder.resolve("scan.dat"), PATTERN);
    Path csv = folder.resolve("scan.csv");
    assertThat(suiseki("convert", file, csv)).isZero();
    assertThat(Files.readAllLines(csv)).hasSize(4).last().isEqualTo("10.04,6.0");
    Path msa = folder.resolve("scan.msa");
    assertThat(suiseki("convert", "--to", "msa", csv, msa)).isZero();
    assertThat(suiseki("read", "--json", msa)).isZero();
    JsonNode again = JsonMapper.shared().readTree(out.toString());
    assertThat(again.path("format").asString()).isEqualTo("msa");
    assertThat(again.path("points").asInt()).isEqualTo(3);
    Path xdi = folder.resolve("scan.xdi");
    assertThat(suiseki("convert", file, xdi)).isEqualTo(ExitCode.MENDABLE);
    assertThat(xdi).doesNotExist();
  }

  @Test
  void aBadCrystalIsNotTakenForAPattern() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.vasp"), ROCK_SALT.replace("0.5 0.5", "x 0.5"));
    assertThat(suiseki("read", bad)).isEqualTo(ExitCode.MENDABLE);
    assertThat(err.toString()).contains("bad.vasp:10");
  }
}
