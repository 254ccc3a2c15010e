package org.suiseki.study.coreloss;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.suiseki.learn.Table;
import org.suiseki.matter.io.CoreLossData;
import org.suiseki.study.Job;
import org.suiseki.study.Predictor;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Study;
import org.suiseki.study.StudyException;
import org.suiseki.study.StudyNode;
import org.suiseki.study.Workflow;

/** Studies of kind {@code core-loss}. */
public final class CoreLossWorkflow implements Workflow {
  private static final String EMBEDDED = "embedded";

  @Override
  public String kind() {
    return "core-loss";
  }

  @Override
  public Job prepare(Study study, RunOptions asked) {
    StudyNode root = study.options();
    CoreLossOptions options = CoreLossOptions.read(study, asked);
    String named = root.text("data", EMBEDDED);
    String licence = root.text("licence", named.equals(EMBEDDED) ? "CC0" : "not stated");
    root.rejectUnknown();
    Optional<Path> own =
        asked.data().or(() -> named.equals(EMBEDDED) ? Optional.empty() : Optional.of(Path.of(named)));
    CoreLossData data = EmbeddedSpectra.read(own, options.properties(), asked.strict());
    MoleculeSet all =
        MoleculeSet.of(
            data,
            options.preprocessing(),
            options.properties(),
            asked.data().isPresent() ? "not stated" : licence,
            asked.strict());
    int[] known = known(all.targets(), options.folds());
    List<MolecularProperty> properties =
        Arrays.stream(known).mapToObj(options.properties()::get).toList();
    if (properties.isEmpty()) {
      throw new StudyException(
          "None of the properties of the study is known for enough molecules of " + data.source() + ".",
          "Head the columns of the property table as the study names them, with unit: "
              + options.properties().get(0).column() + ".");
    }
    return new CoreLossJob(
        study,
        options.resolved(options.preprocessing().withSoftnessFor(all.spectra()), properties),
        all.withTargets(all.targets().selectColumns(known)));
  }

  /** Reads a model that a run has saved. */
  public static Predictor predictor(Path model) {
    return new CoreLossPredictor(model.getFileName().toString(), CoreLossModel.load(model));
  }

  /** Properties that are known for at least five molecules a fold. */
  private static int[] known(Table targets, int folds) {
    return java.util.stream.IntStream.range(0, targets.width())
        .filter(
            column ->
                Arrays.stream(targets.column(column)).filter(value -> !Double.isNaN(value)).count()
                    >= 5L * folds)
        .toArray();
  }
}
