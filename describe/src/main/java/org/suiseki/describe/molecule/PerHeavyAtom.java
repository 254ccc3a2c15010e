package org.suiseki.describe.molecule;

import java.util.List;
import org.suiseki.describe.Descriptor;
import org.suiseki.matter.MolecularGraph;

/**
 * Divides amounts by the number of heavy atoms, so that a chain is described alike however long the
 * unit is written.
 *
 * @param extensive how many of the numbers, the first ones, are amounts
 */
record PerHeavyAtom(Descriptor<MolecularGraph> descriptor, int extensive)
    implements Descriptor<MolecularGraph> {

  @Override
  public List<String> names() {
    return descriptor.names();
  }

  @Override
  public List<String> units() {
    return descriptor.units();
  }

  @Override
  public int width() {
    return descriptor.width();
  }

  @Override
  public void describe(MolecularGraph graph, double[] out, int offset) {
    descriptor.describe(graph, out, offset);
    int heavy = 0;
    for (int i = 0; i < graph.atomCount(); i++) {
      heavy += graph.atomicNumber(i) > 1 ? 1 : 0;
    }
    for (int i = offset; i < offset + extensive; i++) {
      out[i] /= heavy;
    }
  }
}
