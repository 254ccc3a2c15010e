package org.suiseki.matter;

import java.util.EnumMap;
import java.util.Map;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.exception.InvalidSmilesException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;
import org.openscience.cdk.smiles.SmilesParser;

/** A molecule, or several fragments together, as atoms and bonds. Immutable. */
public final class Molecule {
  private final IAtomContainer graph;
  private final String smiles;
  private final Composition composition;

  private Molecule(IAtomContainer graph) {
    this.graph = graph;
    this.composition = compositionOf(graph);
    this.smiles = canonical(graph);
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

  private static String canonical(IAtomContainer graph) {
    try {
      return new SmilesGenerator(SmiFlavor.Absolute).create(graph);
    } catch (CDKException e) {
      throw new MatterException("No canonical SMILES exists: " + e.getMessage(), null, "", e);
    }
  }
}
