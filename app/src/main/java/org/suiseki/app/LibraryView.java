package org.suiseki.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.suiseki.library.CardJson;
import org.suiseki.library.FoundModel;
import org.suiseki.library.LibraryEntry;
import org.suiseki.library.ModelAlias;
import org.suiseki.library.ModelCard;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How models of a library are shown. */
final class LibraryView {
  static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private LibraryView() {}

  /**
   * One line for each.
   *
   * @param score to show; if absent, the first that a model has
   */
  static String table(List<FoundModel> found, Optional<String> score) {
    boolean similar = found.stream().anyMatch(model -> model.similarity().isPresent());
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        List.of(
            "model", "property", "descriptor", "family", "rows", "score", similar ? "alike" : ""));
    for (FoundModel model : found) {
      ModelCard card = model.entry().card();
      lines.add(
          List.of(
              model.entry().reference(),
              card.property().name() + " (" + card.property().unit() + ")",
              card.descriptor(),
              card.architecture().family(),
              String.format(Locale.ROOT, "%,d", card.split().train()),
              score(card, score),
              model.similarity().isPresent()
                  ? AlignedText.fixed(model.similarity().getAsDouble(), 2)
                  : ""));
    }
    return AlignedText.of(lines, 4, 4);
  }

  private static String score(ModelCard card, Optional<String> name) {
    Optional<Map.Entry<String, ModelCard.Score>> shown =
        name.map(card.metrics()::get).isPresent()
            ? name.map(known -> Map.entry(known, card.metrics().get(known)))
            : card.metrics().entrySet().stream().findFirst();
    return shown
        .map(entry ->
            entry.getKey() + " " + String.format(Locale.ROOT, "%.4g", entry.getValue().value()))
        .orElse("");
  }

  static void write(LibraryEntry entry, ObjectNode node) {
    node.put("model", entry.reference()).put("version", entry.version());
    node.put("sha256", entry.sha256()).put("bytes", entry.bytes());
    node.put("published", entry.published().toString());
    entry.deleted().ifPresent(when -> node.put("deleted", when.toString()));
    CardJson.write(entry.card(), node.putObject("card"));
  }

  static void write(List<ModelAlias> aliases, ArrayNode array) {
    for (ModelAlias alias : aliases) {
      array
          .addObject()
          .put("alias", alias.alias())
          .put("of", alias.scope().text())
          .put("model", alias.model());
    }
  }
}
