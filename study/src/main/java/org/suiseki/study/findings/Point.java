package org.suiseki.study.findings;

import org.suiseki.study.Numbers;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A point of a {@link Scatter}.
 *
 * @param label what it is, such as a formula; the page shows it when the point is pointed at
 * @param isNamed whether the label always stands beside the point; give it to a few
 * @param outsideDomain whether the model is asked beyond the materials it was trained on
 * @param detail a further line when it is pointed at, may be empty
 */
public record Point(
    double x, Estimate y, String label, boolean isNamed, boolean outsideDomain, String detail) {

  public static Point at(double x, double y, String label) {
    return at(x, Estimate.of(y), label);
  }

  public static Point at(double x, Estimate y, String label) {
    return new Point(x, y, label, false, false, "");
  }

  /** With its label beside it. */
  public Point named() {
    return new Point(x, y, label, true, outsideDomain, detail);
  }

  public Point outsideDomain(boolean outside) {
    return new Point(x, y, label, isNamed, outside, detail);
  }

  public Point saying(String detail) {
    return new Point(x, y, label, isNamed, outsideDomain, detail);
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    Numbers.put(json, "x", x);
    Numbers.put(json, "y", y.value());
    y.putEnds(json);
    if (!label.isEmpty()) {
      json.put("label", label);
    }
    if (isNamed) {
      json.put("named", true);
    }
    if (outsideDomain) {
      json.put("outside", true);
    }
    return detail.isEmpty() ? json : json.put("detail", detail);
  }
}
