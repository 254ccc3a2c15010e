package org.suiseki.study.polymer;

import java.util.ArrayList;
import java.util.List;
import org.suiseki.describe.Descriptor;
import org.suiseki.describe.MaterialKind;
import org.suiseki.describe.molecule.MoleculeDescriptors;
import org.suiseki.describe.molecule.PolymerDescriptors;
import org.suiseki.learn.Column;
import org.suiseki.learn.Table;
import org.suiseki.matter.Molecule;
import org.suiseki.matter.RepeatUnit;

/**
 * Endless chains and molecules in the same columns: robust numbers and counts of neighbourhoods,
 * all that grow with the size divided by the heavy atoms, so that {@code *CC*} and {@code *CCCC*}
 * are the same and a model of molecules can be asked about chains. Thread-safe.
 */
final class UnitFeatures {
  private static final String NUMBERS = "physchem";
  private static final String FIRST_RATIO = "sp3 fraction of carbons";
  private static final String HEAVY = "heavy atoms";

  private final Descriptor<RepeatUnit> chainNumbers;
  private final Descriptor<RepeatUnit> chainCounts;
  private final Descriptor<Molecule> moleculeNumbers;
  private final Descriptor<Molecule> moleculeCounts;
  private final List<Column> columns;
  private final int numbers;
  private final int ratios;
  private final int heavy;

  /**
   * @param bits places of the folded neighbourhoods
   */
  UnitFeatures(int bits) {
    String counts = "ecfp:radius=2:bits=" + bits;
    chainNumbers = PolymerDescriptors.named(NUMBERS);
    chainCounts = PolymerDescriptors.named(counts);
    moleculeNumbers = MoleculeDescriptors.named(NUMBERS);
    moleculeCounts = MoleculeDescriptors.named(counts);
    List<String> names = chainNumbers.names();
    numbers = names.size();
    ratios = names.indexOf(FIRST_RATIO);
    heavy = names.indexOf(HEAVY);
    List<Column> all = new ArrayList<>();
    for (int i = 0; i < numbers; i++) {
      String unit = chainNumbers.units().get(i);
      all.add(new Column(names.get(i) + (i < ratios ? " for each heavy atom" : ""), unit));
    }
    chainCounts.names().forEach(name -> all.add(new Column(name, "1")));
    columns = List.copyOf(all);
  }

  List<Column> columns() {
    return columns;
  }

  int width() {
    return columns.size();
  }

  /** How many columns stand before the neighbourhoods. */
  int numbers() {
    return numbers;
  }

  /** Writes one row and tells how many heavy atoms the unit has. */
  double chain(RepeatUnit unit, double[] out, int offset) {
    chainNumbers.describe(unit, out, offset);
    chainCounts.describe(unit, out, offset + numbers);
    return divide(out, offset);
  }

  private double molecule(Molecule molecule, double[] out, int offset) {
    moleculeNumbers.describe(molecule, out, offset);
    moleculeCounts.describe(molecule, out, offset + numbers);
    return divide(out, offset);
  }

  private double divide(double[] out, int offset) {
    double atoms = Math.max(1, out[offset + heavy]);
    for (int i = 0; i < columns.size(); i++) {
      if (i < ratios || i >= numbers) {
        out[offset + i] /= atoms;
      }
    }
    return atoms;
  }

  /**
   * Materials that are known to be readable, one a row.
   *
   * @throws org.suiseki.matter.SuisekiException where one cannot be read
   */
  Table of(MaterialKind kind, List<String> materials) {
    double[] values = new double[materials.size() * width()];
    for (int row = 0; row < materials.size(); row++) {
      if (kind == MaterialKind.POLYMER) {
        chain(RepeatUnit.parse(materials.get(row)), values, row * width());
      } else {
        molecule(Molecule.fromSmiles(materials.get(row)), values, row * width());
      }
    }
    return new Table(columns, materials.size(), values);
  }
}
