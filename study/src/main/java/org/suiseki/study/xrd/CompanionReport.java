package org.suiseki.study.xrd;

import java.util.Locale;
import org.suiseki.learn.Column;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The method with dynamic time warping as the report shows it. */
final class CompanionReport {

  private CompanionReport() {}

  static ObjectNode of(SetResults one) {
    Companion companion = one.companion();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put(
        "text",
        "Dynamic time warping and clustering after arXiv 1810.03972, whose authors tell about 90 %"
            + " of their compositions right. A class here is a family and the lower, middle or upper"
            + " third of the content that varies most in it.");
    json.put("accuracy", companion.byCluster());
    ArrayNode rows = json.putArray("rows");
    add(rows, "classes", Integer.toString(companion.classes()));
    add(rows, "told right by cluster", share(companion.byCluster()));
    add(rows, "told right by the nearest other pattern", share(companion.byNeighbour()));
    add(rows, "told right by always naming the largest class", share(companion.chance()));
    for (int property = 0; property < companion.errors().length; property++) {
      Column column = one.properties().get(property);
      add(
          rows,
          "mean absolute error of " + column.name() + " from the nearest other compositions",
          String.format(Locale.ROOT, "%.2f %s", companion.errors()[property], column.unit()));
    }
    return json;
  }

  private static String share(double value) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * value);
  }

  private static void add(ArrayNode rows, String name, String value) {
    rows.addObject().put("name", name).put("value", value);
  }
}
