package org.suiseki.library;

import org.jdbi.v3.core.Handle;

/**
 * The part of a search that a series answers for all of its models at once: property, kind,
 * descriptor, family, rows, and words that only series have.
 */
final class SeriesFilter {
  private final SqlText conditions = new SqlText();

  SeriesFilter(LibraryQuery query) {
    query.property().ifPresent(property -> add(" AND property = ?", property));
    query.kind().ifPresent(kind -> add(" AND kind = ?", kind.label()));
    query
        .descriptor()
        .ifPresent(name ->
            add(
                " AND (descriptor = ? OR substr(descriptor, 1, ?) = ?)",
                name,
                name.length() + 1,
                name + ":"));
    query.family().ifPresent(family -> add(" AND family = ?", family));
    if (query.leastRows() > 0 || query.mostRows() < Integer.MAX_VALUE) {
      add(" AND train_rows BETWEEN ? AND ?", query.leastRows(), query.mostRows());
    }
  }

  /**
   * @param condition begins with AND
   */
  void require(SqlText condition) {
    conditions.add(condition);
  }

  static SqlText hasWord(String word) {
    // A word is letters and digits: nothing of it is a sign of LIKE.
    return new SqlText().add(" AND words LIKE ?", "% " + word + "%");
  }

  private void add(String condition, Object... values) {
    conditions.add(condition, values);
  }

  /** Whether every series passes. */
  boolean isOpen() {
    return conditions.isEmpty();
  }

  /** The numbers of the series that pass. */
  SqlText ids() {
    return new SqlText().add("SELECT id FROM series WHERE models > 0").add(conditions);
  }

  /** How many models are in the series that pass, and meet this besides. */
  long models(Handle handle, SqlText besides) {
    return new SqlText()
        .add("SELECT coalesce(sum(models), 0) FROM series WHERE models > 0")
        .add(conditions)
        .add(besides)
        .query(handle)
        .mapTo(Long.class)
        .one();
  }
}
