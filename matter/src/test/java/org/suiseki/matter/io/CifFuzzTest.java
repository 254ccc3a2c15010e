package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CifFuzzTest {
  private static final List<String> CORPUS =
      List.of(
          """
          data_quartz
          _cell_length_a 4.9134(2)
          _cell_length_b 4.9134
          _cell_length_c 5.4052(3)
          _cell_angle_alpha 90
          _cell_angle_beta 90
          _cell_angle_gamma 120
          _space_group_IT_number 152
          _symmetry_space_group_name_H-M 'P 31 2 1'
          loop_
          _symmetry_equiv_pos_as_xyz
          x,y,z
          -y,x-y,z+1/3
          -x+y,-x,z+2/3
          'y, x, -z'
          x-y,-y,-z+2/3
          -x,-x+y,-z+1/3
          loop_
          _atom_site_label
          _atom_site_type_symbol
          _atom_site_fract_x
          _atom_site_fract_y
          _atom_site_fract_z
          _atom_site_occupancy
          Si1 Si4+ 0.4697(1) 0 0 1.0
          O1 O2- 0.4135 0.2669 0.1191 ?
          """,
          """
          #\\#CIF_2.0
          data_table
          _cell.length_a 5.64
          _cell.length_b 5.64
          _cell.length_c 5.64
          _list [1 2 [3 'a' "b"] {'k':v}]
          _text \"""two
          lines\"""
          _space_group_name_Hall "-F 4 2 3"
          loop_
          _atom_site.label
          _atom_site.fract_x
          _atom_site.fract_y
          _atom_site.fract_z
          Na1 0 0 0
          Cl1 1/2 0.5 .5
          save_frame
          _item x
          save_
          """,
          """
          _cell_length_a 10
          _cell_length_b 11
          _cell_length_c 12
          _cell_angle_alpha 91
          _cell_angle_beta 92
          _cell_angle_gamma 93
          _symmetry_space_group_name_H-M P -1
          _publ_section_title
          ;
           A title
          ;
          loop_
          _atom_site_label
          _atom_site_fract_x
          _atom_site_fract_y
          _atom_site_fract_z
          _atom_site_occupancy
          _atom_site_disorder_assembly
          _atom_site_disorder_group
          _atom_site_U_iso_or_equiv
          C1A 0.1 0.2 0.3 0.6 A 1 0.03
          C1B 0.11 0.21 0.3 0.4 A 2 0.03
          O1 0.01 0 0 0.5 . -1 0.05(1)
          Q1 . . . 1 . . .
          Fe1 0.5 0.5 0.5 0.7 . . 0.01
          Mn1 0.5 0.5 0.5 0.3 . . 0.01
          loop_
          _atom_type_symbol
          _atom_type_oxidation_number
          Fe 3
          Mn +2
          data_second
          loop_ _refln_index_h _refln_index_k 1 2 3 4
          """);

  @Test
  void damagedFilesGiveACrystalOrATypedError() throws InterruptedException {
    ReaderFuzz.Outcome outcome =
        ReaderFuzz.run(
            CORPUS.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList(),
            input -> CifReader.read(new ByteArrayInputStream(input), "fuzz"));
    // Most damage leaves a crystal that can be read; a good part does not.
    assertThat(outcome.accepted()).isGreaterThan(100);
    assertThat(outcome.refused()).isGreaterThan(100);
  }
}
