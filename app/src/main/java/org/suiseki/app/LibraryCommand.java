package org.suiseki.app;

import java.time.Duration;
import java.util.List;
import org.suiseki.study.tasks.LibraryWorkflow;
import picocli.CommandLine;
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

  static CommandLine of(Terminal terminal, Duration patience) {
    return new CommandLine(new LibraryCommand())
        .addSubcommand("train", train(terminal, patience))
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

  /** A study like others, under the name by which people look for it. */
  private static CommandLine train(Terminal terminal, Duration patience) {
    CommandLine train =
        new CommandLine(new RunCommand(List.of(new LibraryWorkflow()), terminal, patience));
    train.getCommandSpec().name("train");
    train
        .getCommandSpec()
        .usageMessage()
        .description(
            "Trains the models of a file of tasks that the library does not have yet, and publishes"
                + " them.")
        .footer(
            "",
            "Examples:",
            "  suiseki library train starter-library --quick",
            "  suiseki library train my-tasks.yaml --data my-folder",
            "",
            "Ctrl-C, a crash and a power cut lose the batch under way; the same command goes on.");
    return train;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do with the library.");
  }
}
