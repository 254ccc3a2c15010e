package org.suiseki.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.suiseki.library.CardPage;
import org.suiseki.library.Library;
import org.suiseki.library.LibraryEntry;
import org.suiseki.library.ModelAlias;
import org.suiseki.study.OutputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code suiseki library show}. */
@Command(
    name = "show",
    sortOptions = false,
    description = "Shows the card of a model.",
    footer = {
      "",
      "Examples:",
      "  suiseki library show band-gap@best",
      "  suiseki library show band-gap/network-17@3 --html card.html"
    })
final class LibraryShowCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init") // Picocli sets what is required.
  @Parameters(paramLabel = "MODEL", description = "NAME, NAME@VERSION or NAME@ALIAS.")
  private String model;

  @Option(names = "--json", description = "As a JSON object, for programs.")
  private boolean json;

  @Option(names = "--html", paramLabel = "FILE", description = "Into this file, as a page.")
  private @Nullable Path html;

  @Option(names = "--markdown", paramLabel = "FILE", description = "Into this file, as Markdown.")
  private @Nullable Path markdown;

  @Mixin private final LibraryPlace place = new LibraryPlace();

  private final Terminal terminal;

  LibraryShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Library library = place.open()) {
      LibraryEntry entry = library.get(model);
      List<ModelAlias> aliases = library.aliases(entry);
      if (html != null) {
        write(html, CardPage.html(entry, aliases));
      }
      if (markdown != null) {
        write(markdown, CardPage.markdown(entry, aliases));
      }
      if (json) {
        ObjectNode node = LibraryView.JSON.createObjectNode();
        LibraryView.write(entry, node);
        LibraryView.write(aliases, node.putArray("aliases"));
        terminal.out().println(LibraryView.JSON.writeValueAsString(node));
      } else if (html == null && markdown == null) {
        terminal.out().print(CardPage.plain(entry, aliases));
      }
    }
    terminal.out().flush();
    return ExitCode.DONE;
  }

  private static void write(Path file, String text) {
    OutputFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
