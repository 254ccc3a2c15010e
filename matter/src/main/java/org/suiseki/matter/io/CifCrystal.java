package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/** Makes a crystal of a block. */
final class CifCrystal {
  /** Parts of the composition may differ from the stated formula by this much. */
  private static final double FORMULA_MISFIT = 0.02;

  /** Cells of units other than Å, or of nothing. */
  private static final double SHORTEST = 0.1;

  private static final List<CifTag> LENGTHS = List.of(CifTag.CELL_A, CifTag.CELL_B, CifTag.CELL_C);
  private static final List<CifTag> ANGLES =
      List.of(CifTag.CELL_ALPHA, CifTag.CELL_BETA, CifTag.CELL_GAMMA);

  private final CifBlock block;
  private final String source;
  private final double tolerance;
  private final CifWarnings warnings;

  CifCrystal(CifBlock block, String source, double tolerance, CifWarnings warnings) {
    this.block = block;
    this.source = source;
    this.tolerance = tolerance;
    this.warnings = warnings;
  }

  /** Empty where the block lists no atom. */
  Optional<CrystalEntry> read() {
    if (!CifAtoms.listed(block)) {
      return Optional.empty();
    }
    Lattice lattice = lattice();
    Optional<Composition> formula = formula();
    CifSpecies species = new CifSpecies(block, formula, warnings);
    List<CifAtom> listed = new CifAtoms(block, lattice, species, warnings).read();
    List<CifAtom> atoms = CifDisorder.resolved(lattice, listed, warnings);
    if (atoms.isEmpty()) {
      throw new MatterException(
          "None of the listed atoms can be used: " + String.join(" ", warnings.take()),
          block.place(),
          "Give at least one atom with its element and coordinates.");
    }
    if (block.column(CifTag.MODULATION).isPresent()) {
      warnings.add("The structure is modulated; only its average is read.");
    }
    Crystal crystal = filled(lattice, atoms, formula);
    formula.ifPresent(stated -> compare(stated, crystal));
    String id = block.name().isEmpty() ? source : block.name();
    return Optional.of(new CrystalEntry(id, crystal, block.place(), properties(), warnings.take()));
  }

  /**
   * The cell filled by the operations; where the setting is open, by those of the setting that best
   * agrees with the listed multiplicities and the content of the cell, the first of equals.
   */
  private Crystal filled(Lattice lattice, List<CifAtom> atoms, Optional<Composition> formula) {
    List<CifSymmetry.Choice> choices = new CifSymmetry(block, lattice, warnings).choices();
    if (choices.size() == 1) {
      return new CellFilling(lattice, choices.get(0).operations(), atoms, tolerance, warnings)
          .crystal();
    }
    List<Filled> filled = new ArrayList<>();
    List<MatterException> errors = new ArrayList<>();
    for (CifSymmetry.Choice choice : choices) {
      try {
        filled.add(filled(choice, lattice, atoms, formula));
      } catch (MatterException e) {
        // Atoms that cannot share a site in this setting may well lie apart in another.
        errors.add(e);
      }
    }
    Filled best =
        filled.stream()
            .min(Comparator.comparingInt(Filled::faults))
            .orElseThrow(() -> errors.get(0));
    warnings.addAll(best.warnings());
    return best.crystal();
  }

  /** A cell filled by one of several choices. */
  private record Filled(Crystal crystal, int faults, List<String> warnings) {}

  private Filled filled(
      CifSymmetry.Choice choice,
      Lattice lattice,
      List<CifAtom> atoms,
      Optional<Composition> formula) {
    CifWarnings own = new CifWarnings();
    own.add(
        "The file leaves the setting of the space group open; it was taken as "
            + choice.setting()
            + ".");
    CellFilling filling = new CellFilling(lattice, choice.operations(), atoms, tolerance, own);
    Crystal crystal = filling.crystal();
    boolean misfit = formula.isPresent() && !holds(crystal, formula.get());
    return new Filled(crystal, filling.faults() + (misfit ? 1 : 0), own.take());
  }

