package org.suiseki.explain.phases;

import java.util.Arrays;

/**
 * One phase as it stands in a refinement: strain of each axis, then the Lorentzian widths of small
 * crystallites (degrees / cos θ) and of microstrain (degrees · tan θ).
 */
record PhaseState(PhaseLines lines, double[] values) {
  private static final double SMALL_BEGIN = 0.04;
  private static final double MICRO_BEGIN = 0.02;

  static PhaseState begin(PhaseLines lines, double strain) {
    double[] values = new double[lines.axes().size() + 2];
    Arrays.fill(values, 0, lines.axes().size(), strain);
    values[values.length - 2] = SMALL_BEGIN;
    values[values.length - 1] = MICRO_BEGIN;
    return new PhaseState(lines, values);
  }

  PhaseState with(double[] other) {
    return new PhaseState(lines, other);
  }

  int axes() {
    return values.length - 2;
  }

  double small() {
    return values[values.length - 2];
  }

  double micro() {
    return values[values.length - 1];
  }

  double[] strains() {
    return Arrays.copyOf(values, axes());
  }

  /** The mean of the three lengths' strain. */
  double strain() {
    return Math.log(lines.volumeFactor(strains())) / 3;
  }
}
