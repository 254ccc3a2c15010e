package org.suiseki.library;

import org.jdbi.v3.core.Handle;

/**
 * Something that a search asks of each model, in two forms: as the list of all models that meet it,
 * for a search that begins with them, and as a check of one model.
 *
 * <p>The checks are subqueries that give a value. SQLite turns {@code EXISTS} into a join, which it
 * then may begin with the larger table.
 */
abstract class SearchCondition {

  /** Numbers of models, named {@code model_id}; some may come twice. */
  abstract SqlText models();

  /**
   * @param model an expression for its number
   * @param series an expression for the number of its series
   */
  abstract SqlText check(String model, String series);

  /** How many there are, counted up to a little more than {@code most}. */
  final long size(Handle handle, int most) {
    return new SqlText()
        .add("SELECT count(*) FROM (")
        .add(models())
        .add(" LIMIT " + (most + 1) + ") AS counted")
        .query(handle)
        .mapTo(Long.class)
        .one();
  }

  static SearchCondition tag(String tag) {
    return new SearchCondition() {
      @Override
      SqlText models() {
        return new SqlText().add("SELECT model_id FROM tag WHERE tag = ?", tag);
      }

      @Override
      SqlText check(String model, String series) {
        return new SqlText()
            .add(
                "(SELECT count(*) FROM tag t WHERE t.tag = ? AND t.model_id = " + model + ") > 0",
                tag);
      }
    };
  }

  static SearchCondition score(ScoreRange range) {
    return new SearchCondition() {
      @Override
      SqlText models() {
        return new SqlText()
            .add(
                "SELECT model_id FROM score WHERE name = ? AND value >= ? AND value <= ?",
                range.score(),
                range.low(),
                range.high());
      }

      @Override
      SqlText check(String model, String series) {
        return new SqlText()
            .add(
                "(SELECT x.value FROM score x WHERE x.model_id = "
                    + model
                    + " AND x.name = ?) BETWEEN ? AND ?",
                range.score(),
                range.low(),
                range.high());
      }
    };
  }

  /** A word of the model itself. */
  static SearchCondition word(String word) {
    return new SearchCondition() {
      @Override
      SqlText models() {
        return new SqlText()
            .add("SELECT model_id FROM word WHERE word >= ? AND word < ?", word, Words.end(word));
      }

      @Override
      SqlText check(String model, String series) {
        return new SqlText()
            .add(
                "(SELECT count(*) FROM word y WHERE y.model_id = "
                    + model
                    + " AND y.word >= ? AND y.word < ?) > 0",
                word,
                Words.end(word));
      }
    };
  }

  /** A word of the model itself or of its series. */
  static SearchCondition wordAnywhere(String word) {
    SearchCondition ofModel = word(word);
    SqlText ofSeries =
        new SqlText().add("SELECT id FROM series WHERE models > 0").add(SeriesFilter.hasWord(word));
    return new SearchCondition() {
      @Override
      SqlText models() {
        return ofModel
            .models()
            .add(" UNION ALL SELECT id FROM model WHERE series_id IN (")
            .add(ofSeries)
            .add(")");
      }

      @Override
      SqlText check(String model, String series) {
        return new SqlText()
            .add("(" + series + " IN (")
            .add(ofSeries)
            .add(") OR ")
            .add(ofModel.check(model, series))
            .add(")");
      }
    };
  }
}
