package org.suiseki.explain.phases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.suiseki.explain.phases.Identification.Agreement;
import org.suiseki.explain.phases.Identification.Curves;
import org.suiseki.explain.phases.IdentifiedPhase.AxisStrain;
import org.suiseki.explain.phases.IdentifiedPhase.PhasePeak;
import org.suiseki.simulate.Absorption;

/** What a refined mixture says, in the words of {@link Identification}. */
final class MixtureReading {
  private static final double WEAKEST = 1e-4;

  private final PhaseSearch options;
  private final MeasuredPattern measured;
  private final PatternFit fit;
  private final PhaseSelection selection;
  private final Mixture mixture;
  private final double width;

  /**
   * @param measured with all its points, of which {@code fit} may hold means
   */
  MixtureReading(
      PhaseSearch options,
      MeasuredPattern measured,
      PatternFit fit,
      PhaseSelection selection,
      Mixture mixture,
      double width) {
    this.options = options;
    this.measured = measured;
    this.fit = fit;
    this.selection = selection;
    this.mixture = mixture;
    this.width = width;
  }

  Identification read(List<Identification.Refused> refused) {
    UnexplainedPeaks unexplained = UnexplainedPeaks.of(fit, mixture, width);
    Curves curves = curves();
    return new Identification(
        phases(),
        unexplained.peaks(),
        unexplained.share(),
        agreement(curves),
        Instrument.ZERO.of(mixture.instrument()),
        Instrument.DISPLACEMENT.of(mixture.instrument()),
        curves,
        refused);
  }

  private List<IdentifiedPhase> phases() {
    if (mixture.phases().isEmpty()) {
      return List.of();
    }
    WeightFractions weights = WeightFractions.of(fit, mixture, selection.refinement(mixture));
    PhaseEvidence evidence = new PhaseEvidence(fit, mixture, width);
    List<IdentifiedPhase> phases = new ArrayList<>();
    for (int index : weights.order()) {
      PhaseState state = mixture.phases().get(index);
      PhaseEvidence.Seen seen = evidence.of(index);
      double deviation = 100 * weights.deviations()[index];
      phases.add(
          new IdentifiedPhase(
              state.lines().candidate(),
              100 * weights.fractions()[index],
              Double.isNaN(deviation) ? OptionalDouble.empty() : OptionalDouble.of(deviation),
              100 * state.strain(),
              strains(state),
              orientation(state),
              Absorption.linear(state.lines().candidate().crystal(), measured.radiation()),
              seen.visible(),
              seen.matched(),
              peaks(state),
              selection.alternatives(mixture, index)));
    }
    return phases;
  }

  private static Optional<IdentifiedPhase.Orientation> orientation(PhaseState state) {
    if (!state.textured()) {
      return Optional.empty();
    }
    String planes = state.lines().texturing().name(state.direction());
    return Optional.of(new IdentifiedPhase.Orientation(planes, state.march()));
  }

  private static List<AxisStrain> strains(PhaseState state) {
    List<AxisStrain> strains = new ArrayList<>();
    for (int axis = 0; axis < state.axes(); axis++) {
      strains.add(new AxisStrain(state.lines().axes().get(axis), 100 * state.values()[axis]));
    }
    return strains;
  }

  private List<PhasePeak> peaks(PhaseState state) {
    PhaseLines lines = state.lines();
    double[] height = new double[lines.count()];
    double highest = 0;
    for (int k = 0; k < height.length; k++) {
      height[k] = fit.shape.intensity(state, mixture.instrument(), k);
      highest = Math.max(highest, height[k]);
    }
    List<PhasePeak> peaks = new ArrayList<>();
    for (int k = 0; k < height.length; k++) {
      double at = fit.shape.position(state, mixture.instrument(), k);
      boolean within = at >= fit.x[0] && at <= fit.x[fit.x.length - 1];
      if (within && height[k] > WEAKEST * highest) {
        peaks.add(new PhasePeak(lines.labels()[k], at, height[k] / highest));
      }
    }
    peaks.sort(Comparator.comparingDouble(PhasePeak::twoTheta));
    return peaks;
  }

  private Curves curves() {
    PatternFit whole =
        measured == fit.pattern
            ? fit
            : new PatternFit(measured, options.modelError(), options.backgroundDegree());
    Mixture same = Mixture.of(whole, mixture.instrument(), mixture.phases());
    double[] calculated = whole.peaks(same.columns(), same.scales());
    double[] background = whole.background(calculated);
    for (int i = 0; i < calculated.length; i++) {
      calculated[i] += background[i];
    }
    return new Curves(whole.x, whole.y, background, calculated);
  }

  private Agreement agreement(Curves curves) {
    double[] deviations = measured.deviations();
    double squares = 0;
    double all = 0;
    double plain = 0;
    double sum = 0;
    for (int i = 0; i < deviations.length; i++) {
      double difference = curves.observed()[i] - curves.calculated()[i];
      double weight = 1 / (deviations[i] * deviations[i]);
      squares += weight * difference * difference;
      all += weight * curves.observed()[i] * curves.observed()[i];
      plain += Math.abs(difference);
      sum += Math.abs(curves.observed()[i]);
    }
    int free = fit.background.size() + mixture.phases().size() + selection.parameters(mixture);
    double goodness = Math.sqrt(squares / Math.max(1, deviations.length - free));
    return new Agreement(Math.sqrt(squares / all), plain / sum, goodness);
  }
}
