package org.suiseki.library;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The statements of a search, each without its limit. */
record SearchStatement(Dialect dialect, SeriesFilter series) {

  /**
   * By a score. Columns: number of the model, number of its sketch or 0.
   *
   * @param few whether the series are so few that all of their models may be sorted
   * @param leader models to begin with
   * @param domain a condition on {@code m.sketch_id}, or nothing
   */
  SqlText ranked(
      Ranking ranking,
      boolean few,
      Optional<SearchCondition> leader,
      List<SearchCondition> conditions,
      SqlText domain) {
    String sketch = domain.isEmpty() ? "0" : "m.sketch_id";
    SqlText text = new SqlText().add("SELECT r.model_id, " + sketch + " FROM ");
    leader.ifPresent(models -> text.add(led(models)));
    String index = few && !series.isOpen() ? "score_in_series" : "score_overall";
    text.add("score r" + (leader.isPresent() ? "" : dialect.using(index)));
    text.add(domain.isEmpty() ? "" : " CROSS JOIN model m");
    text.add(" WHERE r.name = ? AND r.value IS NOT NULL", ranking.score());
    leader.ifPresent(models -> text.add(" AND r.model_id = w.model_id"));
    if (!domain.isEmpty()) {
      text.add(" AND m.id = r.model_id").add(domain);
    }
    addSeries(text, "r.listed_in");
    if (series.isOpen()) {
      text.add(" AND r.listed_in IS NOT NULL");
    }
    addConditions(text, conditions, "r.model_id", "r.listed_in");
    String direction = ranking.ascending() ? "" : " DESC";
    return text.add(" ORDER BY r.value" + direction + ", r.model_id" + direction);
  }

  /** Columns: number of the model, number of its sketch. */
  SqlText newest(
      boolean few,
      Optional<SearchCondition> leader,
      List<SearchCondition> conditions,
      SqlText domain) {
    SqlText text = new SqlText().add("SELECT m.id, m.sketch_id FROM ");
    leader.ifPresent(models -> text.add(led(models)));
    text.add("model m");
    if (leader.isEmpty() && domain.isEmpty()) {
      text.add(few && !series.isOpen() ? dialect.using("model_by_series") : dialect.usingNone());
    }
    text.add(" WHERE m.deleted IS NULL").add(domain);
    leader.ifPresent(models -> text.add(" AND m.id = w.model_id"));
    addSeries(text, "m.series_id");
    addConditions(text, conditions, "m.id", "m.series_id");
    return text.add(" ORDER BY m.id DESC");
  }

  /** Numbers of series, that with the best model first. */
  SqlText bestSeries(Ranking ranking) {
    String first = ranking.ascending() ? "min" : "max";
    String direction = ranking.ascending() ? "" : " DESC";
    return new SqlText()
        .add(
            "SELECT id FROM (SELECT s.id, (SELECT "
                + first
                + "(r.value) FROM score r WHERE r.name = ? AND r.listed_in = s.id) AS best"
                + " FROM series s WHERE s.id IN (",
            ranking.score())
        .add(series.ids())
        .add(")) AS found WHERE best IS NOT NULL ORDER BY best" + direction + ", id");
  }

  /** Numbers of the sketches that models of the series have. */
  SqlText sketches() {
    return new SqlText()
        .add("SELECT DISTINCT sketch_id FROM model" + dialect.using("model_by_series"))
        .add(" WHERE deleted IS NULL AND series_id IN (")
        .add(series.ids())
        .add(")");
  }

  SqlText count(
      Optional<Ranking> ranking,
      Optional<SearchCondition> leader,
      List<SearchCondition> conditions,
      SqlText domain) {
    SqlText text = new SqlText().add("SELECT count(*) FROM ");
    leader.ifPresent(models -> text.add(led(models)));
    text.add("model m WHERE m.deleted IS NULL").add(domain);
    leader.ifPresent(models -> text.add(" AND m.id = w.model_id"));
    addSeries(text, "m.series_id");
    ranking.ifPresent(order ->
        text.add(
            " AND (SELECT r.value FROM score r WHERE r.model_id = m.id AND r.name = ?)"
                + " IS NOT NULL",
            order.score()));
    addConditions(text, conditions, "m.id", "m.series_id");
    return text;
  }

  /** That a model's domain is one of these. */
  static SqlText ofSketches(List<Sketches.Alike> alike) {
    String ids = alike.stream().map(a -> Long.toString(a.id())).collect(Collectors.joining(","));
    return new SqlText().add(" AND m.sketch_id IN (" + (ids.isEmpty() ? "NULL" : ids) + ")");
  }

  private static SqlText led(SearchCondition leader) {
    return new SqlText()
        .add("(SELECT DISTINCT model_id FROM (")
        .add(leader.models())
        .add(") AS all_of_them) AS w CROSS JOIN ");
  }

  private void addSeries(SqlText text, String column) {
    if (!series.isOpen()) {
      text.add(" AND " + column + " IN (").add(series.ids()).add(")");
    }
  }

  private static void addConditions(
      SqlText text, List<SearchCondition> conditions, String model, String series) {
    conditions.forEach(condition -> text.add(" AND ").add(condition.check(model, series)));
  }
}
