package org.suiseki.describe.molecule;

import org.suiseki.matter.MolecularGraph;

/** Finds the features of a graph, each told by a hash of 32 bits. */
interface FeatureWalk {

  /** Tells every feature and how often it is met; one feature may be told several times. */
  void walk(MolecularGraph graph, Found found);

  /** Takes what is found. */
  interface Found {
    /**
     * @param hash of the feature, to be read without a sign
     * @param count how often it is met: in a molecule, or in one unit of a chain
     */
    void add(int hash, double count);
  }
}
