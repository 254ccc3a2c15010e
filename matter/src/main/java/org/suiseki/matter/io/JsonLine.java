package org.suiseki.matter.io;

import java.util.Optional;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object on one line, whose fields are asked for with errors that name the place. */
record JsonLine(JsonNode node, Place place) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * @throws MatterException where the line is not exactly one JSON object, with the column
   */
  static JsonLine parse(String line, Place place) {
    JsonNode node;
    try {
      node = MAPPER.readTree(line);
    } catch (JacksonException e) {
      int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
      throw new MatterException(
          "The line is not JSON: " + e.getOriginalMessage() + ".",
          new Place(place.source(), place.line(), column),
          "Write one JSON object on each line.",
          e);
    }
    if (!node.isObject()) {
      throw new MatterException(
          "The line holds a JSON " + node.getNodeType() + ", not an object.",
          place,
          "Write one JSON object on each line.");
    }
    return new JsonLine(node, place);
  }

  /** The field as an object of its own. */
  JsonLine object(String name) {
    JsonNode field = field(name);
    if (!field.isObject()) {
      throw wrong(name, "an object", field);
    }
    return new JsonLine(field, place);
  }

  /** The field as an array. */
  JsonNode array(String name) {
    JsonNode field = field(name);
    if (!field.isArray()) {
      throw wrong(name, "an array", field);
    }
    return field;
  }

  /** The field as text that is not blank. */
  String text(String name) {
    JsonNode field = field(name);
    if (!field.isString() || field.stringValue().isBlank()) {
      throw wrong(name, "text", field);
    }
    return field.stringValue();
  }

  Optional<String> textIfPresent(String name) {
    return node.hasNonNull(name) ? Optional.of(text(name)) : Optional.empty();
  }

  int integer(String name) {
    JsonNode field = field(name);
    if (!field.canConvertToInt() || !field.isIntegralNumber()) {
      throw wrong(name, "a whole number", field);
    }
    return field.intValue();
  }

  /** The field as an array of numbers. */
  double[] numbers(String name) {
    JsonNode array = array(name);
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      if (!array.get(i).isNumber()) {
        throw wrong(name + "[" + i + "]", "a number", array.get(i));
      }
      numbers[i] = array.get(i).doubleValue();
    }
    return numbers;
  }

  MatterException wrong(String name, String expected, JsonNode found) {
    String text = found.toString();
    String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
    return new MatterException(
        "The field '" + name + "' is " + shown + "; expected " + expected + ".",
        place,
        "Correct the field.");
  }

  private JsonNode field(String name) {
    JsonNode field = node.get(name);
    if (field == null || field.isNull()) {
      throw new MatterException(
          "The field '" + name + "' is missing; found " + node.propertyNames() + ".",
          place,
          "Add the field.");
    }
    return field;
  }
}
