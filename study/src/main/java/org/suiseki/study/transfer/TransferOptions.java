package org.suiseki.study.transfer;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.suiseki.describe.MaterialKind;
import org.suiseki.learn.nn.MlpTuningOptions;
import org.suiseki.learn.transfer.Head;
import org.suiseki.learn.transfer.Shotgun;
import org.suiseki.learn.transfer.TailTrial;
import org.suiseki.library.TargetScale;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Study;
import org.suiseki.study.StudyNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * All options of a trial with the values they have after study file, {@code --quick} and command
 * line.
 *
 * @param target the small table
 * @param kind of its materials
 * @param column head of its column of materials
 * @param property head of its column of values
 * @param unit of the values
 * @param scale on which they are learned
 * @param descriptor for learning from scratch
 * @param models a folder of model files instead of a library
 * @param library where the library is; empty for the person's own
 * @param mostOfEach models of the library for one property
 * @param tuning how source networks are tuned; empty for frozen features alone
 * @param quantile above which the rows are held out to be ranked; empty where that is not asked
 * @param candidates a table of further materials to be predicted
 */
record TransferOptions(
    Path target,
    MaterialKind kind,
    String column,
    String property,
    String unit,
    TargetScale scale,
    String licence,
    String descriptor,
    Optional<Path> models,
    Optional<String> library,
    int mostOfEach,
    Optional<MlpTuningOptions> tuning,
    Optional<Double> quantile,
    Optional<Path> candidates,
    int folds,
    int innerFolds,
    int repeats,
    long seed,
    boolean quick,
    int threads) {
  private static final String NONE = "none";

  static TransferOptions read(Study study, RunOptions asked) {
    StudyNode root = study.options();
    StudyNode validation = root.section("validation");
    List<String> kinds = Arrays.stream(MaterialKind.values()).map(MaterialKind::label).toList();
    List<String> scales = Arrays.stream(TargetScale.values()).map(TargetScale::label).toList();
    MaterialKind kind =
        MaterialKind.named(root.choice("material", MaterialKind.COMPOSITION.label(), kinds))
            .orElseThrow();
    String scale = root.choice("scale", TargetScale.LINEAR.label(), scales);
    int repeats = (int) validation.integer("repeats", 3, 1, 50);
    double quantile = root.number("quantile", 0, 0, 0.95);
    return new TransferOptions(
        asked.data().orElseGet(() -> study.path(root.text("target"))),
        kind,
        root.text("column", kind.column()),
        root.text("property"),
        root.text("unit", "1"),
        TargetScale.valueOf(scale.toUpperCase(Locale.ROOT)),
        root.text("licence", "not stated"),
        root.text("descriptor", usual(kind)),
        file(study, root.text("models", NONE)),
        asked.library().or(() -> named(root.text("library", NONE))),
        (int) root.integer("models_of_each", 3, 1, 1000),
        root.flag("fine_tuning", false)
            ? Optional.of(MlpTuningOptions.DEFAULT.withFrozen(1))
            : Optional.empty(),
        quantile == 0 ? Optional.empty() : Optional.of(quantile),
        file(study, root.text("candidates", NONE)),
        (int) validation.integer("folds", 5, 2, 50),
        (int) validation.integer("inner_folds", 4, 2, 20),
        asked.quick() ? 1 : repeats,
        asked.seedFor(study),
        asked.quick(),
        asked.threads().orElse(Runtime.getRuntime().availableProcessors()));
  }

  /** What is learned from scratch from, where nothing is named. */
  static String usual(MaterialKind kind) {
    return kind == MaterialKind.COMPOSITION
        ? "composition-290:missing=impute"
        : "ecfp:counts=true:bits=1024,physchem";
  }

  private static Optional<String> named(String text) {
    return text.equals(NONE) ? Optional.empty() : Optional.of(text);
  }

  private static Optional<Path> file(Study study, String text) {
    return named(text).map(study::path);
  }

  Shotgun shotgun() {
    List<Head> heads = Head.standard(seed);
    return new Shotgun(heads, heads, folds, innerFolds, repeats, 10_000, threads, seed);
  }

  TailTrial tailTrial(double above) {
    List<Head> heads = Head.standard(seed);
    return new TailTrial(above, heads, heads, folds, innerFolds, 2_000, threads, seed);
  }

  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("target", target.toString()).put("material", kind.label()).put("column", column);
    json.put("property", property).put("unit", unit).put("scale", scale.label());
    json.put("descriptor", descriptor);
    json.put("models", models.map(Path::toString).orElse(NONE));
    json.put("library", library.orElse(NONE)).put("models_of_each", mostOfEach);
    json.put("fine_tuning", tuning.map(MlpTuningOptions::toString).orElse(NONE));
    json.put("quantile", quantile.orElse(0.0));
    json.put("candidates", candidates.map(Path::toString).orElse(NONE));
    json.put("folds", folds).put("inner_folds", innerFolds).put("repeats", repeats);
    return json.put("quick", quick);
  }
}
