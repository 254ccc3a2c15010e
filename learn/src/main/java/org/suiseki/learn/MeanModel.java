package org.suiseki.learn;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A constant.
 *
 * @param mean of the training targets, one an output, in its unit
 * @param deviation sample standard deviation of the training targets, given as the deviation of
 *     every prediction
 */
public record MeanModel(
    List<Column> inputs, List<Column> outputs, double[] mean, double[] deviation) implements Model {

  /** What {@code model.json} calls it. */
  public static final String KIND = "mean";

  public MeanModel {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  @Override
  public Predictions predict(Table rows) {
    Columns.require(inputs, rows);
    double[][] means = new double[rows.rows()][];
    double[][] deviations = new double[rows.rows()][];
    Arrays.setAll(means, row -> mean.clone());
    Arrays.setAll(deviations, row -> deviation.clone());
    return new Predictions(outputs, means, deviations);
  }

  public StoredModel toStored() {
    return StoredModel.of(KIND, inputs, outputs)
        .withTensors(Map.of("mean", DenseArray.of(mean), "deviation", DenseArray.of(deviation)));
  }

  public static MeanModel from(StoredModel stored) {
    stored.requireKind(KIND);
    int outputs = stored.outputs().size();
    return new MeanModel(
        stored.inputs(),
        stored.outputs(),
        stored.doubles("mean", outputs),
        stored.doubles("deviation", outputs));
  }
}
