package org.suiseki.simulate;

import java.util.Map;
import org.suiseki.matter.Element;

/**
 * How the vibrations of atoms weaken their amplitude: by exp(−B sin² θ/λ²), B = 8π² ⟨u²⟩.
 *
 * @param overall B in Å² of the elements that are not named
 * @param byElement B in Å²
 */
public record DebyeWaller(double overall, Map<Element, Double> byElement) {
  private static final double LARGEST = 1000;

  /**
   * @throws SimulateException for a B below 0 or beyond 1000 Å²
   */
  public DebyeWaller {
    byElement = Map.copyOf(byElement);
    check(overall, "every atom");
    byElement.forEach((element, b) -> check(b, element.symbol()));
  }

  /** Atoms at rest. */
  public static DebyeWaller none() {
    return new DebyeWaller(0, Map.of());
  }

  /** The same B in Å² for every atom. */
  public static DebyeWaller overall(double b) {
    return new DebyeWaller(b, Map.of());
  }

  /** B in Å² of an element. */
  public double of(Element element) {
    return byElement.getOrDefault(element, overall);
  }

  private static void check(double b, String whose) {
    if (!(b >= 0 && b <= LARGEST)) {
      throw new SimulateException(
          "The Debye-Waller factor B of " + whose + " is " + b + " Å².",
          "Give a number from 0 to 1000, such as 0.5.");
    }
  }
}
