package org.suiseki.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.learn.Column;
import org.suiseki.learn.DenseArray;
import org.suiseki.learn.ModelArchive;
import org.suiseki.learn.StoredModel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands of the library from a model file to an archive, by what they print and return. */
class LibraryCommandTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String CARD =
      """
      {
        "name": "gap/network-1",
        "property": "band-gap", "unit": "eV",
        "kind": "composition", "descriptor": "composition-290",
        "architecture": {"family": "network", "text": "290-64-1"},
        "data": {"name": "gaps", "sha256": "%s", "rows": 500, "source": "<b>lab</b>",
                 "licence": "CC0"},
        "split": {"kind": "random", "seed": 1, "train": 400, "validation": 50, "test": 50},
        "metrics": {"test.mae": {"value": 0.25, "low": 0.2, "high": 0.3, "level": 0.95}},
        "tags": ["oxide"],
        "domain": {"Mg": 0.7, "O": 0.7}
      }
      """
          .formatted("ab".repeat(32));

  @TempDir private Path folder;
  private final InProcess process = new InProcess();
  private Path model;
  private Path card;

  @BeforeEach
  void writeModel() throws IOException {
    model = folder.resolve("gap.suiseki");
    card = folder.resolve("gap.json");
    StoredModel stored =
        StoredModel.of("test", List.of(new Column("x", "1")), List.of(new Column("gap", "eV")))
            .withTensors(Map.of("weights", DenseArray.of(new double[] {1, 2, 3})));
    Files.write(model, ModelArchive.bytes(stored));
    Files.writeString(card, CARD);
  }

  private int library(Object... words) {
    Object[] all =
        Stream.concat(
                Stream.of("library"),
                Stream.concat(Stream.of(words), Stream.of("--library", folder.resolve("library"))))
            .toArray();
    return process.suiseki(all);
  }

  private void publish() {
    assertThat(library("publish", model, "--card", card)).as(process.err()).isZero();
  }

  @Test
  void publishesAndShows() throws IOException {
    publish();
    assertThat(process.out()).contains("Published  gap/network-1@1");
    publish();
    assertThat(process.out()).contains("it was there");
    assertThat(library("list")).isZero();
    assertThat(process.out()).contains("band-gap  eV    composition       1");
    assertThat(library("show", "gap/network-1")).isZero();
    assertThat(process.out())
        .contains("band-gap in eV")
        .contains("0.2500 (0.2000 to 0.3000, 95 %)");
    Path html = folder.resolve("card.html");
    Path markdown = folder.resolve("card.md");
    assertThat(library("show", "gap/network-1@1", "--html", html, "--markdown", markdown)).isZero();
    assertThat(Files.readString(html)).contains("&lt;b&gt;lab&lt;/b&gt;").doesNotContain("<b>");
    assertThat(Files.readString(markdown)).contains("\\<b\\>lab").contains("| predicts |");
    assertThat(library("show", "gap/network-1", "--json")).isZero();
    JsonNode shown = JSON.readTree(process.out());
    assertThat(shown.path("card")).isEqualTo(JSON.readTree(CARD));
  }

  @Test
  void searches() {
    publish();
    assertThat(library("search", "oxide", "--property", "band-gap", "--rank", "test.mae")).isZero();
    assertThat(process.out()).contains("gap/network-1@1").contains("test.mae 0.25");
    assertThat(library("search", "--like", "MgO", "--similarity", "0.5", "--json")).isZero();
    assertThat(JSON.readTree(process.out()).get(0).path("similarity").asDouble())
        .isGreaterThan(0.9);
    assertThat(library("search", "--score", "test.mae=..0.1")).isZero();
    assertThat(process.out()).isEmpty();
    assertThat(process.err()).contains("No model is like that");
    assertThat(library("search", "--property", "band-gpa")).isZero();
    assertThat(process.err()).contains("band-gap");
    assertThat(
            library(
                "search",
                "--rows",
                "100..500",
                "--family",
                "network",
                "--kind",
                "composition",
                "--descriptor",
                "composition-290",
                "--tag",
                "oxide"))
        .isZero();
    assertThat(process.out()).contains("gap/network-1@1");
  }

  @Test
  void readsMaterialsToLookFor() throws IOException {
    publish();
    Path csv = folder.resolve("mine.csv");
    Files.writeString(csv, "id,formula\n1,MgO\n2,MgAl2O4\n");
    assertThat(library("search", "--like", csv)).as(process.err()).isZero();
    assertThat(process.out()).contains("gap/network-1@1").contains("alike");
    Files.writeString(csv, "id,material\n1,MgO\n");
    assertThat(library("search", "--like", csv)).isEqualTo(ExitCode.MENDABLE);
    assertThat(process.err()).contains("no column of materials").contains("formula");
    assertThat(library("search", "--like", "Xq2")).isEqualTo(ExitCode.MENDABLE);
    assertThat(process.err()).contains("neither a file nor a list of formulas");
  }

  @Test
  void namesPullsDeletesAndSweeps() throws IOException {
    publish();
    assertThat(library("alias", "best", "gap/network-1@1")).isZero();
    assertThat(library("alias")).isZero();
    assertThat(process.out()).contains("best of band-gap (composition)  gap/network-1@1");
    Path out = folder.resolve("out.suiseki");
    assertThat(library("pull", "band-gap@best", "--out", out)).isZero();
    assertThat(out).hasSameBinaryContentAs(model);
    assertThat(library("delete", "gap/network-1@1")).isEqualTo(ExitCode.MENDABLE);
    assertThat(process.err()).contains("is the best of band-gap");
    assertThat(library("alias", "best", "gap/network-1@1", "--remove")).isZero();
    assertThat(library("delete", "gap/network-1")).isEqualTo(ExitCode.USAGE);
    assertThat(library("delete", "gap/network-1@1")).isZero();
    assertThat(library("gc")).isZero();
    assertThat(process.out()).contains("Removed  0 models").contains("Younger  1");
    assertThat(library("gc", "--grace", "0s")).isZero();
    assertThat(process.out()).contains("Removed  1 models, 1 files");
    assertThat(library("list")).isZero();
    assertThat(process.out()).contains("There are no models in");
  }

  @Test
  void verifiesExportsAndImports() throws IOException {
    publish();
    Path archive = folder.resolve("all.suiseki-library");
    assertThat(library("export", "--out", archive)).as(process.err()).isZero();
    assertThat(process.out()).contains("Exported  1 models");
    Path object;
    try (Stream<Path> files = Files.walk(folder.resolve("library/objects"))) {
      object = files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
    assertThat(library("verify")).isZero();
    assertThat(process.out()).contains("every one is whole");
    Files.write(object, new byte[] {1});
    assertThat(library("verify")).isEqualTo(ExitCode.MENDABLE);
    assertThat(process.out()).contains("corrupt  " + object).contains("import an archive");
    assertThat(library("verify", "gap/network-1", "--json")).isEqualTo(ExitCode.MENDABLE);
    assertThat(JSON.readTree(process.out()).path("sound").asBoolean(true)).isFalse();
    assertThat(library("pull", "gap/network-1", "--out", folder)).isEqualTo(ExitCode.MENDABLE);
    assertThat(library("import", archive)).isZero();
    assertThat(process.out()).contains("Imported  0 models; 1 were there");
    assertThat(library("verify")).isZero();
  }

  @Test
  void saysHowToMendWhatIsWrong() throws IOException {
    assertThat(library("show", "nothing")).isEqualTo(ExitCode.MENDABLE);
    assertThat(process.err()).contains("There is no model 'nothing'").contains("library search");
    Files.writeString(card, "{}");
    assertThat(library("publish", model, "--card", card)).isEqualTo(ExitCode.MENDABLE);
    assertThat(process.err()).contains("has no text 'kind'");
    Files.writeString(card, "no json");
    assertThat(library("publish", model, "--card", card)).isEqualTo(ExitCode.MENDABLE);
    assertThat(process.err()).contains("is no JSON");
    assertThat(library("publish", model)).isEqualTo(ExitCode.USAGE);
    assertThat(library("import", folder.resolve("none"))).isEqualTo(ExitCode.MENDABLE);
    assertThat(library("gc", "--grace", "soon")).isEqualTo(ExitCode.USAGE);
    assertThat(library("search", "--kind", "liquid")).isEqualTo(ExitCode.USAGE);
    assertThat(library("search", "--score", "test.mae")).isEqualTo(ExitCode.USAGE);
    assertThat(library("search", "--rows", "a..b")).isEqualTo(ExitCode.USAGE);
    assertThat(library("search", "--limit", "0")).isEqualTo(ExitCode.MENDABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list", "search", "show", "publish", "pull", "alias", "delete", "verify", "gc", "export",
        "import"
      })
  void helpsWithExamples(String command) {
    assertThat(process.suiseki("library", command, "--help")).isZero();
    assertThat(process.out()).contains("Usage: suiseki library").contains("Examples:");
    assertThat(process.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void asksForACommand() {
    assertThat(process.suiseki("library")).isEqualTo(ExitCode.USAGE);
    assertThat(process.err()).contains("search").contains("verify");
  }
}
