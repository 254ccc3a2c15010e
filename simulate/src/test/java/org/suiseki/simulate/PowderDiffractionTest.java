package org.suiseki.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.suiseki.simulate.KnownCrystals.FACES;
import static org.suiseki.simulate.KnownCrystals.cell;
import static org.suiseki.simulate.KnownCrystals.diamond;
import static org.suiseki.simulate.KnownCrystals.known;
import static org.suiseki.simulate.KnownCrystals.origin;
import static org.suiseki.simulate.PeaksByIndices.all;
import static org.suiseki.simulate.PeaksByIndices.byIndices;
import static org.suiseki.simulate.PeaksByIndices.square;

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

  private static List<ReflectionFamily> familiesNear(Reflections peaks, double spacing) {
    for (int i = 0; i < peaks.count(); i++) {
      if (Math.abs(peaks.spacing(i) - spacing) < 1e-6) {
        return peaks.families(i);
      }
    }
    return List.of();
  }
}
