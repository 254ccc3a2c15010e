package org.suiseki.learn;

import java.util.List;

/**
 * A feature space that was learned: rows of inputs become points of a few coordinates, and points
 * become rows again. Immutable and thread-safe.
 *
 * <p>Coordinates have no unit and no order of their own; two models of the same kind may differ by
 * a rotation, a mirror or more.
 */
public interface LatentModel {

  /** What {@link #encode} reads and {@link #decode} gives back. */
  List<Column> inputs();

  /** How many coordinates a point has. */
  int size();

  /**
   * The point of each row.
   *
   * @param rows with the columns {@link #inputs()}, in that order, without missing values
   * @return rows × {@link #size()}
   */
  double[][] encode(Table rows);

  /**
   * The row that each point stands for.
   *
   * @param points any number × {@link #size()}
   * @return a table of {@link #inputs()}
   */
  Table decode(double[][] points);

  /**
   * ∂ coordinate / ∂ input at each row, in 1 / (unit of the input).
   *
   * @param coordinate from 0 to {@link #size()} − 1
   * @return rows × inputs
   */
  double[][] gradient(Table rows, int coordinate);

  /** The model as plain data; its kind is that of the implementation. */
  StoredModel toStored();

  /** What is left of each row when it has passed through its point. */
  default Table reconstruct(Table rows) {
    return decode(encode(rows));
  }
}
