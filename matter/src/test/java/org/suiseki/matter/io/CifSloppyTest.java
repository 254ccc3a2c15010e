package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.suiseki.matter.MatterException;

/** CIFs as programs and people really write them. */
class CifSloppyTest {
  private static final String SALT =
      """
      data_salt
      _cell_length_a 5.64
      _cell_length_b 5.64
      _cell_length_c 5.64
      _cell_angle_alpha 90
      _cell_angle_beta 90
      _cell_angle_gamma 90
      _symmetry_space_group_name_H-M 'F m -3 m'
      loop_
      _atom_site_label
      _atom_site_fract_x
      _atom_site_fract_y
      _atom_site_fract_z
      Na1 0 0 0
      Cl1 0.5 0.5 0.5
      """;

  private static final CrystalEntry RIGHT = one(SALT);

  @Test
  void theRightFileHasNoWarning() {
    assertThat(RIGHT.crystal().siteCount()).isEqualTo(8);
    assertThat(RIGHT.warnings()).isEmpty();
  }

  @Test
  void spellingsThatMeanTheSameReadTheSame() {
    same(SALT.replace("\n", "\r\n"));
    same(SALT.replace("\n", "\r"));
    same(SALT.replace(" ", "\t"));
    same(SALT.replace(" ", "   ").replace("\n", "  # a comment\n"));
    same(SALT.toUpperCase(java.util.Locale.ROOT).replace("NA1", "Na1").replace("CL1", "Cl1"));
    same(SALT.replace("_cell_", "_cell.").replace("_atom_site_", "_atom_site."));
    same(SALT.replace("5.64", "'5.64'"));
    same(SALT.replace("5.64", "\n;5.64\n;"));
    same("\uFEFF#\\#CIF_1.1\n" + SALT);
    same(SALT + "\u001A");
    same("save_frame\n_cell_length_a 99\nsave_\n" + SALT);
    same(SALT.replace("_cell_angle_alpha", "save_x _cell_length_a 9 save_\n_cell_angle_alpha"));
    same(SALT.replace("_cell_length_b", "_loop\n_cell_length_b"));
    same(
        SALT.replace(
            "_cell_length_b", "_publ_text\n;\ndata_other\n_cell_length_a 7\n;\n_cell_length_b"));
    same(SALT.replace("Na1 0 0 0", "\nNa1 0\n0\n\n0\n"));
  }

  private static void same(String text) {
    CrystalEntry entry = one(text);
    assertThat(entry.crystal()).as(text).isEqualTo(RIGHT.crystal());
  }

  @Test
  void faultsThatCanBeUnderstoodGiveAWarning() {
    warned(SALT.replace("data_salt\n", ""), "No data_ line stands before the first data name.");
    warned(
        SALT.replace("'F m -3 m'", "F m -3 m"),
        "The value of _symmetry_space_group_name_H-M in line 8 has blanks and no quotes.");
    warned(SALT.replace("'F m -3 m'", "'F m -3 m"), "A quote in line 8 is not closed.");
    warned(
        SALT.replace("5.64\n_cell_length_b", "5.64 Å\n_cell_length_b"),
        "The cell length '5.64 Å' in line 2 was read as 5.64.");
    warned(
        SALT.replace("_c 5.64", "_c 5,64"), "The cell length '5,64' in line 4 was read as 5.64.");
    warned(
        SALT.replace("loop_", "stray words\nloop_"), "The text in line 9 belongs to no data name.");
    warned(
        SALT.replace("loop_", "_cell_length_a 5.7\nloop_"),
        "_cell_length_a is given again in line 9; the first is used.");
    warned(
        SALT + "_publ_text\n;never closed\nin this file\n",
        "The text that begins in line 17 is not closed by a semicolon.");
    warned(
        SALT.replace("loop_", "_cell_formula_units_Z\nloop_"),
        "The data name in line 9 has no value.");
    warned(
        SALT.replace("loop_", "_chemical_formula_sum 'Na2 Cl'\nloop_"),
        "The formula is Na2Cl, the atoms add up to NaCl.");
    warned(
        SALT.replace("0.5 0.5 0.5", "\u22120.5 0.5 0.5"),
        "The coordinate '\u22120.5' in line 15 was read as -0.5.");
  }

  private static void warned(String text, String warning) {
    CrystalEntry entry = one(text);
    assertThat(entry.warnings()).contains(warning);
    assertThat(entry.crystal().siteCount()).as(text).isEqualTo(8);
    assertThat(entry.crystal().volume()).isEqualTo(RIGHT.crystal().volume());
  }

