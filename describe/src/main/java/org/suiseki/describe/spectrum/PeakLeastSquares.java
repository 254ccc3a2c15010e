package org.suiseki.describe.spectrum;

import java.util.Arrays;
import java.util.Optional;

/**
 * Fits a {@link PeakSum} to the points of a window by the method of Levenberg and Marquardt
 * (Marquardt, J. SIAM 11, 431 (1963), 10.1137/0111030; the damping after Nielsen, Technical
 * University of Denmark IMM-REP-1999-05). A number that would leave its range is held at the end,
 * and so is one that the data say nothing of.
 *
 * <p>On the way a peak enters the normal equations near itself only, as far away its slopes hardly
 * tell it from the background; the gradient, and so the minimum, has all of it. Cost of a round:
 * O(points · (peaks + the square of those near a point)), and O(peaks³) for the solution. A
 * workspace, not for several threads.
 */
final class PeakLeastSquares {
  private static final int MOST_ROUNDS = 200;

  /**
   * Of χ² by its freedom, the gain that ends a fit: at a thousandth no number would move by more
   * than some three hundredths of its deviation.
   */
  static final double COARSE = 1e-2;

  static final double FINE = 1e-5;

  /** Rounding: no gain below it is one, relative to χ² and where χ² is 0. */
  private static final double ROUNDING = 1e-13;

  private static final double EXACT = 1e-10;

  private static final double MOST_DAMPED = 1e12;

  /** How many widths from a peak it enters the normal equations. */
  private static final double NEAR = 8;

  private final double[] x;
  private final double[] y;
  private final double[] weights;
  private final double[] parameters;
  private final double[] low;
  private final double[] high;
  private final PeakSum model;
  private final double[] values;
  private final double[] normal;
  private final double[] gradient;
  private final double[] slopes;
  private final int[] near;
  private final boolean[] held;
  private final SymmetricSystem system;
  private double chiSquare;

  /**
   * @param weights one by the square of each deviation; may be changed before each {@link #run}
   * @param parameters where to begin; overwritten by the result
   * @param low the least each may become
   * @param high the most
   */
  PeakLeastSquares(
      double[] x,
      double[] y,
      double[] weights,
      double[] parameters,
      double[] low,
      double[] high,
      Optional<Doublet> doublet) {
    int n = parameters.length;
    this.low = low;
    this.high = high;
    this.x = x;
    this.y = y;
    this.weights = weights;
    this.parameters = parameters;
    this.model = new PeakSum(x, doublet);
    this.values = new double[x.length];
    this.normal = new double[n * n];
    this.gradient = new double[n];
    this.slopes = new double[n];
    this.near = new int[n / PeakSum.EACH];
    this.held = new boolean[n];
    this.system = new SymmetricSystem(n);
  }

  double chiSquare() {
    return chiSquare;
  }

  /** The model at all points, as fitted last. */
  double[] model() {
    model.values(parameters, values);
    return values;
  }

  /** Whether neither position nor width of the peak at {@code p} is at an end of its range. */
  boolean settled(int p) {
    return !held[p] && !held[p + 2];
  }

