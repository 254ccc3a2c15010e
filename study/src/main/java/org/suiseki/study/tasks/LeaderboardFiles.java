package org.suiseki.study.tasks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.suiseki.learn.Origin;
import org.suiseki.library.LibraryEntry;
import org.suiseki.library.ModelCard;
import org.suiseki.library.TargetScale;
import org.suiseki.study.Numbers;
import org.suiseki.study.Provenance;
import org.suiseki.study.ReportPage;
import org.suiseki.study.RunFolder;
import org.suiseki.study.Study;
import org.suiseki.study.findings.Answer;
import org.suiseki.study.findings.Bar;
import org.suiseki.study.findings.Bars;
import org.suiseki.study.findings.Column;
import org.suiseki.study.findings.DataTable;
import org.suiseki.study.findings.Estimate;
import org.suiseki.study.findings.Findings;
import org.suiseki.study.findings.Quantity;
import org.suiseki.study.findings.Row;
import org.suiseki.study.findings.Section;
import org.suiseki.study.findings.Verdict;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@code metrics.json} and the report of a leaderboard. */
record LeaderboardFiles(Study study, Leaderboard board) {
  private static final String TEST = "test";

  /**
   * @param published models that this run added
   * @param seconds that it took
   * @return the report
   */
  Path write(RunFolder folder, long seed, boolean quick, int published, double seconds) {
    ObjectNode metrics = json();
    metrics.put("published", published);
    Numbers.put(metrics, "seconds", seconds);
    folder.write("metrics.json", metrics);
    Path report = folder.path("report.html");
    String speed =
        String.format(
            Locale.ROOT,
            "%,d models in %.0f s, %.0f a minute",
            published,
            seconds,
            60 * published / Math.max(seconds, 1e-3));
    new ReportPage().write(report, findings(folder, seed, quick, speed).json());
    return report;
  }

