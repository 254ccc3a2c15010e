package org.suiseki.matter.io;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The data names of a CIF that are read here, with their spellings: lower case, and an underscore
 * for the dot of DDL2 ({@code _cell.length_a}).
 */
enum CifTag {
  CELL_A(Role.STRUCTURE, "_cell_length_a"),
  CELL_B(Role.STRUCTURE, "_cell_length_b"),
  CELL_C(Role.STRUCTURE, "_cell_length_c"),
  CELL_ALPHA(Role.STRUCTURE, "_cell_angle_alpha"),
  CELL_BETA(Role.STRUCTURE, "_cell_angle_beta"),
  CELL_GAMMA(Role.STRUCTURE, "_cell_angle_gamma"),
  OPERATOR(Role.STRUCTURE, "_space_group_symop_operation_xyz"),
  OPERATOR_OLD(Role.STRUCTURE, "_symmetry_equiv_pos_as_xyz"),
  OPERATOR_MAGNETIC(Role.STRUCTURE, "_space_group_symop_magn_operation_xyz"),
  CENTRING_MAGNETIC(Role.STRUCTURE, "_space_group_symop_magn_centering_xyz"),
  HALL(Role.PROPERTY, "_space_group_name_hall"),
  HALL_OLD(Role.PROPERTY, "_symmetry_space_group_name_hall"),
  SYMBOL(Role.PROPERTY, "_space_group_name_h-m_alt"),
  SYMBOL_OLD(Role.PROPERTY, "_symmetry_space_group_name_h-m", "_space_group_name_h-m"),
  SYMBOL_FULL(
      Role.PROPERTY,
      "_space_group_name_h-m_full",
      "_symmetry_space_group_name_h-m_full",
      "_space_group_name_h-m_alt_full"),
  SETTING(Role.PROPERTY, "_space_group_it_coordinate_system_code"),
  NUMBER(Role.PROPERTY, "_space_group_it_number"),
  NUMBER_OLD(Role.PROPERTY, "_symmetry_int_tables_number"),
  LABEL(Role.STRUCTURE, "_atom_site_label"),
  TYPE(Role.STRUCTURE, "_atom_site_type_symbol"),
  X(Role.STRUCTURE, "_atom_site_fract_x"),
  Y(Role.STRUCTURE, "_atom_site_fract_y"),
  Z(Role.STRUCTURE, "_atom_site_fract_z"),
  CARTESIAN_X(Role.STRUCTURE, "_atom_site_cartn_x"),
  CARTESIAN_Y(Role.STRUCTURE, "_atom_site_cartn_y"),
  CARTESIAN_Z(Role.STRUCTURE, "_atom_site_cartn_z"),
  OCCUPANCY(Role.STRUCTURE, "_atom_site_occupancy"),
  ASSEMBLY(Role.STRUCTURE, "_atom_site_disorder_assembly"),
  GROUP(Role.STRUCTURE, "_atom_site_disorder_group", "_atom_site_label_alt_id"),
  CALCULATED(Role.STRUCTURE, "_atom_site_calc_flag"),
  MULTIPLICITY(
      Role.STRUCTURE, "_atom_site_symmetry_multiplicity", "_atom_site_site_symmetry_multiplicity"),
  U_ISO(Role.STRUCTURE, "_atom_site_u_iso_or_equiv"),
  B_ISO(Role.STRUCTURE, "_atom_site_b_iso_or_equiv"),
  LARGE_ID(Role.STRUCTURE, "_atom_site_id"),
  LARGE_NAME(Role.STRUCTURE, "_atom_site_label_atom_id"),
  LARGE_MODEL(Role.STRUCTURE, "_atom_site_pdbx_pdb_model_num"),
  ATOM_TYPE(Role.STRUCTURE, "_atom_type_symbol"),
  OXIDATION_NUMBER(Role.STRUCTURE, "_atom_type_oxidation_number"),
  MODULATION(Role.STRUCTURE, "_cell_modulation_dimension"),
  FORMULA_SUM(Role.PROPERTY, "_chemical_formula_sum"),
  FORMULA_STRUCTURAL(Role.DESCRIPTION, "_chemical_formula_structural"),
  FORMULA_MOIETY(Role.DESCRIPTION, "_chemical_formula_moiety"),
  NAME_SYSTEMATIC(Role.DESCRIPTION, "_chemical_name_systematic"),
  NAME_COMMON(Role.DESCRIPTION, "_chemical_name_common"),
  NAME_MINERAL(Role.DESCRIPTION, "_chemical_name_mineral", "_amcsd_formula_title"),
  NAME_STRUCTURE(Role.DESCRIPTION, "_chemical_name_structure_type"),
  PHASE(Role.DESCRIPTION, "_pd_phase_name"),
  UNITS(Role.PROPERTY, "_cell_formula_units_z"),
  VOLUME(Role.PROPERTY, "_cell_volume"),
  DENSITY(Role.PROPERTY, "_exptl_crystal_density_diffrn"),
  CELL_TEMPERATURE(Role.DESCRIPTION, "_cell_measurement_temperature"),
  TEMPERATURE(Role.DESCRIPTION, "_diffrn_ambient_temperature", "_diffrn_ambient_temp"),
  PRESSURE(Role.DESCRIPTION, "_diffrn_ambient_pressure"),
  CELL_PRESSURE(Role.DESCRIPTION, "_cell_measurement_pressure"),
  R_FACTOR(Role.PROPERTY, "_refine_ls_r_factor_gt", "_refine_ls_r_factor_all"),
  COD(Role.DESCRIPTION, "_cod_database_code"),
  ICSD(Role.DESCRIPTION, "_database_code_icsd"),
  CCDC(Role.DESCRIPTION, "_database_code_depnum_ccdc_archive"),
  CSD(Role.DESCRIPTION, "_database_code_csd"),
  AMCSD(Role.DESCRIPTION, "_database_code_amcsd"),
  DOI(Role.DESCRIPTION, "_journal_paper_doi", "_citation_doi", "_citation_journal_doi"),
  TITLE(Role.DESCRIPTION, "_publ_section_title", "_struct_title"),
  CREATED(Role.PROPERTY, "_audit_creation_method");

