package org.suiseki.app;

import java.util.concurrent.Callable;
import org.suiseki.library.Library;
import org.suiseki.library.LibraryEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code suiseki library delete}. */
@Command(
    name = "delete",
    sortOptions = false,
    description = "Hides a version of a model until `suiseki library gc` takes it away.",
    footer = {
      "",
      "Examples:",
      "  suiseki library delete band-gap/network-17@3",
      "",
      "Publishing the same file and card again brings it back."
    })
final class LibraryDeleteCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init") // Picocli sets what is required.
  @Parameters(paramLabel = "MODEL", description = "NAME@VERSION.")
  private String model;

  @Mixin private final LibraryPlace place = new LibraryPlace();

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  private final Terminal terminal;

  LibraryDeleteCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (model.indexOf('@') < 0) {
      throw new ParameterException(
          spec.commandLine(), "Say which version of " + model + " to delete: " + model + "@1.");
    }
    try (Library library = place.open()) {
      LibraryEntry entry = library.delete(model);
      terminal.out().println("Deleted  " + entry.reference());
    }
    terminal.out().flush();
    return ExitCode.DONE;
  }
}
