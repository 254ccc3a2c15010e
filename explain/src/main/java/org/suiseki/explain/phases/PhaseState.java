package org.suiseki.explain.phases;

import java.util.Arrays;

/**
 * One phase as it stands in a refinement.
 *
 * @param direction of preferred orientation, in {@link Texturing}; {@link #NO_TEXTURE} for none
 * @param values strain of each axis, then the Lorentzian widths of small crystallites (degrees /
 *     cos θ) and of microstrain (degrees · tan θ), then ln r of March and Dollase
 */
record PhaseState(PhaseLines lines, int direction, double[] values) {
  static final int NO_TEXTURE = -1;
  private static final int BESIDE_STRAINS = 3;
  private static final double SMALL_BEGIN = 0.04;
  private static final double MICRO_BEGIN = 0.02;

  static PhaseState begin(PhaseLines lines, double strain) {
    int axes = lines.axes().size();
    double[] values = new double[axes + BESIDE_STRAINS];
    Arrays.fill(values, 0, axes, strain);
    values[axes] = SMALL_BEGIN;
    values[axes + 1] = MICRO_BEGIN;
    return new PhaseState(lines, NO_TEXTURE, values);
  }

  PhaseState with(double[] other) {
    return new PhaseState(lines, direction, other);
  }

  PhaseState withDirection(int other) {
    return new PhaseState(lines, other, values);
  }

  int axes() {
    return values.length - BESIDE_STRAINS;
  }

  boolean textured() {
    return direction != NO_TEXTURE;
  }

  double small() {
    return values[axes()];
  }

  double micro() {
    return values[axes() + 1];
  }

  /** r of March and Dollase; 1 for none. */
  double march() {
    return Math.exp(values[axes() + 2]);
  }

  double[] strains() {
    return Arrays.copyOf(values, axes());
  }

  /** The mean of the three lengths' strain. */
  double strain() {
    return Math.log(lines.volumeFactor(strains())) / 3;
  }

  /** Σ|F|² of a reflection, as orientation changes it. */
  double strength(int reflection) {
    double plain = lines.strength()[reflection];
    return textured() ? plain * lines.texturing().factor(direction, march(), reflection) : plain;
  }
}
