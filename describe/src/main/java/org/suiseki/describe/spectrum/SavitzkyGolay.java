package org.suiseki.describe.spectrum;

/**
 * The weights of a Savitzky–Golay filter, by polynomials that are orthonormal over the window (
 * Forsythe, J. SIAM 5, 74 (1957), 10.1137/0105007), which stay accurate where normal equations of
 * powers do not.
 */
final class SavitzkyGolay {
  private final int window;

  /** Row r: the weights that give the polynomial, or its derivative, at point r of the window. */
  private final double[] weights;

  SavitzkyGolay(int window, int order, int derivative, double step) {
    this.window = window;
    this.weights = new double[window * window];
    int half = window / 2;
    double scale = half == 0 ? 1 : half;
    double[] x = new double[window];
    for (int i = 0; i < window; i++) {
      x[i] = (i - half) / scale;
    }
    PolynomialBasis basis = new PolynomialBasis(x, order);
    double[] derived = basis.derivative(derivative);
    double factor = Math.pow(scale * step, -derivative);
    for (int k = 0; k <= order; k++) {
      for (int r = 0; r < window; r++) {
        double at = factor * derived[k * window + r];
        for (int i = 0; i < window; i++) {
          weights[r * window + i] += at * basis.value(k, i);
        }
      }
    }
  }

  double[] apply(double[] values) {
    int n = values.length;
    int half = window / 2;
    double[] result = new double[n];
    for (int i = 0; i < n; i++) {
      int begin = Math.min(Math.max(i - half, 0), n - window);
      int row = (i - begin) * window;
      double sum = 0;
      for (int j = 0; j < window; j++) {
        sum += weights[row + j] * values[begin + j];
      }
      result[i] = sum;
    }
    return result;
  }

  /** The standard deviation that white noise of deviation 1 keeps in the middle of the window. */
  double noise() {
    double squares = 0;
    int row = window / 2 * window;
    for (int j = 0; j < window; j++) {
      squares += weights[row + j] * weights[row + j];
    }
    return Math.sqrt(squares);
  }
}
