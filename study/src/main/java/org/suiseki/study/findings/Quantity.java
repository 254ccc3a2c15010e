package org.suiseki.study.findings;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands along an axis or is said by colours or numbers: its name, its unit, and whether the
 * axis is logarithmic.
 *
 * @param name may hold a subscript or superscript, as in {@code κ_L} or {@code x^2}
 * @param unit such as {@code W/m/K} or {@code cm^3}; 1 for what has none
 * @param logarithmic whether equal ways along the axis are equal ratios; values that are not
 *     positive have no place there, and the page says how many they are
 */
public record Quantity(String name, String unit, boolean logarithmic) {

  public static Quantity of(String name, String unit) {
    return new Quantity(name, unit, false);
  }

  /** A number without unit, such as R². */
  public static Quantity of(String name) {
    return of(name, "1");
  }

  /** The same on a logarithmic axis. */
  public Quantity onLogScale() {
    return new Quantity(name, unit, true);
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", name).put("unit", unit);
    return logarithmic ? json.put("log", true) : json;
  }
}
