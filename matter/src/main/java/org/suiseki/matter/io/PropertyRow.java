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
    String id = id();
    Optional<Molecule> molecule = molecule();
    Composition composition =
        composition(molecule)
            .orElseThrow(() ->
                new MatterException(
                    "The row has neither SMILES nor formula.", place, "Give one of them."));
    return new CoreLossEntry(
        id,
        molecule,
        composition,
        properties(units),
        new MeasuredSpectrum(spectra.take(id, place)));
  }

  /** Whom this row names; its properties are not looked at. */
  Identity identity() {
    return new Identity(id(), composition(molecule()));
  }

  private String id() {
    String id = cell(ID);
    if (id.isEmpty()) {
      throw new MatterException("The row has no id.", place, "Give each row its own id.");
    }
    return id;
  }

  private Optional<Molecule> molecule() {
    return Optional.of(cell(SMILES)).filter(text -> !text.isEmpty()).map(Molecule::fromSmiles);
  }

  /** Empty where the row gives neither SMILES nor formula. */
  private Optional<Composition> composition(Optional<Molecule> molecule) {
    String formula = cell(FORMULA);
    if (formula.isEmpty()) {
      return molecule.map(Molecule::composition);
    }
    Composition composition = parsed(formula);
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
    return Optional.of(composition);
  }

  /** A formula's own errors tell the place in the formula, this one that in the file. */
  private Composition parsed(String formula) {
    try {
      return Composition.parse(formula);
    } catch (MatterException e) {
      throw new MatterException("The formula '" + formula + "': " + e.what(), place, e.mend(), e);
    }
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

  /**
   * @param composition absent where the row leaves SMILES and formula blank
   */
  record Identity(String id, Optional<Composition> composition) {}

  static boolean isIdentity(String head) {
    return head.equals(ID) || head.equals(SMILES) || head.equals(FORMULA);
  }

  private String cell(String head) {
    return cells.getOrDefault(head, "");
  }
}
