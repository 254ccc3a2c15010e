package org.suiseki.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.suiseki.library.Library;
import org.suiseki.library.LibraryFault;
import org.suiseki.library.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code suiseki library verify}. */
@Command(
    name = "verify",
    sortOptions = false,
    description = "Reads every byte of the library, or of one model, and says what is wrong.",
    footer = {
      "",
      "Examples:",
      "  suiseki library verify",
      "  suiseki library verify band-gap/network-17@3",
      "",
      "Ends with 1 where a model is missing or damaged; files that only take room are told."
    })
final class LibraryVerifyCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "MODEL", description = "Otherwise all.")
  private @Nullable String model;

  @Option(names = "--json", description = "As a JSON object, for programs.")
  private boolean json;

  @Mixin private final LibraryPlace place = new LibraryPlace();

  private final Terminal terminal;
  private final Duration patience;

  LibraryVerifyCommand(Terminal terminal, Duration patience) {
    this.terminal = terminal;
    this.patience = patience;
  }

  @Override
  public Integer call() {
    try (Library library = place.open()) {
      Verification found =
          model == null
              ? new WatchedTask(terminal, patience).run(library::verify)
              : library.verify(library.get(model));
      if (json) {
        terminal.out().println(LibraryView.JSON.writeValueAsString(node(found)));
      } else {
        print(found);
      }
      terminal.out().flush();
      return found.sound() ? ExitCode.DONE : ExitCode.MENDABLE;
    }
  }

  private void print(Verification found) {
    PrintWriter out = terminal.out();
    for (LibraryFault fault : found.faults()) {
      out.println(fault.kind().name().toLowerCase(Locale.ROOT) + "  " + fault.where());
      out.println("  " + fault.what());
      out.println("  " + fault.mend());
    }
    long serious = found.faults().stream().filter(fault -> fault.kind().serious()).count();
    out.printf(
        Locale.ROOT,
        "%,d models, %,d files, %,d bytes: %s%n",
        found.models(),
        found.files(),
        found.bytes(),
        serious == 0 ? "every one is whole" : serious + " faults");
  }

  private static ObjectNode node(Verification found) {
    ObjectNode node = LibraryView.JSON.createObjectNode();
    node.put("sound", found.sound()).put("models", found.models());
    node.put("files", found.files()).put("bytes", found.bytes());
    ArrayNode faults = node.putArray("faults");
    for (LibraryFault fault : found.faults()) {
      faults
          .addObject()
          .put("kind", fault.kind().name().toLowerCase(Locale.ROOT))
          .put("where", fault.where())
          .put("what", fault.what())
          .put("mend", fault.mend());
    }
    return node;
  }
}
