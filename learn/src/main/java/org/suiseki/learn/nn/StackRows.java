package org.suiseki.learn.nn;

import java.util.stream.IntStream;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;

/**
 * Scaled rows as the networks of a stack read them, and which of them are for what.
 *
 * @param inputs all rows × width
 * @param targets all rows × outputs, NaN where unknown
 * @param train those with a target at least
 * @param validation likewise
 * @param test all of the split's
 */
record StackRows(
    float[] inputs,
    float[] targets,
    int width,
    int outputs,
    int[] train,
    int[] validation,
    int[] test) {

  static StackRows of(Dataset data, Split split, Scaling inputs, Scaling outputs) {
    return of(scaled(data.inputs(), inputs), data.inputs().width(), data, split, outputs);
  }

  /**
   * @param inputs of all rows, as the networks read them
   */
  static StackRows of(float[] inputs, int width, Dataset data, Split split, Scaling outputs) {
    return new StackRows(
        inputs,
        scaled(data.targets(), outputs),
        width,
        data.targets().width(),
        known(data.targets(), split.train()),
        known(data.targets(), split.validation()),
        split.test());
  }

  static float[] scaled(Table table, Scaling scaling) {
    int width = table.width();
    double[] values = table.values();
    float[] scaled = new float[values.length];
    for (int row = 0; row < table.rows(); row++) {
      for (int column = 0; column < width; column++) {
        int i = row * width + column;
        scaled[i] = (float) ((values[i] - scaling.mean()[column]) / scaling.scale()[column]);
      }
    }
    return scaled;
  }

  /** The rows that have a target. */
  static int[] known(Table targets, int[] rows) {
    return IntStream.of(rows)
        .filter(row ->
            IntStream.range(0, targets.width())
                .anyMatch(column -> !Double.isNaN(targets.get(row, column))))
        .toArray();
  }

  /** Refuses what cannot be trained on. */
  static void require(Dataset data, Split split, int patience) {
    MlpRegressor.requireFinite(data.ids(), data.inputs());
    int train = known(data.targets(), split.train()).length;
    if (train < 2) {
      throw new LearnException(
          "A network got " + train + " training rows with a target.", "Give at least two.");
    }
    if (patience > 0 && known(data.targets(), split.validation()).length == 0) {
      throw new LearnException(
          "Early stopping is on (patience "
              + patience
              + ") but the split has no validation rows with a target.",
          "Set validation rows aside, or set patience to 0.");
    }
  }

  /** Copies the inputs of some rows, one after another. */
  void gather(long[] rows, float[] batch) {
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(inputs, (int) rows[i] * width, batch, i * width, width);
    }
  }
}
