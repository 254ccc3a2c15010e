package org.suiseki.study.coreloss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suiseki.learn.Progress;
import org.suiseki.matter.Axis;
import org.suiseki.matter.io.CoreLossEntry;
import org.suiseki.matter.io.SiteSticks;
import org.suiseki.simulate.Broadening;
import org.suiseki.study.Job;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.RunFolder;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Study;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whole runs of a small study of the embedded molecules, by the files they leave. */
class CoreLossRunTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int PROPERTIES = 13;
  private static final int MOLECULES =
      StudySpectra.read(Optional.empty(), MolecularProperty.standard(), true).entries().size();

  @TempDir private static Path temporary;
  private static Path place;

  @BeforeAll
  static void runOnce() throws IOException {
    place = temporary.resolve("whole");
    run(place, OptionalLong.empty(), Progress.SILENT);
  }

  private static void run(Path folder, OptionalLong seed, Progress progress) {
    Study study = CoreLossSamples.study(CoreLossSamples.SMALL);
    RunOptions asked = new RunOptions(seed, false, true, Optional.empty(), OptionalInt.of(2));
    Job job = new CoreLossWorkflow().prepare(study, asked);
    try (RunFolder run =
        Files.exists(folder)
            ? RunFolder.resume(folder, study, job.recipe())
            : RunFolder.create(folder, study, asked, job.recipe(), List.of("run", "small"))) {
      run.finish(job.run(run, progress));
    }
  }

  private static JsonNode json(Path file) throws IOException {
    return JSON.readTree(Files.readAllBytes(file));
  }

  /** Everything but the time it took. */
  private static JsonNode metrics(Path folder) throws IOException {
    ObjectNode metrics = (ObjectNode) json(folder.resolve("metrics.json"));
    metrics.remove("seconds");
    return metrics;
  }

  @Test
  void metricsHaveTheirSchema() throws IOException {
    JsonNode metrics = json(place.resolve("metrics.json"));
    assertThat(metrics.path("study").asString()).isEqualTo("small");
    assertThat(metrics.path("seed").asLong()).isEqualTo(4);
    assertThat(metrics.path("molecules").asInt()).isEqualTo(MOLECULES);
    assertThat(metrics.path("seconds").asDouble()).isPositive();
    assertThat(metrics.path("properties").size()).isEqualTo(PROPERTIES * 2 * 3 * 4);
    Set<String> seen = new HashSet<>();
    for (JsonNode one : metrics.path("properties")) {
      assertThat(one.propertyNames())
          .contains(
              "name", "unit", "kind", "features", "model", "split", "r2", "mae", "rmse", "ci");
      assertThat(one.path("kind").asString()).isIn("intensive", "extensive");
      assertThat(one.path("features").asString()).isIn("spectrum", "ratios", "both");
      assertThat(one.path("model").asString()).isIn("network", "ridge", "trees", "mean");
      assertThat(one.path("split").asString()).isIn("random", "scaffold");
      assertThat(one.path("r2").asDouble()).isLessThanOrEqualTo(1);
      assertThat(one.path("mae").asDouble()).isPositive().isLessThan(one.path("rmse").asDouble());
      assertThat(one.path("ci").get(0).asDouble()).isLessThan(one.path("r2").asDouble());
      assertThat(one.path("ci").get(1).asDouble()).isGreaterThan(one.path("r2").asDouble());
      assertThat(one.path("rows").asInt()).isEqualTo(MOLECULES);
      seen.add(
          one.path("name").asString()
              + one.path("features")
              + one.path("model")
              + one.path("split"));
    }
    assertThat(seen).hasSize(PROPERTIES * 2 * 3 * 4);
    assertThat(metrics.path("verdicts").size()).isEqualTo(PROPERTIES);
    assertThat(metrics.path("calibration").size()).isEqualTo(2 * 3 * 2);
    for (JsonNode one : metrics.path("calibration")) {
      assertThat(one.path("ece").asDouble()).isBetween(0.0, 1.0);
      assertThat(one.path("nominal").size()).isEqualTo(one.path("observed").size()).isPositive();
    }
    assertThat(metrics.path("robustness").size()).isEqualTo(PROPERTIES * 3 * 2);
  }

  @Test
  void aMeanSaysNothing() throws IOException {
    for (JsonNode one : json(place.resolve("metrics.json")).path("properties")) {
      if (one.path("model").asString().equals("mean")) {
        assertThat(one.path("r2").asDouble()).isLessThanOrEqualTo(0);
      }
    }
  }

  @Test
  void undisturbedRobustnessIsTheScore() throws IOException {
    JsonNode metrics = json(place.resolve("metrics.json"));
    for (JsonNode score : metrics.path("properties")) {
      if (!score.path("features").asString().equals("spectrum")
          || !score.path("model").asString().equals("network")
          || !score.path("split").asString().equals("random")) {
        continue;
      }
      for (JsonNode curve : metrics.path("robustness")) {
        if (curve.path("property").equals(score.path("name"))
            && curve.path("training").asString().equals("plain")) {
          assertThat(curve.path("levels").get(0).asDouble()).isZero();
          assertThat(curve.path("r2").get(0)).isEqualTo(score.path("r2"));
        }
      }
    }
  }

  @Test
  void everyPredictionIsARow() throws IOException {
    List<String> lines = Files.readAllLines(place.resolve("predictions.csv"));
    assertThat(lines.get(0))
        .isEqualTo(
            "id,split,features,model,property,unit,fold,truth,predicted,deviation,outside_domain");
    assertThat(lines).hasSize(1 + MOLECULES * PROPERTIES * 2 * 3);
    for (String line : lines.subList(1, 200)) {
      String[] cells = line.split(",", -1);
      assertThat(cells).hasSize(11);
      assertThat(Double.parseDouble(cells[9])).isPositive();
      assertThat(Integer.parseInt(cells[6])).isBetween(0, 2);
    }
  }

  @Test
  void theModelsAreForUse() throws IOException {
    Path file = temporary.resolve("molecule.jsonl");
    try (var in = StudySpectra.class.getResourceAsStream("carbon_k_edge_xch.jsonl.gz");
        var lines =
            new java.io.BufferedReader(
                new java.io.InputStreamReader(
                    new java.util.zip.GZIPInputStream(in),
                    java.nio.charset.StandardCharsets.UTF_8))) {
      Files.writeString(file, lines.readLine() + "\n" + lines.readLine() + "\n");
    }
    for (String name : List.of("model.suiseki", "model-with-ratios.suiseki")) {
      PredictionTable said = CoreLossWorkflow.predictor(place.resolve(name)).predict(file);
      assertThat(said.model()).isEqualTo(name);
      assertThat(said.refused()).isEmpty();
      assertThat(said.rows()).hasSize(2 * PROPERTIES);
      assertThat(said.rows())
          .allSatisfy(row -> assertThat(row.value()).isFinite())
          .allSatisfy(row -> assertThat(row.deviation()).isPositive())
          .extracting(PredictionTable.Row::property)
          .startsWith("gap", "homo", "lumo", "dipole");
      assertThat(said.rows().get(4).unit()).isEqualTo("bohr³");
    }
  }

  @Test
  void aMeasuredScaleIsNamedWhereItIsOutsideOfTheDomain() throws IOException {
    CoreLossEntry entry =
        StudySpectra.read(Optional.empty(), MolecularProperty.standard(), false).entries().get(3);
    Axis axis = Axis.uniform("energy", "eV", 279, 303, 0.25);
    double[] calculated =
        new Broadening(0.5, 0, 0)
            .molecule(((SiteSticks) entry.absorption()).sites(), axis)
            .values();
    for (double factor : new double[] {1, 1234}) {
      StringBuilder text = new StringBuilder("energy [eV],counts\n");
      for (int i = 0; i < axis.length(); i++) {
        text.append(axis.at(i)).append(',').append(factor * calculated[i]).append('\n');
      }
      Path file = Files.writeString(temporary.resolve("measured.csv"), text);
      PredictionTable said =
          CoreLossWorkflow.predictor(place.resolve("model.suiseki")).predict(file);
      assertThat(said.rows())
          .hasSize(PROPERTIES)
          .allSatisfy(row -> assertThat(row.inDomain()).isEqualTo(factor == 1))
          .allSatisfy(row ->
              assertThat(row.note())
                  .matches(
                      factor == 1
                          ? ""
                          : ".* times the border distance from the training spectra; the model"
                              + " reads absolute intensities \\(strength/eV\\) of calculated"
                              + " spectra, and the maximum here is [1-9][0-9]{3} times that of"
                              + " their mean: train one with `normalise: area` for measured"
                              + " spectra"));
    }
  }

  @Test
  void theReportHoldsTheDataOfEverySection() throws IOException {
    Matcher data =
        Pattern.compile(
                "<script type=\"application/json\" id=\"report-data\">(.*?)</script>",
                Pattern.DOTALL)
            .matcher(Files.readString(place.resolve("report.html")));
    assertThat(data.find()).isTrue();
    JsonNode report = JSON.readTree(data.group(1));
    assertThat(report.path("title").asString()).isEqualTo("A small study");
    for (String section :
        List.of(
            "headline", "assignments", "scores", "verdicts", "parity", "calibration", "notes")) {
      assertThat(report.path(section).size()).as(section).isPositive();
    }
    assertThat(report.path("spectra").path("grid").size()).isEqualTo(23);
    assertThat(report.path("spectra").path("mean").size()).isEqualTo(23);
    assertThat(report.path("properties").size()).isEqualTo(PROPERTIES);
    assertThat(report.path("relevance").size()).isEqualTo(3 * PROPERTIES);
    assertThat(report.path("relevance").get(0).path("values").size()).isEqualTo(23);
    assertThat(report.path("robustness").size()).isEqualTo(3);
    assertThat(report.path("robustness").get(0).path("series").size()).isEqualTo(2 * PROPERTIES);
    assertThat(report.path("molecules").size()).isEqualTo(12);
    for (JsonNode molecule : report.path("molecules")) {
      assertThat(molecule.path("svg").asString()).contains("<svg");
      assertThat(molecule.path("spectrum").size()).isEqualTo(23);
      assertThat(molecule.path("relevance").path("gap").size()).isEqualTo(23);
      assertThat(molecule.path("predicted").size()).isEqualTo(PROPERTIES);
    }
    assertThat(report.path("parity").size()).isEqualTo(PROPERTIES * 2 * 3);
    assertThat(report.path("parity").get(0).path("points").size()).isEqualTo(12);
    JsonNode provenance = report.path("provenance");
    assertThat(provenance.path("seed").asLong()).isEqualTo(4);
    assertThat(provenance.path("software").path("libtorch").asString()).isNotEmpty();
    assertThat(provenance.path("data").path("molecules").asInt()).isEqualTo(MOLECULES);
    assertThat(provenance.path("data").path("licence").asString()).isEqualTo("CC0");
  }

  /** Stops as soon as this stage is kept. */
  private static Progress until(Path stage) {
    return new Progress() {
      @Override
      public void step(String name, long done, long total) {}

      @Override
      public boolean cancelled() {
        return Files.exists(stage);
      }
    };
  }

  @Test
  void aStoppedRunGoesOnToTheSameNumbers() throws IOException {
    Path stopped = temporary.resolve("stopped");
    for (String stage : List.of("random.spectrum.network", "scaffold.both.trees", "relevance")) {
      assertThatThrownBy(() ->
              run(
                  stopped,
                  OptionalLong.empty(),
                  until(stopped.resolve("stages").resolve(stage + ".json"))))
          .isInstanceOf(CancellationException.class);
      assertThat(stopped.resolve("metrics.json")).doesNotExist();
    }
    run(stopped, OptionalLong.empty(), Progress.SILENT);
    assertThat(metrics(stopped)).isEqualTo(metrics(place));
    assertThat(stopped.resolve("predictions.csv"))
        .hasSameBinaryContentAs(place.resolve("predictions.csv"));
    assertThat(Files.readString(stopped.resolve("log.txt")))
        .contains("random.spectrum.mean: taken from");
  }

  @Test
  void theSeedDecidesTheNumbers() throws IOException {
    Path again = temporary.resolve("again");
    run(again, OptionalLong.of(4), Progress.SILENT);
    assertThat(metrics(again)).isEqualTo(metrics(place));
    Path other = temporary.resolve("other");
    run(other, OptionalLong.of(5), Progress.SILENT);
    assertThat(json(other.resolve("metrics.json")).path("properties"))
        .isNotEqualTo(json(place.resolve("metrics.json")).path("properties"));
  }
}
