package org.suiseki.describe.composition;

import java.util.Collections;
import java.util.List;
import org.suiseki.matter.Composition;

/**
 * Which part of the valence electrons is in s, p, d and f orbitals: Σ w N_l / Σ w N, with N_l of
 * the free atoms (Ward et al., npj Comput. Mater. 2, 16028 (2016), doi
 * 10.1038/npjcompumats.2016.28). All are 0 where the atoms have no valence electron outside a
 * noble-gas core, as a table may say of helium.
 */
final class ValenceOrbitals implements CompositionDescriptor {
  private static final List<String> NAMES =
      List.of(
          "fraction of s valence electrons",
          "fraction of p valence electrons",
          "fraction of d valence electrons",
          "fraction of f valence electrons");

  private final ElementMatrix electrons;

  /**
   * @param electrons how many an atom has in s, p, d and f, four properties
   */
  ValenceOrbitals(ElementMatrix electrons) {
    this.electrons = electrons;
  }

  @Override
  public List<String> names() {
    return NAMES;
  }

  @Override
  public List<String> units() {
    return Collections.nCopies(NAMES.size(), "1");
  }

  @Override
  public List<String> sources() {
    return electrons.properties().stream()
        .map(one -> "doi 10.1038/npjcompumats.2016.28; electrons: " + one.source())
        .toList();
  }

  @Override
  public MissingValues missingValues() {
    return electrons.policy();
  }

  @Override
  public List<MissingValue> missing(Composition composition) {
    return electrons.missing(composition);
  }

  @Override
  public boolean annotates() {
    return electrons.annotates();
  }

  @Override
  public String note(Composition composition) {
    return electrons.note(composition);
  }

  @Override
  public void describe(Composition composition, double[] out, int offset) {
    electrons.check(composition);
    double[] values = electrons.values();
    int shells = NAMES.size();
    double all = 0;
    for (int shell = 0; shell < shells; shell++) {
      double sum = 0;
      for (int i = 0; i < composition.elementCount(); i++) {
        sum +=
            composition.amountAt(i) * values[composition.elementAt(i).ordinal() * shells + shell];
      }
      out[offset + shell] = sum;
      all += sum;
    }
    for (int shell = 0; shell < shells; shell++) {
      out[offset + shell] = all == 0 ? 0 : out[offset + shell] / all;
    }
  }
}
