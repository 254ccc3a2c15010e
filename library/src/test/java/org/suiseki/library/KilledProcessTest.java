package org.suiseki.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.suiseki.learn.Progress;

/**
 * Processes are killed (SIGKILL) at random instants while they open, migrate and publish. Nothing
 * that one acknowledged is lost, and of no batch a part is there.
 */
@Tag("slow")
class KilledProcessTest {
  private static final int KILLS = Integer.getInteger("suiseki.kills", 6);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void losesNothingThatWasAcknowledged(Server server) throws Exception {
    LibraryLocation location = server.library(folder);
    SplittableRandom random = new SplittableRandom(System.nanoTime());
    List<String> acknowledged = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      Path output = folder.resolve("output-" + kill);
      Process process = PublishingProcess.start(location, "run" + kill, Integer.MAX_VALUE, output);
      // One of three while it starts and makes the tables, the others among their publications.
      if (kill % 3 != 0) {
        await(output, "done ", process);
      }
      Thread.sleep(random.nextInt(kill % 3 == 0 ? 1500 : 300));
      process.destroyForcibly();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      acknowledged.addAll(acknowledged(output));
      check(location, acknowledged);
    }
    assertThat(acknowledged).isNotEmpty();
    sweepLeavesTheModels(location, acknowledged);
  }

  private static void await(Path output, String word, Process process) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (process.isAlive() && System.nanoTime() < end) {
      if (Files.exists(output) && Files.readString(output).contains(word)) {
        return;
      }
      Thread.sleep(5);
    }
    throw new AssertionError("The process says: " + Files.readString(output));
  }

  /** Whole lines only: the last may be cut. */
  private static List<String> acknowledged(Path output) throws IOException {
    String text = Files.readString(output);
    List<String> lines = new ArrayList<>();
    for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
      assertThat(line).as(text).matches("ready|done .*");
      if (line.startsWith("done ")) {
        lines.add(line.substring(5));
      }
    }
    return lines;
  }

  private static void check(LibraryLocation location, List<String> acknowledged) {
    try (Library library = Library.open(location)) {
      Verification found = library.verify(Progress.SILENT);
      assertThat(found.faults()).allMatch(fault -> !fault.kind().serious());
      for (String line : acknowledged) {
        String[] words = line.split(" ");
        assertThat(library.get(words[0]).sha256()).isEqualTo(words[1]);
      }
      List<FoundModel> all = library.search(LibraryQuery.any().atMost(1_000_000));
      assertThat(
              all.stream()
                  .map(model -> model.entry().card().name())
                  .collect(
                      Collectors.groupingBy(
                          name -> name.substring(0, name.lastIndexOf('/')), Collectors.counting()))
                  .values())
          .allMatch(count -> count == PublishingProcess.BATCH);
      all.stream().limit(20).forEach(model -> library.load(model.entry()));
    }
  }

  private static void sweepLeavesTheModels(LibraryLocation location, List<String> acknowledged) {
    try (Library library = Library.open(location)) {
      library.sweep(Duration.ZERO, Progress.SILENT);
      assertThat(library.verify(Progress.SILENT).faults())
          .allMatch(fault -> fault.kind() == LibraryFault.Kind.UNFINISHED);
    }
    check(location, acknowledged);
  }
}
