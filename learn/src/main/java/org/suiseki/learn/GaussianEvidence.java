package org.suiseki.learn;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How well hyperparameters of a Gaussian process explain targets: the logarithm of the marginal
 * likelihood and of the prior, with gradients (Rasmussen and Williams, Gaussian Processes for
 * Machine Learning, 2006, eq. 2.30 and 5.9). Hyperparameters are the logarithms of ℓ (one, or one
 * an input), σ², ν² and, with a trend, τ². Each evaluation is O(rows³ / 2 + rows² · inputs). Used
 * by one thread.
 */
final class GaussianEvidence implements QuasiNewton.Objective {

  private final GaussianProcess options;
  private final double[][] columns;
  private final double[] target;
  private final Progress progress;
  private final int size;
  private final CholeskyFactor factor;
  private final double[] falls;
  private final double[] inverse;

  GaussianEvidence(
      GaussianProcess options, double[][] columns, double[] target, Progress progress) {
    this.options = options;
    this.columns = columns;
    this.target = target;
    this.progress = progress;
    this.size = target.length;
    this.factor = new CholeskyFactor(size);
    this.falls = new double[size * size];
    this.inverse = new double[size * size];
  }

  /** Minus the logarithm of likelihood times prior, but for a constant. */
  @Override
  public double at(double[] hyperparameters, double[] gradient) {
    progress.check();
    double[] raised = raised(hyperparameters);
    double likelihood = logLikelihood(raised, gradient);
    if (likelihood == Double.NEGATIVE_INFINITY) {
      return Double.POSITIVE_INFINITY;
    }
    int noise = lengths() + 1;
    gradient[noise] *= Math.exp(hyperparameters[noise] - raised[noise]);
    double value = -likelihood;
    for (int k = 0; k < gradient.length; k++) {
      double away = (hyperparameters[k] - priorMean(k)) / priorDeviation(k);
      value += 0.5 * away * away;
      gradient[k] = away / priorDeviation(k) - gradient[k];
    }
    return value;
  }

  /** What the search found, as a covariance. */
  Covariance found(QuasiNewton.Minimum minimum) {
    return covariance(raised(minimum.x()));
  }

  /** The same with the floor added to the noise. */
  private double[] raised(double[] hyperparameters) {
    double[] raised = hyperparameters.clone();
    int noise = lengths() + 1;
    raised[noise] = Math.log(Math.exp(hyperparameters[noise]) + GaussianProcess.LEAST_NOISE);
    return raised;
  }

  /**
   * The logarithm of the marginal likelihood alone; −∞ where the covariance is not positive
   * definite within rounding.
   */
  double logLikelihood(double[] hyperparameters, double[] gradient) {
    Covariance covariance = covariance(hyperparameters);
    covariance.ofAll(columns, factor.matrix(), falls);
    if (!factor.factorise()) {
      return Double.NEGATIVE_INFINITY;
    }
    double[] alpha = target.clone();
    factor.solve(alpha);
    factor.invert(inverse);
    double fit = DotProduct.of(target, 0, alpha, 0, size);
    gradient(covariance, alpha, fit, gradient);
    return -0.5 * (fit + factor.logDeterminant() + size * Math.log(2 * Math.PI));
  }

  /**
   * ½ tr((α αᵀ − K⁻¹) ∂K). That of σ² follows from the others, because all parts of K together give
   * αᵀ y − n.
   */
  private void gradient(Covariance covariance, double[] alpha, double fit, double[] gradient) {
    Arrays.fill(gradient, 0);
    int lengths = lengths();
    double trend = 0;
    double noise = 0;
    double[] weights = new double[size];
    for (int row = 0; row < size; row++) {
      int place = row * size;
      int rest = size - row - 1;
      double diagonal = alpha[row] * alpha[row] - inverse[place + row];
      noise += diagonal;
      if (covariance.trend() > 0) {
        trend += trend(row, alpha, diagonal);
      }
      for (int other = row + 1; other < size; other++) {
        weights[other] =
            (alpha[row] * alpha[other] - inverse[place + other]) * falls[place + other];
      }
      for (int input = 0; input < columns.length; input++) {
        double length = covariance.lengths()[input];
        gradient[lengths == 1 ? 0 : input] +=
            spread(weights, columns[input], row, rest) / (length * length);
      }
    }
    gradient[lengths + 1] = 0.5 * covariance.noise() * noise;
    double all = 0.5 * (fit - size);
    gradient[lengths] = all - gradient[lengths + 1];
    if (covariance.trend() > 0) {
      gradient[lengths + 2] = 0.5 * covariance.trend() * trend;
      gradient[lengths] -= gradient[lengths + 2];
    }
  }

  /** Σ w (x − x′)² over the rows behind one. */
  private static double spread(double[] weights, double[] column, int row, int rest) {
    double here = column[row];
    double even = 0;
    double odd = 0;
    int k = row + 1;
    int end = row + 1 + rest;
    for (; k + 1 < end; k += 2) {
      double one = column[k] - here;
      double two = column[k + 1] - here;
      even += weights[k] * one * one;
      odd += weights[k + 1] * two * two;
    }
    if (k < end) {
      double one = column[k] - here;
      even += weights[k] * one * one;
    }
    return even + odd;
  }

  /** One row's part of Σ (α αᵀ − K⁻¹) x·x′, both triangles. */
  private double trend(int row, double[] alpha, double diagonal) {
    double sum = 0;
    for (double[] column : columns) {
      double behind = 0;
      for (int other = row + 1; other < size; other++) {
        behind += (alpha[row] * alpha[other] - inverse[row * size + other]) * column[other];
      }
      sum += column[row] * (2 * behind + diagonal * column[row]);
    }
    return sum;
  }

  private Covariance covariance(double[] hyperparameters) {
    int lengths = lengths();
    double[] each = new double[columns.length];
    Arrays.setAll(each, input -> Math.exp(hyperparameters[lengths == 1 ? 0 : input]));
    return new Covariance(
        options.kernel(),
        each,
        Math.exp(hyperparameters[lengths]),
        Math.exp(hyperparameters[lengths + 1]),
        options.trend() ? Math.exp(hyperparameters[lengths + 2]) : 0);
  }

  /** The middle of the prior for the first, places drawn around it for the others. */
  double[] start(int number, SplittableRandom random) {
    double[] start = new double[lengths() + (options.trend() ? 3 : 2)];
    for (int k = 0; k < start.length; k++) {
      double drawn = random.nextDouble(-1.5, 1.5);
      start[k] = priorMean(k) + (number == 0 ? 0 : drawn * priorDeviation(k));
    }
    return start;
  }

  private int lengths() {
    return options.separateLengths() ? columns.length : 1;
  }

  private double priorMean(int hyperparameter) {
    return switch (hyperparameter - lengths()) {
      case 0 -> 0;
      case 1 -> GaussianProcess.NOISE;
      case 2 -> -Math.log(columns.length);
      default -> GaussianProcess.LENGTH + 0.5 * Math.log(columns.length);
    };
  }

  private double priorDeviation(int hyperparameter) {
    return hyperparameter < lengths()
        ? GaussianProcess.LENGTH_DEVIATION
        : GaussianProcess.VARIANCE_DEVIATION;
  }
}
