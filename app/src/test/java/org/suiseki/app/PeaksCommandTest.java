package org.suiseki.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code suiseki peaks}. */
class PeaksCommandTest {
  /** Angles of Cu Kα1 for the first three lines of silicon, a = 5.43102 Å. */
  private static final double[] SILICON = {28.4427, 47.3034, 56.1231};

  private static final double[] SPACINGS = {3.135601, 1.920156, 1.637515};

  @TempDir private Path folder;
  private final InProcess shell = new InProcess();

  private Path scan(String head, boolean doublet) throws IOException {
    StringBuilder text = new StringBuilder(head + "# two-theta (degree)\tcounts\n");
    Random random = new Random(4);
    for (int i = 0; i <= 2500; i++) {
      double x = 20 + 0.02 * i;
      double mean = 60;
      for (double first : SILICON) {
        mean += 5000 * peak(x - first);
        double second =
            2 * Math.toDegrees(Math.asin(Math.sin(Math.toRadians(first / 2)) * 1.00248900));
        mean += doublet ? 2500 * peak(x - second) : 0;
      }
      long counts = Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
      text.append(String.format("%.2f %d%n", x, counts));
    }
    return Files.writeString(folder.resolve("si.xy"), text);
  }

  /** Half Gaussian, half Lorentzian, 0.12° wide. */
  private static double peak(double from) {
    double u = from / 0.06;
    return 0.5 / (1 + u * u) + 0.5 * Math.exp(-Math.log(2) * u * u);
  }

  @Test
  void findsPeaksAndTheirSpacings() throws IOException {
    Path file = scan("# wavelength: 1.5405929 Å\n", false);
    assertThat(shell.suiseki("peaks", "--format", "json", file)).isZero();
    JsonNode one = JsonMapper.shared().readTree(shell.out());
    assertThat(one.path("peaks").size()).isEqualTo(3);
    assertThat(one.path("noise").asString()).isEqualTo("counting statistics");
    assertThat(one.path("wavelength").path("source").asString()).isEqualTo("file");
    for (int i = 0; i < 3; i++) {
      JsonNode peak = one.path("peaks").get(i);
      // Found, not fitted: to a quarter of the width.
      assertThat(peak.path("position").asDouble()).isCloseTo(SILICON[i], within(0.03));
      assertThat(peak.path("d").asDouble()).isCloseTo(SPACINGS[i], within(0.003));
      assertThat(peak.path("significance").asDouble()).isGreaterThan(30);
    }
    assertThat(one.has("windows")).isFalse();
  }

  @Test
  void fitsTheDoubletOfTheTube() throws IOException {
    Path file = scan("# wavelength: 1.54187 Å\n", true);
    assertThat(shell.suiseki("peaks", "--fit", "--doublet", "--format", "json", file)).isZero();
    JsonNode windows = JsonMapper.shared().readTree(shell.out()).path("windows");
    int peaks = 0;
    for (JsonNode window : windows) {
      assertThat(window.path("converged").asBoolean()).isTrue();
      assertThat(window.path("chiSquare").asDouble() / window.path("freedom").asInt())
          .isBetween(0.5, 1.6);
      for (JsonNode peak : window.path("peaks")) {
        JsonNode d = peak.path("d");
        double deviation = d.path("deviation").asDouble();
        assertThat(deviation).isBetween(1e-6, 2e-4);
        assertThat(d.path("value").asDouble())
            .isCloseTo(SPACINGS[peaks], within(4 * deviation + 2e-5));
        peaks++;
      }
    }
    assertThat(peaks).isEqualTo(3);
  }

  @Test
  void guessesNoWavelength() throws IOException {
    Path file = scan("", true);
    assertThat(shell.suiseki("peaks", file)).isZero();
    assertThat(shell.out()).contains("two-theta [degree]").doesNotContain("d [Å]");
    assertThat(shell.suiseki("peaks", "--radiation", "cu", file)).isZero();
    assertThat(shell.out()).contains("d [Å]").contains("by the option");
    assertThat(shell.suiseki("peaks", "--fit", "--doublet", file)).isEqualTo(ExitCode.MENDABLE);
    assertThat(shell.err()).contains("no wavelength").contains("--radiation");
    assertThat(shell.suiseki("peaks", "--doublet", file)).isEqualTo(ExitCode.USAGE);
    assertThat(shell.suiseki("peaks", "--radiation", "Cu", "--wavelength", "1.5", file))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.suiseki("peaks", "--radiation", "Pb", file)).isEqualTo(ExitCode.MENDABLE);
    assertThat(shell.suiseki("peaks", "--noise", "loud", file)).isEqualTo(ExitCode.MENDABLE);
  }

  @Test
  void writesATableOfManyAndLeavesOutTheBad() throws IOException {
    scan("# wavelength: 1.5405929 Å\n", false);
    Files.writeString(folder.resolve("one-point.xy"), "10 1\n");
    Path csv = folder.resolve("out").resolve("peaks.csv");
    assertThat(shell.suiseki("peaks", "--fit", "--format", "csv", "--out", csv, folder)).isZero();
    assertThat(shell.err()).contains("one-point.xy:1").contains("Left out 1 of 2.");
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines).hasSize(4);
    int columns = lines.get(0).split(",").length;
    assertThat(lines).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(columns));
    assertThat(lines.get(1)).contains("si.xy").endsWith(",true");
  }

  @Test
  void saysWhatItAssumesOfASmoothPattern() throws IOException {
    StringBuilder text = new StringBuilder("# two-theta (degree)\tintensity\n");
    for (int i = 0; i <= 500; i++) {
      text.append(20 + 0.02 * i).append(' ').append(0.5 * i).append('\n');
    }
    Path file = Files.writeString(folder.resolve("smooth.xy"), text);
    assertThat(shell.suiseki("peaks", file)).isZero();
    assertThat(shell.out()).contains("do not scatter").contains("no peaks");
  }

  @Test
  void uncertaintiesAreInUnitsOfTheLastDigit() {
    // Schwarzenbach et al., Acta Cryst. A51, 565 (1995): 2 to 19.
    assertThat(ConciseNumber.of(28.44213, 0.00031)).isEqualTo("28.4421(3)");
    assertThat(ConciseNumber.of(28.44213, 0.00019)).isEqualTo("28.44213(19)");
    assertThat(ConciseNumber.of(28.44213, 0.0002)).isEqualTo("28.4421(2)");
    assertThat(ConciseNumber.of(-3.5, 0.012)).isEqualTo("-3.500(12)");
    assertThat(ConciseNumber.of(12345, 678)).isEqualTo("12300(700)");
    assertThat(ConciseNumber.of(12345, 14)).isEqualTo("12345(14)");
    assertThat(ConciseNumber.of(0.5, 0)).isEqualTo("0.50000");
    assertThat(ConciseNumber.of(1, 0)).isEqualTo("1");
    assertThat(ConciseNumber.of(7, Double.POSITIVE_INFINITY)).isEqualTo("7(?)");
  }
}
