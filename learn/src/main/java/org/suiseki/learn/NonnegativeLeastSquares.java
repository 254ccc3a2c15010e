package org.suiseki.learn;

import java.util.Arrays;

/**
 * The mixture of columns that comes nearest to a target, none of them with a negative amount: min
 * Σᵢ wᵢ (bᵢ − Σⱼ Aᵢⱼ xⱼ)² over x ≥ 0. The active-set method of Lawson and Hanson (Solving Least
 * Squares Problems, 1974, chapter 23) on the normal equations, as Bro and de Jong do it (J.
 * Chemometrics 11, 393, 1997), with a Cholesky factor that grows and shrinks with the set. Columns
 * are scaled to length 1; the solution is then refined once with the residual of the columns
 * themselves, which makes good most of what squaring them loses.
 *
 * <p>The answer is unique where the columns with positive amounts are independent. A column that
 * others explain to one part in 10⁶ of its length is not let in beside them, so of two like columns
 * one gets all. A column whose amount may have either sign (a background) is given twice, once
 * negated.
 *
 * <p>Cost: O(rows · columns²) once for a matrix, O(rows · columns + columns² · steps) for each
 * target, with about as many steps as there are columns with positive amounts. Made for up to some
 * hundreds of columns; for thousands, use a method of gradients.
 *
 * <p>When not to use it: with outliers that are not in the weights, since squares follow them.
 *
 * <p>Immutable and thread-safe.
 */
public final class NonnegativeLeastSquares {

  private final int rows;
  private final int size;

  /** √w · column / length, one column after the other. */
  private final double[] columns;

  private final double[] lengths;

  /** As they were given. */
  private final double[][] plain;

  /** √w, empty where all weights are 1. */
  private final double[] roots;

  private final double[] gram;

  private NonnegativeLeastSquares(int rows, double[][] columns, double[] roots) {
    this.rows = rows;
    this.size = columns.length;
    this.plain = columns;
    this.roots = roots;
    this.columns = new double[rows * size];
    this.lengths = new double[size];
    for (int column = 0; column < size; column++) {
      System.arraycopy(columns[column], 0, this.columns, column * rows, rows);
      weigh(this.columns, column * rows);
      lengths[column] = Math.sqrt(dot(this.columns, column * rows, this.columns, column * rows));
      for (int row = 0; row < rows && lengths[column] > 0; row++) {
        this.columns[column * rows + row] /= lengths[column];
      }
    }
    this.gram = gram();
  }

  /**
   * What was found.
   *
   * @param coefficients the amount of each column, in (unit of the target) / (unit of the column);
   *     none is negative
   * @param positive the columns whose amount is not 0, ascending
   * @param deviation of each positive coefficient, 0 elsewhere, where the weights are the inverse
   *     variances of the targets; with weights that are only relative, multiply by √({@link
   *     #squares} / (rows − positive columns)). It is that of the least squares among the positive
   *     columns and knows nothing of the choice of these
   * @param residual target − mixture, for each row, without weights
   * @param squares Σ w residual²
   * @param gradient Σᵢ Aᵢⱼ wᵢ residualᵢ of each column: 0 within rounding where the amount is
   *     positive, negative or 0 elsewhere (the conditions of Kuhn and Tucker). A column near 0 is
   *     nearly let in
   * @param gap how far {@link #squares} may be above the least possible, 2 |Σ x · gradient|: twice
   *     the duality gap, and 0 but for rounding
   */
  public record Solution(
      double[] coefficients,
      int[] positive,
      double[] deviation,
      double[] residual,
      double squares,
      double[] gradient,
      double gap) {}

  /**
   * Prepares for any number of targets.
   *
   * @param columns one array of all rows for each column; handed over, not copied
   * @throws LearnException where there is no column or row, columns differ in length, or a number
   *     is not finite
   */
  public static NonnegativeLeastSquares of(double[][] columns) {
    int rows = rows(columns);
    return new NonnegativeLeastSquares(rows, columns, new double[0]);
  }

  /**
   * With a weight for each row, such as the inverse variance of a count.
   *
   * @param weights not negative; rows of weight 0 do not count
   */
  public static NonnegativeLeastSquares of(double[][] columns, double[] weights) {
    int rows = rows(columns);
    requireRows(rows, weights, "weights");
    for (int row = 0; row < rows; row++) {
      if (weights[row] < 0) {
        throw new LearnException(
            "The weight of row " + row + " is " + weights[row] + ".",
            "Give weights of 0 or more, such as inverse variances.");
      }
    }
    return new NonnegativeLeastSquares(
        rows, columns, Arrays.stream(weights).map(Math::sqrt).toArray());
  }

  /** How many columns there are. */
  public int size() {
    return size;
  }

