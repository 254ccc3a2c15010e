package org.suiseki.study.coreloss;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.Split;
import org.suiseki.matter.Place;
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
  private static final int FEWEST_A_FOLD = 5;

  @Override
  public String kind() {
    return "core-loss";
  }

  @Override
  public Job prepare(Study study, RunOptions asked) {
    StudyNode root = study.options();
    CoreLossOptions options = CoreLossOptions.read(study, asked);
    String named = root.text("data", EMBEDDED);
    Optional<Path> own =
        asked
            .data()
            .or(() -> named.equals(EMBEDDED) ? Optional.empty() : Optional.of(study.path(named)));
    String licence = root.text("licence", own.isEmpty() ? "CC0" : "not stated");
    root.rejectUnknown();
    CoreLossData data = StudySpectra.read(own, options.properties(), asked.strict());
    MoleculeSet all =
        MoleculeSet.of(
            data, options.preprocessing(), options.properties(), licence, asked.strict());
    int[] known = known(all, options);
    List<MolecularProperty> properties =
        Arrays.stream(known).mapToObj(options.properties()::get).toList();
    if (properties.isEmpty()) {
      throw new StudyException(
          "None of the properties of the study is known for enough molecules of "
              + data.source()
              + ".",
          "Head the columns of the property table as the study names them, with unit: "
              + options.properties().get(0).column()
              + ".");
    }
    return new CoreLossJob(
        study,
        options.resolved(options.preprocessing().withSoftnessFor(all.spectra()), properties),
        all.withTargets(all.targets().selectColumns(known)),
        options.properties().stream().filter(one -> !properties.contains(one)).toList());
  }

  /** Reads a model that a run has saved. */
  public static Predictor predictor(Path model) {
    return new CoreLossPredictor(String.valueOf(model.getFileName()), CoreLossModel.load(model));
  }

  /**
   * Properties that are known for at least five molecules a fold, and of which every fold has five
   * or more to learn from, not all equal.
   *
   * @throws StudyException if the molecules cannot be dealt to so many folds
   */
  private static int[] known(MoleculeSet set, CoreLossOptions options) {
    List<Split> splits = new ArrayList<>();
    for (SplitKind kind : SplitKind.values()) {
      splits.addAll(splits(kind, set, options));
    }
    return IntStream.range(0, set.targets().width())
        .filter(column ->
            learnable(set.targets().column(column), splits, FEWEST_A_FOLD * options.folds()))
        .toArray();
  }

  private static List<Split> splits(SplitKind kind, MoleculeSet set, CoreLossOptions options) {
    try {
      List<Split> splits = new ArrayList<>(kind.outer(set, options.folds(), options.seed()));
      if (options.candidates().size() > 1) {
        for (Split outer : List.copyOf(splits)) {
          splits.addAll(kind.inner(set, outer, options.innerFolds(), options.seed()));
        }
      }
      return splits;
    } catch (LearnException few) {
      throw new StudyException(
          "The "
              + set.size()
              + " molecules cannot be divided by "
              + kind.text()
              + ": "
              + few.what(),
          Place.of(set.origin().source()),
          "Give molecules of more kinds, or lower validation.folds ("
              + options.folds()
              + ") or inner_folds ("
              + options.innerFolds()
              + ") in a study file of your own.",
          few);
    }
  }

  private static boolean learnable(double[] values, List<Split> splits, int fewest) {
    long known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    return known >= fewest && splits.stream().allMatch(split -> learnable(values, split.train()));
  }

  private static boolean learnable(double[] values, int[] rows) {
    double[] known =
        Arrays.stream(rows)
            .mapToDouble(row -> values[row])
            .filter(value -> !Double.isNaN(value))
            .toArray();
    return known.length >= FEWEST_A_FOLD && Arrays.stream(known).distinct().limit(2).count() == 2;
  }
}
