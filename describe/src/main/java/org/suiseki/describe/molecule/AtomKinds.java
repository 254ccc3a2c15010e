package org.suiseki.describe.molecule;

import org.suiseki.matter.Element;
import org.suiseki.matter.MolecularGraph;

/** What an atom is before its neighbours are looked at. */
enum AtomKinds {
  /**
   * Element, bonds, hydrogens, charge, isotope, and whether it is in a ring, in RDKit's numbers:
   * those of ECFP.
   */
  CONNECTIVITY {
    @Override
    int of(MolecularGraph graph, int atom) {
      int hydrogens = graph.hydrogens(atom);
      int hash = Hash32.with(0, graph.atomicNumber(atom));
      hash = Hash32.with(hash, graph.degree(atom) + hydrogens);
      hash = Hash32.with(hash, hydrogens + listedHydrogens(graph, atom));
      hash = Hash32.with(hash, graph.charge(atom));
      hash = Hash32.with(hash, massDifference(graph, atom));
      return graph.isInRing(atom) ? Hash32.with(hash, 1) : hash;
    }
  },

  /** The parts it could play in binding, as six bits: those of FCFP. */
  ROLE {
    @Override
    int of(MolecularGraph graph, int atom) {
      return AtomRoles.of(graph, atom);
    }
  };

  abstract int of(MolecularGraph graph, int atom);

  /** Of all atoms. */
  int[] of(MolecularGraph graph) {
    int[] kinds = new int[graph.atomCount()];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = of(graph, i);
    }
    return kinds;
  }

  private static int listedHydrogens(MolecularGraph graph, int atom) {
    int count = 0;
    for (int slot = graph.firstSlot(atom); slot < graph.firstSlot(atom + 1); slot++) {
      if (graph.atomicNumber(graph.neighbour(slot)) == 1) {
        count++;
      }
    }
    return count;
  }

  /** Of a written isotope to the mean, cut to a whole number. */
  private static int massDifference(MolecularGraph graph, int atom) {
    int mass = graph.massNumber(atom);
    return mass == 0 ? 0 : (int) (mass - Element.values()[graph.atomicNumber(atom) - 1].mass());
  }
}
