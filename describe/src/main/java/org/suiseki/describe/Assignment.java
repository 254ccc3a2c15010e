package org.suiseki.describe;

import java.util.Arrays;

/**
 * Gives each row of a square table one column of its own so that the sum of the chosen costs is the
 * least: the Hungarian method in the form of shortest augmenting paths (Jonker, Volgenant,
 * Computing 38, 325 (1987), doi 10.1007/BF02278710). Cost: O(n³). A workspace, not for several
 * threads.
 */
public final class Assignment {
  private double[] rowPotential = {};
  private double[] columnPotential = {};
  private double[] shortest = {};
  private int[] rowOfColumn = {};
  private int[] before = {};
  private boolean[] reached = {};

  /**
   * @param cost of row i and column j at {@code i n + j}
   * @param columns takes the column of each row
   */
  public void solve(double[] cost, int n, int[] columns) {
    reserve(n);
    Arrays.fill(rowPotential, 0);
    Arrays.fill(columnPotential, 0);
    Arrays.fill(rowOfColumn, 0);
    for (int row = 1; row <= n; row++) {
      augment(row, cost, n);
    }
    for (int column = 1; column <= n; column++) {
      columns[rowOfColumn[column] - 1] = column - 1;
    }
  }

  /** Rows and columns count from 1; column 0 stands for the row that is to be placed. */
  private void augment(int row, double[] cost, int n) {
    Arrays.fill(shortest, Double.POSITIVE_INFINITY);
    Arrays.fill(reached, false);
    rowOfColumn[0] = row;
    int column = 0;
    while (rowOfColumn[column] != 0) {
      column = extend(column, cost, n);
    }
    while (column != 0) {
      int previous = before[column];
      rowOfColumn[column] = rowOfColumn[previous];
      column = previous;
    }
  }

  /** Adds the nearest column that is not reached yet. */
  private int extend(int from, double[] cost, int n) {
    reached[from] = true;
    int row = rowOfColumn[from];
    double least = Double.POSITIVE_INFINITY;
    int nearest = 0;
    for (int j = 1; j <= n; j++) {
      if (!reached[j]) {
        double reduced = cost[(row - 1) * n + j - 1] - rowPotential[row] - columnPotential[j];
        if (reduced < shortest[j]) {
          shortest[j] = reduced;
          before[j] = from;
        }
        if (shortest[j] < least) {
          least = shortest[j];
          nearest = j;
        }
      }
    }
    for (int j = 0; j <= n; j++) {
      if (reached[j]) {
        rowPotential[rowOfColumn[j]] += least;
        columnPotential[j] -= least;
      } else {
        shortest[j] -= least;
      }
    }
    return nearest;
  }

  private void reserve(int n) {
    if (rowPotential.length <= n) {
      rowPotential = new double[n + 1];
      columnPotential = new double[n + 1];
      shortest = new double[n + 1];
      rowOfColumn = new int[n + 1];
      before = new int[n + 1];
      reached = new boolean[n + 1];
    }
  }
}
