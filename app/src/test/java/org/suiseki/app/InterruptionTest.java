package org.suiseki.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real process that gets real signals: what it leaves, what it returns, and that it can go on.
 */
class InterruptionTest {
  private static final long GENEROUS_SECONDS = 60;
  private static final String THREE = "study: slow\nkind: sum\nstages: 3\n";

  @TempDir private Path temporary;
  private Path study;
  private Path place;
  private Duration patience = Suiseki.PATIENCE;

  @BeforeEach
  void needsKill() throws IOException {
    Path status = Path.of("/proc/self/status");
    assumeThat(Files.exists(status)).as("Linux, whose processes show their signals").isTrue();
    // A shell without job control starts background jobs with Ctrl-C switched off, and children
    // inherit that.
    String ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> line.substring(line.length() - 1))
            .findFirst()
            .orElse("0");
    assumeThat(Integer.parseInt(ignored, 16) & 2).as("signals are not ignored").isZero();
    study = temporary.resolve("slow.yaml");
    place = temporary.resolve("run");
  }

  private Process start(String... arguments) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dpatience=" + patience,
                "-cp",
                System.getProperty("java.class.path"),
                SumProcess.class.getName()));
    words.addAll(List.of(arguments));
    return new ProcessBuilder(words)
        .directory(temporary.toFile())
        .redirectOutput(temporary.resolve("out.txt").toFile())
        .redirectError(temporary.resolve("err.txt").toFile())
        .start();
  }

  private static void signal(String name, Process process) throws Exception {
    assertThat(
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor())
        .isZero();
  }

  private static void await(BooleanSupplier reached) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(GENEROUS_SECONDS);
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime()).as("still waiting").isLessThan(end);
      Thread.sleep(20);
    }
  }

  private static int end(Process process) throws InterruptedException {
    assertThat(process.waitFor(GENEROUS_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
    return process.exitValue();
  }

  private JsonNode manifest() throws IOException {
    return JsonMapper.shared().readTree(Files.readAllBytes(place.resolve("manifest.json")));
  }

  private String err() throws IOException {
    return Files.readString(temporary.resolve("err.txt"));
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void stopsCleanlyAndGoesOnToTheSameResult(String signal, int code) throws Exception {
    Path hasty = Files.writeString(temporary.resolve("hasty.yaml"), THREE);
    Path whole = temporary.resolve("whole");
    assertThat(end(start("run", hasty.toString(), "--out", whole.toString()))).isZero();

    Files.writeString(study, THREE + "pause: 0.02 s\n");
    Process process = start("run", study.toString(), "--out", place.toString());
    await(() -> Files.exists(place.resolve("stages/sum-0.json")));
    signal(signal, process);
    assertThat(end(process)).isEqualTo(code);
    assertThat(manifest().path("state").asString()).isEqualTo("cancelled");
    assertThat(err())
        .contains("Stopping at the next safe place")
        .contains("Stopped. To go on: ./suiseki run --resume " + place);
    assertThat(place.resolve(".lock")).doesNotExist();
    assertThat(place.resolve("sum.txt")).doesNotExist();

    assertThat(end(start("run", "--resume", place.toString()))).isZero();
    assertThat(manifest().path("state").asString()).isEqualTo("finished");
    assertThat(place.resolve("sum.txt")).hasSameTextualContentAs(whole.resolve("sum.txt"));
    assertThat(Files.readString(place.resolve("log.txt"))).contains("sum-0: taken from");
  }

  @Test
  void theSecondCtrlCEndsAtOnceAndTheFolderStillGoesOn() throws Exception {
    Files.writeString(study, "study: slow\nkind: sum\nstages: 2\npause: 20 s\ndeaf: true\n");
    Process process = start("run", study.toString(), "--out", place.toString());
    await(() -> text("err.txt").contains("stage 0"));
    signal("INT", process);
    await(() -> text("err.txt").contains("Stopping"));
    long begin = System.nanoTime();
    signal("INT", process);
    assertThat(end(process)).isEqualTo(130);
    assertThat(System.nanoTime() - begin).isLessThan(patience.toNanos());
    assertThat(manifest().path("state").asString()).isEqualTo("running");

    Process again = start("run", "--resume", place.toString());
    await(() -> text("log.txt", place).contains("resume"));
    again.destroyForcibly().waitFor();
  }

  @Test
  void aRunThatDoesNotHearIsEndedAfterThePatienceAndMarked() throws Exception {
    patience = Duration.ofSeconds(1);
    Files.writeString(study, "study: slow\nkind: sum\nstages: 2\npause: 20 s\ndeaf: true\n");
    Process process = start("run", study.toString(), "--out", place.toString());
    await(() -> text("err.txt").contains("stage 0"));
    signal("INT", process);
    assertThat(end(process)).isEqualTo(130);
    assertThat(manifest().path("state").asString()).isEqualTo("cancelled");
    assertThat(place.resolve(".lock")).doesNotExist();
    assertThat(err()).contains("--resume " + place);
  }

  @Test
  void aKilledProcessLeavesAFolderThatGoesOn() throws Exception {
    Files.writeString(study, "study: slow\nkind: sum\nstages: 2\npause: 0.03 s\n");
    Process process = start("run", study.toString(), "--out", place.toString());
    await(() -> Files.exists(place.resolve("stages/sum-0.json")));
    signal("KILL", process);
    end(process);
    assertThat(place.resolve(".lock")).exists();
    assertThat(end(start("run", "--resume", place.toString()))).isZero();
    assertThat(place.resolve(".lock")).doesNotExist();
  }

  @Test
  void twoProcessesDoNotShareAFolder() throws Exception {
    Files.writeString(study, "study: slow\nkind: sum\nstages: 1\npause: 20 s\n");
    Process process = start("run", study.toString(), "--out", place.toString());
    await(() -> text("err.txt").contains("stage 0"));
    Process second = start("run", "--resume", place.toString());
    assertThat(end(second)).isOne();
    assertThat(err()).contains("in use by process " + process.pid());
    process.destroyForcibly().waitFor();
  }

  private String text(String name) {
    return text(name, temporary);
  }

  private static String text(String name, Path folder) {
    try {
      Path file = folder.resolve(name);
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
