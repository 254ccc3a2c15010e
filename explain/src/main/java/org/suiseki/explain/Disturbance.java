package org.suiseki.explain;

import java.util.SplittableRandom;
import org.suiseki.learn.Table;

/**
 * What a measurement does to a gridded spectrum: noise, a wrong energy scale, a worse resolution.
 * For testing how robust a model is, and for making training rows that teach it to be so.
 */
public sealed interface Disturbance {

  /**
   * A disturbed copy of a spectrum with one value for each grid point; only noise draws from {@code
   * random}.
   */
  double[] apply(double[] spectrum, double[] axis, SplittableRandom random);

  /**
   * Independent Gaussian noise at each grid point.
   *
   * @param sigma standard deviation as a share of the largest |value| of the spectrum
   */
  record Noise(double sigma) implements Disturbance {
    public Noise {
      checkWidth("Noise", sigma);
    }

    @Override
    public double[] apply(double[] spectrum, double[] axis, SplittableRandom random) {
      checkPoints(spectrum, axis);
      return Disturbing.noise(spectrum, sigma, random);
    }
  }

  /**
   * Moves the spectrum along its axis, y'(E) = y(E − by), by linear interpolation; what comes in at
   * an end is the value at that end.
   *
   * @param by in the unit of the axis; positive moves features to higher energy
   */
  record Shift(double by) implements Disturbance {
    public Shift {
      if (!Double.isFinite(by)) {
        throw new ExplainException("A shift by " + by + ".", "Give a number in the axis unit.");
      }
    }

    @Override
    public double[] apply(double[] spectrum, double[] axis, SplittableRandom random) {
      checkPoints(spectrum, axis);
      return Disturbing.shift(spectrum, axis, by);
    }
  }

  /**
   * Convolution with a Gaussian, cut at 4 σ and renormalised to weight one at each point, also at
   * the ends. On top of a Gaussian of σ₀ the spectrum then has √(σ₀² + σ²).
   *
   * @param sigma standard deviation (not full width) in the unit of the axis
   */
  record Broaden(double sigma) implements Disturbance {
    public Broaden {
      checkWidth("A broadening", sigma);
    }

    @Override
    public double[] apply(double[] spectrum, double[] axis, SplittableRandom random) {
      checkPoints(spectrum, axis);
      return Disturbing.broaden(spectrum, axis, sigma);
    }
  }

  /**
   * The table with the spectrum of each row disturbed and its other columns as they were. Row i
   * draws from a stream of its own made of {@code seed} and i, so that a row's noise does not
   * depend on how many rows there are.
   */
  default Table apply(Table rows, SpectrumColumns place, long seed) {
    place.checkFits(rows);
    int[] columns = place.columns();
    double[] values = rows.values().clone();
    for (int row = 0; row < rows.rows(); row++) {
      double[] spectrum = new double[columns.length];
      for (int point = 0; point < columns.length; point++) {
        spectrum[point] = rows.get(row, columns[point]);
      }
      double[] disturbed = apply(spectrum, place.axis(), Disturbing.stream(seed, row));
      for (int point = 0; point < columns.length; point++) {
        values[row * rows.width() + columns[point]] = disturbed[point];
      }
    }
    return new Table(rows.columns(), rows.rows(), values);
  }

  private static void checkWidth(String name, double sigma) {
    if (!(sigma >= 0 && Double.isFinite(sigma))) {
      throw new ExplainException(
          name + " of σ = " + sigma + ".", "Give a standard deviation of zero or more.");
    }
  }

  private static void checkPoints(double[] spectrum, double[] axis) {
    if (spectrum.length != axis.length || axis.length < 2) {
      throw new ExplainException(
          "A spectrum of " + spectrum.length + " values on " + axis.length + " grid points.",
          "Give one value for each grid point, and two points or more.");
    }
  }
}
