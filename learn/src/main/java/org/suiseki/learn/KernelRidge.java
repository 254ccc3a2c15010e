package org.suiseki.learn;

import java.util.Arrays;

/**
 * Many smooth functions of the same few coordinates at once, by regression with a penalty in the
 * space of a kernel: f(z) = Σ k(z, zᵢ) cᵢ with c = (K + α)⁻¹ X (Saunders, Gammerman and Vovk, Proc.
 * ICML, 515, 1998). Targets are taken to be centred.
 *
 * @param kernel k and the zᵢ
 * @param dual c, points × targets one after the other
 * @param targets how many
 */
record KernelRidge(RadialKernel kernel, double[] dual, int targets) {

  /** From targets, points × targets one after the other. */
  static KernelRidge fit(RadialKernel kernel, double[] x, double penalty) {
    int count = kernel.count();
    int targets = x.length / count;
    CholeskyFactor factor = factor(kernel, penalty);
    double[] dual = new double[x.length];
    double[] column = new double[count];
    for (int target = 0; target < targets; target++) {
      for (int row = 0; row < count; row++) {
        column[row] = x[row * targets + target];
      }
      factor.solve(column);
      for (int row = 0; row < count; row++) {
        dual[row * targets + target] = column[row];
      }
    }
    return new KernelRidge(kernel, dual, targets);
  }

  /**
   * The squared error of predicting each point's targets from all other points. With M = (K + α)⁻¹
   * the residual of a left-out row is (M X)ᵢ / Mᵢᵢ, so that X is only needed as X Xᵀ. O(points³).
   */
  static double leaveOneOut(RadialKernel kernel, double[] gram, double penalty) {
    int count = kernel.count();
    double[] inverse = new double[count * count];
    factor(kernel, penalty).invert(inverse);
    for (int row = 0; row < count; row++) {
      for (int column = 0; column < row; column++) {
        inverse[row * count + column] = inverse[column * count + row];
      }
    }
    double sum = 0;
    double[] product = new double[count];
    for (int row = 0; row < count; row++) {
      Arrays.fill(product, 0);
      for (int other = 0; other < count; other++) {
        double factor = inverse[row * count + other];
        for (int column = 0; column < count; column++) {
          product[column] += factor * gram[other * count + column];
        }
      }
      double own = inverse[row * count + row];
      sum += DotProduct.of(product, 0, inverse, row * count, count) / (own * own);
    }
    return sum;
  }

  /** Adds the targets of a point to {@code result}, which starts at {@code from}. */
  void add(double[] point, double[] result, int from) {
    double[] likeness = new double[kernel.count()];
    kernel.of(point, 0, likeness);
    for (int k = 0; k < likeness.length; k++) {
      double factor = likeness[k];
      int start = k * targets;
      for (int target = 0; target < targets; target++) {
        result[from + target] += factor * dual[start + target];
      }
    }
  }

  private static CholeskyFactor factor(RadialKernel kernel, double penalty) {
    int count = kernel.count();
    CholeskyFactor factor = new CholeskyFactor(count);
    System.arraycopy(kernel.ofAll(), 0, factor.matrix(), 0, count * count);
    for (int row = 0; row < count; row++) {
      factor.matrix()[row * count + row] += penalty;
    }
    if (!factor.factorise()) {
      throw new LearnException(
          "A penalty of " + penalty + " is too small for points that are alike.",
          "Give larger penalties, or leave repeated rows out.");
    }
    return factor;
  }
}
