package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.Species;

class CifReaderTest {
  private static final String CUBE =
      """
      data_cube
      _cell_length_a 4
      _cell_length_b 4
      _cell_length_c 4
      _cell_angle_alpha 90
      _cell_angle_beta 90
      _cell_angle_gamma 90
      """;

  private static final String P1 = "loop_ _space_group_symop_operation_xyz x,y,z\n";

  private static final String SITES =
      "loop_ _atom_site_label _atom_site_fract_x _atom_site_fract_y _atom_site_fract_z\n";

  private static final String OCCUPIED =
      "loop_ _atom_site_label _atom_site_fract_x _atom_site_fract_y _atom_site_fract_z"
          + " _atom_site_occupancy\n";

  @Test
  void numbersHaveUncertaintiesAndCellsAnglesByDefault() {
    CrystalEntry entry =
        one(
            "data_a\n_cell_length_a 4.913(2)\n_cell_length_b 5\n_cell_length_c 6.1(12)\n"
                + "_cell_angle_gamma 120.\n"
                + P1
                + SITES
                + "Si1 .5(1) -0.25 1e-1(3)\n");
    assertThat(entry.crystal().lattice().a()).isCloseTo(4.913, within(1e-12));
    assertThat(entry.crystal().lattice().gamma()).isCloseTo(120, within(1e-12));
    assertThat(entry.crystal().fractionalCoordinates()).containsExactly(0.5, -0.25, 0.1);
    assertThat(entry.warnings())
        .containsExactly(
            "_cell_angle_alpha is missing and was taken as 90°.",
            "_cell_angle_beta is missing and was taken as 90°.");
    assertThat(entry.id()).isEqualTo("a");
    assertThat(entry.place()).isEqualTo(Place.line("test.cif", 1));
  }

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
  void speciesOnOnePositionShareTheSite() {
    CrystalEntry entry =
        one(CUBE + P1 + OCCUPIED + "Mg1 0 0 0 0.7(1)\nFe1 0 0.0001 0 0.3\nO1 0.5 0.5 0.5 .\n");
    assertThat(entry.crystal().siteCount()).isEqualTo(2);
    assertThat(entry.crystal().occupation(0).toString()).isEqualTo("Mg:0.7 Fe:0.3");
    assertThat(entry.crystal().label(0)).isEqualTo("Mg1/Fe1");
    assertThat(entry.crystal().occupation(1).ordered()).isTrue();
    assertThat(entry.warnings()).isEmpty();
  }

