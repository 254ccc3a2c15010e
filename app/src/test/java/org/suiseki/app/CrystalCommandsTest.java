package org.suiseki.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suiseki.matter.io.CrystalFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code read}, {@code symmetry} and {@code convert} of crystals, by what they print, write and
 * return.
 */
class CrystalCommandsTest {
  private static final JsonMapper JSON = JsonMapper.shared();

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
  void saysWhatAFileIs() {
    assertThat(shell.suiseki("read", halite)).isZero();
    assertThat(shell.out())
        .startsWith(halite.toString())
        .contains("NaCl", "Fm-3m (No. 225)", "2.1636 g/cm³", "poscar");
    assertThat(shell.err()).isEmpty();
  }

  @Test
  void givesAnObjectForOneCrystalAndAnArrayForSeveral() {
    assertThat(shell.suiseki("read", "--json", halite)).isZero();
    JsonNode one = JSON.readTree(shell.out());
    assertThat(one.path("file").asString()).isEqualTo(halite.toString());
    assertThat(one.path("format").asString()).isEqualTo("poscar");
    assertThat(one.path("kind").asString()).isEqualTo("crystal");
    assertThat(one.path("formula").asString()).isEqualTo("NaCl");
    assertThat(one.path("sites").asInt()).isEqualTo(2);
    assertThat(one.path("spaceGroup").path("number").asInt()).isEqualTo(225);
    assertThat(one.path("spaceGroup").path("international").asString()).isEqualTo("Fm-3m");
    assertThat(one.path("spaceGroup").path("hall").asString()).isEqualTo("-F 4 2 3");
    // 4 × 58.443 g/mol in (5.64 Å)³.
    assertThat(one.path("density").path("value").asDouble()).isCloseTo(2.1636, within(1e-4));
    assertThat(one.path("density").path("unit").asString()).isEqualTo("g/cm3");
    assertThat(one.path("warnings").isArray()).isTrue();
    assertThat(shell.suiseki("read", "--json", several)).isZero();
    JsonNode two = JSON.readTree(shell.out());
    assertThat(two.size()).isEqualTo(2);
    assertThat(two.get(1).path("id").asString()).isEqualTo("second");
    assertThat(shell.suiseki("read", "--json", folder)).isZero();
    assertThat(JSON.readTree(shell.out()).size()).isEqualTo(3);
    // What a program gets for two files must not depend on whether both are there.
    assertThat(shell.suiseki("read", "--json", halite, folder.resolve("none.cif"))).isZero();
    assertThat(JSON.readTree(shell.out()).isArray()).isTrue();
  }

  @Test
  void oneBadFileDoesNotStopTheRest() throws IOException {
    Path bad =
        Files.writeString(
            folder.resolve("bad.vasp"), ExampleCrystals.ROCK_SALT.replace("0.5", "five"));
    assertThat(shell.suiseki("read", "--json", folder)).isZero();
    assertThat(JSON.readTree(shell.out()).size()).isEqualTo(3);
    assertThat(shell.err()).contains("left out " + bad + ":10").contains("Left out 1 of 4.");
    assertThat(shell.suiseki("read", bad)).isEqualTo(ExitCode.MENDABLE);
    assertThat(shell.suiseki("read", "--strict", folder)).isEqualTo(ExitCode.MENDABLE);
    assertThat(shell.err()).contains(bad + ":10");
  }

  @Test
  void oneBadCrystalDoesNotTakeTheRestOfItsFile() throws IOException {
    String bad = ExampleCrystals.DIAMOND.replace("[[0,1.7835,1.7835]", "[[0,1.7835]");
    String lines =
        ExampleCrystals.DIAMOND + bad + ExampleCrystals.DIAMOND.replace("\"diamond\"", "\"third\"");
    Path file = Files.writeString(folder.resolve("bad.jsonl"), lines);
    assertThat(shell.suiseki("read", "--json", file)).isZero();
    assertThat(JSON.readTree(shell.out()).get(1).path("id").asString()).isEqualTo("third");
    assertThat(shell.err()).contains("left out " + file + ":2:").contains("Left out 1 of 3.");
    // A large file takes another way.
    Path large =
        Files.writeString(
            folder.resolve("large.jsonl"), lines + ExampleCrystals.DIAMOND.repeat(9000));
    assertThat(
            shell.suiseki("describe", "--with", "density", large, "--out", folder.resolve("a.csv")))
        .isZero();
    assertThat(Files.readAllLines(folder.resolve("a.csv"))).hasSize(9003);
    assertThat(shell.err()).contains("Left out 1 of 9,003.");
    assertThat(shell.suiseki("read", "--strict", large)).isEqualTo(ExitCode.MENDABLE);
    assertThat(shell.err()).contains(large + ":2:");
  }

