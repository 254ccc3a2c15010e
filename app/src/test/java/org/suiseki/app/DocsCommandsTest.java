package org.suiseki.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the commands that README and docs show: every {@code $ ./suiseki …} in a block marked {@code
 * console} must end well, and the lines shown below it must be part of what it prints. Each runs in
 * a JVM and an empty folder of its own.
 */
final class DocsCommandsTest {
  private static final Path PROJECT = Path.of("..");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```console\n(.*?)^```$");
  private static final String PROMPT = "$ ./suiseki";

  @TempDir Path folder;

  /**
   * A command and what the page shows of its output.
   *
   * @param page where it stands
   */
  record Shown(String page, List<String> arguments, List<String> output) {
    @Override
    public String toString() {
      return page + ": suiseki " + String.join(" ", arguments);
    }
  }

  static Stream<Shown> commands() throws IOException {
    List<Shown> commands = new ArrayList<>();
    for (Path page : pages()) {
      BLOCK
          .matcher(Files.readString(page))
          .results()
          .forEach(block -> commands.addAll(read(page.getFileName().toString(), block.group(1))));
    }
    return commands.stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theCommandDoesWhatThePageShows(Shown command) throws Exception {
    Path printed = folder.resolve("printed.txt");
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
    // A newcomer's home, with no library yet; never that of whoever runs the test.
    line.add("-Duser.home=" + folder);
    line.add("org.suiseki.app.Suiseki");
    line.addAll(command.arguments());
    Process process =
        new ProcessBuilder(line)
            .directory(place().toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ends within two minutes").isTrue();
    String output = Files.readString(printed, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(output).isZero();
    assertThat(command.output()).allSatisfy(shown -> assertThat(output).contains(shown));
  }

  /** A folder with the examples and nothing else. */
  private Path place() throws IOException {
    Path place = Files.createDirectory(folder.resolve("place"));
    Path examples = Files.createDirectory(place.resolve("examples"));
    try (Stream<Path> files = Files.list(PROJECT.resolve("examples"))) {
      for (Path file : files.toList()) {
        Files.copy(file, examples.resolve(file.getFileName()));
      }
    }
    return place;
  }

  @Test
  void theFrontPageShowsCommands() throws IOException {
    assertThat(commands()).anyMatch(command -> command.page().equals("README.md"));
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
      return Stream.concat(Stream.of(PROJECT.resolve("README.md")), docs.sorted())
          .filter(file -> file.toString().endsWith(".md"))
          .toList();
    }
  }

  private static List<Shown> read(String page, String block) {
    List<Shown> shown = new ArrayList<>();
    for (String line : block.lines().filter(text -> !text.isBlank()).toList()) {
      if (line.startsWith("$")) {
        assertThat(line).as("a command of %s that this test can run", page).startsWith(PROMPT);
        assertThat(line.substring(1))
            .as("no shell syntax in %s", page)
            .doesNotContainPattern("[|<>;&$\"'`*]");
        String arguments = line.substring(PROMPT.length()).strip();
        shown.add(
            new Shown(
                page,
                arguments.isEmpty() ? List.of() : List.of(arguments.split("\\s+")),
                new ArrayList<>()));
      } else if (!line.strip().equals("…")) {
        shown.get(shown.size() - 1).output().add(line.strip());
      }
    }
    return shown;
  }
}
