package org.suiseki.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suiseki.study.StudyException;

class KeepRunTest {
  @TempDir private Path folder;

  private void run(String state) throws IOException {
    Files.writeString(
        folder.resolve("metrics.json"),
        """
        {"study": "some-study", "seed": 3, "seconds": 12.5, "properties": [
          {"name": "gap", "unit": "eV", "kind": "intensive", "features": "spectrum", "model": "network",
           "split": "random", "r2": 0.9, "mae": 0.5, "rmse": 0.7, "ci": [0.8, 1.0]}]}
        """);
    Files.writeString(
        folder.resolve("manifest.json"),
        "{\"state\": \""
            + state
            + "\", \"started\": \"2026-11-20T07:00:00Z\", \"command\": [\"suiseki\", \"run\"],"
            + " \"software\": {\"commit\": \"abc\", \"java\": \"17\"},"
            + " \"machine\": {\"os\": \"Linux\", \"cpus\": 2}}");
  }

  @Test
  void keepsMetricsWithWhereTheyComeFrom() throws IOException {
    run("finished");
    Path kept = KeepRun.keep(folder, folder.resolve("project"));
    ReferenceRun read = ReferenceRun.read(kept).orElseThrow();
    assertThat(kept).hasFileName("some-study.json");
    assertThat(read.command()).isEqualTo("suiseki run");
    assertThat(read.commit()).isEqualTo("abc");
    assertThat(read.machine()).isEqualTo("2 cores, Linux, Java 17");
    assertThat(read.scores()).hasSize(1);
  }

  @Test
  void refusesARunThatIsNotFinished() throws IOException {
    run("cancelled");
    assertThatThrownBy(() -> KeepRun.keep(folder, folder))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("cancelled");
  }
}
