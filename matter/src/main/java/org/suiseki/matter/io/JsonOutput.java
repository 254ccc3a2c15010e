package org.suiseki.matter.io;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.suiseki.matter.Crystal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes the parts that the formats in JSON have in common. */
final class JsonOutput {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .rootValueSeparator("\n")
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private static final JsonFactory STRICT = JsonFactory.builder().build();

  private final JsonGenerator json;

  private JsonOutput(JsonGenerator json) {
    this.json = json;
  }

  /** Writes a text with a line break at its end, and leaves the stream open. */
  static void write(OutputStream out, Consumer<JsonOutput> content) throws IOException {
    try (JsonGenerator json =
        FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
      content.accept(new JsonOutput(json));
    }
    out.write('\n');
  }

  JsonGenerator json() {
    return json;
  }

  /** The numbers as an array. */
  void numbers(double... numbers) {
    json.writeArray(numbers, 0, numbers.length);
  }

  /** The numbers as an array of arrays of three. */
  void rows(String name, double[] numbers) {
    json.writeName(name);
    json.writeStartArray();
    for (int i = 0; i < numbers.length; i += 3) {
      json.writeArray(numbers, i, 3);
    }
    json.writeEndArray();
  }

  void texts(String name, List<String> texts) {
    json.writeName(name);
    json.writeStartArray();
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  /** What stands at the sites, where it is more than the symbols. */
  void labels(String name, Crystal crystal) {
    if (CrystalWriter.hasLabels(crystal)) {
      List<String> labels = new ArrayList<>();
      for (int i = 0; i < crystal.siteCount(); i++) {
        labels.add(crystal.label(i));
      }
      texts(name, labels);
    }
  }

  /** All but {@code taken}, each name after {@code prefix}, by name. */
  void properties(Map<String, String> properties, String prefix, Set<String> taken) {
    for (Map.Entry<String, String> property : new TreeMap<>(properties).entrySet()) {
      if (!taken.contains(property.getKey())) {
        json.writeName(prefix + property.getKey());
        property(property.getValue());
      }
    }
  }

  /** Numbers, truths, arrays and objects as such; anything else as a string. */
  private void property(String text) {
    if (isValue(text)) {
      // Between values a line break is as good as a blank, and JSON lines allow none.
      json.writeRawValue(text.replace('\n', ' ').replace('\r', ' '));
    } else {
      json.writeString(text);
    }
  }

  private static boolean isValue(String text) {
    if (text.isEmpty() || "-0123456789[{tf".indexOf(text.charAt(0)) < 0) {
      return false;
    }
    try (JsonParser parser = STRICT.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      parser.skipChildren();
      parser.finishToken();
      return parser.nextToken() == null && text.strip().equals(text);
    } catch (JacksonException e) {
      return false;
    }
  }
}
