package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.suiseki.matter.io.CifTexts.CUBE;
import static org.suiseki.matter.io.CifTexts.P1;
import static org.suiseki.matter.io.CifTexts.SITES;
import static org.suiseki.matter.io.CifTexts.bytes;
import static org.suiseki.matter.io.CifTexts.one;
import static org.suiseki.matter.io.CifTexts.read;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suiseki.matter.Element;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

class CifReaderTest {
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

  @Test
  void macromoleculesAreReadByTheNamesOfTheirDictionary() {
    CrystalEntry entry =
        one(
            "data_1ABC\n_cell.length_a 4\n_cell.length_b 5\n_cell.length_c 6\n"
                + "_cell.angle_alpha 90\n_cell.angle_beta 90\n_cell.angle_gamma 90\n"
                + "_symmetry.space_group_name_H-M 'P 21 21 21'\n_struct.title ?\n"
                + "loop_\n_atom_site.group_PDB\n_atom_site.id\n_atom_site.type_symbol\n"
                + "_atom_site.label_atom_id\n_atom_site.label_alt_id\n_atom_site.Cartn_x\n"
                + "_atom_site.Cartn_y\n_atom_site.Cartn_z\n_atom_site.occupancy\n"
                + "_atom_site.pdbx_PDB_model_num\n"
                + "ATOM 1 C CA . 1.000 1.500 0.300 1.00 1\nHETATM 2 FE FE . 2.1 3 2 0.5 1\n"
                + "ATOM 1 C CA . 1.000 1.500 0.300 1.00 2\n");
    assertThat(entry.crystal().siteCount()).isEqualTo(8);
    assertThat(entry.crystal().element(0)).isEqualTo(Element.C);
    assertThat(entry.crystal().label(0)).isEqualTo("CA");
    assertThat(entry.crystal().fractional(0, 0)).isCloseTo(0.25, within(1e-12));
    assertThat(entry.crystal().element(4)).isEqualTo(Element.Fe);
    assertThat(entry.warnings()).containsExactly("Only the first of several models is read.");
  }

  @Test
  void magneticStructuresAreReadWithoutMoments() {
    CrystalEntry entry =
        one(
            CUBE
                + "loop_\n_space_group_symop_magn_operation.id\n"
                + "_space_group_symop_magn_operation.xyz\n1 x,y,z,+1\n2 -x,-y,-z,-1\n"
                + "loop_\n_space_group_symop_magn_centering.id\n"
                + "_space_group_symop_magn_centering.xyz\n1 x,y,z,+1\n2 x+1/2,y+1/2,z+1/2,-1\n"
                + SITES
                + "Mn 0.1 0.2 0.3\n");
    assertThat(entry.crystal().siteCount()).isEqualTo(4);
    assertThat(entry.warnings()).containsExactly("The magnetic moments are not read.");
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

  private static byte[] repeated(String format, int count) {
    StringBuilder text = new StringBuilder();
    String[] parts = format.split("%d", -1);
    for (int i = 0; i < count; i++) {
      text.append(parts[0]).append(i).append(parts[1]);
    }
    return bytes(text.toString());
  }
}
