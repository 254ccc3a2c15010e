package org.suiseki.matter.io;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.suiseki.matter.Composition;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Molecule;
import org.suiseki.matter.Place;

/**
 * One row of a property table.
 *
 * @param cells by head, stripped; blank for missing
 */
record PropertyRow(Place place, Map<String, String> cells) {
  static final String ID = "id";
  static final String SMILES = "smiles";
  static final String FORMULA = "formula";

  /** The entry this row makes with its spectrum. */
  CoreLossEntry entry(PropertyUnits units, FoundSpectra spectra) {
    String id = cell(ID);
    if (id.isEmpty()) {
      throw new MatterException("The row has no id.", place, "Give each row its own id.");
    }
    Optional<Molecule> molecule =
        Optional.of(cell(SMILES)).filter(text -> !text.isEmpty()).map(Molecule::fromSmiles);
    return new CoreLossEntry(
        id,
        molecule,
        composition(molecule),
        properties(units),
        new MeasuredSpectrum(spectra.take(id, place)));
  }

  private Composition composition(Optional<Molecule> molecule) {
    String formula = cell(FORMULA);
    if (formula.isEmpty()) {
      return molecule
          .map(Molecule::composition)
          .orElseThrow(() ->
              new MatterException(
                  "The row has neither SMILES nor formula.", place, "Give one of them."));
    }
    Composition composition = Composition.parse(formula);
    if (molecule.isPresent()
        && !molecule.get().composition().amounts().equals(composition.amounts())) {
      throw new MatterException(
          "The formula "
              + formula
              + " disagrees with the SMILES, which has "
              + molecule.get().composition().formula()
              + ".",
          place,
          "Correct one of them; hydrogens count.");
    }
    return composition;
  }

  private Map<String, Double> properties(PropertyUnits units) {
    Map<String, Double> properties = new LinkedHashMap<>();
    for (Map.Entry<String, String> cell : cells.entrySet()) {
      String head = cell.getKey();
      if (!isIdentity(head) && !cell.getValue().isEmpty()) {
        Optional<Double> factor = units.factor(head, place);
        if (factor.isPresent()) {
          String name = PropertyColumn.parse(head).orElseThrow().name();
          properties.put(name, factor.get() * DecimalNumber.parse(cell.getValue(), head, place));
        }
      }
    }
    return properties;
  }

  static boolean isIdentity(String head) {
    return head.equals(ID) || head.equals(SMILES) || head.equals(FORMULA);
  }

  private String cell(String head) {
    return cells.getOrDefault(head, "");
  }
}
