package org.suiseki.describe.composition;

import java.util.List;
import org.suiseki.matter.Composition;

/**
 * How ionic a compound can be (Ward et al., npj Comput. Mater. 2, 16028 (2016), doi
 * 10.1038/npjcompumats.2016.28): whether each element can take one {@linkplain OxidationStates
 * oxidation state} so that the charges cancel, and the largest and mean ionic character 1 −
 * exp(−(χᵢ − χⱼ)²/4) of pairs of elements (Pauling), the mean being Σ wᵢ wⱼ over pairs i &lt; j.
 *
 * <p>Limits: with one state for each element Fe3O4 has none that cancel; the common states leave
 * out such as that of Cu2O, all known ones nearly nothing. An element alone has 0 everywhere.
 */
final class IonicCharacter implements CompositionDescriptor {
  private static final List<String> NAMES =
      List.of("can form ionic compound", "max ionic character", "mean ionic character");

  private final ElementMatrix electronegativity;
  private final OxidationStates states;

  /**
   * @param electronegativity one property, on Pauling's scale
   */
  IonicCharacter(ElementMatrix electronegativity, OxidationStates states) {
    this.electronegativity = electronegativity;
    this.states = states;
  }

  @Override
  public List<String> names() {
    return NAMES;
  }

  @Override
  public List<String> units() {
    return List.of("1", "1", "1");
  }

  @Override
  public List<String> sources() {
    String pauling =
        "doi 10.1038/npjcompumats.2016.28; electronegativity: "
            + electronegativity.properties().get(0).source();
    return List.of(
        "1 where oxidation states cancel, else 0; doi 10.1038/npjcompumats.2016.28; states:"
            + " pymatgen 2022.11.7 periodic_table.json",
        pauling,
        pauling);
  }

  @Override
  public MissingValues missingValues() {
    return electronegativity.policy();
  }

  @Override
  public List<MissingValue> missing(Composition composition) {
    return electronegativity.missing(composition);
  }

  @Override
  public boolean annotates() {
    return electronegativity.annotates();
  }

  @Override
  public String note(Composition composition) {
    return electronegativity.note(composition);
  }

  @Override
  public void describe(Composition composition, double[] out, int offset) {
    electronegativity.check(composition);
    int count = composition.elementCount();
    double[] scale = electronegativity.values();
    double total = composition.total();
    double most = 0;
    double mean = 0;
    for (int i = 1; i < count; i++) {
      for (int j = 0; j < i; j++) {
        double apart =
            scale[composition.elementAt(i).ordinal()] - scale[composition.elementAt(j).ordinal()];
        double character = -Math.expm1(-0.25 * apart * apart);
        most = Math.max(most, character);
        mean += composition.amountAt(i) / total * (composition.amountAt(j) / total) * character;
      }
    }
    out[offset] = count > 1 && states.balances(composition) ? 1 : 0;
    out[offset + 1] = most;
    out[offset + 2] = mean;
  }
}
