package org.suiseki.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.suiseki.matter.Place;
import org.suiseki.study.StudyException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures of a study's reference run, as committed in {@code docs/results/<study>.json}: the
 * {@code metrics.json} of that run, and how it was made.
 *
 * <pre>
 * study, seed, seconds, properties: [{name, unit, kind, features, model, split, r2, mae, rmse, ci: [low, high]}]
 * command, commit, machine      optional text
 * </pre>
 *
 * @param seconds of the whole run
 */
record ReferenceRun(
    String study,
    long seed,
    double seconds,
    String command,
    String commit,
    String machine,
    List<Score> scores) {

  /**
   * How well one model did on one property.
   *
   * @param mae in {@code unit}
   * @param low lower end of the 95 % confidence interval of {@code r2}
   */
  record Score(
      String property,
      String unit,
      String kind,
      String features,
      String model,
      String split,
      double r2,
      double mae,
      double low,
      double high) {}

  ReferenceRun {
    scores = List.copyOf(scores);
  }

  /** Empty where the study has had no reference run yet. */
  static Optional<ReferenceRun> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(JsonMapper.shared().readTree(Files.readString(file)), file));
    } catch (IOException | JacksonException e) {
      throw new StudyException(
          "The reference run cannot be read: " + e.getMessage(),
          Place.of(file.toString()),
          "Copy metrics.json of a run there again.",
          e);
    }
  }

  private static ReferenceRun of(JsonNode root, Path file) {
    List<Score> scores = new ArrayList<>();
    for (JsonNode node : field(root, "properties", file)) {
      scores.add(score(node, file));
    }
    return new ReferenceRun(
        field(root, "study", file).asString(),
        field(root, "seed", file).asLong(),
        field(root, "seconds", file).asDouble(),
        root.path("command").asString(""),
        root.path("commit").asString(""),
        root.path("machine").asString(""),
        scores);
  }

  private static Score score(JsonNode node, Path file) {
    JsonNode interval = field(node, "ci", file);
    return new Score(
        field(node, "name", file).asString(),
        field(node, "unit", file).asString(),
        field(node, "kind", file).asString(),
        field(node, "features", file).asString(),
        field(node, "model", file).asString(),
        field(node, "split", file).asString(),
        field(node, "r2", file).asDouble(Double.NaN),
        field(node, "mae", file).asDouble(Double.NaN),
        interval.path(0).asDouble(Double.NaN),
        interval.path(1).asDouble(Double.NaN));
  }

  private static JsonNode field(JsonNode node, String name, Path file) {
    JsonNode value = node.path(name);
    if (value.isMissingNode()) {
      throw new StudyException(
          "The reference run has no " + name + ".",
          Place.of(file.toString()),
          "Copy metrics.json of a run there again.");
    }
    return value;
  }
}
