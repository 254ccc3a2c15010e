package org.suiseki.describe;

/**
 * Real spherical harmonics Y<sub>lm</sub> of unit vectors up to a degree, from polynomials in x, y,
 * z alone: no angle, no trigonometric function, no special case at the poles. Orthonormal on the
 * sphere; value (l, m) stands at l² + l + m, m from −l (sine part) to l (cosine part), without the
 * Condon–Shortley sign.
 *
 * <p>Their products summed over m are (2l + 1) P<sub>l</sub>(cos γ) / 4π, the addition theorem.
 * Recurrences: NIST Digital Library of Mathematical Functions, 14.10.3. Cost: O(degree²) for each
 * vector. Immutable.
 */
final class SphericalHarmonics {
  private final int degree;

  /** Factor (l, m ≥ 0) of the norm, at l (l + 1) / 2 + m. */
  private final double[] norm;

  SphericalHarmonics(int degree) {
    this.degree = degree;
    this.norm = new double[(degree + 1) * (degree + 2) / 2];
    for (int l = 0; l <= degree; l++) {
      double factor = (2 * l + 1) / (4 * Math.PI);
      norm[l * (l + 1) / 2] = Math.sqrt(factor);
      for (int m = 1; m <= l; m++) {
        factor /= (double) (l + m) * (l - m + 1);
        norm[l * (l + 1) / 2 + m] = Math.sqrt(2 * factor);
      }
    }
  }

  /** How many values there are: (degree + 1)². */
  int size() {
    return (degree + 1) * (degree + 1);
  }

  /** Adds {@code weight} times the values of a unit vector to {@code sums} from {@code at} on. */
  void add(double x, double y, double z, double weight, double[] sums, int at) {
    double cosine = weight;
    double sine = 0;
    double diagonal = 1;
    for (int m = 0; m <= degree; m++) {
      double before = 0;
      double legendre = diagonal;
      for (int l = m; l <= degree; l++) {
        double value = norm[l * (l + 1) / 2 + m] * legendre;
        int centre = at + l * l + l;
        sums[centre + m] += value * cosine;
        if (m > 0) {
          sums[centre - m] += value * sine;
        }
        double next = ((2 * l + 1) * z * legendre - (l + m) * before) / (l - m + 1);
        before = legendre;
        legendre = next;
      }
      double turned = cosine * x - sine * y;
      sine = cosine * y + sine * x;
      cosine = turned;
      diagonal *= 2 * m + 1;
    }
  }
}
