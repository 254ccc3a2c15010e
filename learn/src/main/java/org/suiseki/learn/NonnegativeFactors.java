package org.suiseki.learn;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Rows as mixtures of a few parts, with neither a negative amount nor a negative part (Lee and
 * Seung, Nature 401, 788, 1999, doi:10.1038/44565): min ‖X − W H‖² with W, H ≥ 0. Amounts are the
 * coordinates, so each axis of this space is itself a pattern.
 *
 * <p>By hierarchical alternating least squares (Cichocki and Phan, IEICE Trans. Fundamentals E92-A,
 * 708, 2009, doi:10.1587/transfun.E92.A.708), each side repeated while it still moves (Gillis and
 * Glineur, Neural Comput. 24, 1085, 2012, doi:10.1162/NECO_a_00256), from the start of Boutsidis
 * and Gallopoulos (NNDSVD, Pattern Recognit. 41, 1350, 2008, doi:10.1016/j.patcog.2007.09.010). It
 * has no random numbers. The problem is not convex: what is found is a local minimum.
 *
 * <p>Inputs are divided by the number of {@link CommonScale} but not centred; those below 0 count
 * as 0. Parts have length 1 and stand in order of what they add to the rows; one that is not needed
 * may stay empty. Validation rows are not used.
 *
 * <p>Cost: one symmetric eigenproblem of size min(rows, inputs), then O(rows · inputs · size) for
 * each iteration. When not to use it: for inputs with a meaning below 0, such as derivatives; or
 * for the least error, which {@link PrincipalComponents} has at the same size.
 *
 * @param size how many parts
 * @param iterations at most this many
 * @param tolerance it stops when an iteration lowers the squared error by less than this part of it
 */
public record NonnegativeFactors(int size, int iterations, double tolerance)
    implements LatentEstimator<NonnegativeFactorsModel> {

  public NonnegativeFactors {
    Points.requireSize(size);
    if (iterations < 1 || !(tolerance >= 0)) {
      throw new LearnException(
          iterations + " iterations and a tolerance of " + tolerance + " cannot converge.",
          "Give at least one iteration and a tolerance of 0 or more.");
    }
  }

  /** At most 500 iterations, until 10⁻⁴ of the error. */
  public NonnegativeFactors(int size) {
    this(size, 500, 1e-4);
  }

  @Override
  public String name() {
    return NonnegativeFactorsModel.KIND;
  }

  /**
   * Learns from the training rows.
   *
   * @throws LearnException where they vary in fewer directions than there shall be parts, or have a
   *     value that is missing or infinite
   */
  @Override
  public NonnegativeFactorsModel fit(Table rows, Split split, Progress progress) {
    CommonScale centred = CommonScale.of(rows, split.train());
    CommonScale scale = new CommonScale(rows.columns(), new double[rows.width()], centred.scale());
    double[] x = scale.apply(rows.selectRows(split.train()));
    NonnegativeFactorsModel.clip(x);
    int count = split.train().length;
    Factorisation state = new Factorisation(x, count, rows.width(), size);
    start(state, x, count, rows.width());
    double error = 0;
    for (int iteration = 0; iteration < iterations; iteration++) {
      progress.check();
      double next = state.improve();
      if (iteration > 0 && error - next <= tolerance * error) {
        break;
      }
      error = next;
    }
    return new NonnegativeFactorsModel(scale, ordered(state));
  }

  /** The non-negative halves of the singular vectors, whichever carry more. */
  private void start(Factorisation state, double[] x, int count, int width) {
    boolean tall = count > width;
    SymmetricEigen eigen = SymmetricEigen.of(gram(x, count, width, tall));
    eigen.requireRank(size, count);
    for (int k = 0; k < size; k++) {
      double singular = Math.sqrt(eigen.values()[k]);
      double[] known = new double[tall ? width : count];
      for (int i = 0; i < known.length; i++) {
        known[i] = eigen.vectors().get(i, k);
      }
      SymmetricEigen.orient(known);
      double[] other = product(x, count, width, known, tall, singular);
      place(state, k, singular, tall ? other : known, tall ? known : other);
    }
  }

  private static DMatrixRMaj gram(double[] x, int count, int width, boolean tall) {
    DMatrixRMaj matrix = DMatrixRMaj.wrap(count, width, x);
    int size = tall ? width : count;
    DMatrixRMaj gram = new DMatrixRMaj(size, size);
    if (tall) {
      CommonOps_DDRM.multInner(matrix, gram);
    } else {
      CommonOps_DDRM.multOuter(matrix, gram);
    }
    return gram;
  }

  /** X v / σ or Xᵀ u / σ: the partner of a singular vector. */
  private static double[] product(
      double[] x, int count, int width, double[] known, boolean tall, double singular) {
    double[] result = new double[tall ? count : width];
    for (int row = 0; row < count; row++) {
      if (tall) {
        result[row] = DotProduct.of(x, row * width, known, 0, width) / singular;
      } else {
        double factor = known[row] / singular;
        for (int input = 0; input < width; input++) {
          result[input] += factor * x[row * width + input];
        }
      }
    }
    return result;
  }

  private static void place(
      Factorisation state, int k, double singular, double[] left, double[] right) {
    double plus = length(left, 1) * length(right, 1);
    double minus = length(left, -1) * length(right, -1);
    int sign = plus >= minus ? 1 : -1;
    double size = Math.sqrt(singular * Math.max(plus, minus));
    double leftLength = length(left, sign);
    double rightLength = length(right, sign);
    double[] amounts = state.amounts()[k];
    double[] part = state.parts()[k];
    Arrays.setAll(amounts, i -> size * Math.max(0, sign * left[i]) / leftLength);
    Arrays.setAll(part, i -> size * Math.max(0, sign * right[i]) / rightLength);
  }

  /** The length of what is positive, or negative, of a vector. */
  private static double length(double[] vector, int sign) {
    double sum = 0;
    for (double value : vector) {
      double half = Math.max(0, sign * value);
      sum += half * half;
    }
    return Math.sqrt(sum);
  }

  private static double[][] ordered(Factorisation state) {
    double[][] parts = state.parts();
    double[] lengths = Arrays.stream(parts).mapToDouble(part -> length(part, 1)).toArray();
    double[] weights = new double[parts.length];
    Arrays.setAll(weights, k -> lengths[k] * length(state.amounts()[k], 1));
    return IntStream.range(0, parts.length)
        .boxed()
        .sorted((a, b) -> Double.compare(weights[b], weights[a]))
        .map(k -> unit(parts[k], lengths[k]))
        .toArray(double[][]::new);
  }

  private static double[] unit(double[] part, double length) {
    return Arrays.stream(part).map(v -> length > 0 ? v / length : 0).toArray();
  }
}
