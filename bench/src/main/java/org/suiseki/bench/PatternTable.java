package org.suiseki.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.suiseki.matter.Place;
import org.suiseki.study.StudyException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reference run of a study of diffraction patterns as Markdown: a row for each set and property
 * with the errors of concentrations, and a row for each set with its map and its walks.
 */
final class PatternTable {
  private final JsonNode run;

  private PatternTable(JsonNode run) {
    this.run = run;
  }

  /** Whether a file of results is that of sets of patterns. */
  static boolean isOf(Path file) {
    return Files.exists(file) && tree(file).has("sets");
  }

  static PatternTable read(Path file) {
    return new PatternTable(tree(file));
  }

  private static JsonNode tree(Path file) {
    try {
      return JsonMapper.shared().readTree(Files.readString(file));
    } catch (IOException | JacksonException e) {
      throw new StudyException(
          "The reference run cannot be read: " + e.getMessage(),
          Place.of(file.toString()),
          "Copy metrics.json of a run there again.",
          e);
    }
  }

  String markdown() {
    StringBuilder page =
        new StringBuilder(
            "Mean absolute errors of concentrations, for compositions that neither space nor"
                + " process has seen:\n\n"
                + "| set | property | from the map | from the wide space | ridge on the pattern |"
                + " mean |\n|---|---|---|---|---|---|\n");
    for (JsonNode set : run.path("sets")) {
      concentrations(set, page);
    }
    page.append(
        "\nUnexplained variance of unseen patterns by two coordinates, and profile R-factors of"
            + " walks between compositions (medians):\n\n"
            + "| set | map | two principal components | walk on the map | linear mixing | map nearer"
            + " than mixing |\n|---|---|---|---|---|---|\n");
    for (JsonNode set : run.path("sets")) {
      walks(set, page);
    }
    page.append("\nMade by `").append(run.path("command").asString("")).append("` with seed ");
    page.append(run.path("seed").asLong()).append(" in ");
    page.append(number("%.0f", run.path("seconds"))).append(" s, commit ");
    page.append(run.path("commit").asString("")).append(", on ");
    return page.append(run.path("machine").asString("")).append(".\n").toString();
  }

  private static void concentrations(JsonNode set, StringBuilder page) {
    String last = "";
    for (JsonNode score : set.path("concentration")) {
      String property = score.path("property").asString("");
      if (!property.equals(last)) {
        last = property;
        page.append("| ").append(set.path("title").asString("")).append(" | ").append(property);
        for (String reading : new String[] {"map", "wide", "ridge", "mean"}) {
          page.append(" | ").append(mae(set, property, reading));
        }
        page.append(" |\n");
      }
    }
  }

  private static String mae(JsonNode set, String property, String reading) {
    for (JsonNode score : set.path("concentration")) {
      if (score.path("property").asString("").equals(property)
          && score.path("reading").asString("").equals(reading)) {
        return number("%.3g", score.path("mae")) + " " + score.path("unit").asString("");
      }
    }
    return "–";
  }

  private static void walks(JsonNode set, StringBuilder page) {
    JsonNode walks = set.path("walks");
    page.append("| ").append(set.path("title").asString(""));
    page.append(" | ").append(unexplained(set, set.path("map").path("space").asString("")));
    page.append(" | ").append(unexplained(set, "pca"));
    page.append(" | ").append(number("%.1f %%", walks.path("map")));
    page.append(" | ").append(number("%.1f %%", walks.path("mixing")));
    double share = 100 * walks.path("map_beats_mixing").asDouble(Double.NaN);
    page.append(" | ").append(String.format(Locale.ROOT, "%.0f %% of ", share));
    page.append(walks.path("count").asInt()).append(" |\n");
  }

  private static String unexplained(JsonNode set, String space) {
    for (JsonNode one : set.path("spaces")) {
      if (one.path("name").asString("").equals(space) && one.path("size").asInt() == 2) {
        double share = 100 * one.path("unexplained").asDouble(Double.NaN);
        return String.format(Locale.ROOT, "%.1f %%", share);
      }
    }
    return "–";
  }

  private static String number(String format, JsonNode value) {
    return value.isNumber() ? String.format(Locale.ROOT, format, value.asDouble()) : "–";
  }
}
