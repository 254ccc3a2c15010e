package org.suiseki.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The page in a real browser: its script runs without an error and draws what the data holds. */
final class ReportPageBrowserTest {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static Optional<Path> browser = Optional.empty();

  /** Shared, because a browser takes longer to furnish a new profile than to draw the page. */
  @TempDir static Path profile;

  @TempDir Path folder;

  @BeforeAll
  static void findBrowser() {
    browser =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
            .filter(Files::isExecutable)
            .findFirst();
  }

  @Test
  void drawsEveryPart() throws Exception {
    int molecules = 60;

    Seen seen = open(ReportFixture.whole(1, molecules), "");

    assertThat(seen.log()).noneMatch(ReportPageBrowserTest::isComplaint);
    for (String id :
        List.of(
            "findings",
            "question",
            "properties",
            "verdicts",
            "parity",
            "spectrum",
            "molecules",
            "calibration",
            "robustness",
            "done")) {
      assertThat(seen.page()).contains("<section id=\"" + id + "\"");
    }
    assertThat(
            count(seen.page(), "class=\"point\" cx=")
                + count(seen.page(), "class=\"point outside\" d="))
        .as("points of the parity figure, and the two of its legend")
        .isEqualTo(molecules + 2);
    assertThat(count(seen.page(), "class=\"thumbnail\""))
        .isEqualTo(ReportFixture.PROPERTIES.size());
    assertThat(count(seen.page(), "class=\"map-row")).isEqualTo(ReportFixture.PROPERTIES.size());
    assertThat(count(seen.page(), "class=\"plain reliability\""))
        .as("one for each split")
        .isEqualTo(2);
    assertThat(count(seen.page(), "class=\"card\"")).isEqualTo(5);
    assertThat(seen.page())
        .contains(
            "R² with its interval over the folds; folds at random",
            "do larger deviations go with larger errors")
        .contains("C<sub>p</sub>", "cal&nbsp;mol⁻¹&nbsp;K⁻¹")
        .doesNotContain("NaN", "undefined");
  }

  @Test
  void partsMayBeAbsent() throws Exception {
    Seen seen = open(ReportFixture.bare(), "");

    assertThat(seen.log()).noneMatch(ReportPageBrowserTest::isComplaint);
    assertThat(seen.page())
        .contains("Not part of this run: Properties, Verdicts, Predictions, Spectrum");
  }

  @Test
  void numbersAndDrawingsMayBeAbsent() throws Exception {
    ObjectNode data = ReportFixture.whole(5, 8);
    for (var molecule : data.get("molecules")) {
      ((ObjectNode) molecule).remove(List.of("svg", "spectrum", "truth", "neighbours"));
    }
    for (var row : data.get("scores")) {
      ((ObjectNode) row).put("r2", Double.NaN).remove(List.of("r2Interval", "mae"));
    }
    for (var set : data.get("parity")) {
      ((ObjectNode) set.get("points").get(0)).put("mean", Double.NaN).remove("deviation");
    }
    for (var row : data.get("relevance")) {
      ((ObjectNode) row).remove(List.of("low", "high"));
    }
    ((ObjectNode) data.get("provenance")).remove(List.of("software", "data", "stages"));

    Seen seen = open(data, "");

    assertThat(seen.log()).noneMatch(ReportPageBrowserTest::isComplaint);
    assertThat(seen.page()).contains("no drawing", "No spectrum of this molecule is in the data.");
    assertThat(seen.page()).doesNotContain("NaN", "undefined", "Infinity");
  }

  @Test
  void hostileTextStaysText() throws Exception {
    String hostile = "</script><img class=intruder src=x onerror=\"document.title='broken'\">";
    ObjectNode data = ReportFixture.whole(2, 6);
    data.put("title", hostile).put("subtitle", hostile).put("question", hostile);
    data.putArray("headline").add(hostile);
    data.putArray("notes").add(hostile);
    ((ObjectNode) data.get("provenance")).put("command", hostile);
    ((ArrayNode) data.get("assignments"))
        .addObject()
        .put("from", 290)
        .put("to", 295)
        .put("label", hostile);
    for (var molecule : data.get("molecules")) {
      ((ObjectNode) molecule)
          .put("id", hostile)
          .put("smiles", hostile)
          .put(
              "svg",
              "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'"
                  + " onload='document.title=1'><script>document.title='broken'</script><foreignObject><p>intruder</p></foreignObject><image"
                  + " href='http://intruder.example/x'/><path d='M0 0H9'/></svg>");
    }
    for (var property : data.get("properties")) {
      ((ObjectNode) property).put("label", hostile).put("unit", hostile);
    }

    Seen seen = open(data, "");

    // The policy may report that it refused the drawing's handler; nothing else may be said.
    assertThat(seen.log())
        .noneMatch(line -> isComplaint(line) && !line.contains("Content Security Policy"));
    assertThat(seen.page())
        .doesNotContain(
            "class=\"intruder\"", "intruder.example", "foreignObject", "title>broken", "onload");
    assertThat(seen.page()).contains("&lt;img class=intruder");
  }

  @Test
  void staysWithinReachWithManyMolecules() throws Exception {
    ObjectNode data = ReportFixture.whole(3, 2000);

    Seen seen = open(data, "#dark&molecule=qm9_1500");

    assertThat(seen.log()).noneMatch(ReportPageBrowserTest::isComplaint);
    assertThat(seen.page()).contains("data-theme=\"dark\"", "<h3>qm9_1500</h3>");
    assertThat(Files.size(folder.resolve("report.html"))).as("bytes").isLessThan(12_000_000);
  }

  /**
   * What the browser made of the page, without its script, style and data, and what it had to say.
   */
  private record Seen(String page, List<String> log) {}

  private Seen open(ObjectNode data, String hash) throws IOException, InterruptedException {
    assumeTrue(browser.isPresent(), "none of " + NAMES + " is on the PATH");
    Path file = folder.resolve("report.html");
    new ReportPage().write(file, data);
    Path page = folder.resolve("page.txt");
    Path log = folder.resolve("log.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                browser.orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile,
                "--enable-logging=stderr",
                "--window-size=1280,4000",
                "--virtual-time-budget=3000",
                "--dump-dom",
                file.toUri() + hash));
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

  private static boolean isComplaint(String line) {
    return line.contains(":CONSOLE")
        || line.contains("Uncaught")
        || line.contains("Content Security Policy");
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
