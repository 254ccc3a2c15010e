package org.suiseki.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Site;
import org.suiseki.matter.Species;

class PowderDiffractionTest {
  private static final PowderDiffraction COPPER =
      PowderDiffraction.of(Radiation.kAlpha(Anode.CU)).withRange(0, 100);

  private static final double[][] FACES = {{0, 0, 0}, {0, 0.5, 0.5}, {0.5, 0, 0.5}, {0.5, 0.5, 0}};

  /**
   * Cards of the ICDD: Cu 4-0836, NaCl 5-0628, CaF2 35-0816. They are measured, so texture and
   * counting leave a few percent of the strongest line.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Cu; 1 1 1 100, 2 0 0 46, 2 2 0 20",
        "NaCl; 2 0 0 100, 1 1 1 13, 2 2 0 55, 3 1 1 2, 2 2 2 15, 4 0 0 6, 3 3 1 1",
        "CaF2; 1 1 1 92, 2 2 0 100, 3 1 1 31, 4 0 0 11, 3 3 1 9, 4 2 2 17"
      })
  void intensitiesAreThoseOfTheCards(String name, String card) {
    Reflections peaks = COPPER.withDebyeWaller(DebyeWaller.overall(0.8)).reflections(known(name));
    Map<String, Double> intensities = byIndices(peaks);
    for (String line : card.split(", ")) {
      int last = line.lastIndexOf(' ');
      String indices = line.substring(0, last);
      assertThat(intensities.get(indices))
          .as(name + " " + indices)
          .isCloseTo(Double.parseDouble(line.substring(last + 1)), within(9.0));
    }
  }

  /** The angles of NIST's silicon 640c (a = 5.4311946 Å) for Cu Kα1, printed to 0.001°. */
  @Test
  void siliconStandsWhereTheStandardSays() {
    Reflections peaks =
        PowderDiffraction.of(Radiation.kAlpha1(Anode.CU)).reflections(diamond(5.4311946));
    double[] certified = {28.441, 47.300, 56.119, 69.126, 76.372, 88.025};
    assertThat(peaks.count()).isEqualTo(certified.length);
    for (int i = 0; i < certified.length; i++) {
      assertThat(peaks.twoTheta(i)).isCloseTo(certified[i], within(0.0015));
    }
  }

