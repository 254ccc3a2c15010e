package org.suiseki.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.suiseki.library.Imported;
import org.suiseki.library.Library;
import org.suiseki.library.StarterModels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code suiseki library import}. */
@Command(
    name = "import",
    sortOptions = false,
    description = "Takes in the models of a file that `suiseki library export` wrote.",
    footer = {
      "",
      "Examples:",
      "  suiseki library import all.suiseki-library",
      "  suiseki library import --shipped --library team-library",
      "",
      "What is there stays; importing twice changes nothing, and goes on where it was stopped."
    })
final class LibraryImportCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "FILE", description = "A .suiseki-library file.")
  private @Nullable Path file;

  @Option(names = "--shipped", description = "The models that ship, instead of a file.")
  private boolean shipped;

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec
  private CommandSpec spec;

  @Mixin private final LibraryPlace place = new LibraryPlace();

  private final Terminal terminal;
  private final Duration patience;

  LibraryImportCommand(Terminal terminal, Duration patience) {
    this.terminal = terminal;
    this.patience = patience;
  }

  @Override
  public Integer call() {
    Path archive = file;
    if (shipped == (archive != null)) {
      throw new ParameterException(
          spec.commandLine(), "Name one file, or say --shipped for the models that ship.");
    }
    try (Library library = place.open()) {
      Imported imported =
          new WatchedTask(terminal, patience)
              .run(progress ->
                  archive == null
                      ? StarterModels.into(library, progress)
                      : library.importFrom(archive, progress));
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
