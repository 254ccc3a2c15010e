package org.suiseki.describe;

/**
 * Radial functions of {@link Soap}: for each degree l, Gaussian-type functions r<sup>l</sup>
 * exp(−α<sub>n</sub> r²), made orthonormal over r² dr by Löwdin's S<sup>−1/2</sup>. The exponents
 * let function n fall to 1/1000 at a radius; the radii lie evenly between 1 Å and the cutoff.
 * Himanen et al., Comput. Phys. Commun. 247, 106949 (2020), doi 10.1016/j.cpc.2019.106949
 * (DScribe). Immutable.
 */
final class SoapBasis {
  /** What a function has fallen to at its radius; and a Gaussian where it is left out. */
  static final double THRESHOLD = 1e-3;

  private final int radial;
  private final int degree;
  private final double[] exponents;
  private final double[] factors;
  private final double[] decays;
  private final double[] mixing;

  SoapBasis(SoapOptions options) {
    radial = options.radialFunctions();
    degree = options.largestDegree();
    exponents = new double[(degree + 1) * radial];
    factors = new double[(degree + 1) * radial];
    decays = new double[(degree + 1) * radial];
    mixing = new double[(degree + 1) * radial * radial];
    double eta = 0.5 / (options.sigma() * options.sigma());
    for (int l = 0; l <= degree; l++) {
      for (int n = 0; n < radial; n++) {
        double radius = radial == 1 ? 1 : 1 + (options.cutoff() - 1) * n / (radial - 1);
        double exponent = -Math.log(THRESHOLD / Math.pow(radius, l)) / (radius * radius);
        int at = l * radial + n;
        exponents[at] = exponent;
        factors[at] =
            Math.pow(Math.PI / (exponent + eta), 1.5) * Math.pow(eta / (exponent + eta), l);
        decays[at] = exponent * eta / (exponent + eta);
      }
      orthonormalise(l);
    }
  }

  /**
   * Writes the overlaps of a Gaussian at a distance with the functions before they are made
   * orthonormal, without the spherical harmonic, which is that of the direction: (l, n) at l ×
   * radial functions + n. Exact: a Gaussian's mean of a solid harmonic is the harmonic at its
   * centre.
   */
  void overlaps(double distance, double[] out) {
    double square = distance * distance;
    double power = 1;
    for (int l = 0; l <= degree; l++) {
      for (int at = l * radial; at < (l + 1) * radial; at++) {
        out[at] = factors[at] * power * Math.exp(-decays[at] * square);
      }
      power *= distance;
    }
  }

  /** The part of primitive function k in orthonormal function n of degree l. */
  double mixing(int l, int n, int k) {
    return mixing[(l * radial + n) * radial + k];
  }

  /** Orthonormal function n of degree l at a radius in Å; in Å<sup>−3/2</sup>. */
  double value(int l, int n, double radius) {
    double sum = 0;
    for (int k = 0; k < radial; k++) {
      sum += mixing(l, n, k) * Math.exp(-exponents[l * radial + k] * radius * radius);
    }
    return sum * Math.pow(radius, l);
  }

  /** S<sup>−1/2</sup>, from the eigenvalues of S. */
  private void orthonormalise(int l) {
    SymmetricEigen eigen = new SymmetricEigen(radial, 0);
    double gamma = 0.5 * gammaOfHalf(l + 1);
    for (int i = 0; i < radial; i++) {
      for (int j = 0; j < radial; j++) {
        double sum = exponents[l * radial + i] + exponents[l * radial + j];
        eigen.matrix()[i * radial + j] = gamma * Math.pow(sum, -l - 1.5);
      }
    }
    eigen.solve();
    for (int e = 0; e < radial; e++) {
      if (!(eigen.value(e) > 0)) {
        throw new DescribeException(
            "The " + radial + " radial functions of SOAP cannot be told apart in doubles.",
            "Choose fewer, or a larger cutoff.");
      }
      double scale = 1 / Math.sqrt(eigen.value(e));
      for (int i = 0; i < radial; i++) {
        for (int j = 0; j < radial; j++) {
          mixing[(l * radial + i) * radial + j] += eigen.vector(e, i) * scale * eigen.vector(e, j);
        }
      }
    }
  }

  /** Γ(k + ½). */
  private static double gammaOfHalf(int k) {
    double gamma = Math.sqrt(Math.PI);
    for (int i = 0; i < k; i++) {
      gamma *= i + 0.5;
    }
    return gamma;
  }
}
