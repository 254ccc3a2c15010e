package org.suiseki.matter;

import java.util.EnumMap;
import java.util.Map;
import org.openscience.cdk.aromaticity.Aromaticity;
import org.openscience.cdk.graph.Cycles;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

/**
 * A molecule, or several fragments together, as atoms and bonds. Immutable; two molecules are equal
 * where their canonical SMILES are.
 *
 * <p>Aromaticity is perceived anew by the Daylight rules, and hydrogens written as atoms become
 * implied ones, so that all spellings give the same molecule.
 */
public final class Molecule {
  /** Canonical order and drawing walk the graph recursively; larger ones belong to other tools. */
  private static final int MOST_ATOMS = 1000;

  private final IAtomContainer graph;
  private final String smiles;
  private final Composition composition;

  private Molecule(IAtomContainer graph) {
    if (graph.isEmpty() || graph.getAtomCount() > MOST_ATOMS) {
      throw new MatterException(
          "The molecule has " + graph.getAtomCount() + " atoms.",
          "Give a molecule of 1 to " + MOST_ATOMS + " atoms.");
    }
    this.composition = compositionOf(graph);
    this.graph = AtomContainerManipulator.suppressHydrogens(graph);
    Cycles.markRingAtomsAndBonds(this.graph);
    Aromaticity.apply(Aromaticity.Model.Daylight, this.graph);
    this.smiles = CanonicalSmiles.of(this.graph);
  }

  /**
   * Reads SMILES; fragments may be separated by dots.
   *
   * @throws MatterException where it cannot be read, with the column in the SMILES where that is
   *     known
   */
  public static Molecule fromSmiles(String smiles) {
    if (smiles.length() > 20 * MOST_ATOMS) {
      throw new MatterException(
          "The SMILES has " + smiles.length() + " characters.",
          "Give a molecule of at most " + MOST_ATOMS + " atoms.");
    }
    return new Molecule(SmilesReader.read(smiles.strip()));
  }

  /**
   * Takes over a CDK graph: a copy of it, with hydrogens implied where they are not atoms.
   *
   * @throws MatterException where an atom's hydrogens or a bond's order are not known
   */
  public static Molecule of(IAtomContainer graph) {
    for (IBond bond : graph.bonds()) {
      if (bond.getOrder() == null || bond.getOrder() == IBond.Order.UNSET) {
        throw new MatterException(
            "A bond of atom " + (bond.getBegin().getIndex() + 1) + " has no order.",
            "Write single, double and triple bonds, also in aromatic rings.");
      }
    }
    for (IAtom atom : graph.atoms()) {
      if (atom.getImplicitHydrogenCount() == null) {
        throw new MatterException(
            "Nothing says how many hydrogens atom " + (atom.getIndex() + 1) + " carries.",
            "Write the hydrogens as atoms.");
      }
    }
    return new Molecule(copy(graph));
  }

  /**
   * Canonical: the same for every spelling; with stereochemistry and isotopes, see {@link
   * CanonicalSmiles}.
   */
  public String smiles() {
    return smiles;
  }

  /** All atoms, hydrogens included, and the total charge; isotopes count as their element. */
  public Composition composition() {
    return composition;
  }

  /** Atoms and bonds as flat arrays. */
  public MolecularGraph graph() {
    return MolecularGraph.of(graph);
  }

  /** A copy as CDK holds it: hydrogens implied, rings and aromatic atoms marked. */
  public IAtomContainer toCdk() {
    return copy(graph);
  }

  /** Atoms other than hydrogen. */
  public int heavyAtomCount() {
    return atomCount() - (int) composition.amount(Element.H);
  }

  /** All atoms, hydrogens included. */
  public int atomCount() {
    return (int) composition.total();
  }

  /** The key of the group of molecules built alike, see {@link Scaffold}. */
  public String scaffold() {
    return Scaffold.of(copy(graph));
  }

  /**
   * A drawing as an SVG element for use inside a page, see {@link MoleculeDrawing}.
   *
   * @param width of the drawing, in pixels
   * @param height of the drawing, in pixels
   */
  public String svg(int width, int height) {
    return MoleculeDrawing.svg(copy(graph), smiles, width, height);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Molecule that && smiles.equals(that.smiles);
  }

  @Override
  public int hashCode() {
    return smiles.hashCode();
  }

  @Override
  public String toString() {
    return smiles;
  }

  private static Composition compositionOf(IAtomContainer graph) {
    Map<Element, Double> amounts = new EnumMap<>(Element.class);
    int charge = 0;
    for (IAtom atom : graph.atoms()) {
      int number = atom.getAtomicNumber();
      if (number < 1 || number > Element.values().length) {
        throw new MatterException(
            "Atom " + (atom.getIndex() + 1) + " is a wildcard or an unknown element.",
            "Write every atom as one of the 118 elements.");
      }
      amounts.merge(Element.values()[number - 1], 1.0, Double::sum);
      charge += atom.getFormalCharge() == null ? 0 : atom.getFormalCharge();
      int hydrogens = atom.getImplicitHydrogenCount();
      if (hydrogens > 0) {
        amounts.merge(Element.H, (double) hydrogens, Double::sum);
      }
    }
    return Composition.of(amounts, charge);
  }

  private static IAtomContainer copy(IAtomContainer graph) {
    try {
      return graph.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Every CDK graph can be copied", e);
    }
  }
}
