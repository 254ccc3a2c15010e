package org.suiseki.describe.molecule;

import org.suiseki.matter.MolecularGraph;

/**
 * Nine bits for an atom: bonds to heavy atoms, pi electrons and element, as RDKit packs them for
 * pairs and torsions; elements other than the listed share one number.
 */
final class AtomCodes {
  private static final int[] ELEMENTS = {5, 6, 7, 8, 9, 14, 15, 16, 17, 33, 34, 35, 51, 52, 53};
  private static final int[] NOBLE = {10, 18, 36, 54, 86};
  private static final int OTHER = 15;

  private AtomCodes() {}

  static int[] of(MolecularGraph graph) {
    int[] codes = new int[graph.atomCount()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = graph.degree(i) % 7 | piElectrons(graph, i) % 3 << 3 | element(graph, i) << 5;
    }
    return codes;
  }

  /** None where four bonds and lone pairs leave no room for them, as at the sulfur of a sulfone. */
  private static int piElectrons(MolecularGraph graph, int atom) {
    if (graph.isAromatic(atom)) {
      return 1;
    }
    int count = 0;
    for (int slot = graph.firstSlot(atom); slot < graph.firstSlot(atom + 1); slot++) {
      count += graph.order(graph.slotBond(slot)) - 1;
    }
    int sigma = graph.degree(atom) + graph.hydrogens(atom);
    int free = outerElectrons(graph.atomicNumber(atom)) - graph.charge(atom) - sigma - count;
    return sigma + Math.max(0, free / 2) >= 4 ? 0 : count;
  }

  /** Of the main groups; others are taken to have none to spare. */
  private static int outerElectrons(int number) {
    for (int noble : NOBLE) {
      if (number < noble && number > noble - 6) {
        return 8 + number - noble;
      }
    }
    return 0;
  }

  private static int element(MolecularGraph graph, int atom) {
    for (int type = 0; type < ELEMENTS.length; type++) {
      if (ELEMENTS[type] == graph.atomicNumber(atom)) {
        return type;
      }
    }
    return OTHER;
  }
}
