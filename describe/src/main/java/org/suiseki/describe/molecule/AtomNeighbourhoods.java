package org.suiseki.describe.molecule;

import java.util.Arrays;
import org.suiseki.matter.MolecularGraph;

/**
 * The neighbourhoods of all atoms up to a radius, in bonds: extended-connectivity fingerprints
 * (Rogers, Hahn, J. Chem. Inf. Model. 50, 742 (2010), doi 10.1021/ci100050t), with the numbers by
 * which RDKit tells them. A neighbourhood that holds the same bonds as one met before is not told
 * again.
 *
 * <p>In a chain an atom's neighbourhood may reach into other units. It is told once for a unit, and
 * is the same as another where it is that moved along the chain.
 *
 * <p>Cost: for each step of the radius, the bonds of the graph times the words of a set of them.
 */
final class AtomNeighbourhoods implements FeatureWalk {
  private final int radius;
  private final AtomKinds kinds;

  AtomNeighbourhoods(int radius, AtomKinds kinds) {
    this.radius = radius;
    this.kinds = kinds;
  }

  @Override
  public void walk(MolecularGraph graph, Found found) {
    new Growth(graph, kinds.of(graph), radius).run(radius, found);
  }

  /** The neighbourhoods of one graph while they grow. */
  private static final class Growth {
    private final MolecularGraph graph;
    private final int atoms;
    private final BondSets sets;
    private final int[] neighbourHashes;
    private final long[] order;
    private final boolean[] done;
    private int[] hashes;
    private int[] grown;

    Growth(MolecularGraph graph, int[] hashes, int radius) {
      this.graph = graph;
      this.atoms = graph.atomCount();
      this.sets = new BondSets(graph, radius);
      this.hashes = hashes;
      this.grown = new int[atoms];
      this.order = new long[atoms];
      this.done = new boolean[atoms];
      int most = 0;
      for (int i = 0; i < atoms; i++) {
        most = Math.max(most, graph.degree(i));
      }
      this.neighbourHashes = new int[2 * most];
    }

    void run(int radius, Found found) {
      for (int i = 0; i < atoms; i++) {
        found.add(hashes[i], 1);
      }
      for (int step = 0; step < radius; step++) {
        int count = grow(step);
        Arrays.sort(order, 0, count);
        for (int k = 0; k < count; k++) {
          int atom = (int) (order[k] & 0x7fffffff);
          if (sets.isNew(atom)) {
            found.add(grown[atom], 1);
          } else {
            done[atom] = true;
          }
        }
        sets.advance();
        int[] spare = hashes;
        hashes = grown;
        grown = spare;
      }
    }

    /** Grows all neighbourhoods by one bond; returns how many there are to look at, in order. */
    private int grow(int step) {
      int count = 0;
      for (int i = 0; i < atoms; i++) {
        if (done[i] || graph.degree(i) == 0) {
          grown[i] = 0;
          sets.keep(i);
        } else {
          grown[i] = grown(step, i);
          sets.grow(i);
          // Sorted by hash as without a sign, so that of equal sets the one of the least stays.
          order[count++] = ((grown[i] & 0xffffffffL) << 31) | i;
        }
      }
      return count;
    }

    private int grown(int step, int atom) {
      int count = 0;
      for (int slot = graph.firstSlot(atom); slot < graph.firstSlot(atom + 1); slot++) {
        insert(count++, bondKind(graph.slotBond(slot)), hashes[graph.neighbour(slot)]);
      }
      int hash = Hash32.with(step, hashes[atom]);
      for (int k = 0; k < count; k++) {
        hash = Hash32.with(hash, Hash32.ofPair(neighbourHashes[2 * k], neighbourHashes[2 * k + 1]));
      }
      return hash;
    }

    /** Keeps the neighbours sorted by bond, then by hash as without a sign. */
    private void insert(int count, int kind, int hash) {
      int k = count;
      while (k > 0
          && (neighbourHashes[2 * k - 2] > kind
              || (neighbourHashes[2 * k - 2] == kind
                  && Integer.compareUnsigned(neighbourHashes[2 * k - 1], hash) > 0))) {
        neighbourHashes[2 * k] = neighbourHashes[2 * k - 2];
        neighbourHashes[2 * k + 1] = neighbourHashes[2 * k - 1];
        k--;
      }
      neighbourHashes[2 * k] = kind;
      neighbourHashes[2 * k + 1] = hash;
    }

    /** The order of the bond; RDKit's number 12 for aromatic ones. */
    private int bondKind(int bond) {
      return graph.isAromaticBond(bond) ? 12 : graph.order(bond);
    }
  }
}
