package org.suiseki.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.suiseki.library.FoundModel;
import org.suiseki.library.Library;
import org.suiseki.library.LibraryQuery;
import org.suiseki.matter.Spelling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code suiseki library search}. */
@Command(
    name = "search",
    sortOptions = false,
    description = "Finds models by what they predict, read, learned from and score.",
    footer = {
      "",
      "Examples:",
      "  suiseki library search --property band-gap --rank test.mae",
      "  suiseki library search oxide --family trees --score test.r2=0.8..",
      "  suiseki library search --like my-formulas.csv --similarity 0.5"
    })
final class LibrarySearchCommand implements Callable<Integer> {
  @Mixin private final SearchOptions options = new SearchOptions();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "At most so many; otherwise ${DEFAULT-VALUE}.")
  private int limit;

  @Option(names = "--json", description = "As a JSON array, for programs.")
  private boolean json;

  @Mixin private final LibraryPlace place = new LibraryPlace();

  private final Terminal terminal;

  LibrarySearchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    LibraryQuery query = options.query(limit);
    try (Library library = place.open()) {
      List<FoundModel> found = library.search(query);
      if (json) {
        terminal.out().println(array(found));
      } else if (found.isEmpty()) {
        terminal.err().println("No model is like that in " + library.location() + ".");
        terminal.err().println("  " + advice(library));
      } else {
        print(found, library, query);
      }
    }
    terminal.out().flush();
    terminal.err().flush();
    return ExitCode.DONE;
  }

  private void print(List<FoundModel> found, Library library, LibraryQuery query) {
    PrintWriter out = terminal.out();
    out.print(LibraryView.table(found, options.shownScore()));
    if (found.size() == limit) {
      long all = library.count(query);
      if (all > limit) {
        out.printf(Locale.ROOT, "%n%,d of %,d; more with --limit.%n", limit, all);
      }
    }
  }

  private String advice(Library library) {
    List<String> known = library.shelves().stream().map(s -> s.property().name()).toList();
    return options
            .property()
            .filter(name -> !known.contains(name))
            .map(name -> Spelling.hint(name, known))
            .orElse("")
        + "`suiseki library list` says what there is.";
  }

  private static String array(List<FoundModel> found) {
    ArrayNode array = LibraryView.JSON.createArrayNode();
    for (FoundModel model : found) {
      ObjectNode node = array.addObject();
      LibraryView.write(model.entry(), node);
      model.similarity().ifPresent(value -> node.put("similarity", value));
    }
    return LibraryView.JSON.writeValueAsString(array);
  }
}
