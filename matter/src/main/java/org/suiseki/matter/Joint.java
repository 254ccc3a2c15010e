package org.suiseki.matter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.interfaces.IStereoElement;
import org.openscience.cdk.silent.PseudoAtom;

/**
 * Two marks ({@code *}) in one graph, each on one atom, and what is done with them: bonds are
 * opened into marks and marks closed into bonds, and stereochemistry follows.
 *
 * @param first the mark on the first atom of a unit, where the unit before ends
 * @param last the mark on the last atom, where the next unit begins
 */
@SuppressWarnings("rawtypes") // CDK takes stereo elements as raw ones
record Joint(IAtom first, IAtom last) {

  boolean marks(IAtom atom) {
    return atom.equals(first) || atom.equals(last);
  }

  IAtom firstAtom() {
    return firstBond().getOther(first);
  }

  IAtom lastAtom() {
    return lastBond().getOther(last);
  }

  IBond firstBond() {
    return first.bonds().iterator().next();
  }

  IBond lastBond() {
    return last.bonds().iterator().next();
  }

  /** Turns a bond into two marks; the first is on the end, where a unit would begin. */
  static Joint open(IAtomContainer graph, IAtom begin, IAtom end) {
    IBond bond = graph.getBond(begin, end);
    IAtom onBegin = addMark(graph, begin, bond.getOrder());
    IAtom onEnd = addMark(graph, end, bond.getOrder());
    List<IStereoElement> kept = new ArrayList<>();
    for (IStereoElement<?, ?> element : graph.stereoElements()) {
      Map<IAtom, IAtom> atoms = new HashMap<>();
      Map<IBond, IBond> bonds = new HashMap<>();
      if (isOf(element, begin)) {
        atoms.put(end, onBegin);
        bonds.put(bond, graph.getBond(begin, onBegin));
      } else if (isOf(element, end)) {
        atoms.put(begin, onEnd);
        bonds.put(bond, graph.getBond(end, onEnd));
      }
      if (!element.getFocus().equals(bond)) {
        kept.add(element.map(atoms, bonds));
      }
    }
    graph.removeBond(bond);
    graph.setStereoElements(kept);
    return new Joint(onEnd, onBegin);
  }

  /** Replaces the marks by a bond from the last atom to the first. */
  void close(IAtomContainer graph) {
    IAtom begin = lastAtom();
    IAtom end = firstAtom();
    IBond toFirst = firstBond();
    IBond toLast = lastBond();
    graph.addBond(begin.getIndex(), end.getIndex(), toLast.getOrder());
    IBond bond = graph.getBond(graph.getBondCount() - 1);
    List<IStereoElement> kept = new ArrayList<>();
    for (IStereoElement<?, ?> element : graph.stereoElements()) {
      kept.add(element.map(Map.of(first, begin, last, end), Map.of(toFirst, bond, toLast, bond)));
    }
    graph.setStereoElements(new ArrayList<>());
    graph.removeAtom(first);
    graph.removeAtom(last);
    graph.setStereoElements(kept);
  }

  /** Replaces a mark by hydrogens; an atom that then has two of them is no stereocentre. */
  static void cap(IAtomContainer graph, IAtom mark) {
    IBond bond = mark.bonds().iterator().next();
    IAtom atom = bond.getOther(mark);
    List<IStereoElement> kept = new ArrayList<>();
    for (IStereoElement<?, ?> element : graph.stereoElements()) {
      if (element.contains(mark)) {
        if (element.getFocus().equals(atom) && atom.getImplicitHydrogenCount() == 0) {
          kept.add(element.map(Map.of(mark, atom), Map.of()));
        }
      } else if (!isOf(element, atom) || !element.getFocus().equals(bond)) {
        kept.add(element);
      }
    }
    graph.setStereoElements(new ArrayList<>());
    graph.removeAtom(mark);
    atom.setImplicitHydrogenCount(atom.getImplicitHydrogenCount() + bond.getOrder().numeric());
    graph.setStereoElements(kept);
  }

  private static boolean isOf(IStereoElement<?, ?> element, IAtom atom) {
    return element.getFocus() instanceof IBond bond
        ? bond.contains(atom)
        : element.getFocus().equals(atom);
  }

  private static IAtom addMark(IAtomContainer graph, IAtom atom, IBond.Order order) {
    PseudoAtom mark = new PseudoAtom("*");
    mark.setAtomicNumber(0);
    mark.setImplicitHydrogenCount(0);
    graph.addAtom(mark);
    int index = graph.getAtomCount() - 1;
    graph.addBond(atom.getIndex(), index, order);
    return graph.getAtom(index);
  }
}
