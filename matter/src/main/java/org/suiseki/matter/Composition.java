package org.suiseki.matter;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** How much of each element: amounts per formula unit, all positive. */
public final class Composition {
  private final Map<Element, Double> amounts;

  private Composition(Map<Element, Double> amounts) {
    this.amounts = Collections.unmodifiableMap(new EnumMap<>(amounts));
  }

  public static Composition of(Map<Element, Double> amounts) {
    return new Composition(amounts);
  }

  /** The amount of an element in one formula unit; 0 where it is absent. */
  public double amount(Element element) {
    return amounts.getOrDefault(element, 0.0);
  }

  public Map<Element, Double> amounts() {
    return amounts;
  }
}
