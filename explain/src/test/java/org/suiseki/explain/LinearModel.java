package org.suiseki.explain;

import java.util.List;
import org.suiseki.learn.Column;
import org.suiseki.learn.DifferentiableModel;
import org.suiseki.learn.Predictions;
import org.suiseki.learn.Table;

/** f_o(x) = offset_o + weights_o · x: everything about it is known in closed form. */
record LinearModel(List<Column> inputs, List<Column> outputs, double[][] weights, double[] offset)
    implements DifferentiableModel {

  @Override
  public Predictions predict(Table rows) {
    double[][] mean = new double[rows.rows()][outputs.size()];
    double[][] deviation = new double[rows.rows()][outputs.size()];
    for (int row = 0; row < rows.rows(); row++) {
      for (int output = 0; output < outputs.size(); output++) {
        mean[row][output] = offset[output];
        deviation[row][output] = Double.NaN;
        for (int column = 0; column < inputs.size(); column++) {
          mean[row][output] += weights[output][column] * rows.get(row, column);
        }
      }
    }
    return new Predictions(outputs, mean, deviation);
  }

  @Override
  public double[][] gradient(Table rows, int output) {
    double[][] gradient = new double[rows.rows()][];
    for (int row = 0; row < gradient.length; row++) {
      gradient[row] = weights[output].clone();
    }
    return gradient;
  }

  @Override
  public double[][] features(Table rows) {
    return predict(rows).mean();
  }
}
