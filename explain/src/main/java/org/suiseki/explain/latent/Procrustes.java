package org.suiseki.explain.latent;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.suiseki.explain.ExplainException;
import org.suiseki.explain.Rows;

/**
 * The rotation or mirror, scale and shift that bring one set of points closest to another, point by
 * point, in the least-squares sense: Schönemann, Psychometrika 31, 1 (1966),
 * doi:10.1007/BF02289451; with scale and shift Schönemann and Carroll, Psychometrika 35, 245
 * (1970), doi:10.1007/BF02291266; Gower, Psychometrika 40, 33 (1975), doi:10.1007/BF02291478.
 *
 * <p>With X the centred moving points and Y the centred target (rows × size), XᵀY = U Σ Vᵀ gives R
 * = V Uᵀ and scale = tr Σ / ‖X‖². A mirror is allowed: latent coordinates have no handedness.
 *
 * @param transform brings the moving points to the target
 * @param disparity Σ of squared distances left when both sets are centred and scaled to ‖·‖ = 1 and
 *     the moving one is then rotated and scaled: 0 for the same shape, at most 1; the same either
 *     way round, and the same as {@code scipy.spatial.procrustes} gives
 */
public record Procrustes(SimilarityTransform transform, double disparity) {

  /**
   * The best match, in O(rows · size² + size³).
   *
   * @param moving rows × size
   * @param target the same rows × size
   * @throws ExplainException where the sets do not fit each other, hold values that are not finite,
   *     or all points of a set are one
   */
  public static Procrustes fit(double[][] moving, double[][] target) {
    check(moving, target);
    double[] from = Points.centre(moving);
    double[] to = Points.centre(target);
    double[][] x = Points.less(moving, from);
    double[][] y = Points.less(target, to);
    double sizeX = extent(x, moving);
    double sizeY = extent(y, target);
    scale(x, 1 / sizeX);
    scale(y, 1 / sizeY);
    Turn turn = Turn.of(x, y);
    SimilarityTransform unit =
        new SimilarityTransform(
            new double[from.length], shape(turn.trace()), turn.rotation(), new double[to.length]);
    return new Procrustes(
        new SimilarityTransform(from, shape(turn.trace()) * sizeY / sizeX, turn.rotation(), to),
        squared(unit.apply(x), y));
  }

  /** A scale of 0 is the best where the sets have nothing in common; it could not be undone. */
  private static double shape(double trace) {
    return Math.max(trace, Double.MIN_NORMAL);
  }

  /**
   * The rotation that maximises tr(R XᵀY).
   *
   * @param rotation R, size × size
   * @param trace that maximum, Σ of the singular values
   */
  record Turn(double[][] rotation, double trace) {

    static Turn of(double[][] x, double[][] y) {
      int size = x[0].length;
      DMatrixRMaj product = new DMatrixRMaj(size, size);
      for (int row = 0; row < x.length; row++) {
        for (int i = 0; i < size; i++) {
          for (int j = 0; j < size; j++) {
            product.data[i * size + j] += x[row][i] * y[row][j];
          }
        }
      }
      SingularValueDecomposition_F64<DMatrixRMaj> svd =
          DecompositionFactory_DDRM.svd(size, size, true, true, false);
      if (!svd.decompose(product)) {
        throw new ExplainException(
            "The singular values of a " + size + " × " + size + " product were not found.",
            "Look for coordinates of extreme size.");
      }
      DMatrixRMaj rotation = new DMatrixRMaj(size, size);
      CommonOps_DDRM.multTransB(svd.getV(null, false), svd.getU(null, false), rotation);
      double trace = 0;
      for (double value : svd.getSingularValues()) {
        trace += value;
      }
      double[][] rows = new double[size][size];
      for (int i = 0; i < size; i++) {
        System.arraycopy(rotation.data, i * size, rows[i], 0, size);
      }
      return new Turn(rows, trace);
    }
  }

  static double squared(double[][] a, double[][] b) {
    double sum = 0;
    for (int row = 0; row < a.length; row++) {
      for (int i = 0; i < a[row].length; i++) {
        sum += (a[row][i] - b[row][i]) * (a[row][i] - b[row][i]);
      }
    }
    return sum;
  }

  static void scale(double[][] points, double factor) {
    for (double[] point : points) {
      for (int i = 0; i < point.length; i++) {
        point[i] *= factor;
      }
    }
  }

  /** ‖centred points‖; refused where only rounding is left of it. */
  static double extent(double[][] centred, double[][] points) {
    double size = Points.norm(centred);
    if (!(size > 1e-13 * Points.norm(points)) || Double.isInfinite(size)) {
      throw new ExplainException(
          "All points of a map are the same, or too far apart for numbers.",
          "Give a map that spreads its points.");
    }
    return size;
  }

  private static void check(double[][] moving, double[][] target) {
    int width = Rows.check(moving, "moving point");
    int other = Rows.check(target, "target point");
    if (moving.length != target.length || width != other) {
      throw new ExplainException(
          "The moving points are "
              + moving.length
              + " × "
              + width
              + ", their targets "
              + target.length
              + " × "
              + other
              + ".",
          "Give the same rows in spaces of one size.");
    }
  }
}
