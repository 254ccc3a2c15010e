package org.suiseki.explain.phases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.suiseki.learn.Progress;
import org.suiseki.simulate.Alignment;
import org.suiseki.simulate.PowderDiffraction;

/** The least squares inside: projection, derivatives, convergence, deviations. */
final class RefinementTest {

  private static PatternFit fit(SimulatedMixture mixture) {
    return new PatternFit(mixture.pattern().even(), 0, 4);
  }

  private static PhaseState state(PatternFit fit, String name) {
    PowderDiffraction diffraction = PowderDiffraction.of(fit.pattern.radiation()).withRange(10, 90);
    return PhaseState.begin(
        PhaseLines.of(Candidate.of(name, SimulatedMixture.crystal(name)), diffraction), 0);
  }

  @Test
  void projectionLeavesNothingOfABackgroundAndMakesTheRestOrthogonal() {
    SplittableRandom random = new SplittableRandom(3);
    double[] x = new double[300];
    double[] envelope = new double[300];
    double[] roots = new double[300];
    for (int i = 0; i < 300; i++) {
      x[i] = 10 + 0.2 * i;
      envelope[i] = 50 * Math.exp(-i / 70.0) + random.nextDouble();
      roots[i] = 0.2 + random.nextDouble();
    }
    BackgroundBasis basis = BackgroundBasis.of(x, envelope, 5, roots);
    double[] curve = new double[300];
    Arrays.setAll(curve, i -> 3 * envelope[i] + 2 + 0.1 * x[i] - 0.002 * x[i] * x[i]);
    double length = Math.sqrt(BackgroundBasis.dot(curve, curve));
    double[] rest = basis.project(curve);
    // Rounding of 300 sums.
    assertThat(Math.sqrt(BackgroundBasis.dot(rest, rest))).isLessThan(1e-10 * length);
    double[] other = new double[300];
    Arrays.setAll(other, i -> random.nextGaussian());
    double[] left = basis.project(other);
    double[] weighed = new double[300];
    Arrays.setAll(weighed, i -> roots[i] * envelope[i]);
    assertThat(BackgroundBasis.dot(left, weighed)).isCloseTo(0, within(1e-9 * length));
    // A second projection changes nothing: what is left has no weight put on again.
    Arrays.setAll(left, i -> left[i] / roots[i]);
    double[] again = basis.project(left);
    for (int i = 0; i < 300; i++) {
      assertThat(again[i] / roots[i]).isCloseTo(left[i], within(1e-9));
    }
  }

  @Test
  void convergesToWhatWasSimulated() {
    SimulatedMixture mixture =
        new SimulatedMixture().with("NiO", 60).with("quartz", 40).strained("NiO", 0.004);
    mixture.alignment = new Alignment(0.07, 0, 200);
    mixture.vibration = 0.9;
    mixture.counts = 50_000;
    PatternFit fit = fit(mixture);
    Mixture begin =
        Mixture.of(fit, Instrument.begin(0.12), List.of(state(fit, "NiO"), state(fit, "quartz")));
    List<Parameter> parameters =
        Refinement.parameters(begin, true, Refinement.all(begin), 0.02, true);
    Refinement refinement = new Refinement(fit, parameters, 1);
    Mixture end = refinement.improve(begin, 40);
    assertThat(refinement.objective(end)).isLessThan(0.2 * refinement.objective(begin));
    // χ² per point of counting noise, a little above by the tails that are cut.
    assertThat(end.squares() / fit.x.length).isBetween(0.8, 1.5);
    // Zero shift, displacement and what is common to all strains are told apart poorly; their
    // difference well.
    double nickel = end.phases().get(0).strain();
    double quartz = end.phases().get(1).strain();
    assertThat(nickel).isCloseTo(Math.log(1.004), within(5e-4));
    assertThat(nickel - quartz).isCloseTo(Math.log(1.004), within(5e-5));
    assertThat(Instrument.VIBRATION.of(end.instrument())).isCloseTo(0.9, within(0.15));
    // At the end the gradient by every parameter is small against what it was.
    double[] first = refinement.normal(begin).right();
    double[] last = refinement.normal(end).right();
    assertThat(Math.sqrt(BackgroundBasis.dot(last, last)))
        .isLessThan(0.02 * Math.sqrt(BackgroundBasis.dot(first, first)));
  }

  @Test
  void normalEquationsHoldTheDerivatives() {
    SimulatedMixture mixture = new SimulatedMixture().with("NiO", 60).with("ZnO", 40);
    PatternFit fit = fit(mixture);
    Mixture at =
        Mixture.of(fit, Instrument.begin(0.12), List.of(state(fit, "NiO"), state(fit, "ZnO")));
    List<Parameter> parameters = Refinement.parameters(at, true, Refinement.all(at), 0.02, true);
    Refinement.Normal normal = new Refinement(fit, parameters, 0).normal(at);
    for (int i = 0; i < parameters.size(); i++) {
      Parameter one = parameters.get(i);
      double step = 10 * one.nudge();
      double slope = (squares(fit, at, one, step) - squares(fit, at, one, -step)) / (2 * step);
      double diagonal = normal.matrix()[i * normal.size() + i];
      double curvature = 0.02 * Math.sqrt(at.squares() * diagonal);
      // dχ²/dp = −2 Jᵀr, by central differences ten times as wide; second order of the forward
      // ones.
      assertThat(-2 * normal.right()[i])
          .as("parameter " + i)
          .isCloseTo(slope, within(0.05 * Math.abs(slope) + curvature));
    }
  }

  /** With the scales kept, which are at their best. */
  private static double squares(PatternFit fit, Mixture at, Parameter parameter, double by) {
    double[] instrument = at.instrument().clone();
    List<double[]> values = at.phases().stream().map(p -> p.values().clone()).toList();
    if (parameter.phase() == Parameter.COMMON) {
      parameter.move(instrument, 0, by);
    } else {
      int axes = at.phases().get(parameter.phase()).axes();
      parameter.move(values.get(parameter.phase()), axes, by);
    }
    List<PatternFit.Column> columns =
        java.util.stream.IntStream.range(0, values.size())
            .mapToObj(i -> fit.column(at.phases().get(i).with(values.get(i)), instrument))
            .toList();
    double[] rest = fit.rest(columns, at.scales());
    return BackgroundBasis.dot(rest, rest);
  }

  @Test
  void deviationsAreNoSmallerThanTheScatterOfRepeatedScans() {
    int scans = 8;
    double[] weights = new double[scans];
    double deviation = 0;
    for (int seed = 0; seed < scans; seed++) {
      SimulatedMixture mixture = new SimulatedMixture().with("NiO", 50).with("CaF2", 50);
      mixture.seed = 100 + seed;
      mixture.counts = 800;
      IdentifiedPhase nickel =
          PhaseSearch.standard()
              .identify(
                  mixture.pattern(), SimulatedMixture.candidates("NiO", "CaF2"), 1, Progress.SILENT)
              .phases()
              .stream()
              .filter(p -> p.candidate().name().equals("NiO"))
              .findFirst()
              .orElseThrow();
      weights[seed] = nickel.weightPercent();
      deviation += nickel.deviation().orElseThrow() / scans;
    }
    double mean = Arrays.stream(weights).average().orElseThrow();
    double scatter =
        Math.sqrt(Arrays.stream(weights).map(w -> (w - mean) * (w - mean)).sum() / (scans - 1));
    // The scatter of eight is known to a quarter; the deviation also holds the model's error.
    assertThat(deviation).isBetween(0.75 * scatter, 6 * scatter);
    assertThat(mean).isCloseTo(50, within(1.0));
  }
}
