package org.suiseki.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The page in a real browser: its script runs without an error and draws what the data holds. */
final class ReportPageBrowserTest {
  /** Shared, because a browser takes longer to furnish a new profile than to draw the page. */
  @TempDir static Path profile;

  @TempDir Path folder;

  @Test
  void drawsEveryPart() throws Exception {
    int molecules = 60;

    Browser.Seen seen = open(ReportFixture.whole(1, molecules), "");

    assertThat(seen.complaints()).isEmpty();
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
    Browser.Seen seen = open(ReportFixture.bare(), "");

    assertThat(seen.complaints()).isEmpty();
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

    Browser.Seen seen = open(data, "");

    assertThat(seen.complaints()).isEmpty();
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

    Browser.Seen seen = open(data, "");

    // The policy may report that it refused the drawing's handler; nothing else may be said.
    assertThat(seen.complaints()).allMatch(line -> line.contains("Content Security Policy"));
    assertThat(seen.page())
        .doesNotContain(
            "class=\"intruder\"", "intruder.example", "foreignObject", "title>broken", "onload");
    assertThat(seen.page()).contains("&lt;img class=intruder");
  }

  @Test
  void staysWithinReachWithManyMolecules() throws Exception {
    ObjectNode data = ReportFixture.whole(3, 2000);

    Browser.Seen seen = open(data, "#dark&molecule=qm9_1500");

    assertThat(seen.complaints()).isEmpty();
    assertThat(seen.page()).contains("data-theme=\"dark\"", "<h3>qm9_1500</h3>");
    assertThat(Files.size(folder.resolve("report.html"))).as("bytes").isLessThan(12_000_000);
  }

  private Browser.Seen open(ObjectNode data, String hash) throws IOException, InterruptedException {
    Path file = folder.resolve("report.html");
    new ReportPage().write(file, data);
    return new Browser(profile).open(file, hash);
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
