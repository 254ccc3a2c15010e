package org.suiseki.describe.composition;

import java.util.Arrays;
import org.suiseki.describe.DescribeException;

/**
 * The mixture of columns aⱼ that is nearest to a target b: min ‖Σ wⱼ aⱼ − b‖ over w ≥ 0 with Σ w =
 * 1, a quadratic program.
 *
 * <p>It is the point of the convex hull of the aⱼ − b that is nearest to 0, and that is found by
 * least squares with nonnegative amounts: with u minimising ‖Σ uⱼ (aⱼ − b)‖² + s² (Σ uⱼ − 1)², w =
 * u/Σu is the exact solution for any s &gt; 0 (for a fixed w the best Σ u gives s²q/(s² + q), which
 * grows with q = ‖Σ wⱼ aⱼ − b‖²). Solved with the active set of Lawson and Hanson (Solving Least
 * Squares Problems, 1974, chapter 23) on orthogonalised columns, never on squared ones, so that
 * elements as alike as two lanthanides are still told apart.
 *
 * <p>Cost: O(rows · columns) for each step and O(rows · k²) for k columns in the mixture; as many
 * steps as there are columns in it, as a rule. The learn room's nonnegative least squares works on
 * normal equations and fixes no sum; use that for many targets and well separated columns.
 */
final class NearestMixture {
  /** Below, a fraction is rounding. */
  private static final double SMALLEST = 1e-9;

  private final double[][] columns;
  private final int rows;

  /**
   * @param columns of the same length; not copied
   */
  NearestMixture(double[][] columns) {
    this.columns = columns;
    this.rows = columns[0].length;
  }

  /**
   * @throws DescribeException where a number of the target or of the columns is not finite
   */
  double[] nearest(double[] target) {
    double[][] shifted = shifted(target);
    double[] goal = new double[rows + 1];
    goal[rows] = shifted[0][rows];
    double[] amounts = new double[columns.length];
    boolean[] passive = new boolean[columns.length];
    boolean[] refused = new boolean[columns.length];
    double[] residual = goal.clone();
    double tolerance = 1e-14 * goal[rows] * goal[rows];
    for (int step = 0; step < 30 * columns.length; step++) {
      int entering = steepest(shifted, residual, passive, refused, tolerance);
      if (entering < 0) {
        break;
      }
      passive[entering] = true;
      double[] before = amounts.clone();
      amounts = settled(shifted, goal, amounts, passive);
      // Rounding can throw out at once what just came in; it must not come in again and again.
      Arrays.fill(refused, false);
      refused[entering] = !passive[entering] && Arrays.equals(before, amounts);
      residual = residual(shifted, goal, amounts);
    }
    return fractions(amounts);
  }

  /** The columns less the target, and s below each. */
  private double[][] shifted(double[] target) {
    double[][] shifted = new double[columns.length][rows + 1];
    double largest = 0;
    for (int j = 0; j < columns.length; j++) {
      double squares = 0;
      for (int i = 0; i < rows; i++) {
        shifted[j][i] = columns[j][i] - target[i];
        squares += shifted[j][i] * shifted[j][i];
      }
      if (!Double.isFinite(squares)) {
        throw new DescribeException(
            "A number of the kernel mean, or of the table's elements, is missing.",
            "Give finite numbers only, and use missing=impute or a complete element table.");
      }
      largest = Math.max(largest, Math.sqrt(squares));
    }
    for (double[] column : shifted) {
      column[rows] = largest > 0 ? largest : 1;
    }
    return shifted;
  }

  private static int steepest(
      double[][] shifted, double[] residual, boolean[] passive, boolean[] refused, double least) {
    int best = -1;
    double most = least;
    for (int j = 0; j < shifted.length; j++) {
      if (!passive[j] && !refused[j]) {
        double slope = dot(shifted[j], residual);
        if (slope > most) {
          most = slope;
          best = j;
        }
      }
    }
    return best;
  }

  /** Moves towards the least squares of the passive columns, leaving those that reach 0. */
  private static double[] settled(
      double[][] shifted, double[] goal, double[] start, boolean[] passive) {
    double[] amounts = start.clone();
    while (true) {
      double[] wish = leastSquares(shifted, goal, passive);
      double share = 1;
      for (int j = 0; j < wish.length; j++) {
        if (passive[j] && wish[j] <= 0) {
          share = Math.min(share, reach(amounts[j], wish[j]));
        }
      }
      boolean done = true;
      for (int j = 0; j < wish.length; j++) {
        if (passive[j]) {
          boolean leaves = wish[j] <= 0 && reach(amounts[j], wish[j]) <= share;
          amounts[j] = leaves ? 0 : amounts[j] + share * (wish[j] - amounts[j]);
          passive[j] = !leaves;
          done &= !leaves;
        }
      }
      if (done) {
        return amounts;
      }
    }
  }

  /** How far an amount can go towards one that is not positive until it is 0. */
  private static double reach(double amount, double wish) {
    return amount > 0 ? amount / (amount - wish) : 0;
  }

  /** By Gram and Schmidt, each column made orthogonal twice; a dependent column gets nothing. */
  private static double[] leastSquares(double[][] shifted, double[] goal, boolean[] passive) {
    int count = 0;
    int[] members = new int[passive.length];
    for (int j = 0; j < passive.length; j++) {
      if (passive[j]) {
        members[count++] = j;
      }
    }
    double[][] basis = new double[count][];
    double[][] upper = new double[count][count];
    double[] right = new double[count];
    for (int k = 0; k < count; k++) {
      double[] column = shifted[members[k]].clone();
      double length = Math.sqrt(dot(column, column));
      for (int round = 0; round < 2; round++) {
        for (int l = 0; l < k; l++) {
          double part = dot(basis[l], column);
          upper[l][k] += part;
          subtract(column, part, basis[l]);
        }
      }
      upper[k][k] = Math.sqrt(dot(column, column));
      boolean dependent = upper[k][k] <= 1e-13 * length;
      upper[k][k] = dependent ? Double.POSITIVE_INFINITY : upper[k][k];
      for (int i = 0; i < column.length; i++) {
        column[i] = dependent ? 0 : column[i] / upper[k][k];
      }
      basis[k] = column;
      right[k] = dot(column, goal);
    }
    return backSubstituted(upper, right, members, passive.length);
  }

  private static double[] backSubstituted(
      double[][] upper, double[] right, int[] members, int size) {
    double[] result = new double[size];
    for (int k = right.length - 1; k >= 0; k--) {
      double sum = right[k];
      for (int l = k + 1; l < right.length; l++) {
        sum -= upper[k][l] * result[members[l]];
      }
      result[members[k]] = sum / upper[k][k];
    }
    return result;
  }

  private static double[] residual(double[][] shifted, double[] goal, double[] amounts) {
    double[] residual = goal.clone();
    for (int j = 0; j < amounts.length; j++) {
      if (amounts[j] > 0) {
        subtract(residual, amounts[j], shifted[j]);
      }
    }
    return residual;
  }

  private static double[] fractions(double[] amounts) {
    double total = Arrays.stream(amounts).sum();
    double kept = 0;
    for (int j = 0; j < amounts.length; j++) {
      amounts[j] = amounts[j] < SMALLEST * total ? 0 : amounts[j];
      kept += amounts[j];
    }
    for (int j = 0; j < amounts.length; j++) {
      amounts[j] /= kept;
    }
    return amounts;
  }

  private static void subtract(double[] from, double factor, double[] what) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= factor * what[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
