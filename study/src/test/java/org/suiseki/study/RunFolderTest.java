package org.suiseki.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RunFolderTest {
  private static final String TEXT = "study: test\nkind: sum\nseed: 5\n";
  private static final List<String> COMMAND = List.of("suiseki", "run", "test.yaml");

  @TempDir private Path temporary;
  private Path place;

  @BeforeEach
  void choosePlace() {
    place = temporary.resolve("runs").resolve("one");
  }

  private static Study study(String text) {
    return StudyFile.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test.yaml");
  }

  private static Recipe recipe(long seed, double sigma, String data) {
    return new Recipe(seed, Json.object().put("sigma", sigma).put("folds", 5), data);
  }

  private RunFolder create() {
    return RunFolder.create(
        place, study(TEXT), RunOptions.defaults(), recipe(5, 0.5, "ab"), COMMAND);
  }

  private RunFolder resume() {
    return RunFolder.resume(place, study(TEXT), recipe(5, 0.5, "ab"));
  }

  private JsonNode manifest() throws IOException {
    return Json.MAPPER.readTree(Files.readAllBytes(place.resolve("manifest.json")));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      return files.filter(Files::isRegularFile).map(f -> place.relativize(f).toString()).toList();
    }
  }

  private static StudyException refusal(Runnable action) {
    StudyException refusal = catchThrowableOfType(StudyException.class, action::run);
    assertThat(refusal).as("a refusal").isNotNull();
    return refusal;
  }

  record Result(double[] values, String word) {}

  @Test
  void namesThePlaceAfterStudyAndTime() throws IOException {
    LocalDateTime time = LocalDateTime.of(2026, 11, 20, 9, 8, 7);
    Path first = RunFolder.place(temporary, study(TEXT), time);
    assertThat(first).isEqualTo(temporary.resolve("runs/test-20261120-090807"));
    Files.createDirectories(first);
    assertThat(RunFolder.place(temporary, study(TEXT), time)).hasFileName("test-20261120-090807-2");
  }

  @Test
  void whatARunLeavesThatWasEndedBeforeItBeganIsNoObstacle() throws IOException {
    create().close();
    Files.delete(place.resolve("manifest.json"));
    Files.delete(place.resolve("study.yaml"));
    Files.delete(place.resolve("log.txt"));
    assertThat(place.resolve("stages")).exists();
    Files.writeString(place.resolve(".lock"), "1\n");
    create().close();
    assertThat(place.resolve("manifest.json")).exists();
    Files.delete(place.resolve("manifest.json"));
    // What a person may have put there is not taken for it.
    assertThatThrownBy(this::create)
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("files that are not of a run");
  }

  @Test
  void recordsWhatItWasMadeFrom() throws IOException {
    try (RunFolder run = create()) {
      run.software("libtorch", "2.10.0");
      run.write("tables/a.txt", "α\n");
      run.finish(run.path("report.html"));
    }
    JsonNode manifest = manifest();
    assertThat(manifest.path("state").asString()).isEqualTo("finished");
    assertThat(manifest.path("seed").asLong()).isEqualTo(5);
    assertThat(manifest.path("study").path("sha256").asString()).isEqualTo(study(TEXT).sha256());
    assertThat(manifest.path("study").path("text").asString()).isEqualTo(TEXT);
    assertThat(manifest.path("options").path("sigma").asDouble()).isEqualTo(0.5);
    assertThat(manifest.path("command").size()).isEqualTo(3);
    assertThat(manifest.path("report").asString()).isEqualTo("report.html");
    assertThat(manifest.path("machine").path("cpus").asInt()).isPositive();
    assertThat(manifest.path("software").propertyNames()).contains("suiseki", "java", "libtorch");
    assertThat(manifest.path("started").asString()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    assertThat(manifest.path("ended").asString()).isNotBlank();
    assertThat(Files.readString(place.resolve("study.yaml"))).isEqualTo(TEXT);
    assertThat(files())
        .containsExactlyInAnyOrder("manifest.json", "study.yaml", "log.txt", "tables/a.txt");
  }

  @Test
  void doesAStageOnceAndGivesTheSameNumbersBack() {
    double[] hard = {0.1, 1e-300, Math.PI, Double.NaN, -0.0, Double.POSITIVE_INFINITY};
    try (RunFolder run = create()) {
      run.stage("numbers", Result.class, () -> new Result(hard, "α"));
      run.cancel();
    }
    try (RunFolder run = resume()) {
      Result again =
          run.stage(
              "numbers",
              Result.class,
              () -> {
                throw new AssertionError("The stage was finished before.");
              });
      assertThat(again.values()).containsExactly(hard);
      assertThat(again.word()).isEqualTo("α");
    }
  }

  @Test
  void aStageThatFailsLeavesNoResult() throws IOException {
    try (RunFolder run = create()) {
      assertThatThrownBy(() ->
              run.stage(
                  "broken",
                  () -> {
                    throw new IllegalStateException("No.");
                  }))
          .hasMessage("No.");
      run.fail(new IllegalStateException("No."));
    }
    assertThat(manifest().path("state").asString()).isEqualTo("failed");
    assertThat(manifest().path("problem").asString()).contains("No.");
    assertThat(manifest().path("stages").size()).isZero();
    assertThat(files()).doesNotContain("stages/broken.json");
    try (RunFolder run = resume()) {
      run.stage("broken", () -> {});
      assertThat(manifest().path("stages").get(0).path("name").asString()).isEqualTo("broken");
      assertThat(manifest().path("state").asString()).isEqualTo("running");
      assertThat(manifest().has("problem")).isFalse();
    }
  }

  @Test
  void saysEverythingThatDiffersOnResume() {
    create().close();
    StudyException refusal =
        refusal(() -> RunFolder.resume(place, study(TEXT + "more: 1\n"), recipe(6, 0.7, "cd")));
    assertThat(refusal.what())
        .contains("the study file has changed")
        .contains("seed 5 then, 6 now")
        .contains("the data have changed")
        .contains("sigma 0.5 then, 0.7 now")
        .doesNotContain("folds");
    resume().close();
  }

  @Test
  void keepsWhatWasAsked() {
    RunOptions asked =
        new RunOptions(
            OptionalLong.of(9),
            true,
            true,
            Optional.of(Path.of("/data/a b.jsonl")),
            OptionalInt.of(2));
    RunFolder.create(place, study(TEXT), asked, recipe(9, 0.5, ""), COMMAND).close();
    PastRun past = PastRun.read(place);
    assertThat(past.asked()).isEqualTo(asked);
    assertThat(past.study().sha256()).isEqualTo(study(TEXT).sha256());
    assertThat(past.state()).isEqualTo(RunState.RUNNING);
  }

  @Test
  void aRelativePathOfTheStudyCountsFromItsFolderAlsoWhenResumed() throws IOException {
    Path file = Files.writeString(temporary.resolve("test.yaml"), TEXT);
    Study study = StudyFile.read(file);
    assertThat(study.folder()).contains(temporary.toAbsolutePath());
    assertThat(study.path("../data")).isEqualTo(temporary.resolveSibling("data").toAbsolutePath());
    assertThat(study.path("/data")).isEqualTo(Path.of("/data"));
    assertThat(study(TEXT).path("data")).isEqualTo(Path.of("data"));
    RunFolder.create(place, study, RunOptions.defaults(), recipe(5, 0.5, ""), COMMAND).close();
    assertThat(PastRun.read(place).study().path("data")).isEqualTo(study.path("data"));
  }

  @Test
  void aRunThatDoesNotKnowTheFolderOfItsStudyCanStillBeRead() {
    create().close();
    assertThat(PastRun.read(place).study().folder()).isEmpty();
  }

  @Test
  void refusesAFinishedRun() {
    try (RunFolder run = create()) {
      run.finish(run.path("report.html"));
    }
    assertThat(refusal(this::create).mend())
        .isEqualTo("It is finished; for a new run choose another --out.");
    assertThat(refusal(this::resume).what()).contains("finished already");
  }

  @Test
  void refusesFoldersOfOthers() throws IOException {
    Files.createDirectories(place);
    Files.writeString(place.resolve("thesis.tex"), "Years of work");
    assertThat(refusal(this::create).what()).contains("not of a run");
    assertThat(files()).containsExactly("thesis.tex");
    assertThat(refusal(this::resume).what()).contains("not the folder of a run");
  }

  @Test
  void refusesToBeginTwice() {
    create().close();
    assertThat(refusal(this::create).mend()).endsWith("./suiseki run --resume " + place);
  }

  @Test
  void acceptsAnEmptyFolder() throws IOException {
    Files.createDirectories(place);
    create().close();
  }

  @Test
  void refusesAFileInItsPlaceOrAbove() throws IOException {
    Files.writeString(temporary.resolve("runs"), "");
    assertThat(refusal(this::create).what()).contains("cannot be made");
    place = temporary.resolve("runs");
    assertThat(refusal(this::create).what()).contains("A file stands");
  }

  @Test
  void twoProcessesDoNotWorkInOneFolder() throws IOException {
    try (RunFolder run = create()) {
      assertThat(refusal(this::resume).what())
          .isEqualTo("The run folder is in use by process " + ProcessHandle.current().pid() + ".");
      assertThat(files()).contains(".lock");
      run.cancel();
    }
    assertThat(files()).doesNotContain(".lock");
    resume().close();
  }

  @Test
  void takesOverTheLockOfADeadProcess() throws IOException, InterruptedException {
    create().close();
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    String host = InetAddress.getLocalHost().getHostName();
    String lock = gone.pid() + "\n2026-01-01T00:00:00Z\n" + host + "\n";
    Files.writeString(place.resolve(".lock"), lock);
    resume().close();
    // The number of a dead process, given to another that began at another time.
    String reused = ProcessHandle.current().pid() + "\n2001-01-01T00:00:00Z\n" + host + "\n";
    Files.writeString(place.resolve(".lock"), reused);
    resume().close();
  }

  @Test
  void respectsTheLockOfAnotherComputer() throws IOException {
    create().close();
    Files.writeString(place.resolve(".lock"), "1\n2026-01-01T00:00:00Z\nelsewhere.example\n");
    StudyException refusal = refusal(this::resume);
    assertThat(refusal.what()).contains("process 1 of the computer elsewhere.example");
    assertThat(refusal.mend()).contains("delete this file");
  }

  @Test
  void sweepsWhatAKilledProcessWasWriting() throws IOException {
    create().close();
    Files.writeString(place.resolve("stages").resolve(".big.json.0a1b2c3d.part"), "{\"half");
    resume().close();
    assertThat(files()).noneMatch(name -> name.endsWith(".part"));
  }

  @Test
  void namesADamagedCheckpoint() throws IOException {
    create().close();
    Files.writeString(place.resolve("stages/numbers.json"), "{\"result\": ");
    try (RunFolder run = resume()) {
      StudyException refusal =
          refusal(() -> run.stage("numbers", Result.class, () -> new Result(new double[0], "")));
      assertThat(refusal.place().orElseThrow().source()).endsWith("numbers.json");
      assertThat(refusal.mend()).contains("Delete the file");
    }
  }

  @Test
  void namesADamagedOrNewerManifest() throws IOException {
    create().close();
    Path file = place.resolve("manifest.json");
    String good = Files.readString(file);
    Files.writeString(file, good.replaceFirst("\"version\" : 1", "\"version\" : 2"));
    assertThat(refusal(this::resume).mend()).contains("newer Suiseki");
    Files.writeString(file, good.substring(0, good.length() / 2));
    assertThat(refusal(this::resume).what()).contains("not valid JSON");
    Files.writeString(file, "[]");
    assertThat(refusal(this::resume).what()).contains("not the manifest");
  }

  @Test
  void namesStayInTheFolder() {
    try (RunFolder run = create()) {
      assertThatThrownBy(() -> run.path("../out")).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> run.path("/etc/x")).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> run.stage("../x", () -> {}))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aFullDiskGivesOneClearMessage() throws IOException {
    Path full = Path.of("/dev/full");
    assumeThat(full).as("a device that is always full").exists();
    try (RunFolder run = create()) {
      Files.createSymbolicLink(place.resolve("table.csv"), full);
      StudyException refusal = refusal(() -> run.write("table.csv", "new"));
      assertThat(refusal.what()).contains("No space left on device");
      assertThat(refusal.mend()).contains("disk has space");
      Files.delete(place.resolve("log.txt"));
      Files.createSymbolicLink(place.resolve("log.txt"), full);
      assertThat(refusal(() -> run.log("more")).what()).contains("No space left on device");
      Files.delete(place.resolve("log.txt"));
    }
  }

  @Test
  void aFailureThatCannotBeWrittenDoesNotHideTheFirst() throws IOException {
    Path full = Path.of("/dev/full");
    assumeThat(full).as("a device that is always full").exists();
    try (RunFolder run = create()) {
      Files.delete(place.resolve("manifest.json"));
      Files.createSymbolicLink(place.resolve("manifest.json"), full);
      IllegalStateException first = new IllegalStateException("First.");
      run.fail(first);
      assertThat(first.getSuppressed()).hasSize(1);
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsOneMessage() throws IOException {
    try (RunFolder run = create()) {
      Files.createDirectories(place.resolve("table.csv").resolve("inside"));
      assertThat(refusal(() -> run.write("table.csv", "x")).place().orElseThrow().source())
          .endsWith("table.csv");
      assertThat(files()).noneMatch(name -> name.endsWith(".part"));
      run.write("flat", "x");
      assertThat(refusal(() -> run.path("flat/below")).what()).contains("a file stands where");
    }
  }

  @Test
  void logsLinesWithTimeInOrder() throws IOException {
    try (RunFolder run = create()) {
      run.log("first");
      run.log("second\nwith more");
    }
    List<String> lines = Files.readAllLines(place.resolve("log.txt"));
    assertThat(lines.get(1)).matches("\\d{4}-\\d\\d-\\d\\dT\\S+Z first");
    assertThat(lines.get(2)).endsWith("Z second");
    assertThat(lines.get(3)).isEqualTo("    with more");
  }
}
