package org.suiseki.matter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.openscience.cdk.graph.ConnectivityChecker;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/**
 * A chain cut into its smallest pieces: at every bond that all ways along it must pass and that is
 * of the lowest order among those. The pieces, told by their SMILES, are the letters of a cyclic
 * word; its least rotation, forwards or backwards, says where a unit begins, and its period how
 * often the shortest unit is repeated.
 */
final class ChainPieces {
  /** The unit, cut at a bond of the lowest order. */
  private final IAtomContainer unit;

  private final Joint joint;

  /** The further cuts within the unit, in the order of the chain: pairs of atoms. */
  private final List<int[]> cuts;

  /** Each piece as it is met on the way along the chain, and as it is met on the way back. */
  private final List<String> forwards;

  private final List<String> backwards;
  private final boolean counterions;

  private ChainPieces(IAtomContainer unit, Joint joint) {
    this.unit = unit;
    this.joint = joint;
    this.cuts = cuts(unit, joint, joint.lastBond().getOrder());
    this.forwards = new ArrayList<>(Collections.nCopies(cuts.size() + 1, ""));
    this.backwards = new ArrayList<>(forwards);
    this.counterions = spell();
  }

  /** The graph, a copy, is used up. */
  static ChainPieces of(IAtomContainer marked, Joint joint) {
    IBond.Order order = joint.lastBond().getOrder();
    for (IBond.Order lower : List.of(IBond.Order.SINGLE, IBond.Order.DOUBLE)) {
      List<int[]> cuts = lower.numeric() < order.numeric() ? cuts(marked, joint, lower) : List.of();
      if (!cuts.isEmpty()) {
        return new ChainPieces(marked, moved(marked, joint, cuts.get(0)));
      }
    }
    return new ChainPieces(marked, joint);
  }

  /** The unit where it is cut canonically. */
  IAtomContainer canonical() {
    int pieces = forwards.size();
    List<String> back = new ArrayList<>(backwards);
    Collections.reverse(back);
    int ahead = leastRotation(forwards);
    int behind = leastRotation(back);
    boolean turned = compare(back, behind, forwards, ahead) < 0;
    int cut = turned ? (pieces - behind) % pieces : ahead;
    if (cut > 0) {
      moved(unit, joint, cuts.get(cut - 1));
    }
    return unit;
  }

  /** How often the unit repeats the shortest unit of the chain. */
  int repeats() {
    int pieces = forwards.size();
    for (int period = 1; period < pieces && !counterions; period++) {
      if (pieces % period == 0 && compare(forwards, period, forwards, 0) == 0) {
        return pieces / period;
      }
    }
    return 1;
  }

  /** The shortest unit. */
  IAtomContainer smallest() {
    int period = forwards.size() / repeats();
    if (period == forwards.size()) {
      return unit;
    }
    int[] cut = cuts.get(period - 1);
    Joint.open(unit, unit.getAtom(cut[0]), unit.getAtom(cut[1]));
    joint.first().setMassNumber(1);
    for (IAtomContainer piece : ConnectivityChecker.partitionIntoMolecules(unit).atomContainers()) {
      for (IAtom atom : piece.atoms()) {
        if (isMark(atom) && atom.getMassNumber() != null) {
          atom.setMassNumber(null);
          return piece;
        }
      }
    }
    throw new IllegalStateException("The first mark is in no piece");
  }

  /** Bonds of that order on the way along the chain that are in no ring. */
  private static List<int[]> cuts(IAtomContainer graph, Joint joint, IBond.Order order) {
    List<IAtom> path = RepeatUnitMarks.path(graph, joint);
    List<int[]> cuts = new ArrayList<>();
    for (int i = 1; i < path.size(); i++) {
      IBond bond = graph.getBond(path.get(i - 1), path.get(i));
      if (!bond.isInRing() && bond.getOrder() == order) {
        cuts.add(new int[] {path.get(i - 1).getIndex(), path.get(i).getIndex()});
      }
    }
    return cuts;
  }

  /** Cuts there instead of at the marks. */
  private static Joint moved(IAtomContainer graph, Joint joint, int[] cut) {
    Joint moved = Joint.open(graph, graph.getAtom(cut[0]), graph.getAtom(cut[1]));
    joint.close(graph);
    return moved;
  }

  /** Writes every piece both ways; tells whether there are fragments outside the chain. */
  private boolean spell() {
    IAtomContainer open = copy(unit);
    markOf(open, joint.first()).setMassNumber(1);
    markOf(open, joint.last()).setMassNumber(2 * forwards.size());
    for (int i = 0; i < cuts.size(); i++) {
      int[] cut = cuts.get(i);
      Joint opened = Joint.open(open, open.getAtom(cut[0]), open.getAtom(cut[1]));
      opened.last().setMassNumber(2 * i + 2);
      opened.first().setMassNumber(2 * i + 3);
    }
    boolean others = false;
    for (IAtomContainer piece : ConnectivityChecker.partitionIntoMolecules(open).atomContainers()) {
      List<IAtom> marks = new ArrayList<>();
      piece
          .atoms()
          .forEach(atom -> {
            if (isMark(atom)) {
              marks.add(atom);
            }
          });
      if (marks.isEmpty()) {
        others = true;
      } else {
        spell(piece, marks);
      }
    }
    return others;
  }

  private void spell(IAtomContainer piece, List<IAtom> marks) {
    boolean inOrder = marks.get(0).getMassNumber() < marks.get(1).getMassNumber();
    IAtom first = marks.get(inOrder ? 0 : 1);
    IAtom last = marks.get(inOrder ? 1 : 0);
    int index = (first.getMassNumber() - 1) / 2;
    first.setMassNumber(1);
    last.setMassNumber(2);
    forwards.set(index, CanonicalSmiles.of(piece));
    first.setMassNumber(2);
    last.setMassNumber(1);
    backwards.set(index, CanonicalSmiles.of(piece));
  }

  private static boolean isMark(IAtom atom) {
    return atom.getAtomicNumber() == 0;
  }

  private static IAtom markOf(IAtomContainer copy, IAtom mark) {
    return copy.getAtom(mark.getIndex());
  }

  private static IAtomContainer copy(IAtomContainer graph) {
    try {
      return graph.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Every CDK graph can be copied", e);
    }
  }

  /** Where the least of all rotations begins. */
  private static int leastRotation(List<String> word) {
    int least = 0;
    for (int start = 1; start < word.size(); start++) {
      if (compare(word, start, word, least) < 0) {
        least = start;
      }
    }
    return least;
  }

  private static int compare(List<String> a, int startA, List<String> b, int startB) {
    int size = a.size();
    for (int i = 0; i < size; i++) {
      int order = a.get((startA + i) % size).compareTo(b.get((startB + i) % size));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
