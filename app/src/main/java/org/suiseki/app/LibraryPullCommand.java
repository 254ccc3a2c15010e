package org.suiseki.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.suiseki.library.Library;
import org.suiseki.library.LibraryEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code suiseki library pull}. */
@Command(
    name = "pull",
    sortOptions = false,
    description = "Copies the file of a model out of the library, after checking it.",
    footer = {"", "Examples:", "  suiseki library pull band-gap@best --out gap.suiseki"})
final class LibraryPullCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init") // Picocli sets what is required.
  @Parameters(paramLabel = "MODEL", description = "NAME, NAME@VERSION or NAME@ALIAS.")
  private String model;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "A file or folder; otherwise NAME-VERSION.suiseki here.")
  private @Nullable Path out;

  @Mixin private final LibraryPlace place = new LibraryPlace();

  private final Terminal terminal;

  LibraryPullCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Library library = place.open()) {
      LibraryEntry entry = library.get(model);
      String name = entry.card().name().replace('/', '-') + "-" + entry.version() + ".suiseki";
      Path target = out == null ? Path.of(name) : out;
      target = Files.isDirectory(target) ? target.resolve(name) : target;
      library.pull(entry, target);
      terminal.out().println("Model  " + entry.reference());
      terminal.out().println("File   " + target);
    }
    terminal.out().flush();
    return ExitCode.DONE;
  }
}