  @Test
  void oldTextIsLatin() {
    String text = SALT + "_publ_author_name 'Müller, É.'\n_chemical_name_mineral 'Åkermanite'\n";
    CrystalEntry entry = one(text, StandardCharsets.ISO_8859_1);
    assertThat(entry.warnings())
        .containsExactly("Line 16 is not UTF-8; it was read as ISO-8859-1.");
    assertThat(entry.properties()).containsEntry("_chemical_name_mineral", "Åkermanite");
    assertThat(one(text).warnings()).isEmpty();
  }

  @Test
  void theSecondVersionIsRead() {
    String text =
        "#\\#CIF_2.0\n"
            + SALT.replace("'F m -3 m'", "\"\"\"F m -3 m\"\"\"")
            + "_matrix [[1 0 0] [0 'a]' 0]\n# a comment ]\n[0 0 1]]\n"
            + "_table {'key':\"va}lue\" \"other\":[1 2]}\n"
            + "_chemical_name_common '''rock\nsalt''' _publ_section_title \"a 'b' c\"\n";
    CrystalEntry entry = one(text);
    assertThat(entry.warnings()).isEmpty();
    assertThat(entry.crystal()).isEqualTo(RIGHT.crystal());
    assertThat(entry.properties())
        .containsEntry("_chemical_name_common", "rock\nsalt")
        .containsEntry("_publ_section_title", "a 'b' c");
  }

  @Test
  void textFieldsMayBeFoldedAndPrefixed() {
    String folded = SALT + "_publ_section_title\n;\\\nOne line \\\nof two\nand one\n;\n";
    assertThat(one(folded).properties())
        .containsEntry("_publ_section_title", "One line of two\nand one");
    String prefixed = SALT + "_publ_section_title\n;>\\\n>;not the end\n>text\n;\n";
    assertThat(one(prefixed).properties())
        .containsEntry("_publ_section_title", ";not the end\ntext");
    String both = SALT + "_publ_section_title\n;> \\\\\n> a\\\n> b\n;\n";
    assertThat(one(both).properties()).containsEntry("_publ_section_title", "ab");
  }

  @Test
  void quotesWithinWordsAreCharacters() {
    String text =
        SALT.replace("Na1", "\"Na1'\"").replace("Cl1", "Cl1'")
            + "_chemical_name_common 'a dog's life'\n";
    CrystalEntry entry = one(text);
    assertThat(entry.crystal().label(0)).isEqualTo("Na1'");
    assertThat(entry.crystal().label(7)).isEqualTo("Cl1'");
    assertThat(entry.properties()).containsEntry("_chemical_name_common", "a dog's life");
  }

  @Test
  void rubbishIsRefusedSoon() {
    Random random = new Random(11);
    byte[] noise = new byte[3_000_000];
    random.nextBytes(noise);
    assertThatThrownBy(() -> CifReader.read(new ByteArrayInputStream(noise), "noise"))
        .isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> CifReader.read(new ByteArrayInputStream(new byte[0]), "nothing"))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("nothing: There is no data name in it, so it is no CIF.");
    String brackets = "#\\#CIF_2.0\ndata_x\n_x " + "[".repeat(1_000_000);
    assertThatThrownBy(() -> one(brackets)).isInstanceOf(MatterException.class);
    String line = "data_x\n_x " + "a".repeat(17 << 20);
    assertThatThrownBy(() -> one(line)).hasMessageContaining("test.cif:2: The line is longer than");
  }

  @Test
  void hostileSizesAreBounded() {
    StringBuilder same = new StringBuilder(SALT);
    StringBuilder close = new StringBuilder(SALT);
    for (int i = 0; i < 20_000; i++) {
      same.append("Na").append(i).append(" 0 0 0\n");
      close.append("Na").append(i).append(" 0.").append(100_000 + i).append(" 0.1 0.2\n");
    }
    assertThat(one(same.toString()).crystal().siteCount()).isEqualTo(8);
    assertThat(one(close.toString()).warnings()).isNotEmpty();
    StringBuilder operations =
        new StringBuilder(SALT).append("loop_\n_space_group_symop_operation_xyz\n");
    for (int i = 0; i < 10_000; i++) {
      operations.append("x,y,z+").append(i).append("/10007\n");
    }
    assertThatThrownBy(() -> one(operations.toString())).isInstanceOf(MatterException.class);
  }

  private static CrystalEntry one(String text) {
    return one(text, StandardCharsets.UTF_8);
  }

  private static CrystalEntry one(String text, Charset charset) {
    List<CrystalEntry> entries =
        CifReader.read(new ByteArrayInputStream(text.getBytes(charset)), "test.cif");
    assertThat(entries).hasSize(1);
    return entries.get(0);
  }
}
