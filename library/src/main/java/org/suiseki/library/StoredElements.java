package org.suiseki.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.suiseki.learn.DenseArray;
import org.suiseki.learn.StoredModel;
import org.suiseki.matter.Element;
import org.suiseki.matter.ElementTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The table of elements that a model's descriptor reads: a person's own one goes into the model
 * whole, of the standard one only the hash, which must still be that of this build.
 */
final class StoredElements {
  private static final int ELEMENTS = Element.values().length;

  private StoredElements() {}

  static void describe(Optional<ElementTable> own, ObjectNode options) {
    options.put("elementsSha256", own.orElseGet(ElementTable::standard).sha256());
    own.ifPresent(table -> {
      ArrayNode properties = options.putArray("elements");
      for (ElementTable.Property property : table.properties()) {
        properties
            .addObject()
            .put("name", property.name())
            .put("unit", property.unit())
            .put("meaning", property.meaning())
            .put("source", property.source());
      }
    });
  }

  /** Properties × 118 elements. */
  static DenseArray values(ElementTable table) {
    return DenseArray.of(
        table.properties().stream()
            .map(property -> table.column(property.name()))
            .toArray(double[][]::new));
  }

  static Optional<ElementTable> read(ObjectNode options, StoredModel stored) {
    String sha256 = options.path("elementsSha256").asString("");
    if (!options.path("elements").isArray()) {
      if (!ElementTable.standard().sha256().equals(sha256)) {
        throw new LibraryException(
            "The model was trained with another edition of the standard table of elements.",
            "Use the version of Suiseki that trained it, or train it anew.");
      }
      return Optional.empty();
    }
    List<ElementTable.Property> properties = new ArrayList<>();
    for (JsonNode property : options.path("elements")) {
      properties.add(
          new ElementTable.Property(
              property.path("name").asString(""),
              property.path("unit").asString(""),
              property.path("meaning").asString(""),
              property.path("source").asString("")));
    }
    double[] values = stored.doubles("elements", properties.size(), ELEMENTS);
    List<double[]> columns = new ArrayList<>();
    for (int column = 0; column < properties.size(); column++) {
      double[] one = new double[ELEMENTS];
      System.arraycopy(values, column * ELEMENTS, one, 0, ELEMENTS);
      columns.add(one);
    }
    return Optional.of(ElementTable.of(properties, columns));
  }
}
