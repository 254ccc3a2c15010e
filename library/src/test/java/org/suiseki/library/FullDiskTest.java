package org.suiseki.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suiseki.learn.Progress;

/** A disk of four MiB is filled; what was acknowledged before stays, and it goes on with room. */
class FullDiskTest {
  @TempDir private Path folder;
  private Path disk;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    Assumptions.assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()),
        "a small disk can only be mounted by root");
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", "-l", disk.toString());
  }

  private static boolean run(String... command) throws Exception {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void saysThatTheDiskIsFullAndLosesNothing() throws Exception {
    try (Library library = Library.open(LibraryLocation.of(disk.resolve("library")))) {
      library.publish(Drafts.draft("first", 1));
      int[] kept = {0};
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 5000; i++) {
                  library.publish(Drafts.draft("m" + i, i));
                  kept[0]++;
                }
              })
          .isInstanceOf(LibraryException.class)
          .satisfies(e -> assertThat(((LibraryException) e).mend()).containsAnyOf("room", "disk"))
          .hasMessageMatching("(?s).*(No space left|disk is full).*");
      assertThat(kept[0]).isPositive();
      assertThat(library.count(LibraryQuery.any())).isEqualTo(kept[0] + 1);
      assertThat(library.verify(Progress.SILENT).sound()).isTrue();
      run("mount", "-o", "remount,size=8m", disk.toString());
      library.publish(Drafts.draft("m" + kept[0], kept[0]));
      assertThat(library.count(LibraryQuery.any())).isEqualTo(kept[0] + 2);
    }
    try (Library library = Library.open(LibraryLocation.of(disk.resolve("library")))) {
      assertThat(library.verify(Progress.SILENT).sound()).isTrue();
      assertThat(library.load(library.get("first"))).isNotNull();
    }
  }

  /** Here the model file fits, and the catalogue does not. */
  @Test
  void saysThatTheCatalogueHasNoRoom() throws Exception {
    LibraryLocation location =
        new LibraryLocation(
            disk.resolve("library").toString(), Optional.of(folder.resolve("objects")));
    try (Library library = Library.open(location)) {
      int[] kept = {0};
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 20_000; i += 50) {
                  int from = i;
                  library.publishAll(
                      IntStream.range(from, from + 50)
                          .mapToObj(k -> Drafts.draft("model-with-a-long-name-to-fill-it/" + k, 1))
                          .toList());
                  kept[0] += 50;
                }
              })
          .isInstanceOf(LibraryException.class)
          .hasMessageContaining("disk is full")
          .hasMessageContaining("Make room");
      assertThat(library.count(LibraryQuery.any())).isEqualTo(kept[0]);
      run("mount", "-o", "remount,size=16m", disk.toString());
      assertThat(library.verify(Progress.SILENT).sound()).isTrue();
      library.publish(Drafts.draft("with-room", 1));
    }
  }
}
