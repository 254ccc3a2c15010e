package org.suiseki.study.tasks;

import java.util.ArrayList;
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

/**
 * The best model of each family for each task, chosen by validation rows and told by test rows, and
 * the mean beside them.
 *
 * @param rows one for each task that has models, in their order
 */
record Leaderboard(List<Row> rows) {
  private static final List<String> FAMILIES = List.of("network", "trees", "linear");
  private static final String CHOICE = "validation.mae";

  /**
   * @param task that it is about
   * @param models in the library
   * @param best of each family that has any
   * @param mean absolute error of the mean on the rows by which the best of all is judged
   */
  record Row(Task task, long models, Map<String, LibraryEntry> best, double mean) {

    /** Of all families, by the validation rows. */
    LibraryEntry winner() {
      return best.values().stream()
          .min((a, b) -> Double.compare(score(a, CHOICE).value(), score(b, CHOICE).value()))
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
      AliasScope scope =
          new AliasScope.OfProperty(row.task().property().name(), row.task().kind());
      library.setAlias(row.winner().reference(), ModelAlias.BEST, scope);
    }
    return new Leaderboard(rows);
  }

  static ModelCard.Score score(LibraryEntry entry, String name) {
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
          library.search(ofTask.ofFamily(family).rankedBy(Ranking.by(CHOICE)).atMost(1));
      found.forEach(one -> best.put(family, one.entry()));
    }
    if (best.isEmpty()) {
      return Optional.empty();
    }
    Row row = new Row(task, library.count(ofTask), best, Double.NaN);
    return Optional.of(
        new Row(task, row.models(), best, score(row.winner(), "test.mean.mae").value()));
  }
}
