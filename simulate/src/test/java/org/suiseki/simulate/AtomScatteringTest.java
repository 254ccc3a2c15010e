package org.suiseki.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.suiseki.simulate.KnownCrystals.FACES;
import static org.suiseki.simulate.KnownCrystals.cell;
import static org.suiseki.simulate.KnownCrystals.fluorite;
import static org.suiseki.simulate.KnownCrystals.known;
import static org.suiseki.simulate.KnownCrystals.origin;
import static org.suiseki.simulate.KnownCrystals.replaced;
import static org.suiseki.simulate.KnownCrystals.rockSalt;
import static org.suiseki.simulate.KnownCrystals.zincBlende;
import static org.suiseki.simulate.PeaksByIndices.byIndices;
import static org.suiseki.simulate.PeaksByIndices.square;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Species;

/** How strongly atoms, ions and nuclei scatter, read off the intensities of peaks. */
class AtomScatteringTest {
  private static final PowderDiffraction COPPER =
      PowderDiffraction.of(Radiation.kAlpha(Anode.CU)).withRange(0, 100);

  @Test
  void oneAtomScattersAsItsSquareAndACopyForEachMultipleOfIt() {
    double a = 3.0;
    Reflections one = COPPER.withDispersion(false).reflections(cell(a, origin(), Element.Fe));
    Reflections two =
        COPPER
            .withDispersion(false)
            .reflections(cell(a, new double[][] {{0, 0, 0}, {0.5, 0.5, 0.5}}, Element.Fe));
    // xraylib's f of Fe at s = 0.235702 1/Å, from other tables.
    double f110 = Math.sqrt(square(one, "1 1 0"));
    assertThat(f110).isCloseTo(18.8152, within(0.03));
    assertThat(square(two, "1 1 0")).isCloseTo(4 * square(one, "1 1 0"), within(1e-9 * f110));
  }

  @Test
  void dispersionMakesFriedelMatesDifferAndTheMeanIsTaken() {
    Crystal blende = zincBlende();
    double[] mean = {0, 0};
    PowderDiffraction plain = COPPER.withDispersion(false);
    // f(Zn) = u + f′ + if″ at the origin and f(S) at 1/4 1/4 1/4; for 111 the phase is i, -i.
    double zinc = Math.sqrt(square(plain.reflections(cell(5.41, FACES, Element.Zn)), "1 1 1")) / 4;
    double sulfur = Math.sqrt(square(plain.reflections(cell(5.41, FACES, Element.S)), "1 1 1")) / 4;
    double[] z = dispersion(Element.Zn);
    double[] s = dispersion(Element.S);
    for (int sign = -1; sign <= 1; sign += 2) {
      double re = zinc + z[0] - sign * s[1];
      double im = z[1] + sign * (sulfur + s[0]);
      mean[(sign + 1) / 2] = 16 * (re * re + im * im);
    }
    assertThat(mean[0]).isNotCloseTo(mean[1], within(10.0));
    assertThat(square(COPPER.reflections(blende), "1 1 1"))
        .isCloseTo((mean[0] + mean[1]) / 2, within(1e-6));
  }

  /** Creagh and McAuley's values (International Tables C, 4.2.6.8) differ by their method. */
  @ParameterizedTest
  @CsvSource({"Fe, -1.134, 3.197", "Cu, -1.965, 0.589", "Si, 0.254, 0.330", "O, 0.049, 0.032"})
  void dispersionIsThatOfTheTables(Element element, double real, double imaginary) {
    Radiation line = Radiation.kAlpha1(Anode.CU);
    assertThat(Dispersion.mean(element, line, 0)).isCloseTo(real, within(0.07));
    assertThat(Dispersion.mean(element, line, 1)).isCloseTo(imaginary, within(0.03));
  }

