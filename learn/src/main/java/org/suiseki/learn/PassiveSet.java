package org.suiseki.learn;

import java.util.Arrays;

/**
 * The state of one non-negative least squares problem in columns of length 1: which columns have
 * positive amounts, and the Cholesky factor of their Gram matrix. Adding a column costs O(set²),
 * taking one out O(set³) at worst. Used by one thread.
 */
final class PassiveSet {

  /** Least squared distance of a column of length 1 from the span of the others. */
  private static final double INDEPENDENT = 1e-12;

  private final int size;
  private final double[] gram;
  private final double[] amounts;
  private final double[] base;
  private final double[] trial;
  private final double[] gradient;
  private final boolean[] barred;

  /** The members, in the order of the rows of the factor. */
  private final int[] order;

  private final boolean[] member;
  private final double[] factor;
  private int count;

  PassiveSet(int size, double[] gram) {
    this.size = size;
    this.gram = gram;
    this.amounts = new double[size];
    this.base = new double[size];
    this.trial = new double[size];
    this.gradient = new double[size];
    this.barred = new boolean[size];
    this.order = new int[size];
    this.member = new boolean[size];
    this.factor = new double[size * size];
  }

  double amount(int column) {
    return amounts[column];
  }

  int[] members() {
    int[] members = Arrays.copyOf(order, count);
    Arrays.sort(members);
    return members;
  }

  /**
   * Goes on to the optimum.
   *
   * @param start the gradient at the present amounts
   * @param tolerance a gradient up to this counts as 0
   */
  void improve(double[] start, double tolerance) {
    System.arraycopy(amounts, 0, base, 0, size);
    if (count > 0) {
      descend(start);
    }
    Arrays.fill(barred, false);
    // Lawson and Hanson end after finitely many steps but name no bound; three times the number of
    // columns is what their own program allows.
    for (int step = 0; step < 3 * size + 10; step++) {
      int entering = steepest(start, tolerance);
      if (entering < 0) {
        return;
      }
      if (enter(entering)) {
        solve(start);
        if (trial[entering] > 0) {
          descend(start);
          Arrays.fill(barred, false);
          continue;
        }
        leave(count - 1);
      }
      barred[entering] = true;
    }
    throw new LearnException(
        "The non-negative least squares did not settle in " + (3 * size + 10) + " steps.",
        "Look for columns that are nearly alike, and leave one of them out.");
  }

  /** The column outside the set that would gain most, or −1. */
  private int steepest(double[] start, double tolerance) {
    gradient(start);
    int best = -1;
    double most = tolerance;
    for (int column = 0; column < size; column++) {
      if (!member[column] && !barred[column] && gradient[column] > most) {
        most = gradient[column];
        best = column;
      }
    }
    return best;
  }

  /** start − G (amounts − base). */
  private void gradient(double[] start) {
    System.arraycopy(start, 0, gradient, 0, size);
    for (int other = 0; other < size; other++) {
      double moved = amounts[other] - base[other];
      for (int column = 0; column < size && moved != 0; column++) {
        gradient[column] -= gram[other * size + column] * moved;
      }
    }
  }

  /** Moves to the least squares within the set, and takes out whatever would become negative. */
  private void descend(double[] start) {
    solve(start);
    while (true) {
      int leaving = -1;
      double part = 1;
      for (int k = 0; k < count; k++) {
        int column = order[k];
        if (trial[column] <= 0) {
          double amount = amounts[column];
          double ratio = amount > 0 ? amount / (amount - trial[column]) : 0;
          if (leaving < 0 || ratio < part) {
            part = ratio;
            leaving = k;
          }
        }
      }
      for (int k = 0; k < count; k++) {
        int column = order[k];
        amounts[column] += part * (trial[column] - amounts[column]);
      }
      if (leaving < 0) {
        return;
      }
      amounts[order[leaving]] = 0;
      leave(leaving);
      solve(start);
    }
  }

  /** The least squares within the set, by its change from the base, into {@link #trial}. */
  private void solve(double[] start) {
    for (int k = 0; k < count; k++) {
      double value = start[order[k]];
      for (int column = 0; column < size; column++) {
        if (!member[column] && base[column] != 0) {
          value += gram[order[k] * size + column] * base[column];
        }
      }
      for (int l = 0; l < k; l++) {
        value -= factor[k * size + l] * trial[order[l]];
      }
      trial[order[k]] = value / factor[k * size + k];
    }
    for (int k = count - 1; k >= 0; k--) {
      double value = trial[order[k]];
      for (int l = k + 1; l < count; l++) {
        value -= factor[l * size + k] * trial[order[l]];
      }
      trial[order[k]] = value / factor[k * size + k];
    }
    for (int k = 0; k < count; k++) {
      trial[order[k]] += base[order[k]];
    }
  }

  private boolean enter(int column) {
    order[count] = column;
    if (!factorise(count)) {
      return false;
    }
    member[column] = true;
    count++;
    return true;
  }

  private void leave(int place) {
    member[order[place]] = false;
    System.arraycopy(order, place + 1, order, place, count - place - 1);
    count--;
    for (int k = place; k < count; k++) {
      if (!factorise(k)) {
        throw new LearnException(
            "Columns of the mixture are alike within rounding.",
            "Leave all but one of the columns that are alike out.");
      }
    }
  }

  /** Row k of the factor from the rows above it; false where the column depends on theirs. */
  private boolean factorise(int k) {
    double rest = gram[order[k] * size + order[k]];
    for (int l = 0; l < k; l++) {
      double value = gram[order[k] * size + order[l]];
      for (int m = 0; m < l; m++) {
        value -= factor[k * size + m] * factor[l * size + m];
      }
      value /= factor[l * size + l];
      factor[k * size + l] = value;
      rest -= value * value;
    }
    factor[k * size + k] = Math.sqrt(Math.max(rest, 0));
    return rest > INDEPENDENT;
  }

  /** The diagonal of the inverse Gram matrix of the members, by column. */
  double[] variances() {
    double[] result = new double[size];
    double[] column = new double[count];
    for (int from = 0; from < count; from++) {
      // A column of L⁻¹; the inverse of L Lᵀ has the sums of squares of these as its diagonal.
      for (int k = from; k < count; k++) {
        double value = k == from ? 1 : 0;
        for (int l = from; l < k; l++) {
          value -= factor[k * size + l] * column[l];
        }
        column[k] = value / factor[k * size + k];
        result[order[from]] += column[k] * column[k];
      }
    }
    return result;
  }
}
