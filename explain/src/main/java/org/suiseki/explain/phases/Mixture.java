package org.suiseki.explain.phases;

import java.util.ArrayList;
import java.util.List;

/**
 * Phases with their columns and scales, as a refinement has them at one moment. Immutable.
 *
 * @param columns of each phase, at this instrument
 * @param squares Σ w residual², without priors
 */
record Mixture(
    double[] instrument,
    List<PhaseState> phases,
    List<PatternFit.Column> columns,
    double[] scales,
    double squares) {

  static Mixture empty(PatternFit fit, double[] instrument) {
    return of(fit, instrument, List.of(), List.of());
  }

  static Mixture of(
      PatternFit fit,
      double[] instrument,
      List<PhaseState> phases,
      List<PatternFit.Column> columns) {
    PatternFit.Linear linear = fit.solve(columns);
    return new Mixture(instrument, phases, columns, linear.scales(), linear.squares());
  }

  static Mixture of(PatternFit fit, double[] instrument, List<PhaseState> phases) {
    List<PatternFit.Column> columns =
        phases.stream().map(phase -> fit.column(phase, instrument)).toList();
    return of(fit, instrument, phases, columns);
  }

  Mixture plus(PatternFit fit, PhaseState phase) {
    List<PhaseState> more = new ArrayList<>(phases);
    more.add(phase);
    List<PatternFit.Column> moreColumns = new ArrayList<>(columns);
    moreColumns.add(fit.column(phase, instrument));
    return of(fit, instrument, List.copyOf(more), List.copyOf(moreColumns));
  }

  Mixture without(PatternFit fit, int index) {
    List<PhaseState> fewer = new ArrayList<>(phases);
    List<PatternFit.Column> fewerColumns = new ArrayList<>(columns);
    fewer.remove(index);
    fewerColumns.remove(index);
    return of(fit, instrument, List.copyOf(fewer), List.copyOf(fewerColumns));
  }

  /** With another state of one phase. */
  Mixture with(PatternFit fit, int index, PhaseState phase) {
    List<PhaseState> other = new ArrayList<>(phases);
    List<PatternFit.Column> otherColumns = new ArrayList<>(columns);
    other.set(index, phase);
    otherColumns.set(index, fit.column(phase, instrument));
    return of(fit, instrument, List.copyOf(other), List.copyOf(otherColumns));
  }

  boolean holds(PhaseLines lines) {
    return phases.stream().anyMatch(phase -> phase.lines() == lines);
  }
}
