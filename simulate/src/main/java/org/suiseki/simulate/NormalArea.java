package org.suiseki.simulate;

/**
 * The area under the standard normal curve from 0 to t, by cubics between 4096 tabulated values and
 * slopes on 0 to 8; absolute error below 1e-13.
 */
final class NormalArea {
  static final double END = 8;

  private static final int CELLS = 4096;
  private static final double CELL = END / CELLS;
  private static final double[] AREA = new double[CELLS + 1];
  private static final double[] SLOPE = new double[CELLS + 1];

  static {
    for (int i = 0; i <= CELLS; i++) {
      double t = i * CELL;
      SLOPE[i] = CELL * Math.exp(-0.5 * t * t) / Math.sqrt(2 * Math.PI);
      // The upper tail is exp(−t²/2) w(it/√2) / 2.
      AREA[i] = 0.5 - 0.5 * Math.exp(-0.5 * t * t) * Faddeeva.real(0, t / Math.sqrt(2));
    }
  }

  private NormalArea() {}

  /** From 0 to t; negative for negative t. */
  static double to(double t) {
    double size = Math.abs(t);
    if (size >= END) {
      return t > 0 ? 0.5 : -0.5;
    }
    double cell = size / CELL;
    int left = (int) cell;
    double p = cell - left;
    double q = 1 - p;
    double area =
        AREA[left] * q * q * (1 + 2 * p)
            + AREA[left + 1] * p * p * (1 + 2 * q)
            + SLOPE[left] * p * q * q
            - SLOPE[left + 1] * p * p * q;
    return t < 0 ? -area : area;
  }
}