  @Test
  void centringAndGlideMakeReflectionsAbsent() {
    for (ReflectionFamily family : all(COPPER.reflections(cell(3.6, FACES, Element.Cu)))) {
      boolean even = family.h() % 2 == 0;
      assertThat(family.k() % 2 == 0).isEqualTo(even);
      assertThat(family.l() % 2 == 0).isEqualTo(even);
    }
    double[][] body = {{0, 0, 0}, {0.5, 0.5, 0.5}};
    for (ReflectionFamily family : all(COPPER.reflections(cell(2.87, body, Element.Fe)))) {
      assertThat((family.h() + family.k() + family.l()) % 2).isZero();
    }
    for (ReflectionFamily family : all(COPPER.reflections(diamond(5.431)))) {
      boolean even = family.h() % 2 == 0;
      assertThat(!even || (family.h() + family.k() + family.l()) % 4 == 0).isTrue();
    }
  }

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
  void superlatticeReflectionsAreTheDifferenceOfTheAtoms() {
    double[][] body = {{0, 0, 0}, {0.5, 0.5, 0.5}};
    Crystal ordered =
        Crystal.of(
            Lattice.cubic(2.95),
            List.of(new Site(Element.Cu, 0, 0, 0), new Site(Element.Zn, 0.5, 0.5, 0.5)));
    PowderDiffraction options = COPPER.withDispersion(false);
    Reflections peaks = options.reflections(ordered);
    double copper =
        Math.sqrt(square(options.reflections(cell(2.95, origin(), Element.Cu)), "1 0 0"));
    double zinc = Math.sqrt(square(options.reflections(cell(2.95, origin(), Element.Zn)), "1 0 0"));
    assertThat(square(peaks, "1 0 0")).isCloseTo((zinc - copper) * (zinc - copper), within(1e-9));
    Map<Species, Double> half = new HashMap<>();
    half.put(Species.of(Element.Cu), 0.5);
    half.put(Species.of(Element.Zn), 0.5);
    List<Site> mixed = new ArrayList<>();
    for (double[] x : body) {
      mixed.add(new Site(Occupation.of(half), x[0], x[1], x[2]));
    }
    Reflections disordered = options.reflections(Crystal.of(Lattice.cubic(2.95), mixed));
    assertThat(byIndices(disordered)).doesNotContainKey("1 0 0").containsKey("1 1 0");
    assertThat(square(disordered, "1 1 0")).isCloseTo(square(peaks, "1 1 0"), within(1e-9));
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
  void polarisationIsThatOfItsOptics() {
    Crystal iron = cell(2.87, origin(), Element.Fe);
    Reflections none = COPPER.reflections(iron);
    Reflections full = COPPER.withPolarisation(Polarisation.full()).reflections(iron);
    Reflections graphite =
        COPPER.withPolarisation(Polarisation.monochromator(26.6)).reflections(iron);
    for (int i = 0; i < none.count(); i++) {
      double c = Math.pow(Math.cos(Math.toRadians(none.twoTheta(i))), 2);
      double m = Math.pow(Math.cos(Math.toRadians(26.6)), 2);
      double base = full.absoluteIntensity(i);
      assertThat(none.absoluteIntensity(i) / base).isCloseTo((1 + c) / 2, within(1e-12));
      assertThat(graphite.absoluteIntensity(i) / base)
          .isCloseTo((1 + m * c) / (1 + m), within(1e-12));
    }
    assertThat(Polarisation.synchrotron(1)).isEqualTo(Polarisation.full());
    assertThat(Polarisation.monochromator(0)).isEqualTo(Polarisation.none());
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

  @Test
  void anyCellOfACrystalHasItsPattern() {
    Random random = new Random(11);
    for (int trial = 0; trial < 30; trial++) {
      Crystal crystal = random(random);
      Reflections own = COPPER.reflections(crystal);
      assertSame(own, COPPER.reflections(crystal.supercell(2, 1, 3)), 6);
      assertSame(own, COPPER.reflections(crystal.supercell(1, 4, 0, 0, 1, -3, 0, 0, 1)), 1);
      assertSame(own, COPPER.reflections(moved(crystal, random)), 1);
      assertSame(own, COPPER.reflections(crystal.withLattice(rotated(crystal, random))), 1);
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < crystal.siteCount(); i++) {
        order.add(i);
      }
      Collections.shuffle(order, random);
      int[] permutation = order.stream().mapToInt(Integer::intValue).toArray();
      assertSame(own, COPPER.reflections(crystal.permuted(permutation)), 1);
    }
  }

  @Test
  void primitiveAndConventionalCellsAgree() {
    Crystal primitive =
        Crystal.of(
            Lattice.of(0, 2.7155, 2.7155, 2.7155, 0, 2.7155, 2.7155, 2.7155, 0),
            List.of(new Site(Element.Si, 0, 0, 0), new Site(Element.Si, 0.25, 0.25, 0.25)));
    Reflections small = COPPER.reflections(primitive);
    assertSame(COPPER.reflections(diamond(5.431)), small, 0.25);
    for (int peak = 0; peak < small.count(); peak++) {
      assertThat(small.multiplicity(peak))
          .isEqualTo(COPPER.reflections(diamond(5.431)).multiplicity(peak));
    }
  }

  @Test
  void aCellOfLessSymmetryLosesNoReflections() {
    // Weak peaks of order, some 0.003 of 100. The lattice of two cells has no threefold axis, so
    // that the reflections of each peak fall into more and weaker families.
    Occupation brass =
        Occupation.of(Map.of(Species.of(Element.Cu), 0.8, Species.of(Element.Zn), 0.2));
    Crystal cell =
        Crystal.of(
            Lattice.cubic(2.86),
            List.of(new Site(Element.Cu, 0, 0, 0), new Site(brass, 0.5, 0.5, 0.5)));
    Reflections small = COPPER.withRange(0, 120).reflections(cell);
    Reflections large = COPPER.withRange(0, 120).reflections(cell.supercell(2, 1, 1));
    assertThat(small.count()).isEqualTo(9);
    assertThat(large.count()).isEqualTo(9);
    for (int peak = 0; peak < 9; peak++) {
      assertThat(large.multiplicity(peak))
          .as("at %s degrees", small.twoTheta(peak))
          .isEqualTo(small.multiplicity(peak));
    }
  }

  @Test
  void familiesFollowTheLaueClass() {
    // Pyrite has no fourfold axis: 210 and 120 differ, each twelve.
    double u = 0.385;
    double[][] sulfur = {
      {u, u, u}, {-u, -u, -u}, {0.5 + u, 0.5 - u, -u}, {0.5 - u, 0.5 + u, u},
      {-u, 0.5 + u, 0.5 - u}, {u, 0.5 - u, 0.5 + u}, {0.5 - u, -u, 0.5 + u}, {0.5 + u, u, 0.5 - u}
    };
    List<Site> sites = new ArrayList<>();
    for (double[] x : FACES) {
      sites.add(new Site(Element.Fe, x[0], x[1], x[2]));
    }
    for (double[] x : sulfur) {
      sites.add(new Site(Element.S, x[0], x[1], x[2]));
    }
    Reflections pyrite = COPPER.reflections(Crystal.of(Lattice.cubic(5.418), sites));
    List<ReflectionFamily> families = familiesNear(pyrite, 5.418 / Math.sqrt(5));
    assertThat(families).hasSize(1);
    assertThat(families.get(0).multiplicity()).isEqualTo(12);
    families = familiesNear(pyrite, 5.418 / Math.sqrt(14));
    assertThat(families).extracting(ReflectionFamily::multiplicity).containsExactly(24, 24);
    // Of the cubic 333 and 511 no rotation makes one.
    families = familiesNear(COPPER.reflections(diamond(5.431)), 5.431 / Math.sqrt(27));
    assertThat(families).extracting(ReflectionFamily::multiplicity).containsExactly(24, 8);
    assertThat(families.get(0).indices()).isEqualTo("5 1 1");
    assertThat(families.get(0).squaredAmplitude())
        .isCloseTo(families.get(1).squaredAmplitude(), within(1e-6));
  }

  @Test
  void membersAreTheWholeFamily() {
    Reflections peaks = COPPER.reflections(known("CaF2"));
    for (int peak = 0; peak < peaks.count(); peak++) {
      double sum = 0;
      for (int i = 0; i < peaks.families(peak).size(); i++) {
        ReflectionFamily family = peaks.families(peak).get(i);
        assertThat(peaks.members(peak, i)).hasSize(family.multiplicity() / 2);
        sum += family.multiplicity() * family.squaredAmplitude();
      }
      double sine = Math.sin(Math.toRadians(peaks.twoTheta(peak) / 2));
      assertThat(peaks.absoluteIntensity(peak))
          .isCloseTo(sum * COPPER.lorentzPolarisation(sine), within(1e-9 * sum));
    }
  }

  @Test
  void theRangeIsKept() {
    Reflections whole = COPPER.reflections(known("NaCl"));
    Reflections part = COPPER.withRange(40, 60).reflections(known("NaCl"));
    assertThat(part.count()).isEqualTo(3);
    assertThat(part.twoTheta(0)).isEqualTo(whole.twoTheta(2));
    assertThat(part.intensity(0)).isEqualTo(100);
    assertThat(COPPER.withRange(1, 2).reflections(known("NaCl")).count()).isZero();
  }

  @Test
  void refusesTheImpossible() {
    Crystal iron = cell(2.87, origin(), Element.Fe);
    assertThatThrownBy(() -> COPPER.withRange(0, 180))
        .isInstanceOf(SimulateException.class)
        .hasMessageContaining("0.0° to 180.0°");
    for (double[] range : new double[][] {{-1, 50}, {50, 50}, {60, 50}, {0, Double.NaN}}) {
      assertThatThrownBy(() -> COPPER.withRange(range[0], range[1]))
          .isInstanceOf(SimulateException.class);
    }
    assertThatThrownBy(() -> PowderDiffraction.of(Radiation.xRays(1.0)).withDispersion(true))
        .hasMessageContaining("dispersion at X-rays 1.0 Å is not known");
    assertThatThrownBy(() -> Radiation.xRays(0)).isInstanceOf(SimulateException.class);
    assertThatThrownBy(() -> Radiation.neutrons(Double.NaN)).isInstanceOf(SimulateException.class);
    assertThatThrownBy(() -> new Radiation(Radiation.Probe.X_RAYS, "none", List.of()))
        .hasMessageContaining("has no wavelength");
    assertThatThrownBy(() -> Anode.ofSymbol("W")).hasMessageContaining("Cr, Fe, Co, Cu, Mo, Ag");
    assertThatThrownBy(() -> COPPER.reflections(cell(5, origin(), Element.Es)))
        .hasMessageContaining("How Es scatters X-rays");
    assertThatThrownBy(() ->
            PowderDiffraction.of(Radiation.neutrons(1)).reflections(cell(5, origin(), Element.Po)))
        .hasMessageContaining("How Po scatters neutrons");
    assertThatThrownBy(() -> COPPER.reflections(iron.withLattice(Lattice.cubic(600))))
        .isInstanceOf(SimulateException.class)
        .hasMessageContaining("too many");
    Lattice flat = Lattice.ofParameters(0.01, 1e4, 1e4, 90, 90, 90);
    assertThatThrownBy(() -> COPPER.reflections(iron.withLattice(flat)))
        .isInstanceOf(SimulateException.class)
        .hasMessageContaining("too many");
    assertThatThrownBy(() -> new DebyeWaller(-1, Map.of())).isInstanceOf(SimulateException.class);
    assertThatThrownBy(() -> new DebyeWaller(0, Map.of(Element.O, Double.NaN)))
        .hasMessageContaining("B of O is NaN");
    assertThatThrownBy(() -> new Polarisation(1.1)).isInstanceOf(SimulateException.class);
    assertThatThrownBy(() -> Polarisation.monochromator(190)).isInstanceOf(SimulateException.class);
  }

  /**
   * Above the Bragg limit of the longest spacing nothing is left, and a huge wavelength is fine.
   */
  @Test
  void noReflectionsAreNoError() {
    Reflections none =
        PowderDiffraction.of(Radiation.neutrons(20)).reflections(cell(2.87, origin(), Element.Fe));
    assertThat(none.count()).isZero();
  }

  private static double[] dispersion(Element element) {
    Radiation radiation = COPPER.radiation();
    return new double[] {
      Dispersion.mean(element, radiation, 0), Dispersion.mean(element, radiation, 1)
    };
  }

  private static void assertSame(Reflections own, Reflections other, double cells) {
    assertThat(other.count()).isEqualTo(own.count());
    for (int i = 0; i < own.count(); i++) {
      // Rounding of coordinates by a shift or rotation, relative to the strongest peak.
      assertThat(other.twoTheta(i)).isCloseTo(own.twoTheta(i), within(1e-9));
      assertThat(other.intensity(i)).isCloseTo(own.intensity(i), within(1e-9));
      assertThat(other.absoluteIntensity(i) / own.absoluteIntensity(i))
          .isCloseTo(cells * cells, within(1e-6 * cells * cells));
      assertThat(other.multiplicity(i)).isEqualTo(own.multiplicity(i));
    }
  }

  private static Crystal random(Random random) {
    Lattice lattice =
        Lattice.ofParameters(
            3 + 4 * random.nextDouble(),
            3 + 4 * random.nextDouble(),
            3 + 4 * random.nextDouble(),
            70 + 40 * random.nextDouble(),
            70 + 40 * random.nextDouble(),
            70 + 40 * random.nextDouble());
    Element[] elements = {Element.O, Element.Ti, Element.Ba, Element.Pb};
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(5); i++) {
      sites.add(
          new Site(
              elements[random.nextInt(4)],
              random.nextDouble(),
              random.nextDouble(),
              random.nextDouble()));
    }
    return Crystal.of(lattice, sites);
  }

