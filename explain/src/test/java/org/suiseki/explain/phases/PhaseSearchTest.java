package org.suiseki.explain.phases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.suiseki.learn.Progress;
import org.suiseki.matter.Crystal;
import org.suiseki.simulate.Alignment;
import org.suiseki.simulate.PeakProfile;
import org.suiseki.simulate.Radiation;
import org.suiseki.simulate.Texture;

/** Mixtures of known weights, simulated, among fourteen candidates. */
final class PhaseSearchTest {
  /** In per cent by weight; the error that the search promises for a good pattern. */
  private static final double PROMISED = 2;

  private static Identification identify(SimulatedMixture mixture, List<Candidate> candidates) {
    return PhaseSearch.standard().identify(mixture.pattern(), candidates, 1, Progress.SILENT);
  }

  private static Map<String, Double> weights(Identification found) {
    return found.phases().stream()
        .collect(Collectors.toMap(p -> p.candidate().name(), IdentifiedPhase::weightPercent));
  }

  private static void assertWeights(Identification found, Map<String, Double> expected) {
    Map<String, Double> weights = weights(found);
    assertThat(weights.keySet()).isEqualTo(expected.keySet());
    expected.forEach((name, weight) ->
        assertThat(weights.get(name)).as(name).isCloseTo(weight, within(PROMISED)));
  }

  @Test
  void twoOfVeryDifferentScatteringPower() {
    Identification found =
        identify(
            new SimulatedMixture().with("In2O3", 20).with("LiF", 80), SimulatedMixture.fourteen());
    assertWeights(found, Map.of("In2O3", 20.0, "LiF", 80.0));
    assertThat(found.incomplete()).isFalse();
    // Counting noise alone, which the right model leaves.
    assertThat(found.agreement().goodness()).isBetween(0.9, 1.3);
  }

  @Test
  void threeMisalignedAndStrained() {
    SimulatedMixture mixture =
        new SimulatedMixture()
            .with("NiO", 30)
            .with("TiO2-anatase", 45)
            .with("ZnO", 25)
            .strained("NiO", 0.012)
            .strained("ZnO", -0.004);
    mixture.alignment = new Alignment(0.06, 0.08, 200);
    mixture.seed = 2;
    Identification found = identify(mixture, SimulatedMixture.fourteen());
    assertWeights(found, Map.of("NiO", 30.0, "TiO2-anatase", 45.0, "ZnO", 25.0));
    Map<String, Double> strains =
        found.phases().stream()
            .collect(Collectors.toMap(p -> p.candidate().name(), IdentifiedPhase::strainPercent));
    // Zero shift and strain are told apart by how they grow with the angle, to about 0.03 %.
    assertThat(strains.get("NiO")).isCloseTo(1.2, within(0.05));
    assertThat(strains.get("ZnO")).isCloseTo(-0.4, within(0.05));
    assertThat(strains.get("TiO2-anatase")).isCloseTo(0, within(0.05));
  }

  @Test
  void fourWithSmallCrystallites() {
    SimulatedMixture mixture =
        new SimulatedMixture()
            .with("TiO2-rutile", 35)
            .with("Al2O3", 30)
            .with("quartz", 20)
            .with("MnO", 15);
    mixture.profile = PeakProfile.laboratory().withSize(250);
    mixture.seed = 3;
    assertWeights(
        identify(mixture, SimulatedMixture.fourteen()),
        Map.of("TiO2-rutile", 35.0, "Al2O3", 30.0, "quartz", 20.0, "MnO", 15.0));
  }

