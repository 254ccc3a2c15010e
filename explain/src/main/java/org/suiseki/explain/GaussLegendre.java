package org.suiseki.explain;

/**
 * Nodes and weights of Gauss–Legendre quadrature on [0, 1], exact for polynomials up to the degree
 * 2n − 1.
 *
 * <p>Newton's method on the Legendre recurrence from the starting values cos(π (i + 3/4) / (n +
 * 1/2)) (Abramowitz and Stegun 1964, 22.16.6 and 25.4.29), O(n²).
 *
 * @param nodes n places in (0, 1), falling
 * @param weights n positive weights of sum 1
 */
record GaussLegendre(double[] nodes, double[] weights) {

  static GaussLegendre of(int n) {
    double[] nodes = new double[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
      double step = 1;
      // Quadratic convergence from these starts: 4 steps reach rounding; 20 is out of reach.
      for (int round = 0; round < 20 && Math.abs(step) > 1e-15; round++) {
        double[] polynomial = legendre(n, x);
        step = polynomial[0] / polynomial[1];
        x -= step;
      }
      double slope = legendre(n, x)[1];
      nodes[i] = (x + 1) / 2;
      weights[i] = 1 / ((1 - x * x) * slope * slope);
    }
    return new GaussLegendre(nodes, weights);
  }

  /** P_n and its derivative at x, |x| &lt; 1. */
  private static double[] legendre(int n, double x) {
    double before = 1;
    double value = x;
    for (int k = 2; k <= n; k++) {
      double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
      before = value;
      value = next;
    }
    return new double[] {value, n * (before - x * value) / (1 - x * x)};
  }
}
