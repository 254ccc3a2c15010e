package org.suiseki.describe.composition;

import java.util.Collections;
import java.util.List;
import org.suiseki.matter.Composition;

/**
 * How many elements there are and how unevenly they share the atoms: p-norms (Σ wᵢᵖ)^(1/p) of the
 * fractions, without regard to which elements they are (Ward et al., npj Comput. Mater. 2, 16028
 * (2016), doi 10.1038/npjcompumats.2016.28). The 0-norm counts the elements.
 */
final class Stoichiometry implements CompositionDescriptor {
  private static final int[] POWERS = {0, 2, 3, 5, 7, 10};
  private static final List<String> NAMES =
      List.of("0-norm", "2-norm", "3-norm", "5-norm", "7-norm", "10-norm");

  @Override
  public List<String> names() {
    return NAMES;
  }

  @Override
  public List<String> units() {
    return Collections.nCopies(POWERS.length, "1");
  }

  @Override
  public List<String> sources() {
    return NAMES.stream()
        .map(name -> name + " of the fractions of atoms; doi 10.1038/npjcompumats.2016.28")
        .toList();
  }

  @Override
  public void describe(Composition composition, double[] out, int offset) {
    int count = composition.elementCount();
    double total = composition.total();
    out[offset] = count;
    for (int k = 1; k < POWERS.length; k++) {
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += Math.pow(composition.amountAt(i) / total, POWERS[k]);
      }
      out[offset + k] = Math.pow(sum, 1.0 / POWERS[k]);
    }
  }
}
