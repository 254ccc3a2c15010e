package org.suiseki.explain.phases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.suiseki.explain.ExplainException;
import org.suiseki.learn.Progress;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;
import org.suiseki.simulate.Anode;
import org.suiseki.simulate.Polarisation;
import org.suiseki.simulate.Radiation;

/** Patterns as they should not be, and those that need a little care. */
final class MeasuredPatternTest {
  private static final Radiation COPPER = Radiation.kAlpha(Anode.CU);

  private static MeasuredPattern of(double[] x, double[] y, String unit, double... deviations) {
    Axis axis = new Axis("two-theta", unit, x);
    Spectrum spectrum = new Spectrum(axis, y, "intensity", "counts", Map.of());
    return MeasuredPattern.of(spectrum, deviations, COPPER, Polarisation.none());
  }

  private static double[] angles(int count) {
    double[] x = new double[count];
    Arrays.setAll(x, i -> 20 + 0.05 * i);
    return x;
  }

  private static double[] bumpy(int count) {
    double[] y = new double[count];
    Arrays.setAll(y, i -> 100 + i * 7919 % 23);
    return y;
  }

  @Test
  void refusesWhatIsNoPattern() {
    assertThatThrownBy(() -> of(angles(200), new double[200], "degree"))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("All values of the pattern are 0.0");
    assertThatThrownBy(() -> of(angles(20), bumpy(20), "degree"))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("20 points");
    assertThatThrownBy(() -> of(angles(200), bumpy(200), "1/Å"))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("not 2θ");
    assertThatThrownBy(() -> of(angles(4000), bumpy(4000), "degree"))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("The angles go from");
    assertThatThrownBy(() -> of(angles(200), bumpy(200), "degree", new double[200]))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("No deviation");
  }

  @Test
  void deviationsOfZeroAreTheLeastOfTheOthers() {
    double[] deviations = new double[200];
    Arrays.fill(deviations, 3);
    deviations[7] = 0;
    deviations[9] = 2;
    MeasuredPattern pattern = of(angles(200), bumpy(200), "degree", deviations);
    assertThat(pattern.deviations()[7]).isEqualTo(2);
    assertThat(pattern.deviations()[8]).isEqualTo(3);
  }

  @Test
  void binsKeepTheMeanAndHalveTheVarianceOfTwo() {
    MeasuredPattern pattern = of(angles(201), bumpy(201), "degree");
    MeasuredPattern binned = pattern.binned(2);
    assertThat(binned.spectrum().length()).isEqualTo(100);
    double mean = (pattern.spectrum().value(4) + pattern.spectrum().value(5)) / 2;
    assertThat(binned.spectrum().value(2)).isCloseTo(mean, within(1e-9));
    // The root of a Poisson count's mean over two.
    assertThat(binned.deviations()[2]).isCloseTo(Math.sqrt(mean / 2), within(1e-9));
  }

  @Test
  void unevenPointsAreEvened() {
    SimulatedMixture mixture = new SimulatedMixture().with("NaCl", 60).with("quartz", 40);
    double[] x = new double[2400];
    // As a pattern even in sin θ would be.
    Arrays.setAll(x, i -> Math.toDegrees(2 * Math.asin(0.15 + 0.00022 * i)));
    mixture.axis = new Axis("two-theta", "degree", x);
    Identification found =
        PhaseSearch.standard()
            .identify(
                mixture.pattern(),
                SimulatedMixture.candidates("NaCl", "quartz", "CaF2", "NiO"),
                1,
                Progress.SILENT);
    assertThat(found.phases())
        .extracting(p -> p.candidate().name())
        .containsExactly("NaCl", "quartz");
    assertThat(found.phases().get(0).weightPercent()).isCloseTo(60, within(2.0));
    assertThat(found.curves().twoTheta()).hasSameSizeAs(x);
  }

  @Test
  void roundedAnglesArePutRight() {
    double[] x = angles(200);
    double[] rounded = Arrays.stream(x).map(v -> Math.round(v * 0.7 * 100) / 100.0).toArray();
    MeasuredPattern even = of(rounded, bumpy(200), "degree").even();
    assertThat(even.spectrum().axis().step()).isPresent();
    // Nothing is interpolated.
    assertThat(even.spectrum().values()).isEqualTo(bumpy(200));
  }

  @Test
  void candidatesThatCannotBeUsedAreNamed() {
    MeasuredPattern pattern = new SimulatedMixture().with("NaCl", 100).pattern();
    Candidate huge = Candidate.of("huge", SimulatedMixture.crystal("V2O5").supercell(6, 8, 8));
    Candidate large = new Candidate("large", huge.crystal().supercell(5, 5, 5), "", huge.system());
    Candidate salt = SimulatedMixture.candidates("NaCl").get(0);
    Identification found =
        PhaseSearch.standard().identify(pattern, List.of(large, salt), 1, Progress.SILENT);
    assertThat(found.phases()).hasSize(1);
    assertThat(found.refused()).hasSize(1);
    assertThat(found.refused().get(0).reason()).contains("too many reflections");
    assertThatThrownBy(
            () -> PhaseSearch.standard().identify(pattern, List.of(large), 1, Progress.SILENT))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("None of the 1 candidates");
  }

  @Test
  void optionsHaveTheirRange() {
    assertThatThrownBy(() -> PhaseSearch.standard().withMostStrain(0.5))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("largest strain");
    assertThatThrownBy(() -> PhaseSearch.standard().withMostPhases(0))
        .isInstanceOf(ExplainException.class);
  }
}
