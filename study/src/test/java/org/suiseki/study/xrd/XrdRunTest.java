package org.suiseki.study.xrd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suiseki.learn.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whole runs of a small study of a person's own patterns, by the files they leave. */
class XrdRunTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int PATTERNS = 2 * XrdSamples.COMPOSITIONS;
  private static final List<String> READINGS =
      List.of("mean", "ridge", "pca-2", "pca-3", "map", "wide", "left-out");

  /** How far each part was at most. */
  private static final Map<String, Double> STEPS = new ConcurrentHashMap<>();

  @TempDir private static Path temporary;
  private static Path data;
  private static Path place;

  @BeforeAll
  static void runOnce() {
    data = XrdSamples.folder(temporary.resolve("alloys"));
    place = temporary.resolve("whole");
    run(
        place,
        2,
        new Progress() {
          @Override
          public void step(String name, long done, long total) {
            STEPS.merge(name, (double) done / total, Math::max);
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        });
  }

  private static void run(Path folder, int threads, Progress progress) {
    XrdSamples.run(XrdSamples.SMALL, XrdSamples.asked(data, false, threads), folder, progress);
  }

  private static JsonNode json(Path file) throws IOException {
    return JSON.readTree(Files.readAllBytes(file));
  }

  /** Everything but the times. */
  private static JsonNode metrics(Path folder) throws IOException {
    JsonNode metrics = json(folder.resolve("metrics.json"));
    metrics
        .path("sets")
        .forEach(
            set -> set.path("spaces").forEach(space -> ((ObjectNode) space).remove("seconds")));
    return metrics;
  }

  private static List<String> lines(Path folder, String name) throws IOException {
    return Files.readAllLines(folder.resolve(name));
  }

  @Test
  void metricsHaveTheirSchema() throws IOException {
    JsonNode sets = json(place.resolve("metrics.json")).path("sets");
    assertThat(sets.size()).isOne();
    JsonNode set = sets.get(0);
    assertThat(set.path("name").asString()).isEqualTo("alloys");
    assertThat(set.path("patterns").asInt()).isEqualTo(PATTERNS);
    assertThat(set.path("compositions").asInt()).isEqualTo(XrdSamples.COMPOSITIONS);
    assertThat(set.path("folds").asInt()).isEqualTo(3);
    assertThat(set.path("data_sha256").asString()).hasSize(64);
    assertThat(set.path("spaces").valueStream().map(one -> one.path("name").asString()))
        .containsExactly("pca", "nmf", "kernel-pca", "dense-plain", "pca", "dense-plain");
    for (JsonNode space : set.path("spaces")) {
      assertThat(space.path("unexplained").asDouble()).isBetween(0.0, 1.0);
      assertThat(space.path("ci").get(0).asDouble())
          .isLessThan(space.path("unexplained").asDouble());
      assertThat(space.path("trustworthiness").asDouble()).isBetween(0.5, 1.0);
      assertThat(space.path("seconds").asDouble()).isPositive();
    }
    JsonNode map = set.path("map");
    assertThat(map.path("space").asString()).isEqualTo("dense-plain");
    // One series of one varying content is a line: neighbours stay neighbours.
    assertThat(map.path("trustworthiness").asDouble()).isGreaterThan(0.9);
    assertThat(map.path("continuity").asDouble()).isGreaterThan(0.9);
    assertThat(map.path("seed_spread").asDouble()).isBetween(0.0, 0.5);
    assertThat(map.path("neighbours").asInt()).isEqualTo(4);
    assertThat(set.path("wide").path("size").asInt()).isEqualTo(3);
    assertThat(set.path("walks").path("count").asInt()).isEqualTo(6);
  }

  @Test
  void everyWayToReadAConcentrationIsScored() throws IOException {
    JsonNode scores = json(place.resolve("metrics.json")).path("sets").get(0).path("concentration");
    assertThat(scores.valueStream().map(one -> one.path("reading").asString()))
        .containsExactlyElementsOf(READINGS);
    double mean = Double.NaN;
    for (JsonNode one : scores) {
      assertThat(one.path("property").asString()).isEqualTo("Ni");
      assertThat(one.path("unit").asString()).isEqualTo("at.%");
      assertThat(one.path("mae").asDouble()).isPositive().isLessThan(one.path("rmse").asDouble());
      assertThat(one.path("ci").get(0).asDouble()).isLessThan(one.path("r2").asDouble());
      if (one.path("reading").asString().equals("mean")) {
        assertThat(one.path("r2").asDouble()).isLessThanOrEqualTo(0);
        mean = one.path("mae").asDouble();
      } else {
        // Two coordinates hold one content: a third of the dull error is far from chance.
        assertThat(one.path("mae").asDouble()).isLessThan(mean / 3);
      }
    }
  }

  @Test
  void everyPatternHasALineOfTheMap() throws IOException {
    List<String> lines = lines(place, "map.csv");
    assertThat(lines.get(0))
        .isEqualTo("set,id,family,composition,x,y,spread_x,spread_y,cluster,known");
    assertThat(lines).hasSize(1 + PATTERNS);
    double squares = 0;
    double[] sum = new double[2];
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      assertThat(cells).hasSize(10);
      for (int axis = 0; axis < 2; axis++) {
        double at = Double.parseDouble(cells[4 + axis]);
        squares += at * at / PATTERNS;
        sum[axis] += at / PATTERNS;
        assertThat(Double.parseDouble(cells[6 + axis])).isNotNegative();
      }
      assertThat(cells[9]).startsWith("Ni = ");
    }
    // The consensus has the size 1 about 0; the seed that is shown is near to it.
    assertThat(squares).isBetween(0.9, 1.1);
    assertThat(Math.hypot(sum[0], sum[1])).isLessThan(0.1);
    // Content grows along the first axis.
    assertThat(Double.parseDouble(lines.get(1).split(",")[4]))
        .isLessThan(Double.parseDouble(lines.get(PATTERNS).split(",")[4]));
  }

  @Test
  void theOtherTablesAreWhole() throws IOException {
    List<String> said = lines(place, "concentration.csv");
    assertThat(said.get(0))
        .isEqualTo("set,id,property,unit,reading,fold,truth,predicted,deviation");
    assertThat(said).hasSize(1 + PATTERNS * READINGS.size());
    assertThat(said.subList(1, said.size())).allMatch(line -> line.split(",", -1).length == 9);
    List<String> peaks = lines(place, "peaks.csv");
    assertThat(peaks).hasSize(1 + 4);
    // The first peak of the series lies between 24.7° and 24.0°.
    assertThat(peaks.get(1)).startsWith("alloys,24.").contains(",100.000,");
    List<String> walks = lines(place, "walks.csv");
    assertThat(walks).hasSize(1 + 6);
    for (String line : walks.subList(1, walks.size())) {
      String[] cells = line.split(",", -1);
      assertThat(cells).hasSize(13);
      assertThat(Double.parseDouble(cells[4])).isBetween(0.1, 0.9);
      assertThat(Double.parseDouble(cells[6])).isPositive();
    }
    for (String name : List.of("map.csv", "concentration.csv", "peaks.csv", "walks.csv")) {
      assertThat(Files.readString(place.resolve(name))).doesNotContain("NaN", "Infinity");
    }
  }

  @Test
  void theReportHoldsEveryPart() throws IOException {
    JsonNode report = XrdSamples.report(place);
    assertThat(report.path("schema").asString()).isEqualTo("xrd-feature-space-report");
    assertThat(report.path("headline").size()).isGreaterThanOrEqualTo(4);
    assertThat(report.path("headline").toString()).doesNotContain("NaN");
    JsonNode set = report.path("sets").get(0);
    for (String part :
        List.of(
            "axis",
            "properties",
            "families",
            "patterns",
            "decoded",
            "quality",
            "clusters",
            "models",
            "concentration",
            "parity",
            "peaks",
            "relevance",
            "interpolation")) {
      assertThat(set.path(part).size()).as(part).isPositive();
    }
    assertThat(set.path("patterns").size()).isEqualTo(PATTERNS);
    assertThat(set.path("relevance").path("patterns").size()).isEqualTo(PATTERNS);
    assertThat(set.path("axis").path("unit").asString()).isEqualTo("°");
    JsonNode provenance = report.path("provenance");
    assertThat(provenance.path("seed").asLong()).isEqualTo(4);
    assertThat(provenance.path("software").path("libtorch").asString()).isNotEmpty();
    assertThat(provenance.path("data").path("patterns").asInt()).isEqualTo(PATTERNS);
  }

  @Test
  void theModelKnowsItsPatterns() throws IOException {
    XrdModel model = XrdModel.load(place.resolve("model.suiseki"));
    assertThat(model.wavelength()).isEqualTo(XrdSamples.WAVELENGTH);
    assertThat(model.samples().size()).isEqualTo(PATTERNS);
    assertThat(model.properties()).hasSize(1);
    assertThat(model.border()).isPositive();
    String[] first = lines(place, "map.csv").get(1).split(",", -1);
    assertThat(model.samples().ids().get(0)).isEqualTo(first[1]);
    // The table has six digits.
    assertThat(model.samples().map()[0][0]).isCloseTo(Double.parseDouble(first[4]), within(1e-5));
  }

  @Test
  void theSeedAndNotTheThreadsDecideTheNumbers() throws IOException {
    Path again = temporary.resolve("again");
    run(again, 1, Progress.SILENT);
    assertThat(metrics(again)).isEqualTo(metrics(place));
    for (String name : List.of("map.csv", "concentration.csv", "peaks.csv", "walks.csv")) {
      assertThat(again.resolve(name)).hasSameBinaryContentAs(place.resolve(name));
    }
    Path other = temporary.resolve("other");
    XrdSamples.run(
        XrdSamples.SMALL.replace("seed: 4", "seed: 5").replace("seeds: 2", "seeds: 1"),
        XrdSamples.asked(data, false, 2),
        other,
        Progress.SILENT);
    assertThat(metrics(other).path("sets").get(0).path("spaces").get(3))
        .isNotEqualTo(metrics(place).path("sets").get(0).path("spaces").get(3));
    // With one seed there is no spread, and the report says nothing of it.
    assertThat(metrics(other).path("sets").get(0).path("map").path("seed_spread").isNull())
        .isTrue();
    assertThat(XrdSamples.report(other).path("sets").get(0).path("quality").toString())
        .doesNotContain("Spread between seeds");
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
    for (String stage : List.of("alloys.space.dense-plain-2", "alloys.model", "alloys.relevance")) {
      Path kept = stopped.resolve("stages").resolve(stage + ".json");
      assertThatThrownBy(() -> run(stopped, 2, until(kept)))
          .isInstanceOf(CancellationException.class);
      assertThat(kept).exists();
      assertThat(stopped.resolve("metrics.json")).doesNotExist();
    }
    run(stopped, 2, Progress.SILENT);
    assertThat(metrics(stopped)).isEqualTo(metrics(place));
    for (String name : List.of("map.csv", "concentration.csv", "peaks.csv", "walks.csv")) {
      assertThat(stopped.resolve(name)).hasSameBinaryContentAs(place.resolve(name));
    }
    Matcher taken =
        Pattern.compile("alloys\\.space\\.pca-2: taken from")
            .matcher(Files.readString(stopped.resolve("log.txt")));
    assertThat(taken.results().count()).isEqualTo(3);
  }

  @Test
  void everyPartTellsHowFarItIs() {
    assertThat(STEPS)
        .containsKeys(
            "alloys.space.dense-plain-2",
            "alloys.concentration",
            "alloys.map",
            "alloys.relevance",
            "alloys.walks",
            "alloys.companion");
    assertThat(STEPS.values()).allMatch(share -> share <= 1);
  }
}
