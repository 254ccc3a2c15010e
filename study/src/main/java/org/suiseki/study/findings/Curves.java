package org.suiseki.study.findings;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lines with bands, such as learning curves: error over the number of training rows, with and
 * without transfer.
 *
 * @param title may be empty
 * @param curves at most seven, told apart by colour, form of their points and dashes
 */
public record Curves(String title, Quantity x, Quantity y, List<Curve> curves, List<Guide> guides)
    implements Block {

  public Curves {
    curves = List.copyOf(curves);
    guides = List.copyOf(guides);
  }

  public static Curves of(String title, Quantity x, Quantity y) {
    return new Curves(title, x, y, List.of(), List.of());
  }

  public Curves with(Curve curve) {
    List<Curve> all = new ArrayList<>(curves);
    all.add(curve);
    return new Curves(title, x, y, all, guides);
  }

  public Curves with(Guide guide) {
    List<Guide> all = new ArrayList<>(guides);
    all.add(guide);
    return new Curves(title, x, y, curves, all);
  }

  @Override
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("block", "lines");
    json.put("title", title);
    json.set("x", x.json());
    json.set("y", y.json());
    ArrayNode all = json.putArray("lines");
    curves.forEach(curve -> all.add(curve.json()));
    ArrayNode lines = json.putArray("guides");
    guides.forEach(guide -> lines.add(guide.json()));
    return json;
  }
}
