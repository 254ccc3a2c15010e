package org.suiseki.explain.latent;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.suiseki.explain.ExplainException;
import org.suiseki.explain.Rows;
import org.suiseki.learn.Metric;

/**
 * The axes that a map is shown in: a rotation about the origin after which the first coordinate has
 * the largest variance, the second the largest of what is left, and so on (the principal axes of
 * the points). Each axis points the way in which the property that correlates with it most strongly
 * grows; where none correlates, the way in which its largest component in the old axes is positive.
 * So two models that found the same map show it alike.
 *
 * <p>Axes of nearly equal variance (a round map) are not determined by this: a small change of the
 * points may turn them. Where that matters, align maps by {@link Procrustes} instead.
 */
public final class CanonicalAxes {

  /** Correlations below it are rounding: the property says nothing of the axis. */
  private static final double WEAKEST = 1e-6;

  private CanonicalAxes() {}

  /**
   * The rotation for these points; its undoing leads back to what a model decodes.
   *
   * @param points rows × size
   * @param properties rows × properties, NaN where unknown; may have no columns
   * @throws ExplainException where rows do not fit or points are not finite
   */
  public static SimilarityTransform of(double[][] points, double[][] properties) {
    int size = Rows.check(points, "point");
    if (properties.length != points.length) {
      throw new ExplainException(
          "The properties have " + properties.length + " rows for " + points.length + " points.",
          "Give one row of properties for each point.");
    }
    double[][] rotation = principal(Points.less(points, Points.centre(points)), size);
    for (double[] axis : rotation) {
      if (sign(axis, points, properties) < 0) {
        for (int i = 0; i < size; i++) {
          axis[i] = -axis[i];
        }
      }
    }
    return SimilarityTransform.rotation(rotation);
  }

  /** Rows are the eigenvectors of the covariance, by falling eigenvalue. */
  private static double[][] principal(double[][] centred, int size) {
    DMatrixRMaj products = new DMatrixRMaj(size, size);
    for (double[] point : centred) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          products.data[i * size + j] += point[i] * point[j];
        }
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
    if (!eigen.decompose(products)) {
      throw new ExplainException(
          "The axes of largest variance were not found.", "Look for coordinates of extreme size.");
    }
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -eigen.getEigenvalue(i).getReal()))
            .mapToInt(Integer::intValue)
            .toArray();
    return Arrays.stream(order)
        .mapToObj(i -> eigen.getEigenVector(i).getData().clone())
        .toArray(double[][]::new);
  }

  private static double sign(double[] axis, double[][] points, double[][] properties) {
    double strongest = 0;
    int count = properties.length == 0 ? 0 : properties[0].length;
    for (int property = 0; property < count; property++) {
      double correlation = correlation(axis, points, properties, property);
      if (Math.abs(correlation) > Math.abs(strongest)) {
        strongest = correlation;
      }
    }
    if (Math.abs(strongest) > WEAKEST) {
      return strongest;
    }
    double largest = 0;
    for (double component : axis) {
      if (Math.abs(component) > Math.abs(largest)) {
        largest = component;
      }
    }
    return largest;
  }

  /** Pearson's, over the rows where the property is known; 0 where it does not vary. */
  private static double correlation(
      double[] axis, double[][] points, double[][] properties, int property) {
    int[] known =
        IntStream.range(0, points.length)
            .filter(row -> Double.isFinite(properties[row][property]))
            .toArray();
    double[] along = new double[known.length];
    double[] values = new double[known.length];
    for (int i = 0; i < known.length; i++) {
      values[i] = properties[known[i]][property];
      for (int j = 0; j < axis.length; j++) {
        along[i] += axis[j] * points[known[i]][j];
      }
    }
    double correlation = known.length < 2 ? 0 : Metric.PEARSON.of(along, values);
    return Double.isFinite(correlation) ? correlation : 0;
  }
}
