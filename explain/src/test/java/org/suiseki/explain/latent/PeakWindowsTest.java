package org.suiseki.explain.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.suiseki.explain.latent.KnownCells.magnet;
import static org.suiseki.explain.latent.KnownCells.rockSalt;
import static org.suiseki.explain.latent.KnownCells.rutile;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.suiseki.explain.ExplainException;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.simulate.Alignment;
import org.suiseki.simulate.Anode;
import org.suiseki.simulate.Families;
import org.suiseki.simulate.PeakProfile;
import org.suiseki.simulate.PowderDiffraction;
import org.suiseki.simulate.PowderPattern;
import org.suiseki.simulate.Radiation;
import org.suiseki.simulate.Reflections;
import org.suiseki.simulate.SolidSolution;

class PeakWindowsTest {
  private static final PowderPattern SHARP = PowderPattern.of(PeakProfile.gaussian(0.04));

  /** pymatgen 2024, XRDCalculator('CuKa'): families of 0.5 % and more of the strongest. */
  @Test
  void familiesOfRockSaltAreThoseOfPymatgen() {
    PeakWindows windows = PeakWindows.of(asPymatgen(salt(), 20, 105), SHARP, degrees(20, 105));
    assertThat(windows.labels())
        .containsExactly(
            "1 1 1", "2 0 0", "2 2 0", "3 1 1", "2 2 2", "4 0 0", "3 3 1", "4 2 0", "4 2 2",
            "5 1 1", "4 4 0");
    double[] angles = {
      27.3887, 31.7293, 45.4860, 53.9146, 56.5214, 66.2863, 73.1376, 75.3621, 84.0736, 90.5066,
      101.2836
    };
    for (int peak = 0; peak < angles.length; peak++) {
      // Angles are printed with four decimals.
      assertThat(windows.position()[0][peak]).isCloseTo(angles[peak], within(1e-4));
    }
  }

  /** The same of rutile and of a magnet of the ThMn12 type; 3 2 0 and 1 0 3 are below 0.5 %. */
  @Test
  void familiesOfTetragonalCrystalsAreThoseOfPymatgen() {
    assertThat(PeakWindows.of(asPymatgen(rutile(), 20, 80), SHARP, degrees(20, 80)).labels())
        .containsExactly(
            "1 1 0", "1 0 1", "2 0 0", "1 1 1", "2 1 0", "2 1 1", "2 2 0", "0 0 2", "3 1 0",
            "2 2 1", "3 0 1", "1 1 2", "3 1 1", "2 0 2", "2 1 2");
    assertThat(
            PeakWindows.of(asPymatgen(magnet(8.54, 4.77), 28, 60), SHARP, degrees(28, 60)).labels())
        .containsExactly(
            "2 2 0",
            "2 1 1",
            "3 1 0",
            "3 0 1",
            "0 0 2",
            "1 1 2",
            "4 0 0",
            "3 2 1",
            "2 0 2",
            "3 3 0",
            "4 2 0",
            "4 1 1",
            "2 2 2",
            "3 1 2",
            "5 1 0",
            "4 3 1 + 5 0 1",
            "4 0 2");
  }

  @Test
  void reflectionsOfOneAngleAreOnePeakTheStrongerFirst() {
    PeakWindows windows =
        PeakWindows.commonTo(
            List.of(asPymatgen(salt(), 20, 105)), SHARP, degrees(20, 105), 2, 0.002);
    assertThat(windows.labels()).contains("5 1 1 + 3 3 3");
  }

  /** Bragg: sin θ = λ/2d, for Kα1 and Kα2 of copper, and the width of the instrument. */
  @Test
  void aWindowHoldsBothLinesOutToTheReach() {
    PowderPattern wide = PowderPattern.of(PeakProfile.gaussian(0.1));
    Reflections doublet = doublet(salt(), 20, 90);
    PeakWindow peak =
        PeakWindows.commonTo(List.of(doublet), wide, degrees(20, 90), 3, 0.005)
            .window(0, 1)
            .orElseThrow();
    double d = 5.6402 / 2;
    double first = Math.toDegrees(2 * Math.asin(Anode.CU.kAlpha1() / (2 * d)));
    double second = Math.toDegrees(2 * Math.asin(Anode.CU.kAlpha2() / (2 * d)));
    assertThat(peak.label()).isEqualTo("2 0 0");
    // Rounding of the lattice's inverse and of sines.
    assertThat(peak.position()).isCloseTo(first, within(1e-9));
    assertThat(peak.from()).isCloseTo(first - 0.3, within(1e-9));
    assertThat(peak.to()).isCloseTo(second + 0.3, within(1e-9));
  }

