package org.suiseki.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.suiseki.describe.MaterialKind;
import org.suiseki.learn.Column;
import org.suiseki.matter.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A card as JSON, for the archive of a library and for programs: the fields of {@link ModelCard} by
 * their names. Tags are sorted. The domain is an object of the elements that occur, each with its
 * value; a number that is not finite is null.
 */
public final class CardJson {

  private CardJson() {}

  public static void write(ModelCard card, ObjectNode node) {
    node.put("name", card.name());
    node.put("property", card.property().name()).put("unit", card.property().unit());
    node.put("kind", card.kind().label()).put("descriptor", card.descriptor());
    node.putObject("architecture")
        .put("family", card.architecture().family())
        .put("text", card.architecture().text());
    ModelCard.Data data = card.data();
    node.putObject("data")
        .put("name", data.name())
        .put("sha256", data.sha256())
        .put("rows", data.rows())
        .put("source", data.source())
        .put("licence", data.licence());
    ModelCard.SplitNote split = card.split();
    node.putObject("split")
        .put("kind", split.kind())
        .put("seed", split.seed())
        .put("train", split.train())
        .put("validation", split.validation())
        .put("test", split.test());
    ObjectNode metrics = node.putObject("metrics");
    card.metrics().forEach((name, score) -> write(score, metrics.putObject(name)));
    card.parent().ifPresent(parent -> node.put("parent", parent));
    ArrayNode tags = node.putArray("tags");
    card.tags().stream().sorted().distinct().forEach(tags::add);
    ObjectNode domain = node.putObject("domain");
    float[] values = card.domain().values();
    for (Element element : card.domain().elements()) {
      domain.put(element.symbol(), values[element.ordinal()]);
    }
  }

  private static void write(ModelCard.Score score, ObjectNode node) {
    put(node, "value", score.value());
    if (Double.isFinite(score.low()) || Double.isFinite(score.high())) {
      put(node, "low", score.low());
      put(node, "high", score.high());
      put(node, "level", score.level());
    }
  }

  private static void put(ObjectNode node, String field, double value) {
    if (Double.isFinite(value)) {
      node.put(field, value);
    } else {
      node.putNull(field);
    }
  }

  /** What {@link #write} wrote; a refusal of anything else. */
  public static ModelCard read(JsonNode node) {
    JsonNode architecture = node.path("architecture");
    JsonNode data = node.path("data");
    JsonNode split = node.path("split");
    String kind = text(node, "kind");
    return new ModelCard(
        text(node, "name"),
        new Column(text(node, "property"), text(node, "unit")),
        MaterialKind.named(kind)
            .orElseThrow(() -> broken("knows no kind of material '" + kind + "'")),
        text(node, "descriptor"),
        new ModelCard.Architecture(text(architecture, "family"), text(architecture, "text")),
        new ModelCard.Data(
            text(data, "name"),
            text(data, "sha256"),
            count(data, "rows"),
            text(data, "source"),
            text(data, "licence")),
        new ModelCard.SplitNote(
            text(split, "kind"),
            whole(split, "seed"),
            count(split, "train"),
            count(split, "validation"),
            count(split, "test")),
        metrics(node.path("metrics")),
        node.has("parent") ? Optional.of(text(node, "parent")) : Optional.empty(),
        tags(node.path("tags")),
        domain(node.path("domain")));
  }

  private static Map<String, ModelCard.Score> metrics(JsonNode node) {
    Map<String, ModelCard.Score> metrics = new TreeMap<>();
    node.forEachEntry((name, score) ->
        metrics.put(
            name,
            new ModelCard.Score(
                number(score, "value"),
                number(score, "low"),
                number(score, "high"),
                number(score, "level"))));
    return metrics;
  }

  private static List<String> tags(JsonNode node) {
    List<String> tags = new ArrayList<>();
    for (JsonNode tag : node.values()) {
      if (!tag.isString()) {
        throw broken("has a tag that is no text");
      }
      tags.add(tag.stringValue());
    }
    return tags;
  }

  private static DomainSketch domain(JsonNode node) {
    float[] values = new float[Element.values().length];
    node.forEachEntry((symbol, value) -> {
      Element element =
          Element.ofSymbol(symbol).orElseThrow(() -> broken("knows no element '" + symbol + "'"));
      if (!value.isNumber()) {
        throw broken("has no number for the element '" + symbol + "'");
      }
      values[element.ordinal()] = value.floatValue();
    });
    return DomainSketch.of(values);
  }

  private static String text(JsonNode node, String field) {
    if (!node.path(field).isString()) {
      throw broken("has no text '" + field + "'");
    }
    return node.get(field).stringValue();
  }

  private static long whole(JsonNode node, String field) {
    if (!node.path(field).isIntegralNumber() || !node.get(field).canConvertToLong()) {
      throw broken("has no whole number '" + field + "'");
    }
    return node.get(field).longValue();
  }

  private static int count(JsonNode node, String field) {
    long value = whole(node, field);
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw broken("has " + value + " as its '" + field + "'");
    }
    return (int) value;
  }

  private static double number(JsonNode node, String field) {
    return node.path(field).isNumber() ? node.get(field).doubleValue() : Double.NaN;
  }

  private static LibraryException broken(String why) {
    return new LibraryException(
        "The card of a model " + why + ".", "Export the library anew, or update Suiseki.");
  }

  static String text(ModelCard card) {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    write(card, node);
    return JsonMapper.shared().writeValueAsString(node);
  }
}
