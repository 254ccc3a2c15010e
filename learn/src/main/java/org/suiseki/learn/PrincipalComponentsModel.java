package org.suiseki.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plane (or more) through rows of inputs, with coordinates along its axes.
 *
 * @param scale of the inputs
 * @param directions size × inputs, orthonormal, of scaled inputs; descending in variance
 * @param shares of the variance of the training rows that each direction has, 0 … 1
 */
public record PrincipalComponentsModel(CommonScale scale, double[][] directions, double[] shares)
    implements LatentModel {

  /** What {@code model.json} calls it. */
  public static final String KIND = "pca";

  @Override
  public List<Column> inputs() {
    return scale.columns();
  }

  @Override
  public int size() {
    return directions.length;
  }

  @Override
  public double[][] encode(Table rows) {
    double[] scaled = scale.apply(rows);
    int width = rows.width();
    double[][] points = new double[rows.rows()][size()];
    for (int row = 0; row < points.length; row++) {
      for (int k = 0; k < size(); k++) {
        points[row][k] = DotProduct.of(directions[k], 0, scaled, row * width, width);
      }
    }
    return points;
  }

  @Override
  public Table decode(double[][] points) {
    Points.require(points, size());
    int width = inputs().size();
    double[] scaled = new double[points.length * width];
    for (int row = 0; row < points.length; row++) {
      for (int k = 0; k < size(); k++) {
        double amount = points[row][k];
        double[] direction = directions[k];
        int from = row * width;
        for (int input = 0; input < width; input++) {
          scaled[from + input] += amount * direction[input];
        }
      }
    }
    return scale.restore(scaled);
  }

  /** The same for every row, since the space is flat. */
  @Override
  public double[][] gradient(Table rows, int coordinate) {
    Columns.require(inputs(), rows);
    Points.requireCoordinate(coordinate, size());
    double[] slope = Arrays.stream(directions[coordinate]).map(v -> v / scale.scale()).toArray();
    double[][] gradient = new double[rows.rows()][];
    Arrays.setAll(gradient, row -> slope.clone());
    return gradient;
  }

  @Override
  public StoredModel toStored() {
    Map<String, DenseArray> tensors = new LinkedHashMap<>(scale.tensors());
    tensors.put("directions", DenseArray.of(directions));
    tensors.put("shares", DenseArray.of(shares));
    return StoredModel.of(KIND, inputs(), List.of()).withTensors(tensors);
  }

  public static PrincipalComponentsModel from(StoredModel stored) {
    stored.requireKind(KIND);
    int width = stored.inputs().size();
    int size = stored.length("shares");
    double[] flat = stored.doubles("directions", size, width);
    List<double[]> directions = new ArrayList<>();
    for (int k = 0; k < size; k++) {
      directions.add(Arrays.copyOfRange(flat, k * width, (k + 1) * width));
    }
    return new PrincipalComponentsModel(
        CommonScale.from(stored),
        directions.toArray(double[][]::new),
        stored.doubles("shares", size));
  }
}
