package org.suiseki.study.quasicrystal;

import java.util.ArrayList;
import java.util.List;
import org.suiseki.learn.ClassDecision;
import org.suiseki.learn.ClassEnsemble;
import org.suiseki.learn.ClassLabels;
import org.suiseki.learn.ClassModel;
import org.suiseki.learn.ClassProbabilities;
import org.suiseki.learn.FrequencyBaseline;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;

/**
 * What the models say of the test of one split.
 *
 * @param kind of the split, as files name it
 * @param number among those of its kind, from 0
 * @param test its rows
 * @param models the chosen ensemble first, then the candidates, then the peers' forest and the
 *     baseline
 * @param chosen names of the candidates in the ensemble
 */
record SplitResult(String kind, int number, int[] test, List<Said> models, List<String> chosen) {

  static final String ENSEMBLE = "ensemble";
  static final String PEERS = "peers-forest";
  static final String BASELINE = "majority";

  /**
   * What one model says.
   *
   * @param chances test rows × classes
   * @param said the class of each test row
   */
  record Said(String model, double[][] chances, int[] said) {

    static Said of(String name, ClassModel model, ClassDecision decision, Table rows) {
      ClassProbabilities chances = model.predict(rows);
      return new Said(name, chances.of(), decision.of(chances));
    }
  }

  static SplitResult of(
      SplitKind.Planned planned,
      Table inputs,
      LabelledFormulas set,
      QuasicrystalOptions options,
      Progress progress) {
    ClassLabels labels = set.labels();
    Split split = planned.split();
    Table test = inputs.selectRows(split.test());
    NestedTraining.Trained trained =
        new NestedTraining(inputs, labels, set.systems(), options)
            .train(split, planned.kind() == SplitKind.SYSTEMS, true, progress);
    List<Said> models = new ArrayList<>();
    models.add(said(ENSEMBLE, trained.ensemble(), test));
    for (int one = 0; one < options.candidates().size(); one++) {
      models.add(said(options.candidates().get(one).name(), trained.alone().get(one), test));
    }
    ClassDecision likeliest = ClassDecision.likeliest(labels.classes().size());
    models.add(
        Said.of(
            PEERS,
            options.peers().classifier().fit(inputs, labels, split, Progress.SILENT),
            likeliest,
            test));
    models.add(
        Said.of(
            BASELINE,
            new FrequencyBaseline().fit(inputs, labels, split, Progress.SILENT),
            likeliest,
            test));
    return new SplitResult(
        planned.kind().label(), planned.number(), split.test(), models, trained.chosen());
  }

  private static Said said(String name, ClassEnsemble model, Table test) {
    return Said.of(name, model, model.decision(), test);
  }

  Said model(String name) {
    return models.stream().filter(one -> one.model().equals(name)).findFirst().orElseThrow();
  }
}
