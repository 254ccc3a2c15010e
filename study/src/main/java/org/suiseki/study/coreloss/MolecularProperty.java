package org.suiseki.study.coreloss;

import java.util.List;
import java.util.Locale;
import org.suiseki.learn.Column;

/**
 * A property of a molecule that the study tries to read from its spectrum.
 *
 * @param name as in files
 * @param label as in the report
 * @param unit its numbers have in files, tables and the report
 */
record MolecularProperty(String name, String label, String unit, Kind kind) {

  /** How a property changes when the amount of matter doubles. */
  enum Kind {
    INTENSIVE,
    EXTENSIVE;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Known from the composition alone; what a data set gives is not read. */
  static final String WEIGHT = "molecular_weight";

  /** Known from the composition alone; what a data set gives is not read. */
  static final String ATOMS = "atoms";

  static List<MolecularProperty> standard() {
    return List.of(
        intensive("gap", "HOMO–LUMO gap", "eV"),
        intensive("homo", "HOMO energy", "eV"),
        intensive("lumo", "LUMO energy", "eV"),
        intensive("dipole", "Dipole moment", "Debye"),
        extensive("polarizability", "Polarizability", "bohr³"),
        extensive("total_energy", "Total energy", "hartree"),
        extensive("enthalpy", "Enthalpy", "hartree"),
        extensive("free_energy", "Free energy", "hartree"),
        extensive("zpve", "Zero-point energy", "hartree"),
        extensive("heat_capacity", "Heat capacity C_p", "cal/mol/K"),
        extensive("entropy", "Entropy", "cal/mol/K"),
        extensive(WEIGHT, "Molecular weight", "g/mol"),
        extensive(ATOMS, "Number of atoms", "1"));
  }

  /** Whether it follows from the composition, so that no data set has to know it. */
  boolean computed() {
    return name.equals(WEIGHT) || name.equals(ATOMS);
  }

  Column column() {
    return new Column(name, unit);
  }

  private static MolecularProperty intensive(String name, String label, String unit) {
    return new MolecularProperty(name, label, unit, Kind.INTENSIVE);
  }

  private static MolecularProperty extensive(String name, String label, String unit) {
    return new MolecularProperty(name, label, unit, Kind.EXTENSIVE);
  }
}
