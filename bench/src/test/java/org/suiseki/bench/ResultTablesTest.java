package org.suiseki.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suiseki.study.StudyException;

final class ResultTablesTest {
  private static final String METRICS =
      """
      {"study": "core-loss", "seed": 7, "seconds": 412.3, "properties": [
        {"name": "gap", "unit": "eV", "kind": "intensive", "features": "spectrum", "model": "network",
         "split": "scaffold", "r2": 0.914, "mae": 0.2134, "rmse": 0.3, "ci": [0.88, 0.94]},
        {"name": "gap", "unit": "eV", "kind": "intensive", "features": "spectrum", "model": "ridge",
         "split": "scaffold", "r2": 0.78, "mae": 0.4, "rmse": 0.5, "ci": [0.7, 0.8]},
        {"name": "gap", "unit": "eV", "kind": "intensive", "features": "spectrum", "model": "mean",
         "split": "scaffold", "r2": -0.01, "mae": 1.4, "rmse": 1.5, "ci": [null, null]},
        {"name": "gap", "unit": "eV", "kind": "intensive", "features": "both", "model": "network",
         "split": "scaffold", "r2": 0.93, "mae": 0.2, "rmse": 0.3, "ci": [0.9, 0.95]}]}
      """;

  @TempDir Path project;
  private Path readme;

  @BeforeEach
  void page() throws IOException {
    Files.createDirectories(project.resolve("docs/results"));
    readme = project.resolve("README.md");
    Files.writeString(
        readme, "Before\n<!-- results:core-loss -->\nstale figures\n<!-- /results -->\nAfter $1\n");
  }

  @Test
  void thePagesOfThisProjectShowTheirReferenceRuns() {
    assertThat(new ResultTables(Path.of("..")).stale())
        .as("java org.suiseki.bench.ResultTables (see CONTRIBUTING.md) rewrites them")
        .isEmpty();
  }

  @Test
  void aBlockIsMadeFromTheRun() throws IOException {
    Files.writeString(project.resolve("docs/results/core-loss.json"), METRICS);
    new ResultTables(project).rewriteStale();
    assertThat(Files.readString(readme))
        .startsWith("Before\n<!-- results:core-loss -->\n")
        .endsWith("<!-- /results -->\nAfter $1\n")
        .contains("Split: scaffold")
        .contains(
            "| gap | intensive | 0.91 [0.88, 0.94] | 0.93 [0.90, 0.95] | 0.213 eV | ridge 0.78 |")
        .contains("`./suiseki run core-loss` with seed 7 in 412 s")
        .doesNotContain("stale figures");
    assertThat(new ResultTables(project).stale()).isEmpty();
  }

  @Test
  void aChangedFigureMakesThePageStale() throws IOException {
    Path json = project.resolve("docs/results/core-loss.json");
    Files.writeString(json, METRICS);
    new ResultTables(project).rewriteStale();
    Files.writeString(json, METRICS.replace("0.914", "0.894"));
    assertThat(new ResultTables(project).stale()).containsExactly(readme);
  }

  @Test
  void withoutARunTheBlockSaysSo() throws IOException {
    new ResultTables(project).rewriteStale();
    assertThat(Files.readString(readme)).contains("There is no reference run yet.");
  }

  @Test
  void aBlockWithoutEndIsRefused() throws IOException {
    Files.writeString(readme, "<!-- results:core-loss -->\nfigures\n");
    assertThatThrownBy(() -> new ResultTables(project).stale())
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("README.md");
  }

  @Test
  void aRunWithoutItsFieldsIsRefused() throws IOException {
    Files.writeString(project.resolve("docs/results/core-loss.json"), "{\"study\": \"core-loss\"}");
    assertThatThrownBy(() -> new ResultTables(project).stale())
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("properties");
  }
}
