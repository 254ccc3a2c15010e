package org.suiseki.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.suiseki.study.Explanation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a model makes of one pattern, in words or as JSON. */
record ExplanationView(Explanation explanation, int peaks) implements Results.Result {
  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(explanation.id()).append("  (").append(explanation.model()).append(")\n");
    text.append(
        explanation.inDomain()
            ? "like the patterns the model was trained on\n"
            : "NOT like the patterns the model was trained on\n");
    text.append("on the map: ");
    text.append(
        explanation.place().stream()
            .map(at -> at.name() + " = " + AlignedText.fixed(at.value(), 3))
            .collect(Collectors.joining(", ")));
    text.append('\n');
    explanation.answers().forEach(answer -> text.append("  ").append(line(answer)).append('\n'));
    neighbours(text);
    reasons(text);
    explanation.notes().forEach(note -> text.append("note: ").append(note).append('\n'));
    return text.toString();
  }

  private static String line(Explanation.Answer answer) {
    int decimals = AlignedText.decimals(answer.deviation());
    return answer.property()
        + " = "
        + AlignedText.fixed(answer.value(), decimals)
        + " ± "
        + AlignedText.fixed(answer.deviation(), decimals)
        + unit(answer.unit());
  }

  private void neighbours(StringBuilder text) {
    if (explanation.neighbours().isEmpty()) {
      return;
    }
    List<List<String>> lines = new ArrayList<>();
    List<String> heading = new ArrayList<>(List.of("nearest", "family", "distance"));
    explanation.answers().forEach(answer -> heading.add(answer.property() + bracketed(answer)));
    lines.add(heading);
    for (Explanation.Neighbour one : explanation.neighbours()) {
      List<String> line =
          new ArrayList<>(List.of(one.id(), one.family(), AlignedText.fixed(one.distance(), 3)));
      one.values().forEach(value -> line.add(value.isNaN() ? "" : AlignedText.fixed(value, 2)));
      lines.add(line);
    }
    append(text, lines, 2);
  }

  private void reasons(StringBuilder text) {
    if (explanation.reasons().isEmpty() || peaks == 0) {
      return;
    }
    List<List<String>> lines = new ArrayList<>();
    List<String> heading = new ArrayList<>(List.of("peak", "position", "share", "moves point"));
    explanation
        .answers()
        .forEach(answer -> heading.add("moves " + answer.property() + bracketed(answer)));
    lines.add(heading);
    explanation.reasons().stream()
        .limit(peaks)
        .forEach(reason -> {
          List<String> line = new ArrayList<>();
          line.add(reason.label());
          line.add(AlignedText.fixed(reason.position(), 2) + unit(reason.unit()));
          line.add(AlignedText.fixed(100 * reason.share(), 1) + " %");
          line.add(AlignedText.fixed(reason.move(), 3));
          reason.changes().forEach(change -> line.add(String.format(Locale.ROOT, "%+.3f", change)));
          lines.add(line);
        });
    append(text, lines, 1);
  }

  private static String bracketed(Explanation.Answer answer) {
    return "1".equals(answer.unit()) ? "" : " [" + answer.unit() + "]";
  }

  private static String unit(String unit) {
    return switch (unit) {
      case "1" -> "";
      case "degree" -> "°";
      default -> " " + unit;
    };
  }

  private static void append(StringBuilder text, List<List<String>> lines, int numbersFrom) {
    AlignedText.of(lines, numbersFrom, lines.get(0).size())
        .lines()
        .forEach(line -> text.append("  ").append(line).append('\n'));
  }

  @Override
  public void writeTo(ObjectNode node) {
    node.put("id", explanation.id()).put("model", explanation.model());
    node.put("inDomain", explanation.inDomain());
    ArrayNode place = node.putArray("place");
    explanation
        .place()
        .forEach(at -> place.addObject().put("name", at.name()).put("value", at.value()));
    ArrayNode answers = node.putArray("answers");
    explanation
        .answers()
        .forEach(one ->
            answers
                .addObject()
                .put("property", one.property())
                .put("value", one.value())
                .put("deviation", one.deviation())
                .put("unit", one.unit()));
    ArrayNode neighbours = node.putArray("neighbours");
    for (Explanation.Neighbour one : explanation.neighbours()) {
      ObjectNode entry = neighbours.addObject().put("id", one.id()).put("family", one.family());
      entry.put("distance", one.distance());
      numbers(entry.putArray("values"), one.values());
    }
    ArrayNode reasons = node.putArray("peaks");
    for (Explanation.Reason one : explanation.reasons()) {
      ObjectNode entry = reasons.addObject().put("label", one.label());
      entry.put("position", one.position()).put("unit", one.unit()).put("share", one.share());
      numbers(entry.put("move", one.move()).putArray("changes"), one.changes());
    }
    explanation.notes().forEach(node.putArray("notes")::add);
  }

  private static void numbers(ArrayNode array, List<Double> values) {
    for (double value : values) {
      if (Double.isFinite(value)) {
        array.add(value);
      } else {
        array.addNull();
      }
    }
  }
}
