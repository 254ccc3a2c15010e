package org.suiseki.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.matter.Place;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.Predictors;
import org.suiseki.study.StudyException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each command, in this process, by what it prints, writes and returns. */
class CommandLineTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir private Path temporary;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private boolean coloured;
  private Path study;
  private Path place;

  @BeforeEach
  void writeStudy() throws IOException {
    study = temporary.resolve("numbers.yaml");
    place = temporary.resolve("run");
    Files.writeString(study, "study: numbers\nkind: sum\nseed: 3\nstages: 2\n");
  }

  private int suiseki(Object... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Terminal terminal =
        new Terminal(
            new PrintWriter(out, true), new PrintWriter(err, true), coloured, Optional.empty());
    String[] arguments = Stream.of(words).map(Object::toString).toArray(String[]::new);
    return Suiseki.execute(
        List.of(new SumWorkflow()), predictors(), terminal, Suiseki.PATIENCE, arguments);
  }

  /** A model of two rows, one of them refused, that is found in every existing file. */
  private static Predictors predictors() {
    return model -> {
      if (!Files.exists(model)) {
        throw new StudyException("There is no model.", Place.of(model.toString()), "Train one.");
      }
      return input ->
          new PredictionTable(
              "test 1",
              List.of(
                  new PredictionTable.Row("a", "gap", 5.12345, "eV", 0.123, true, ""),
                  new PredictionTable.Row("b, \"c\"", "weight", 78, "u", Double.NaN, false, "far")),
              List.of(new PredictionTable.Refused("row 3", "The energies fall.")));
    };
  }

  private JsonNode manifest() throws IOException {
    return JSON.readTree(Files.readAllBytes(place.resolve("manifest.json")));
  }

  private String sum() throws IOException {
    return Files.readString(place.resolve("sum.txt"));
  }

  @Test
  void listsTheShippedStudies() {
    assertThat(suiseki("list")).isZero();
    assertThat(out.toString()).contains("core-loss  ").contains("suiseki run NAME");
    assertThat(suiseki("list", "--json")).isZero();
    JsonNode array = JSON.readTree(out.toString());
    assertThat(array.get(0).propertyNames()).containsExactly("name", "kind", "title", "summary");
  }

  @Test
  void saysItsVersions() {
    assertThat(suiseki("--version")).isZero();
    assertThat(out.toString())
        .startsWith("suiseki 0.")
        .contains("java " + System.getProperty("java.runtime.version"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "list",
        "run",
        "predict",
        "read",
        "convert",
        "describe",
        "simulate",
        "symmetry"
      })
  void helpsWithExamples(String command) {
    assertThat(command.isEmpty() ? suiseki("--help") : suiseki(command, "--help")).isZero();
    assertThat(out.toString()).contains("Usage: suiseki").contains("Examples:");
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
    assertThat(out.toString()).doesNotContain("\u001b");
  }

  @Test
  void runsAStudyIntoItsFolder() throws IOException {
    assertThat(suiseki("run", study, "--out", place, "--seed", 9)).isZero();
    assertThat(out.toString()).contains("Report  " + place.resolve("sum.txt")).contains("Time ");
    assertThat(err.toString()).contains("stage 0").contains("stage 1");
    assertThat(manifest().path("state").asString()).isEqualTo("finished");
    assertThat(manifest().path("seed").asLong()).isEqualTo(9);
    assertThat(manifest().path("stages").size()).isEqualTo(2);
    assertThat(manifest().path("command").toString())
        .isEqualTo(
            JSON.valueToTree(
                    List.of("suiseki", "run", study + "", "--out", place + "", "--seed", "9"))
                .toString());
    assertThat(place.resolve(".lock")).doesNotExist();
  }

  @Test
  void sameSeedSameResult() throws IOException {
    suiseki("run", study, "--out", place);
    String first = sum();
    place = temporary.resolve("again");
    suiseki("run", study, "--out", place, "--seed", 3);
    assertThat(sum()).isEqualTo(first);
    place = temporary.resolve("other");
    suiseki("run", study, "--out", place, "--seed", 4);
    assertThat(sum()).isNotEqualTo(first);
  }

  @Test
  void readsOtherData() throws IOException {
    Path data = Files.writeString(temporary.resolve("ten.txt"), "1\n".repeat(10));
    assertThat(suiseki("run", study, "--out", place, "--data", data)).isZero();
    assertThat(sum()).isEqualTo("20.0\n");
    place = temporary.resolve("none");
    assertThat(suiseki("run", study, "--out", place, "--data", temporary.resolve("no"))).isOne();
    assertThat(err.toString()).contains("There are no data.");
    assertThat(place).doesNotExist();
  }

  @Test
  void goesOnAfterAFailureWithTheOptionsItBeganWith() throws IOException {
    assertThat(suiseki("run", study, "--out", place, "--quick", "--seed", 8)).isZero();
    String expected = sum();
    place = temporary.resolve("failed");
    suiseki("run", study, "--out", place, "--quick", "--seed", 8);
    Files.delete(place.resolve("sum.txt"));
    Files.delete(place.resolve("stages").resolve("sum-1.json"));
    Path manifest = place.resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("\"finished\"", "\"failed\""));
    assertThat(suiseki("run", "--resume", place)).isZero();
    assertThat(sum()).isEqualTo(expected);
    assertThat(Files.readString(place.resolve("log.txt"))).contains("sum-0: taken from");
    assertThat(manifest().path("resumed").size()).isOne();
  }

  @Test
  void refusesToGoOnWithSomethingElse() throws IOException {
    suiseki("run", study, "--out", place);
    Path manifest = place.resolve("manifest.json");
    Files.writeString(
        manifest, Files.readString(manifest).replace("\"finished\"", "\"cancelled\""));
    assertThat(suiseki("run", "--resume", place, "--seed", 4)).isOne();
    assertThat(err.toString()).contains("seed 3 then, 4 now");
    assertThat(suiseki("run", "--resume", place, "--quick")).isOne();
    assertThat(err.toString()).contains("quick false then, true now");
    Files.writeString(study, "study: numbers\nkind: sum\nseed: 3\nstages: 2\n# more\n");
    assertThat(suiseki("run", study, "--resume", place)).isOne();
    assertThat(err.toString()).contains("the study file has changed");
  }

  @Test
  void namesTheMistakeInAStudy() throws IOException {
    Files.writeString(study, "study: numbers\nkind: sum\nstagse: 2\n");
    assertThat(suiseki("run", study, "--out", place)).isOne();
    assertThat(err.toString())
        .startsWith("suiseki: " + study + ":3:1: The key \"stagse\" is not known here.")
        .contains("Did you mean \"stages\"?")
        .doesNotContain("\tat ");
    assertThat(place).doesNotExist();
  }

  @Test
  void namesAnUnknownKind() throws IOException {
    Files.writeString(study, "study: numbers\nkind: summ\n");
    assertThat(suiseki("run", study)).isOne();
    assertThat(err.toString())
        .contains(":2:7: No kind of study is called \"summ\".")
        .contains("Did you mean \"sum\"? This build runs: sum.");
  }

  @Test
  void namesAnUnknownStudy() {
    assertThat(suiseki("run", "core-lost")).isOne();
    assertThat(err.toString()).contains("Did you mean \"core-loss\"?");
  }

  @Test
  void aFailureOfTheStudyIsToldAndTheFolderKept() throws IOException {
    Files.writeString(study, "study: numbers\nkind: sum\nfailure: data\n");
    assertThat(suiseki("run", study, "--out", place)).isOne();
    assertThat(err.toString())
        .contains("suiseki: data.csv:3: Row 3 is no number.")
        .contains("./suiseki run --resume " + place)
        .doesNotContain("\tat ");
    assertThat(manifest().path("state").asString()).isEqualTo("failed");
    assertThat(manifest().path("problem").asString()).isEqualTo("Row 3 is no number.");
    assertThat(suiseki("run", study, "--resume", place, "--debug")).isOne();
    assertThat(err.toString()).contains("\tat org.suiseki.app.SumWorkflow");
  }

  @Test
  void tooLittleMemoryIsForThePersonToMend() throws IOException {
    Files.writeString(study, "study: numbers\nkind: sum\nfailure: memory\n");
    assertThat(suiseki("run", study, "--out", place)).isOne();
    assertThat(err.toString())
        .contains("The memory that Java may take", "SUISEKI_JVM_FLAGS=-Xmx8g")
        .doesNotContain("\tat ");
    assertThat(Files.readString(place.resolve("log.txt")))
        .contains("at org.suiseki.app.SumWorkflow");
  }

  @Test
  void aMistakeOfOursIsOneLineAndAFile() throws IOException {
    Files.writeString(study, "study: numbers\nkind: sum\nfailure: bug\n");
    assertThat(suiseki("run", study, "--out", place)).isEqualTo(70);
    assertThat(err.toString()).contains("a mistake of Suiseki").doesNotContain("\tat ");
    Matcher file = Pattern.compile("with the file (\\S+)").matcher(err.toString());
    assertThat(file.find()).isTrue();
    Path trace = Path.of(file.group(1));
    assertThat(Files.readString(trace)).contains("\tat org.suiseki.app.SumWorkflow");
    Files.delete(trace);
    assertThat(Files.readString(place.resolve("log.txt")))
        .contains("at org.suiseki.app.SumWorkflow");
  }

  @Test
  void wrongUsageIsTwoAndPointsToTheHelp() {
    assertThat(suiseki()).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("suiseki: No command is given.")
        .contains("    run       Runs a study into a folder of its own.")
        .contains("    list      ")
        .contains("    predict   ");
    assertThat(suiseki("foo")).isEqualTo(2);
    assertThat(err.toString())
        .contains("There is no command 'foo'.", "    predict   ")
        .doesNotContain("Did you mean");
    assertThat(suiseki("rnu")).isEqualTo(2);
    assertThat(err.toString()).contains("Did you mean \"run\"? See `suiseki --help`.");
    assertThat(suiseki("run")).isEqualTo(2);
    assertThat(err.toString()).contains("Name a study");
    assertThat(suiseki("run", study, "--sed", 4)).isEqualTo(2);
    assertThat(err.toString()).contains("Did you mean \"--seed\"?");
    assertThat(suiseki("run", study, "--seed", "x")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--seed", "'x' is not a whole number")
        .doesNotContain("long");
    assertThat(suiseki("run", study, "--threads", "1e3")).isEqualTo(2);
    assertThat(err.toString()).contains("'1e3' is not a whole number");
    assertThat(suiseki("run", study, "--threads", "99999999999")).isEqualTo(2);
    assertThat(err.toString()).contains("'99999999999' is too large");
    assertThat(suiseki("run", study, "--seed", -1)).isEqualTo(2);
    assertThat(suiseki("run", study, "--threads", 0)).isEqualTo(2);
    assertThat(suiseki("run", study, "--resume", place, "--out", place)).isEqualTo(2);
    assertThat(suiseki("predict", study)).isEqualTo(2);
    assertThat(suiseki("predict", study, study, "--format", "xls")).isEqualTo(2);
    assertThat(err.toString()).contains("table, csv, json");
  }

  @Test
  void coloursOnlyWhereWelcome() {
    suiseki("run", "nothing");
    assertThat(err.toString()).doesNotContain("\u001b");
    coloured = true;
    suiseki("run", "nothing");
    assertThat(err.toString()).contains("\u001b[");
  }

  @Test
  void predictsAsTable() {
    assertThat(suiseki("predict", study, study)).isZero();
    assertThat(out.toString())
        .isEqualTo(
            """
            id      property    value     ±  unit  domain  note
            a       gap          5.12  0.12  eV    in
            b, "c"  weight    78.0000        u     OUT     far
            """);
    assertThat(err.toString())
        .isEqualTo("left out row 3: The energies fall." + System.lineSeparator());
  }

  @Test
  void predictsAsCsv() {
    suiseki("predict", study, study, "--format", "csv");
    assertThat(out.toString())
        .isEqualTo(
            "id,property,value,deviation,unit,in_domain,note\r\n"
                + "a,gap,5.12345,0.123,eV,true,\r\n"
                + "\"b, \"\"c\"\"\",weight,78.0,,u,false,far\r\n");
  }

  @Test
  void predictsAsJsonIntoAFile() throws IOException {
    Path file = temporary.resolve("predictions.json");
    assertThat(suiseki("predict", study, study, "--format", "json", "--out", file)).isZero();
    assertThat(out.toString()).isEmpty();
    JsonNode json = JSON.readTree(Files.readAllBytes(file));
    assertThat(json.path("predictions").get(0).path("value").asDouble()).isEqualTo(5.12345);
    assertThat(json.path("predictions").get(1).path("deviation").isNull()).isTrue();
    assertThat(json.path("refused").get(0).path("id").asString()).isEqualTo("row 3");
  }

  @Test
  void aMissingModelOrAnUnwritableFileIsOneMessage() {
    assertThat(suiseki("predict", temporary.resolve("no"), study)).isOne();
    assertThat(err.toString()).contains("There is no model.");
    assertThat(suiseki("predict", study, study, "--out", study.resolve("below"))).isOne();
    assertThat(err.toString()).contains("cannot be written");
  }
}