  /** Whether the cell holds as many formula units as the file says, where it does. */
  private boolean holds(Crystal crystal, Composition formula) {
    CifNumber units = new CifNumber();
    return block
        .value(CifTag.UNITS)
        .filter(text -> units.read(text, 0, text.length()) && units.value() > 0)
        .map(text -> formula.total() * units.value())
        .map(atoms -> Math.abs(crystal.composition().total() / atoms - 1) < FORMULA_MISFIT)
        .orElse(true);
  }

  private Lattice lattice() {
    double[] parameters = new double[6];
    CifNumber number = new CifNumber();
    for (int i = 0; i < 3; i++) {
      CifTag tag = LENGTHS.get(i);
      CifColumn column =
          block
              .column(tag)
              .filter(c -> !c.missing(0))
              .orElseThrow(() ->
                  new MatterException(
                      "The atoms have no cell: " + tag.spelling() + " is missing.",
                      block.column(tag).map(c -> c.place(0)).orElse(block.place()),
                      "Give _cell_length_a, _b and _c in Å; for a molecule without a cell use XYZ."));
      parameters[i] = column.require(0, "cell length", number, warnings);
      if (parameters[i] < SHORTEST) {
        throw new MatterException(
            "The cell length is " + parameters[i] + " Å.",
            column.place(0),
            "Give it in Å; it must be above 0.");
      }
      Optional<CifColumn> angle = block.column(ANGLES.get(i)).filter(c -> !c.missing(0));
      if (angle.isEmpty()) {
        warnings.add(ANGLES.get(i).spelling() + " is missing and was taken as 90°.");
      }
      parameters[i + 3] =
          angle.isEmpty() ? 90 : angle.get().require(0, "cell angle", number, warnings);
    }
    try {
      return Lattice.ofParameters(
          parameters[0], parameters[1], parameters[2], parameters[3], parameters[4], parameters[5]);
    } catch (MatterException e) {
      Place place = block.column(CifTag.CELL_A).map(c -> c.place(0)).orElse(block.place());
      throw new MatterException(e.what(), place, e.mend(), e);
    }
  }

  private Optional<Composition> formula() {
    Optional<String> text = block.value(CifTag.FORMULA_SUM).filter(t -> t.length() < 1000);
    try {
      return text.map(Composition::parse);
    } catch (MatterException e) {
      // Formulas hold isotopes and variables such as Fe1-xO; they serve only for comparison.
      return Optional.empty();
    }
  }

  private void compare(Composition stated, Crystal crystal) {
    Composition found = crystal.composition();
    for (Element element : Element.values()) {
      if (Math.abs(stated.fraction(element) - found.fraction(element)) > FORMULA_MISFIT) {
        warnings.add(
            "The formula is "
                + stated.reducedFormula()
                + ", the atoms add up to "
                + found.reducedFormula()
                + ".");
        return;
      }
    }
  }

  private Map<String, String> properties() {
    Map<String, String> properties = block.properties();
    Optional<CifColumn> labels = block.column(CifTag.LABEL);
    for (CifTag tag : CifTag.DISPLACEMENTS) {
      Optional<CifColumn> values = block.column(tag).filter(c -> !c.allMissing());
      if (values.isPresent() && labels.isPresent()) {
        properties.put(values.get().name(), byLabel(labels.get(), values.get()));
      }
    }
    return properties;
  }

  /** {@code Fe1 0.012(3)} on a line for each listed atom. */
  private static String byLabel(CifColumn labels, CifColumn values) {
    StringJoiner lines = new StringJoiner("\n");
    for (int i = 0; i < Math.min(labels.count(), values.count()); i++) {
      lines.add(labels.text(i) + " " + values.text(i));
    }
    return lines.toString();
  }
}
