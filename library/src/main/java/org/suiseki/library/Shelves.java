package org.suiseki.library;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.suiseki.describe.MaterialKind;
import org.suiseki.learn.Column;
import org.suiseki.matter.Spelling;

/** What a library has, told from its series. */
final class Shelves {
  /** Names that are compared to one that is not there. */
  private static final int NEIGHBOURS = 500;

  private Shelves() {}

  static List<PropertyShelf> read(Handle handle) {
    return handle
        .createQuery(
            "SELECT property, unit, kind, sum(models), count(DISTINCT descriptor),"
                + " count(DISTINCT family), count(DISTINCT data_set_id), max(train_rows)"
                + " FROM series WHERE models > 0 GROUP BY property, unit, kind"
                + " ORDER BY property, kind, unit")
        .map((row, context) ->
            new PropertyShelf(
                new Column(row.getString(1), row.getString(2)),
                MaterialKind.named(row.getString(3)).orElseThrow(),
                row.getLong(4),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8)))
        .list();
  }

  /** A sentence with the nearest name of a model, or nothing. */
  static String hint(Handle handle, String name) {
    String start = name.substring(0, Math.min(3, name.length()));
    List<String> near =
        handle
            .createQuery(
                "SELECT name FROM model_name WHERE name >= :from AND name < :to ORDER BY name"
                    + " LIMIT "
                    + NEIGHBOURS)
            .bind("from", start)
            .bind("to", Words.end(start))
            .mapTo(String.class)
            .list();
    return Spelling.hint(name, near);
  }
}
