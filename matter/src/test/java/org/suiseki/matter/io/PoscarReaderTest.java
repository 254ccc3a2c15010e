package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suiseki.house.SharedCrystals;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Species;
import tools.jackson.databind.JsonNode;

class PoscarReaderTest {
  private static final String ROCK_SALT =
      """
      rock salt
      1.0
      0.0 2.82 2.82
      2.82 0.0 2.82
      2.82 2.82 0.0
      Na Cl
      1 1
      Direct
      0.0 0.0 0.0
      0.5 0.5 0.5
      """;

  @Test
  void readsFractionalCoordinates() {
    CrystalEntry entry = entry(ROCK_SALT);
    assertThat(entry.id()).isEqualTo("rock salt");
    assertThat(entry.warnings()).isEmpty();
    Crystal crystal = entry.crystal();
    assertThat(crystal.siteCount()).isEqualTo(2);
    assertThat(crystal.element(1)).isEqualTo(Element.Cl);
    assertThat(crystal.fractional(1, 2)).isEqualTo(0.5);
    // 58.44 g/mol in 2 × 2.82³ Å³, to the digits of the weights.
    assertThat(crystal.density()).isCloseTo(2.1637, within(1e-4));
  }

  @Test
  void scalesByAFactorAVolumeAndThreeFactors() {
    String cartesian = cartesian("1.0", "1.41");
    assertThat(crystal(cartesian).fractional(1, 0)).isCloseTo(0.25, within(1e-15));
    Crystal doubled = crystal(cartesian("2.0", "1.41"));
    assertThat(doubled.volume()).isCloseTo(8 * crystal(cartesian).volume(), within(1e-12));
    assertThat(doubled.fractional(1, 0)).isCloseTo(0.25, within(1e-15));
    Crystal ofVolume = crystal(cartesian("-100", "1.41"));
    assertThat(ofVolume.volume()).isCloseTo(100, within(1e-12));
    assertThat(ofVolume.fractional(1, 0)).isCloseTo(0.25, within(1e-15));
    Crystal stretched = crystal(cartesian("1.0 1.0 3.0", "1.41"));
    assertThat(stretched.volume()).isCloseTo(3 * crystal(cartesian).volume(), within(1e-12));
    assertThat(stretched.cartesianCoordinates()[5]).isCloseTo(3 * 1.41, within(1e-12));
  }

  @Test
  void passesOverSelectiveDynamicsAndVelocities() {
    String text =
        ROCK_SALT
                .replace("Direct", "Selective dynamics\nDirect")
                .replace("0.0 0.0 0.0\n0.5", "0.0 0.0 0.0 T F T\n0.5")
                .replace("0.5 0.5 0.5", "0.5 0.5 0.5 F F F Cl2")
            + "\n0.1 0.2 0.3\n0.4 0.5 0.6\n";
    Crystal crystal = crystal(text);
    assertThat(crystal.siteCount()).isEqualTo(2);
    assertThat(crystal.label(0)).isEqualTo("Na");
    assertThat(crystal.label(1)).isEqualTo("Cl2");
  }

  @Test
  void takesNamesOfPseudopotentials() {
    String text = ROCK_SALT.replace("Na Cl", "Na_pv Cl/3f4a");
    assertThat(crystal(text).composition().formula()).isEqualTo("ClNa");
    assertThat(crystal(ROCK_SALT.replace("Na Cl", "H1.25 Fe_sv_GW")).element(1))
        .isEqualTo(Element.Fe);
    assertThat(crystal(ROCK_SALT.replace("Na Cl", "D Cl")).occupation(0).dominant())
        .isEqualTo(Species.parse("D").orElseThrow());
  }

  @Test
  void wrapsSymbolsAndCounts() {
    String text =
        ROCK_SALT.replace("Na Cl\n1 1", "Na\nCl O\n1 1\n2").concat("0.1 0.1 0.1\n0.2 0.2 0.2\n");
    assertThat(crystal(text).composition().formula()).isEqualTo("ClNaO2");
  }

  @Test
  void leavesOutPlacesWithoutAtom() {
    CrystalEntry entry = entry(ROCK_SALT.replace("Na Cl", "Na Vac"));
    assertThat(entry.crystal().siteCount()).isEqualTo(1);
    assertThat(entry.warnings())
        .containsExactly("The places of 'Vac' hold no known atom and are left out (line 6).");
  }

