package org.suiseki.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.suiseki.library.AliasScope;
import org.suiseki.library.Library;
import org.suiseki.library.LibraryEntry;
import org.suiseki.library.LibraryException;
import org.suiseki.library.ModelAlias;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;

/** {@code suiseki library alias}. */
@Command(
    name = "alias",
    sortOptions = false,
    description = "Calls a model best, stable or otherwise; without words, lists such names.",
    footer = {
      "",
      "Examples:",
      "  suiseki library alias",
      "  suiseki library alias stable band-gap/network-17@3",
      "  suiseki library alias best band-gap/network-17@3 --remove",
      "",
      "Predictions use the model called stable among those of the property, else the best."
    })
final class LibraryAliasCommand implements Callable<Integer> {
  @Parameters(index = "0", arity = "0..1", paramLabel = "ALIAS", description = "best, stable, …")
  private @Nullable String alias;

  @Parameters(index = "1", arity = "0..1", paramLabel = "MODEL", description = "NAME@VERSION.")
  private @Nullable String model;

  @Option(
      names = "--by-name",
      description = "Among the versions of its name, not among all models of its property.")
  private boolean byName;

  @Option(names = "--remove", description = "Take it away.")
  private boolean remove;

  @Option(names = "--json", description = "List as a JSON array, for programs.")
  private boolean json;

  @Mixin private final LibraryPlace place = new LibraryPlace();

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec
  private CommandSpec spec;

  private final Terminal terminal;

  LibraryAliasCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (alias != null && model == null) {
      throw new ParameterException(spec.commandLine(), "Say which model is the " + alias + ".");
    }
    try (Library library = place.open()) {
      if (alias == null || model == null) {
        list(library.aliases());
      } else {
        change(library, alias, library.get(model));
      }
    }
    terminal.out().flush();
    return ExitCode.DONE;
  }

  private void change(Library library, String name, LibraryEntry entry) {
    AliasScope scope =
        byName
            ? new AliasScope.OfName(entry.card().name())
            : new AliasScope.OfProperty(entry.card().property().name(), entry.card().kind());
    if (!remove) {
      terminal.out().println(line(library.setAlias(entry.reference(), name, scope)));
    } else if (library.removeAlias(scope, name)) {
      terminal.out().println("No model is the " + name + " of " + scope + " any more.");
    } else {
      throw new LibraryException(
          "No model is the " + name + " of " + scope + ".",
          "`suiseki library alias` lists those that are; --by-name changes among which.");
    }
  }

  private void list(List<ModelAlias> aliases) {
    PrintWriter out = terminal.out();
    if (json) {
      ArrayNode array = LibraryView.JSON.createArrayNode();
      LibraryView.write(aliases, array);
      out.println(LibraryView.JSON.writeValueAsString(array));
    } else {
      aliases.forEach(one -> out.println(line(one)));
    }
  }

  private static String line(ModelAlias alias) {
    return alias.alias() + " of " + alias.scope() + "  " + alias.model();
  }
}
