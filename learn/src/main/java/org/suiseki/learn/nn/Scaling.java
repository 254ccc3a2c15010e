package org.suiseki.learn.nn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.suiseki.learn.Column;
import org.suiseki.learn.Table;

/**
 * Mean and scale of each column over some rows. Columns of one unit are commensurable: none of them
 * is stretched more than fifty times as much as the widest, so that the empty edge of a spectrum
 * does not become noise of unit size.
 */
record Scaling(float[] mean, float[] scale) {
  private static final double LARGEST_STRETCH = 50;

  /** The scaling of inputs. */
  static Scaling of(Table table, int[] rows) {
    return of(table, rows, LARGEST_STRETCH);
  }

  /** The scaling of targets: each has unit deviation, whatever its unit. */
  static Scaling ofTargets(Table table, int[] rows) {
    return of(table, rows, Double.POSITIVE_INFINITY);
  }

  private static Scaling of(Table table, int[] rows, double largestStretch) {
    int width = table.width();
    double[] mean = new double[width];
    double[] scale = new double[width];
    for (int column = 0; column < width; column++) {
      double sum = 0;
      int known = 0;
      for (int row : rows) {
        double value = table.get(row, column);
        if (!Double.isNaN(value)) {
          sum += value;
          known++;
        }
      }
      mean[column] = known == 0 ? 0 : sum / known;
      double squares = 0;
      for (int row : rows) {
        double value = table.get(row, column);
        if (!Double.isNaN(value)) {
          squares += (value - mean[column]) * (value - mean[column]);
        }
      }
      scale[column] = known == 0 ? 0 : Math.sqrt(squares / known);
    }
    widen(table.columns(), scale, largestStretch);
    return new Scaling(floats(mean), floats(scale));
  }

  private static void widen(List<Column> columns, double[] scale, double largestStretch) {
    Map<String, Double> widest = new HashMap<>();
    for (int column = 0; column < scale.length; column++) {
      widest.merge(columns.get(column).unit(), scale[column], Math::max);
    }
    for (int column = 0; column < scale.length; column++) {
      double floor = widest.getOrDefault(columns.get(column).unit(), 0.0) / largestStretch;
      scale[column] = Math.max(scale[column], floor);
      if (scale[column] == 0) {
        scale[column] = 1;
      }
    }
  }

  private static float[] floats(double[] values) {
    float[] result = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = (float) values[i];
    }
    return result;
  }
}
