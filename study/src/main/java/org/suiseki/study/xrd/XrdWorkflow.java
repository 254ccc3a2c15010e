package org.suiseki.study.xrd;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    String licence = root.text("licence", own.isEmpty() ? "CC0" : "not stated");
    root.rejectUnknown();
    List<PatternSet> sets =
        own.map(path -> List.of(PatternFolder.read(path, options.preparation(), licence, asked.strict())))
            .orElseGet(() -> embedded(options));
    List<PreparedSet> prepared = new ArrayList<>();
    for (PatternSet set : sets) {
      prepared.add(PreparedSet.of(set, options, asked.strict()));
    }
    return new XrdJob(study, options, prepared);
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
