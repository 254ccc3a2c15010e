package org.suiseki.describe.molecule;

import org.suiseki.matter.MolecularGraph;

/**
 * Rows of bonded atoms of several lengths without branches, told by element, aromaticity and bond
 * order: the linear part of what Daylight's and RDKit's path fingerprints look at, with numbers of
 * its own. In a chain, a row counts for the unit in which its first bond begins, half from each
 * end.
 *
 * <p>Cost: the number of such rows, which grows with the length about threefold a bond.
 *
 * @param shortest in bonds; 0 for single atoms
 * @param longest in bonds
 */
record BondPaths(int shortest, int longest) implements FeatureWalk {

  @Override
  public void walk(MolecularGraph graph, Found found) {
    Row row = new Row(graph, this, found);
    for (int i = 0; i < graph.atomCount(); i++) {
      row.begin(i);
    }
  }

  /** The row that is being followed; atoms are told with the unit in which they lie. */
  private static final class Row {
    private final MolecularGraph graph;
    private final BondPaths lengths;
    private final Found found;
    private final int[] atoms;
    private final int[] cells;
    private final int[] letters;

    Row(MolecularGraph graph, BondPaths lengths, Found found) {
      this.graph = graph;
      this.lengths = lengths;
      this.found = found;
      this.atoms = new int[lengths.longest + 1];
      this.cells = new int[lengths.longest + 1];
      this.letters = new int[2 * lengths.longest + 1];
    }

    void begin(int atom) {
      place(0, atom, 0);
      if (lengths.shortest == 0) {
        found.add(Hash32.with(0, letters[0]), 1);
      }
      follow(0);
    }

    private void place(int at, int atom, int cell) {
      atoms[at] = atom;
      cells[at] = cell;
      letters[2 * at] = graph.atomicNumber(atom) * 2 + (graph.isAromatic(atom) ? 1 : 0);
    }

    private void follow(int at) {
      if (at == lengths.longest) {
        return;
      }
      int atom = atoms[at];
      for (int slot = graph.firstSlot(atom); slot < graph.firstSlot(atom + 1); slot++) {
        int next = graph.neighbour(slot);
        int cell = cells[at] + graph.shift(slot);
        if (isFree(at, next, cell)) {
          int bond = graph.slotBond(slot);
          letters[2 * at + 1] = graph.isAromaticBond(bond) ? 12 : graph.order(bond);
          place(at + 1, next, cell);
          if (at + 1 >= lengths.shortest) {
            found.add(hash(2 * at + 3), 0.5);
          }
          follow(at + 1);
        }
      }
    }

    private boolean isFree(int at, int atom, int cell) {
      for (int k = at; k >= 0; k--) {
        if (atoms[k] == atom && cells[k] == cell) {
          return false;
        }
      }
      return true;
    }

    /** The same in both directions. */
    private int hash(int length) {
      int difference = 0;
      for (int i = 0; i < length / 2 && difference == 0; i++) {
        difference = letters[i] - letters[length - 1 - i];
      }
      int hash = length;
      for (int i = 0; i < length; i++) {
        hash = Hash32.with(hash, letters[difference > 0 ? length - 1 - i : i]);
      }
      return hash;
    }
  }
}