  /**
   * The best mixture for one target.
   *
   * @param target one number for each row
   * @throws LearnException where its length is not that of the columns or a number is not finite
   */
  public Solution solve(double[] target) {
    requireRows(rows, target, "values");
    double[] weighed = target.clone();
    weigh(weighed, 0);
    double[] residual = weighed.clone();
    PassiveSet set = new PassiveSet(size, gram);
    settle(set, weighed, residual);
    double[] gradient = products(residual);
    double[] coefficients = new double[size];
    double[] deviation = new double[size];
    double gap = 0;
    for (int column = 0; column < size; column++) {
      gap += set.amount(column) * gradient[column];
      coefficients[column] = unscaled(set, column);
      gradient[column] *= lengths[column];
    }
    int[] positive = set.members();
    double[] variances = set.variances();
    for (int k = 0; k < positive.length; k++) {
      deviation[positive[k]] = Math.sqrt(variances[positive[k]]) / lengths[positive[k]];
    }
    return new Solution(
        coefficients,
        positive,
        deviation,
        without(target, coefficients),
        dot(residual, 0, residual, 0),
        gradient,
        2 * Math.abs(gap));
  }

  /**
   * Only the amounts, for many targets in a row.
   *
   * @param values where the target stands, from {@code from}; finite
   * @param positive receives whether an amount is positive
   */
  void solve(double[] values, int from, double[] coefficients, boolean[] positive) {
    double[] weighed = Arrays.copyOfRange(values, from, from + rows);
    weigh(weighed, 0);
    PassiveSet set = new PassiveSet(size, gram);
    settle(set, weighed, weighed.clone());
    for (int column = 0; column < size; column++) {
      coefficients[column] = unscaled(set, column);
      positive[column] = coefficients[column] > 0;
    }
  }

  private double unscaled(PassiveSet set, int column) {
    return lengths[column] > 0 ? set.amount(column) / lengths[column] : 0;
  }

  /** Two rounds: from nothing, then once more from the true residual of what was found. */
  private void settle(PassiveSet set, double[] target, double[] residual) {
    double tolerance = 16 * Math.ulp(1.0) * Math.sqrt(size * dot(target, 0, target, 0));
    for (int round = 0; round < 2; round++) {
      set.improve(products(residual), tolerance);
      System.arraycopy(target, 0, residual, 0, rows);
      for (int column = 0; column < size; column++) {
        double amount = set.amount(column);
        for (int row = 0; row < rows && amount > 0; row++) {
          residual[row] -= amount * columns[column * rows + row];
        }
      }
    }
  }

  private double[] products(double[] residual) {
    double[] result = new double[size];
    for (int column = 0; column < size; column++) {
      result[column] = dot(columns, column * rows, residual, 0);
    }
    return result;
  }

  private double[] without(double[] target, double[] coefficients) {
    double[] result = target.clone();
    for (int column = 0; column < size; column++) {
      double amount = coefficients[column];
      for (int row = 0; row < rows && amount > 0; row++) {
        result[row] -= amount * plain[column][row];
      }
    }
    return result;
  }

  private double[] gram() {
    double[] result = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        result[i * size + j] = dot(columns, i * rows, columns, j * rows);
        result[j * size + i] = result[i * size + j];
      }
    }
    return result;
  }

  private void weigh(double[] values, int from) {
    for (int row = 0; row < roots.length; row++) {
      values[from + row] *= roots[row];
    }
  }

  /** Four sums side by side, because one alone waits for each addition. */
  private double dot(double[] a, int fromA, double[] b, int fromB) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int row = 0;
    for (; row + 3 < rows; row += 4) {
      s0 += a[fromA + row] * b[fromB + row];
      s1 += a[fromA + row + 1] * b[fromB + row + 1];
      s2 += a[fromA + row + 2] * b[fromB + row + 2];
      s3 += a[fromA + row + 3] * b[fromB + row + 3];
    }
    for (; row < rows; row++) {
      s0 += a[fromA + row] * b[fromB + row];
    }
    return (s0 + s1) + (s2 + s3);
  }

  private static int rows(double[][] columns) {
    if (columns.length == 0 || columns[0].length == 0) {
      throw new LearnException(
          "There is nothing to mix: " + columns.length + " columns.",
          "Give at least one column with at least one row.");
    }
    for (double[] column : columns) {
      requireRows(columns[0].length, column, "rows in a column");
    }
    return columns[0].length;
  }

  private static void requireRows(int rows, double[] values, String what) {
    if (values.length != rows) {
      throw new LearnException(
          values.length + " " + what + " where there are " + rows + " rows.",
          "Give one number for each row.");
    }
    for (int row = 0; row < rows; row++) {
      if (!Double.isFinite(values[row])) {
        throw new LearnException(
            "Row " + row + " has " + values[row] + " among the " + what + ".",
            "Leave the row out, or give it the weight 0 and a finite value.");
      }
    }
  }
}
