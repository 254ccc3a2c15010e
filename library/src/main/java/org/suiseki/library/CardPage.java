package org.suiseki.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.suiseki.matter.Element;

/**
 * A model's card for people, as Markdown or as one HTML page that needs nothing else. Every text of
 * the card is shown as text and never read as markup.
 */
public final class CardPage {
  private static final String STYLE =
      "body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;"
          + "color:#1c1c1c;background:#fff}"
          + "h1{font-size:1.5rem;overflow-wrap:anywhere}h2{font-size:1.15rem;margin-top:2rem}"
          + "table{border-collapse:collapse;width:100%}"
          + "td,th{text-align:left;vertical-align:top;padding:.3rem .8rem .3rem 0;"
          + "border-bottom:1px solid #ddd;overflow-wrap:anywhere}"
          + "th{font-weight:600;width:12rem}"
          + "@media(prefers-color-scheme:dark){body{color:#e8e8e8;background:#161616}"
          + "td,th{border-color:#444}}";

  private CardPage() {}

  /** A heading and its lines. */
  private record Section(String title, Map<String, String> lines) {}

  public static String markdown(LibraryEntry entry, List<ModelAlias> aliases) {
    StringBuilder text = new StringBuilder("# ").append(markdown(title(entry))).append("\n");
    for (Section section : sections(entry, aliases)) {
      text.append("\n## ").append(section.title()).append("\n\n|  |  |\n|---|---|\n");
      section
          .lines()
          .forEach((name, value) ->
              text.append("| ")
                  .append(markdown(name))
                  .append(" | ")
                  .append(markdown(value))
                  .append(" |\n"));
    }
    return text.toString();
  }

  public static String html(LibraryEntry entry, List<ModelAlias> aliases) {
    StringBuilder text = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head>");
    text.append("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
    text.append("<meta http-equiv=\"Content-Security-Policy\"");
    text.append(" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
    text.append("<title>").append(html(entry.reference())).append("</title>");
    text.append("<style>").append(STYLE).append("</style></head>\n<body>");
    text.append("<h1>").append(html(title(entry))).append("</h1>\n");
    for (Section section : sections(entry, aliases)) {
      text.append("<h2>").append(html(section.title())).append("</h2>\n<table>\n");
      section
          .lines()
          .forEach((name, value) ->
              text.append("<tr><th scope=\"row\">")
                  .append(html(name))
                  .append("</th><td>")
                  .append(html(value))
                  .append("</td></tr>\n"));
      text.append("</table>\n");
    }
    return text.append("</body></html>\n").toString();
  }

  /** As lines of text, a heading before each group. */
  public static String plain(LibraryEntry entry, List<ModelAlias> aliases) {
    StringBuilder text = new StringBuilder(title(entry)).append('\n');
    for (Section section : sections(entry, aliases)) {
      text.append('\n').append(section.title()).append('\n');
      section
          .lines()
          .forEach((name, value) -> text.append(String.format("  %-18s %s%n", name, value)));
    }
    return text.toString();
  }

  private static String title(LibraryEntry entry) {
    return entry.reference() + ": " + entry.card().property().name();
  }

  private static List<Section> sections(LibraryEntry entry, List<ModelAlias> aliases) {
    ModelCard card = entry.card();
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Model", model(card, aliases)));
    sections.add(new Section("How good it is", scores(card)));
    sections.add(new Section("What it learned from", data(card)));
    sections.add(new Section("File", file(entry)));
    return sections;
  }

  private static Map<String, String> model(ModelCard card, List<ModelAlias> aliases) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("predicts", card.property().name() + " in " + card.property().unit());
    lines.put("of a", card.kind().label() + " (" + card.kind().column() + ")");
    lines.put("descriptor", card.descriptor());
    lines.put("architecture", card.architecture().family() + ", " + card.architecture().text());
    card.parent().ifPresent(parent -> lines.put("made from", parent));
    if (!card.tags().isEmpty()) {
      lines.put("tags", String.join(", ", card.tags()));
    }
    if (!aliases.isEmpty()) {
      lines.put(
          "called",
          aliases.stream()
              .map(alias -> alias.alias() + " of " + alias.scope())
              .collect(Collectors.joining(", ")));
    }
    return lines;
  }

  private static Map<String, String> scores(ModelCard card) {
    Map<String, String> lines = new LinkedHashMap<>();
    card.metrics().forEach((name, score) -> lines.put(name, score(score)));
    if (lines.isEmpty()) {
      lines.put("scores", "none were taken");
    }
    return lines;
  }

  private static String score(ModelCard.Score score) {
    if (!Double.isFinite(score.value())) {
      return "not defined";
    }
    String value = number(score.value());
    return Double.isFinite(score.low()) && Double.isFinite(score.high())
        ? String.format(
            Locale.ROOT,
            "%s (%s to %s, %.0f %%)",
            value,
            number(score.low()),
            number(score.high()),
            100 * score.level())
        : value;
  }

  private static Map<String, String> data(ModelCard card) {
    Map<String, String> lines = new LinkedHashMap<>();
    ModelCard.Data data = card.data();
    ModelCard.SplitNote split = card.split();
    lines.put("data set", data.name() + String.format(Locale.ROOT, ", %,d rows", data.rows()));
    lines.put("source", data.source());
    lines.put("licence", data.licence());
    lines.put("sha-256 of the data", data.sha256());
    lines.put(
        "split",
        String.format(
            Locale.ROOT,
            "%s, seed %d: %,d to train, %,d to choose, %,d to test",
            split.kind(),
            split.seed(),
            split.train(),
            split.validation(),
            split.test()));
    lines.put(
        "elements",
        card.domain().elements().stream().map(Element::symbol).collect(Collectors.joining(" ")));
    return lines;
  }

  private static Map<String, String> file(LibraryEntry entry) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("sha-256", entry.sha256());
    lines.put("bytes", String.format(Locale.ROOT, "%,d", entry.bytes()));
    lines.put("published", entry.published().toString());
    entry.deleted().ifPresent(when -> lines.put("deleted", when.toString()));
    return lines;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Signs that Markdown reads, in a cell of a table. */
  private static String markdown(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]<>#|])", "\\\\$1").replaceAll("\\R", " ");
  }
}
