package org.suiseki.simulate;

/**
 * The Faddeeva function w(z) = exp(−z²) erfc(−iz) for Im z ≥ 0, by Weideman's rational series with
 * 40 terms.
 *
 * <p>J. A. C. Weideman, SIAM J. Numer. Anal. 31, 1497 (1994), doi 10.1137/0731077, eq. (38) and the
 * program in its appendix. Absolute error below 1e-14 in the closed upper half-plane (compared with
 * SciPy's {@code wofz}). The coefficients are computed once by a plain cosine sum. Cost: 40 complex
 * multiplications for each call.
 */
final class Faddeeva {
  private static final int TERMS = 40;
  private static final double SCALE = Math.sqrt(TERMS / Math.sqrt(2));
  private static final double[] COEFFICIENTS = coefficients();

  private Faddeeva() {}

  /** Re w(x + iy), the Voigt function; {@code y} must not be negative. */
  static double real(double x, double y) {
    // L - iz and L + iz with z = x + iy.
    double downRe = SCALE + y;
    double downIm = -x;
    double norm = downRe * downRe + downIm * downIm;
    double ratioRe = ((SCALE - y) * downRe + x * downIm) / norm;
    double ratioIm = (x * downRe - (SCALE - y) * downIm) / norm;
    double sumRe = 0;
    double sumIm = 0;
    for (int n = TERMS - 1; n >= 0; n--) {
      double re = sumRe * ratioRe - sumIm * ratioIm + COEFFICIENTS[n];
      sumIm = sumRe * ratioIm + sumIm * ratioRe;
      sumRe = re;
    }
    // 2 p / (L - iz)^2 + 1 / (sqrt(pi) (L - iz)), real part.
    double squareRe = downRe * downRe - downIm * downIm;
    double squareIm = 2 * downRe * downIm;
    return 2 * (sumRe * squareRe + sumIm * squareIm) / (norm * norm)
        + downRe / (Math.sqrt(Math.PI) * norm);
  }

  private static double[] coefficients() {
    int points = 4 * TERMS;
    double[] coefficients = new double[TERMS];
    for (int n = 1; n <= TERMS; n++) {
      double sum = 0;
      for (int k = -points / 2 + 1; k < points / 2; k++) {
        double theta = 2 * Math.PI * k / points;
        double t = SCALE * Math.tan(theta / 2);
        sum += Math.exp(-t * t) * (SCALE * SCALE + t * t) * Math.cos(n * theta);
      }
      coefficients[n - 1] = sum / points;
    }
    return coefficients;
  }
}
