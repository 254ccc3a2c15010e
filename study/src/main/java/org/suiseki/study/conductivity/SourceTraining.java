package org.suiseki.study.conductivity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.suiseki.describe.MaterialKind;
import org.suiseki.describe.MaterialText;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.Folds;
import org.suiseki.learn.Metrics;
import org.suiseki.learn.Origin;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.learn.nn.MlpEnsemble;
import org.suiseki.learn.nn.MlpOptions;
import org.suiseki.learn.nn.MlpRegressor;
import org.suiseki.library.DescribedMaterials;
import org.suiseki.library.MaterialModel;
import org.suiseki.library.TrainingRange;
import org.suiseki.matter.ElementTable;

/**
 * Trains networks on properties that are known of many solids.
 *
 * @param descriptor of compositions
 * @param options of the networks; of rows beyond two thousand the passes become fewer, so that the
 *     work stays bounded
 */
record SourceTraining(String descriptor, MlpOptions options) {
  /** Fewer say nothing. */
  static final int FEWEST = 20;

  private static final int HELD_OUT = 10;
  private static final int FULL_PASSES = 2_000;
  private static final int FEWEST_PASSES = 15;

  /**
   * @param model from the nine parts of ten that were trained on
   * @param rows that could be used
   * @param r2 over the tenth that was not, on the scale of the training
   * @param mae likewise
   */
  record Trained(MaterialModel model, int rows, double r2, double mae) {}

  Trained train(SolidProperty property, Progress progress) {
    DescribedMaterials described =
        DescribedMaterials.of(
            MaterialText.descriptor(MaterialKind.COMPOSITION, descriptor, ElementTable.standard()),
            property.formulas());
    int[] columns = described.completeColumns();
    Table inputs = described.table().selectColumns(columns);
    double[] learned =
        IntStream.of(described.places())
            .mapToDouble(row -> property.scale().toModel(property.values()[row]))
            .toArray();
    Dataset data =
        new Dataset(
            IntStream.of(described.places()).mapToObj(property.formulas()::get).toList(),
            inputs,
            new Table(List.of(property.column()), learned.length, learned),
            new Origin("table of properties", "not stated", ""));
    Split split = Folds.random(learned.length, HELD_OUT, options.seed()).get(0);
    MlpEnsemble network =
        new MlpRegressor(options.withEpochs(epochs(learned.length)), 2).fit(data, split, progress);
    double[] truth = IntStream.of(split.test()).mapToDouble(row -> learned[row]).toArray();
    double[] said =
        Arrays.stream(network.predict(inputs.selectRows(split.test())).mean())
            .mapToDouble(row -> row[0])
            .toArray();
    Metrics metrics = Metrics.of(truth, said);
    return new Trained(
        new MaterialModel(
            property.column(),
            MaterialKind.COMPOSITION,
            descriptor,
            Optional.empty(),
            columns,
            property.scale(),
            metrics.rmse(),
            TrainingRange.of(inputs, split.train()),
            network),
        learned.length,
        metrics.r2(),
        metrics.mae());
  }

  private int epochs(int rows) {
    int bounded = (int) ((long) options.epochs() * FULL_PASSES / Math.max(FULL_PASSES, rows));
    return Math.max(Math.min(options.epochs(), FEWEST_PASSES), bounded);
  }
}
