package org.suiseki.learn;

import java.util.Arrays;

/**
 * The state of a non-negative factorisation X ≈ W H while it is being improved. Used by one thread.
 */
final class Factorisation {

  /** A side is repeated until a round moves it by less than this part of the first round. */
  private static final double SETTLED = 0.1;

  private static final int MOST_ROUNDS = 30;

  private final double[] x;
  private final int count;
  private final int width;
  private final int size;
  private final double squares;

  /** Wᵀ, size × rows. */
  private final double[][] amounts;

  /** H, size × inputs. */
  private final double[][] parts;

  /** Starts with nothing in it. */
  Factorisation(double[] x, int count, int width, int size) {
    this.x = x;
    this.count = count;
    this.width = width;
    this.size = size;
    this.squares = DotProduct.of(x, 0, x, 0, x.length);
    this.amounts = new double[size][count];
    this.parts = new double[size][width];
  }

  double[][] amounts() {
    return amounts;
  }

  double[][] parts() {
    return parts;
  }

  /** One iteration on both sides; ‖X − W H‖² after it. */
  double improve() {
    // What one product with X costs, in rounds of a side.
    settle(amounts, byRows(), gram(parts), 1 + width / (2 * size));
    double[][] products = byInputs();
    double[][] gram = gram(amounts);
    settle(parts, products, gram, 1 + count / (2 * size));
    double mixed = 0;
    double[][] own = gram(parts);
    for (int k = 0; k < size; k++) {
      mixed -= 2 * DotProduct.of(products[k], 0, parts[k], 0, width);
      mixed += DotProduct.of(gram[k], 0, own[k], 0, size);
    }
    return Math.max(0, squares + mixed);
  }

  /** Each row of a side in turn to its best, the others held. */
  private void settle(double[][] side, double[][] products, double[][] gram, int rounds) {
    double first = 0;
    double[] change = new double[side[0].length];
    for (int round = 0; round < Math.min(rounds, MOST_ROUNDS); round++) {
      double moved = 0;
      for (int k = 0; k < size; k++) {
        if (gram[k][k] > 0) {
          moved += step(side, k, products[k], gram[k], change);
        }
      }
      first = round == 0 ? moved : first;
      if (moved <= SETTLED * SETTLED * first) {
        return;
      }
    }
  }

  private double step(double[][] side, int k, double[] product, double[] gram, double[] change) {
    System.arraycopy(product, 0, change, 0, change.length);
    for (int other = 0; other < size; other++) {
      double factor = gram[other];
      double[] row = side[other];
      for (int i = 0; i < change.length; i++) {
        change[i] -= factor * row[i];
      }
    }
    double[] row = side[k];
    double moved = 0;
    for (int i = 0; i < change.length; i++) {
      double next = Math.max(0, row[i] + change[i] / gram[k]);
      moved += (next - row[i]) * (next - row[i]);
      row[i] = next;
    }
    return moved;
  }

  /** H Xᵀ, size × rows. */
  private double[][] byRows() {
    double[][] result = new double[size][count];
    for (int row = 0; row < count; row++) {
      for (int k = 0; k < size; k++) {
        result[k][row] = DotProduct.of(parts[k], 0, x, row * width, width);
      }
    }
    return result;
  }

  /** Wᵀ X, size × inputs. */
  private double[][] byInputs() {
    double[][] result = new double[size][width];
    for (int row = 0; row < count; row++) {
      int from = row * width;
      for (int k = 0; k < size; k++) {
        double amount = amounts[k][row];
        double[] sum = result[k];
        for (int input = 0; input < width && amount > 0; input++) {
          sum[input] += amount * x[from + input];
        }
      }
    }
    return result;
  }

  private static double[][] gram(double[][] side) {
    double[][] gram = new double[side.length][side.length];
    for (int k = 0; k < side.length; k++) {
      double[] row = side[k];
      Arrays.setAll(gram[k], other -> DotProduct.of(row, 0, side[other], 0, row.length));
    }
    return gram;
  }
}
