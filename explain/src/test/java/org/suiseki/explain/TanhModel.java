package org.suiseki.explain;

import java.util.List;
import org.suiseki.learn.Column;
import org.suiseki.learn.DifferentiableModel;
import org.suiseki.learn.Predictions;
import org.suiseki.learn.Table;

/** f(x) = Σ_h outer_h tanh(inner_h · x): the smallest smooth network. */
record TanhModel(List<Column> inputs, List<Column> outputs, double[][] inner, double[] outer)
    implements DifferentiableModel {

  @Override
  public Predictions predict(Table rows) {
    double[][] features = features(rows);
    double[][] mean = new double[rows.rows()][1];
    double[][] deviation = new double[rows.rows()][1];
    for (int row = 0; row < rows.rows(); row++) {
      deviation[row][0] = Double.NaN;
      for (int h = 0; h < outer.length; h++) {
        mean[row][0] += outer[h] * features[row][h];
      }
    }
    return new Predictions(outputs, mean, deviation);
  }

  @Override
  public double[][] gradient(Table rows, int output) {
    double[][] features = features(rows);
    double[][] gradient = new double[rows.rows()][inputs.size()];
    for (int row = 0; row < rows.rows(); row++) {
      for (int h = 0; h < outer.length; h++) {
        double slope = outer[h] * (1 - features[row][h] * features[row][h]);
        for (int column = 0; column < inputs.size(); column++) {
          gradient[row][column] += slope * inner[h][column];
        }
      }
    }
    return gradient;
  }

  @Override
  public double[][] features(Table rows) {
    double[][] features = new double[rows.rows()][outer.length];
    for (int row = 0; row < rows.rows(); row++) {
      for (int h = 0; h < outer.length; h++) {
        double sum = 0;
        for (int column = 0; column < inputs.size(); column++) {
          sum += inner[h][column] * rows.get(row, column);
        }
        features[row][h] = Math.tanh(sum);
      }
    }
    return features;
  }
}
