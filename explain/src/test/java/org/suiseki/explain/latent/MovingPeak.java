package org.suiseki.explain.latent;

import java.util.ArrayList;
import java.util.List;
import org.suiseki.learn.Column;
import org.suiseki.learn.LatentModel;
import org.suiseki.learn.StoredModel;
import org.suiseki.learn.Table;

/**
 * A feature space that is known exactly: curves of √ intensity with one peak, whose only coordinate
 * is the peak's position.
 */
final class MovingPeak implements LatentModel {
  static final double STEP = 0.02;
  private static final double WIDTH = 0.1;
  private final double[] axis = Peaks.axis(20, 40, STEP);

  double[] axis() {
    return axis.clone();
  }

  static double[] row(double[] axis, double position) {
    double[] row = Peaks.curve(axis, WIDTH, 1, position);
    for (int i = 0; i < row.length; i++) {
      row[i] = Math.sqrt(row[i]);
    }
    return row;
  }

  @Override
  public List<Column> inputs() {
    List<Column> columns = new ArrayList<>();
    for (double position : axis) {
      columns.add(new Column("√I at " + position + "°", "1"));
    }
    return columns;
  }

  @Override
  public int size() {
    return 1;
  }

  /** The centroid of the fourth power, which noise hardly moves. */
  @Override
  public double[][] encode(Table rows) {
    double[][] points = new double[rows.rows()][1];
    for (int row = 0; row < points.length; row++) {
      double sum = 0;
      double moment = 0;
      for (int i = 0; i < axis.length; i++) {
        double weight = Math.pow(rows.get(row, i), 4);
        sum += weight;
        moment += weight * axis[i];
      }
      points[row][0] = moment / sum;
    }
    return points;
  }

  @Override
  public Table decode(double[][] points) {
    double[][] rows = new double[points.length][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = row(axis, points[row][0]);
    }
    return Table.of(inputs(), rows);
  }

  @Override
  public double[][] gradient(Table rows, int coordinate) {
    throw new UnsupportedOperationException("No test asks for it.");
  }

  @Override
  public StoredModel toStored() {
    throw new UnsupportedOperationException("No test stores it.");
  }
}
