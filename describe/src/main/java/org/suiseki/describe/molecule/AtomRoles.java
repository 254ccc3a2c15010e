package org.suiseki.describe.molecule;

import org.suiseki.matter.MolecularGraph;

/**
 * The parts an atom could play in binding, after the definitions that RDKit uses for FCFP (Gobbi,
 * Poppinger, Biotechnol. Bioeng. 61, 47 (1998), doi
 * 10.1002/(SICI)1097-0290(199824)61:1&lt;47::AID-BIT9&gt;3.0.CO;2-Z): six bits, 1 donor of a
 * hydrogen bond, 2 acceptor, 4 aromatic, 8 halogen, 16 base, 32 acid (on the atom that carries the
 * OH).
 */
final class AtomRoles {
  private static final int N = 7;
  private static final int O = 8;
  private static final int P = 15;
  private static final int S = 16;

  private final MolecularGraph graph;
  private final int atom;
  private final int number;
  private final int hydrogens;
  private final int charge;
  private final boolean aromatic;

  private AtomRoles(MolecularGraph graph, int atom) {
    this.graph = graph;
    this.atom = atom;
    this.number = graph.atomicNumber(atom);
    this.hydrogens = graph.hydrogens(atom);
    this.charge = graph.charge(atom);
    this.aromatic = graph.isAromatic(atom);
  }

  static int of(MolecularGraph graph, int atom) {
    AtomRoles roles = new AtomRoles(graph, atom);
    return (roles.isDonor() ? 1 : 0)
        | (roles.isAcceptor() ? 2 : 0)
        | (roles.aromatic ? 4 : 0)
        | (roles.isHalogen() ? 8 : 0)
        | (roles.isBase() ? 16 : 0)
        | (roles.isAcid() ? 32 : 0);
  }

  private boolean isDonor() {
    if (number == N && aromatic) {
      return hydrogens == 1 && charge == 0;
    }
    if (number == N) {
      return hydrogens > 0 && (valence() == 3 || (valence() == 4 && charge == 1));
    }
    return isChalcogen() && hydrogens == 1 && charge == 0;
  }

  private boolean isAcceptor() {
    if (number == N) {
      return aromatic ? hydrogens == 0 && charge == 0 : valence() == 3 && !isBesideDoubleBond();
    }
    if (aromatic) {
      return (number == O || number == S) && charge == 0 && !isNearAromaticNitrogen();
    }
    return isChalcogen()
        && (charge == -1
            || (valence() == 2 && (hydrogens == 0 || (hydrogens == 1 && !isBesideDoubleBond()))));
  }

  private boolean isHalogen() {
    return number == 9 || number == 17 || number == 35 || number == 53;
  }

  private boolean isBase() {
    if (number != N || charge == 1) {
      return number == N;
    }
    if (aromatic || charge != 0 || hydrogens > 2) {
      return false;
    }
    int carbons = 0;
    for (int slot = graph.firstSlot(atom); slot < graph.firstSlot(atom + 1); slot++) {
      int other = graph.neighbour(slot);
      boolean ring = graph.isAromatic(other);
      boolean counts = ring ? hydrogens > 0 : graph.atomicNumber(other) == 6;
      if (counts && isSingle(graph, slot) && !hasDoubleBondTo(other, O, O, O)) {
        carbons++;
      }
    }
    return carbons >= 3 - hydrogens;
  }

  private boolean isAcid() {
    if (aromatic || (number != 6 && number != S) || !hasDoubleBondTo(atom, O, S, P)) {
      return false;
    }
    for (int slot = graph.firstSlot(atom); slot < graph.firstSlot(atom + 1); slot++) {
      int other = graph.neighbour(slot);
      if (graph.atomicNumber(other) == O
          && isSingle(graph, slot)
          && (graph.hydrogens(other) == 1 || graph.charge(other) == -1)) {
        return true;
      }
    }
    return false;
  }

  private boolean isChalcogen() {
    return !aromatic && (number == O || number == S);
  }

  private int valence() {
    int sum = hydrogens;
    for (int slot = graph.firstSlot(atom); slot < graph.firstSlot(atom + 1); slot++) {
      sum += graph.order(graph.slotBond(slot));
    }
    return sum;
  }

  /** Bonded to an atom with a double bond to N, O, P or S, as the nitrogen of an amide is. */
  private boolean isBesideDoubleBond() {
    for (int slot = graph.firstSlot(atom); slot < graph.firstSlot(atom + 1); slot++) {
      if (isSingle(graph, slot)) {
        int other = graph.neighbour(slot);
        if (hasDoubleBondTo(other, O, S, P) || hasDoubleBondTo(other, N, N, N)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isNearAromaticNitrogen() {
    for (int slot = graph.firstSlot(atom); slot < graph.firstSlot(atom + 1); slot++) {
      int other = graph.neighbour(slot);
      if (graph.isAromaticBond(graph.slotBond(slot))
          && (graph.atomicNumber(other) == N
              || (graph.atomicNumber(other) == 6 && hasAromaticNitrogen(other)))) {
        return true;
      }
    }
    return false;
  }

  private boolean hasAromaticNitrogen(int of) {
    for (int slot = graph.firstSlot(of); slot < graph.firstSlot(of + 1); slot++) {
      if (graph.isAromaticBond(graph.slotBond(slot))
          && graph.atomicNumber(graph.neighbour(slot)) == N) {
        return true;
      }
    }
    return false;
  }

  private boolean hasDoubleBondTo(int of, int first, int second, int third) {
    for (int slot = graph.firstSlot(of); slot < graph.firstSlot(of + 1); slot++) {
      int bond = graph.slotBond(slot);
      int other = graph.neighbour(slot);
      int otherNumber = graph.atomicNumber(other);
      if (graph.order(bond) == 2
          && !graph.isAromaticBond(bond)
          && !graph.isAromatic(other)
          && (otherNumber == first || otherNumber == second || otherNumber == third)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSingle(MolecularGraph graph, int slot) {
    int bond = graph.slotBond(slot);
    return graph.order(bond) == 1 && !graph.isAromaticBond(bond);
  }
}
