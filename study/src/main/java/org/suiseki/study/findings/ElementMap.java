package org.suiseki.study.findings;

import java.util.ArrayList;
import java.util.List;
import org.suiseki.matter.Element;
import org.suiseki.study.Numbers;
import org.suiseki.study.StudyException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Elements in the plane: the periodic table, one drawn anew on the nodes of a grid, or free places.
 * The page has a chooser of what colours them.
 *
 * @param title may be empty
 * @param onGrid whether x is a column and y a row, counted from 1, rows downwards; several elements
 *     of one cell share it. Else x goes to the right and y up, and symbols that would overlap are
 *     moved apart with a line to their places
 * @param places of the elements
 * @param colourings at least one value for each place
 */
public record ElementMap(
    String title, boolean onGrid, List<Place> places, List<Colouring> colourings) implements Block {

  /**
   * @param detail a line when it is pointed at, may be empty
   */
  public record Place(Element element, double x, double y, String detail) {

    public Place saying(String detail) {
      return new Place(element, x, y, detail);
    }
  }

  /**
   * What the elements can be coloured by: classes, or numbers.
   *
   * @param classes of each place, empty text for none; empty where it is numbers
   * @param numbers of each place, NaN for none; empty where it is classes
   */
  public record Colouring(Quantity quantity, List<String> classes, List<Double> numbers) {
    public Colouring {
      classes = List.copyOf(classes);
      numbers = List.copyOf(numbers);
    }
  }

  public ElementMap {
    places = List.copyOf(places);
    colourings = List.copyOf(colourings);
    int size = places.size();
    for (Colouring one : colourings) {
      int given = Math.max(one.classes().size(), one.numbers().size());
      if (given != size) {
        throw new StudyException(
            "the map of elements \""
                + title
                + "\" of a report has "
                + size
                + " elements, but "
                + given
                + " values of "
                + one.quantity().name(),
            "Give one for each element.");
      }
    }
  }

  public static ElementMap free(String title, List<Place> places) {
    return new ElementMap(title, false, places, List.of());
  }

  public static ElementMap onGrid(String title, List<Place> places) {
    return new ElementMap(title, true, places, List.of());
  }

  /** The table in its usual form of 18 groups, La to Lu and Ac to Lr below. */
  public static ElementMap periodicTable(String title, List<Element> elements) {
    List<Place> places = new ArrayList<>();
    for (Element element : elements) {
      PeriodicPlace at = PeriodicPlace.of(element);
      places.add(new Place(element, at.column(), at.row(), ""));
    }
    return onGrid(title, places);
  }

  public ElementMap colouredBy(String name, List<String> classes) {
    return coloured(new Colouring(Quantity.of(name), classes, List.of()));
  }

  public ElementMap colouredBy(Quantity quantity, List<Double> numbers) {
    return coloured(new Colouring(quantity, List.of(), numbers));
  }

  private ElementMap coloured(Colouring colouring) {
    List<Colouring> all = new ArrayList<>(colourings);
    all.add(colouring);
    return new ElementMap(title, onGrid, places, all);
  }

  @Override
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("block", "elements");
    json.put("title", title).put("grid", onGrid);
    ArrayNode all = json.putArray("places");
    for (Place place : places) {
      ObjectNode one = all.addObject().put("symbol", place.element().name());
      one.put("name", place.element().fullName()).put("number", place.element().number());
      Numbers.put(one, "x", place.x());
      Numbers.put(one, "y", place.y());
      one.put("detail", place.detail());
    }
    ArrayNode colours = json.putArray("colourings");
    for (Colouring colouring : colourings) {
      ArrayNode values = colours.addObject().setAll(colouring.quantity().json()).putArray("values");
      colouring.classes().forEach(values::add);
      colouring.numbers().forEach(number -> Numbers.add(values, number));
    }
    return json;
  }
}
