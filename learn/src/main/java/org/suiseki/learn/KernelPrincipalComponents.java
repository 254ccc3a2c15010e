package org.suiseki.learn;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * Principal components among all smooth functions of the inputs: a curved feature space without a
 * network (Schölkopf, Smola and Müller, Neural Comput. 10, 1299, 1998,
 * doi:10.1162/089976698300017467), with the kernel exp(−d²/2ℓ²) of {@link CommonScale scaled}
 * inputs, centred in its own space. Signs are as in {@link PrincipalComponents}, by the largest
 * coordinate of a training row. It has no random numbers; validation rows are not used.
 *
 * <p>The way back is a kernel ridge regression from coordinates to inputs (Bakır, Weston and
 * Schölkopf, NIPS 16, 2003), as {@code fit_inverse_transform} of scikit-learn has it, but with a
 * width of its own for the coordinates, which have another scale than the inputs, on centred
 * inputs, and with penalty and width of least error in leaving out one row (as in {@link Ridge}),
 * the coordinates held.
 *
 * <p>Cost: O(rows³ · penalties + rows² · inputs) to learn, O(rows · inputs) for each row encoded or
 * decoded; it keeps all training rows. When not to use it: beyond some thousand rows, or to walk
 * beyond the training rows, where all coordinates go to one point and all patterns to the mean.
 *
 * @param size how many coordinates
 * @param width ℓ as a multiple of the median distance between training rows
 * @param penalties to choose from for the way back, all positive
 */
public record KernelPrincipalComponents(int size, double width, double[] penalties)
    implements LatentEstimator<KernelPrincipalComponentsModel> {

  /** Widths on the way back that are tried, as multiples of the median distance of points. */
  private static final double[] WIDTHS = {1, 2, 4};

  public KernelPrincipalComponents {
    Points.requireSize(size);
    penalties = penalties.clone();
    if (!(width > 0 && width < Double.POSITIVE_INFINITY)) {
      throw new LearnException(
          "A kernel of width " + width + " sees nothing.", "Give a positive number such as 1.");
    }
    if (penalties.length == 0
        || !Arrays.stream(penalties).allMatch(a -> a > 0 && a < Double.POSITIVE_INFINITY)) {
      throw new LearnException(
          "The penalties " + Arrays.toString(penalties) + " are not all positive and finite.",
          "Give at least one positive number.");
    }
  }

  /** As wide as the median distance, penalties from 10⁻⁶ to 1 by tens. */
  public KernelPrincipalComponents(int size) {
    this(size, 1, new double[] {1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1});
  }

  public KernelPrincipalComponents withWidth(double other) {
    return new KernelPrincipalComponents(size, other, penalties);
  }

  @Override
  public String name() {
    return KernelPrincipalComponentsModel.KIND;
  }

  /**
   * Learns from the training rows.
   *
   * @throws LearnException where there are no more of them than coordinates, most are the same, or
   *     they have a value that is missing or infinite
   */
  @Override
  public KernelPrincipalComponentsModel fit(Table rows, Split split, Progress progress) {
    progress.check();
    CommonScale scale = CommonScale.of(rows, split.train());
    double[] x = scale.apply(rows.selectRows(split.train()));
    RadialKernel kernel = RadialKernel.ofMedian(x, rows.width(), width);
    int count = kernel.count();
    double[] means = new double[count];
    SymmetricEigen eigen = SymmetricEigen.of(centred(kernel, means));
    eigen.requireRank(size, count);
    double[][] weights = new double[size][count];
    double[] offsets = new double[size];
    double[] points = new double[count * size];
    for (int k = 0; k < size; k++) {
      double root = Math.sqrt(eigen.values()[k]);
      double[] vector = new double[count];
      for (int row = 0; row < count; row++) {
        vector[row] = eigen.vectors().get(row, k);
      }
      SymmetricEigen.orient(vector);
      for (int row = 0; row < count; row++) {
        weights[k][row] = vector[row] / root;
        points[row * size + k] = vector[row] * root;
      }
      offsets[k] = DotProduct.of(weights[k], 0, means, 0, count);
    }
    return new KernelPrincipalComponentsModel(
        scale, kernel, weights, offsets, back(points, x, progress));
  }

  /** K less its means by row and column. */
  private static DMatrixRMaj centred(RadialKernel kernel, double[] means) {
    int count = kernel.count();
    double[] matrix = kernel.ofAll();
    double all = 0;
    for (int row = 0; row < count; row++) {
      for (int column = 0; column < count; column++) {
        means[row] += matrix[row * count + column] / count;
      }
      all += means[row] / count;
    }
    for (int row = 0; row < count; row++) {
      for (int column = 0; column < count; column++) {
        matrix[row * count + column] += all - means[row] - means[column];
      }
    }
    return DMatrixRMaj.wrap(count, count, matrix);
  }

  private KernelRidge back(double[] points, double[] x, Progress progress) {
    int count = points.length / size;
    double[] gram = new double[count * count];
    int inputs = x.length / count;
    for (int row = 0; row < count; row++) {
      for (int other = 0; other <= row; other++) {
        double dot = DotProduct.of(x, row * inputs, x, other * inputs, inputs);
        gram[row * count + other] = dot;
        gram[other * count + row] = dot;
      }
    }
    RadialKernel median = RadialKernel.ofMedian(points, size, 1);
    RadialKernel bestKernel = median;
    double bestPenalty = penalties[0];
    double least = Double.POSITIVE_INFINITY;
    for (double multiple : WIDTHS) {
      RadialKernel kernel = median.withLength(multiple * median.length());
      for (double penalty : penalties) {
        progress.check();
        double error = KernelRidge.leaveOneOut(kernel, gram, penalty);
        if (error < least) {
          least = error;
          bestKernel = kernel;
          bestPenalty = penalty;
        }
      }
    }
    return KernelRidge.fit(bestKernel, x, bestPenalty);
  }
}