  private static Crystal moved(Crystal crystal, Random random) {
    double[] by = {random.nextDouble(), -3 * random.nextDouble(), random.nextDouble()};
    List<Site> sites = new ArrayList<>();
    for (Site site : crystal.sites()) {
      sites.add(new Site(site.occupation(), site.x() + by[0], site.y() + by[1], site.z() + by[2]));
    }
    return Crystal.of(crystal.lattice(), sites);
  }

  private static Lattice rotated(Crystal crystal, Random random) {
    double c = Math.cos(random.nextDouble() * 6);
    double s = Math.sqrt(1 - c * c);
    double[] r = crystal.lattice().rows();
    double[] turned = new double[9];
    for (int i = 0; i < 9; i += 3) {
      // About z, and then x, y, z become z, x, y.
      turned[i + 1] = c * r[i] - s * r[i + 1];
      turned[i + 2] = s * r[i] + c * r[i + 1];
      turned[i] = r[i + 2];
    }
    return Lattice.of(turned);
  }

  private static Map<String, Double> byIndices(Reflections peaks) {
    Map<String, Double> intensities = new HashMap<>();
    for (int i = 0; i < peaks.count(); i++) {
      intensities.put(peaks.families(i).get(0).indices(), peaks.intensity(i));
    }
    return intensities;
  }

