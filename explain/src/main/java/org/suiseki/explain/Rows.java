package org.suiseki.explain;

/** What methods on rows of numbers ask of them: at least one, of one width, all values finite. */
final class Rows {

  private Rows() {}

  /** The width of sound rows. */
  static int check(double[][] rows) {
    if (rows.length == 0 || rows[0].length == 0) {
      throw new ExplainException(
          "There are no rows, or they have no values.", "Give at least one row of one value.");
    }
    int width = rows[0].length;
    for (int row = 0; row < rows.length; row++) {
      if (rows[row].length != width) {
        throw new ExplainException(
            "Row " + row + " has " + rows[row].length + " values instead of " + width + ".",
            "Give rows of one length.");
      }
      for (int i = 0; i < width; i++) {
        if (!Double.isFinite(rows[row][i])) {
          throw new ExplainException(
              "Row " + row + " has the value " + rows[row][i] + " at place " + i + ".",
              "Leave out rows with missing or infinite values.");
        }
      }
    }
    return width;
  }
}
