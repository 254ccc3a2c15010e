package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.suiseki.matter.io.CifTexts.CUBE;
import static org.suiseki.matter.io.CifTexts.OCCUPIED;
import static org.suiseki.matter.io.CifTexts.P1;
import static org.suiseki.matter.io.CifTexts.SITES;
import static org.suiseki.matter.io.CifTexts.bytes;
import static org.suiseki.matter.io.CifTexts.one;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.matter.Crystal;

/** From the listed atoms and whatever a file says of its symmetry to the whole cell. */
class CifSymmetryTest {
  @ParameterizedTest
  @ValueSource(strings = {"'F m -3 m'", "Fm-3m", "'F m 3 m'", "F m -3 m"})
  void symbolsStandInForOperations(String symbol) {
    CrystalEntry entry =
        one(
            CUBE
                + "_symmetry_space_group_name_H-M "
                + symbol
                + "\n"
                + SITES
                + "Na 0 0 0\nCl 0.5 0.5 0.5\n");
    assertThat(entry.crystal().siteCount()).isEqualTo(8);
  }

  @Test
  void theHallSymbolGoesBeforeTheOtherNames() {
    String names = "_space_group_name_Hall 'P 2ac 2ab'\n_space_group_name_H-M_alt 'P 1'\n";
    assertThat(one(CUBE + names + SITES + "Na 0.1 0.2 0.3\n").crystal().siteCount()).isEqualTo(4);
    CrystalEntry odd =
        one(
            CUBE
                + "_space_group_name_Hall 'Q 9'\n_space_group_IT_number 2\n"
                + SITES
                + "Na 0.1 0.2 0.3\n");
    assertThat(odd.crystal().siteCount()).isEqualTo(2);
    assertThat(odd.warnings()).containsExactly("The Hall symbol 'Q 9' is not known.");
  }

  @Test
  void aNumberAloneLeavesTheOriginOpen() {
    CrystalEntry diamond = one(CUBE + "_space_group_IT_number 227\n" + SITES + "C 0 0 0\n");
    assertThat(diamond.crystal().siteCount()).isEqualTo(8);
    assertThat(diamond.warnings())
        .containsExactly(
            "The file leaves the setting of the space group open; it was taken as Fd-3m:1 (227).");
    // In the second setting the same place has sixteen images: what the file says of it decides.
    String other = "_space_group_IT_number 227\n_chemical_formula_sum Si\n";
    String eighth = SITES + "Si 0.125 0.125 0.125\n";
    assertThat(one(CUBE + other + "_cell_formula_units_Z 8\n" + eighth).warnings())
        .containsExactly(
            "The file leaves the setting of the space group open; it was taken as Fd-3m:2 (227).");
    assertThat(one(CUBE + other + "_cell_formula_units_Z 16\n" + eighth).crystal().siteCount())
        .isEqualTo(16);
    String second = "_space_group_IT_coordinate_system_code 2\n";
    assertThat(
            one(CUBE + "_space_group_IT_number 227\n" + second + SITES + "C 0.125 .125 .125\n")
                .crystal()
                .siteCount())
        .isEqualTo(8);
  }

  @Test
  void anUnknownSymbolGivesWayToTheNumber() {
    CrystalEntry entry =
        one(
            CUBE
                + "_symmetry_space_group_name_H-M 'Q 17'\n_symmetry_Int_Tables_number 2\n"
                + SITES
                + "Na 0.1 0.2 0.3\n");
    assertThat(entry.crystal().siteCount()).isEqualTo(2);
    assertThat(entry.warnings())
        .containsExactly("The space-group symbol 'Q 17' is not known; that of number 2 was taken.");
  }

  @Test
  void rhombohedralAxesAreToldByTheCell() {
    String angles =
        "_cell_length_b 5\n_cell_length_c 5\n_cell_angle_alpha 55\n"
            + "_cell_angle_beta 55\n_cell_angle_gamma 55\n";
    String symbol = "_symmetry_space_group_name_H-M 'R -3 c'\n";
    CrystalEntry entry =
        one(
            "data_r\n_cell_length_a 5\n"
                + angles
                + symbol
                + SITES
                + "Al 0.352 0.352 0.352\nO 0.556 -0.056 0.25\n");
    // Corundum in its primitive cell: two formula units.
    assertThat(entry.crystal().siteCount()).isEqualTo(10);
    assertThat(entry.warnings()).isEmpty();
  }

  @Test
  void operationsThatAreNotThoseOfTheSymbolAreUsedWithAWarning() {
    CrystalEntry entry =
        one(CUBE + P1 + "_symmetry_space_group_name_H-M 'F m -3 m'\n" + SITES + "Na 0 0 0\n");
    assertThat(entry.crystal().siteCount()).isEqualTo(1);
    assertThat(entry.warnings())
        .containsExactly(
            "The 1 symmetry operations are not those of Fm-3m (225), which the file names too;"
                + " the operations were used.");
  }

