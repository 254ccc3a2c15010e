package org.suiseki.matter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;

/** Finds the two marks of a repeat unit, and the way from one to the other. */
final class RepeatUnitMarks {
  private static final String TWO =
      "Write the unit of a linear chain with two *, such as *CC(*)C for polypropylene.";

  private static final String NETWORK =
      "More than two make a network or a ladder, which are not described. " + TWO;

  private RepeatUnitMarks() {}

  /**
   * Checks the marks, and makes them all alike.
   *
   * @throws MatterException where they mark no unit of a linear chain
   */
  static Joint of(String text, IAtomContainer graph) {
    List<IAtom> marks = new ArrayList<>();
    for (IAtom atom : graph.atoms()) {
      if (atom.getAtomicNumber() == 0) {
        atom.setMassNumber(null);
        atom.setMapIdx(0);
        marks.add(atom);
      }
    }
    if (marks.size() != 2) {
      throw refused(text, count(marks.size()), marks.size() > 2 ? NETWORK : TWO);
    }
    for (IAtom mark : marks) {
      if (mark.getBondCount() != 1
          || mark.getImplicitHydrogenCount() != 0
          || mark.getFormalCharge() != 0) {
        throw refused(text, "has a * that is more than the end of one bond", TWO);
      }
    }
    Joint joint = new Joint(marks.get(0), marks.get(1));
    if (joint.marks(joint.firstAtom())) {
      throw refused(text, "has no atom between its marks", TWO);
    }
    if (joint.firstBond().getOrder() != joint.lastBond().getOrder()) {
      throw refused(
          text,
          "leaves by a bond of another order than it is entered by",
          "Give both * the same bond: the last atom of a unit is joined to the first of the next.");
    }
    if (path(graph, joint).isEmpty()) {
      throw refused(text, "has its marks on two fragments", TWO);
    }
    return joint;
  }

  private static String count(int marks) {
    return "has " + marks + " of the two marks * at which it is joined to its like";
  }

  private static MatterException refused(String text, String why, String mend) {
    return new MatterException("The repeat unit '" + text + "' " + why + ".", mend);
  }

  /** Atoms on a shortest way from the first atom to the last; none where there is no way. */
  static List<IAtom> path(IAtomContainer graph, Joint joint) {
    int[] from = new int[graph.getAtomCount()];
    Arrays.fill(from, -1);
    ArrayDeque<IAtom> open = new ArrayDeque<>();
    IAtom start = joint.lastAtom();
    from[start.getIndex()] = start.getIndex();
    open.add(start);
    while (!open.isEmpty()) {
      IAtom atom = open.remove();
      for (IAtom next : atom.neighbors()) {
        if (from[next.getIndex()] < 0 && !joint.marks(next)) {
          from[next.getIndex()] = atom.getIndex();
          open.add(next);
        }
      }
    }
    int at = joint.firstAtom().getIndex();
    if (from[at] < 0) {
      return Collections.emptyList();
    }
    List<IAtom> path = new ArrayList<>();
    path.add(graph.getAtom(at));
    while (at != start.getIndex()) {
      at = from[at];
      path.add(graph.getAtom(at));
    }
    return path;
  }
}