  private static double square(Reflections peaks, String indices) {
    return all(peaks).stream()
        .filter(family -> family.indices().equals(indices))
        .findFirst()
        .orElseThrow()
        .squaredAmplitude();
  }

  private static List<ReflectionFamily> all(Reflections peaks) {
    List<ReflectionFamily> families = new ArrayList<>();
    for (int i = 0; i < peaks.count(); i++) {
      families.addAll(peaks.families(i));
    }
    assertThat(families).isNotEmpty();
    return families;
  }

  private static List<ReflectionFamily> familiesNear(Reflections peaks, double spacing) {
    for (int i = 0; i < peaks.count(); i++) {
      if (Math.abs(peaks.spacing(i) - spacing) < 1e-6) {
        return peaks.families(i);
      }
    }
    return List.of();
  }

  private static double[][] origin() {
    return new double[][] {{0, 0, 0}};
  }

  private static Crystal cell(double a, double[][] places, Element element) {
    List<Site> sites = new ArrayList<>();
    for (double[] x : places) {
      sites.add(new Site(element, x[0], x[1], x[2]));
    }
    return Crystal.of(Lattice.cubic(a), sites);
  }

  private static Crystal diamond(double a) {
    return faces(a, new Element[] {Element.Si, Element.Si}, 0, 0.25);
  }

