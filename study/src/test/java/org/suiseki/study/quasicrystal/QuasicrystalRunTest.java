package org.suiseki.study.quasicrystal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suiseki.learn.Progress;
import org.suiseki.study.Job;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.RunFolder;
import org.suiseki.study.Study;
import org.suiseki.study.StudyException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole run of a small study of the embedded example, by the files it leaves. */
class QuasicrystalRunTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir private static Path temporary;
  private static Path place;
  private static JsonNode metrics;

  @BeforeAll
  static void runOnce() throws IOException {
    place = temporary.resolve("run");
    Study study = QuasicrystalSamples.study(QuasicrystalSamples.SMALL);
    Job job = new QuasicrystalWorkflow().prepare(study, QuasicrystalSamples.asked());
    try (RunFolder run =
        RunFolder.create(
            place, study, QuasicrystalSamples.asked(), job.recipe(), List.of("run", "small"))) {
      run.finish(job.run(run, Progress.SILENT));
    }
    metrics = JSON.readTree(Files.readAllBytes(place.resolve("metrics.json")));
  }

  @Test
  void everyRowIsTestedOnceWithItsSystemHeldOut() {
    JsonNode systems = split("systems");
    JsonNode ensemble = systems.path("models").get(0);
    int sum = 0;
    for (JsonNode row : ensemble.path("confusion")) {
      for (JsonNode count : row) {
        sum += count.asInt();
      }
    }
    assertThat(ensemble.path("model").asString()).isEqualTo("ensemble");
    assertThat(sum).isEqualTo(887);
    assertThat(systems.path("nearness").path("with_system_in_training").asInt()).isZero();
    assertThat(systems.path("nearness").path("rare_test_rows").asInt()).isEqualTo(140);
  }

  @Test
  void theFiguresFollowFromTheConfusionMatrix() {
    for (JsonNode model : split("systems").path("models")) {
      double sum = 0;
      for (JsonNode one : model.path("per_class")) {
        double precision = one.path("precision").asDouble();
        double recall = one.path("recall").asDouble();
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        // Written with five digits.
        assertThat(one.path("f1").asDouble()).isCloseTo(f1, within(1e-4));
        sum += f1;
      }
      assertThat(model.path("macro_f1").asDouble()).isCloseTo(sum / 3, within(1e-4));
      assertThat(model.path("ci").get(0).asDouble())
          .isLessThanOrEqualTo(model.path("macro_f1").asDouble());
    }
  }

  @Test
  void anExampleWithoutAPublishedSplitHasNone() {
    assertThat(metrics.path("splits").size()).isEqualTo(2);
    assertThat(split("stratified").path("chosen").size()).isEqualTo(2);
    assertThat(split("stratified").path("models").size()).isEqualTo(2 + 3);
  }

  @Test
  void mapsAreDrawnWithAndWithoutTheSystem() throws IOException {
    assertThat(metrics.path("systems").size()).isEqualTo(4);
    JsonNode seen = system("Al-Cu-Fe", false);
    JsonNode unseen = system("Al-Cu-Fe", true);
    double quasicrystal = chance(seen, "Al62Cu25.5Fe12.5");
    assertThat(quasicrystal).isGreaterThan(0.5);
    assertThat(chance(unseen, "Al62Cu25.5Fe12.5")).isLessThan(quasicrystal);
    // 66 points in each of four triangles of ten steps, and the heads.
    assertThat(Files.readAllLines(place.resolve("maps.csv"))).hasSize(4 * 66 + 1);
  }

  @Test
  void everyPredictionIsInTheTable() throws IOException {
    List<String> lines = Files.readAllLines(place.resolve("predictions.csv"));
    assertThat(lines.get(0))
        .isEqualTo("id,formula,system,label,split,number,model,said,P(OTHERS),P(QC),P(AC)");
    int drawn = 2 * (149 + 15 + 13);
    // The ensemble, two candidates and the peers' forest.
    assertThat(lines).hasSize(1 + 4 * (887 + drawn));
  }

  @Test
  void theReportStandsAloneAndSaysHowToGetTheRealData() throws IOException {
    String page = Files.readString(place.resolve("report.html"));
    assertThat(page)
        .contains("findings-report")
        .contains("training_data.csv")
        .contains("\"block\":\"ternary\"")
        .doesNotContain("src=\"http");
  }

  @Test
  void theSavedModelTellsClassesOfFormulas() throws IOException {
    Path file =
        Files.writeString(
            temporary.resolve("asked.csv"),
            "formula\nAl63Cu25Fe12\n\"{'Na': 1.0, 'Cl': 1.0}\"\nQq2\nAl63Cu25Fe12\n");
    PredictionTable said =
        QuasicrystalWorkflow.predictor(place.resolve("model.suiseki")).predict(file);
    assertThat(said.rows()).hasSize(9);
    assertThat(said.rows().get(1).property()).isEqualTo("P(QC)");
    assertThat(said.rows().get(1).value()).isGreaterThan(0.5);
    assertThat(said.rows().get(1).note()).contains("named QC");
    assertThat(said.rows().get(3).value()).isGreaterThan(0.9);
    assertThat(said.rows().subList(0, 3).stream().mapToDouble(PredictionTable.Row::value).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(said.refused()).hasSize(1);
    assertThat(said.refused().get(0).reason()).contains("Qq");
  }

  @Test
  void mistakesOfTheStudyFileAreToldWithTheirPlace() {
    assertRefused("maps: {systems: [Al-Cu]}", "three different elements");
    assertRefused("maps: {systems: [Al-Cu-Qq]}", "no element Qq");
    assertRefused("features: nonsense", "nonsense");
    assertRefused("classes: [QC]", "two or more");
    assertRefused("forests: 3", "forests");
    assertRefused("candidates: [{name: a, model: forest}, {name: a, model: boosted}]", "called a");
  }

  private static void assertRefused(String line, String words) {
    Study study = QuasicrystalSamples.study("study: bad\nkind: quasicrystals\n" + line + "\n");
    assertThatThrownBy(() -> new QuasicrystalWorkflow().prepare(study, QuasicrystalSamples.asked()))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining(words);
  }

  private static JsonNode split(String name) {
    for (JsonNode one : metrics.path("splits")) {
      if (one.path("split").asString().equals(name)) {
        return one;
      }
    }
    throw new AssertionError(name);
  }

  private static JsonNode system(String name, boolean unseen) {
    for (JsonNode one : metrics.path("systems")) {
      if (one.path("system").asString().equals(name) && one.path("unseen").asBoolean() == unseen) {
        return one;
      }
    }
    throw new AssertionError(name);
  }

  private static double chance(JsonNode system, String id) {
    for (JsonNode one : system.path("known")) {
      if (one.path("id").asString().equals(id)) {
        return one.path("chances").get(1).asDouble();
      }
    }
    throw new AssertionError(id);
  }
}
