package org.suiseki.learn;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line an output through standardised inputs; knows no uncertainty (NaN). For lines that do,
 * use {@link BayesianRidge}.
 */
public record LinearModel(Standardiser standardiser, List<Column> outputs, List<Line> lines)
    implements Model {

  /** What {@code model.json} calls it. */
  public static final String KIND = "ridge";

  /**
   * One output.
   *
   * @param intercept in the unit of the output
   * @param coefficients change of the output, in its unit, for one standard deviation of each input
   * @param penalty the α it was fitted with
   */
  public record Line(double intercept, double[] coefficients, double penalty) {

    double at(Table standardised, int row) {
      double value = intercept;
      for (int input = 0; input < coefficients.length; input++) {
        value += coefficients[input] * standardised.get(row, input);
      }
      return value;
    }
  }

  public LinearModel {
    outputs = List.copyOf(outputs);
    lines = List.copyOf(lines);
  }

  @Override
  public List<Column> inputs() {
    return standardiser.columns();
  }

  /** Refuses rows with missing inputs. */
  @Override
  public Predictions predict(Table rows) {
    Table standardised = Columns.finite(standardiser.apply(rows));
    double[][] mean = new double[rows.rows()][outputs.size()];
    double[][] deviation = new double[rows.rows()][outputs.size()];
    for (int row = 0; row < rows.rows(); row++) {
      for (int output = 0; output < outputs.size(); output++) {
        mean[row][output] = lines.get(output).at(standardised, row);
      }
      Arrays.fill(deviation[row], Double.NaN);
    }
    return new Predictions(outputs, mean, deviation);
  }

  public StoredModel toStored() {
    return StoredModel.of(KIND, inputs(), outputs).withTensors(tensors(standardiser, lines));
  }

  public static LinearModel from(StoredModel stored) {
    stored.requireKind(KIND);
    return new LinearModel(standardiser(stored), stored.outputs(), lines(stored));
  }

  static Map<String, DenseArray> tensors(Standardiser standardiser, List<Line> lines) {
    Map<String, DenseArray> tensors = new LinkedHashMap<>();
    tensors.put("input.mean", DenseArray.of(standardiser.mean()));
    tensors.put("input.scale", DenseArray.of(standardiser.scale()));
    tensors.put(
        "coefficients",
        DenseArray.of(lines.stream().map(Line::coefficients).toArray(double[][]::new)));
    tensors.put("intercepts", DenseArray.of(lines.stream().mapToDouble(Line::intercept).toArray()));
    tensors.put("penalties", DenseArray.of(lines.stream().mapToDouble(Line::penalty).toArray()));
    return tensors;
  }

  static Standardiser standardiser(StoredModel stored) {
    int inputs = stored.inputs().size();
    return new Standardiser(
        stored.inputs(),
        stored.doubles("input.mean", inputs),
        stored.doubles("input.scale", inputs));
  }

  static List<Line> lines(StoredModel stored) {
    int inputs = stored.inputs().size();
    int outputs = stored.outputs().size();
    double[] coefficients = stored.doubles("coefficients", outputs, inputs);
    double[] intercepts = stored.doubles("intercepts", outputs);
    double[] penalties = stored.doubles("penalties", outputs);
    Line[] lines = new Line[outputs];
    Arrays.setAll(
        lines,
        output ->
            new Line(
                intercepts[output],
                Arrays.copyOfRange(coefficients, output * inputs, (output + 1) * inputs),
                penalties[output]));
    return List.of(lines);
  }
}
