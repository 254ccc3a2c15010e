package org.suiseki.study.findings;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Horizontal bars with intervals, in the given order: a ranking. Of more than 20 the page shows the
 * first and asks whether to show all.
 *
 * @param title may be empty
 * @param areGains whether the sign matters: positive is a gain, negative a loss, and what cannot be
 *     told from zero is pale
 */
public record Bars(String title, Quantity quantity, List<Bar> bars, boolean areGains)
    implements Block {

  public Bars {
    bars = List.copyOf(bars);
  }

  public static Bars of(String title, Quantity quantity, List<Bar> bars) {
    return new Bars(title, quantity, bars, false);
  }

  /** What each gains over a baseline: give differences of which positive ones are better. */
  public static Bars gains(String title, Quantity quantity, List<Bar> bars) {
    return new Bars(title, quantity, bars, true);
  }

  @Override
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("block", "bars");
    json.put("title", title).put("gains", areGains);
    json.set("quantity", quantity.json());
    ArrayNode all = json.putArray("bars");
    bars.forEach(bar -> all.add(bar.json()));
    return json;
  }
}
