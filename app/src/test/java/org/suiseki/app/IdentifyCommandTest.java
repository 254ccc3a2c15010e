package org.suiseki.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command on the example of this project: quartz 50, halite 30, fluorite 20 % by weight. */
final class IdentifyCommandTest {
  private static final Path EXAMPLES = Path.of("..", "examples");
  private static final Path MIXTURE = EXAMPLES.resolve("mixture.xy");

  private final InProcess shell = new InProcess();

  @TempDir private Path folder;

  private Path file(String name, List<String> lines) throws IOException {
    return Files.write(folder.resolve(name), lines);
  }

  private static List<String> withoutHead() throws IOException {
    return Files.readAllLines(MIXTURE).stream().filter(line -> !line.startsWith("#")).toList();
  }

  @Test
  void tellsThePhasesOfTheExample() {
    int code = shell.suiseki("identify", MIXTURE, "--candidates", EXAMPLES);
    assertThat(code).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).contains("Cu Kα,", "SiO2", "P3_221", "NaCl", "CaF2", "quartz.cif");
    assertThat(shell.out()).doesNotContain("unknown peaks");
  }

  @Test
  void jsonHoldsNumbersAndAPageThePlot() throws IOException {
    Path page = folder.resolve("fit.html");
    int code =
        shell.suiseki(
            "identify", MIXTURE, "--candidates", EXAMPLES, "--format", "json", "--out", page);
    assertThat(code).isEqualTo(ExitCode.DONE);
    JsonNode one = JsonMapper.shared().readTree(shell.out());
    JsonNode phases = one.get("phases");
    assertThat(phases.size()).isEqualTo(3);
    double[] expected = {50, 30, 20};
    for (int i = 0; i < 3; i++) {
      // As they were mixed; the fit itself says ± 0.3.
      assertThat(phases.get(i).get("weightPercent").asDouble()).isCloseTo(expected[i], within(1.0));
      assertThat(phases.get(i).get("matchedPeaks").asInt()).isGreaterThan(4);
    }
    assertThat(one.get("unknownPeaks").get("peaks").size()).isZero();
    assertThat(Files.readString(page))
        .contains("<svg", "NaCl", "2θ [degree]")
        .endsWith("</html>\n");
  }

  @Test
  void anSvgIsWellFormed() throws Exception {
    Path picture = folder.resolve("new/fit.svg");
    shell.suiseki("identify", MIXTURE, "--candidates", EXAMPLES, "--plot", picture);
    var builder = javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder();
    assertThat(builder.parse(picture.toFile()).getDocumentElement().getTagName()).isEqualTo("svg");
  }

  @Test
  void asksForTheWavelength() throws IOException {
    Path bare = file("bare.xy", withoutHead());
    int code = shell.suiseki("identify", bare, "--candidates", EXAMPLES);
    assertThat(code).isEqualTo(ExitCode.MENDABLE);
    assertThat(shell.err())
        .contains("bare.xy", "does not say with which wavelength", "--radiation");
    code = shell.suiseki("identify", bare, "--candidates", EXAMPLES, "--radiation", "Cu");
    assertThat(code).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).contains("SiO2", "NaCl", "CaF2");
  }

  @Test
  void seesTheSecondLineOfADoublet() throws IOException {
    List<String> lines =
        Files.readAllLines(MIXTURE).stream().filter(line -> !line.contains("Alpha2")).toList();
    shell.suiseki("identify", file("one-line.xy", lines), "--candidates", EXAMPLES);
    assertThat(shell.out()).contains("Cu Kα,", "but the pattern shows Kα2 too");
  }

  @Test
  void theWrongWavelengthExplainsNothing() {
    int code = shell.suiseki("identify", MIXTURE, "--candidates", EXAMPLES, "--wavelength", "1.2");
    assertThat(code).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).contains("no candidate explains", "unknown peaks remain");
  }

  @Test
  void oneBadPatternDoesNotStopTheRest() throws IOException {
    Path empty = file("empty.xy", List.of());
    Path flat =
        file(
            "flat.xy",
            java.util.stream.IntStream.range(0, 200).mapToObj(i -> (10 + 0.1 * i) + " 5").toList());
    int code =
        shell.suiseki(
            "identify",
            empty,
            flat,
            MIXTURE,
            "--candidates",
            EXAMPLES,
            "--radiation",
            "Cu",
            "--out",
            folder.resolve("fits") + "/");
    assertThat(code).isEqualTo(ExitCode.DONE);
    assertThat(shell.err()).contains("empty.xy: The file is empty.", "flat.xy", "Left out 2 of 3.");
    assertThat(shell.out()).contains("NaCl");
    assertThat(folder.resolve("fits/mixture.xy.html")).exists();
  }

  @Test
  void drawingsOfOneNameDoNotReplaceEachOther() throws IOException {
    Path copy = Files.createDirectory(folder.resolve("copy")).resolve("mixture.xy");
    Files.copy(MIXTURE, copy);
    Path fits = folder.resolve("fits");
    shell.suiseki("identify", MIXTURE, copy, "--candidates", EXAMPLES, "--out", fits + "/");
    assertThat(fits.resolve("mixture.xy.html")).exists();
    assertThat(fits.resolve("mixture.xy-2.html")).exists();
    assertThat(shell.suiseki("identify", MIXTURE, copy, "--candidates", EXAMPLES, "--out", "x.svg"))
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void badCandidatesAreToldAndLeftOut() throws IOException {
    Path structures = Files.createDirectory(folder.resolve("structures"));
    for (Path path : Files.list(EXAMPLES).collect(Collectors.toList())) {
      Files.copy(path, structures.resolve(path.getFileName()));
    }
    Files.writeString(structures.resolve("broken.cif"), "data_x\n_cell_length_a nonsense\n");
    int code = shell.suiseki("identify", MIXTURE, "--candidates", structures);
    assertThat(code).isEqualTo(ExitCode.DONE);
    assertThat(shell.err()).contains("broken.cif");
    assertThat(shell.out()).contains("NaCl");
  }

  @Test
  void withoutCandidatesItSaysSo() {
    assertThat(shell.suiseki("identify", MIXTURE)).isEqualTo(ExitCode.USAGE);
    int code = shell.suiseki("identify", MIXTURE, "--candidates", folder);
    assertThat(code).isEqualTo(ExitCode.MENDABLE);
    assertThat(shell.err()).contains("no file of crystals");
  }

  @Test
  void contradictionsAreUsage() {
    assertThat(
            shell.suiseki(
                "identify",
                MIXTURE,
                "--candidates",
                EXAMPLES,
                "--radiation",
                "Cu",
                "--wavelength",
                "1"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.suiseki("identify", MIXTURE, "--candidates", EXAMPLES, "--out", "fit.png"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.suiseki("identify", MIXTURE, "--candidates", EXAMPLES, "--max-strain", "-1"))
        .isEqualTo(ExitCode.USAGE);
  }
}
