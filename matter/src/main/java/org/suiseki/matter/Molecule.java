package org.suiseki.matter;

import java.util.EnumMap;
import java.util.Map;
import org.openscience.cdk.aromaticity.Aromaticity;
import org.openscience.cdk.exception.InvalidSmilesException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmilesParser;

/** A molecule, or several fragments together, as atoms and bonds. Immutable. */
public final class Molecule {
  private final IAtomContainer graph;
  private final String smiles;
  private final Composition composition;

  private Molecule(IAtomContainer graph) {
    this.graph = graph;
    Aromaticity.apply(Aromaticity.Model.Daylight, graph);
    this.composition = compositionOf(graph);
    this.smiles = CanonicalSmiles.of(graph);
  }

  /**
   * @throws MatterException where the SMILES cannot be read, with the column in it
   */
  public static Molecule fromSmiles(String smiles) {
    String text = smiles.strip();
    if (text.isEmpty()) {
      throw new MatterException("The SMILES is empty.", "Write at least one atom.");
    }
    try {
      return new Molecule(new SmilesParser(SilentChemObjectBuilder.getInstance()).parseSmiles(text));
    } catch (InvalidSmilesException e) {
      throw new MatterException(
          "The SMILES cannot be read: " + e.getMessage(), Place.of(text), "Correct it.", e);
    }
  }

  /** Canonical: the same for every way to write the molecule; with stereochemistry and isotopes. */
  public String smiles() {
    return smiles;
  }

  /** All atoms, hydrogen included. */
  public Composition composition() {
    return composition;
  }

  /** Atoms other than hydrogen. */
  public int heavyAtomCount() {
    return atomCount() - (int) composition.amount(Element.H);
  }

  /** All atoms, hydrogens included. */
  public int atomCount() {
    return (int) composition.amounts().values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static Composition compositionOf(IAtomContainer graph) {
    Map<Element, Double> amounts = new EnumMap<>(Element.class);
    for (IAtom atom : graph.atoms()) {
      Element element =
          Element.ofSymbol(atom.getSymbol())
              .orElseThrow(
                  () -> new MatterException("Unknown atom " + atom.getSymbol(), "Use the 118 elements."));
      amounts.merge(element, 1.0, Double::sum);
      int hydrogens = atom.getImplicitHydrogenCount();
      if (hydrogens > 0) {
        amounts.merge(Element.H, (double) hydrogens, Double::sum);
      }
    }
    return Composition.of(amounts);
  }
}
