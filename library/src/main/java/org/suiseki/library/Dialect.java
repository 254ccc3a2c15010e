package org.suiseki.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** In what the two databases differ. */
@SuppressWarnings("ImmutableEnumChecker") // Map.of is.
enum Dialect {
  SQLITE(
      Map.of(
          "identity", "INTEGER PRIMARY KEY AUTOINCREMENT",
          "bytes", "BLOB",
          "text", "TEXT",
          "clustered", "WITHOUT ROWID")) {
    @Override
    String using(String index) {
      return " INDEXED BY " + index;
    }

    @Override
    String usingNone() {
      return " NOT INDEXED";
    }

    @Override
    void lock(Handle handle) {
      // A transaction that writes begins with the lock of the whole file.
    }

    @Override
    boolean hasTable(Handle handle, String name) {
      return handle
              .createQuery("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = :n")
              .bind("n", name)
              .mapTo(Long.class)
              .one()
          > 0;
    }

    @Override
    List<String> complaints(Handle handle) {
      List<String> found = new ArrayList<>();
      handle.createQuery("PRAGMA integrity_check(10)").mapTo(String.class).forEach(found::add);
      found.remove("ok");
      handle
          .createQuery("SELECT DISTINCT \"table\" FROM pragma_foreign_key_check")
          .mapTo(String.class)
          .forEach(table -> found.add("rows of " + table + " name others that are not there"));
      return found;
    }
  },

  POSTGRESQL(
      Map.of(
          "identity", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
          "bytes", "BYTEA",
          // Ranges of words then follow the order of their letters, whatever the server's language.
          "text", "TEXT COLLATE \"C\"",
          "clustered", "")) {
    @Override
    String using(String index) {
      return "";
    }

    @Override
    String usingNone() {
      return "";
    }

    @Override
    void lock(Handle handle) {
      // One number for all libraries of a server: they rarely share one.
      handle.execute("SELECT pg_advisory_xact_lock(7305435)");
    }

    @Override
    boolean hasTable(Handle handle, String name) {
      return handle
          .createQuery("SELECT to_regclass(quote_ident(current_schema()) || '.' || :n) IS NOT NULL")
          .bind("n", name)
          .mapTo(Boolean.class)
          .one();
    }

    @Override
    List<String> complaints(Handle handle) {
      // Whether its pages are whole is for the server's own tools to say.
      return List.of();
    }
  };

  private final Map<String, String> placeholders;

  Dialect(Map<String, String> placeholders) {
    this.placeholders = placeholders;
  }

  /** What the migrations leave open. */
  Map<String, String> placeholders() {
    return placeholders;
  }

  /** Makes a search go along this index, where the database can be told. */
  abstract String using(String index);

  /** Makes a search go along the numbers of the rows, where the database can be told. */
  abstract String usingNone();

  /** Waits until no other writes; the end of the transaction lets the next one in. */
  abstract void lock(Handle handle);

  abstract boolean hasTable(Handle handle, String name);

  /** What the database itself finds wrong with its tables. */
  abstract List<String> complaints(Handle handle);
}
