package org.suiseki.study.findings;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A bar of {@link Bars}.
 *
 * @param name may hold subscripts, as in {@code heat capacity C_p}
 * @param detail a line when it is pointed at, such as why a source helps; may be empty
 * @param highlighted whether it stands out, such as the one that was chosen
 */
public record Bar(String name, Estimate value, String detail, boolean highlighted) {

  public static Bar of(String name, Estimate value) {
    return new Bar(name, value, "", false);
  }

  public static Bar of(String name, double value) {
    return of(name, Estimate.of(value));
  }

  public Bar saying(String detail) {
    return new Bar(name, value, detail, highlighted);
  }

  public Bar highlighted(boolean highlighted) {
    return new Bar(name, value, detail, highlighted);
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", name);
    value.put(json);
    json.put("detail", detail);
    return highlighted ? json.put("highlighted", true) : json;
  }
}
