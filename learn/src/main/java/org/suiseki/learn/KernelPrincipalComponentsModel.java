package org.suiseki.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A curved feature space that is spanned by likeness with its training rows. */
public final class KernelPrincipalComponentsModel implements LatentModel {

  /** What {@code model.json} calls it. */
  public static final String KIND = "kernel-pca";

  private final CommonScale scale;
  private final RadialKernel kernel;
  private final double[][] weights;
  private final double[] offsets;
  private final KernelRidge back;

  /**
   * From its parts.
   *
   * @param kernel with the scaled training rows
   * @param weights size × training rows
   * @param offsets what is taken off each coordinate
   * @param back from points to scaled inputs
   */
  KernelPrincipalComponentsModel(
      CommonScale scale,
      RadialKernel kernel,
      double[][] weights,
      double[] offsets,
      KernelRidge back) {
    this.scale = scale;
    this.kernel = kernel;
    this.weights = weights;
    this.offsets = offsets;
    this.back = back;
  }

  @Override
  public List<Column> inputs() {
    return scale.columns();
  }

  @Override
  public int size() {
    return weights.length;
  }

  /** ℓ, in units of {@link CommonScale}. */
  public double length() {
    return kernel.length();
  }

  @Override
  public double[][] encode(Table rows) {
    double[] scaled = scale.apply(rows);
    double[][] points = new double[rows.rows()][size()];
    double[] likeness = new double[kernel.count()];
    for (int row = 0; row < points.length; row++) {
      kernel.of(scaled, row * rows.width(), likeness);
      for (int k = 0; k < size(); k++) {
        points[row][k] = DotProduct.of(weights[k], 0, likeness, 0, likeness.length) - offsets[k];
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
      back.add(points[row], scaled, row * width);
    }
    return scale.restore(scaled);
  }

  @Override
  public double[][] gradient(Table rows, int coordinate) {
    Points.requireCoordinate(coordinate, size());
    double[] scaled = scale.apply(rows);
    int width = rows.width();
    double unit = scale.scale() * kernel.length() * kernel.length();
    double[][] gradient = new double[rows.rows()][width];
    double[] likeness = new double[kernel.count()];
    for (int row = 0; row < gradient.length; row++) {
      kernel.of(scaled, row * width, likeness);
      double[] slope = gradient[row];
      double all = 0;
      for (int k = 0; k < likeness.length; k++) {
        double factor = weights[coordinate][k] * likeness[k] / unit;
        all += factor;
        for (int input = 0; input < width; input++) {
          slope[input] += factor * kernel.points()[k * width + input];
        }
      }
      for (int input = 0; input < width; input++) {
        slope[input] -= all * scaled[row * width + input];
      }
    }
    return gradient;
  }

  @Override
  public StoredModel toStored() {
    int rows = kernel.count();
    int width = inputs().size();
    Map<String, DenseArray> tensors = new LinkedHashMap<>(scale.tensors());
    tensors.put("rows", new DenseArray.Doubles(new long[] {rows, width}, kernel.points()));
    tensors.put("weights", DenseArray.of(weights));
    tensors.put("offsets", DenseArray.of(offsets));
    tensors.put(
        "back.points", new DenseArray.Doubles(new long[] {rows, size()}, back.kernel().points()));
    tensors.put("back.dual", new DenseArray.Doubles(new long[] {rows, width}, back.dual()));
    tensors.put("lengths", DenseArray.of(new double[] {kernel.length(), back.kernel().length()}));
    return StoredModel.of(KIND, inputs(), List.of()).withTensors(tensors);
  }

  public static KernelPrincipalComponentsModel from(StoredModel stored) {
    stored.requireKind(KIND);
    int width = stored.inputs().size();
    int size = stored.length("offsets");
    int rows = stored.length("weights") / Math.max(1, size);
    double[] flat = stored.doubles("weights", size, rows);
    List<double[]> weights = new ArrayList<>();
    for (int k = 0; k < size; k++) {
      weights.add(Arrays.copyOfRange(flat, k * rows, (k + 1) * rows));
    }
    double[] lengths = stored.doubles("lengths", 2);
    RadialKernel kernel = RadialKernel.of(stored.doubles("rows", rows, width), width, lengths[0]);
    RadialKernel points =
        RadialKernel.of(stored.doubles("back.points", rows, size), size, lengths[1]);
    return new KernelPrincipalComponentsModel(
        CommonScale.from(stored),
        kernel,
        weights.toArray(double[][]::new),
        stored.doubles("offsets", size),
        new KernelRidge(points, stored.doubles("back.dual", rows, width), width));
  }
}