  @Test
  void misalignmentMovesWindows() {
    Reflections doublet = doublet(salt(), 20, 90);
    Axis axis = degrees(20, 90);
    PeakWindows straight = PeakWindows.of(doublet, SHARP, axis);
    PeakWindows moved =
        PeakWindows.of(doublet, SHARP.withAlignment(new Alignment(0.25, 0, 200)), axis);
    for (int peak = 0; peak < straight.peaks(); peak++) {
      assertThat(moved.from()[0][peak] - straight.from()[0][peak]).isCloseTo(0.25, within(1e-12));
    }
  }

  /** 4 0 0 and 3 2 1 lie 0.28° apart at c = 4.77 and fall together as c grows. */
  @Test
  void whatIsNotResolvedInOnePatternIsJoinedInAll() {
    Axis axis = degrees(28, 60);
    Reflections apart = asPymatgen(magnet(8.54, 4.77), 25, 63);
    Reflections together = asPymatgen(magnet(8.54, 4.90), 25, 63);
    assertThat(PeakWindows.of(apart, SHARP, axis).labels()).contains("3 2 1", "4 0 0");
    assertThat(PeakWindows.of(together, SHARP, axis).labels()).contains("3 2 1 + 4 0 0");
    PeakWindows both = PeakWindows.commonTo(List.of(apart, together, apart), SHARP, axis);
    int joined = both.labels().indexOf("3 2 1 + 4 0 0");
    assertThat(joined).isGreaterThanOrEqualTo(0);
    assertThat(both.labels()).doesNotContain("3 2 1", "4 0 0");
    PeakWindows alone = PeakWindows.of(apart, SHARP, axis);
    int left = alone.labels().indexOf("4 0 0");
    int right = alone.labels().indexOf("3 2 1");
    assertThat(both.from()[0][joined]).isEqualTo(alone.from()[0][left]);
    assertThat(both.to()[0][joined]).isEqualTo(alone.to()[0][right]);
    assertThat(both.position()[2][joined]).isEqualTo(alone.position()[0][right]);
  }

  @Test
  void whereOnlyTailsOverlapWindowsEndHalfWay() {
    Axis axis = degrees(28, 60);
    List<Reflections> one = List.of(asPymatgen(magnet(8.54, 4.77), 25, 63));
    // 7 widths of 0.04° reach over the 0.284° between them, one does not.
    PeakWindows windows = PeakWindows.commonTo(one, SHARP, axis, 7, 0.005);
    int left = windows.labels().indexOf("4 0 0");
    int right = windows.labels().indexOf("3 2 1");
    double middle = 0.5 * (windows.position()[0][left] + windows.position()[0][right]);
    assertThat(windows.to()[0][left]).isCloseTo(middle, within(1e-12));
    assertThat(windows.from()[0][right])
        .isCloseTo(middle, within(1e-12))
        .isGreaterThan(windows.to()[0][left]);
    assertThat(windows.from()[0][left])
        .isCloseTo(windows.position()[0][left] - 0.28, within(1e-12));
  }

  @Test
  void windowsFollowTheLatticeAlsoWhereThereIsNoIntensity() {
    // K and Cl scatter nearly alike, so KCl lacks the odd reflections that NaCl has.
    SolidSolution series =
        SolidSolution.between(
            rockSalt(5.6402, Element.Na, Element.Cl), rockSalt(6.2917, Element.K, Element.Cl));
    List<Reflections> set =
        IntStream.rangeClosed(0, 10)
            .mapToObj(i -> doublet(series.at(1 - i / 10.0, i / 10.0), 15, 95))
            .toList();
    PeakWindows windows = PeakWindows.commonTo(set, SHARP, degrees(20, 90));
    int odd = windows.labels().indexOf("1 1 1");
    assertThat(odd).isGreaterThanOrEqualTo(0);
    for (int pattern = 0; pattern <= 10; pattern++) {
      double a = 5.6402 + pattern / 10.0 * (6.2917 - 5.6402);
      double angle = 2 * Math.asin(Anode.CU.kAlpha1() * Math.sqrt(3) / (2 * a));
      assertThat(windows.position()[pattern][odd]).isCloseTo(Math.toDegrees(angle), within(1e-9));
    }
  }

