package org.suiseki.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.suiseki.library.Library;
import org.suiseki.library.PropertyShelf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** {@code suiseki library list}. */
@Command(
    name = "list",
    sortOptions = false,
    description = "Lists the properties that the library has models of.",
    footer = {"", "Examples:", "  suiseki library list", "  suiseki library list --json"})
final class LibraryListCommand implements Callable<Integer> {
  @Mixin private final LibraryPlace place = new LibraryPlace();

  @Option(names = "--json", description = "As a JSON array, for programs.")
  private boolean json;

  private final Terminal terminal;

  LibraryListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Library library = place.open()) {
      List<PropertyShelf> shelves = library.shelves();
      if (json) {
        terminal.out().println(array(shelves));
      } else if (shelves.isEmpty()) {
        terminal.out().println("There are no models in " + library.location() + ".");
      } else {
        terminal.out().print(table(shelves));
      }
    }
    terminal.out().flush();
    return ExitCode.DONE;
  }

  private static String table(List<PropertyShelf> shelves) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        List.of(
            "property", "unit", "of a", "models", "descriptors", "families", "data sets", "rows"));
    for (PropertyShelf shelf : shelves) {
      lines.add(
          List.of(
              shelf.property().name(),
              shelf.property().unit(),
              shelf.kind().label(),
              String.format(Locale.ROOT, "%,d", shelf.models()),
              Integer.toString(shelf.descriptors()),
              Integer.toString(shelf.families()),
              Integer.toString(shelf.dataSets()),
              String.format(Locale.ROOT, "%,d", shelf.mostRows())));
    }
    return AlignedText.of(lines, 3, 7);
  }

  private static String array(List<PropertyShelf> shelves) {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    ArrayNode array = mapper.createArrayNode();
    for (PropertyShelf shelf : shelves) {
      array
          .addObject()
          .put("property", shelf.property().name())
          .put("unit", shelf.property().unit())
          .put("kind", shelf.kind().label())
          .put("models", shelf.models())
          .put("descriptors", shelf.descriptors())
          .put("families", shelf.families())
          .put("dataSets", shelf.dataSets())
          .put("mostRows", shelf.mostRows());
    }
    return mapper.writeValueAsString(array);
  }
}
