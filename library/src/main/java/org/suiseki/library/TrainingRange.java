package org.suiseki.library;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.suiseki.learn.DenseArray;
import org.suiseki.learn.StoredModel;
import org.suiseki.learn.Table;

/**
 * Where the training rows of a model lie: the root mean square of a row's standardised inputs, each
 * cut at {@value #CUT}, and the distance that {@value #SHARE} of the training rows keep. Beyond it
 * a row is told to be out of the domain.
 *
 * <p>It is a cheap rule, made for a hundred thousand models: it knows nothing of gaps inside the
 * cloud of training rows, and a material that is new in a single input only can pass.
 *
 * @param mean of each input over the training rows
 * @param scale standard deviation of each input; 1 for one that is constant
 * @param border in standard deviations
 */
public record TrainingRange(double[] mean, double[] scale, double border) {
  private static final double SHARE = 0.99;

  /** A single input that was constant in training must not decide alone. */
  private static final double CUT = 10;

  /** Of the training rows. */
  public static TrainingRange of(Table inputs, int[] rows) {
    int width = inputs.width();
    double[] mean = new double[width];
    double[] scale = new double[width];
    for (int row : rows) {
      for (int column = 0; column < width; column++) {
        mean[column] += inputs.get(row, column) / rows.length;
      }
    }
    for (int row : rows) {
      for (int column = 0; column < width; column++) {
        double from = inputs.get(row, column) - mean[column];
        scale[column] += from * from / rows.length;
      }
    }
    for (int column = 0; column < width; column++) {
      double deviation = Math.sqrt(scale[column]);
      scale[column] = deviation > 1e-12 * Math.abs(mean[column]) ? deviation : 1;
    }
    TrainingRange open = new TrainingRange(mean, scale, Double.POSITIVE_INFINITY);
    double[] distances =
        IntStream.of(rows).mapToDouble(row -> open.distance(inputs, row)).toArray();
    Arrays.sort(distances);
    int last = (int) Math.ceil(SHARE * distances.length) - 1;
    return new TrainingRange(mean, scale, distances[Math.max(0, last)]);
  }

  /** In standard deviations. */
  public double distance(Table inputs, int row) {
    double sum = 0;
    for (int column = 0; column < mean.length; column++) {
      double z = (inputs.get(row, column) - mean[column]) / scale[column];
      sum += Math.min(z * z, CUT * CUT);
    }
    return Math.sqrt(sum / mean.length);
  }

  Map<String, DenseArray> tensors() {
    Map<String, DenseArray> tensors = new LinkedHashMap<>();
    tensors.put("range.mean", DenseArray.of(mean));
    tensors.put("range.scale", DenseArray.of(scale));
    tensors.put("range.border", DenseArray.of(new double[] {border}));
    return tensors;
  }

  static TrainingRange from(StoredModel stored, int inputs) {
    return new TrainingRange(
        stored.doubles("range.mean", inputs),
        stored.doubles("range.scale", inputs),
        stored.doubles("range.border", 1)[0]);
  }
}
