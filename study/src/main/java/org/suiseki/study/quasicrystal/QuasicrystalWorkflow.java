package org.suiseki.study.quasicrystal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.suiseki.describe.DescribeException;
import org.suiseki.describe.MaterialKind;
import org.suiseki.describe.MaterialText;
import org.suiseki.library.MaterialClassModel;
import org.suiseki.matter.ElementTable;
import org.suiseki.study.Job;
import org.suiseki.study.ModelSource;
import org.suiseki.study.Predictor;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Study;
import org.suiseki.study.StudyNode;
import org.suiseki.study.Workflow;

/** Studies of kind {@code quasicrystals}: classes of compositions. */
public final class QuasicrystalWorkflow implements Workflow {
  /** The kind of the models that such studies save. */
  public static final String MODEL = MaterialClassModel.KIND;

  private static final String EMBEDDED = "embedded";

  @Override
  public String kind() {
    return "quasicrystals";
  }

  @Override
  public Job prepare(Study study, RunOptions asked) {
    StudyNode root = study.options();
    QuasicrystalOptions options = QuasicrystalOptions.read(study, asked);
    String named = root.text("data", EMBEDDED);
    Optional<Path> own =
        asked
            .data()
            .or(() -> named.equals(EMBEDDED) ? Optional.empty() : Optional.of(study.path(named)));
    String licence = root.text("licence", "not stated");
    root.rejectUnknown();
    requireFeatures(root, options);
    List<String> classes = options.classes();
    LabelledFormulas set =
        own.map(path -> FormulaReader.read(path, classes, licence, asked.strict()))
            .orElseGet(() -> FormulaReader.embedded(classes));
    return new QuasicrystalJob(study, options, set);
  }

  private static void requireFeatures(StudyNode root, QuasicrystalOptions options) {
    try {
      MaterialText.descriptor(
          MaterialKind.COMPOSITION,
          options.features(),
          options.elements().orElseGet(ElementTable::standard));
    } catch (DescribeException unknown) {
      throw root.wrong("features", unknown.what(), unknown.mend());
    }
  }

  /** Opens a model that such a study saved. */
  public static Predictor predictor(Path source) {
    return new ClassPredictor(
        source.getFileName().toString(), ModelSource.load(source, MODEL, MaterialClassModel::from));
  }
}
