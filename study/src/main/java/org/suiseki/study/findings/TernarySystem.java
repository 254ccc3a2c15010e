package org.suiseki.study.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.suiseki.matter.Element;
import org.suiseki.study.Numbers;
import org.suiseki.study.StudyException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Three elements, and what is said of each of their compositions on a triangular grid.
 *
 * <p>With n steps the grid has (n + 1)(n + 2)/2 compositions; {@link #fractions} lists them in the
 * order in which the values are to be given: the first element's share ascending, and for each the
 * second's.
 *
 * @param elements the corners: left, right, top
 * @param steps into how many parts each side of the triangle is divided, at least 2; 50 is fine
 *     enough for a page, and then has 1326 compositions
 * @param values for each class, or for the one quantity, a value at each composition
 * @param known marked compositions
 */
public record TernarySystem(
    List<Element> elements, int steps, List<List<Double>> values, List<Known> known) {

  /**
   * A marked composition.
   *
   * @param amounts of the three elements, on any scale
   * @param label such as its formula
   * @param kind its true class where the diagram is one of classes, else empty
   * @param said what the model says of this very composition, a value of each class or the one of
   *     the quantity; empty where it is to be read between the points of the grid
   * @param named the class that the model names it; empty for the most probable
   * @param detail a further line when it is pointed at, may be empty
   */
  public record Known(
      List<Double> amounts,
      String label,
      String kind,
      List<Double> said,
      String named,
      String detail) {
    public Known {
      amounts = List.copyOf(amounts);
      said = List.copyOf(said);
      double sum = amounts.stream().mapToDouble(Double::doubleValue).sum();
      if (amounts.size() != 3 || !(sum > 0) || amounts.stream().anyMatch(one -> !(one >= 0))) {
        throw new StudyException(
            "the composition \"" + label + "\" of a report has the amounts " + amounts,
            "Give three amounts, none negative and not all zero.");
      }
    }

    public static Known of(double first, double second, double third, String label, String kind) {
      return new Known(List.of(first, second, third), label, kind, List.of(), "", "");
    }

    /** With what the model says of it: its class, and the probability of each class. */
    public Known said(String named, double... values) {
      List<Double> boxed = DoubleStream.of(values).boxed().toList();
      return new Known(amounts, label, kind, boxed, named, detail);
    }

    public Known saying(String detail) {
      return new Known(amounts, label, kind, said, named, detail);
    }

    private void put(ObjectNode json) {
      json.put("label", label).put("kind", kind).put("named", named).put("detail", detail);
      ArrayNode at = json.putArray("amounts");
      amounts.forEach(amount -> Numbers.add(at, amount));
      ArrayNode layers = json.putArray("said");
      said.forEach(value -> Numbers.add(layers, value));
    }
  }

  public TernarySystem {
    elements = List.copyOf(elements);
    known = List.copyOf(known);
    values = values.stream().map(List::copyOf).toList();
    if (elements.size() != 3 || elements.stream().distinct().count() != 3 || steps < 2) {
      throw new StudyException(
          "a ternary diagram of a report has the elements " + elements + " and " + steps + " steps",
          "Give three different elements and at least 2 steps.");
    }
    for (Known one : known) {
      if (!one.said().isEmpty() && one.said().size() != values.size()) {
        throw new StudyException(
            "the composition \""
                + one.label()
                + "\" of a report has "
                + one.said().size()
                + " values, its diagram "
                + values.size(),
            "Give one for each class, or one of the quantity.");
      }
    }
    int size = size(steps);
    values.stream()
        .filter(one -> one.size() != size)
        .findFirst()
        .ifPresent(one -> {
          throw new StudyException(
              "a ternary diagram of a report has " + one.size() + " values, its grid " + size,
              "Give one value for each of TernarySystem.fractions(steps).");
        });
  }

  /**
   * @param values for each composition of the grid a value of each class, or one value
   */
  public static TernarySystem of(
      Element left, Element right, Element top, int steps, double[][] values) {
    int classes = values.length == 0 ? 0 : values[0].length;
    List<List<Double>> byClass = new ArrayList<>();
    for (int one = 0; one < classes; one++) {
      List<Double> along = new ArrayList<>();
      for (double[] point : values) {
        along.add(point[one]);
      }
      byClass.add(along);
    }
    return new TernarySystem(List.of(left, right, top), steps, byClass, List.of());
  }

  public TernarySystem with(List<Known> known) {
    return new TernarySystem(elements, steps, values, known);
  }

  /** How many compositions the grid has. */
  public static int size(int steps) {
    return (steps + 1) * (steps + 2) / 2;
  }

  /** The atomic fractions of the three elements at each composition of the grid. */
  public static double[][] fractions(int steps) {
    double[][] all = new double[size(steps)][];
    int place = 0;
    for (int first = 0; first <= steps; first++) {
      for (int second = 0; second <= steps - first; second++) {
        double third = steps - first - second;
        all[place++] = new double[] {first, second, third};
      }
    }
    for (double[] one : all) {
      for (int i = 0; i < 3; i++) {
        one[i] /= steps;
      }
    }
    return all;
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode corners = json.putArray("elements");
    elements.forEach(element -> corners.add(element.name()));
    json.put("steps", steps);
    ArrayNode layers = json.putArray("values");
    for (List<Double> layer : values) {
      ArrayNode along = layers.addArray();
      layer.forEach(value -> Numbers.add(along, value));
    }
    ArrayNode marks = json.putArray("known");
    known.forEach(one -> one.put(marks.addObject()));
    return json;
  }
}
