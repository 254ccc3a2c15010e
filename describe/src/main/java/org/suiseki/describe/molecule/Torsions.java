package org.suiseki.describe.molecule;

import org.suiseki.matter.MolecularGraph;

/**
 * Rows of four bonded atoms (Nilakantan, Bauman, Dixon, Venkataraghavan, J. Chem. Inf. Comput. Sci.
 * 27, 82 (1987), doi 10.1021/ci00054a008), hashed as in RDKit. Each is found from its middle bond.
 */
record Torsions() implements FeatureWalk {

  @Override
  public void walk(MolecularGraph graph, Found found) {
    int[] codes = AtomCodes.of(graph);
    for (int b = 0; b < graph.bondCount(); b++) {
      int second = graph.begin(b);
      int third = graph.end(b);
      int cell = graph.cell(b);
      for (int s = graph.firstSlot(second); s < graph.firstSlot(second + 1); s++) {
        int first = graph.neighbour(s);
        if (first == third && graph.shift(s) == cell) {
          continue;
        }
        for (int t = graph.firstSlot(third); t < graph.firstSlot(third + 1); t++) {
          int fourth = graph.neighbour(t);
          int fourthCell = cell + graph.shift(t);
          boolean back = fourth == second && fourthCell == 0;
          boolean triangle = fourth == first && fourthCell == graph.shift(s);
          if (!back && !triangle) {
            found.add(
                hash(codes[first] - 1, codes[second] - 2, codes[third] - 2, codes[fourth] - 1), 1);
          }
        }
      }
    }
  }

  /** The same in both directions. */
  private static int hash(int first, int second, int third, int fourth) {
    boolean turned = first > fourth || (first == fourth && second > third);
    int hash = Hash32.with(0, turned ? fourth : first);
    hash = Hash32.with(hash, turned ? third : second);
    hash = Hash32.with(hash, turned ? second : third);
    return Hash32.with(hash, turned ? first : fourth);
  }
}