  @Test
  void anUnknownPhaseLeavesItsPeaks() {
    SimulatedMixture mixture =
        new SimulatedMixture().with("NaCl", 40).with("La(OH)3", 30).with("CuO", 30);
    mixture.seed = 4;
    Identification found = identify(mixture, SimulatedMixture.fourteen());
    assertThat(weights(found).keySet()).containsExactlyInAnyOrder("NaCl", "La(OH)3");
    // Of those known it tells the ratio.
    assertThat(weights(found).get("NaCl")).isCloseTo(400.0 / 7, within(PROMISED));
    assertThat(found.incomplete()).isTrue();
    // 1 1 -1 with 0 0 2, and 1 1 1 of tenorite (ICDD 48-1548), are clear of the others.
    assertThat(found.unexplained()).anyMatch(p -> Math.abs(p.spacing() - 2.524) < 0.01);
    assertThat(found.unexplained()).anyMatch(p -> Math.abs(p.spacing() - 2.323) < 0.01);
    assertThat(found.unexplainedShare()).isBetween(0.1, 0.9);
  }

  @Test
  void noCandidateExplainsAnotherSubstance() {
    SimulatedMixture mixture = new SimulatedMixture().with("Bi2O3", 100);
    Identification found = identify(mixture, SimulatedMixture.fourteen());
    assertThat(found.phases()).isEmpty();
    assertThat(found.unexplainedShare()).isGreaterThan(0.9);
  }

  @Test
  void nearlyEqualStructuresAreNamed() {
    SimulatedMixture mixture = new SimulatedMixture().with("NiO", 50).with("quartz", 50);
    Identification found =
        identify(mixture, SimulatedMixture.candidates("NiO", "CoO", "MgO", "quartz", "CaO"));
    IdentifiedPhase nickel =
        found.phases().stream()
            .filter(p -> p.candidate().name().equals("NiO"))
            .findFirst()
            .orElseThrow();
    // Cobalt and nickel scatter alike; CoO's lattice is 2 % longer.
    assertThat(nickel.alternatives())
        .anyMatch(
            a -> a.candidate().name().equals("CoO") && Math.abs(a.strainPercent() + 1.95) < 0.15);
    assertThat(nickel.alternatives()).noneMatch(a -> a.candidate().name().equals("CaO"));
  }

  @Test
  void preferredOrientationIsFound() {
    SimulatedMixture mixture =
        new SimulatedMixture()
            .with("V2O5", 60)
            .with("NiO", 40)
            .textured("V2O5", new Texture(0, 0, 1, 0.7));
    Identification found = identify(mixture, SimulatedMixture.fourteen());
    assertWeights(found, Map.of("V2O5", 60.0, "NiO", 40.0));
    IdentifiedPhase.Orientation orientation = found.phases().get(0).orientation().orElseThrow();
    assertThat(orientation.planes()).isEqualTo("0 0 1");
    assertThat(orientation.march()).isCloseTo(0.7, within(0.05));
    assertThat(found.phases().get(1).orientation()).isEmpty();
  }

  @Test
  void neutrons() {
    SimulatedMixture mixture = new SimulatedMixture().with("MnO", 50).with("CaF2", 50);
    mixture.radiation = Radiation.neutrons(1.8);
    assertWeights(
        identify(mixture, SimulatedMixture.fourteen()), Map.of("MnO", 50.0, "CaF2", 50.0));
  }

  @Test
  void orderCellAndThreadsDoNotMatter() {
    SimulatedMixture mixture = new SimulatedMixture().with("NiO", 50).with("LiF", 50);
    MeasuredPattern pattern = mixture.pattern();
    List<Candidate> candidates = new ArrayList<>(SimulatedMixture.fourteen());
    Identification first = PhaseSearch.standard().identify(pattern, candidates, 1, Progress.SILENT);
    Collections.shuffle(candidates, new Random(5));
    Identification second =
        PhaseSearch.standard().identify(pattern, candidates, 3, Progress.SILENT);
    assertThat(weights(second)).isEqualTo(weights(first));
    Crystal larger = SimulatedMixture.crystal("LiF").supercell(2, 1, 1);
    candidates.removeIf(one -> one.name().equals("LiF"));
    candidates.add(Candidate.of("LiF", larger));
    Identification third = PhaseSearch.standard().identify(pattern, candidates, 1, Progress.SILENT);
    // The conventional cell found again differs by rounding only.
    assertThat(weights(third).get("LiF")).isCloseTo(weights(first).get("LiF"), within(1e-3));
  }
}
