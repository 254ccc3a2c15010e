package org.suiseki.explain.latent;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.suiseki.learn.Column;
import org.suiseki.learn.LatentModel;
import org.suiseki.learn.StoredModel;
import org.suiseki.learn.Table;

/**
 * A feature space of known algebra: coordinate c of x is g(Σ w(c, i) x(i)), g being a function of
 * known slope; linear where g is the identity.
 */
record LinearSpace(
    List<Column> inputs, double[][] weights, DoubleUnaryOperator bend, DoubleUnaryOperator slope)
    implements LatentModel {

  static LinearSpace of(List<Column> inputs, double[][] weights) {
    return new LinearSpace(inputs, weights, DoubleUnaryOperator.identity(), sum -> 1);
  }

  static LinearSpace random(List<Column> inputs, int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] weights = new double[size][inputs.size()];
    for (double[] row : weights) {
      for (int i = 0; i < row.length; i++) {
        row[i] = random.nextGaussian();
      }
    }
    return of(inputs, weights);
  }

  LinearSpace bent() {
    return new LinearSpace(inputs, weights, Math::tanh, s -> 1 - Math.tanh(s) * Math.tanh(s));
  }

  @Override
  public int size() {
    return weights.length;
  }

  @Override
  public double[][] encode(Table rows) {
    double[][] points = new double[rows.rows()][weights.length];
    for (int row = 0; row < points.length; row++) {
      for (int c = 0; c < weights.length; c++) {
        points[row][c] = bend.applyAsDouble(sum(rows, row, c));
      }
    }
    return points;
  }

  @Override
  public double[][] gradient(Table rows, int coordinate) {
    double[][] gradient = new double[rows.rows()][rows.width()];
    for (int row = 0; row < gradient.length; row++) {
      double steepness = slope.applyAsDouble(sum(rows, row, coordinate));
      for (int i = 0; i < rows.width(); i++) {
        gradient[row][i] = steepness * weights[coordinate][i];
      }
    }
    return gradient;
  }

  @Override
  public Table decode(double[][] points) {
    throw new UnsupportedOperationException("Masking never decodes.");
  }

  @Override
  public StoredModel toStored() {
    throw new UnsupportedOperationException("Masking never stores.");
  }

  private double sum(Table rows, int row, int coordinate) {
    double[] values = rows.values();
    double[] own = weights[coordinate];
    int offset = row * rows.width();
    double sum = 0;
    for (int i = 0; i < own.length; i++) {
      sum += own[i] * values[offset + i];
    }
    return sum;
  }
}
