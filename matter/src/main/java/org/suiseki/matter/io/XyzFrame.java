package org.suiseki.matter.io;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Element;
import org.suiseki.matter.MatterException;

/**
 * Atoms in space, without bonds.
 *
 * @param elements one for each atom
 * @param positions x, y and z of each atom in turn, in Å
 * @param comment the second line of the frame
 */
public record XyzFrame(List<Element> elements, List<Double> positions, String comment) {

  public XyzFrame {
    elements = List.copyOf(elements);
    positions = List.copyOf(positions);
    if (elements.isEmpty() || positions.size() != 3 * elements.size()) {
      throw new MatterException(
          "There are " + elements.size() + " atoms and " + positions.size() + " coordinates.",
          "Give at least one atom and three coordinates for each.");
    }
  }

  /** What the atoms add up to; neutral. */
  public Composition composition() {
    Map<Element, Double> amounts = new EnumMap<>(Element.class);
    elements.forEach(element -> amounts.merge(element, 1.0, Double::sum));
    return Composition.of(amounts);
  }
}
