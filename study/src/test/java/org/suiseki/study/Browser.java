package org.suiseki.study;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real browser without a window; a test that needs one is skipped in words where none is
 * installed.
 */
final class Browser {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private final Path profile;
  private final Optional<Path> program;

  /**
   * @param profile a folder to keep for all pages, because a browser takes longer to furnish a new
   *     profile than to draw a page
   */
  Browser(Path profile) {
    this.profile = profile;
    program =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
            .filter(Files::isExecutable)
            .findFirst();
  }

  /**
   * What the browser made of the page, without its script, style and data, and what it had to say.
   */
  record Seen(String page, List<String> log) {

    /** What the browser complained of: errors of the script, and what the page's policy refused. */
    List<String> complaints() {
      return log.stream()
          .filter(line ->
              line.contains(":CONSOLE")
                  || line.contains("Uncaught")
                  || line.contains("Content Security Policy"))
          .toList();
    }
  }

  /** Opens a page, lets it draw, and gives what came of it; `hash` is the end of its address. */
  Seen open(Path file, String hash) throws IOException, InterruptedException {
    Path page = file.resolveSibling("page.txt");
    Path log = file.resolveSibling("log.txt");
    List<String> command = command("--window-size=1280,4000");
    command.addAll(List.of("--virtual-time-budget=3000", "--dump-dom", file.toUri() + hash));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(page.toFile())
            .redirectError(log.toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the browser did not end within 60 s");
    }
    String drawn = Files.readString(page).replaceAll("(?s)<(script|style)\\b.*?</\\1>", "");
    return new Seen(drawn, Files.readAllLines(log));
  }

  /** A window that stays open from page to page, for a hand that points and presses. */
  BrowserVisit visit() throws IOException, InterruptedException {
    List<String> command = command("--window-size=1280,1000");
    command.addAll(List.of("--remote-debugging-port=0", "about:blank"));
    return BrowserVisit.start(command);
  }

  private List<String> command(String size) {
    assumeTrue(program.isPresent(), "[NOT RUN] none of " + NAMES + " is on the PATH");
    return new ArrayList<>(
        List.of(
            program.orElseThrow().toString(),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--user-data-dir=" + profile,
            "--enable-logging=stderr",
            size));
  }
}
