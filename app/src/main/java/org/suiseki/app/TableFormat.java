package org.suiseki.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.PredictionTable.Row;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The forms in which predictions can be had. */
enum TableFormat {
  /**
   * Aligned columns with as many digits as the uncertainty warrants, for people; nothing where
   * there is no prediction.
   */
  table {
    @Override
    String render(PredictionTable predictions) {
      if (predictions.rows().isEmpty()) {
        return "";
      }
      List<List<String>> lines = new ArrayList<>();
      lines.add(List.of("id", "property", "value", "±", "unit", "domain", "note"));
      for (Row row : predictions.rows()) {
        int decimals = AlignedText.decimals(row.deviation());
        lines.add(
            List.of(
                row.id(),
                row.property(),
                AlignedText.fixed(row.value(), decimals),
                Double.isNaN(row.deviation()) ? "" : AlignedText.fixed(row.deviation(), decimals),
                row.unit(),
                row.inDomain() ? "in" : "OUT",
                row.note()));
      }
      return AlignedText.of(lines, NUMBERS_FROM, NUMBERS_TO);
    }
  },
  /** RFC 4180 with a header; numbers as they are; an unknown deviation is empty. */
  csv {
    @Override
    String render(PredictionTable predictions) {
      StringBuilder text = new StringBuilder("id,property,value,deviation,unit,in_domain,note\r\n");
      for (Row row : predictions.rows()) {
        List<String> fields =
            List.of(
                row.id(),
                row.property(),
                Double.toString(row.value()),
                Double.isNaN(row.deviation()) ? "" : Double.toString(row.deviation()),
                row.unit(),
                Boolean.toString(row.inDomain()),
                row.note());
        text.append(fields.stream().map(TableFormat::field).collect(Collectors.joining(",")));
        text.append("\r\n");
      }
      return text.toString();
    }
  },
  /** {@code {"model", "predictions": […], "refused": […]}}; an unknown deviation is null. */
  json {
    @Override
    String render(PredictionTable predictions) {
      JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
      ObjectNode root = mapper.createObjectNode().put("model", predictions.model());
      ArrayNode rows = root.putArray("predictions");
      for (Row row : predictions.rows()) {
        ObjectNode node = rows.addObject().put("id", row.id()).put("property", row.property());
        put(node, "value", row.value());
        put(node, "deviation", row.deviation());
        node.put("unit", row.unit()).put("inDomain", row.inDomain()).put("note", row.note());
      }
      ArrayNode refused = root.putArray("refused");
      predictions
          .refused()
          .forEach(r -> refused.addObject().put("id", r.id()).put("reason", r.reason()));
      return mapper.writeValueAsString(root) + "\n";
    }
  };

  private static final int NUMBERS_FROM = 2;
  private static final int NUMBERS_TO = 3;

  /** The whole text, with a line end at its end where there is any. */
  abstract String render(PredictionTable predictions);

  private static void put(ObjectNode node, String key, double value) {
    if (Double.isFinite(value)) {
      node.put(key, value);
    } else {
      node.putNull(key);
    }
  }

  private static String field(String text) {
    return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
