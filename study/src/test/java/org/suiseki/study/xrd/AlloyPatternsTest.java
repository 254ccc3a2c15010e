package org.suiseki.study.xrd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suiseki.learn.Progress;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Spectrum;
import org.suiseki.simulate.DebyeWaller;
import org.suiseki.simulate.FormFactor;
import org.suiseki.simulate.Reflections;
import org.suiseki.study.StudyException;

class AlloyPatternsTest {
  /** Co Kα, the mean of 1.788996 and half of 1.792835 Å. */
  private static final double COBALT = (1.788996 + 0.5 * 1.792835) / 1.5;

  /** SmFe11Ti, in at.% Ti, Zr, Co. */
  private static final double[] PARENT = {100.0 / 13, 0, 0};

  private static PatternSet set;

  @BeforeAll
  static void simulate() {
    set = AlloyPatterns.of(1, Progress.SILENT);
  }

  @Test
  void hasAHundredAndFiftyCompositions() {
    assertThat(set.size()).isEqualTo(150);
    Map<String, Integer> counts = new HashMap<>();
    set.groups().forEach(group -> counts.merge(group, 1, Integer::sum));
    assertThat(counts).hasSize(150);
    assertThat(counts.values()).containsOnly(1);
    assertThat(new HashSet<>(set.patterns().stream().map(Pattern::id).toList())).hasSize(150);
    assertThat(set.patterns().stream().map(Pattern::family).distinct())
        .containsExactly(AlloyPatterns.TITANIUM, AlloyPatterns.COBALT, AlloyPatterns.ZIRCONIUM);
    assertThat(set.wavelength()).isCloseTo(COBALT, within(1e-6));
    for (Pattern pattern : set.patterns()) {
      assertThat(pattern.spectrum().length()).isEqualTo(1751);
      double most = highest(pattern.spectrum(), 30, 100);
      // 5000 to 10000 over a background of up to 600, and 4 standard deviations of noise.
      assertThat(most).isBetween(5000 - 300.0, 10600 + 420.0);
    }
  }

  @Test
  void valuesAreAtomicPercentagesOfTheFormula() {
    Map<String, Element> elements = Map.of("Ti", Element.Ti, "Zr", Element.Zr, "Co", Element.Co);
    for (Pattern pattern : set.patterns()) {
      Composition formula = Composition.parse(pattern.group());
      Crystal crystal = set.modelling().orElseThrow().crystal(pattern.family(), pattern.values());
      for (int i = 0; i < set.properties().size(); i++) {
        Element element = elements.get(set.properties().get(i).name());
        assertThat(set.properties().get(i).unit()).isEqualTo("at.%");
        // Formulas are written to a hundredth, as contents are.
        assertThat(pattern.values()[i])
            .isCloseTo(100 * formula.amount(element) / formula.total(), within(1e-9));
        assertThat(pattern.values()[i])
            .isCloseTo(
                100 * crystal.composition().amount(element) / crystal.composition().total(),
                within(1e-9));
      }
    }
  }

  @Test
  void theSeedDecides() {
    PatternSet again = AlloyPatterns.of(1, Progress.SILENT);
    assertThat(again.origin()).isEqualTo(set.origin());
    for (int i = 0; i < set.size(); i++) {
      assertThat(again.patterns().get(i).spectrum()).isEqualTo(set.patterns().get(i).spectrum());
    }
    assertThat(AlloyPatterns.of(2, Progress.SILENT).origin().sha256())
        .isNotEqualTo(set.origin().sha256());
    // Measurements of one composition differ in their noise.
    assertThat(set.patterns().get(0).spectrum()).isNotEqualTo(set.patterns().get(1).spectrum());
  }

  @ParameterizedTest
  @CsvSource({"7.6923, 0, 0", "2, 0, 0", "6, 0, 12", "6, 1.8, 0"})
  void latticeParametersAreReadBackFromPeaks(double ti, double zr, double co) {
    double[] values = {ti, zr, co};
    PatternModelling modelling = set.modelling().orElseThrow();
    Spectrum pattern = modelling.expected("", values).orElseThrow();
    double t = 13 * ti / 100;
    double z = 13 * zr / 100;
    double k = 13 * co / 100;
    double a = 8.557 + 0.045 * (t - 1) - 0.0124 * k - 0.12 * z;
    double c = 4.799 + 0.010 * (t - 1) - 0.0069 * k - 0.03 * z;
    double angle310 = bragg(1 / Math.sqrt(10 / (a * a)));
    double angle002 = bragg(c / 2);
    // The centroid over ±0.45° has no exact share of the tails of others: 0.01° is 2e-4 of a.
    assertThat(centroid(pattern, angle310)).isCloseTo(angle310, within(0.01));
    assertThat(centroid(pattern, angle002)).isCloseTo(angle002, within(0.012));
    assertThat(modelling.crystal("", values).lattice().a()).isCloseTo(a, within(1e-9));
    assertThat(modelling.crystal("", values).lattice().c()).isCloseTo(c, within(1e-9));
  }

