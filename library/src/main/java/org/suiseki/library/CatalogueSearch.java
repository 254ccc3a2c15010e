package org.suiseki.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * One search. First the few rows of {@code series} tell how many models can be meant, then bounded
 * counts tell whether a word, tag or score is rare. What is rarest leads; where nothing is rare, the
 * index of the ranking is walked in its order until enough is found. So a search among 140,000
 * models looks at a few thousand rows.
 *
 * <p>Limit: conditions that are common one by one and rare together are found by walking, which is
 * then as slow as reading the whole index.
 */
final class CatalogueSearch {
  /** Up to so many rows it is cheaper to take all and sort them. */
  private static final int FEW = 20_000;

  /** Up to so many models a word, tag or score leads the search. */
  private static final int RARE = 2_000;

  private final Handle handle;
  private final Dialect dialect;
  private final LibraryQuery query;
  private final SeriesFilter series;

  /** Each with a mark where the number of the model goes. */
  private final List<SqlText> conditions = new ArrayList<>();

  private Optional<SqlText> leader = Optional.empty();
  private long leaderSize = Long.MAX_VALUE;
  private boolean hopeless;

  /** A model and the similarity of its domain, if one was asked for. */
  record Match(long id, OptionalDouble similarity) {}

  private CatalogueSearch(Handle handle, Dialect dialect, LibraryQuery query) {
    this.handle = handle;
    this.dialect = dialect;
    this.query = query;
    this.series = new SeriesFilter(query);
  }

  static List<Match> run(
      Handle handle, Dialect dialect, LibraryQuery query, Sketches sketches) {
    CatalogueSearch search = new CatalogueSearch(handle, dialect, query);
    if (!search.prepare()) {
      return List.of();
    }
    if (query.domain().isEmpty()) {
      return search.rows(new SqlText(), query.limit()).stream()
          .map(row -> new Match(row.id(), OptionalDouble.empty()))
          .toList();
    }
    sketches.load(handle);
    return search.alike(sketches.alike(query.domain().get(), query.leastSimilarity()));
  }

  /** How many models there are of that kind; exact, and slower than a search. */
  static long count(Handle handle, Dialect dialect, LibraryQuery query, Sketches sketches) {
    CatalogueSearch search = new CatalogueSearch(handle, dialect, query);
    if (!search.prepare()) {
      return 0;
    }
    boolean onlySeries =
        search.conditions.isEmpty() && query.ranking().isEmpty() && query.domain().isEmpty();
    if (onlySeries) {
      return search.series.models(handle, new SqlText());
    }
    SqlText domain = new SqlText();
    if (query.domain().isPresent()) {
      sketches.load(handle);
      domain = ofSketches(sketches.alike(query.domain().get(), query.leastSimilarity()));
    }
    return search.counting(domain).query(handle).mapTo(Long.class).one();
  }

  private SqlText counting(SqlText domain) {
    SqlText text = new SqlText().add("SELECT count(*) FROM model m WHERE m.deleted IS NULL");
    if (!series.isOpen()) {
      text.add(" AND m.series_id IN (").add(series.ids()).add(")");
    }
    query
        .ranking()
        .ifPresent(ranking ->
            text.add(
                " AND EXISTS (SELECT 1 FROM score r WHERE r.model_id = m.id AND r.name = ?"
                    + " AND r.value IS NOT NULL)",
                ranking.score()));
    conditions.forEach(condition -> text.add(" AND m.id IN (").add(condition).add(")"));
    return text.add(domain);
  }

  /** Whether anything can be found at all. */
  private boolean prepare() {
    Words.of(query.text()).forEach(this::word);
    query.tags().forEach(tag ->
        condition(new SqlText().add("SELECT model_id FROM tag WHERE tag = ?", tag)));
    query.scores().forEach(range ->
        condition(
            new SqlText()
                .add(
                    "SELECT model_id FROM score WHERE name = ? AND value >= ? AND value <= ?",
                    range.score(),
                    range.low(),
                    range.high())));
    return !hopeless;
  }

  private void word(String word) {
    SqlText inSeries = SeriesFilter.hasWord(word);
    SqlText inModels =
        new SqlText()
            .add("SELECT model_id FROM word WHERE word >= ? AND word < ?", word, Words.end(word));
    if (size(inModels) == 0) {
      series.requireWord(word);
    } else if (series.models(handle, inSeries) == 0) {
      condition(inModels);
    } else {
      conditions.add(
          inModels
              .add(" UNION ALL SELECT id FROM model WHERE series_id IN (SELECT id FROM series")
              .add(" WHERE models > 0")
              .add(inSeries)
              .add(")"));
    }
  }

