package org.suiseki.learn;

import java.util.Arrays;
import org.suiseki.learn.BayesianLinearModel.Posterior;

/**
 * Ridge regression that finds its own penalty and knows how sure it is: noise precision α and
 * weight precision λ maximise the evidence (MacKay, Neural Comput. 4, 415, 1992,
 * doi:10.1162/neco.1992.4.3.415), by the fixed-point iteration with Gamma priors of Tipping (J.
 * Mach. Learn. Res. 1, 211, 2001) and the defaults of scikit-learn's {@code BayesianRidge}. Inputs
 * are standardised, targets centred; each output has its own α and λ; missing targets are left out
 * output by output; validation rows are not used.
 *
 * <p>It starts from noise as large as the targets' variance and weights that together explain as
 * much (α = 1, λ = the number of inputs, in units of that variance), not from λ = 1 in whatever
 * unit the targets have, as scikit-learn does.
 *
 * <p>The deviation of a prediction holds the noise and the doubt about the weights, not that about
 * the intercept (a fraction 1/n of the noise), and is Gaussian: far outside the training rows it
 * says too little where the truth is not linear.
 *
 * @param iterations at most this many
 * @param tolerance it stops when the absolute changes of the coefficients add up to less than this
 *     part of the targets' standard deviation
 */
public record BayesianRidge(int iterations, double tolerance)
    implements Estimator<BayesianLinearModel> {

  /** Shape and rate of the Gamma priors: as good as flat. */
  private static final double PRIOR = 1e-6;

  public BayesianRidge {
    if (iterations < 1 || !(tolerance > 0)) {
      throw new LearnException(
          iterations + " iterations and a tolerance of " + tolerance + " cannot converge.",
          "Give at least one iteration and a positive tolerance.");
    }
  }

  /** 300 iterations, 10⁻³. */
  public BayesianRidge() {
    this(300, 1e-3);
  }

  @Override
  public String name() {
    return "bayesian-ridge";
  }

  @Override
  public BayesianLinearModel fit(Dataset data, Split split, Progress progress) {
    LinearFit<Posterior> fit =
        LinearFit.of(data, split, Standardiser.FLOOR, progress, this::posterior);
    return new BayesianLinearModel(fit.standardiser(), data.targets().columns(), fit.outputs());
  }

  /**
   * The iteration runs on targets in units of their standard deviation, so that priors and
   * tolerance suit any unit.
   */
  private Posterior posterior(PrincipalBasis basis, double[] y) {
    double mean = Arrays.stream(y).average().orElseThrow();
    double variance =
        Arrays.stream(y).map(value -> (value - mean) * (value - mean)).sum() / y.length;
    double unit = variance > 0 ? Math.sqrt(variance) : 1;
    double[] target = Arrays.stream(y).map(value -> (value - mean) / unit).toArray();
    double[] projected = basis.project(target);
    // The start decides which maximum is found where inputs outnumber rows, one of which fits the
    // noise.
    Precisions precisions = new Precisions(1, basis.inputs());
    double[] previous = new double[0];
    for (int iteration = 0; iteration < iterations; iteration++) {
      double[] b = precisions.shrink(basis, projected);
      precisions = precisions.next(basis, target, b);
      double[] coefficients = basis.coefficients(b);
      if (iteration > 0 && change(previous, coefficients) < tolerance) {
        break;
      }
      previous = coefficients;
    }
    double[] coefficients = basis.coefficients(precisions.shrink(basis, projected));
    for (int input = 0; input < coefficients.length; input++) {
      coefficients[input] *= unit;
    }
    return new Posterior(
        new LinearModel.Line(
            basis.intercept(mean, coefficients),
            coefficients,
            precisions.weight / precisions.noise),
        precisions.noise / (unit * unit),
        basis.directions());
  }

  private static double change(double[] before, double[] after) {
    double sum = 0;
    for (int input = 0; input < after.length; input++) {
      sum += Math.abs(after[input] - before[input]);
    }
    return sum;
  }

  /** α and λ, in inverse squares of the target's unit. */
  private record Precisions(double noise, double weight) {

    double[] shrink(PrincipalBasis basis, double[] projected) {
      double[] b = new double[basis.rank()];
      Arrays.setAll(b, k -> projected[k] / (basis.eigenvalues()[k] + weight / noise));
      return b;
    }

    /** One step of the fixed-point iteration; γ counts the directions that the data determine. */
    Precisions next(PrincipalBasis basis, double[] target, double[] b) {
      double gamma = 0;
      for (double eigenvalue : basis.eigenvalues()) {
        gamma += noise * eigenvalue / (weight + noise * eigenvalue);
      }
      double[] fitted = basis.fitted(b);
      double residual = 0;
      for (int row = 0; row < target.length; row++) {
        residual += (target[row] - fitted[row]) * (target[row] - fitted[row]);
      }
      double squares = Arrays.stream(b).map(v -> v * v).sum();
      return new Precisions(
          (target.length - gamma + 2 * PRIOR) / (residual + 2 * PRIOR),
          (gamma + 2 * PRIOR) / (squares + 2 * PRIOR));
    }
  }
}
