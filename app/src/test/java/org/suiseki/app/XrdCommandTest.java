package org.suiseki.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The study of diffraction patterns and its models at the command line, in this process. */
class XrdCommandTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String STUDY =
      """
      study: mine
      kind: xrd-feature-space
      data: alloys
      space:
        seeds: 2
        wide: [3]
        candidates: [{variant: plain, widths: [24], epochs: 200}]
      validation: {folds: 3, neighbours: 4}
      relevance: {peaks: 5, pairs: 2}
      walks: {number: 3}
      """;

  @TempDir private static Path shared;
  private static Path study;
  private static Path data;
  private static Path run;
  private static Path model;

  @TempDir private Path temporary;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void trainOnce() throws IOException {
    data = AlloyFolders.write(shared.resolve("alloys"));
    study = Files.writeString(shared.resolve("mine.yaml"), STUDY);
    run = shared.resolve("run");
    XrdCommandTest first = new XrdCommandTest();
    assertThat(first.suiseki("run", study, "--out", run)).as(first.err.toString()).isZero();
    assertThat(first.out.toString()).contains("Report  " + run.resolve("report.html"));
    model = run.resolve("model.suiseki");
  }

  private int suiseki(Object... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Terminal terminal =
        new Terminal(
            new PrintWriter(out, true), new PrintWriter(err, true), false, Optional.empty());
    String[] arguments = Stream.of(words).map(Object::toString).toArray(String[]::new);
    return Suiseki.execute(
        Shipped.workflows(), Shipped.predictors(), terminal, Suiseki.PATIENCE, arguments);
  }

  private void assertRefused(String... words) {
    assertThat(err.toString())
        .contains(words)
        .doesNotContain("\tat ", "mistake of Suiseki", "Exception");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(temporary.resolve(name), text);
  }

  private Path fresh() throws IOException {
    return file("fresh.xy", AlloyFolders.pattern(50, 1234));
  }

  private Path narrow() throws IOException {
    return file(
        "narrow.xy", String.join("\n", AlloyFolders.pattern(50, 1).lines().limit(60).toList()));
  }

  // --- explain ---

  @Test
  void explainsOnePatternInWords() throws IOException {
    assertThat(suiseki("explain", model, fresh())).as(err + "").isZero();
    assertThat(err.toString()).isEmpty();
    assertThat(out.toString())
        .startsWith("fresh.xy  (alloys, model.suiseki)\n")
        .contains("\nlike the patterns the model was trained on\n")
        .containsPattern("\non the map: z1 = -?[0-9.]+, z2 = -?[0-9.]+\n")
        .containsPattern("\n  Ni = [0-9.]+ ± [0-9.]+ at.%\n")
        .contains("nearest", "family", "distance  Ni [at.%]")
        .contains("peak", "position", "share", "moves point", "moves Ni [at.%]")
        .contains("100.0 %")
        .doesNotContain("note:", "NaN");
    assertThat(out.toString().lines().filter(line -> line.matches(" +s0[0-9]-[01].*"))).hasSize(5);
    assertThat(out.toString().lines().filter(line -> line.contains("°"))).hasSize(3);
  }

  @Test
  void explainsAsJson() throws IOException {
    assertThat(suiseki("explain", model, fresh(), "--json", "--peaks", "1")).isZero();
    JsonNode said = JSON.readTree(out.toString());
    assertThat(said.isObject()).isTrue();
    assertThat(said.propertyNames())
        .contains("id", "model", "inDomain", "place", "answers", "neighbours", "peaks");
    assertThat(said.path("id").asString()).isEqualTo("fresh.xy");
    assertThat(said.path("inDomain").asBoolean()).isTrue();
    assertThat(said.path("place").size()).isEqualTo(2);
    JsonNode answer = said.path("answers").get(0);
    assertThat(answer.path("property").asString()).isEqualTo("Ni");
    assertThat(answer.path("unit").asString()).isEqualTo("at.%");
    assertThat(answer.path("value").asDouble())
        .isCloseTo(50, within(3 * answer.path("deviation").asDouble() + 1));
    assertThat(said.path("neighbours").size()).isEqualTo(5);
    assertThat(said.path("neighbours").get(0).path("values").size()).isOne();
    // JSON is for programs: all peaks, whatever a person wants to see.
    assertThat(said.path("peaks").size()).isEqualTo(3);
    JsonNode peak = said.path("peaks").get(0);
    assertThat(peak.propertyNames())
        .contains("label", "position", "unit", "share", "move", "changes");
    assertThat(peak.path("unit").asString()).isEqualTo("degree");
  }

  @Test
  void severalPatternsAreOneArrayAndABadOneIsLeftOut() throws IOException {
    Path absent = temporary.resolve("absent.xy");
    assertThat(
            suiseki(
                "explain", model, fresh(), narrow(), absent, data.resolve("s03-0.xy"), "--json"))
        .isZero();
    JsonNode said = JSON.readTree(out.toString());
    assertThat(said.valueStream().map(one -> one.path("id").asString()))
        .containsExactly("fresh.xy", "s03-0.xy");
    assertThat(said.get(1).path("neighbours").get(0).path("id").asString()).isEqualTo("s03-0.xy");
    assertRefused(
        "left out " + temporary.resolve("narrow.xy") + ": The pattern runs from 20.0000 to",
        "left out " + absent + ": ");
    assertThat(err.toString().lines().filter(line -> line.startsWith("left out"))).hasSize(2);

    assertThat(suiseki("explain", model, narrow(), absent)).isOne();
    assertThat(out.toString()).isEmpty();
    assertThat(suiseki("explain", model, narrow(), absent, "--json")).isOne();
    assertThat(JSON.readTree(out.toString()).size()).isZero();
  }

  @Test
  void namesAsManyPeaksAsAskedFor() throws IOException {
    assertThat(suiseki("explain", model, fresh(), "--peaks", "2")).isZero();
    assertThat(out.toString().lines().filter(line -> line.contains("°"))).hasSize(2);
    assertThat(suiseki("explain", model, fresh(), "--peaks", "0")).isZero();
    assertThat(out.toString()).doesNotContain("moves point", "°");
    assertThat(suiseki("explain", model, fresh(), "--peaks", "-1")).isEqualTo(ExitCode.USAGE);
    assertRefused("--peaks is -1, but has to be at least 0.");
    assertThat(suiseki("explain", model, fresh(), "--peaks", "all")).isEqualTo(ExitCode.USAGE);
    assertRefused("'all' is not a whole number");
  }

  @Test
  void aStrangerIsCalledSo() throws IOException {
    Path flat = file("flat.xy", AlloyFolders.pattern(50, 1).replaceAll("(?m) \\d+$", " 100"));
    assertThat(suiseki("explain", model, flat)).isZero();
    assertThat(out.toString())
        .contains("NOT like the patterns the model was trained on")
        .contains("note: The pattern is ")
        .doesNotContain("NaN", "Infinity");
    String unknown = AlloyFolders.pattern(50, 1).replace("# wavelength: 1.5406\n", "");
    assertThat(suiseki("explain", model, file("unknown.xy", unknown))).isZero();
    assertThat(out.toString())
        .contains("note: The file does not say its wavelength; it is taken to be the 1.5406 Å");
  }

  @Test
  void whatIsNoPatternIsRefused() throws IOException {
    assertThat(suiseki("explain", model, temporary.resolve("absent.xy"))).isOne();
    assertRefused("suiseki: " + temporary.resolve("absent.xy"));
    assertThat(suiseki("explain", model, file("words.xy", "no numbers here\n"))).isOne();
    assertRefused("suiseki: ");
    assertThat(suiseki("explain", model, data)).isOne();
    assertRefused("suiseki: " + data);
    assertThat(suiseki("explain", model, narrow())).isOne();
    assertRefused("left out ", "and the model reads 20.0000 to 45.0000.");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void whatIsNoModelIsRefused() throws IOException {
    assertThat(suiseki("explain", temporary.resolve("none.suiseki"), fresh())).isOne();
    assertRefused("suiseki: " + temporary.resolve("none.suiseki"));
    assertThat(suiseki("explain", run, fresh())).isOne();
    assertRefused("This folder is no model.", "It holds some: name " + model);
    assertThat(suiseki("explain", temporary, fresh())).isOne();
    assertRefused("This folder is no model.", "a finished run holds some");
    assertThat(suiseki("explain", fresh(), fresh())).isOne();
    assertRefused("suiseki: " + temporary.resolve("fresh.xy"));
    byte[] half = Files.readAllBytes(model);
    Path torn = temporary.resolve("torn.suiseki");
    Files.write(torn, Arrays.copyOf(half, half.length / 2));
    assertThat(suiseki("explain", torn, fresh())).isOne();
    assertRefused("suiseki: " + torn);
  }

  @Test
  void aWrongCommandLineIsExplained() throws IOException {
    assertThat(suiseki("explain")).isEqualTo(ExitCode.USAGE);
    assertThat(suiseki("explain", model)).isEqualTo(ExitCode.USAGE);
    assertRefused("PATTERN");
    assertThat(suiseki("explain", model, fresh(), "--jsn")).isEqualTo(ExitCode.USAGE);
    assertRefused("--jsn", "--json");
    assertThat(suiseki("explain", "--help")).isZero();
    assertThat(out.toString()).contains("MODEL", "PATTERN", "--peaks", "suiseki explain model");
  }

  // --- predict ---

  @Test
  void predictsInATable() throws IOException {
    assertThat(suiseki("predict", model, fresh(), "--format", "json")).as(err + "").isZero();
    JsonNode rows = JSON.readTree(out.toString()).path("predictions");
    assertThat(rows.valueStream().map(one -> one.path("property").asString()))
        .containsExactly("map 1", "map 2", "Ni");
    assertThat(rows.get(2).path("unit").asString()).isEqualTo("at.%");
    assertThat(rows.get(2).path("deviation").asDouble()).isPositive();
    assertThat(suiseki("predict", model, fresh())).isZero();
    assertThat(out.toString()).contains("fresh.xy", "map 1", "Ni").doesNotContain("NaN");
    assertThat(suiseki("predict", model, fresh(), "--format", "csv")).isZero();
    assertThat(out.toString().lines()).hasSize(4);
    assertThat(suiseki("predict", model, narrow())).isOne();
    assertRefused("left out narrow.xy: The pattern runs from");
  }

  // --- run and list ---

  @Test
  void listNamesTheStudy() {
    assertThat(suiseki("list")).isZero();
    assertThat(out.toString())
        .contains("xrd-feature-space")
        .contains("Puts diffraction patterns on a map");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wide: [3]|wide: [2]|:6:",
        "folds: 3|fold: 3|:8:",
        "data: alloys|data: alloy|alloy"
      })
  void aMistakeInTheStudyIsNamed(String change) throws IOException {
    String[] parts = change.split("\\|");
    Path wrong = file("wrong.yaml", STUDY.replace(parts[0], parts[1]));
    Path place = temporary.resolve("run");
    assertThat(suiseki("run", wrong, "--out", place)).isOne();
    assertRefused(temporary.toString(), parts[2]);
    assertThat(place).doesNotExist();
  }

  @Test
  void aRunOnCopiesIsRefusedBeforeItBegins() throws IOException {
    Path copies = Files.createDirectory(temporary.resolve("copies"));
    for (int i = 0; i < 12; i++) {
      Files.copy(data.resolve("s00-0.xy"), copies.resolve("copy" + i + ".xy"));
    }
    Path place = temporary.resolve("run");
    assertThat(suiseki("run", study, "--data", copies, "--out", place)).isOne();
    assertRefused("suiseki: " + copies + ": ", "all 12 patterns are alike");
    assertThat(place).doesNotExist();
  }

  @Test
  void aFinishedRunIsNotRunAgain() throws IOException {
    byte[] before = Files.readAllBytes(run.resolve("map.csv"));
    assertThat(suiseki("run", "--resume", run)).isOne();
    assertRefused(run + ": This run is finished already.");
    assertThat(Files.readAllBytes(run.resolve("map.csv"))).isEqualTo(before);
  }
}
