package org.suiseki.learn.nn;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.suiseki.learn.CommonScale;
import org.suiseki.learn.PrincipalDirections;
import org.suiseki.learn.Table;

/**
 * Scaled rows as an autoencoder sees them in training.
 *
 * <p>Dense layers read and write rows in the principal directions of the training rows. Nothing is
 * lost by it: the gradient of the first layer lies in the span of what it read, and that of the
 * last in the span of its errors, so weights outside would only keep what chance gave them. It is
 * ten times less work where there are 150 rows of 1,500 points. Afterwards the directions are
 * multiplied into both layers. Noise on the inputs, being equal in all directions, stays what it
 * is.
 *
 * @param values count × width
 * @param slopes what each row gains when its pattern moves by one point of the axis, count × width
 * @param directions width × inputs, orthonormal; empty where rows are the scaled inputs themselves
 */
record TrainingRows(float[] values, float[] slopes, int count, int width, float[] directions) {
  /** Directions are found from as many rows at most, drawn by the seed. */
  private static final int ROWS = 400;

  /** Directions used at most; the others are noise. */
  private static final int WIDEST = 256;

  static TrainingRows of(
      Encoding encoding, CommonScale scale, Table rows, int[] train, boolean moved, long seed) {
    double[] scaled = scale.apply(rows);
    int inputs = rows.width();
    float[] values = MlpRegressor.floats(scaled);
    float[] slopes = moved ? slopes(values, inputs) : new float[0];
    return switch (encoding) {
      case CONVOLUTIONAL ->
          new TrainingRows(values, slopes, rows.rows(), inputs, new float[0]);
      case DENSE -> {
        Table table = new Table(rows.columns(), rows.rows(), scaled);
        float[] directions = directions(table, train, seed);
        int width = directions.length / inputs;
        yield new TrainingRows(
            projected(values, inputs, directions),
            projected(slopes, inputs, directions),
            rows.rows(),
            width,
            directions);
      }
    };
  }

  private static float[] directions(Table scaled, int[] train, long seed) {
    int[] chosen = train.clone();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < Math.min(ROWS, chosen.length) && chosen.length > ROWS; i++) {
      int j = i + random.nextInt(chosen.length - i);
      int swapped = chosen[i];
      chosen[i] = chosen[j];
      chosen[j] = swapped;
    }
    Table table = scaled.selectRows(Arrays.copyOf(chosen, Math.min(ROWS, chosen.length)));
    PrincipalDirections found = PrincipalDirections.of(table);
    int inputs = scaled.width();
    // Where all rows are the same there is no direction; any one will do.
    int rank = Math.max(1, Math.min(WIDEST, found.rank()));
    float[] directions = new float[rank * inputs];
    for (int k = 0; k < Math.min(rank, found.rank()); k++) {
      float[] one = MlpRegressor.floats(found.direction(k));
      System.arraycopy(one, 0, directions, k * inputs, inputs);
    }
    if (found.rank() == 0) {
      directions[0] = 1;
    }
    return directions;
  }

  private static float[] projected(float[] values, int inputs, float[] directions) {
    if (values.length == 0) {
      return values;
    }
    try (PointerScope scope = new PointerScope()) {
      Tensor rows = Torch.floats(values, values.length / inputs, inputs);
      Tensor basis = Torch.floats(directions, directions.length / inputs, inputs);
      return Torch.read(rows.matmul(basis.t()));
    }
  }

  /** Central differences; a pattern that moves to the right by s becomes x − s x′. */
  private static float[] slopes(float[] values, int inputs) {
    float[] slopes = new float[values.length];
    for (int from = 0; from < values.length; from += inputs) {
      for (int i = 1; i + 1 < inputs; i++) {
        slopes[from + i] = (values[from + i - 1] - values[from + i + 1]) / 2;
      }
    }
    return slopes;
  }

  /** The numbers of a trained network for the scaled inputs themselves. */
  CoderShape.Arrays unfolded(CoderShape.Arrays trained, int inputs) {
    if (directions.length == 0) {
      return trained;
    }
    int last = trained.weights().length - 1;
    float[][] weights = trained.weights().clone();
    float[][] biases = trained.biases().clone();
    try (PointerScope scope = new PointerScope()) {
      Tensor basis = Torch.floats(directions, width, inputs);
      Tensor first = Torch.floats(weights[0], width, weights[0].length / width);
      weights[0] = Torch.read(basis.t().matmul(first));
      Tensor back = Torch.floats(weights[last], weights[last].length / width, width);
      weights[last] = Torch.read(back.matmul(basis));
      biases[last] = Torch.read(Torch.floats(biases[last], 1, width).matmul(basis));
    }
    return new CoderShape.Arrays(weights, biases);
  }
}