  @Test
  void whatCannotBeWrittenIsNoFaultOfTheFileRead() throws IOException {
    Path large =
        Files.writeString(folder.resolve("large.jsonl"), ExampleCrystals.DIAMOND.repeat(9000));
    Path target = Files.createDirectory(folder.resolve("target"));
    Files.createDirectory(target.resolve("large-diamond.cif"));
    assertThat(shell.suiseki("convert", "--to", "cif", large, target)).isEqualTo(ExitCode.MENDABLE);
    assertThat(shell.err()).contains("large-diamond.cif").doesNotContain("left out");
  }

  @Test
  void tellsWarningsOnceAndFew() throws IOException {
    String overlapping = ExampleCrystals.ROCK_SALT.replace("0.5 0.5 0.5", "0 0 0.1");
    Path file = Files.writeString(folder.resolve("overlap.vasp"), overlapping);
    assertThat(shell.suiseki("simulate", "xrd", file)).isZero();
    assertThat(shell.err())
        .startsWith("warning " + file + ":1 (halite): The sites 0 (Na) and 1 (Cl)")
        .hasLineCount(1);
    Path many = Files.createDirectory(folder.resolve("many"));
    for (int i = 0; i < 20; i++) {
      Files.writeString(many.resolve(i + ".vasp"), overlapping);
    }
    assertThat(shell.suiseki("describe", "--with", "density", many)).isZero();
    assertThat(shell.err()).contains("20 entries with warnings; `suiseki read`");
    assertThat(shell.err().lines().filter(line -> line.startsWith("warning"))).hasSize(5);
    assertThat(shell.suiseki("read", file)).isZero();
    assertThat(shell.err()).isEmpty();
    assertThat(shell.out()).containsOnlyOnce("overlap: they");
  }

  @Test
  void eachHelpFitsAScreenOfEightyColumns() {
    for (String command :
        List.of("", "read", "convert", "describe", "simulate", "simulate xrd", "symmetry")) {
      assertThat(shell.suiseki(Stream.of((command + " --help").strip().split(" ")).toArray()))
          .isZero();
      assertThat(shell.out().lines()).allMatch(line -> line.length() <= 80);
      // An example that is wrapped cannot be copied.
      assertThat(shell.out().lines().filter(line -> line.startsWith("  suiseki")))
          .isNotEmpty()
          .allSatisfy(line ->
              assertThat(shell.out()).containsPattern(Pattern.quote(line) + "\\R(\\R|  |$)"));
    }
  }