  private enum Role {
    STRUCTURE,
    /** Told of the crystal, and true only of this cell, setting or refinement. */
    PROPERTY,
    /** Told of the substance, however it is described. */
    DESCRIPTION
  }

  /** As {@link CifTag} spells it, U<sub>iso</sub> and B<sub>iso</sub> of the sites. */
  static final List<CifTag> DISPLACEMENTS = List.of(U_ISO, B_ISO);

  static final int LONGEST =
      Arrays.stream(values())
          .flatMap(t -> t.spellings.stream())
          .mapToInt(String::length)
          .max()
          .orElseThrow();

  private static final Map<String, CifTag> BY_SPELLING = new HashMap<>();

  static {
    for (CifTag tag : values()) {
      tag.spellings.forEach(spelling -> BY_SPELLING.put(spelling, tag));
    }
  }

  private final Role role;
  private final List<String> spellings;

  CifTag(Role role, String... spellings) {
    this.role = role;
    this.spellings = List.of(spellings);
  }

  /** The spelling by which a data name is found here; cut where it is longer than any. */
  static String normal(CharSequence name) {
    StringBuilder normal = new StringBuilder();
    for (int i = 0; i < Math.min(name.length(), LONGEST + 1); i++) {
      char c = name.charAt(i);
      normal.append(c == '.' ? '_' : c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    return normal.toString();
  }

  static Optional<CifTag> of(String lowerCaseWithoutDots) {
    return Optional.ofNullable(BY_SPELLING.get(lowerCaseWithoutDots));
  }

  /** Whether the crystal cannot be known without it, once it is there. */
  boolean structural() {
    return role == Role.STRUCTURE;
  }

  /** Whether it stays true when the crystal is written with another cell. */
  boolean descriptive() {
    return role == Role.DESCRIPTION;
  }

  boolean operator() {
    return this == OPERATOR
        || this == OPERATOR_OLD
        || this == OPERATOR_MAGNETIC
        || this == CENTRING_MAGNETIC;
  }

  /** As the dictionary writes it, all in lower case. */
  String spelling() {
    return spellings.get(0);
  }
}
