package org.suiseki.learn;

import java.util.Arrays;

/**
 * The minimum of a smooth function of few variables by the method of Broyden, Fletcher, Goldfarb
 * and Shanno with a full inverse Hessian (Nocedal and Wright, Numerical Optimization, 2nd ed.,
 * algorithm 6.1) and a backtracking line search (condition 3.4). Finds a local minimum. For up to
 * about a hundred variables: each step costs O(variables²) beside the function.
 *
 * @param steps at most this many
 * @param tolerance it stops when a step lowers the function by less than this, or promises to
 * @param longest no variable changes by more than this in one step
 */
record QuasiNewton(int steps, double tolerance, double longest) {

  private static final double SUFFICIENT = 1e-4;
  private static final int HALVINGS = 20;

  /** A function with its gradient. */
  interface Objective {
    /**
     * Its value; positive infinity where it has none, and then the gradient is left alone.
     *
     * @param gradient receives the gradient
     */
    double at(double[] x, double[] gradient);
  }

  /**
   * A place that was reached.
   *
   * @param inverse the inverse Hessian as far as the steps taught it, row by row
   */
  record Minimum(double[] x, double value, double[] inverse) {}

  /**
   * Goes downhill from a place where the function is finite, with nothing known of its curvature.
   */
  Minimum from(double[] start, Objective objective) {
    return from(start, new double[0], objective);
  }

  /**
   * Goes downhill from a place where the function is finite.
   *
   * @param inverse the inverse Hessian there, as far as it is known; empty where it is not
   */
  Minimum from(double[] start, double[] inverse, Objective objective) {
    int size = start.length;
    double[] x = start.clone();
    double[] gradient = new double[size];
    double value = objective.at(x, gradient);
    boolean learned = inverse.length > 0;
    double[] hessian = learned ? inverse.clone() : identity(size, 1);
    double[] next = new double[size];
    double[] nextGradient = new double[size];
    for (int step = 0; step < steps; step++) {
      double[] direction = downhill(hessian, gradient);
      double slope = DotProduct.of(direction, 0, gradient, 0, size);
      if (-slope < tolerance) {
        break;
      }
      double length = limit(direction);
      double reached = Double.POSITIVE_INFINITY;
      for (int halving = 0; halving < HALVINGS; halving++) {
        for (int i = 0; i < size; i++) {
          next[i] = x[i] + length * direction[i];
        }
        reached = objective.at(next, nextGradient);
        if (reached <= value + SUFFICIENT * length * slope) {
          break;
        }
        length *= shrink(value, slope, length, reached);
      }
      if (!(reached < value)) {
        break;
      }
      learned = update(hessian, x, next, gradient, nextGradient, learned);
      double gain = value - reached;
      value = reached;
      System.arraycopy(next, 0, x, 0, size);
      System.arraycopy(nextGradient, 0, gradient, 0, size);
      if (gain < tolerance) {
        break;
      }
    }
    return new Minimum(x, value, hessian);
  }

  private static double[] downhill(double[] hessian, double[] gradient) {
    int size = gradient.length;
    double[] direction = new double[size];
    for (int i = 0; i < size; i++) {
      direction[i] = -DotProduct.of(hessian, i * size, gradient, 0, size);
    }
    return direction;
  }

  /** 1, or less where that would move a variable too far. */
  private double limit(double[] direction) {
    double most = Arrays.stream(direction).map(Math::abs).max().orElse(0);
    return Math.min(1, longest / most);
  }

  /** Where the parabola through what is known has its minimum, between a tenth and a half. */
  private static double shrink(double value, double slope, double length, double reached) {
    if (reached == Double.POSITIVE_INFINITY) {
      return 0.25;
    }
    double best = -slope * length / (2 * (reached - value - slope * length));
    return Math.min(0.5, Math.max(0.1, best));
  }

  /** Whether the Hessian is one that steps taught. */
  private static boolean update(
      double[] hessian,
      double[] x,
      double[] next,
      double[] gradient,
      double[] nextGradient,
      boolean learned) {
    int size = x.length;
    double[] s = new double[size];
    double[] y = new double[size];
    Arrays.setAll(s, i -> next[i] - x[i]);
    Arrays.setAll(y, i -> nextGradient[i] - gradient[i]);
    double curvature = DotProduct.of(s, 0, y, 0, size);
    double squares = DotProduct.of(y, 0, y, 0, size);
    // Not convex along this step: nothing to learn from it.
    if (curvature <= 1e-10 * squares) {
      return learned;
    }
    if (!learned) {
      System.arraycopy(identity(size, curvature / squares), 0, hessian, 0, size * size);
    }
    double[] hy = downhill(hessian, y);
    double scale = (1 - DotProduct.of(y, 0, hy, 0, size) / curvature) / curvature;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        hessian[i * size + j] += scale * s[i] * s[j] + (hy[i] * s[j] + s[i] * hy[j]) / curvature;
      }
    }
    return true;
  }

  private static double[] identity(int size, double value) {
    double[] identity = new double[size * size];
    for (int i = 0; i < size; i++) {
      identity[i * size + i] = value;
    }
    return identity;
  }
}
