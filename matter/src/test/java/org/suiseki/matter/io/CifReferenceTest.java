package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.suiseki.house.SharedCrystals;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Crystal;
import tools.jackson.databind.JsonNode;

/** Against what pymatgen makes of the same files, and published files. */
class CifReferenceTest {
  @Test
  void thirtyCrystalsAreThoseOfPymatgenWithSymmetryAndWithout() {
    JsonNode structures = SharedCrystals.pymatgen();
    Path files = SharedCrystals.path("reference/pymatgen/cif");
    assertThat(structures.size()).isEqualTo(30);
    for (Map.Entry<String, JsonNode> structure : structures.properties()) {
      String name = structure.getKey();
      JsonNode expected = structure.getValue();
      CrystalEntry full = one(files.resolve(name + ".cif"));
      CrystalEntry plain = one(files.resolve(name + "_P1.cif"));
      assertThat(full.warnings()).as(name).isEmpty();
      assertThat(plain.warnings()).as(name).isEmpty();
      for (Crystal crystal : new Crystal[] {full.crystal(), plain.crystal()}) {
        assertThat(crystal.siteCount()).as(name).isEqualTo(expected.get("nsites_conv").asInt());
        assertThat(crystal.volume())
            .as(name)
            .isCloseTo(expected.get("volume").asDouble(), within(1e-5));
        // Atomic masses have changed in the fourth digit at most since that release; polonium has
        // no standard one, and its isotope 209 stands here for 210 there.
        assertThat(crystal.density())
            .as(name)
            .isCloseTo(
                expected.get("density_g_cm3").asDouble() * (name.equals("Po") ? 209 / 210.0 : 1),
                Percentage.withPercentage(0.05));
        assertThat(crystal.composition().reducedFormula())
            .as(name)
            .isEqualTo(Composition.parse(expected.get("formula").asString()).reducedFormula());
      }
      // The files have eight decimals, and cells of at most 13 Å.
      assertThat(farthest(full.crystal(), plain.crystal())).as(name).isLessThan(2e-7);
    }
  }

  /** The largest distance in Å from a site of one crystal to its like in the other. */
  static double farthest(Crystal one, Crystal other) {
    double farthest = 0;
    for (int i = 0; i < one.siteCount(); i++) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int j = 0; j < other.siteCount(); j++) {
        if (one.element(i) == other.element(j)) {
          nearest =
              Math.min(
                  nearest,
                  one.lattice()
                      .distance(
                          one.fractional(i, 0),
                          one.fractional(i, 1),
                          one.fractional(i, 2),
                          other.fractional(j, 0),
                          other.fractional(j, 1),
                          other.fractional(j, 2)));
        }
      }
      farthest = Math.max(farthest, nearest);
    }
    return farthest;
  }

  /** Volumes as the files state them; sites and densities as pymatgen and ASE count them. */
  @Test
  void refinedStructuresOfTheOpenDatabase() {
    Path measured = SharedCrystals.path("data/files/xrd");
    CrystalEntry salt = one(measured.resolve("xrdpattern_data.cif"));
    assertThat(salt.id()).isEqualTo("1501688");
    assertThat(salt.warnings()).isEmpty();
    assertThat(salt.crystal().siteCount()).isEqualTo(24);
    assertThat(salt.crystal().volume()).isCloseTo(223.978, within(6e-3));
    assertThat(salt.crystal().density()).isCloseTo(1.2091, within(1e-3));
    assertThat(salt.crystal().composition().reducedFormula()).isEqualTo("H8C2NCl");
    assertThat(salt.properties())
        .containsEntry("_journal_paper_doi", "10.1021/jp2010138")
        .containsEntry("_symmetry_space_group_name_Hall", "-P 2yb")
        .containsEntry("_chemical_formula_sum", "C2 H8 Cl N");
    assertThat(salt.properties().get("_atom_site_U_iso_or_equiv"))
        .startsWith("Cl 0.0276(4)\nN 0.0345(11)\n");
    assertThat(salt.place().line()).isEqualTo(13);

    CrystalEntry framework = one(measured.resolve("xylib_1517474.cif"));
    assertThat(framework.crystal().siteCount()).isEqualTo(162);
    assertThat(framework.crystal().volume()).isCloseTo(3957.1, within(0.6));
    assertThat(framework.crystal().density()).isCloseTo(1.2271, within(1e-3));
    assertThat(framework.crystal().label(0)).isEqualTo("Zn1");
  }

  private static CrystalEntry one(Path file) {
    assertThat(CifReader.read(file)).as(file.toString()).hasSize(1);
    return CifReader.read(file).get(0);
  }
}
