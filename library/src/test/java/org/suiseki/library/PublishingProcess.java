package org.suiseki.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A process that publishes three models at a time until it is killed, and says on standard output
 * what was acknowledged. With a limit it ends by itself.
 */
final class PublishingProcess {
  static final int BATCH = 3;

  private PublishingProcess() {}

  /** The library, its store or nothing, the name of the process, and how many batches. */
  public static void main(String[] arguments) {
    LibraryLocation location =
        new LibraryLocation(
            arguments[0],
            Optional.of(arguments[1]).filter(store -> !store.isEmpty()).map(Path::of));
    int batches = Integer.parseInt(arguments[3]);
    try (Library library = Library.open(location)) {
      System.out.println("ready");
      for (int i = 0; i < batches; i++) {
        String name = arguments[2] + "/" + i;
        long seed = 1000L * arguments[2].hashCode() + i;
        List<PublishedModel> published =
            library.publishAll(
                IntStream.range(0, BATCH)
                    .mapToObj(k -> Drafts.draft(name + "/" + k, seed * BATCH + k))
                    .toList());
        published.forEach(
            model -> System.out.println("done " + model.reference() + " " + model.sha256()));
        System.out.flush();
      }
    }
  }

  /** Starts one whose output goes into this file. */
  static Process start(LibraryLocation location, String name, int batches, Path output)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(PublishingProcess.class.getName());
    command.add(location.text());
    command.add(location.store().map(Path::toString).orElse(""));
    command.addAll(List.of(name, Integer.toString(batches)));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }
}
