package org.suiseki.describe;

/**
 * The error function and its complement to about one part in 10¹⁵.
 *
 * <p>For x ≥ 0, erfc(x) = t exp(−x²) P(t) with t = 2/(2 + x) and P a Chebyshev series over 0 &lt; t
 * ≤ 1, the form of Schonfelder (Math. Comput. 32, 1232 (1978), 10.1090/S0025-5718-1978-0494846-8);
 * the coefficients were fitted with 40 digits. One exponential and 26 terms for each value.
 */
final class ErrorFunction {
  private static final double[] SERIES = {
    1.1540674772329393 / 2,
    0.3554369212704985,
    0.06509515882878653,
    0.003671142395836639,
    -0.0011128447433526325,
    -0.0001607582991537808,
    3.278031574173137e-05,
    5.442441645505016e-06,
    -1.5154665553171482e-06,
    -1.4297608181169865e-07,
    8.234608827419493e-08,
    -1.2962846852306563e-09,
    -4.154721631015199e-09,
    6.347058278362811e-10,
    1.4320822712256225e-10,
    -6.160390105204585e-11,
    2.0612138554721698e-12,
    3.5714931488477042e-12,
    -8.586422843251796e-13,
    -6.14560021379063e-14,
    7.418725748596617e-14,
    -1.2895042755032325e-14,
    -2.358726385710632e-15,
    1.5729349381685912e-15,
    -2.2782966239546465e-16,
    -6.31233045075643e-17
  };

  private ErrorFunction() {}

  static double erf(double x) {
    return 1 - erfc(x);
  }

  static double erfc(double x) {
    double size = Math.abs(x);
    double t = 2 / (2 + size);
    double twice = 2 * (2 * t - 1);
    double b1 = 0;
    double b2 = 0;
    for (int i = SERIES.length - 1; i > 0; i--) {
      double b = twice * b1 - b2 + SERIES[i];
      b2 = b1;
      b1 = b;
    }
    double value = t * Math.exp(-size * size) * (SERIES[0] + 0.5 * twice * b1 - b2);
    return x >= 0 ? value : 2 - value;
  }
}
