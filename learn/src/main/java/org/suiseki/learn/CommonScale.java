package org.suiseki.learn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Centres each column and divides all by one number: the root mean square of what is left over all
 * columns and the rows it was learned from. Columns keep their relative size, so the background of
 * a pattern stays as quiet as it is; for inputs of different kinds {@link Standardiser} is the one
 * to use.
 *
 * @param columns what it was learned from, in order
 * @param mean one for each column, in its unit
 * @param scale what all are divided by, above 0; 1 where the rows are the same within rounding
 */
public record CommonScale(List<Column> columns, double[] mean, double scale) {

  private static final String MEAN = "input-mean";
  private static final String SCALE = "input-scale";

  /**
   * @throws LearnException where there is not one finite mean for a column, or the scale is not
   *     above 0
   */
  public CommonScale {
    columns = List.copyOf(columns);
    if (mean.length != columns.size()) {
      throw new LearnException(
          mean.length + " means for " + columns.size() + " columns.", "Give one for each.");
    }
    boolean finite = scale > 0 && scale < Double.POSITIVE_INFINITY;
    for (double value : mean) {
      finite &= Double.isFinite(value);
    }
    if (!finite) {
      throw new LearnException(
          "A scaling has a mean that is not finite, or the scale " + scale + ".",
          "Give finite means and a scale above 0; a stored model is damaged: get it anew.");
    }
  }

  /**
   * Learns from the given rows only.
   *
   * @throws LearnException for no rows, or a value in them that is missing or infinite; it names
   *     the row and the column
   */
  public static CommonScale of(Table table, int[] rows) {
    if (rows.length == 0 || table.width() == 0) {
      throw new LearnException(
          "A scaling got " + rows.length + " rows of " + table.width() + " columns.",
          "Give at least one of each.");
    }
    Columns.requireFinite(table, rows);
    int width = table.width();
    double[] mean = mean(table, rows);
    double squares = 0;
    double largest = 0;
    for (int row : rows) {
      for (int column = 0; column < width; column++) {
        double value = table.values()[row * width + column];
        double centred = value - mean[column];
        squares += centred * centred;
        largest = Math.max(largest, Math.abs(value));
      }
    }
    double scale = Math.sqrt(squares / ((double) rows.length * width));
    // What the rounding of a mean of equal values may leave.
    boolean constant = scale <= rows.length * Math.ulp(largest);
    return new CommonScale(table.columns(), mean, constant ? 1 : scale);
  }

  private static double[] mean(Table table, int[] rows) {
    double[] mean = new double[table.width()];
    for (int row : rows) {
      for (int column = 0; column < mean.length; column++) {
        mean[column] += table.values()[row * mean.length + column];
      }
    }
    for (int column = 0; column < mean.length; column++) {
      mean[column] /= rows.length;
    }
    return mean;
  }

  /**
   * The scaled values, rows × columns one after the other, without a unit.
   *
   * @throws LearnException where columns differ or a value is missing or infinite
   */
  public double[] apply(Table rows) {
    Columns.require(columns, rows);
    Columns.requireFinite(rows, IntStream.range(0, rows.rows()).toArray());
    double[] values = rows.values().clone();
    for (int from = 0; from < values.length; from += mean.length) {
      for (int column = 0; column < mean.length; column++) {
        values[from + column] = (values[from + column] - mean[column]) / scale;
      }
    }
    return values;
  }

  /** Back to the units of the columns from any number of rows, one after the other. */
  public Table restore(double[] scaled) {
    if (scaled.length % mean.length != 0) {
      throw new LearnException(
          scaled.length + " values are not whole rows of " + mean.length + " columns.",
          "Give rows × columns values.");
    }
    double[] values = scaled.clone();
    for (int from = 0; from < values.length; from += mean.length) {
      for (int column = 0; column < mean.length; column++) {
        values[from + column] = values[from + column] * scale + mean[column];
      }
    }
    return new Table(columns, values.length / mean.length, values);
  }

  /**
   * As plain data for a {@link StoredModel}: {@code input-mean} (columns, F64) and {@code
   * input-scale} (1, F64).
   */
  public Map<String, DenseArray> tensors() {
    Map<String, DenseArray> tensors = new LinkedHashMap<>();
    tensors.put(MEAN, DenseArray.of(mean));
    tensors.put(SCALE, DenseArray.of(new double[] {scale}));
    return tensors;
  }

  /** What {@link #tensors()} stored, for the inputs of the model. */
  public static CommonScale from(StoredModel stored) {
    List<Column> inputs = stored.inputs();
    return new CommonScale(
        inputs, stored.doubles(MEAN, inputs.size()), stored.doubles(SCALE, 1)[0]);
  }
}