  @Test
  void measurementsAreMisalignedByHundredthsOfADegree() {
    double sum = 0;
    double squares = 0;
    for (Pattern pattern : set.patterns()) {
      double a = set.modelling().orElseThrow().crystal("", pattern.values()).lattice().a();
      double expected = bragg(1 / Math.sqrt(10 / (a * a)));
      double difference = centroid(pattern.spectrum(), expected) - expected;
      sum += difference / set.size();
      squares += difference * difference / set.size();
    }
    // Zero 0.003° and displacement 2 · 0.015/240 · cos θ = 0.0068° make 0.0074°; counting some
    // 7000 counts in a peak on 6000 of background, about as much again.
    assertThat(Math.sqrt(squares)).isBetween(0.005, 0.02);
    assertThat(sum).isCloseTo(0, within(0.006));
  }

  /** pymatgen 's XRDCalculator(wavelength=1.79026) for SmFe12 in this cell: 2θ and intensity. */
  @Test
  void agreesWithPymatgen() {
    double[][] reference = {
      {34.8161, 31.523},
      {42.8239, 50.415},
      {43.8075, 17.171},
      {49.4712, 60.467},
      {49.7665, 100.0},
      {50.6447, 68.449},
      {56.8670, 28.513},
      {84.8799, 21.276},
      {93.1205, 24.546},
      {93.7965, 23.253}
    };
    Crystal iron =
        StructureType.thoriumManganese12(
            8.557,
            4.799,
            0.352,
            0.278,
            org.suiseki.matter.Occupation.of(Element.Sm),
            org.suiseki.matter.Occupation.of(Element.Fe),
            org.suiseki.matter.Occupation.of(Element.Fe),
            org.suiseki.matter.Occupation.of(Element.Fe));
    Reflections peaks =
        set.modelling()
            .orElseThrow()
            .diffraction()
            .withDispersion(false)
            .withFormFactor(FormFactor.MOTT_BETHE)
            .withDebyeWaller(DebyeWaller.none())
            .reflections(iron);
    for (double[] one : reference) {
      int nearest = 0;
      for (int i = 0; i < peaks.count(); i++) {
        if (Math.abs(peaks.twoTheta(i) - one[0]) < Math.abs(peaks.twoTheta(nearest) - one[0])) {
          nearest = i;
        }
      }
      // Wavelengths differ by 2e-5 Å of rounding.
      assertThat(peaks.twoTheta(nearest)).isCloseTo(one[0], within(0.003));
      assertThat(peaks.intensity(nearest)).isCloseTo(one[1], within(0.05));
    }
  }

  @Test
  void cobaltSeesIronAndCobaltApart() {
    PatternModelling modelling = set.modelling().orElseThrow();
    Crystal alloy = modelling.crystal("", new double[] {100.0 / 13, 0, 200.0 / 13});
    // Two Co of eight places on 8f and 8j, a Ti of four on 8i.
    assertThat(alloy.occupation(1).toString()).contains("Fe:0.75").contains("Co:0.25");
    assertThat(alloy.occupation(5).toString()).contains("Ti:0.25").contains("Fe:0.75");
    assertThat(alloy.occupation(0).toString()).isEqualTo("Sm");
    assertThat(modelling.crystal("", PARENT).siteCount()).isEqualTo(26);
  }

  @Test
  void refusesContentsThatCannotBe() {
    PatternModelling modelling = set.modelling().orElseThrow();
    for (double[] values :
        List.of(
            new double[] {-1, 0, 0},
            new double[] {0, 8, 0},
            new double[] {20, 0, 30},
            new double[] {Double.NaN, 0, 0})) {
      assertThatThrownBy(() -> modelling.crystal("x", values))
          .isInstanceOf(StudyException.class)
          .hasMessageContaining("outside of what is modelled");
    }
  }

  static double bragg(double spacing) {
    return 2 * Math.toDegrees(Math.asin(COBALT / (2 * spacing)));
  }

  /** Of what lies above a line between the ends of a window. */
  static double centroid(Spectrum spectrum, double about) {
    Spectrum window = spectrum.crop(about - 0.45, about + 0.45);
    int n = window.length();
    double low = 0;
    double high = 0;
    for (int i = 0; i < 4; i++) {
      low += window.value(i) / 4;
      high += window.value(n - 1 - i) / 4;
    }
    double weight = 0;
    double moment = 0;
    for (int i = 0; i < n; i++) {
      double above = window.value(i) - low - (high - low) * i / (n - 1);
      weight += above;
      moment += above * window.axis().at(i);
    }
    return moment / weight;
  }

  private static double highest(Spectrum spectrum, double from, double to) {
    double most = 0;
    for (double value : spectrum.crop(from, to).values()) {
      most = Math.max(most, value);
    }
    return most;
  }
}
