package org.suiseki.library;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/** The databases that every test of the catalogue runs on: files, and a real server. */
enum Server {
  SQLITE {
    @Override
    LibraryLocation library(Path folder) {
      return LibraryLocation.of(folder.resolve("library"));
    }
  },

  POSTGRESQL {
    @Override
    LibraryLocation library(Path folder) {
      EmbeddedPostgres server = Postgres.running();
      String name = "library" + COUNT.incrementAndGet();
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
      return new LibraryLocation(
          server.getJdbcUrl("postgres", name), Optional.of(folder.resolve("objects")));
    }
  };

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** A library of its own for a test. */
  abstract LibraryLocation library(Path folder);

  /** Started once for all tests of a JVM, since that takes seconds. */
  private static final class Postgres {
    private static Optional<EmbeddedPostgres> server = Optional.empty();
    private static Optional<String> failure = Optional.empty();

    private static synchronized EmbeddedPostgres running() {
      if (server.isEmpty() && failure.isEmpty()) {
        start();
      }
      failure.ifPresent(why -> Assumptions.abort("PostgreSQL does not start here: " + why));
      return server.orElseThrow();
    }

    private static void start() {
      try {
        server = Optional.of(EmbeddedPostgres.builder().start());
        Runtime.getRuntime().addShutdownHook(new Thread(Postgres::stop));
      } catch (IOException | IllegalStateException | UncheckedIOException e) {
        failure = Optional.of(String.valueOf(e.getMessage()));
      }
    }

    private static void stop() {
      try {
        server.orElseThrow().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
