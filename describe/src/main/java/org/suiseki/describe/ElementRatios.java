package org.suiseki.describe;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Element;

/**
 * How many atoms of some elements there are for each carbon, as N/C, O/C, H/C. With them the size
 * of a molecule can be told that its spectrum, a mean over carbons, hides (Kikumasa, Kiyohara,
 * Shibata, Mizoguchi, Adv. Intell. Syst. 4, 2100103 (2022), doi 10.1002/aisy.202100103).
 */
public final class ElementRatios implements Descriptor<Composition> {
  private final List<Element> elements;

  /**
   * @param elements all different, none of them carbon
   */
  public ElementRatios(List<Element> elements) {
    if (elements.isEmpty()
        || Set.copyOf(elements).size() < elements.size()
        || elements.contains(Element.C)) {
      throw new DescribeException(
          "Ratios to carbon cannot be taken for " + elements + ".",
          "Give at least one element, each once and none of them carbon.");
    }
    this.elements = List.copyOf(elements);
  }

  public ElementRatios(Element... elements) {
    this(List.of(elements));
  }

  @Override
  public List<String> names() {
    return elements.stream().map(element -> element.symbol() + "/C").toList();
  }

  @Override
  public List<String> units() {
    return Collections.nCopies(elements.size(), "1");
  }

  @Override
  public int width() {
    return elements.size();
  }

  @Override
  public void describe(Composition composition, double[] out, int offset) {
    double carbon = composition.amount(Element.C);
    if (carbon == 0) {
      throw new DescribeException(
          composition + " holds no carbon.", "Leave it out; the ratios are taken to carbon.");
    }
    for (int i = 0; i < elements.size(); i++) {
      out[offset + i] = composition.amount(elements.get(i)) / carbon;
    }
  }
}
