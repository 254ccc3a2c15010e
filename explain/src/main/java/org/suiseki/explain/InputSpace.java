package org.suiseki.explain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.suiseki.learn.Column;
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

  /** Eigenvalues below this share of the largest are rounding. */
  private static final double RANK = 1e-12;

  /** Costs O(rows × inputs² + inputs³). */
  static InputSpace fit(Table rows, ApplicabilityDomain.Options options) {
    double[] mean = new double[rows.width()];
    for (int row = 0; row < rows.rows(); row++) {
      for (int column = 0; column < mean.length; column++) {
        mean[column] += rows.get(row, column) / rows.rows();
      }
    }
    double[] scale = scales(rows, mean, options.floor());
    EigenDecomposition_F64<DMatrixRMaj> eigen = decompose(rows, mean, scale);
    int[] order =
        IntStream.range(0, mean.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -eigen.getEigenvalue(i).getReal()))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      values[i] = Math.max(0, eigen.getEigenvalue(order[i]).getReal());
    }
    int kept = kept(values, options.retained());
    double[][] axes = new double[kept][];
    for (int i = 0; i < kept; i++) {
      axes[i] = eigen.getEigenVector(order[i]).getData().clone();
    }
    double[] deviations = deviations(values, kept, options.shrinkage());
    return new InputSpace(mean, scale, axes, deviations, residualVariance(values, kept));
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

  private static EigenDecomposition_F64<DMatrixRMaj> decompose(
      Table rows, double[] mean, double[] scale) {
    int width = mean.length;
    DMatrixRMaj scaled = new DMatrixRMaj(rows.rows(), width);
    for (int row = 0; row < rows.rows(); row++) {
      for (int column = 0; column < width; column++) {
        scaled.set(row, column, (rows.get(row, column) - mean[column]) / scale[column]);
      }
    }
    DMatrixRMaj covariance = new DMatrixRMaj(width, width);
    CommonOps_DDRM.multInner(scaled, covariance);
    CommonOps_DDRM.scale(1.0 / rows.rows(), covariance);
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(width, true, true);
    if (!eigen.decompose(covariance)) {
      throw new ExplainException(
          "The eigenvalues of the input covariance (" + width + " columns) were not found.",
          "Look for columns of extreme size among the inputs.");
    }
    return eigen;
  }

  /** Standard deviations, none below {@code floor} × the largest among columns of the same unit. */
  private static double[] scales(Table rows, double[] mean, double floor) {
    double[] deviation = new double[mean.length];
    Map<String, Double> largest = new HashMap<>();
    List<Column> columns = rows.columns();
    for (int column = 0; column < mean.length; column++) {
      double sum = 0;
      for (int row = 0; row < rows.rows(); row++) {
        double difference = rows.get(row, column) - mean[column];
        sum += difference * difference / rows.rows();
      }
      boolean varies = Math.sqrt(sum) > 1e-12 * Math.abs(mean[column]);
      deviation[column] = varies ? Math.sqrt(sum) : 0;
      largest.merge(columns.get(column).unit(), deviation[column], Math::max);
    }
    for (int column = 0; column < mean.length; column++) {
      double least = floor * largest.getOrDefault(columns.get(column).unit(), 0.0);
      double scale = Math.max(deviation[column], least);
      deviation[column] = scale > 0 ? scale : 1;
    }
    return deviation;
  }

  private static int kept(double[] values, double retained) {
    double total = 0;
    for (double value : values) {
      total += value;
    }
    if (!(total > 0)) {
      throw new ExplainException(
          "The training rows are all the same: they span no domain.",
          "Give training rows that differ.");
    }
    int kept = 0;
    double sum = 0;
    while (kept < values.length && sum < retained * total && values[kept] > RANK * values[0]) {
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