  @Test
  void occupanciesAboveOneAreScaledOrRefused() {
    CrystalEntry slight =
        one(CUBE + P1 + OCCUPIED + "Mg1 0 0 0 0.67\nFe1 0 0 0 0.35\nO1 .5 .5 .5 1.01\n");
    assertThat(slight.crystal().occupation(0).total()).isCloseTo(1, within(1e-12));
    assertThat(slight.crystal().occupation(1).toString()).isEqualTo("O");
    assertThat(slight.warnings())
        .containsExactly(
            "The occupancy of Mg1/Fe1, 1.02 in all, was scaled to 1 (line 10).",
            "The occupancy of O1, 1.01 in all, was scaled to 1 (line 12).");
    assertThatThrownBy(() -> one(CUBE + P1 + OCCUPIED + "Mg1 0 0 0 0.7\nFe1 0 0 0 0.4\n"))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining(
            "test.cif:11:1: The occupancies of Mg1/Fe1, which lie on one site, add up to 1.1.");
    assertThatThrownBy(() -> one(CUBE + P1 + OCCUPIED + "Mg1 0 0 0 70\n"))
        .hasMessageContaining("test.cif:10:11: The occupancy is 70.0.");
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
  void overlapIsTold() {
    assertThat(one(CUBE + P1 + SITES + "Na 0 0 0\nCl 0.1 0 0\n").warnings())
        .containsExactly(
            "Atoms overlap, and their occupancies add up to more than 1: Na and Cl are 0.400 Å"
                + " apart.");
  }

  @ParameterizedTest
  @CsvSource({
    "Fe, Fe",
    "Fe3+, Fe3+",
    "Fe+3, Fe3+",
    "FE, Fe",
    "fe, Fe",
    "O2-, O2-",
    "O-2, O2-",
    "Cl1-, Cl-",
    "D, D",
    "T, T",
    "Cu0+, Cu0+",
    "Zn+2, Zn2+",
    "FE3+, Fe3+"
  })
  void typeSymbolsAreRead(String type, String species) {
    CrystalEntry entry = one(typed(type));
    assertThat(entry.crystal().occupation(0).toString()).isEqualTo(species);
    assertThat(entry.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Fea, Fe", "Siva, Si", "Cval, C", "Wat, O", "OW, O", "OH, O", "HW, H", "O-H, O"})
  void looserTypeSymbolsAreGuessedWithAWarning(String type, String symbol) {
    CrystalEntry entry = one(typed(type));
    assertThat(entry.crystal().element(0).symbol()).isEqualTo(symbol);
    assertThat(entry.warnings())
        .containsExactly("'" + type + "' in line 11 was taken as " + symbol + ".");
  }

  private static String typed(String type) {
    return CUBE
        + P1
        + "loop_ _atom_site_label _atom_site_type_symbol _atom_site_fract_x"
        + " _atom_site_fract_y\n_atom_site_fract_z\n"
        + "a1 "
        + type
        + " 0 0 0\n";
  }

  @Test
  void aTypeMayBeAMixture() {
    assertThat(one(typed("'0.75Si + 0.25Al'")).crystal().occupation(0).toString())
        .isEqualTo("Al:0.25 Si:0.75");
    assertThatThrownBy(() -> one(typed("'0.75Si + 0.75Al'")))
        .hasMessageContaining("test.cif:11:4: The occupancies");
    assertThatThrownBy(() -> one(typed("'0.75Xx + 0.25Al'")))
        .hasMessageContaining("test.cif:11:4: The type symbol '0.75Xx + 0.25Al' names no element.");
  }

  @ParameterizedTest
  @CsvSource({"Fe1, Fe", "C12A, C", "Ca(1), Ca", "O1W, O", "H2', H", "Na+, Na", "Cl_2, Cl"})
  void labelsTellTheElement(String label, String symbol) {
    assertThat(one(CUBE + P1 + SITES + label + " 0 0 0\n").crystal().element(0).symbol())
        .isEqualTo(symbol);
  }

  @Test
  void theFormulaSettlesLabelsInCapitals() {
    String formula = "_chemical_formula_sum 'C1 H1'\n";
    Crystal organic = one(CUBE + formula + P1 + SITES + "CA 0 0 0\nHO 0.3 0 0\n").crystal();
    assertThat(organic.element(0)).isEqualTo(Element.C);
    assertThat(organic.element(1)).isEqualTo(Element.H);
    String oxide = "_chemical_formula_sum 'Ca1 Ho1'\n";
    Crystal inorganic = one(CUBE + oxide + P1 + SITES + "CA 0 0 0\nHO 0.5 0 0\n").crystal();
    assertThat(inorganic.element(0)).isEqualTo(Element.Ca);
    assertThat(inorganic.element(1)).isEqualTo(Element.Ho);
  }

  @Test
  void dummiesAndUnknownPlacesAreLeftOut() {
    CrystalEntry entry =
        one(
            CUBE
                + P1
                + OCCUPIED
                + "Na 0 0 0 1\nQ1 0.1 0.1 0.1 1\nX2 0 0 .2 1\nH1 ? ? ? 1\nCl .5 .5 .5 0\n");
    assertThat(entry.crystal().siteCount()).isEqualTo(1);
    assertThat(entry.warnings())
        .containsExactly(
            "4 listed atom(s) were left out, being dummies or vacancies like Q1 (line 11); dummies"
                + " or vacancies like X2 (line 12); without coordinates (line 13); of occupancy 0"
                + " (line 14).");
    assertThatThrownBy(() -> one(CUBE + P1 + OCCUPIED + "Xx1 0 0 0 1\nJ 0.1 0 0 1\n"))
        .hasMessageContaining("test.cif:10:1: The label 'Xx1' names no element.");
  }

  @Test
  void oxidationNumbersComeFromTheListOfTypes() {
    CrystalEntry entry =
        one(
            CUBE
                + P1
                + "loop_ _atom_type_symbol _atom_type_oxidation_number\nFe3+ 3\nO -2.0\nNa ?\n"
                + "loop_ _atom_site_label _atom_site_type_symbol _atom_site_fract_x"
                + " _atom_site_fract_y _atom_site_fract_z\n"
                + "Fe1 Fe3+ 0 0 0\nO1 O .5 0 0\nNa1 Na 0 .5 0\n");
    assertThat(entry.crystal().occupation(0).dominant()).isEqualTo(Species.of(Element.Fe, 3));
    assertThat(entry.crystal().occupation(1).dominant()).isEqualTo(Species.of(Element.O, -2));
    assertThat(entry.crystal().occupation(2).dominant()).isEqualTo(Species.of(Element.Na));
  }

  @Test
  void cartesianCoordinatesAreRead() {
    CrystalEntry entry =
        one(
            CUBE
                + P1
                + "loop_ _atom_site_label _atom_site_Cartn_x _atom_site_Cartn_y"
                + " _atom_site_Cartn_z\nNa 2 -1 0.4\n");
    assertThat(entry.crystal().fractionalCoordinates()).containsExactly(0.5, -0.25, 0.1);
  }

  @Test
  void disorderIsKeptOrResolved() {
    String groups =
        "loop_ _atom_site_label _atom_site_fract_x _atom_site_fract_y"
            + " _atom_site_fract_z _atom_site_occupancy _atom_site_disorder_assembly"
            + " _atom_site_disorder_group\n";
    CrystalEntry kept =
        one(CUBE + P1 + groups + "C1A 0.1 0 0 0.6 A 1\nC1B 0.2 0 0 0.4 A 2\nO 0 .5 .5 1 . .\n");
    assertThat(kept.crystal().siteCount()).isEqualTo(3);
    assertThat(kept.crystal().composition().amount(Element.C)).isCloseTo(1, within(1e-12));
    assertThat(kept.warnings())
        .containsExactly(
            "2 of the listed atoms are disordered; they are kept with their" + " occupancies.");
    CrystalEntry resolved =
        one(CUBE + P1 + groups + "C1A 0.1 0 0 0.5 A 1\nC1B 0.2 0 0 ? A 2\nO 0 .5 .5 1 . .\n");
    assertThat(resolved.crystal().siteCount()).isEqualTo(2);
    assertThat(resolved.crystal().label(0)).isEqualTo("C1B");
    assertThat(resolved.warnings()).hasSize(2).last().asString().startsWith("1 of them were left");
    CrystalEntry special =
        one(CUBE + "_symmetry_space_group_name_H-M P-1\n" + groups + "C1 0.02 0 0 ? . -1\n");
    assertThat(special.crystal().siteCount()).isEqualTo(2);
    assertThat(special.crystal().composition().amount(Element.C)).isCloseTo(1, within(1e-12));
  }

  @Test
  void blocksWithoutAtomsArePassedOver() {
    List<CrystalEntry> entries =
        read(
            "data_global\n_publ_section_title 'A'\n"
                + CUBE
                + P1
                + SITES
                + "Na 0 0 0\n"
                + "data_pattern\nloop_ _pd_meas_2theta_scan _pd_meas_counts_total 10 1 11 2\n"
                + CUBE.replace("cube", "other")
                + P1
                + SITES
                + "K 0 0 0\ndata_end\n_audit_x y\n");
    assertThat(entries).extracting(CrystalEntry::id).containsExactly("cube", "other");
    assertThat(entries.get(0).warnings()).isEmpty();
    assertThat(entries.get(1).warnings())
        .containsExactly("3 block(s) without atoms were passed over: global, pattern, end.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "data_p _pd_meas_x 1 | its 1 block(s) hold powder diffraction data.",
        "data_c _cell_length_a 1 | its 1 block(s) hold a cell without sites.",
        "data_l _chem_comp.id ALA | hold a chemical component without a cell.",
        "data_h loop_ _refln_index_h 1 2 | hold reflections.",
        "data_d _dictionary.title x | hold a dictionary of data names.",
        "hello world | There is no data name in it, so it is no CIF."
      })
  void aFileWithoutCrystalIsToldFor(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining(message);
  }

  @Test
  void atomsWithoutCellAreAnError() {
    assertThatThrownBy(() -> one("data_x\n" + SITES + "Na 0 0 0\n"))
        .hasMessageContaining("test.cif:1: The atoms have no cell: _cell_length_a is missing.");
    assertThatThrownBy(() -> one(CUBE.replace("_a 4", "_a ?") + SITES + "Na 0 0 0\n"))
        .hasMessageContaining("test.cif:2:16: The atoms have no cell");
    assertThatThrownBy(() -> one(CUBE.replace("alpha 90", "alpha 190") + SITES + "Na 0 0 0\n"))
        .hasMessageContaining("test.cif:2:16: No cell has the parameters");
  }

  @Test
  void aRowThatIsNotCompleteIsFound() {
    assertThatThrownBy(() -> one(CUBE + P1 + SITES + "Na 0 0 0\nCl 0.5 0.5\nK 0.1 0 0\n"))
        .hasMessageContaining("test.cif:11: The loop in line 9 has 4 columns and 11 values");
    assertThatThrownBy(() -> one(CUBE + P1 + SITES + "Na 0 0 0\nCl 0.5 zero 0.5\n"))
        .hasMessageContaining("test.cif:11:8: The coordinate is 'zero', not a number.");
  }

  /** A hundred megabytes, a million data names, a million rows: none of it is held. */
  @Test
  void whatIsNotWantedIsNotHeld() {
    byte[] names = repeated("_name_%d value\n", 200_000);
    byte[] rows = repeated("%d 0 -1 17.25 0.33 o\n", 200_000);
    String loop = "loop_ _refln_index_h _refln_index_k _refln_index_l _refln_f _refln_s _refln_o\n";
    byte[] text = repeated("line %d of a long text\n", 100_000);
    Stream<byte[]> parts =
        Stream.of(
            bytes(CUBE),
            names,
            bytes(loop),
            rows,
            bytes("_shelx_hkl_file\n;\n"),
            text,
            bytes(";\n" + P1 + SITES + "Na 0 0 0\n"),
            names);
    InputStream all =
        new SequenceInputStream(
            Collections.enumeration(
                parts.map(part -> (InputStream) new ByteArrayInputStream(part)).toList()));
    List<CrystalEntry> entries = CifReader.read(all, "large.cif");
    assertThat(entries).hasSize(1);
    assertThat(entries.get(0).warnings()).isEmpty();
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

  private static byte[] repeated(String format, int count) {
    StringBuilder text = new StringBuilder();
    String[] parts = format.split("%d", -1);
    for (int i = 0; i < count; i++) {
      text.append(parts[0]).append(i).append(parts[1]);
    }
    return bytes(text.toString());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static CrystalEntry one(String text) {
    List<CrystalEntry> entries = read(text);
    assertThat(entries).hasSize(1);
    return entries.get(0);
  }

  private static List<CrystalEntry> read(String text) {
    return CifReader.read(new ByteArrayInputStream(bytes(text)), "test.cif");
  }
}
