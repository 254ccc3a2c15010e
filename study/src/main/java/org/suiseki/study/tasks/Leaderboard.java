package org.suiseki.study.tasks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.suiseki.library.AliasScope;
import org.suiseki.library.FoundModel;
import org.suiseki.library.Library;
import org.suiseki.library.LibraryEntry;
import org.suiseki.library.LibraryQuery;
import org.suiseki.library.ModelAlias;
import org.suiseki.library.ModelCard;
import org.suiseki.library.Ranking;
import org.suiseki.library.TargetScale;

/**
 * The best model of each family for each task, chosen by validation rows and told by test rows, and
 * the mean beside them.
 *
 * @param rows one for each task that has models, in their order
 */
record Leaderboard(List<Row> rows) {
  private static final List<String> FAMILIES = List.of("network", "trees", "linear");

  /**
   * @param task that it is about
   * @param models in the library
   * @param best of each family that has any
   * @param mean absolute error of the mean on the rows by which the best of all is judged, on the
   *     scale that is learned
   */
  record Row(Task task, long models, Map<String, LibraryEntry> best, double mean) {

    /** The score of that name on the scale on which the property is learned. */
    ModelCard.Score score(LibraryEntry entry, String rows, String name) {
      return Leaderboard.score(entry, rows + scale(task) + "." + name);
    }

    /** Of all families, by the validation rows. */
    LibraryEntry winner() {
      return best.values().stream()
          .min(Comparator.comparingDouble(one -> score(one, "validation", "mae").value()))
          .orElseThrow();
    }
  }

  Leaderboard {
    rows = List.copyOf(rows);
  }

  /** Looks the models of the tasks up, and calls the best of each property so. */
  static Leaderboard of(List<Task> tasks, Library library) {
    List<Row> rows = new ArrayList<>();
    for (Task task : tasks) {
      row(task, library).ifPresent(rows::add);
    }
    for (Row row : rows) {
      AliasScope scope = new AliasScope.OfProperty(row.task().property().name(), row.task().kind());
      library.setAlias(row.winner().reference(), ModelAlias.BEST, scope);
    }
    return new Leaderboard(rows);
  }

  private static String scale(Task task) {
    return task.scale() == TargetScale.LOGARITHMIC ? TaskCards.LOG : "";
  }

  private static ModelCard.Score score(LibraryEntry entry, String name) {
    return entry.card().metrics().getOrDefault(name, ModelCard.Score.of(Double.NaN));
  }

  private static Optional<Row> row(Task task, Library library) {
    LibraryQuery ofTask =
        LibraryQuery.any()
            .ofProperty(task.property().name())
            .ofKind(task.kind())
            .tagged(List.of(task.name()));
    Map<String, LibraryEntry> best = new TreeMap<>();
    for (String family : FAMILIES) {
      List<FoundModel> found =
          library.search(
              ofTask
                  .ofFamily(family)
                  .rankedBy(Ranking.by("validation" + scale(task) + ".mae"))
                  .atMost(1));
      found.forEach(one -> best.put(family, one.entry()));
    }
    if (best.isEmpty()) {
      return Optional.empty();
    }
    Row row = new Row(task, library.count(ofTask), best, Double.NaN);
    return Optional.of(
        new Row(task, row.models(), best, row.score(row.winner(), "test", "mean.mae").value()));
  }
}
