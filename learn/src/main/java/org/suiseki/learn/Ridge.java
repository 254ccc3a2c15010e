package org.suiseki.learn;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Linear regression with a penalty α on the squared coefficients of the standardised inputs (Hoerl
 * and Kennard, Technometrics 12, 55, 1970). Inputs are standardised over the training rows, targets
 * centred, the intercept is not penalised. Each output has the α of the grid whose leave-one-out
 * squared error is the least; that error is exact and costs no refit, since the residual of a
 * left-out row is r/(1 − h) with h its leverage (Allen's PRESS, Technometrics 16, 125, 1974;
 * Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd ed., eq. 5.27). The
 * standardisation is held fixed in it.
 *
 * <p>Missing targets are left out output by output. Validation rows are not used. Cost: one
 * symmetric eigenproblem of size min(rows, inputs) for each pattern of missing targets, then O(rows
 * · inputs) for each output and α.
 *
 * @param alphas the grid; all positive. A choice at its end says that the grid is too short
 * @param floor least scale of an input as a part of the largest of its unit, see {@link
 *     Standardiser}; spectra with empty regions want 0.1 or more
 */
public record Ridge(double[] alphas, double floor) implements Estimator<LinearModel> {

  public Ridge {
    alphas = alphas.clone();
    if (alphas.length == 0
        || !Arrays.stream(alphas).allMatch(a -> a > 0 && a < Double.POSITIVE_INFINITY)) {
      throw new LearnException(
          "The ridge penalties " + Arrays.toString(alphas) + " are not all positive and finite.",
          "Give at least one positive number.");
    }
  }

  /** With the usual floor of {@link Standardiser}. */
  public Ridge(double[] alphas) {
    this(alphas, Standardiser.FLOOR);
  }

  /** 10⁻³ to 10⁶, three values a decade. */
  public Ridge() {
    this(IntStream.rangeClosed(-9, 18).mapToDouble(k -> Math.pow(10, k / 3.0)).toArray());
  }

  public Ridge withFloor(double other) {
    return new Ridge(alphas, other);
  }

  @Override
  public String name() {
    return "ridge";
  }

  @Override
  public LinearModel fit(Dataset data, Split split, Progress progress) {
    LinearFit<LinearModel.Line> fit = LinearFit.of(data, split, floor, progress, this::line);
    return new LinearModel(fit.standardiser(), data.targets().columns(), fit.outputs());
  }

  private LinearModel.Line line(PrincipalBasis basis, double[] y) {
    double mean = Arrays.stream(y).average().orElseThrow();
    double[] centred = Arrays.stream(y).map(value -> value - mean).toArray();
    double[] projected = basis.project(centred);
    double best = alphas[0];
    double least = Double.POSITIVE_INFINITY;
    for (double alpha : alphas) {
      double error = leaveOneOut(basis, projected, centred, alpha);
      if (error < least) {
        least = error;
        best = alpha;
      }
    }
    double[] coefficients = basis.coefficients(shrink(basis, projected, best));
    return new LinearModel.Line(basis.intercept(mean, coefficients), coefficients, best);
  }

  /** The mean squared error of predicting each row from all others. */
  private static double leaveOneOut(
      PrincipalBasis basis, double[] projected, double[] centred, double alpha) {
    double[] fitted = basis.fitted(shrink(basis, projected, alpha));
    double sum = 0;
    for (int row = 0; row < centred.length; row++) {
      // The intercept alone gives every row the leverage 1/n.
      double leverage = 1.0 / centred.length;
      for (int k = 0; k < basis.rank(); k++) {
        double score = basis.scores().get(row, k);
        leverage += score * score / (basis.eigenvalues()[k] + alpha);
      }
      double error = (centred[row] - fitted[row]) / (1 - leverage);
      sum += error * error;
    }
    return sum / centred.length;
  }

  private static double[] shrink(PrincipalBasis basis, double[] projected, double alpha) {
    double[] b = new double[basis.rank()];
    Arrays.setAll(b, k -> projected[k] / (basis.eigenvalues()[k] + alpha));
    return b;
  }
}