  private void condition(SqlText models) {
    long size = size(models);
    hopeless |= size == 0;
    if (size <= RARE && size < leaderSize) {
      leader = Optional.of(models);
      leaderSize = size;
    }
    conditions.add(models);
  }

  /** Counted up to a little more than what is rare. */
  private long size(SqlText models) {
    return new SqlText()
        .add("SELECT count(*) FROM (")
        .add(models)
        .add(" LIMIT " + (RARE + 1) + ") AS some")
        .query(handle)
        .mapTo(Long.class)
        .one();
  }

  private record Row(long id, long sketch) {}

  /**
   * @param domain a condition on the sketch of the model, or nothing
   */
  private List<Row> rows(SqlText domain, int limit) {
    boolean few = series.models(handle, new SqlText()) <= FEW;
    SqlText text =
        query.ranking().isPresent()
            ? ranked(query.ranking().get(), few, domain)
            : newest(few, domain);
    return text.add(" LIMIT ?", limit)
        .query(handle)
        .map((row, context) -> new Row(row.getLong(1), row.getLong(2)))
        .list();
  }

  private SqlText ranked(Ranking ranking, boolean few, SqlText domain) {
    SqlText text = new SqlText();
    text.add("SELECT r.model_id, " + (domain.isEmpty() ? "0" : "m.sketch_id") + " FROM ");
    leader.ifPresent(models -> text.add("(SELECT DISTINCT model_id FROM (").add(models).add(") AS all_of_them) AS w CROSS JOIN "));
    String index = few && !series.isOpen() ? "score_in_series" : "score_overall";
    text.add("score r" + (leader.isPresent() ? "" : dialect.using(index)));
    if (!domain.isEmpty()) {
      text.add(" CROSS JOIN model m");
    }
    text.add(" WHERE r.name = ? AND r.value IS NOT NULL", ranking.score());
    leader.ifPresent(models -> text.add(" AND r.model_id = w.model_id"));
    if (!domain.isEmpty()) {
      text.add(" AND m.id = r.model_id").add(domain);
    }
    if (series.isOpen()) {
      text.add(" AND r.listed_in IS NOT NULL");
    } else {
      text.add(" AND r.listed_in IN (").add(series.ids()).add(")");
    }
    addConditions(text, "r.model_id");
    String direction = ranking.ascending() ? "" : " DESC";
    return text.add(" ORDER BY r.value" + direction + ", r.model_id" + direction);
  }

  private SqlText newest(boolean few, SqlText domain) {
    SqlText text = new SqlText().add("SELECT m.id, m.sketch_id FROM ");
    leader.ifPresent(models -> text.add("(SELECT DISTINCT model_id FROM (").add(models).add(") AS all_of_them) AS w CROSS JOIN "));
    text.add("model m");
    if (leader.isEmpty() && domain.isEmpty()) {
      text.add(few && !series.isOpen() ? dialect.using("model_by_series") : dialect.usingNone());
    }
    text.add(" WHERE m.deleted IS NULL").add(domain);
    leader.ifPresent(models -> text.add(" AND m.id = w.model_id"));
    if (!series.isOpen()) {
      text.add(" AND m.series_id IN (").add(series.ids()).add(")");
    }
    addConditions(text, "m.id");
    return text.add(" ORDER BY m.id DESC");
  }

  private void addConditions(SqlText text, String model) {
    for (SqlText condition : conditions) {
      if (leader.isEmpty() || condition != leader.get()) {
        text.add(" AND " + model + " IN (").add(condition).add(")");
      }
    }
  }

  private List<Match> alike(List<Sketches.Alike> alike) {
    Map<Long, Double> similarity = new HashMap<>();
    alike.forEach(a -> similarity.put(a.id(), a.similarity()));
    if (alike.isEmpty()) {
      return List.of();
    }
    List<Row> rows =
        query.ranking().isPresent()
            ? rows(ofSketches(alike), query.limit())
            : mostAlike(alike);
    return rows.stream()
        .map(row -> new Match(row.id(), OptionalDouble.of(similarity.get(row.sketch()))))
        .toList();
  }

  /** From the most similar domain on, until there are enough. */
  private List<Row> mostAlike(List<Sketches.Alike> alike) {
    List<Row> found = new ArrayList<>();
    for (Sketches.Alike domain : alike) {
      if (found.size() == query.limit()) {
        break;
      }
      found.addAll(rows(ofSketches(List.of(domain)), query.limit() - found.size()));
    }
    return found;
  }

  private static SqlText ofSketches(List<Sketches.Alike> alike) {
    return new SqlText()
        .add(
            alike.stream()
                .map(a -> Long.toString(a.id()))
                .collect(Collectors.joining(",", " AND m.sketch_id IN (", ")")));
  }
}
