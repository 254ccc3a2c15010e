package org.suiseki.describe.molecule;

import java.util.List;
import java.util.function.Function;
import org.suiseki.describe.Descriptor;
import org.suiseki.matter.MolecularGraph;

/** Describes what has a graph by it. */
record OfGraph<T>(Function<T, MolecularGraph> graph, Descriptor<MolecularGraph> descriptor)
    implements Descriptor<T> {

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
  public void describe(T material, double[] out, int offset) {
    descriptor.describe(graph.apply(material), out, offset);
  }
}
