package org.suiseki.learn;

import java.util.List;
import java.util.stream.IntStream;

/** Checks that numbers are what their reader takes them for. */
public final class Columns {

  private Columns() {}

  /** Refuses a table whose columns are not the expected ones, in order, by name and unit. */
  public static void require(List<Column> expected, Table table) {
    List<Column> actual = table.columns();
    if (actual.equals(expected)) {
      return;
    }
    if (actual.size() != expected.size()) {
      throw new LearnException(
          "The table has " + actual.size() + " columns, expected " + expected.size() + ".",
          "Give the columns that the model was trained on, in the same order.");
    }
    int column = 0;
    while (actual.get(column).equals(expected.get(column))) {
      column++;
    }
    throw new LearnException(
        "Column "
            + (column + 1)
            + " is "
            + actual.get(column)
            + ", expected "
            + expected.get(column)
            + ".",
        "Give the columns that the model was trained on, in the same order and units.");
  }

  /** The table itself, or a refusal where a value is missing or infinite. */
  static Table finite(Table table) {
    requireFinite(table, IntStream.range(0, table.rows()).toArray());
    return table;
  }

  /** Refuses a table with a value that is missing or infinite in any of the rows. */
  public static void requireFinite(Table table, int[] rows) {
    for (int row : rows) {
      for (int column = 0; column < table.width(); column++) {
        if (!Double.isFinite(table.get(row, column))) {
          throw new LearnException(
              "Row "
                  + row
                  + " has "
                  + table.get(row, column)
                  + " for "
                  + table.columns().get(column)
                  + ".",
              "Leave the row out, fill the value in, or use boosted trees, which bear missing"
                  + " inputs.");
        }
      }
    }
  }
}
