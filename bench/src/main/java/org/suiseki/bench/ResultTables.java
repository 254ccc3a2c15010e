package org.suiseki.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.suiseki.matter.Place;
import org.suiseki.study.StudyException;

/**
 * Writes the figures of reference runs into README.md and docs, so that nobody types one. A page
 * marks where:
 *
 * <pre>{@code
 * <!-- results:core-loss -->
 * (what stands here is made from docs/results/core-loss.json)
 * <!-- /results -->
 * }</pre>
 *
 * Run it with the folder of the project after a new reference run was copied to docs/results.
 */
public final class ResultTables {
  private static final Pattern BLOCK =
      Pattern.compile("(?s)(<!-- results:([a-z0-9-]+) -->\n)(.*?)(<!-- /results -->)");
  private static final String END = "<!-- /results -->";

  private final Path project;

  /**
   * @param project the folder that holds README.md and docs
   */
  public ResultTables(Path project) {
    this.project = project;
  }

  /**
   * @param arguments the project's folder; the current one if there is none
   */
  public static void main(String[] arguments) {
    ResultTables tables = new ResultTables(Path.of(arguments.length > 0 ? arguments[0] : "."));
    tables.rewriteStale().forEach(page -> System.out.println("Rewrote the results in " + page));
  }

  /** The pages whose figures are not those of the reference runs. */
  public List<Path> stale() {
    return pages().stream().filter(page -> !read(page).equals(current(page))).toList();
  }

  /**
   * Writes the figures anew where they are not those of the reference runs, and returns these
   * pages.
   */
  public List<Path> rewriteStale() {
    List<Path> pages = stale();
    pages.forEach(this::rewrite);
    return pages;
  }

  private void rewrite(Path page) {
    try {
      Files.writeString(page, current(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> pages() {
    try (Stream<Path> docs = Files.walk(project.resolve("docs"))) {
      return Stream.concat(Stream.of(project.resolve("README.md")), docs.sorted())
          .filter(file -> file.toString().endsWith(".md"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String current(Path page) {
    String text = read(page);
    checkEnds(page, text);
    return BLOCK
        .matcher(text)
        .replaceAll(block ->
            Matcher.quoteReplacement(block.group(1) + figures(block.group(2)) + block.group(4)));
  }

  private static void checkEnds(Path page, String text) {
    int starts = text.split("<!-- results:", -1).length - 1;
    long blocks = BLOCK.matcher(text).results().count();
    if (starts != blocks || text.split(END, -1).length - 1 != blocks) {
      throw new StudyException(
          "A block of results has no end, or an end no block.",
          Place.of(page.toString()),
          "Write <!-- results:STUDY --> on a line of its own, and " + END + " where it ends.");
    }
  }

  private String figures(String study) {
    Path file = project.resolve("docs/results/" + study + ".json");
    if (PatternTable.isOf(file)) {
      return "\n" + PatternTable.read(file).markdown() + "\n";
    }
    Optional<ReferenceRun> run = ReferenceRun.read(file);
    return run.map(found -> "\n" + new ScoreTable(found).markdown() + "\n")
        .orElse("\nThere is no reference run yet.\n\n");
  }

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
