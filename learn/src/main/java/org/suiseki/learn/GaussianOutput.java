package org.suiseki.learn;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One output of a {@link GaussianProcessModel}: a process on standardised inputs and targets with
 * its covariance factorised. Immutable and thread-safe.
 */
final class GaussianOutput {

  private final int[] rows;
  private final double[][] columns;
  private final double[] target;
  private final double mean;
  private final double unit;
  private final Covariance covariance;
  private final CholeskyFactor factor;
  private final double[] alpha;

  /**
   * Factorises the covariance, in O(rows³ / 6).
   *
   * @param rows which of the training rows have this target
   * @param columns inputs × rows, standardised
   * @param target standardised
   * @param mean what was taken off the target, in its unit
   * @param unit what it was divided by, in its unit
   */
  GaussianOutput(
      int[] rows,
      double[][] columns,
      double[] target,
      double mean,
      double unit,
      Covariance covariance) {
    this.rows = rows;
    this.columns = columns;
    this.target = target;
    this.mean = mean;
    this.unit = unit;
    this.covariance = covariance;
    this.factor = new CholeskyFactor(target.length);
    covariance.ofAll(columns, factor.matrix(), new double[target.length * target.length]);
    if (!factor.factorise()) {
      throw new LearnException(
          "The covariance of a Gaussian process is singular.",
          "Give inputs without extreme values; a stored model is damaged: get it anew.");
    }
    this.alpha = target.clone();
    factor.solve(alpha);
  }

  /** Inputs × rows from some rows of a table. */
  static double[][] columns(Table table, int[] rows) {
    double[][] columns = new double[table.width()][];
    Arrays.setAll(columns, input -> Metrics.pick(table.column(input), rows));
    return columns;
  }

  int[] rows() {
    return rows;
  }

  double[] target() {
    return target;
  }

  double mean() {
    return mean;
  }

  double unit() {
    return unit;
  }

  Covariance covariance() {
    return covariance;
  }

  /** ln p(targets | inputs, hyperparameters), of standardised targets. */
  double logLikelihood() {
    double fit = DotProduct.of(target, 0, alpha, 0, target.length);
    return -0.5 * (fit + factor.logDeterminant() + target.length * Math.log(2 * Math.PI));
  }

  /** Puts the mean and the deviation of a new observation at x into one row of the results. */
  void predict(double[] x, int output, double[] means, double[] deviations) {
    double[] likeness = likeness(x);
    means[output] = mean + unit * DotProduct.of(likeness, 0, alpha, 0, alpha.length);
    factor.forward(likeness);
    double known = DotProduct.of(likeness, 0, likeness, 0, likeness.length);
    // Rounding may take more than there is of what is certain but for the noise.
    double variance = Math.max(covariance.ofOne(x) - known, covariance.noise());
    deviations[output] = unit * Math.sqrt(variance);
  }

  /** Covariances with the training rows, noise-free. */
  double[] likeness(double[] x) {
    double[] likeness = new double[alpha.length];
    covariance.of(x, columns, 0, likeness, new double[alpha.length], 0);
    return likeness;
  }

  /** ∂ mean / ∂ standardised input, in the unit of the target. */
  double[] gradient(double[] x) {
    double[] falls = new double[alpha.length];
    covariance.of(x, columns, 0, new double[alpha.length], falls, 0);
    double[] gradient = new double[x.length];
    for (int input = 0; input < x.length; input++) {
      double length = covariance.lengths()[input];
      double[] column = columns[input];
      double sum = 0;
      for (int k = 0; k < alpha.length; k++) {
        double slope = falls[k] * (column[k] - x[input]) / (length * length);
        sum += alpha[k] * (slope + covariance.trend() * column[k]);
      }
      gradient[input] = unit * sum;
    }
    return gradient;
  }

  /**
   * What is said of each training row by the rows of the other groups: with Q = K⁻¹, the mean y −
   * Q_GG⁻¹ (Q y)_G and the covariance Q_GG⁻¹, which for a single row is eq. 5.12 of Rasmussen and
   * Williams. O(rows³ / 3).
   *
   * @param groups a number for each of all training rows, from 0
   * @param means all training rows × outputs; only those of this output and these rows are written
   */
  void leaveOut(int[] groups, int output, double[][] means, double[][] deviations) {
    int size = target.length;
    double[] inverse = new double[size * size];
    factor.invert(inverse);
    Map<Integer, int[]> members = new LinkedHashMap<>();
    for (int row : rows) {
      members.computeIfAbsent(
          groups[row],
          group -> IntStream.range(0, size).filter(k -> groups[rows[k]] == group).toArray());
    }
    for (int[] group : members.values()) {
      CholeskyFactor block = new CholeskyFactor(group.length);
      double[] shift = new double[group.length];
      for (int i = 0; i < group.length; i++) {
        shift[i] = alpha[group[i]];
        for (int j = i; j < group.length; j++) {
          block.matrix()[i * group.length + j] = inverse[group[i] * size + group[j]];
        }
      }
      if (!block.factorise()) {
        throw new LearnException(
            "Leaving a group of " + group.length + " rows out is singular within rounding.",
            "Leave smaller groups out, or refit without them.");
      }
      block.solve(shift);
      double[] variance = new double[group.length * group.length];
      block.invert(variance);
      for (int i = 0; i < group.length; i++) {
        int row = rows[group[i]];
        means[row][output] = mean + unit * (target[group[i]] - shift[i]);
        deviations[row][output] = unit * Math.sqrt(variance[i * group.length + i]);
      }
    }
  }
}
