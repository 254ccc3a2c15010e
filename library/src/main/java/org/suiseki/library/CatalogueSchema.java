package org.suiseki.library;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.suiseki.matter.Failures;
import org.suiseki.matter.Place;

/**
 * Brings the tables of a catalogue to the version of this program. Flyway is asked only where there
 * is something to do, since its start costs more than most searches.
 */
final class CatalogueSchema {
  /** The version that the newest file in {@code migrations} makes. */
  static final int VERSION = 1;

  static final String HISTORY = "catalogue_version";
  private static final String LOCK = "catalogue.lock";

  private CatalogueSchema() {}

  static void prepare(CatalogueDatabase database) {
    if (version(database) == VERSION) {
      return;
    }
    if (database.dialect() == Dialect.SQLITE) {
      migrateAlone(database);
    } else {
      migrate(database);
    }
  }

  /** 0 where there are no tables yet; a refusal of what only a later program can read. */
  private static int version(CatalogueDatabase database) {
    int version = database.read(handle -> version(handle, database.dialect()));
    if (version > VERSION) {
      throw new LibraryException(
          "The catalogue has version " + version + ", this Suiseki reads up to " + VERSION + ".",
          Place.of(database.location().toString()),
          "Update Suiseki, or name another library with --library.");
    }
    return version;
  }

  private static int version(Handle handle, Dialect dialect) {
    if (!dialect.hasTable(handle, HISTORY)) {
      return 0;
    }
    return handle
        .createQuery(
            "SELECT coalesce(max(CAST(version AS INTEGER)), 0) FROM "
                + HISTORY
                + " WHERE success AND version IS NOT NULL")
        .mapTo(Integer.class)
        .one();
  }

  /** Flyway locks a PostgreSQL database while it works, but not an SQLite file. */
  private static void migrateAlone(CatalogueDatabase database) {
    Path file = database.location().folder().resolve(LOCK);
    synchronized (CatalogueSchema.class) {
      try (FileChannel channel =
              FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        if (held.isValid() && version(database) != VERSION) {
          migrate(database);
        }
      } catch (IOException e) {
        throw new LibraryException(
            "The catalogue cannot be made or renewed: " + Failures.reason(e) + ".",
            Place.of(file.toString()),
            "Check that you may write there, or name another folder with --library.",
            e);
      }
    }
  }

  private static void migrate(CatalogueDatabase database) {
    try {
      Flyway.configure(CatalogueSchema.class.getClassLoader())
          .loggers("slf4j")
          .dataSource(database.pool())
          .locations("classpath:org/suiseki/library/migrations")
          .table(HISTORY)
          .placeholders(database.dialect().placeholders())
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw DatabaseFault.ofMigration(e, database.location());
    }
  }
}