  private static Crystal zincBlende() {
    return faces(5.41, new Element[] {Element.Zn, Element.S}, 0, 0.25);
  }

  private static Crystal rockSalt(double a, Element cation, Element anion) {
    return faces(a, new Element[] {cation, anion}, 0, 0.5);
  }

  private static Crystal fluorite(double a, Element metal, Element other) {
    return faces(a, new Element[] {metal, other, other}, 0, 0.25, 0.75);
  }

  private static Crystal faces(double a, Element[] elements, double... along) {
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < along.length; i++) {
      for (double[] x : FACES) {
        sites.add(new Site(elements[i], x[0] + along[i], x[1] + along[i], x[2] + along[i]));
      }
    }
    return Crystal.of(Lattice.cubic(a), sites);
  }

  private static Crystal replaced(Crystal crystal, Element element, Species species) {
    List<Site> sites = new ArrayList<>();
    for (Site site : crystal.sites()) {
      boolean changes = site.occupation().dominant().element() == element;
      Occupation occupation = changes ? Occupation.of(species) : site.occupation();
      sites.add(new Site(occupation, site.x(), site.y(), site.z()));
    }
    return Crystal.of(crystal.lattice(), sites);
  }

  private static Crystal known(String name) {
    return switch (name) {
      case "Cu" -> cell(3.615, FACES, Element.Cu);
      case "NaCl" -> rockSalt(5.6402, Element.Na, Element.Cl);
      case "CaF2" -> fluorite(5.463, Element.Ca, Element.F);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
