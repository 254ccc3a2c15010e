package org.suiseki.describe.molecule;

import java.util.Arrays;
import org.suiseki.matter.MolecularGraph;

/**
 * Pairs of atoms and the bonds between them on the shortest way (Carhart, Smith, Venkataraghavan,
 * J. Chem. Inf. Comput. Sci. 25, 64 (1985), doi 10.1021/ci00046a002), hashed as in RDKit. In a
 * chain a pair may lie in several units; those with one atom in the unit and the other anywhere
 * count half from each side.
 *
 * <p>Cost: for each atom, the bonds within reach.
 *
 * @param longest way that counts, in bonds
 */
record AtomPairs(int longest) implements FeatureWalk {

  @Override
  public void walk(MolecularGraph graph, Found found) {
    int[] codes = AtomCodes.of(graph);
    int atoms = codes.length;
    int reach = graph.isChain() ? 1 + (longest - 1) / graph.backboneLength() : 0;
    int[] distances = new int[(2 * reach + 1) * atoms];
    int[] open = new int[distances.length];
    for (int i = 0; i < atoms; i++) {
      int met = search(graph, reach * atoms + i, distances, open);
      for (int k = 1; k < met; k++) {
        int other = codes[open[k] % atoms];
        int hash = Hash32.with(0, Math.min(codes[i], other));
        hash = Hash32.with(hash, distances[open[k]]);
        found.add(Hash32.with(hash, Math.max(codes[i], other)), 0.5);
      }
    }
  }

  /** Meets the atoms within reach, by distance; returns how many, the start among them. */
  private int search(MolecularGraph graph, int start, int[] distances, int[] open) {
    Arrays.fill(distances, -1);
    int atoms = graph.atomCount();
    distances[start] = 0;
    open[0] = start;
    int count = 1;
    for (int k = 0; k < count && distances[open[k]] < longest; k++) {
      int atom = open[k] % atoms;
      int cell = open[k] - atom;
      for (int slot = graph.firstSlot(atom); slot < graph.firstSlot(atom + 1); slot++) {
        int next = cell + graph.shift(slot) * atoms + graph.neighbour(slot);
        if (distances[next] < 0) {
          distances[next] = distances[open[k]] + 1;
          open[count++] = next;
        }
      }
    }
    return count;
  }
}
