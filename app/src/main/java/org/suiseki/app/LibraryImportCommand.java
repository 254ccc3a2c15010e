package org.suiseki.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.suiseki.library.Imported;
import org.suiseki.library.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code suiseki library import}. */
@Command(
    name = "import",
    sortOptions = false,
    description = "Takes in the models of a file that `suiseki library export` wrote.",
    footer = {
      "",
      "Examples:",
      "  suiseki library import all.suiseki-library",
      "",
      "What is there stays; importing twice changes nothing, and goes on where it was stopped."
    })
final class LibraryImportCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init") // Picocli sets what is required.
  @Parameters(paramLabel = "FILE", description = "A .suiseki-library file.")
  private Path file;

  @Mixin private final LibraryPlace place = new LibraryPlace();

  private final Terminal terminal;
  private final Duration patience;

  LibraryImportCommand(Terminal terminal, Duration patience) {
    this.terminal = terminal;
    this.patience = patience;
  }

  @Override
  public Integer call() {
    try (Library library = place.open()) {
      Imported imported =
          new WatchedTask(terminal, patience).run(progress -> library.importFrom(file, progress));
      terminal
          .out()
          .printf(
              Locale.ROOT,
              "Imported  %,d models; %,d were there%n",
              imported.added(),
              imported.present());
      if (imported.renumbered() > 0) {
        terminal
            .out()
            .printf(
                Locale.ROOT,
                "Versions  %,d have another number here, for theirs was taken%n",
                imported.renumbered());
      }
      if (imported.aliases() + imported.aliasesKept() > 0) {
        terminal
            .out()
            .printf(
                Locale.ROOT,
                "Aliases   %,d as in the file; %,d point at other models here and stay%n",
                imported.aliases(),
                imported.aliasesKept());
      }
    }
    terminal.out().flush();
    return ExitCode.DONE;
  }
}
