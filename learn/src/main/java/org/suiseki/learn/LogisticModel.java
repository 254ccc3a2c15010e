package org.suiseki.learn;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * P(k | x) = softmax(intercept + coefficients · z), z the standardised inputs.
 *
 * @param intercepts one a class
 * @param coefficients classes × inputs, for one standard deviation each
 */
public record LogisticModel(
    Standardiser standardiser, List<String> classes, double[] intercepts, double[][] coefficients)
    implements ClassModel {

  /** What {@code model.json} calls it. */
  public static final String KIND = "logistic";

  public LogisticModel {
    classes = List.copyOf(classes);
  }

  @Override
  public List<Column> inputs() {
    return standardiser.columns();
  }

  /** Refuses rows with missing inputs. */
  @Override
  public ClassProbabilities predict(Table rows) {
    Table pure = Columns.finite(standardiser.apply(rows));
    int width = pure.width();
    double[][] said = new double[rows.rows()][classes.size()];
    for (int row = 0; row < said.length; row++) {
      for (int one = 0; one < classes.size(); one++) {
        said[row][one] =
            intercepts[one]
                + DotProduct.of(pure.values(), row * width, coefficients[one], 0, width);
      }
      ClassProbabilities.softmax(said[row]);
    }
    return new ClassProbabilities(classes, said);
  }

  @Override
  public StoredModel toStored() {
    Map<String, DenseArray> tensors = new LinkedHashMap<>();
    tensors.put("input.mean", DenseArray.of(standardiser.mean()));
    tensors.put("input.scale", DenseArray.of(standardiser.scale()));
    tensors.put("intercepts", DenseArray.of(intercepts));
    tensors.put("coefficients", DenseArray.of(coefficients));
    return StoredModel.of(KIND, inputs(), ClassModel.columns(classes)).withTensors(tensors);
  }

  public static LogisticModel from(StoredModel stored) {
    stored.requireKind(KIND);
    List<String> classes = ClassModel.classes(stored);
    int inputs = stored.inputs().size();
    double[] flat = stored.doubles("coefficients", classes.size(), inputs);
    double[][] coefficients = new double[classes.size()][];
    Arrays.setAll(coefficients, one -> Arrays.copyOfRange(flat, one * inputs, (one + 1) * inputs));
    return new LogisticModel(
        LinearModel.standardiser(stored),
        classes,
        stored.doubles("intercepts", classes.size()),
        coefficients);
  }
}
