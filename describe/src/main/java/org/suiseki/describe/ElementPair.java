package org.suiseki.describe;

import org.suiseki.matter.Element;

/** Two elements, or one with itself; their order does not count: the lighter comes first. */
public record ElementPair(Element first, Element second) implements Comparable<ElementPair> {

  public ElementPair {
    if (first.compareTo(second) > 0) {
      Element lighter = second;
      second = first;
      first = lighter;
    }
  }

  @Override
  public int compareTo(ElementPair other) {
    int byFirst = first.compareTo(other.first);
    return byFirst != 0 ? byFirst : second.compareTo(other.second);
  }

  /** {@code Na-Cl}. */
  @Override
  public String toString() {
    return first.symbol() + "-" + second.symbol();
  }
}
