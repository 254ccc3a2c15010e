package org.suiseki.matter;

import java.util.Arrays;
import java.util.Comparator;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.graph.GraphUtil;
import org.openscience.cdk.graph.invariant.Canon;
import org.openscience.cdk.graph.invariant.CanonOpts;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;

/**
 * SMILES written from atoms in CDK's canonical order (Weininger, Weininger, Weininger, J. Chem.
 * Inf. Comput. Sci. 29, 97 (1989), doi 10.1021/ci00062a008), with isotopes and stereochemistry.
 *
 * <p>CDK's own "absolute" SMILES takes the order from InChI, a native library that nothing else
 * here needs. The price: the order ignores stereochemistry, so a molecule with stereocentres in
 * symmetric positions can have more than one spelling.
 */
final class CanonicalSmiles {
  private CanonicalSmiles() {}

  /** The SMILES of a graph whose aromatic atoms are marked. The graph is not changed. */
  static String of(IAtomContainer graph) {
    try {
      IAtomContainer ordered = graph.clone();
      orderAtoms(ordered);
      orderBonds(ordered);
      return new SmilesGenerator(SmiFlavor.Isomeric | SmiFlavor.UseAromaticSymbols).create(ordered);
    } catch (CDKException | CloneNotSupportedException e) {
      throw new MatterException(
          "The molecule cannot be written as SMILES: " + e.getMessage() + ".",
          null,
          "Check its bonds and charges.",
          e);
    }
  }

  private static void orderAtoms(IAtomContainer graph) {
    long[] labels = Canon.label(graph, GraphUtil.toAdjList(graph), CanonOpts.AtomicMass);
    IAtom[] ordered = new IAtom[labels.length];
    for (int i = 0; i < labels.length; i++) {
      ordered[(int) labels[i] - 1] = graph.getAtom(i);
    }
    graph.setAtoms(ordered);
  }

  private static void orderBonds(IAtomContainer graph) {
    IBond[] bonds = new IBond[graph.getBondCount()];
    Arrays.setAll(bonds, graph::getBond);
    Comparator<IBond> byLower =
        Comparator.comparingInt(b -> Math.min(b.getBegin().getIndex(), b.getEnd().getIndex()));
    Arrays.sort(
        bonds,
        byLower.thenComparingInt(b -> Math.max(b.getBegin().getIndex(), b.getEnd().getIndex())));
    graph.setBonds(bonds);
  }
}
