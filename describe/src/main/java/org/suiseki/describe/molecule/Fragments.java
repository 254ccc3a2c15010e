package org.suiseki.describe.molecule;

import org.suiseki.matter.MolecularGraph;

/**
 * The connected parts of a graph within one unit.
 *
 * @param atoms that belong to one
 */
record Fragments(int count, int atoms) {

  /** Of all atoms, or of the aromatic bonds and what they join. */
  static Fragments of(MolecularGraph graph, boolean aromatic) {
    int[] parent = new int[graph.atomCount()];
    boolean[] belongs = new boolean[parent.length];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
      belongs[i] = !aromatic;
    }
    int joined = 0;
    for (int b = 0; b < graph.bondCount(); b++) {
      if (graph.cell(b) == 0 && (!aromatic || graph.isAromaticBond(b))) {
        belongs[graph.begin(b)] = true;
        belongs[graph.end(b)] = true;
        int first = root(parent, graph.begin(b));
        int second = root(parent, graph.end(b));
        if (first != second) {
          parent[first] = second;
          joined++;
        }
      }
    }
    int atoms = 0;
    for (boolean one : belongs) {
      atoms += one ? 1 : 0;
    }
    return new Fragments(atoms - joined, atoms);
  }

  private static int root(int[] parent, int of) {
    int at = of;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