  /**
   * @param settled by how much of χ²/freedom a last round may still gain
   * @return whether it settled
   */
  boolean run(double settled) {
    double damping = 1e-3;
    double growth = 2;
    double[] step = new double[parameters.length];
    double[] trial = new double[parameters.length];
    linearise(NEAR);
    for (int round = 0; round < MOST_ROUNDS && damping < MOST_DAMPED; round++) {
      double after = Double.POSITIVE_INFINITY;
      double expected = 0;
      if (system.factorise(normal, damping)) {
        System.arraycopy(gradient, 0, step, 0, step.length);
        system.solve(step);
        for (int k = 0; k < step.length; k++) {
          trial[k] = within(k, parameters[k] + step[k]);
          double diagonal = normal[k * (step.length + 1)];
          expected += step[k] * (gradient[k] + damping * diagonal * step[k]);
        }
        after = sumOfSquares(trial);
      }
      double gain = chiSquare - after;
      double enough =
          settled * chiSquare / Math.max(1, x.length - parameters.length)
              + ROUNDING * chiSquare
              + EXACT;
      if (gain >= 0) {
        System.arraycopy(trial, 0, parameters, 0, trial.length);
        linearise(NEAR);
        double skill = 2 * gain / expected - 1;
        damping = Math.max(damping * Math.max(0.1, 1 - skill * skill * skill), 1e-12);
        growth = 2;
      } else {
        damping *= growth;
        growth *= 2;
      }
      if (Math.abs(gain) <= enough) {
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
    linearise(Double.POSITIVE_INFINITY);
    int n = parameters.length;
    if (!system.factorise(normal, 0) && !(holdUnsettled() && system.factorise(normal, 0))) {
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

  /** Takes out the peaks that are not settled; whether there is one. */
  private boolean holdUnsettled() {
    boolean any = false;
    for (int p = PeakSum.BACKGROUND; p < parameters.length; p += PeakSum.EACH) {
      if (!settled(p)) {
        any = true;
        for (int k = p; k < p + PeakSum.EACH; k++) {
          hold(k);
        }
      }
    }
    return any;
  }

  private void linearise(double reach) {
    int n = parameters.length;
    Arrays.fill(normal, 0);
    Arrays.fill(gradient, 0);
    chiSquare = 0;
    model.values(parameters, values);
    for (int i = 0; i < x.length; i++) {
      model.slopes(i, parameters, slopes);
      double difference = y[i] - values[i];
      double weighted = weights[i] * difference;
      chiSquare += weighted * difference;
      for (int k = 0; k < n; k++) {
        gradient[k] += weighted * slopes[k];
      }
      addToNormal(weights[i], nearTo(x[i], reach));
    }
    hold();
  }

  /** Finds the peaks near a point; gives how many there are. */
  private int nearTo(double point, double reach) {
    int found = 0;
    for (int p = PeakSum.BACKGROUND; p < parameters.length; p += PeakSum.EACH) {
      if (Math.abs(point - parameters[p]) <= reach * parameters[p + 2]) {
        near[found++] = p;
      }
    }
    return found;
  }

  private void addToNormal(double weight, int peaks) {
    int n = parameters.length;
    normal[0] += weight * slopes[0] * slopes[0];
    normal[n] += weight * slopes[0] * slopes[1];
    normal[n + 1] += weight * slopes[1] * slopes[1];
    for (int a = 0; a < peaks; a++) {
      for (int k = near[a]; k < near[a] + PeakSum.EACH; k++) {
        double weighted = weight * slopes[k];
        int row = k * n;
        normal[row] += weighted * slopes[0];
        normal[row + 1] += weighted * slopes[1];
        for (int b = 0; b < a; b++) {
          int l = near[b];
          normal[row + l] += weighted * slopes[l];
          normal[row + l + 1] += weighted * slopes[l + 1];
          normal[row + l + 2] += weighted * slopes[l + 2];
          normal[row + l + 3] += weighted * slopes[l + 3];
        }
        for (int l = near[a]; l <= k; l++) {
          normal[row + l] += weighted * slopes[l];
        }
      }
    }
  }

  /** Takes those out that are at an end of their range and would leave it. */
  private void hold() {
    int n = parameters.length;
    for (int k = 0; k < n; k++) {
      double end = gradient[k] > 0 ? high[k] : low[k];
      held[k] = gradient[k] != 0 && parameters[k] == end || !(normal[k * (n + 1)] > 0);
      if (held[k]) {
        hold(k);
      }
    }
  }

  private void hold(int k) {
    int n = parameters.length;
    held[k] = true;
    gradient[k] = 0;
    for (int l = 0; l < n; l++) {
      normal[k * n + l] = 0;
      normal[l * n + k] = 0;
    }
    normal[k * n + k] = 1;
  }

  private double sumOfSquares(double[] trial) {
    model.values(trial, values);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double difference = y[i] - values[i];
      sum += weights[i] * difference * difference;
    }
    return sum;
  }

  private double within(int parameter, double value) {
    return Math.min(Math.max(value, low[parameter]), high[parameter]);
  }
}
