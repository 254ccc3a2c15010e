package org.suiseki.learn;

/**
 * Student's t distribution for whole degrees of freedom, from the finite series of Abramowitz and
 * Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4, which are exact.
 */
public final class StudentT {

  private StudentT() {}

  /**
   * The value that t stays below with the given probability.
   *
   * @param probability in [0.5, 1)
   * @param degrees at least 1; the cost grows in proportion
   */
  static double quantile(double probability, int degrees) {
    double within = 2 * probability - 1;
    double low = 0;
    double high = Math.PI / 2;
    // Bisection on the angle, whose range is bounded; 60 halvings exhaust the precision of a
    // double.
    for (int step = 0; step < 60; step++) {
      double middle = (low + high) / 2;
      if (within(middle, degrees) < within) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.tan(high) * Math.sqrt(degrees);
  }

  /**
   * The probability of a value above {@code t}.
   *
   * @param degrees at least 1; the cost grows in proportion
   */
  public static double above(double t, int degrees) {
    double beyond = (1 - within(Math.atan(Math.abs(t) / Math.sqrt(degrees)), degrees)) / 2;
    return t >= 0 ? beyond : 1 - beyond;
  }

  /** The probability of |t| < √degrees · tan(angle). */
  private static double within(double angle, int degrees) {
    double sine = Math.sin(angle);
    double cosine = Math.cos(angle);
    boolean odd = degrees % 2 == 1;
    double term = odd ? cosine : 1;
    double sum = degrees == 1 ? 0 : term;
    for (int n = odd ? 3 : 2; n <= degrees - 2; n += 2) {
      term *= cosine * cosine * (n - 1) / n;
      sum += term;
    }
    return odd ? 2 / Math.PI * (angle + sine * sum) : sine * sum;
  }
}
