package org.suiseki.simulate;

import org.suiseki.matter.Axis;
import org.suiseki.matter.OutsideRange;
import org.suiseki.matter.Spectrum;

/**
 * The exact convolution of a Gaussian with a spectrum that is linear between its points.
 *
 * <p>Such a spectrum f is a straight line plus a ramp of slope change Δ_j at each point x_j, and a
 * ramp convolved with a Gaussian is the same ramp plus σ h(|x − x_j|/σ), with h(t) = φ(t) − t Q(t),
 * φ the normal density and Q its upper tail. Hence (f ∗ g)(x) = f(x) + σ Σ_j Δ_j h(|x − x_j|/σ),
 * where only points within 8 σ matter. No quadrature, so the points may be uneven and coarser than
 * σ. Beyond its ends the spectrum is held at its end values while it is smoothed, so that a flat
 * baseline stays flat up to the last point.
 */
final class GaussianSmoothing {
  private static final double CUT = 8;

  /** Cells of the table; the cubics err by at most CELL⁴ φ″ / 384 < 1e-13. */
  private static final int CELLS = 4096;

  private static final double CELL = CUT / CELLS;
  private static final double[] HEIGHT = new double[CELLS + 1];
  private static final double[] TAIL = new double[CELLS + 1];

  static {
    for (int i = 0; i <= CELLS; i++) {
      double t = i * CELL;
      double density = Math.exp(-0.5 * t * t) / Math.sqrt(2 * Math.PI);
      // Q(t) = exp(−t²/2) w(it/√2) / 2.
      TAIL[i] = density * Math.sqrt(Math.PI / 2) * Faddeeva.real(0, t / Math.sqrt(2));
      HEIGHT[i] = density - t * TAIL[i];
    }
  }

  private GaussianSmoothing() {}

  /**
   * @param outside what the result is beyond the range of the spectrum: refused, zero, or the
   *     smoothed held end
   */
  static Spectrum apply(Spectrum spectrum, double sigma, Axis target, OutsideRange outside) {
    Axis axis = spectrum.axis();
    // Resampling checks the range and the unit, and gives the straight part.
    double[] values = spectrum.resample(target, outside).values();
    double[] kinks = kinks(spectrum);
    for (int i = 0; i < values.length; i++) {
      double x = target.at(i);
      if (outside == OutsideRange.ZERO && (x < axis.first() || x > axis.last())) {
        continue;
      }
      int end = axis.indexAtOrBelow(x + CUT * sigma);
      double sum = 0;
      for (int j = axis.indexAtOrBelow(x - CUT * sigma) + 1; j <= end; j++) {
        sum += kinks[j] * rounding(Math.abs(x - axis.at(j)) / sigma);
      }
      values[i] += sigma * sum;
    }
    return new Spectrum(target, values, spectrum.quantity(), spectrum.unit(), spectrum.metadata());
  }

  /** By how much the slope changes at each point; zero slope beyond the ends. */
  private static double[] kinks(Spectrum spectrum) {
    Axis axis = spectrum.axis();
    double[] kinks = new double[axis.length()];
    for (int i = 1; i < kinks.length; i++) {
      double slope = (spectrum.value(i) - spectrum.value(i - 1)) / (axis.at(i) - axis.at(i - 1));
      kinks[i - 1] += slope;
      kinks[i] -= slope;
    }
    return kinks;
  }

  /** h(t) for 0 ≤ t ≤ 8, by the cubic that has h and its slope −Q at both ends of the cell. */
  private static double rounding(double t) {
    double cell = t / CELL;
    int left = Math.min((int) cell, CELLS - 1);
    double u = cell - left;
    double v = 1 - u;
    double ends = HEIGHT[left] * v * v * (1 + 2 * u) + HEIGHT[left + 1] * u * u * (1 + 2 * v);
    double slopes = TAIL[left + 1] * u * u * v - TAIL[left] * v * v * u;
    return ends + CELL * slopes;
  }
}
