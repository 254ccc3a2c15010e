package org.suiseki.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.suiseki.learn.Progress;

/** Several at once, and what is taken away while others work. */
class SharedLibraryTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void twoProcessesPublishAtOnce(Server server) throws Exception {
    LibraryLocation location = server.library(folder);
    // Neither finds tables: both make them.
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      processes.add(
          PublishingProcess.start(location, "writer" + i, 20, folder.resolve("output" + i)));
    }
    for (int i = 0; i < 2; i++) {
      assertThat(processes.get(i).waitFor(120, TimeUnit.SECONDS)).isTrue();
      assertThat(processes.get(i).exitValue())
          .as(Files.readString(folder.resolve("output" + i)))
          .isZero();
    }
    try (Library library = Library.open(location)) {
      assertThat(library.count(LibraryQuery.any())).isEqualTo(2 * 20 * PublishingProcess.BATCH);
      assertThat(library.verify(Progress.SILENT).faults()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void givesNoVersionTwice(Server server) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (Library library = Library.open(server.library(folder))) {
      List<Future<Integer>> versions = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        int seed = i;
        versions.add(threads.submit(() -> library.publish(Drafts.draft("a", seed)).version()));
      }
      Set<Integer> given = new HashSet<>();
      for (Future<Integer> version : versions) {
        given.add(version.get());
      }
      assertThat(given).hasSize(24).allMatch(version -> version >= 1 && version <= 24);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Every file is an orphan until its entry is there; the sweep may not take it then. */
  @ParameterizedTest
  @EnumSource
  void sweepingNeverTakesAFileFromAnEntry(Server server) throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    AtomicBoolean over = new AtomicBoolean();
    LibraryLocation location = server.library(folder);
    try (Library library = Library.open(location);
        Library other = Library.open(location)) {
      Future<?> sweeping =
          thread.submit(() -> {
            while (!over.get()) {
              other.sweep(Duration.ZERO, Progress.SILENT);
            }
          });
      for (int i = 0; i < 40; i++) {
        library.publish(Drafts.draft("m" + i, i));
        if (i % 2 == 0) {
          library.delete("m" + i + "@1");
          library.publish(Drafts.draft("m" + i, i));
        }
      }
      over.set(true);
      sweeping.get();
      assertThat(library.count(LibraryQuery.any())).isEqualTo(40);
      assertThat(library.verify(Progress.SILENT).sound()).isTrue();
    } finally {
      thread.shutdownNow();
    }
  }

  @ParameterizedTest
  @EnumSource
  void sweepsWhatIsOldAndDeleted(Server server) throws IOException {
    try (Library library = Library.open(server.library(folder))) {
      library.publishAll(List.of(Drafts.draft("a", 1), Drafts.draft("b", 1), Drafts.draft("c", 2)));
      library.delete("a@1");
      library.delete("c@1");
      Sweep young = library.sweep(Duration.ofDays(1), Progress.SILENT);
      assertThat(young).isEqualTo(new Sweep(0, 0, 0, 2));
      Sweep all = library.sweep(Duration.ZERO, Progress.SILENT);
      // The file of a is b's too.
      assertThat(all.models()).isEqualTo(2);
      assertThat(all.files()).isEqualTo(1);
      assertThat(library.find("a@1")).isEmpty();
      assertThat(library.load(library.get("b"))).isNotNull();
      assertThat(library.verify(Progress.SILENT).faults()).isEmpty();
      // A version that is gone is not given again.
      assertThat(library.publish(Drafts.draft("c", 2)).version()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsAndSweepsWhatKilledProcessesLeave(Server server) throws IOException {
    LibraryLocation location = server.library(folder);
    try (Library library = Library.open(location)) {
      library.publish(Drafts.draft("a", 1));
      Path store = location.store().orElseGet(() -> Path.of(location.text()).resolve("objects"));
      Path part = store.resolve("ab/.cd.suiseki.12345678.part");
      Path orphan = store.resolve("ab/" + "c".repeat(62) + ".suiseki");
      Path foreign = store.resolve("notes.txt");
      Files.createDirectories(part.getParent());
      for (Path file : List.of(part, orphan, foreign)) {
        Files.writeString(file, "x");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofMinutes(30))));
      }
      assertThat(library.verify(Progress.SILENT).faults())
          .extracting(LibraryFault::kind)
          .containsExactlyInAnyOrder(
              LibraryFault.Kind.UNFINISHED, LibraryFault.Kind.ORPHAN, LibraryFault.Kind.FOREIGN);
      assertThat(library.sweep(Duration.ZERO, Progress.SILENT).files()).isEqualTo(1);
      assertThat(orphan).doesNotExist();
      assertThat(part).as("may be under way").exists();
      Files.setLastModifiedTime(part, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
      assertThat(library.sweep(Duration.ZERO, Progress.SILENT).files()).isEqualTo(1);
      assertThat(part).doesNotExist();
      assertThat(foreign).as("not ours to remove").exists();
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesACatalogueOfALaterVersion(Server server) {
    LibraryLocation location = server.library(folder);
    try (CatalogueDatabase database = CatalogueDatabase.open(location)) {
      database.write(handle ->
          handle.execute(
              "INSERT INTO catalogue_version (installed_rank, version, description, type, script,"
                  + " installed_by, installed_on, execution_time, success)"
                  + " VALUES (9, '7', 'later', 'SQL', 'V7__later.sql', 'me', CURRENT_TIMESTAMP, 1,"
                  + " true)"));
    }
    assertThatThrownBy(() -> Library.open(location))
        .isInstanceOf(LibraryException.class)
        .hasMessageContaining("version 7, this Suiseki reads up to 1")
        .hasMessageContaining("Update Suiseki");
  }

  @Test
  void saysWhatStandsInThePlaceOfACatalogue() throws IOException {
    Path place = Files.createDirectory(folder.resolve("library"));
    Files.writeString(place.resolve(CatalogueDatabase.FILE), "Dear diary, ".repeat(1000));
    assertThatThrownBy(() -> Library.open(LibraryLocation.of(place)))
        .isInstanceOf(LibraryException.class)
        .hasMessageContaining("is damaged, or is no catalogue");
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> Library.open(LibraryLocation.of(file)))
        .isInstanceOf(LibraryException.class)
        .hasMessageContaining("a file stands where a folder is needed");
    assertThatThrownBy(() -> LibraryLocation.of("jdbc:mysql://host/db?password=secret"))
        .isInstanceOf(LibraryException.class)
        .hasMessageNotContaining("secret");
    assertThat(LibraryLocation.of("jdbc:postgresql://h/d?user=u&password=secret").toString())
        .doesNotContain("secret")
        .contains("user=u");
  }

  @Test
  void saysThatADatabaseCannotBeReached() {
    LibraryLocation nowhere =
        LibraryLocation.of("jdbc:postgresql://localhost:1/none?user=me&password=secret");
    assertThatThrownBy(() -> Library.open(nowhere))
        .isInstanceOf(LibraryException.class)
        .hasMessageContaining("cannot be reached")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aDatabaseRemembersWhereItsFilesAre() {
    LibraryLocation location = Server.POSTGRESQL.library(folder);
    try (Library library = Library.open(LibraryLocation.of(location.text()))) {
      assertThatThrownBy(() -> library.publish(Drafts.draft("a", 1)))
          .isInstanceOf(LibraryException.class)
          .hasMessageContaining("--store");
      assertThat(library.search(LibraryQuery.any())).isEmpty();
    }
    try (Library library = Library.open(location)) {
      library.publish(Drafts.draft("a", 1));
    }
    try (Library library = Library.open(LibraryLocation.of(location.text()))) {
      assertThat(library.load(library.get("a"))).isNotNull();
    }
  }
}
