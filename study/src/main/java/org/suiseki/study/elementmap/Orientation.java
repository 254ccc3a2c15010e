package org.suiseki.study.elementmap;

/**
 * How a sheet is turned for people: a map knows no up and left, so the way is taken in which
 * periods go down and groups to the right as far as they do. It changes no number.
 *
 * @param transposed whether rows and columns change places first, as only a square allows
 * @param upsideDown whether the last row is drawn first
 * @param mirrored whether the last column is drawn first
 */
record Orientation(boolean transposed, boolean upsideDown, boolean mirrored) {

  /**
   * The best of all.
   *
   * @param nodes of the elements, row by row
   */
  static Orientation of(int[] nodes, int rows, int columns, KnownTable table) {
    Orientation best = new Orientation(false, false, false);
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < (rows == columns ? 8 : 4); k++) {
      Orientation one = new Orientation((k & 4) != 0, (k & 2) != 0, (k & 1) != 0);
      double fit = 0;
      for (int i = 0; i < nodes.length; i++) {
        int[] at = one.place(nodes[i], rows, columns);
        fit += (at[0] - rows / 2.0) * (table.period()[i] - 4) / 2;
        if (!Double.isNaN(table.group()[i])) {
          fit += (at[1] - columns / 2.0) * (table.group()[i] - 9.5) / 9;
        }
      }
      if (fit > most) {
        most = fit;
        best = one;
      }
    }
    return best;
  }

  /** Row and column, from 1. */
  int[] place(int node, int rows, int columns) {
    int row = transposed ? node % columns : node / columns;
    int column = transposed ? node / columns : node % columns;
    return new int[] {
      (upsideDown ? rows - 1 - row : row) + 1, (mirrored ? columns - 1 - column : column) + 1
    };
  }
}