  @Test
  void takesTheSymbolsOfVaspFourFromTheCommentOrTheSites() {
    String four = ROCK_SALT.replace("Na Cl\n", "");
    CrystalEntry commented = entry(four.replace("rock salt", "Na1 Cl1"));
    assertThat(commented.crystal().element(1)).isEqualTo(Element.Cl);
    assertThat(commented.warnings())
        .containsExactly("There is no line of symbols; they are taken from the comment (line 1).");
    CrystalEntry formula = entry(four.replace("rock salt", "K2Br2"));
    assertThat(formula.crystal().composition().formula()).isEqualTo("BrK");
    assertThatThrownBy(() -> entry(four.replace("rock salt", "K2Br")))
        .hasMessageContaining("No line of symbols");
    CrystalEntry named =
        entry(
            four.replace("0.0 0.0 0.0\n0", "0.0 0.0 0.0 K\n0")
                .replace("0.5 0.5 0.5", "0.5 0.5 0.5 F"));
    assertThat(named.crystal().composition().formula()).isEqualTo("FK");
    assertThat(named.warnings()).hasSize(1).first().asString().contains("after the coordinates");
    assertThatThrownBy(() -> entry(four))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("POSCAR:6: No line of symbols")
        .hasMessageContaining("Add a line of symbols above the counts, such as 'Fe O'");
  }

  @Test
  void believesTheSymbolsMoreThanTheNamesOfSites() {
    CrystalEntry entry = entry(ROCK_SALT.replace("0.5 0.5 0.5", "0.5 0.5 0.5 Br"));
    assertThat(entry.crystal().element(1)).isEqualTo(Element.Cl);
    assertThat(entry.warnings())
        .containsExactly(
            "A site is called 'Br' but counted as 'Cl', which it is taken for (line 10).");
  }

  /** Also where a buffer ends between a return and its line feed. */
  @Test
  void readsLinesOfAllEndings() {
    CrystalEntry plain = entry(ROCK_SALT);
    for (int length = 8150; length < 8200; length++) {
      String text = "x".repeat(length) + ROCK_SALT.substring(9);
      Crystal crystal = crystal(text);
      assertThat(crystal).isEqualTo(plain.crystal());
      assertThat(crystal(text.replace("\n", "\r\n"))).isEqualTo(crystal);
      assertThat(crystal(text.replace("\n", "\r"))).isEqualTo(crystal);
    }
    assertThat(crystal(ROCK_SALT.strip())).isEqualTo(plain.crystal());
    assertThat(crystal(ROCK_SALT.strip() + "\r")).isEqualTo(plain.crystal());
    assertThatThrownBy(() -> entry(ROCK_SALT.replace("\n", "\r\n").replace("0.5 0.5", "0.5 x")))
        .hasMessageStartingWith("POSCAR:10:5: The coordinate y");
  }

  @Test
  void passesOverRemarks() {
    assertThat(crystal(ROCK_SALT.replace("Na Cl\n1 1", "Na Cl ! salt\n1 1 # each")).siteCount())
        .isEqualTo(2);
  }

  @Test
  void takesTheFirstConfigurationOfATrajectory() {
    CrystalEntry entry = entry(ROCK_SALT.replace("Direct", "Direct configuration=     1"));
    assertThat(entry.warnings()).hasSize(1).first().asString().contains("XDATCAR");
  }