  @Test
  void withoutSymmetryTheListedAtomsAreAll() {
    CrystalEntry entry = one(CUBE + SITES + "Na 0 0 0\n");
    assertThat(entry.crystal().siteCount()).isEqualTo(1);
    assertThat(entry.warnings())
        .containsExactly(
            "Neither symmetry operations nor a space group that is known are given: P 1.");
  }

  @Test
  void operationsMayLackQuotes() {
    String operations =
        "loop_\n_symmetry_equiv_pos_site_id\n_symmetry_equiv_pos_as_xyz\n"
            + "1 x, y, z\n2 -x , -y, - z\n3 '-x,y+1/2,-z'\n4 X,-Y+.5,Z\n";
    assertThat(one(CUBE + operations + SITES + "Na 0.1 0.1 0.3\n").crystal().siteCount())
        .isEqualTo(4);
  }

  @Test
  void roundedCoordinatesReachSpecialPositions() {
    String hexagonal =
        "data_h\n_cell_length_a 3.2\n_cell_length_b 3.2\n_cell_length_c 5.2\n"
            + "_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 120\n"
            + "_symmetry_space_group_name_H-M 'P 63/m m c'\n";
    for (String third : new String[] {"0.333 0.667", "0.3333 0.6667", "1/3 2/3", "0.33 0.67"}) {
      Crystal magnesium = one(hexagonal + SITES + "Mg " + third + " 0.25\n").crystal();
      assertThat(magnesium.siteCount()).as(third).isEqualTo(2);
      assertThat(magnesium.fractional(0, 0)).isCloseTo(1.0 / 3, within(1e-12));
      assertThat(magnesium.fractional(0, 1)).isCloseTo(2.0 / 3, within(1e-12));
    }
    assertThat(one(hexagonal + SITES + "Mg 0.33 0.67 0.25\n").warnings())
        .containsExactly(
            "1 atom(s) were moved onto special positions, the farthest Mg in line 10 by 0.018 Å.");
    assertThat(one(hexagonal + SITES + "Mg 0.3333 0.6667 0.25\n").warnings())
        .containsExactly(
            "Coordinates like 0.3333 in line 10 were taken as the fraction they round.");
    // A refined coordinate is what it says.
    assertThat(one(CUBE + P1 + SITES + "Mg 0.3333(2) 0 0\n").crystal().fractional(0, 0))
        .isEqualTo(0.3333);
    assertThat(one(CUBE + P1 + SITES + "Mg 0.333 0 0.33330000\n").crystal().fractional(0, 2))
        .isEqualTo(0.3333);
  }

  @Test
  void anAtomPartlyThereMayLieBesideItsImage() {
    String inversion = "_symmetry_space_group_name_H-M P-1\n";
    assertThat(one(CUBE + inversion + SITES + "Na 0.02 0 0\n").crystal().siteCount())
        .as("a whole atom 0.08 Å from the inversion centre lies on it")
        .isEqualTo(1);
    CrystalEntry half = one(CUBE + inversion + OCCUPIED + "Na 0.02 0 0 0.5\n");
    assertThat(half.crystal().siteCount()).isEqualTo(2);
    assertThat(half.warnings()).isEmpty();
  }

  @Test
  void atomsListedTogetherWithTheirImagesAreTakenOnce() {
    CrystalEntry entry =
        one(
            CUBE
                + "_symmetry_space_group_name_H-M 'I m -3 m'\n"
                + SITES
                + "Fe1 0 0 0\nFe2 0.5 0.5 0.5\n");
    assertThat(entry.crystal().siteCount()).isEqualTo(2);
    assertThat(entry.warnings())
        .containsExactly(
            "1 listed atom(s) lie where another of their kind or its image lies, the last Fe2 in"
                + " line 11; each was taken once.");
  }

  @Test
  void toleranceIsAChoice() {
    String half = CUBE + "_symmetry_space_group_name_H-M P-1\n" + OCCUPIED + "Na 0.02 0 0 0.5\n";
    List<CrystalEntry> merged = new ArrayList<>();
    CifReader.each(new ByteArrayInputStream(bytes(half)), "x", 0.2, merged::add);
    assertThat(merged.get(0).crystal().siteCount()).isEqualTo(1);
    assertThatThrownBy(() -> CifReader.each(InputStream.nullInputStream(), "x", 1, e -> {}))
        .hasMessageContaining("The tolerance is 1.0 Å.");
  }
}
