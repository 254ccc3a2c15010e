package org.suiseki.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.suiseki.bench.ReferenceRun.Score;

/**
 * A reference run as Markdown: for each split one table, a row for each property, with R² of the
 * network on every kind of features and beside it the best of the dull baselines on the same
 * features as the first column.
 */
final class ScoreTable {
  /** What metrics.json calls the neural network; every other model is a baseline. */
  private static final String NETWORK = "network";

  private final ReferenceRun run;
  private final List<String> features;

  ScoreTable(ReferenceRun run) {
    this.run = run;
    this.features = distinct(run.scores(), Score::features);
  }

  String markdown() {
    StringBuilder page = new StringBuilder();
    for (String split : distinct(run.scores(), Score::split)) {
      page.append(table(split)).append('\n');
    }
    return page.append(made()).append('\n').toString();
  }

  private String table(String split) {
    StringBuilder table =
        new StringBuilder("Split: ").append(split).append("\n\n| property | kind |");
    features.forEach(name -> table.append(" R² from ").append(name).append(" |"));
    table
        .append(" MAE from ")
        .append(features.get(0))
        .append(" | best baseline there |\n|---|---|");
    table.append("---|".repeat(features.size() + 2)).append('\n');
    List<Score> here = run.scores().stream().filter(score -> score.split().equals(split)).toList();
    for (String property : distinct(here, Score::property)) {
      table.append(row(here.stream().filter(score -> score.property().equals(property)).toList()));
    }
    return table.toString();
  }

  private String row(List<Score> scores) {
    Score any = scores.get(0);
    StringBuilder row =
        new StringBuilder("| ")
            .append(any.property())
            .append(" | ")
            .append(any.kind())
            .append(" |");
    for (String name : features) {
      row.append(' ').append(network(scores, name, ScoreTable::r2)).append(" |");
    }
    row.append(' ').append(network(scores, features.get(0), ScoreTable::mae)).append(" |");
    return row.append(' ').append(bestBaseline(scores)).append(" |\n").toString();
  }

  private static String network(List<Score> scores, String features, Function<Score, String> cell) {
    return scores.stream()
        .filter(score -> score.model().equals(NETWORK) && score.features().equals(features))
        .findFirst()
        .map(cell)
        .orElse("–");
  }

  private String bestBaseline(List<Score> scores) {
    return scores.stream()
        .filter(score -> !score.model().equals(NETWORK))
        .filter(score -> score.features().equals(features.get(0)))
        .max(Comparator.comparingDouble(Score::r2))
        .map(score -> score.model() + " " + number("%.2f", score.r2()))
        .orElse("–");
  }

  private static String r2(Score score) {
    return number("%.2f", score.r2())
        + " ["
        + number("%.2f", score.low())
        + ", "
        + number("%.2f", score.high())
        + "]";
  }

  private static String mae(Score score) {
    return number("%.3g", score.mae()) + (score.unit().equals("1") ? "" : " " + score.unit());
  }

  /** How the run was made, so that a reader can make it again. */
  private String made() {
    String command = run.command().isEmpty() ? "./suiseki run " + run.study() : run.command();
    return "Made by `"
        + command
        + "` with seed "
        + run.seed()
        + " in "
        + number("%.0f", run.seconds())
        + " s"
        + (run.commit().isEmpty() ? "" : ", commit " + run.commit())
        + (run.machine().isEmpty() ? "" : ", on " + run.machine())
        + "; in brackets the 95 % confidence interval over folds.";
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
  }

  private static List<String> distinct(List<Score> scores, Function<Score, String> of) {
    return scores.stream().map(of).distinct().toList();
  }
}
