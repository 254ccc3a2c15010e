package org.suiseki.study.findings;

import java.util.ArrayList;
import java.util.List;
import org.suiseki.study.StudyException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A triangle of compositions of three elements, coloured by the most probable of some classes or by
 * one quantity, with known compositions marked. Of several systems the page has a chooser.
 *
 * @param title may be empty
 * @param classes in the order of the values, empty where a quantity is shown
 * @param background the class that is left without colour, such as "others"; empty for none
 * @param quantity what the values are
 */
public record Ternary(
    String title,
    List<String> classes,
    String background,
    Quantity quantity,
    List<TernarySystem> systems)
    implements Block {

  public Ternary {
    classes = List.copyOf(classes);
    systems = List.copyOf(systems);
    int layers = Math.max(1, classes.size());
    for (TernarySystem system : systems) {
      if (system.values().size() != layers) {
        throw new StudyException(
            "the system "
                + system.elements()
                + " of a report has "
                + system.values().size()
                + " values at each composition, expected "
                + layers,
            "Give one for each class, or one of the quantity.");
      }
    }
  }

  /** Probabilities of classes. */
  public static Ternary ofClasses(String title, List<String> classes, String background) {
    return new Ternary(title, classes, background, Quantity.of("Probability"), List.of());
  }

  public static Ternary ofQuantity(String title, Quantity quantity) {
    return new Ternary(title, List.of(), "", quantity, List.of());
  }

  public Ternary with(TernarySystem system) {
    List<TernarySystem> all = new ArrayList<>(systems);
    all.add(system);
    return new Ternary(title, classes, background, quantity, all);
  }

  @Override
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("block", "ternary");
    json.put("title", title).put("background", background);
    ArrayNode names = json.putArray("classes");
    classes.forEach(names::add);
    json.set("quantity", quantity.json());
    ArrayNode all = json.putArray("systems");
    systems.forEach(system -> all.add(system.json()));
    return json;
  }
}
