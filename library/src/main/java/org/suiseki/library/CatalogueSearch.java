package org.suiseki.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * One search. First the few rows of {@code series} tell how many models can be meant, then bounded
 * counts tell whether a word, tag or score is rare. What is rare leads; else the index of the
 * ranking is walked in its order until enough is found. So a search among 140,000 models looks at a
 * few thousand rows.
 *
 * <p>Limit: conditions that are common one by one and rare together are found by walking, which is
 * then as slow as reading the whole index.
 */
final class CatalogueSearch {
  /** Up to so many models of the series it is cheaper to take all and sort them. */
  private static final int FEW = 8_000;

  /** Up to so many models a word, tag or score leads the search. */
  private static final int RARE = 2_000;

  private final Handle handle;
  private final LibraryQuery query;
  private final SeriesFilter series;
  private final SearchStatement statement;
  private final List<SearchCondition> conditions = new ArrayList<>();

  private Optional<SearchCondition> leader = Optional.empty();
  private long leaderSize = RARE + 1L;
  private boolean hopeless;

  /** A model and the similarity of its domain, if one was asked for. */
  record Match(long id, OptionalDouble similarity) {}

  private record Row(long id, long sketch) {}

  private CatalogueSearch(Handle handle, Dialect dialect, LibraryQuery query) {
    this.handle = handle;
    this.query = query;
    this.series = new SeriesFilter(query);
    this.statement = new SearchStatement(dialect, series);
  }

  static List<Match> run(Handle handle, Dialect dialect, LibraryQuery query, Sketches sketches) {
    CatalogueSearch search = new CatalogueSearch(handle, dialect, query);
    search.prepare();
    if (search.hopeless) {
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
    search.prepare();
    if (search.hopeless) {
      return 0;
    }
    boolean ofSeriesOnly = search.conditions.isEmpty() && search.leader.isEmpty();
    if (ofSeriesOnly && query.ranking().isEmpty() && query.domain().isEmpty()) {
      return search.series.models(handle, new SqlText());
    }
    SqlText domain = new SqlText();
    if (query.domain().isPresent()) {
      sketches.load(handle);
      domain =
          SearchStatement.ofSketches(sketches.alike(query.domain().get(), query.leastSimilarity()));
    }
    return search
        .statement
        .count(query.ranking(), search.leader, search.conditions, domain)
        .query(handle)
        .mapTo(Long.class)
        .one();
  }

  private void prepare() {
    Words.of(query.text()).forEach(this::word);
    query.tags().forEach(tag -> require(SearchCondition.tag(tag)));
    query.scores().forEach(range -> require(SearchCondition.score(range)));
    leader.ifPresent(conditions::remove);
  }

  private void word(String word) {
    SearchCondition ofModel = SearchCondition.word(word);
    if (ofModel.size(handle, 0) == 0) {
      series.require(SeriesFilter.hasWord(word));
    } else if (series.models(handle, SeriesFilter.hasWord(word)) == 0) {
      require(ofModel);
    } else {
      conditions.add(SearchCondition.wordAnywhere(word));
    }
  }

  private void require(SearchCondition condition) {
    long size = condition.size(handle, RARE);
    hopeless |= size == 0;
    if (size < leaderSize) {
      leader = Optional.of(condition);
      leaderSize = size;
    }
    conditions.add(condition);
  }

  /**
   * @param domain a condition on the sketch of the model, or nothing
   */
  private List<Row> rows(SqlText domain, int limit) {
    boolean few = series.models(handle, new SqlText()) <= FEW;
    SqlText text =
        query.ranking().isPresent()
            ? ranked(query.ranking().get(), few, domain, limit)
            : statement.newest(few, leader, conditions, domain);
    return text.add(" LIMIT ?", limit)
        .query(handle)
        .map((row, context) -> new Row(row.getLong(1), row.getLong(2)))
        .list();
  }

  /**
   * The first n models lie in the n series whose first models are the best: of each series outside
   * of these, n models are better than its first. That keeps a search from walking past all models
   * of other properties, whose errors are in other units.
   */
  private SqlText ranked(Ranking ranking, boolean few, SqlText domain, int limit) {
    boolean alone = conditions.isEmpty() && leader.isEmpty() && domain.isEmpty();
    if (alone && !few && !series.isOpen()) {
      List<Long> best =
          statement
              .bestSeries(ranking)
              .add(" LIMIT ?", limit)
              .query(handle)
              .mapTo(Long.class)
              .list();
      series.require(new SqlText().add(" AND id IN (" + CatalogueRows.list(best) + ")"));
      return statement.ranked(ranking, true, leader, conditions, domain);
    }
    return statement.ranked(ranking, few, leader, conditions, domain);
  }

  private List<Match> alike(List<Sketches.Alike> alike) {
    if (alike.isEmpty()) {
      return List.of();
    }
    Map<Long, Double> similarity = new HashMap<>();
    alike.forEach(a -> similarity.put(a.id(), a.similarity()));
    List<Row> rows;
    if (query.ranking().isPresent()) {
      rows = rows(SearchStatement.ofSketches(alike), query.limit());
    } else if (leader.isPresent()) {
      rows = sorted(similarity);
    } else {
      rows = mostAlike(present(alike));
    }
    return rows.stream()
        .map(row ->
            new Match(
                row.id(), OptionalDouble.of(similarity.getOrDefault(row.sketch(), Double.NaN))))
        .toList();
  }

  /** Those that any model of the series has, where these are few; else all. */
  private List<Sketches.Alike> present(List<Sketches.Alike> alike) {
    if (series.isOpen() || series.models(handle, new SqlText()) > FEW) {
      return alike;
    }
    Set<Long> present = new HashSet<>(statement.sketches().query(handle).mapTo(Long.class).list());
    return alike.stream().filter(domain -> present.contains(domain.id())).toList();
  }

  /** All of the few that come into question, the most similar first and of these the newest. */
  private List<Row> sorted(Map<Long, Double> similarity) {
    return rows(new SqlText(), Integer.MAX_VALUE).stream()
        .filter(row -> similarity.containsKey(row.sketch()))
        .sorted(Comparator.comparing((Row row) -> similarity.get(row.sketch())).reversed())
        .limit(query.limit())
        .toList();
  }

  /** From the most similar domain on, until there are enough. */
  private List<Row> mostAlike(List<Sketches.Alike> alike) {
    List<Row> found = new ArrayList<>();
    for (Sketches.Alike domain : alike) {
      if (found.size() == query.limit()) {
        break;
      }
      found.addAll(rows(SearchStatement.ofSketches(List.of(domain)), query.limit() - found.size()));
    }
    return found;
  }
}
