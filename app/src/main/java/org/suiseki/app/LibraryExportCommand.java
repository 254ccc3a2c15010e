package org.suiseki.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.suiseki.library.Library;
import org.suiseki.library.LibraryQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code suiseki library export}. */
@Command(
    name = "export",
    sortOptions = false,
    description = "Writes models with their cards and aliases into one file.",
    footer = {
      "",
      "Examples:",
      "  suiseki library export --out all.suiseki-library",
      "  suiseki library export --property band-gap --rank test.mae --limit 100 --out"
          + " gaps.suiseki-library"
    })
final class LibraryExportCommand implements Callable<Integer> {
  @Mixin private final SearchOptions options = new SearchOptions();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Only the first N that a search would find; otherwise all.")
  private int limit = Integer.MAX_VALUE;

  @SuppressWarnings("NullAway.Init") // Picocli sets what is required.
  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Into this file.")
  private Path out;

  @Mixin private final LibraryPlace place = new LibraryPlace();

  private final Terminal terminal;
  private final Duration patience;

  LibraryExportCommand(Terminal terminal, Duration patience) {
    this.terminal = terminal;
    this.patience = patience;
  }

  @Override
  public Integer call() {
    LibraryQuery query = options.query(limit);
    try (Library library = place.open()) {
      long models =
          new WatchedTask(terminal, patience)
              .run(progress -> library.exportTo(out, query, progress));
      terminal.out().printf(Locale.ROOT, "Exported  %,d models%n", models);
      terminal.out().println("File      " + out);
    }
    terminal.out().flush();
    return ExitCode.DONE;
  }
}
