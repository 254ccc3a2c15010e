package org.suiseki.explain;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.suiseki.learn.PrincipalDirections;
import org.suiseki.learn.Standardiser;
import org.suiseki.learn.Standardiser.Constant;
import org.suiseki.learn.Table;

/**
 * Whitened principal components of input rows, and how far a row lies outside of them.
 *
 * <p>x is z-scored to s = (x − mean) / scale; its coordinates are c_i = (axes_i · s) /
 * deviations_i, and its residual is r² = ‖s − Σ (axes_i · s) axes_i‖² / residualVariance, about 1
 * for rows like those it was fitted to. The components kept are the fewest that hold the retained
 * share of the variance; deviations_i² = (1 − shrinkage) λ_i + shrinkage · mean(λ) of the kept
 * eigenvalues λ, so that weak directions do not outweigh all others; residualVariance is the sum of
 * the eigenvalues left out (at least 1e-6 of all).
 *
 * @param mean one value for each input, in its unit
 * @param scale one positive value for each input, in its unit
 * @param axes components × inputs, orthonormal
 * @param deviations one for each component
 * @param residualVariance variance of z-scored rows outside the components
 */
public record InputSpace(
    double[] mean, double[] scale, double[][] axes, double[] deviations, double residualVariance) {

  private static final double LEAST_RESIDUAL = 1e-6;

  /** Costs O(rows × inputs × min(rows, inputs)). */
  static InputSpace fit(Table rows, ApplicabilityDomain.Options options) {
    int[] all = IntStream.range(0, rows.rows()).toArray();
    Standardiser standardiser = Standardiser.of(rows, all, options.floor(), Constant.FLOOR);
    PrincipalDirections found = PrincipalDirections.of(standardiser.apply(rows));
    double[] values = Arrays.stream(found.eigenvalues()).map(v -> v / rows.rows()).toArray();
    int kept = kept(values, options.retained());
    double[][] axes = IntStream.range(0, kept).mapToObj(found::direction).toArray(double[][]::new);
    return new InputSpace(
        standardiser.mean(),
        standardiser.scale(),
        axes,
        deviations(values, kept, options.shrinkage()),
        residualVariance(values, kept));
  }

  /** The coordinates of a row, with the root of its r² behind the last. */
  double[] place(double[] row) {
    double[] rest = new double[mean.length];
    for (int column = 0; column < rest.length; column++) {
      rest[column] = (row[column] - mean[column]) / scale[column];
    }
    double[] place = new double[axes.length + 1];
    for (int i = 0; i < axes.length; i++) {
      double along = dot(axes[i], rest);
      place[i] = along / deviations[i];
      for (int column = 0; column < rest.length; column++) {
        rest[column] -= along * axes[i][column];
      }
    }
    place[axes.length] = Math.sqrt(dot(rest, rest) / residualVariance);
    return place;
  }

  private static int kept(double[] values, double retained) {
    double total = Arrays.stream(values).sum();
    if (!(total > 0)) {
      throw new ExplainException(
          "The training rows are all the same: they span no domain.",
          "Give training rows that differ.");
    }
    int kept = 0;
    double sum = 0;
    while (kept < values.length && sum < retained * total) {
      sum += values[kept++];
    }
    return kept;
  }

  private static double[] deviations(double[] values, int kept, double shrinkage) {
    double mean = 0;
    for (int i = 0; i < kept; i++) {
      mean += values[i] / kept;
    }
    double[] deviations = new double[kept];
    for (int i = 0; i < kept; i++) {
      deviations[i] = Math.sqrt((1 - shrinkage) * values[i] + shrinkage * mean);
    }
    return deviations;
  }

  private static double residualVariance(double[] values, int kept) {
    double total = 0;
    double left = 0;
    for (int i = 0; i < values.length; i++) {
      total += values[i];
      left += i < kept ? 0 : values[i];
    }
    return Math.max(left, LEAST_RESIDUAL * total);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
