package org.suiseki.study.quasicrystal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.suiseki.describe.MaterialKind;
import org.suiseki.describe.MaterialText;
import org.suiseki.learn.ClassLabels;
import org.suiseki.learn.ConfusionMatrix;
import org.suiseki.learn.Folds;
import org.suiseki.learn.FrequencyBaseline;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.library.DescribedMaterials;
import org.suiseki.matter.ElementTable;

class NestedTrainingTest {
  private final LabelledFormulas set = QuasicrystalSamples.embedded();
  private final QuasicrystalOptions options =
      QuasicrystalOptions.read(
          QuasicrystalSamples.study(QuasicrystalSamples.SMALL), QuasicrystalSamples.asked());
  private final Table inputs =
      DescribedMaterials.of(
              MaterialText.descriptor(
                  MaterialKind.COMPOSITION, options.features(), ElementTable.standard()),
              set.formulas())
          .table();
  private final Split split = Folds.stratified(set.labels().names(), 4, 2).get(1);

  /** Whatever the test rows are labelled, everything that was learned and chosen is the same. */
  @Test
  void nothingIsLearnedFromTheTest() {
    int[] turned = set.labels().of().clone();
    for (int row : split.test()) {
      turned[row] = (turned[row] + 1) % 3;
    }
    NestedTraining.Trained first = train(set.labels());
    NestedTraining.Trained second = train(new ClassLabels(set.classes(), turned));
    assertThat(second.chosen()).isEqualTo(first.chosen());
    assertThat(second.logLoss()).isEqualTo(first.logLoss());
    assertThat(second.ensemble().decision().factors())
        .isEqualTo(first.ensemble().decision().factors());
    assertThat(second.ensemble().predict(inputs).of())
        .isDeepEqualTo(first.ensemble().predict(inputs).of());
  }

  @Test
  void theEnsembleFindsWhatTheBaselineCannot() {
    NestedTraining.Trained trained = train(set.labels());
    Table test = inputs.selectRows(split.test());
    ClassLabels truth = set.labels().selectRows(split.test());
    int[] said = trained.ensemble().decision().of(trained.ensemble().predict(test));
    int[] most =
        new FrequencyBaseline()
            .fit(inputs, set.labels(), split, Progress.SILENT)
            .predict(test)
            .likeliest();
    assertThat(ConfusionMatrix.of(truth, said).macroF1()).isGreaterThan(0.6);
    assertThat(ConfusionMatrix.of(truth, most).macroF1()).isLessThan(0.35);
  }

  @Test
  void aModelOfOtherRowsKeepsWhatWasChosen() {
    NestedTraining nested = new NestedTraining(inputs, set.labels(), set.systems(), options);
    NestedTraining.Trained trained = nested.train(split, false, false, Progress.SILENT);
    Split fewer =
        new Split(
            IntStream.of(split.train()).filter(row -> row % 3 > 0).toArray(),
            new int[0],
            split.test());
    var again = nested.retrain(trained, fewer, Progress.SILENT);
    assertThat(again.decision()).isSameAs(trained.ensemble().decision());
    assertThat(again.models()).hasSameSizeAs(trained.chosen());
    assertThat(again.predict(inputs).of()[split.test()[0]])
        .isNotEqualTo(trained.ensemble().predict(inputs).of()[split.test()[0]]);
  }

  private NestedTraining.Trained train(ClassLabels labels) {
    return new NestedTraining(inputs, labels, set.systems(), options)
        .train(split, true, false, Progress.SILENT);
  }
}
