package org.suiseki.study;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the run folder holds it: indented, UTF-8, a line feed at the end. */
final class Json {
  static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static byte[] bytes(JsonNode json) {
    return (MAPPER.writeValueAsString(json) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Adds a line for each leaf that differs, named by its path. */
  static void differences(String path, JsonNode then, JsonNode now, List<String> found) {
    if (!then.isObject() || !now.isObject()) {
      if (!same(then, now)) {
        found.add(path + " " + shown(then) + " then, " + shown(now) + " now");
      }
      return;
    }
    Set<String> keys = new LinkedHashSet<>(then.propertyNames());
    keys.addAll(now.propertyNames());
    for (String key : keys) {
      String below = path.isEmpty() ? key : path + "." + key;
      differences(below, then.path(key), now.path(key), found);
    }
  }

  /** As written: a float and a double, or an int and a long, are the same when read back. */
  private static boolean same(JsonNode then, JsonNode now) {
    return then.toString().equals(now.toString());
  }

  private static String shown(JsonNode node) {
    return node.isMissingNode() ? "absent" : node.toString();
  }
}
