package org.suiseki.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suiseki.matter.io.CrystalFiles;
import org.suiseki.study.Predictors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands over crystals, in this process, by what they print, write and return. */
class CrystalCommandsTest {
  private static final JsonMapper JSON = JsonMapper.shared();

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

  private static final String DIAMOND =
      """
      {"id":"diamond","lattice":[[0,1.7835,1.7835],[1.7835,0,1.7835],[1.7835,1.7835,0]],\
      "species":["C","C"],"frac":[[0,0,0],[0.25,0.25,0.25]]}
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path halite;
  private Path several;

  @BeforeEach
  void writeCrystals() throws IOException {
    halite = Files.writeString(folder.resolve("halite.vasp"), ROCK_SALT);
    several =
        Files.writeString(
            folder.resolve("several.jsonl"),
            DIAMOND + DIAMOND.replace("\"diamond\"", "\"second\""));
  }

  private int suiseki(Object... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Terminal terminal =
        new Terminal(
            new PrintWriter(out, true), new PrintWriter(err, true), false, Optional.empty());
    Predictors none =
        model -> {
          throw new IllegalStateException();
        };
    String[] arguments = Stream.of(words).map(Object::toString).toArray(String[]::new);
    return Suiseki.execute(List.of(), none, terminal, Suiseki.PATIENCE, arguments);
  }

  @Test
  void saysWhatAFileIs() {
    assertThat(suiseki("read", halite)).isZero();
    assertThat(out.toString())
        .startsWith(halite.toString())
        .contains("NaCl", "Fm-3m (No. 225)", "2.1636 g/cm³", "poscar");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void givesAnObjectForOneCrystalAndAnArrayForSeveral() {
    assertThat(suiseki("read", "--json", halite)).isZero();
    JsonNode one = JSON.readTree(out.toString());
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
    assertThat(suiseki("read", "--json", several)).isZero();
    JsonNode two = JSON.readTree(out.toString());
    assertThat(two.size()).isEqualTo(2);
    assertThat(two.get(1).path("id").asString()).isEqualTo("second");
    assertThat(suiseki("read", "--json", folder)).isZero();
    assertThat(JSON.readTree(out.toString()).size()).isEqualTo(3);
    // What a program gets for two files must not depend on whether both are there.
    assertThat(suiseki("read", "--json", halite, folder.resolve("none.cif"))).isZero();
    assertThat(JSON.readTree(out.toString()).isArray()).isTrue();
  }

  @Test
  void oneBadFileDoesNotStopTheRest() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.vasp"), ROCK_SALT.replace("0.5", "five"));
    assertThat(suiseki("read", "--json", folder)).isZero();
    assertThat(JSON.readTree(out.toString()).size()).isEqualTo(3);
    assertThat(err.toString()).contains("left out " + bad + ":10").contains("Left out 1 of 4.");
    assertThat(suiseki("read", bad)).isEqualTo(ExitCode.MENDABLE);
    assertThat(suiseki("read", "--strict", folder)).isEqualTo(ExitCode.MENDABLE);
    assertThat(err.toString()).contains(bad + ":10");
  }

  @Test
  void oneBadCrystalDoesNotTakeTheRestOfItsFile() throws IOException {
    String bad = DIAMOND.replace("[[0,1.7835,1.7835]", "[[0,1.7835]");
    String lines = DIAMOND + bad + DIAMOND.replace("\"diamond\"", "\"third\"");
    Path file = Files.writeString(folder.resolve("bad.jsonl"), lines);
    assertThat(suiseki("read", "--json", file)).isZero();
    assertThat(JSON.readTree(out.toString()).get(1).path("id").asString()).isEqualTo("third");
    assertThat(err.toString()).contains("left out " + file + ":2:").contains("Left out 1 of 3.");
    // A large file takes another way.
    Path large = Files.writeString(folder.resolve("large.jsonl"), lines + DIAMOND.repeat(9000));
    assertThat(suiseki("describe", "--with", "density", large, "--out", folder.resolve("a.csv")))
        .isZero();
    assertThat(Files.readAllLines(folder.resolve("a.csv"))).hasSize(9003);
    assertThat(err.toString()).contains("Left out 1 of 9,003.");
    assertThat(suiseki("read", "--strict", large)).isEqualTo(ExitCode.MENDABLE);
    assertThat(err.toString()).contains(large + ":2:");
  }

  @Test
  void whatCannotBeWrittenIsNoFaultOfTheFileRead() throws IOException {
    Path large = Files.writeString(folder.resolve("large.jsonl"), DIAMOND.repeat(9000));
    Path target = Files.createDirectory(folder.resolve("target"));
    Files.createDirectory(target.resolve("large-diamond.cif"));
    assertThat(suiseki("convert", "--to", "cif", large, target)).isEqualTo(ExitCode.MENDABLE);
    assertThat(err.toString()).contains("large-diamond.cif").doesNotContain("left out");
  }

  @Test
  void tellsWarningsOnceAndFew() throws IOException {
    String overlapping = ROCK_SALT.replace("0.5 0.5 0.5", "0 0 0.1");
    Path file = Files.writeString(folder.resolve("overlap.vasp"), overlapping);
    assertThat(suiseki("simulate", "xrd", file)).isZero();
    assertThat(err.toString())
        .startsWith("warning " + file + ":1 (halite): The sites 0 (Na) and 1 (Cl)")
        .hasLineCount(1);
    Path many = Files.createDirectory(folder.resolve("many"));
    for (int i = 0; i < 20; i++) {
      Files.writeString(many.resolve(i + ".vasp"), overlapping);
    }
    assertThat(suiseki("describe", "--with", "density", many)).isZero();
    assertThat(err.toString()).contains("20 crystal(s) with warnings; `suiseki read`");
    assertThat(err.toString().lines().filter(line -> line.startsWith("warning"))).hasSize(5);
    assertThat(suiseki("read", file)).isZero();
    assertThat(err.toString()).isEmpty();
    assertThat(out.toString()).containsOnlyOnce("overlap: they");
  }

  @Test
  void eachHelpFitsAScreenOfEightyColumns() {
    for (String command :
        List.of("", "read", "convert", "describe", "simulate", "simulate xrd", "symmetry")) {
      assertThat(suiseki(Stream.of((command + " --help").strip().split(" ")).toArray())).isZero();
      assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
      // An example that is wrapped cannot be copied.
      assertThat(out.toString().lines().filter(line -> line.startsWith("  suiseki")))
          .isNotEmpty()
          .allSatisfy(line ->
              assertThat(out.toString()).containsPattern(Pattern.quote(line) + "\\R(\\R|  |$)"));
    }
  }

  @Test
  void tellsWhereNothingIs() {
    assertThat(suiseki("read", folder.resolve("none.cif"))).isEqualTo(ExitCode.MENDABLE);
    assertThat(err.toString()).contains("none.cif");
    assertThat(suiseki("read")).isEqualTo(ExitCode.USAGE);
    assertThat(suiseki("read", halite, "--tolerance", "-1")).isEqualTo(ExitCode.USAGE);
    assertThat(suiseki("read", halite, "--threads", "0")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void tellsTheSymmetry() {
    assertThat(suiseki("symmetry", halite, "--operations")).isZero();
    assertThat(out.toString())
        .contains("Fm-3m (No. 225)", "Hall -F 4 2 3", "m-3m", "cubic", "48 operations")
        .contains("a  1 × Na at 0.00000 0.00000 0.00000, site symmetry m-3m")
        .contains("b  1 × Cl", "operation      x,y,z");
    assertThat(suiseki("symmetry", "--json", several)).isZero();
    JsonNode second = JSON.readTree(out.toString()).get(1);
    assertThat(second.path("spaceGroup").path("number").asInt()).isEqualTo(227);
    assertThat(second.path("conventionalSites").asInt()).isEqualTo(8);
    assertThat(second.path("sites").get(1).path("equivalentTo").asInt()).isZero();
    assertThat(second.path("sites").get(0).path("siteSymmetry").asString()).isEqualTo("-43m");
  }

  @Test
  void indexesAReflectionInTheCellThatIsAskedFor() {
    assertThat(suiseki("simulate", "xrd", halite, "--cell", "conventional")).isZero();
    assertThat(out.toString()).containsPattern("31\\.7\\d+ +2\\.82000 +100\\.00 +6 +2 0 0");
  }

  @Test
  void convertsToAFileAndToAFolder() {
    Path cube = folder.resolve("cube.extxyz");
    assertThat(suiseki("convert", "--cell", "conventional", halite, cube)).isZero();
    assertThat(CrystalFiles.read(cube).entries().get(0).crystal().siteCount()).isEqualTo(8);
    Path many = folder.resolve("many");
    assertThat(suiseki("convert", "--to", "poscar", several, halite, many + "/")).isZero();
    assertThat(many.resolve("several.vasp")).exists();
    assertThat(many.resolve("several-second.vasp")).exists();
    assertThat(many.resolve("halite.vasp")).exists();
    Path all = folder.resolve("all.jsonl");
    assertThat(suiseki("convert", several, halite, all)).isZero();
    assertThat(CrystalFiles.read(all).entries()).hasSize(3);
    Path one = folder.resolve("one.vasp");
    assertThat(suiseki("convert", several, one)).isEqualTo(ExitCode.MENDABLE);
    assertThat(one).doesNotExist();
    assertThat(suiseki("convert", halite)).isEqualTo(ExitCode.USAGE);
    assertThat(suiseki("convert", halite, folder.resolve("halite.what"))).isEqualTo(ExitCode.USAGE);
    assertThat(suiseki("convert", halite, many)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--to");
  }

  @Test
  void whatAFormatCannotHoldDoesNotStopTheRest() throws IOException {
    String shared = DIAMOND.replace("[\"C\",\"C\"]", "[{\"C\":0.5,\"Si\":0.5},\"C\"]");
    Path mixed =
        Files.writeString(
            folder.resolve("mixed.jsonl"),
            DIAMOND + shared.replace("diamond", "alloy") + DIAMOND.replace("diamond", "last"));
    Path many = folder.resolve("many");
    assertThat(suiseki("convert", "--to", "poscar", mixed, halite, many + "/")).isZero();
    assertThat(many.resolve("mixed.vasp")).exists();
    assertThat(many.resolve("mixed-last.vasp")).exists();
    assertThat(many.resolve("halite.vasp")).exists();
    assertThat(err.toString()).contains("(alloy)", "whole atoms only", "Left out 1 of 4.");
    Path all = folder.resolve("all.extxyz");
    assertThat(suiseki("convert", mixed, all)).isZero();
    assertThat(CrystalFiles.read(all).entries()).hasSize(2);
    assertThat(suiseki("convert", "--strict", mixed, all)).isEqualTo(ExitCode.MENDABLE);
  }

  @Test
  void writesACifWithItsSymmetry() throws IOException {
    Path cif = folder.resolve("halite.cif");
    assertThat(suiseki("convert", "--symmetry", halite, cif)).isZero();
    String text = Files.readString(cif);
    assertThat(text).contains("F m -3 m").contains("_atom_site_fract_x");
    assertThat(CrystalFiles.read(cif).entries().get(0).crystal().siteCount()).isEqualTo(8);
    // One line for each of both atoms, whatever the number of sites.
    assertThat(text.lines().filter(line -> line.startsWith("Na") || line.startsWith("Cl")))
        .hasSize(2);
    Path all = folder.resolve("cifs");
    assertThat(suiseki("convert", "--symmetry", "--to", "cif", several, all + "/")).isZero();
    assertThat(Files.readString(all.resolve("several-second.cif"))).contains("F d -3 m");
    assertThat(suiseki("convert", "--symmetry", halite, folder.resolve("halite.extxyz")))
        .isEqualTo(ExitCode.USAGE);
    assertThat(suiseki("convert", "--symmetry", "--cell", "niggli", halite, cif))
        .isEqualTo(ExitCode.USAGE);
    assertThat(suiseki("convert", "--to", "jarvis", halite, all + "/")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void describesIntoATable() throws IOException {
    Path table = folder.resolve("features.csv");
    assertThat(suiseki("describe", "--with", "density,rdf:bins=5", folder, "--out", table))
        .isZero();
    List<String> lines = Files.readAllLines(table);
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).startsWith("id,file,formula,density [g/cm3]");
    assertThat(lines.get(1)).startsWith("halite," + halite + ",NaCl,2.16");
    assertThat(lines.get(2)).startsWith("diamond," + several + ",C,3.5");
    assertThat(suiseki("describe", "--with", "density", halite)).isZero();
    assertThat(out.toString().lines()).hasSize(2);
  }

  @Test
  void tellsColumnsOfOneNameApart() throws IOException {
    Path table = folder.resolve("features.csv");
    assertThat(
            suiseki(
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
    assertThat(suiseki("describe", "--with", "crystalnn-ops,crystalnn-cn", "--sites", halite))
        .isZero();
    assertThat(out.toString()).contains("label,crystalnn-ops wt CN_1,sgl_bd CN_1");
    assertThat(suiseki("describe", "--with", "density,density", halite))
        .isEqualTo(ExitCode.MENDABLE);
  }

  @Test
  void describesEachSite() {
    assertThat(suiseki("describe", "--with", "crystalnn-ops", "--sites", halite)).isZero();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("id,file,formula,site,species,label,wt CN_1");
    assertThat(lines.get(1)).startsWith("halite," + halite + ",NaCl,0,Na,Na,0");
    int octahedral = List.of(lines.get(0).split(",")).indexOf("octahedral CN_6");
    assertThat(Double.parseDouble(lines.get(2).split(",")[octahedral])).isCloseTo(1, within(1e-3));
    assertThat(suiseki("describe", "--with", "rdf", "--sites", halite))
        .isEqualTo(ExitCode.MENDABLE);
    assertThat(err.toString()).contains("Of sites there are crystalnn-ops");
  }

  @Test
  void leavesCellsEmptyWhereADescriptorCannotTell() throws IOException {
    Path table = folder.resolve("features.csv");
    // Without oxidation states there are no charges to sum over.
    assertThat(suiseki("describe", "--with", "density,ewald", halite, "--out", table)).isZero();
    assertThat(Files.readAllLines(table).get(1)).endsWith(",,");
    assertThat(err.toString())
        .contains("ewald left its cells empty for 1 crystal(s), first halite");
    assertThat(suiseki("describe", "--with", "ewald", halite, "--out", table))
        .isEqualTo(ExitCode.MENDABLE);
    // What stood there before still does.
    assertThat(Files.readAllLines(table)).hasSize(2);
  }

  @Test
  void refusesToDescribeBeforeItReads() {
    Path table = folder.resolve("features.xlsx");
    assertThat(suiseki("describe", "--with", "density", halite, "--out", table))
        .isEqualTo(ExitCode.MENDABLE);
    assertThat(err.toString()).contains(".csv, .csv.gz or .parquet");
    assertThat(suiseki("describe", "--with", "densty", halite)).isEqualTo(ExitCode.MENDABLE);
    assertThat(err.toString()).contains("Did you mean \"density\"?");
    assertThat(suiseki("list", "--descriptors")).isZero();
    assertThat(out.toString()).contains("density", "rdf-xenonpy");
  }

  @Test
  void simulatesPeaksAndPatterns() throws IOException {
    Path peaks = folder.resolve("peaks.csv");
    assertThat(suiseki("simulate", "xrd", halite, "--anode", "Cu", "--out", peaks)).isZero();
    List<String> lines = Files.readAllLines(peaks);
    assertThat(lines.get(0)).startsWith("two_theta [degree],d [Å],intensity");
    // 200 of halite, a = 5.64 Å: d = 2.82 Å.
    assertThat(lines).anyMatch(line -> line.startsWith("31.7") && line.contains(",100.000000,6,"));
    Path pattern = folder.resolve("halite.xy");
    assertThat(
            suiseki(
                "simulate", "xrd", halite, "--counts", 500, "--range", "20:50", "--out", pattern))
        .isZero();
    List<String> points = Files.readAllLines(pattern);
    assertThat(points.stream().filter(line -> !line.startsWith("#"))).hasSize(1501);
    assertThat(points.get(points.size() - 1)).startsWith("50.00000 ");
    Path both = folder.resolve("both");
    assertThat(suiseki("simulate", "xrd", several, halite, "--out", both + "/")).isZero();
    assertThat(both.resolve("several-second-peaks.csv")).exists();
    assertThat(both.resolve("halite.xy")).exists();
    // A table of peaks is the same wherever it goes; only a pattern begins at 5°.
    assertThat(Files.readString(both.resolve("halite-peaks.csv")))
        .isEqualTo(Files.readString(peaks));
    Path wide =
        Files.writeString(folder.resolve("wide.vasp"), ROCK_SALT.replace("1.0\n", "10.0\n"));
    assertThat(suiseki("simulate", "xrd", wide, "--range", "0:9", "--out", both + "/")).isZero();
    List<String> near = Files.readAllLines(both.resolve("wide-peaks.csv"));
    assertThat(suiseki("simulate", "xrd", wide, "--out", both + "/")).isZero();
    assertThat(near).hasSizeGreaterThan(1);
    assertThat(near.get(1)).startsWith("2.7");
    assertThat(Files.readAllLines(both.resolve("wide-peaks.csv")).get(1)).startsWith("2.7");
    assertThat(Files.readAllLines(both.resolve("wide.xy")).get(3)).startsWith("5.00000 ");
    assertThat(suiseki("simulate", "xrd", halite)).isZero();
    assertThat(out.toString()).contains("Cu Kα", "100.00");
  }

  @Test
  void aPartOfAPatternHasTheTailsOfPeaksBeyondIt() throws IOException {
    Path whole = folder.resolve("whole.xy");
    Path part = folder.resolve("part.xy");
    assertThat(suiseki("simulate", "xrd", halite, "--range", "20:60", "--out", whole)).isZero();
    // Between the Kα1 and Kα2 peaks of 200 (31.69° and 31.77°) and before 220 (45.43°); 111 is
    // left to the whole, 220 is the strongest of the part.
    assertThat(suiseki("simulate", "xrd", halite, "--range", "31.8:46", "--out", part)).isZero();
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
    assertThat(suiseki("simulate", "xrd", halite, "--range", "33:44", "--out", part))
        .isEqualTo(ExitCode.MENDABLE);
    assertThat(err.toString()).contains("No peak lies between");
  }

  private static double[] heights(Path pattern) throws IOException {
    return Files.readAllLines(pattern).stream()
        .filter(line -> !line.startsWith("#"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
        .toArray();
  }

  @Test
  void refusesImpossibleBeams() {
    assertThat(suiseki("simulate", "xrd", halite, "--anode", "Xx")).isEqualTo(ExitCode.MENDABLE);
    assertThat(err.toString()).contains("Cr, Fe, Co, Cu, Mo, Ag");
    assertThat(suiseki("simulate", "xrd", halite, "--anode", "Cu", "--neutrons", "1.8"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(suiseki("simulate", "xrd", halite, "--range", "90")).isEqualTo(ExitCode.USAGE);
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
      assertThat(suiseki(words)).as(vain).isEqualTo(ExitCode.USAGE);
    }
    assertThat(suiseki("simulate", "xrd", several, "--out", folder.resolve("one.csv")))
        .isEqualTo(ExitCode.USAGE);
    assertThat(folder.resolve("one.csv")).doesNotExist();
    assertThat(suiseki("simulate", "xrd", halite, "--out", "a.xy", "--texture", "0.5,0,1,0.7"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("whole numbers");
    assertThat(suiseki("simulate", "xrd", halite, "--out", "a.xy", "--counts", "-1"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(suiseki("simulate", "xrd", halite, "--out", "a.xy", "--background", "-1"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(suiseki("simulate")).isEqualTo(ExitCode.USAGE);
  }
}
