package org.suiseki.study.findings;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Points over two quantities. With {@link #identity()} it is a parity plot: both axes have one
 * range, and a diagonal says where predicted is true.
 *
 * @param title may be empty
 * @param series at most seven, told apart by colour and form
 * @param isParity whether predicted stands over true
 * @param hasFormulas whether the labels are chemical formulas
 */
public record Scatter(
    String title,
    Quantity x,
    Quantity y,
    List<Series> series,
    List<Guide> guides,
    boolean isParity,
    boolean hasFormulas)
    implements Block {

  /** Points of one kind. */
  public record Series(String name, List<Point> points) {
    public Series {
      points = List.copyOf(points);
    }
  }

  public Scatter {
    series = List.copyOf(series);
    guides = List.copyOf(guides);
  }

  public static Scatter of(String title, Quantity x, Quantity y) {
    return new Scatter(title, x, y, List.of(), List.of(), false, false);
  }

  /** Predicted (y) against true (x) values of one quantity. */
  public static Scatter parity(String title, Quantity quantity, List<Point> points) {
    String name = quantity.name();
    Quantity x = new Quantity("Known " + name, quantity.unit(), quantity.logarithmic());
    Quantity y = new Quantity("Predicted " + name, quantity.unit(), quantity.logarithmic());
    return of(title, x, y).with("", points).identity();
  }

  public Scatter with(String name, List<Point> points) {
    List<Series> all = new ArrayList<>(series);
    all.add(new Series(name, points));
    return new Scatter(title, x, y, all, guides, isParity, hasFormulas);
  }

  public Scatter with(Guide guide) {
    List<Guide> all = new ArrayList<>(guides);
    all.add(guide);
    return new Scatter(title, x, y, series, all, isParity, hasFormulas);
  }

  public Scatter identity() {
    return new Scatter(title, x, y, series, guides, true, hasFormulas);
  }

  /** The labels are formulas: their numbers are set below the line. */
  public Scatter labelledByFormulas() {
    return new Scatter(title, x, y, series, guides, isParity, true);
  }

  @Override
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("block", "scatter");
    json.put("title", title).put("identity", isParity);
    if (hasFormulas) {
      json.put("formulas", true);
    }
    json.set("x", x.json());
    json.set("y", y.json());
    ArrayNode all = json.putArray("series");
    for (Series one : series) {
      ArrayNode points = all.addObject().put("name", one.name()).putArray("points");
      one.points().forEach(point -> points.add(point.json()));
    }
    ArrayNode lines = json.putArray("guides");
    guides.forEach(guide -> lines.add(guide.json()));
    return json;
  }
}
