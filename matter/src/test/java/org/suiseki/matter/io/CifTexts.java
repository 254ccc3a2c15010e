package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Parts of small CIF files, and the reading of what is put together of them. */
final class CifTexts {
  static final String CUBE =
      """
      data_cube
      _cell_length_a 4
      _cell_length_b 4
      _cell_length_c 4
      _cell_angle_alpha 90
      _cell_angle_beta 90
      _cell_angle_gamma 90
      """;

  static final String P1 = "loop_ _space_group_symop_operation_xyz x,y,z\n";

  static final String SITES =
      "loop_ _atom_site_label _atom_site_fract_x _atom_site_fract_y _atom_site_fract_z\n";

  static final String OCCUPIED =
      "loop_ _atom_site_label _atom_site_fract_x _atom_site_fract_y _atom_site_fract_z"
          + " _atom_site_occupancy\n";

  private CifTexts() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static CrystalEntry one(String text) {
    List<CrystalEntry> entries = read(text);
    assertThat(entries).hasSize(1);
    return entries.get(0);
  }

  static List<CrystalEntry> read(String text) {
    return CifReader.read(new ByteArrayInputStream(bytes(text)), "test.cif");
  }
}
