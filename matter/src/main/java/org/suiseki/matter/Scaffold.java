package org.suiseki.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.openscience.cdk.aromaticity.Aromaticity;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/**
 * The group a molecule belongs to, for splits that keep molecules built alike together.
 *
 * <p>With rings: the SMILES of the Murcko framework, rings and the chains between them (Bemis,
 * Murcko, J. Med. Chem. 39, 2887 (1996), doi 10.1021/jm9602928); what hangs on it, also by a double
 * bond, is replaced by hydrogen. Without rings the framework is empty; such molecules are grouped
 * by their functional groups instead: the sorted set of their multiple bonds ({@code C#N}, {@code
 * C=O}) and of their heteroatoms without one ({@code OH}, {@code O}, {@code NH2}), as in {@code
 * acyclic:C=O,NH2}. Fragments without a ring do not count beside one with a ring.
 */
final class Scaffold {
  private Scaffold() {}

  /** The key; the graph, whose hydrogens are implied, is used up. */
  static String of(IAtomContainer graph) {
    String groups = functionalGroups(graph);
    graph.setStereoElements(new ArrayList<>());
    boolean pruned;
    do {
      pruned = prune(graph);
    } while (pruned);
    if (graph.isEmpty()) {
      return groups;
    }
    Aromaticity.apply(Aromaticity.Model.Daylight, graph);
    return CanonicalSmiles.of(graph);
  }

  /** Cuts off every atom with at most one bond. */
  private static boolean prune(IAtomContainer graph) {
    boolean pruned = false;
    for (IAtom atom : atoms(graph)) {
      if (atom.getBondCount() <= 1) {
        for (IBond bond : atom.bonds()) {
          IAtom kept = bond.getOther(atom);
          kept.setImplicitHydrogenCount(
              kept.getImplicitHydrogenCount() + bond.getOrder().numeric());
        }
        graph.removeAtom(atom);
        pruned = true;
      }
    }
    return pruned;
  }

  private static String functionalGroups(IAtomContainer graph) {
    TreeSet<String> groups = new TreeSet<>();
    for (IBond bond : graph.bonds()) {
      if (isMultiple(bond)) {
        groups.add(multipleBond(bond));
      }
    }
    for (IAtom atom : graph.atoms()) {
      boolean single = true;
      for (IBond bond : atom.bonds()) {
        single &= !isMultiple(bond);
      }
      if (single && atom.getAtomicNumber() != 6) {
        int hydrogens = atom.getImplicitHydrogenCount();
        groups.add(
            atom.getSymbol() + (hydrogens == 0 ? "" : hydrogens == 1 ? "H" : "H" + hydrogens));
      }
    }
    return "acyclic:" + String.join(",", groups);
  }

  private static boolean isMultiple(IBond bond) {
    return bond.getOrder().numeric() > 1;
  }

  private static String multipleBond(IBond bond) {
    String first = bond.getBegin().getSymbol();
    String second = bond.getEnd().getSymbol();
    String sign = bond.getOrder() == IBond.Order.DOUBLE ? "=" : "#";
    return first.compareTo(second) <= 0 ? first + sign + second : second + sign + first;
  }

  /** A copy of the list, so that the graph may lose atoms meanwhile. */
  private static List<IAtom> atoms(IAtomContainer graph) {
    List<IAtom> atoms = new ArrayList<>();
    graph.atoms().forEach(atoms::add);
    return atoms;
  }
}
