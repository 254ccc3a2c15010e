package org.suiseki.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.suiseki.library.CardJson;
import org.suiseki.library.Library;
import org.suiseki.library.LibraryException;
import org.suiseki.library.ModelCard;
import org.suiseki.library.ModelDraft;
import org.suiseki.library.PublishedModel;
import org.suiseki.matter.Failures;
import org.suiseki.matter.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code suiseki library publish}. */
@Command(
    name = "publish",
    sortOptions = false,
    description = "Puts a model into the library, with its card.",
    footer = {
      "",
      "Examples:",
      "  suiseki library publish gap.suiseki --card gap.json",
      "",
      "The card is JSON with the fields that `suiseki library show --json` shows below \"card\".",
      "The same file and card keep their version; anything else is the next one."
    })
final class LibraryPublishCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init") // Picocli sets what is required.
  @Parameters(paramLabel = "FILE", description = "A .suiseki file.")
  private Path file;

  @SuppressWarnings("NullAway.Init")
  @Option(names = "--card", required = true, paramLabel = "FILE", description = "Its card.")
  private Path card;

  @Option(names = "--json", description = "As a JSON object, for programs.")
  private boolean json;

  @Mixin private final LibraryPlace place = new LibraryPlace();

  private final Terminal terminal;

  LibraryPublishCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ModelDraft draft = ModelDraft.of(readCard(), file);
    try (Library library = place.open()) {
      PublishedModel published = library.publish(draft);
      if (json) {
        terminal
            .out()
            .println(
                LibraryView.JSON.writeValueAsString(
                    LibraryView.JSON
                        .createObjectNode()
                        .put("model", published.reference())
                        .put("version", published.version())
                        .put("sha256", published.sha256())
                        .put("added", published.added())));
      } else {
        String note = published.added() ? "" : "  (it was there)";
        terminal.out().println("Published  " + published.reference() + note);
      }
    }
    terminal.out().flush();
    return ExitCode.DONE;
  }

  private ModelCard readCard() {
    Place where = Place.of(card.toString());
    try {
      JsonNode node = JsonMapper.shared().readTree(Files.readAllBytes(card));
      return CardJson.read(node.has("card") ? node.get("card") : node);
    } catch (IOException e) {
      throw new LibraryException(
          "The card cannot be read: " + Failures.reason(e) + ".", where, "Check the path.", e);
    } catch (JacksonException e) {
      throw new LibraryException(
          "The card is no JSON: " + e.getOriginalMessage() + ".",
          where,
          "`suiseki library show MODEL --json` shows one.",
          e);
    }
  }
}