  @Test
  void windowsOfOnePatternNeverTouch() {
    List<Reflections> set =
        IntStream.range(0, 12)
            .mapToObj(i -> doublet(magnet(8.48 + 0.01 * i, 4.74 + 0.008 * i), 18, 92))
            .toList();
    PeakWindows windows = PeakWindows.commonTo(set, PowderPattern.laboratory(), degrees(20, 90));
    assertThat(windows.peaks()).isGreaterThan(20);
    for (int pattern = 0; pattern < windows.patterns(); pattern++) {
      List<PeakWindow> own = windows.of(pattern);
      for (int peak = 1; peak < own.size(); peak++) {
        assertThat(own.get(peak).from()).isGreaterThan(own.get(peak - 1).to());
      }
    }
  }

  @Test
  void aPeakBeyondTheEndIsAbsentThere() {
    Axis axis = degrees(28, 60);
    PeakWindows windows =
        PeakWindows.commonTo(
            List.of(
                doublet(rockSalt(5.45, Element.Na, Element.Cl), 20, 70),
                doublet(rockSalt(5.80, Element.Na, Element.Cl), 20, 70)),
            SHARP,
            axis);
    int peak = windows.labels().indexOf("1 1 1");
    assertThat(windows.window(0, peak)).isPresent();
    assertThat(windows.window(1, peak)).isEmpty();
    assertThat(windows.of(1)).noneMatch(window -> window.label().equals("1 1 1"));
    assertThat(windows.select(1).present(0, peak)).isFalse();
  }

  @Test
  void moreThanThreeJoinedAreNotNamed() {
    PowderPattern broad = PowderPattern.of(PeakProfile.gaussian(12));
    PeakWindows windows = PeakWindows.of(asPymatgen(rutile(), 20, 80), broad, degrees(20, 80));
    assertThat(windows.labels()).containsExactly("1 1 0 + 2 1 1 + 1 0 1 + …");
    assertThat(windows.from()[0][0]).isGreaterThanOrEqualTo(20);
    assertThat(windows.to()[0][0]).isEqualTo(80);
  }

  @Test
  void otherAxesAndImpossibleWidthsAreRefused() {
    Reflections salt = asPymatgen(salt(), 20, 90);
    Axis q = Axis.uniform("q", "1/Å", 1, 5, 0.01);
    assertThatThrownBy(() -> PeakWindows.of(salt, SHARP, q))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("1/Å");
    Axis axis = degrees(20, 90);
    List<Reflections> one = List.of(salt);
    assertThatThrownBy(() -> PeakWindows.commonTo(one, SHARP, axis, 0, 0.005))
        .isInstanceOf(ExplainException.class);
    assertThatThrownBy(() -> PeakWindows.commonTo(one, SHARP, axis, 2, Double.NaN))
        .isInstanceOf(ExplainException.class);
    assertThatThrownBy(() -> PeakWindows.commonTo(List.of(), SHARP, axis))
        .isInstanceOf(ExplainException.class);
    assertThatThrownBy(() -> PeakWindows.of(salt, SHARP, degrees(32.5, 40)))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("No reflection");
  }

  private static Crystal salt() {
    return rockSalt(5.6402, Element.Na, Element.Cl);
  }

  private static Reflections asPymatgen(Crystal crystal, double from, double to) {
    return PowderDiffraction.asPymatgen()
        .withFamilies(Families.SYMMETRY)
        .withRange(from, to)
        .reflections(crystal);
  }

  private static Reflections doublet(Crystal crystal, double from, double to) {
    return PowderDiffraction.of(Radiation.kAlpha(Anode.CU))
        .withRange(from, to)
        .reflections(crystal);
  }

  private static Axis degrees(double from, double to) {
    return PowderPattern.axis(from, to, 0.02);
  }
}
