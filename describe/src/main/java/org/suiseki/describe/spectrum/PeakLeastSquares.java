package org.suiseki.describe.spectrum;

import java.util.Arrays;

/**
 * Fits a {@link PeakSum} to the points of a window by the method of Levenberg and Marquardt
 * (Marquardt, J. SIAM 11, 431 (1963), 10.1137/0111030). Positions stay in the window, widths
 * between a tenth of the step and the window, mixings from 0 to 1: a number that would leave its
 * range is held at the end. Cost: O(points · parameters²) for each of some ten rounds. A workspace,
 * not for several threads.
 */
final class PeakLeastSquares {
  private static final int MOST_ROUNDS = 200;
  private static final double SETTLED = 1e-10;
  private static final double MOST_DAMPED = 1e12;

  private final double[] x;
  private final double[] y;
  private final double[] weights;
  private final double[] parameters;
  private final double[] normal;
  private final double[] gradient;
  private final double[] slopes;
  private final boolean[] held;
  private final SymmetricSystem system;
  private double chiSquare;

  /**
   * @param weights one by the square of each deviation; may be changed before each {@link #run}
   * @param parameters where to begin; overwritten by the result
   */
  PeakLeastSquares(double[] x, double[] y, double[] weights, double[] parameters) {
    int n = parameters.length;
    this.x = x;
    this.y = y;
    this.weights = weights;
    this.parameters = parameters;
    this.normal = new double[n * n];
    this.gradient = new double[n];
    this.slopes = new double[n];
    this.held = new boolean[n];
    this.system = new SymmetricSystem(n);
  }

  double chiSquare() {
    return chiSquare;
  }

  double model(int point) {
    return PeakSum.value(x[point], x[0], x[x.length - 1], parameters, slopes);
  }

  /** Whether it settled. */
  boolean run() {
    double damping = 1e-3;
    double[] trial = new double[parameters.length];
    linearise();
    for (int round = 0; round < MOST_ROUNDS && damping < MOST_DAMPED; round++) {
      double after = Double.POSITIVE_INFINITY;
      if (system.factorise(normal, damping)) {
        System.arraycopy(gradient, 0, trial, 0, trial.length);
        system.solve(trial);
        for (int k = 0; k < trial.length; k++) {
          trial[k] = within(k, parameters[k] + trial[k]);
        }
        after = sumOfSquares(trial);
      }
      double gain = chiSquare - after;
      if (gain >= 0) {
        System.arraycopy(trial, 0, parameters, 0, trial.length);
        linearise();
        damping = Math.max(damping / 10, 1e-12);
      } else {
        damping *= 10;
      }
      if (Math.abs(gain) <= SETTLED * (chiSquare + 1)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The covariances of all parameters, 0 for held ones; infinite variances where the data do not
   * settle them.
   */
  double[] covariance() {
    linearise();
    int n = parameters.length;
    if (!system.factorise(normal, 0)) {
      double[] unknown = new double[n * n];
      for (int k = 0; k < n; k++) {
        unknown[k * n + k] = Double.POSITIVE_INFINITY;
      }
      return unknown;
    }
    double[] inverse = system.inverse();
    for (int k = 0; k < n; k++) {
      if (held[k]) {
        inverse[k * n + k] = 0;
      }
    }
    return inverse;
  }

  private void linearise() {
    int n = parameters.length;
    Arrays.fill(normal, 0);
    Arrays.fill(gradient, 0);
    chiSquare = 0;
    for (int i = 0; i < x.length; i++) {
      double difference = y[i] - model(i);
      chiSquare += weights[i] * difference * difference;
      for (int k = 0; k < n; k++) {
        double weighted = weights[i] * slopes[k];
        gradient[k] += weighted * difference;
        for (int l = 0; l <= k; l++) {
          normal[k * n + l] += weighted * slopes[l];
        }
      }
    }
    hold();
  }

  /** Takes those out that are at an end of their range and would leave it. */
  private void hold() {
    int n = parameters.length;
    for (int k = 0; k < n; k++) {
      double beyond = parameters[k] + Math.copySign(1e-9, gradient[k]);
      held[k] = isMixing(k) && within(k, beyond) == parameters[k];
      if (held[k]) {
        gradient[k] = 0;
        for (int l = 0; l < n; l++) {
          normal[k * n + l] = 0;
          normal[l * n + k] = 0;
        }
        normal[k * n + k] = 1;
      }
    }
  }

  private double sumOfSquares(double[] trial) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double difference = y[i] - PeakSum.value(x[i], x[0], x[x.length - 1], trial, slopes);
      sum += weights[i] * difference * difference;
    }
    return sum;
  }

  private double within(int parameter, double value) {
    if (parameter < PeakSum.BACKGROUND) {
      return value;
    }
    double range = x[x.length - 1] - x[0];
    return switch ((parameter - PeakSum.BACKGROUND) % PeakSum.EACH) {
      case 0 -> Math.min(Math.max(value, x[0]), x[x.length - 1]);
      case 2 -> Math.min(Math.max(value, 0.1 * range / (x.length - 1)), range);
      case 3 -> Math.min(Math.max(value, 0), 1);
      default -> value;
    };
  }

  private static boolean isMixing(int parameter) {
    return parameter >= PeakSum.BACKGROUND && (parameter - PeakSum.BACKGROUND) % PeakSum.EACH == 3;
  }
}
