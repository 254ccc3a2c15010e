package org.suiseki.explain.phases;

import java.util.Arrays;
import java.util.Map;
import org.suiseki.explain.ExplainException;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;
import org.suiseki.simulate.Polarisation;
import org.suiseki.simulate.Radiation;

/**
 * A powder pattern as it was measured, and with what.
 *
 * @param spectrum over 2θ in degrees
 * @param deviations standard deviation of each value, above 0
 * @param radiation whose reflections it shows
 * @param polarisation of the beam
 */
public record MeasuredPattern(
    Spectrum spectrum, double[] deviations, Radiation radiation, Polarisation polarisation) {
  private static final int FEWEST = 50;

  /** By steps that rounding moves a point from its place, at most. */
  private static final double ROUNDED = 0.4;

  /**
   * @throws ExplainException for an axis that is none of 2θ in degrees, too few points, or a number
   *     of deviations that is not that of the points
   */
  public MeasuredPattern {
    deviations = deviations.clone();
    Axis axis = spectrum.axis();
    if (!axis.unit().equals("degree")) {
      throw new ExplainException(
          "The axis is " + axis.name() + " [" + axis.unit() + "], not 2θ in degrees.",
          "Convert it to two-theta first.");
    }
    if (spectrum.length() < FEWEST) {
      throw new ExplainException(
          "The pattern has " + spectrum.length() + " points.",
          "Give one of at least " + FEWEST + ".");
    }
    if (!(axis.first() >= 0 && axis.last() <= 175)) {
      throw new ExplainException(
          "The angles go from " + axis.first() + "° to " + axis.last() + "°.",
          "Give 2θ between 0° and 175°.");
    }
    if (deviations.length != spectrum.length()) {
      throw new ExplainException(
          "There are " + spectrum.length() + " values and " + deviations.length + " deviations.",
          "Give one deviation for each value.");
    }
  }

  /**
   * With deviations as they are given, or where there are none as those of counts where all values
   * are counts, otherwise from how values of neighbours scatter.
   *
   * @param deviations of each value; empty where they are not known; those of 0 count as the least
   *     above 0
   */
  public static MeasuredPattern of(
      Spectrum spectrum, double[] deviations, Radiation radiation, Polarisation polarisation) {
    double[] known =
        deviations.length == 0
            ? PatternNoise.deviations(spectrum)
            : PatternNoise.positive(deviations);
    return new MeasuredPattern(spectrum, known, radiation, polarisation);
  }

  @Override
  public double[] deviations() {
    return deviations.clone();
  }

  /** The mean over each {@code points} neighbours. */
  MeasuredPattern binned(int points) {
    int bins = spectrum.length() / points;
    double[] x = new double[bins];
    double[] y = new double[bins];
    double[] deviation = new double[bins];
    for (int bin = 0; bin < bins; bin++) {
      double variance = 0;
      for (int i = bin * points; i < (bin + 1) * points; i++) {
        x[bin] += spectrum.axis().at(i) / points;
        y[bin] += spectrum.value(i) / points;
        variance += deviations[i] * deviations[i];
      }
      deviation[bin] = Math.sqrt(variance) / points;
    }
    Axis axis = new Axis(spectrum.axis().name(), spectrum.axis().unit(), x);
    Spectrum mean =
        new Spectrum(axis, y, spectrum.quantity(), spectrum.unit(), spectrum.metadata());
    return new MeasuredPattern(mean, deviation, radiation, polarisation);
  }

  /**
   * The same on evenly spaced points, as smoothing and looking up places need them: angles that
   * were only rounded are put right, others' values are the linear interpolant at as many points.
   */
  MeasuredPattern even() {
    Axis axis = spectrum.axis();
    if (axis.step().isPresent()) {
      return this;
    }
    double[] x = new double[axis.length()];
    double worst = 0;
    for (int i = 0; i < x.length; i++) {
      double part = i / (x.length - 1.0);
      x[i] = axis.first() * (1 - part) + axis.last() * part;
      worst = Math.max(worst, Math.abs(x[i] - axis.at(i)));
    }
    Axis even = new Axis(axis.name(), axis.unit(), x);
    if (worst < ROUNDED * step()) {
      return new MeasuredPattern(
          new Spectrum(
              even, spectrum.values(), spectrum.quantity(), spectrum.unit(), spectrum.metadata()),
          deviations,
          radiation,
          polarisation);
    }
    Spectrum noise = new Spectrum(axis, deviations, "deviation", spectrum.unit(), Map.of());
    return new MeasuredPattern(
        spectrum.resample(even), noise.resample(even).values(), radiation, polarisation);
  }

  double step() {
    Axis axis = spectrum.axis();
    return (axis.last() - axis.first()) / (axis.length() - 1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MeasuredPattern that
        && spectrum.equals(that.spectrum)
        && Arrays.equals(deviations, that.deviations)
        && radiation.equals(that.radiation)
        && polarisation.equals(that.polarisation);
  }

  @Override
  public int hashCode() {
    return 31 * spectrum.hashCode() + Arrays.hashCode(deviations);
  }
}