  @Test
  void vibrationsWeakenByTheirExponential() {
    Crystal iron = cell(2.87, origin(), Element.Fe);
    Reflections still = COPPER.withDispersion(true).reflections(iron);
    Reflections moving =
        COPPER.withDebyeWaller(new DebyeWaller(9, Map.of(Element.Fe, 0.35))).reflections(iron);
    for (int i = 0; i < still.count(); i++) {
      double s = 1 / (2 * still.spacing(i));
      assertThat(moving.absoluteIntensity(i) / still.absoluteIntensity(i))
          .isCloseTo(Math.exp(-2 * 0.35 * s * s), within(1e-12));
    }
  }

  @Test
  void ionsDifferFromAtomsAtLowAnglesOnly() {
    Crystal salt = known("NaCl").withOxidationStates(Map.of(Element.Na, 1.0, Element.Cl, -1.0));
    Reflections atoms = COPPER.reflections(salt);
    Reflections ions = COPPER.withFormFactor(FormFactor.IONS).reflections(salt);
    // By the ions of the tables F(111) is 4 (14.2 − 9.2) or so, by the atoms 4 (13.5 − 8.9).
    assertThat(ions.intensity(0)).isNotCloseTo(atoms.intensity(0), within(0.05));
    assertThat(square(ions, "4 2 0") / square(atoms, "4 2 0")).isCloseTo(1, within(0.01));
    assertThat(square(ions, "4 2 0")).isNotEqualTo(square(atoms, "4 2 0"));
    // An ion that is in no table counts as the atom.
    Crystal odd = known("NaCl").withOxidationStates(Map.of(Element.Na, 7.0));
    assertThat(COPPER.withFormFactor(FormFactor.IONS).reflections(odd).absoluteIntensity(1))
        .isEqualTo(COPPER.reflections(known("NaCl")).absoluteIntensity(1));
  }

  @Test
  void neutronsSeeNuclei() {
    PowderDiffraction neutrons = PowderDiffraction.of(Radiation.neutrons(1.5)).withRange(0, 120);
    // b in fm: Na 3.63, Cl 9.577, K 3.67 (Sears 1992).
    Reflections salt = neutrons.reflections(known("NaCl"));
    assertThat(square(salt, "1 1 1")).isCloseTo(16 * Math.pow(3.63 - 9.577, 2), within(0.01));
    assertThat(square(salt, "2 0 0")).isCloseTo(16 * Math.pow(3.63 + 9.577, 2), within(0.01));
    // X-rays hardly see the odd reflections of KCl, whose ions have as many electrons; neutrons do.
    Crystal sylvite = rockSalt(6.29, Element.K, Element.Cl);
    assertThat(neutrons.reflections(sylvite).intensity(0)).isGreaterThan(10);
    assertThat(byIndices(COPPER.reflections(sylvite)).getOrDefault("1 1 1", 0.0)).isLessThan(2);
    // Titanium and hydrogen scatter with a minus: fluorite sums grow, odd ones are Ti alone.
    Reflections hydride = neutrons.reflections(fluorite(4.454, Element.Ti, Element.H));
    assertThat(square(hydride, "2 2 0"))
        .isCloseTo(16 * Math.pow(-3.438 - 2 * 3.739, 2), within(0.01));
    assertThat(square(hydride, "1 1 1")).isCloseTo(16 * 3.438 * 3.438, within(0.01));
    Species deuterium = Species.parse("D").orElseThrow();
    Crystal deuteride = replaced(fluorite(4.454, Element.Ti, Element.H), Element.H, deuterium);
    assertThat(square(neutrons.reflections(deuteride), "2 2 0"))
        .isCloseTo(16 * Math.pow(-3.438 + 2 * 6.671, 2), within(0.01));
    // Gadolinium absorbs: b = 6.5 − 13.82 i.
    assertThat(square(neutrons.reflections(cell(4, origin(), Element.Gd)), "1 0 0"))
        .isCloseTo(6.5 * 6.5 + 13.82 * 13.82, within(1e-9));
  }

  private static double[] dispersion(Element element) {
    Radiation radiation = COPPER.radiation();
    return new double[] {
      Dispersion.mean(element, radiation, 0), Dispersion.mean(element, radiation, 1)
    };
  }
}