  /** {@code {tasks: [{task, property, unit, models, mean, best: {family: {model, scores}}}]}}. */
  private ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode tasks = json.putArray("tasks");
    for (Leaderboard.Row row : board.rows()) {
      ObjectNode task = tasks.addObject().put("task", row.task().name());
      task.put("property", row.task().property().name());
      task.put("unit", row.task().property().unit()).put("models", row.models());
      Numbers.put(task, "meanMae", row.mean());
      task.put("winner", row.winner().reference());
      ObjectNode best = task.putObject("best");
      row.best().forEach((family, entry) -> put(best.putObject(family), entry));
    }
    return json;
  }

  private static void put(ObjectNode json, LibraryEntry entry) {
    json.put("model", entry.reference());
    json.put("architecture", entry.card().architecture().text());
    json.put("rows", entry.card().data().rows());
    entry
        .card()
        .metrics()
        .forEach((name, score) -> {
          ObjectNode one = json.putObject(name);
          Numbers.put(one, "value", score.value());
          Numbers.put(one, "low", score.low());
          Numbers.put(one, "high", score.high());
        });
  }

  private Findings findings(RunFolder folder, long seed, boolean quick, String speed) {
    Origin origin =
        new Origin("the files of " + board.rows().size() + " tasks", "see each task", "");
    return Findings.titled(study.title())
        .subtitle(study.summary())
        .with(answers(speed).toArray(Answer[]::new))
        .with(
            Section.of("skill", "What can be predicted", skill())
                .lead(
                    "One minus the error of the best model over the error of the mean, on rows that"
                        + " neither training nor choice has seen."),
            Section.of("families", "Networks, trees and lines", table())
                .lead(
                    "The best model of each family, chosen by validation rows; R² with its 95 %"
                        + " interval over test rows. Where a logarithm is learned, scores are"
                        + " those of the natural logarithm."))
        .noting(
            "With folds the rows that choose are those that judge: choosing the best of many makes"
                + " those scores a little too good. With random splits they are not.")
        .noting(
            "Random splits ask for materials like those of the training; a new family of materials"
                + " is harder.")
        .counting("models", "model")
        .provenance(
            Provenance.of(folder.manifest(), seed, quick, origin, "models", models(), List.of()));
  }

  private int models() {
    return (int) board.rows().stream().mapToLong(Leaderboard.Row::models).sum();
  }

  private List<Answer> answers(String speed) {
    long good = board.rows().stream().filter(row -> skill(row) > 0.5).count();
    long none =
        board.rows().stream()
            .filter(row -> !(row.score(row.winner(), TEST, "r2").low() > 0))
            .count();
    long networks = wins("network");
    List<Answer> answers = new ArrayList<>();
    answers.add(
        Answer.neutral(
                String.format(
                    Locale.ROOT,
                    "%,d models of %d tasks are in the library",
                    models(),
                    board.rows().size()))
            .saying("This run: " + speed + "."));
    answers.add(
        Answer.of(
                good > 0 ? Verdict.GOOD : Verdict.NEUTRAL,
                good + " of them are predicted with less than half the error of the mean")
            .saying(
                none == 0
                    ? "For every task the best model is better than the mean beyond chance."
                    : "For "
                        + none
                        + " the interval of R² reaches 0: there nothing was learned for certain."));
    answers.add(
        Answer.neutral(
                String.format(
                    Locale.ROOT,
                    "Networks are the best family for %d, trees for %d, lines for %d",
                    networks,
                    wins("trees"),
                    wins("linear")))
            .saying("By validation rows. There are many more networks to choose from."));
    return answers;
  }

  private long wins(String family) {
    return board.rows().stream()
        .filter(row -> row.winner().card().architecture().family().equals(family))
        .count();
  }

  private static double skill(Leaderboard.Row row) {
    return 1 - row.score(row.winner(), TEST, "mae").value() / row.mean();
  }

  private Bars skill() {
    return Bars.of(
        "",
        Quantity.of("1 − MAE / MAE of the mean"),
        board.rows().stream()
            .sorted((a, b) -> Double.compare(skill(b), skill(a)))
            .map(row -> {
              ModelCard.Score mae = row.score(row.winner(), TEST, "mae");
              return Bar.of(
                      row.task().property().name(),
                      new Estimate(
                          skill(row),
                          1 - mae.high() / row.mean(),
                          1 - mae.low() / row.mean(),
                          mae.level()))
                  .saying(row.winner().reference());
            })
            .toList());
  }

  private DataTable table() {
    return DataTable.of(
            "",
            Column.text("Property"),
            Column.count("Materials"),
            Column.count("Models"),
            Column.fixed("R² network", "1", 2),
            Column.fixed("R² trees", "1", 2),
            Column.fixed("R² linear", "1", 2),
            Column.number("MAE of the best", "1"),
            Column.number("MAE of the mean", "1"),
            Column.code("Best"))
        .with(board.rows().stream().map(LeaderboardFiles::row).toList());
  }

  private static Row row(Leaderboard.Row row) {
    return Row.of(
        heading(row.task()),
        row.winner().card().data().rows(),
        row.models(),
        r2(row, "network"),
        r2(row, "trees"),
        r2(row, "linear"),
        estimate(row.score(row.winner(), TEST, "mae")),
        row.mean(),
        row.winner().reference());
  }

  /** What the errors of a row are in. */
  private static String heading(Task task) {
    String name = task.property().name();
    if (task.scale() == TargetScale.LOGARITHMIC) {
      return "ln " + name;
    }
    return task.property().unit().equals("1") ? name : name + " (" + task.property().unit() + ")";
  }

  private static Optional<Estimate> r2(Leaderboard.Row row, String family) {
    return Optional.ofNullable(row.best().get(family))
        .map(entry -> estimate(row.score(entry, TEST, "r2")));
  }

  private static Estimate estimate(ModelCard.Score score) {
    return new Estimate(score.value(), score.low(), score.high(), score.level());
  }
}
