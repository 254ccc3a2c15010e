package org.suiseki.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers in rows and named, unit-carrying columns, stored row by row. A value that is missing is
 * {@code NaN}.
 *
 * <p>The array is handed over, not copied: neither side changes it afterwards.
 */
public record Table(List<Column> columns, int rows, double[] values) {

  public Table {
    columns = List.copyOf(columns);
    if (values.length != (long) rows * columns.size()) {
      throw new LearnException(
          "A table of "
              + rows
              + " rows and "
              + columns.size()
              + " columns got "
              + values.length
              + " values.",
          "Give rows × columns values.");
    }
  }

  public static Table of(List<Column> columns, double[][] rows) {
    double[] values = new double[rows.length * columns.size()];
    for (int row = 0; row < rows.length; row++) {
      if (rows[row].length != columns.size()) {
        throw new LearnException(
            "Row "
                + row
                + " has "
                + rows[row].length
                + " values for "
                + columns.size()
                + " columns.",
            "Give one value a column; a missing one is NaN.");
      }
      System.arraycopy(rows[row], 0, values, row * columns.size(), columns.size());
    }
    return new Table(columns, rows.length, values);
  }

  public int width() {
    return columns.size();
  }

  public double get(int row, int column) {
    return values[row * columns.size() + column];
  }

  /** A copy of one row. */
  public double[] row(int row) {
    int width = columns.size();
    return Arrays.copyOfRange(values, row * width, (row + 1) * width);
  }

  /** A copy of one column. */
  public double[] column(int column) {
    double[] result = new double[rows];
    for (int row = 0; row < rows; row++) {
      result[row] = get(row, column);
    }
    return result;
  }

  /** The place of a column by name. */
  public int indexOf(String name) {
    for (int column = 0; column < columns.size(); column++) {
      if (columns.get(column).name().equals(name)) {
        return column;
      }
    }
    throw new LearnException(
        "There is no column '" + name + "'.",
        "The columns are " + columns.stream().map(Column::name).toList() + ".");
  }

  public Table selectRows(int... chosen) {
    int width = columns.size();
    double[] result = new double[chosen.length * width];
    for (int row = 0; row < chosen.length; row++) {
      System.arraycopy(values, chosen[row] * width, result, row * width, width);
    }
    return new Table(columns, chosen.length, result);
  }

  public Table selectColumns(int... chosen) {
    List<Column> names = new ArrayList<>();
    for (int column : chosen) {
      names.add(columns.get(column));
    }
    double[] result = new double[rows * chosen.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < chosen.length; column++) {
        result[row * chosen.length + column] = get(row, chosen[column]);
      }
    }
    return new Table(names, rows, result);
  }

  /** This table with the columns of {@code other} to its right; both have the same rows. */
  public Table beside(Table other) {
    if (other.rows != rows) {
      throw new LearnException(
          "Tables of " + rows + " and " + other.rows + " rows cannot stand side by side.",
          "Give both the same rows in the same order.");
    }
    List<Column> names = new ArrayList<>(columns);
    names.addAll(other.columns);
    int left = columns.size();
    int right = other.columns.size();
    double[] result = new double[rows * (left + right)];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(values, row * left, result, row * (left + right), left);
      System.arraycopy(other.values, row * right, result, row * (left + right) + left, right);
    }
    return new Table(names, rows, result);
  }
}
