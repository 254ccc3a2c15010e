package org.suiseki.study.xrd;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.suiseki.describe.spectrum.DiffractionAxis;
import org.suiseki.learn.Progress;
import org.suiseki.study.Job;
import org.suiseki.study.Predictor;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Study;
import org.suiseki.study.StudyNode;
import org.suiseki.study.Workflow;

/** Studies of kind {@code xrd-feature-space}. */
public final class XrdWorkflow implements Workflow {
  /** The kind of the models that such studies save. */
  public static final String MODEL = XrdModel.KIND;

  private static final String EMBEDDED = "embedded";

  @Override
  public String kind() {
    return "xrd-feature-space";
  }

  @Override
  public Job prepare(Study study, RunOptions asked) {
    StudyNode root = study.options();
    XrdOptions options = XrdOptions.read(study, asked);
    String named = root.text("data", EMBEDDED);
    Optional<Path> own =
        asked
            .data()
            .or(() -> named.equals(EMBEDDED) ? Optional.empty() : Optional.of(study.path(named)));
    PatternFolder.Options folder = folder(study, root, asked.strict());
    root.rejectUnknown();
    List<PatternSet> sets =
        own.map(path -> List.of(PatternFolder.read(path, folder, Progress.SILENT)))
            .orElseGet(() -> embedded(options));
    List<PreparedSet> prepared = new ArrayList<>();
    for (PatternSet set : sets) {
      prepared.add(PreparedSet.of(set, options, asked.strict()));
    }
    return new XrdJob(study, options, prepared);
  }

  /** How a person's own patterns are to be read. */
  private static PatternFolder.Options folder(Study study, StudyNode root, boolean strict) {
    StudyNode files = root.section("files");
    Map<String, String> units = new TreeMap<>();
    for (StudyNode node : files.children("properties")) {
      units.put(node.text("name"), node.text("unit"));
    }
    PatternFolder.Options usual = PatternFolder.Options.standard();
    List<String> axes = Arrays.stream(DiffractionAxis.values()).map(DiffractionAxis::text).toList();
    return new PatternFolder.Options(
        files.has("values") ? Optional.of(study.path(files.text("values"))) : Optional.empty(),
        DiffractionAxis.named(files.choice("over", DiffractionAxis.TWO_THETA.text(), axes)),
        matrixAxis(files),
        files.has("wavelength")
            ? OptionalDouble.of(files.quantity("wavelength", "Å", 1, 1e-3, 100))
            : OptionalDouble.empty(),
        units,
        PatternFolder.Negative.valueOf(
            files.choice("negative", "refuse", List.of("refuse", "zero")).toUpperCase(Locale.ROOT)),
        root.text("licence", usual.licence()),
        strict);
  }

  private static Optional<PatternFolder.MatrixAxis> matrixAxis(StudyNode files) {
    if (!files.has("from") && !files.has("step")) {
      return Optional.empty();
    }
    String given = files.has("from") ? "from" : "step";
    double from = files.number("from", Double.NaN, -1e6, 1e6);
    double step = files.number("step", Double.NaN, 1e-9, 1e6);
    if (Double.isNaN(from + step)) {
      throw files.wrong(
          given,
          "The axis of a matrix has its first position or its step, not both.",
          "Give files.from and files.step, in the unit of the axis.");
    }
    return Optional.of(new PatternFolder.MatrixAxis(from, step));
  }

  private static List<PatternSet> embedded(XrdOptions options) {
    List<PatternSet> sets = new ArrayList<>();
    sets.add(AlloyPatterns.of(options.seed(), Progress.SILENT));
    if (options.series()) {
      sets.addAll(VegardSeries.all(options.seed(), Progress.SILENT));
    }
    return sets;
  }

  /** Reads a model that a run has saved. */
  public static Predictor predictor(Path model) {
    return new XrdPredictor(String.valueOf(model.getFileName()), XrdModel.load(model));
  }
}
