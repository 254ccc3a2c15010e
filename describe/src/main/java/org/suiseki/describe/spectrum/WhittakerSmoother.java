package org.suiseki.describe.spectrum;

/**
 * Weighted penalised least squares on second differences (Eilers, Anal. Chem. 75, 3631 (2003),
 * 10.1021/ac034173t): solves (W + λ DᵀD) z = W y, a symmetric matrix of five diagonals, by LDLᵀ
 * without square roots. Cost: O(n), nothing allocated. A workspace, not for several threads.
 */
final class WhittakerSmoother {
  /** What keeps the matrix positive where weights vanish, far below any weight that counts. */
  private static final double LEAST_WEIGHT = 1e-12;

  private final int n;
  private final double stiffness;
  private final double[] first;
  private final double[] second;

  WhittakerSmoother(int n, double stiffness) {
    this.n = n;
    this.stiffness = stiffness;
    this.first = new double[n];
    this.second = new double[n];
  }

  /** Needs five points or more. */
  void smooth(double[] y, double[] weights, double[] z) {
    double c1 = 0;
    double c2 = 0;
    double d1 = 0;
    double d2 = 0;
    double z1 = 0;
    double z2 = 0;
    double ahead1 = 0;
    for (int i = 0; i < n; i++) {
      double weight = weights[i] + LEAST_WEIGHT;
      boolean inside = i >= 2 && i < n - 2;
      // Row i of L ends in c2, c1, 1; d1 and d2 are the pivots of the rows before.
      double pivot = weight + stiffness * (inside ? 6 : diagonal(i)) - d1 * c1 * c1 - d2 * c2 * c2;
      double inverse = 1 / pivot;
      double ahead = inside || i + 2 < n ? stiffness * inverse : 0;
      double next = (stiffness * (inside ? -4 : beside(i)) - d1 * c1 * ahead1) * inverse;
      double right = weight * y[i] - c1 * z1 - c2 * z2;
      first[i] = next;
      second[i] = ahead;
      z[i] = right * inverse;
      c2 = ahead1;
      ahead1 = ahead;
      c1 = next;
      d2 = d1;
      d1 = pivot;
      z2 = z1;
      z1 = right;
    }
    z[n - 2] -= first[n - 2] * z[n - 1];
    for (int i = n - 3; i >= 0; i--) {
      z[i] -= first[i] * z[i + 1] + second[i] * z[i + 2];
    }
  }

  private double diagonal(int i) {
    int fromEnd = Math.min(i, n - 1 - i);
    return fromEnd == 0 ? 1 : fromEnd == 1 ? 5 : 6;
  }

  private double beside(int i) {
    return i == n - 1 ? 0 : i == 0 || i == n - 2 ? -2 : -4;
  }
}
