package org.suiseki.study.findings;

import org.suiseki.study.Numbers;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A straight line across a figure at one value of an axis, such as the limit between training and
 * test.
 *
 * @param alongX whether the value is one of x, and the line upright
 * @param text short, it stands beside the line
 */
public record Guide(boolean alongX, double value, String text) {

  public static Guide atX(double value, String text) {
    return new Guide(true, value, text);
  }

  public static Guide atY(double value, String text) {
    return new Guide(false, value, text);
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("axis", alongX ? "x" : "y");
    Numbers.put(json, "value", value);
    return json.put("text", text);
  }
}
