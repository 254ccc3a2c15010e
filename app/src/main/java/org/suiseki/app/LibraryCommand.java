package org.suiseki.app;

import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code suiseki library}: models that are kept. */
@Command(
    name = "library",
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    description = "Keeps models so that they can be found and trusted.",
    footer = {
      "",
      "Examples:",
      "  suiseki library list",
      "  suiseki library search --property band-gap --rank test.mae",
      "  suiseki library show band-gap@best --html card.html",
      "",
      "A model is named NAME (its newest version), NAME@3, or NAME@ALIAS."
    })
final class LibraryCommand implements Runnable {
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec
  private CommandSpec spec;

  private LibraryCommand() {}

  static picocli.CommandLine of(Terminal terminal, Duration patience) {
    return new picocli.CommandLine(new LibraryCommand())
        .addSubcommand(new LibraryListCommand(terminal))
        .addSubcommand(new LibrarySearchCommand(terminal))
        .addSubcommand(new LibraryShowCommand(terminal))
        .addSubcommand(new LibraryPublishCommand(terminal))
        .addSubcommand(new LibraryPullCommand(terminal))
        .addSubcommand(new LibraryAliasCommand(terminal))
        .addSubcommand(new LibraryDeleteCommand(terminal))
        .addSubcommand(new LibraryVerifyCommand(terminal, patience))
        .addSubcommand(new LibrarySweepCommand(terminal, patience))
        .addSubcommand(new LibraryExportCommand(terminal, patience))
        .addSubcommand(new LibraryImportCommand(terminal, patience));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do with the library.");
  }
}
