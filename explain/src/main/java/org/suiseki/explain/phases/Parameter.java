package org.suiseki.explain.phases;

import java.util.ArrayList;
import java.util.List;

/**
 * One number that a refinement may change.
 *
 * @param phase which phase it is of; {@link #COMMON} for the instrument
 * @param index in the instrument's or the phase's values
 * @param isotropic whether it moves all axes of the phase
 * @param expected by experience
 * @param usual how far values usually lie from there
 * @param least bound
 * @param most bound
 * @param nudge for derivatives
 */
record Parameter(
    int phase,
    int index,
    boolean isotropic,
    double expected,
    double usual,
    double least,
    double most,
    double nudge) {
  static final int COMMON = -1;
  private static final double STRAIN_USUAL = 0.005;
  private static final double DIFFERENCE_USUAL = 0.002;
  private static final double DIFFERENCE_MOST = 0.01;
  private static final double TEXTURE_USUAL = 0.3;
  private static final double TEXTURE_MOST = 1.2;
  private static final double NUDGE = 1e-5;

  /** All of the instrument. */
  static List<Parameter> common() {
    List<Parameter> all = new ArrayList<>();
    for (Instrument one : Instrument.values()) {
      all.add(
          new Parameter(
              COMMON, one.ordinal(), false, one.start, one.usual, one.least, one.most, one.nudge));
    }
    return all;
  }

  /** Those of one phase. */
  static List<Parameter> of(PhaseState state, int phase, double mostStrain, boolean anisotropic) {
    List<Parameter> all = new ArrayList<>();
    all.add(new Parameter(phase, 0, true, 0, STRAIN_USUAL, -mostStrain, mostStrain, NUDGE));
    int axes = state.axes();
    for (int axis = 1; anisotropic && axis < axes; axis++) {
      all.add(
          new Parameter(
              phase, axis, false, 0, DIFFERENCE_USUAL, -DIFFERENCE_MOST, DIFFERENCE_MOST, NUDGE));
    }
    all.add(new Parameter(phase, axes, false, 0.04, 0.1, 0, 3, 1e-4));
    all.add(new Parameter(phase, axes + 1, false, 0.02, 0.1, 0, 3, 1e-4));
    if (state.textured()) {
      all.add(texture(state, phase));
    }
    return all;
  }

  /** ln r. */
  static Parameter texture(PhaseState state, int phase) {
    return new Parameter(
        phase, state.axes() + 2, false, 0, TEXTURE_USUAL, -TEXTURE_MOST, TEXTURE_MOST, 1e-3);
  }

  double value(Mixture mixture) {
    if (phase == COMMON) {
      return mixture.instrument()[index];
    }
    PhaseState state = mixture.phases().get(phase);
    boolean difference = !isotropic && index < state.axes();
    return state.values()[index] - (difference ? state.values()[0] : 0);
  }

  double bounded(double value) {
    return Math.max(least, Math.min(most, value));
  }

  /** Changes the instrument's or the phase's values in place. */
  void move(double[] values, int axes, double by) {
    values[index] += by;
    for (int axis = 1; isotropic && axis < axes; axis++) {
      values[axis] += by;
    }
  }
}
