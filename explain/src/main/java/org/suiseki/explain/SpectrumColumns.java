package org.suiseki.explain;

import java.util.stream.IntStream;
import org.suiseki.learn.Table;

/**
 * Where a gridded spectrum stands among the columns of a table.
 *
 * <p>The arrays are handed over, not copied.
 *
 * @param columns the column of each grid point, in the order of the axis
 * @param axis the place of each grid point, rising, in {@code unit}; not necessarily uniform
 * @param unit the unit of the axis, such as {@code eV}
 */
public record SpectrumColumns(int[] columns, double[] axis, String unit) {

  public SpectrumColumns {
    if (columns.length != axis.length || axis.length < 2) {
      throw new ExplainException(
          "A spectrum got " + columns.length + " columns for " + axis.length + " grid points.",
          "Give one column for each grid point, and two points or more.");
    }
    for (int point = 1; point < axis.length; point++) {
      if (!(axis[point] > axis[point - 1])) {
        throw new ExplainException(
            "Grid point " + point + " at " + axis[point] + " follows " + axis[point - 1] + ".",
            "Give an axis that rises from point to point.");
      }
    }
  }

  /** A spectrum that fills the first columns of the table. */
  public static SpectrumColumns leading(double[] axis, String unit) {
    return new SpectrumColumns(IntStream.range(0, axis.length).toArray(), axis, unit);
  }

  /** The number of grid points. */
  public int points() {
    return axis.length;
  }

  /** The mean spectrum over the rows, one value for each grid point. */
  public double[] mean(Table rows) {
    double[] mean = new double[columns.length];
    for (int row = 0; row < rows.rows(); row++) {
      for (int point = 0; point < columns.length; point++) {
        mean[point] += rows.get(row, columns[point]) / rows.rows();
      }
    }
    return mean;
  }

  void checkFits(Table rows) {
    for (int column : columns) {
      if (column < 0 || column >= rows.width()) {
        throw new ExplainException(
            "The spectrum claims column " + column + " of a table of " + rows.width() + ".",
            "Count columns from 0 and give the table the spectrum was described for.");
      }
    }
  }
}
