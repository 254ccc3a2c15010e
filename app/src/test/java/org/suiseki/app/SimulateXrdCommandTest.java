package org.suiseki.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code simulate xrd}, by what it prints, writes and returns. */
class SimulateXrdCommandTest {
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
  void indexesAReflectionInTheCellThatIsAskedFor() {
    assertThat(shell.suiseki("simulate", "xrd", halite, "--cell", "conventional")).isZero();
    assertThat(shell.out()).containsPattern("31\\.7\\d+ +2\\.82000 +100\\.00 +6 +2 0 0");
  }

  @Test
  void simulatesPeaksAndPatterns() throws IOException {
    Path peaks = folder.resolve("peaks.csv");
    assertThat(shell.suiseki("simulate", "xrd", halite, "--anode", "Cu", "--out", peaks)).isZero();
    List<String> lines = Files.readAllLines(peaks);
    assertThat(lines.get(0)).startsWith("two_theta [degree],d [Å],intensity");
    // 200 of halite, a = 5.64 Å: d = 2.82 Å.
    assertThat(lines).anyMatch(line -> line.startsWith("31.7") && line.contains(",100.000000,6,"));
    Path pattern = folder.resolve("halite.xy");
    assertThat(
            shell.suiseki(
                "simulate", "xrd", halite, "--counts", 500, "--range", "20:50", "--out", pattern))
        .isZero();
    List<String> points = Files.readAllLines(pattern);
    assertThat(points.stream().filter(line -> !line.startsWith("#"))).hasSize(1501);
    assertThat(points.get(points.size() - 1)).startsWith("50.00000 ");
    Path both = folder.resolve("both");
    assertThat(shell.suiseki("simulate", "xrd", several, halite, "--out", both + "/")).isZero();
    assertThat(both.resolve("several-second-peaks.csv")).exists();
    assertThat(both.resolve("halite.xy")).exists();
    // A table of peaks is the same wherever it goes; only a pattern begins at 5°.
    assertThat(Files.readString(both.resolve("halite-peaks.csv")))
        .isEqualTo(Files.readString(peaks));
    Path wide =
        Files.writeString(
            folder.resolve("wide.vasp"), ExampleCrystals.ROCK_SALT.replace("1.0\n", "10.0\n"));
    assertThat(shell.suiseki("simulate", "xrd", wide, "--range", "0:9", "--out", both + "/"))
        .isZero();
    List<String> near = Files.readAllLines(both.resolve("wide-peaks.csv"));
    assertThat(shell.suiseki("simulate", "xrd", wide, "--out", both + "/")).isZero();
    assertThat(near).hasSizeGreaterThan(1);
    assertThat(near.get(1)).startsWith("2.7");
    assertThat(Files.readAllLines(both.resolve("wide-peaks.csv")).get(1)).startsWith("2.7");
    assertThat(Files.readAllLines(both.resolve("wide.xy")).get(3)).startsWith("5.00000 ");
    assertThat(shell.suiseki("simulate", "xrd", halite)).isZero();
    assertThat(shell.out()).contains("Cu Kα", "100.00");
  }

  @Test
  void aPartOfAPatternHasTheTailsOfPeaksBeyondIt() throws IOException {
    Path whole = folder.resolve("whole.xy");
    Path part = folder.resolve("part.xy");
    assertThat(shell.suiseki("simulate", "xrd", halite, "--range", "20:60", "--out", whole))
        .isZero();
    // Between the Kα1 and Kα2 peaks of 200 (31.69° and 31.77°) and before 220 (45.43°); 111 is
    // left to the whole, 220 is the strongest of the part.
    assertThat(shell.suiseki("simulate", "xrd", halite, "--range", "31.8:46", "--out", part))
        .isZero();
    double[] full = heights(whole);
    double[] cut = heights(part);
    int first = (int) Math.round((31.8 - 20) / 0.02);
    int top = (int) Math.round((45.44 - 20) / 0.02);
    double scale = cut[top - first] / full[top];
    assertThat(cut[0]).isGreaterThan(40);
    for (int i = 0; i < cut.length; i++) {
      // Printed with six digits, and peaks of tails cut at their own places.
      assertThat(cut[i]).isCloseTo(scale * full[first + i], within(1e-4 * cut[0]));
    }
    assertThat(shell.suiseki("simulate", "xrd", halite, "--range", "33:44", "--out", part))
        .isEqualTo(ExitCode.MENDABLE);
    assertThat(shell.err()).contains("No peak lies between");
  }

  private static double[] heights(Path pattern) throws IOException {
    return Files.readAllLines(pattern).stream()
        .filter(line -> !line.startsWith("#"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
        .toArray();
  }

  @Test
  void refusesImpossibleBeams() {
    assertThat(shell.suiseki("simulate", "xrd", halite, "--anode", "Xx"))
        .isEqualTo(ExitCode.MENDABLE);
    assertThat(shell.err()).contains("Cr, Fe, Co, Cu, Mo, Ag");
    assertThat(shell.suiseki("simulate", "xrd", halite, "--anode", "Cu", "--neutrons", "1.8"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.suiseki("simulate", "xrd", halite, "--range", "90")).isEqualTo(ExitCode.USAGE);
    // What would have no effect is refused, lest a person believe it had one.
    for (String vain :
        List.of(
            "--like pymatgen --line kb",
            "--like pymatgen --ions",
            "--like pymatgen --monochromator 26.4",
            "--wavelength 1.5 --line kb",
            "--neutrons 1.8 --line ka1",
            "--size 300",
            "--step 0.05",
            "--neutrons 1.8 --ions",
            "--neutrons 1.8 --no-dispersion")) {
      Object[] words =
          Stream.concat(Stream.of("simulate", "xrd", halite), Stream.of(vain.split(" "))).toArray();
      assertThat(shell.suiseki(words)).as(vain).isEqualTo(ExitCode.USAGE);
    }
    assertThat(shell.suiseki("simulate", "xrd", several, "--out", folder.resolve("one.csv")))
        .isEqualTo(ExitCode.USAGE);
    assertThat(folder.resolve("one.csv")).doesNotExist();
    assertThat(
            shell.suiseki("simulate", "xrd", halite, "--out", "a.xy", "--texture", "0.5,0,1,0.7"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("whole numbers");
    assertThat(shell.suiseki("simulate", "xrd", halite, "--out", "a.xy", "--counts", "-1"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.suiseki("simulate", "xrd", halite, "--out", "a.xy", "--background", "-1"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.suiseki("simulate")).isEqualTo(ExitCode.USAGE);
  }
}
