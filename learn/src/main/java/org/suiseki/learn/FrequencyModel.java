package org.suiseki.learn;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The same probabilities for every row.
 *
 * @param shares of the classes among the training rows
 */
public record FrequencyModel(List<Column> inputs, List<String> classes, double[] shares)
    implements ClassModel {

  /** What {@code model.json} calls it. */
  public static final String KIND = "class-frequencies";

  public FrequencyModel {
    inputs = List.copyOf(inputs);
    classes = List.copyOf(classes);
  }

  @Override
  public ClassProbabilities predict(Table rows) {
    Columns.require(inputs, rows);
    double[][] same = new double[rows.rows()][];
    Arrays.setAll(same, row -> shares.clone());
    return new ClassProbabilities(classes, same);
  }

  @Override
  public StoredModel toStored() {
    return StoredModel.of(KIND, inputs, ClassModel.columns(classes))
        .withTensors(Map.of("shares", DenseArray.of(shares)));
  }

  public static FrequencyModel from(StoredModel stored) {
    stored.requireKind(KIND);
    List<String> classes = ClassModel.classes(stored);
    return new FrequencyModel(stored.inputs(), classes, stored.doubles("shares", classes.size()));
  }
}
