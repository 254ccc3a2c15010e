package org.suiseki.library;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.suiseki.matter.Failures;
import org.suiseki.matter.Place;

/**
 * The connections to a catalogue. Any number of processes and threads read at once, also while one
 * writes; those that write wait for one another.
 *
 * <p>SQLite keeps a write-ahead log and forces it to the disk with every commit, so that what was
 * acknowledged outlives a power cut.
 */
final class CatalogueDatabase implements AutoCloseable {
  static final String FILE = "catalogue.sqlite";

  /** How long a writer waits for another; a training job holds the lock for milliseconds. */
  static final int PATIENCE_SECONDS = 60;

  private static final int CONNECTIONS = 4;
  private static final int MAPPED_BYTES = 1 << 28;

  private final LibraryLocation location;
  private final Dialect dialect;
  private final HikariDataSource pool;
  private final Jdbi jdbi;

  /** SQLite lets waiting connections in by chance; within a process the first comes first. */
  private final ReentrantLock writing = new ReentrantLock(true);

  private CatalogueDatabase(LibraryLocation location, Dialect dialect, HikariDataSource pool) {
    this.location = location;
    this.dialect = dialect;
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
  }

  /** Connects, and makes or renews the tables where that is needed. */
  static CatalogueDatabase open(LibraryLocation location) {
    Dialect dialect = location.isDatabase() ? Dialect.POSTGRESQL : Dialect.SQLITE;
    if (dialect == Dialect.SQLITE) {
      makeFolder(location.folder());
    }
    CatalogueDatabase database;
    try {
      database = new CatalogueDatabase(location, dialect, new HikariDataSource(settings(location)));
    } catch (RuntimeException e) {
      throw DatabaseFault.of(e, location);
    }
    try {
      CatalogueSchema.prepare(database);
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  LibraryLocation location() {
    return location;
  }

  Dialect dialect() {
    return dialect;
  }

  HikariDataSource pool() {
    return pool;
  }

  <T> T read(Function<Handle, T> work) {
    try {
      return jdbi.withHandle(work::apply);
    } catch (RuntimeException e) {
      throw DatabaseFault.of(e, location);
    }
  }

  /** All of the work is done, or none of it. */
  <T> T write(Function<Handle, T> work) {
    writing.lock();
    try {
      return jdbi.inTransaction(handle -> {
        dialect.lock(handle);
        return work.apply(handle);
      });
    } catch (RuntimeException e) {
      throw DatabaseFault.of(e, location);
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  private static HikariConfig settings(LibraryLocation location) {
    HikariConfig settings = new HikariConfig();
    settings.setPoolName("library");
    settings.setMaximumPoolSize(CONNECTIONS);
    settings.setMinimumIdle(0);
    if (location.isDatabase()) {
      settings.setJdbcUrl(location.text());
      settings.addDataSourceProperty("ApplicationName", "suiseki");
      settings.addDataSourceProperty("reWriteBatchedInserts", "true");
    } else {
      settings.setJdbcUrl("jdbc:sqlite:" + location.folder().resolve(FILE));
      settings.addDataSourceProperty("journal_mode", "WAL");
      settings.addDataSourceProperty("synchronous", "FULL");
      settings.addDataSourceProperty("foreign_keys", "true");
      settings.addDataSourceProperty("busy_timeout", 1000 * PATIENCE_SECONDS);
      settings.addDataSourceProperty("transaction_mode", "IMMEDIATE");
      settings.addDataSourceProperty("mmap_size", MAPPED_BYTES);
    }
    return settings;
  }

  private static void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new LibraryException(
          "The library cannot be made: " + Failures.reason(e) + ".",
          Place.of(folder.toString()),
          "Name a folder that you may write to, with --library or "
              + LibraryLocation.VARIABLE
              + ".",
          e);
    }
  }
}