  @Test
  void tellsWhereNothingIs() {
    assertThat(shell.suiseki("read", folder.resolve("none.cif"))).isEqualTo(ExitCode.MENDABLE);
    assertThat(shell.err()).contains("none.cif");
    assertThat(shell.suiseki("read")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.suiseki("read", halite, "--tolerance", "-1")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.suiseki("read", halite, "--threads", "0")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void tellsTheSymmetry() {
    assertThat(shell.suiseki("symmetry", halite, "--operations")).isZero();
    assertThat(shell.out())
        .contains("Fm-3m (No. 225)", "Hall -F 4 2 3", "m-3m", "cubic", "48 operations")
        .contains("a  1 × Na at 0.00000 0.00000 0.00000, site symmetry m-3m")
        .contains("b  1 × Cl", "operation      x,y,z");
    assertThat(shell.suiseki("symmetry", "--json", several)).isZero();
    JsonNode second = JSON.readTree(shell.out()).get(1);
    assertThat(second.path("spaceGroup").path("number").asInt()).isEqualTo(227);
    assertThat(second.path("conventionalSites").asInt()).isEqualTo(8);
    assertThat(second.path("sites").get(1).path("equivalentTo").asInt()).isZero();
    assertThat(second.path("sites").get(0).path("siteSymmetry").asString()).isEqualTo("-43m");
  }

  @Test
  void convertsToAFileAndToAFolder() {
    Path cube = folder.resolve("cube.extxyz");
    assertThat(shell.suiseki("convert", "--cell", "conventional", halite, cube)).isZero();
    assertThat(CrystalFiles.read(cube).entries().get(0).crystal().siteCount()).isEqualTo(8);
    Path many = folder.resolve("many");
    assertThat(shell.suiseki("convert", "--to", "poscar", several, halite, many + "/")).isZero();
    assertThat(many.resolve("several.vasp")).exists();
    assertThat(many.resolve("several-second.vasp")).exists();
    assertThat(many.resolve("halite.vasp")).exists();
    Path all = folder.resolve("all.jsonl");
    assertThat(shell.suiseki("convert", several, halite, all)).isZero();
    assertThat(CrystalFiles.read(all).entries()).hasSize(3);
    Path one = folder.resolve("one.vasp");
    assertThat(shell.suiseki("convert", several, one)).isEqualTo(ExitCode.MENDABLE);
    assertThat(one).doesNotExist();
    assertThat(shell.suiseki("convert", halite)).isEqualTo(ExitCode.USAGE);
    assertThat(shell.suiseki("convert", halite, folder.resolve("halite.what")))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.suiseki("convert", halite, many)).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("--to");
  }

  @Test
  void whatAFormatCannotHoldDoesNotStopTheRest() throws IOException {
    String shared =
        ExampleCrystals.DIAMOND.replace("[\"C\",\"C\"]", "[{\"C\":0.5,\"Si\":0.5},\"C\"]");
    Path mixed =
        Files.writeString(
            folder.resolve("mixed.jsonl"),
            ExampleCrystals.DIAMOND
                + shared.replace("diamond", "alloy")
                + ExampleCrystals.DIAMOND.replace("diamond", "last"));
    Path many = folder.resolve("many");
    assertThat(shell.suiseki("convert", "--to", "poscar", mixed, halite, many + "/")).isZero();
    assertThat(many.resolve("mixed.vasp")).exists();
    assertThat(many.resolve("mixed-last.vasp")).exists();
    assertThat(many.resolve("halite.vasp")).exists();
    assertThat(shell.err()).contains("(alloy)", "whole atoms only", "Left out 1 of 4.");
    Path all = folder.resolve("all.extxyz");
    assertThat(shell.suiseki("convert", mixed, all)).isZero();
    assertThat(CrystalFiles.read(all).entries()).hasSize(2);
    assertThat(shell.suiseki("convert", "--strict", mixed, all)).isEqualTo(ExitCode.MENDABLE);
  }

  @Test
  void writesACifWithItsSymmetry() throws IOException {
    Path cif = folder.resolve("halite.cif");
    assertThat(shell.suiseki("convert", "--symmetry", halite, cif)).isZero();
    String text = Files.readString(cif);
    assertThat(text).contains("F m -3 m").contains("_atom_site_fract_x");
    assertThat(CrystalFiles.read(cif).entries().get(0).crystal().siteCount()).isEqualTo(8);
    // One line for each of both atoms, whatever the number of sites.
    assertThat(text.lines().filter(line -> line.startsWith("Na") || line.startsWith("Cl")))
        .hasSize(2);
    Path all = folder.resolve("cifs");
    assertThat(shell.suiseki("convert", "--symmetry", "--to", "cif", several, all + "/")).isZero();
    assertThat(Files.readString(all.resolve("several-second.cif"))).contains("F d -3 m");
    assertThat(shell.suiseki("convert", "--symmetry", halite, folder.resolve("halite.extxyz")))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.suiseki("convert", "--symmetry", "--cell", "niggli", halite, cif))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.suiseki("convert", "--to", "jarvis", halite, all + "/"))
        .isEqualTo(ExitCode.USAGE);
  }
}