  @Test
  void namesACrystalWithoutCommentAfterItsFile() {
    String text = ROCK_SALT.replaceFirst("rock salt", "  ").replace("\n", "\r\n");
    assertThat(PoscarReader.read(CrystalSamples.stream(text), "runs/7/CONTCAR").get(0).id())
        .isEqualTo("CONTCAR");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.0\\n0.0 2.82|1.O\\n0.0 2.82|2:1: The scale is '1.O', not a number",
        "1.0\\n0.0 2.82|0\\n0.0 2.82|2:1: The scale is no factor above 0",
        "1.0\\n0.0 2.82|1 -1 1\\n0.0 2.82|2:3: The scale is no factor above 0",
        "2.82 0.0 2.82|2.82 x 2.82|4:6: The component of a lattice vector is 'x'",
        "2.82 0.0 2.82|2.82 0.0|4:9: The line ends where the component of a lattice vector",
        "2.82 0.0 2.82|2.82 1e999 2.82|4:6: The component of a lattice vector is 1e999",
        "2.82 0.0 2.82|0.0 2.82 2.82|3: The lattice vectors",
        "Na Cl|Na Qq|6:4: 'Qq' is no element",
        "Na Cl|Na Cl O|8: There are 3 symbols and 2 counts",
        "Na Cl\\n1 1|Na Cl\\n1 -1|7:3: The count is '-1'",
        "Na Cl\\n1 1|Na Cl\\n-1 1|7:1: The count is '-1'",
        "Na Cl\\n1 1|Na Cl\\n0 0|7: The counts add up to 0 sites",
        "Na Cl\\n1 1|Na Cl\\n1 9999999|10: The sites end after 2 of 10000000",
        "Na Cl\\n1 1|Na Cl\\n1 99999999|7:3: The count is '99999999'",
        "Direct\\n|''|8: The line '0.0 0.0 0.0' stands where Direct or Cartesian should",
        "0.5 0.5 0.5|0.5 0,5 0.5|10:5: The coordinate y is '0,5', not a number",
        "0.5 0.5 0.5|0.5 NaN 0.5|10:5: The coordinate y is NaN",
        "0.5 0.5 0.5|0.5 0.5|10:8: The line ends where the coordinate z should stand",
        "0.5 0.5 0.5|0.5 1e300 0.5|1: The site Cl lies at",
        "0.5 0.5 0.5\\n|''|9: The sites end after 1 of 2",
        "0.5 0.5 0.5|''|10: The sites end after 1 of 2",
      })
  void namesTheLineAndColumnOfWhatIsWrong(String part, String wrong, String message) {
    String text = ROCK_SALT.replace(part.replace("\\n", "\n"), wrong.replace("\\n", "\n"));
    assertThatThrownBy(() -> entry(text))
        .isInstanceOf(MatterException.class)
        .hasMessageStartingWith("POSCAR:" + message);
  }

  @Test
  void namesWhereTheFileEnds() {
    assertThatThrownBy(() -> entry("")).hasMessageStartingWith("POSCAR: The file is empty");
    assertThatThrownBy(() -> entry("a\n1.0\n1 0 0\n"))
        .hasMessageStartingWith("POSCAR:3: The file ends where the line of a lattice vector");
  }

  /** Millions of announced sites take no memory, and a line without end is refused. */
  @Test
  void isNotLedByWhatAFileAnnounces() {
    String many = ROCK_SALT.replace("1 1\n", "5000000 5000000\n");
    assertThatThrownBy(() -> entry(many)).hasMessageContaining("after 2 of 10000000");
    assertThatThrownBy(() ->
            PoscarReader.read(
                new SequenceInputStream(CrystalSamples.stream("x\n1"), new EndlessStream('1')),
                "POSCAR"))
        .hasMessageStartingWith("POSCAR:2: The line is longer than 16,777,216 bytes");
  }

  @Test
  void readsTheSamplesOfTheGraphNetwork() throws IOException {
    // g/cm³, from pymatgen 2022.11.7 with our atomic weights where they differ.
    Map<String, Double> densities =
        Map.of(
            "POSCAR-JVASP-10.vasp", 5.718239783696057, "POSCAR-JVASP-1996.vasp", 3.7463060131771);
    List<Path> files = vasp(SharedCrystals.path("data/crystals/alignn_samples"));
    assertThat(files).hasSize(70);
    int checked = 0;
    for (Path file : files) {
      CrystalEntry entry = PoscarReader.read(file).get(0);
      assertThat(entry.warnings()).isEmpty();
      String name = file.getFileName().toString();
      if (densities.containsKey(name)) {
        assertThat(entry.crystal().density()).isCloseTo(densities.get(name), within(1e-10));
        checked++;
      }
    }
    assertThat(checked).isEqualTo(2);
  }

  @Test
  void readsTheReferenceCellsWithTheirDensities() throws IOException {
    JsonNode structures = SharedCrystals.pymatgen();
    List<Path> files = vasp(SharedCrystals.path("reference/pymatgen/cif"));
    assertThat(files).hasSize(30);
    for (Path file : files) {
      String name = file.getFileName().toString().replace("_prim.vasp", "");
      Crystal crystal = PoscarReader.read(file).get(0).crystal();
      JsonNode expected = structures.get(name);
      assertThat(crystal.siteCount()).as(name).isEqualTo(expected.get("nsites_prim").intValue());
      double volume = expected.get("volume").doubleValue() / expected.get("nsites_conv").intValue();
      // The files have seven digits or more.
      assertThat(crystal.volume() / crystal.siteCount()).as(name).isCloseTo(volume, within(1e-5));
      // Two editions of the atomic weights differ by up to 4e-4, and by 5e-3 for Po.
      double density = expected.get("density_g_cm3").doubleValue();
      assertThat(crystal.density()).as(name).isCloseTo(density, within(5e-3 * density));
    }
  }

  private static List<Path> vasp(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".vasp")).sorted().toList();
    }
  }

  private static String cartesian(String scale, String z) {
    return ROCK_SALT
        .replace("1.0\n0.0", scale + "\n0.0")
        .replace("Direct", "Cartesian")
        .replace("0.5 0.5 0.5", z + " " + z + " " + z);
  }

  private static CrystalEntry entry(String text) {
    return PoscarReader.read(CrystalSamples.stream(text), "POSCAR").get(0);
  }

  private static Crystal crystal(String text) {
    return entry(text).crystal();
  }
}
