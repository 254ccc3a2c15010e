package org.suiseki.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Site;
import org.suiseki.matter.Spectrum;

class PowderPatternTest {
  private static final Crystal IRON =
      Crystal.of(
          Lattice.cubic(2.866),
          List.of(new Site(Element.Fe, 0, 0, 0), new Site(Element.Fe, 0.5, 0.5, 0.5)));
  private static final Reflections LINE =
      PowderDiffraction.of(Radiation.kAlpha1(Anode.CU)).withRange(30, 60).reflections(IRON);
  private static final Axis AXIS = PowderPattern.axis(20, 80, 0.02);

  @ParameterizedTest
  @CsvSource({"0.1, 0", "0, 0.1", "0.1, 0.05", "0.002, 0", "0, 0.001"})
  void theAreaIsTheIntensityHoweverNarrowThePeak(double gaussian, double lorentzian) {
    assertThat(LINE.count()).isEqualTo(1);
    PeakProfile profile =
        new PeakProfile(
            0, 0, gaussian * gaussian, 0, lorentzian, Double.POSITIVE_INFINITY, 0, 0, 0);
    double area = sum(PowderPattern.of(profile).withScale(2).spectrum(LINE, AXIS)) * 0.02;
    // All of the peak, its cut tails put back, lies on the axis: within 25° of the centre for a
    // Lorentzian of half width 0.05° cut at 1/1000 of its area on each side.
    assertThat(area).isCloseTo(200, within(1e-9));
  }

  /** Bragg, and Caglioti's W alone. */
  @Test
  void placesAndWidthsOfPlanesAreToldWithoutAPattern() {
    PowderPattern sharp = PowderPattern.of(PeakProfile.gaussian(0.1));
    double expected = Math.toDegrees(2 * Math.asin(1.54 / 4));
    assertThat(sharp.angle(2, 1.54).orElseThrow()).isCloseTo(expected, within(1e-12));
    assertThat(sharp.width(2, 1.54)).isCloseTo(0.1, within(1e-12));
    PowderPattern moved = sharp.withAlignment(new Alignment(0.2, 0, 200));
    assertThat(moved.angle(2, 1.54).orElseThrow()).isCloseTo(expected + 0.2, within(1e-12));
    assertThat(sharp.angle(0.7, 1.54)).isEmpty();
  }

  @Test
  void unevenAxesKeepTheAreaToo() {
    SplittableRandom random = new SplittableRandom(3);
    double[] points = new double[900];
    points[0] = 40;
    for (int i = 1; i < points.length; i++) {
      points[i] = points[i - 1] + 0.001 + 0.02 * random.nextDouble();
    }
    Axis axis = new Axis("two-theta", "degree", points);
    Spectrum spectrum = PowderPattern.of(PeakProfile.gaussian(0.05)).spectrum(LINE, axis);
    double area = 0;
    for (int i = 1; i < points.length - 1; i++) {
      area += spectrum.value(i) * (points[i + 1] - points[i - 1]) / 2;
    }
    assertThat(area).isCloseTo(100, within(1e-9));
  }

  @Test
  void aFineAxisShowsTheShapeItself() {
    double centre = LINE.twoTheta(0);
    Axis fine = new Axis("two-theta", "degree", around(centre, 0.0005, 2000));
    double g = 0.08;
    double l = 0.06;
    PeakProfile profile =
        new PeakProfile(0, 0, g * g, 0, l * cosine(centre), Double.POSITIVE_INFINITY, 0, 0, 0);
    Spectrum spectrum = PowderPattern.of(profile).withCut(1e-6).spectrum(LINE, fine);
    double width = PeakProfile.width(g, l);
    double eta = PeakProfile.mixing(l, width);
    for (int i = 0; i < fine.length(); i++) {
      double d = (fine.at(i) - centre) / width;
      double gauss =
          2 * Math.sqrt(Math.log(2) / Math.PI) / width * Math.exp(-4 * Math.log(2) * d * d);
      double lorentz = 2 / (Math.PI * width * (1 + 4 * d * d));
      // The mean over a bin of h differs by h²/24 times the second derivative: 1e-5 of the height.
      assertThat(spectrum.value(i))
          .isCloseTo(100 * (eta * lorentz + (1 - eta) * gauss), within(0.02));
    }
  }

  /** Thompson, Cox and Hastings chose their polynomials to follow Voigt's function. */
  @ParameterizedTest
  @CsvSource({"0.1, 0.02", "0.1, 0.1", "0.03, 0.1"})
  void thePseudoVoigtIsNearlyAVoigt(double gaussian, double lorentzian) {
    double width = PeakProfile.width(gaussian, lorentzian);
    double eta = PeakProfile.mixing(lorentzian, width);
    double sigma = gaussian / (2 * Math.sqrt(2 * Math.log(2)));
    double scale = sigma * Math.sqrt(2);
    double height = Faddeeva.real(0, lorentzian / 2 / scale) / (sigma * Math.sqrt(2 * Math.PI));
    double half =
        Faddeeva.real(width / 2 / scale, lorentzian / 2 / scale) / (sigma * Math.sqrt(2 * Math.PI));
    // The paper states 0.1 % for the width and 1 % for the shape.
    assertThat(half / height).isCloseTo(0.5, within(0.002));
    double own =
        eta * 2 / (Math.PI * width) + (1 - eta) * 2 * Math.sqrt(Math.log(2) / Math.PI) / width;
    assertThat(own / height).isCloseTo(1, within(0.01));
  }

  @Test
  void widthsFollowTheAngleCrystallitesAndStrain() {
    PeakProfile profile = new PeakProfile(0.04, -0.02, 0.01, 0.05, 0.03, 500, 0.002, 0, 0);
    double theta = Math.toRadians(30);
    double t = Math.tan(theta);
    assertThat(profile.gaussianWidth(theta))
        .isCloseTo(Math.sqrt(0.04 * t * t - 0.02 * t + 0.01), within(1e-12));
    double scherrer = Math.toDegrees(0.9 * 1.54 / (500 * Math.cos(theta)));
    double strain = Math.toDegrees(4 * 0.002 * t);
    assertThat(profile.lorentzianWidth(theta, 1.54))
        .isCloseTo(0.05 * t + 0.03 / Math.cos(theta) + scherrer + strain, within(1e-12));
    assertThat(PeakProfile.width(0.1, 0)).isCloseTo(0.1, within(1e-12));
    assertThat(PeakProfile.width(0, 0.1)).isCloseTo(0.1, within(1e-12));
    // The five numbers of the polynomial for the share add up to 1 within their digits.
    assertThat(PeakProfile.mixing(0.1, 0.1)).isCloseTo(1, within(1e-5));
  }

  @Test
  void theSecondLineIsHalfAsStrongAndWhereBraggPutsIt() {
    Reflections doublet =
        PowderDiffraction.of(Radiation.kAlpha(Anode.CU)).withRange(100, 150).reflections(IRON);
    Axis axis = PowderPattern.axis(90, 160, 0.01);
    Spectrum spectrum = PowderPattern.of(PeakProfile.gaussian(0.03)).spectrum(doublet, axis);
    double d = doublet.spacing(0);
    double first = angle(Anode.CU.kAlpha1(), d);
    double second = angle(Anode.CU.kAlpha2(), d);
    double[] areas = new double[2];
    for (int i = 0; i < axis.length(); i++) {
      if (Math.abs(axis.at(i) - first) < 0.12) {
        areas[0] += spectrum.value(i) * 0.01;
      } else if (Math.abs(axis.at(i) - second) < 0.12) {
        areas[1] += spectrum.value(i) * 0.01;
      }
    }
    // The Lorentz and polarisation factors of the two angles differ by a percent.
    assertThat(areas[1] / areas[0]).isCloseTo(0.5, within(0.01));
    assertThat(areas[0] + areas[1]).isCloseTo(doublet.intensity(0), within(0.5));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.8, 1, 1.5})
  void textureRedistributesButDoesNotAdd(double r) {
    double sum = 0;
    int n = 20_000;
    for (int i = 0; i < n; i++) {
      double c2 = Math.pow((i + 0.5) / n, 2);
      sum += Math.pow(r * r * c2 + (1 - c2) / r, -1.5) / n;
    }
    assertThat(sum).isCloseTo(1, within(1e-6));
    // By hand, for the basal plane of a hexagonal metal along itself and across.
    Crystal metal =
        Crystal.of(
            Lattice.ofParameters(3.2, 3.2, 5.2, 90, 90, 120),
            List.of(
                new Site(Element.Mg, 1.0 / 3, 2.0 / 3, 0.25),
                new Site(Element.Mg, 2.0 / 3, 1.0 / 3, 0.75)));
    Reflections peaks = PowderDiffraction.of(Radiation.kAlpha1(Anode.CU)).reflections(metal);
    double[] factors = peaks.textured(new Texture(0, 0, 1, r));
    assertThat(peaks.families(0).get(0).indices()).isEqualTo("1 0 0");
    assertThat(factors[0]).isCloseTo(Math.pow(r, 1.5), within(1e-9));
    assertThat(peaks.families(1).get(0).indices()).isEqualTo("0 0 2");
    assertThat(factors[1]).isCloseTo(Math.pow(r, -3), within(1e-9));
    // Of the six planes of {100} two lie along one of them and four at 60°.
    double oblique = Math.pow(r * r / 4 + 0.75 / r, -1.5);
    assertThat(peaks.textured(new Texture(1, 0, 0, r))[0])
        .isCloseTo((Math.pow(r, -3) + 2 * oblique) / 3, within(1e-9));
  }

  @Test
  void misalignmentMovesPeaks() {
    Alignment shifted = new Alignment(0.05, 0.1, 200);
    double theta = Math.toRadians(LINE.twoTheta(0) / 2);
    double expected = LINE.twoTheta(0) + 0.05 - Math.toDegrees(2 * 0.1 / 200 * Math.cos(theta));
    Spectrum spectrum =
        PowderPattern.of(PeakProfile.gaussian(0.1)).withAlignment(shifted).spectrum(LINE, AXIS);
    assertThat(centre(spectrum)).isCloseTo(expected, within(1e-9));
  }

  @Test
  void axialDivergenceKeepsTheAreaAndMovesThePeakTowardsTheMiddle() {
    Reflections low =
        PowderDiffraction.of(Radiation.kAlpha1(Anode.CU))
            .withRange(5, 20)
            .reflections(IRON.withLattice(Lattice.cubic(7)));
    Axis axis = PowderPattern.axis(2, 40, 0.01);
    PowderPattern plain = PowderPattern.of(PeakProfile.gaussian(0.05));
    PowderPattern axial =
        PowderPattern.of(PeakProfile.gaussian(0.05).withAxialDivergence(0.03, 0.02));
    Spectrum symmetric = plain.spectrum(low, axis);
    Spectrum asymmetric = axial.spectrum(low, axis);
    assertThat(sum(asymmetric)).isCloseTo(sum(symmetric), within(1e-9 * sum(symmetric)));
    // First moment of the function for small openings: −⟨h²⟩/(2 tan 2θ), ⟨h²⟩ = (S² + H²)/3.
    double shift =
        Math.toDegrees(
            -(0.03 * 0.03 + 0.02 * 0.02) / 6 / Math.tan(Math.toRadians(low.twoTheta(0))));
    assertThat(centre(asymmetric) - centre(symmetric))
        .isCloseTo(shift, within(0.05 * Math.abs(shift)));
    // Beyond 90° the other way, and equal roles of sample and detector.
    AxialDivergence high = AxialDivergence.of(0.03, 0.02, 120, 0.1);
    AxialDivergence swapped = AxialDivergence.of(0.02, 0.03, 120, 0.1);
    assertThat(Arrays.stream(high.angle).min().orElseThrow()).isGreaterThan(120);
    assertThat(high.angle).isEqualTo(swapped.angle);
    assertThat(Arrays.stream(high.weight).sum()).isCloseTo(1, within(1e-12));
    assertThat(AxialDivergence.of(0.03, 0.02, 90, 0.1).angle).containsExactly(90.0);
    assertThat(AxialDivergence.of(0, 0.02, 30, 0.1).angle).hasSizeGreaterThan(8);
  }

  @Test
  void theBackgroundIsItsPolynomialAndItsHumps() {
    Background background =
        new Background(List.of(10.0, -3.0, 2.0, 0.5), List.of(new Background.Hump(25, 8, 40)));
    Reflections nothing =
        PowderDiffraction.of(Radiation.kAlpha1(Anode.CU)).withRange(1, 2).reflections(IRON);
    Spectrum spectrum =
        PowderPattern.laboratory().withBackground(background).spectrum(nothing, AXIS);
    for (int i = 0; i < AXIS.length(); i++) {
      double t = (AXIS.at(i) - 50) / 30;
      double hump = 40 * Math.pow(0.5, Math.pow((AXIS.at(i) - 25) / 4, 2));
      double polynomial = 10 - 3 * t + 2 * (2 * t * t - 1) + 0.5 * (4 * t * t * t - 3 * t);
      assertThat(spectrum.value(i)).isCloseTo(polynomial + hump, within(1e-11));
    }
  }

  @Test
  void theHighestPointCanBeChosen() {
    PowderPattern pattern = PowderPattern.laboratory().withScale(3).scaledTo(5000, LINE, AXIS);
    double most = Arrays.stream(pattern.spectrum(LINE, AXIS).values()).max().orElseThrow();
    assertThat(most).isCloseTo(5000, within(1e-8));
    assertThatThrownBy(() ->
            PowderPattern.of(PeakProfile.gaussian(0.1))
                .scaledTo(1, LINE, PowderPattern.axis(100, 110, 1)))
        .hasMessageContaining("No peak lies on the axis");
  }

  /** Mean, variance and third moment of 200,000 draws are those of Poisson's distribution. */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 4, 9.99, 10, 37.5, 1000, 3e6})
  void countsArePoissons(double mean) {
    int n = 200_000;
    SplittableRandom random = new SplittableRandom(5);
    double sum = 0;
    double square = 0;
    double cube = 0;
    for (int i = 0; i < n; i++) {
      double draw = PoissonCount.draw(mean, random);
      assertThat(draw).isEqualTo(Math.rint(draw)).isNotNegative();
      double d = (draw - mean) / Math.sqrt(mean);
      sum += d;
      square += d * d;
      cube += d * d * d;
    }
    // Five standard errors of each.
    assertThat(sum / n).isCloseTo(0, within(5 / Math.sqrt(n)));
    assertThat(square / n).isCloseTo(1, within(5 * Math.sqrt((2 + 1 / mean) / n)));
    double third = 1 / Math.sqrt(mean);
    assertThat(cube / n).isCloseTo(third, within(5 * Math.sqrt((15 + 60 / mean) / n)));
  }

  /** The frequencies themselves, where the rejection's two regions meet. */
  @Test
  void everyCountComesAsOftenAsItShould() {
    double mean = 12;
    int n = 1_000_000;
    int[] seen = new int[60];
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < n; i++) {
      seen[(int) PoissonCount.draw(mean, random)]++;
    }
    double probability = Math.exp(-mean);
    for (int k = 0; k < 30; k++) {
      double error = Math.sqrt(n * probability) + 1;
      assertThat((double) seen[k]).as("count %d", k).isCloseTo(n * probability, within(5 * error));
      probability *= mean / (k + 1);
    }
  }

  @Test
  void theSameSeedCountsTheSame() {
    Spectrum expected =
        PowderPattern.laboratory()
            .scaledTo(1000, LINE, AXIS)
            .withBackground(Background.flat(20))
            .spectrum(LINE, AXIS);
    Spectrum counts = PowderPattern.counted(expected, 9);
    assertThat(counts).isEqualTo(PowderPattern.counted(expected, 9));
    assertThat(counts.values()).isNotEqualTo(PowderPattern.counted(expected, 10).values());
    assertThat(counts.unit()).isEqualTo("counts");
    assertThat(counts.metadata()).isEqualTo(Map.of("radiation", "Cu Kα1"));
    assertThat(sum(counts)).isCloseTo(sum(expected), within(5 * Math.sqrt(sum(expected))));
  }

  @Test
  void refusesTheImpossible() {
    assertThatThrownBy(() -> PowderPattern.of(PeakProfile.gaussian(0)).spectrum(LINE, AXIS))
        .isInstanceOf(SimulateException.class)
        .hasMessageContaining("has no width");
    PeakProfile negative = new PeakProfile(0, -1, 0.1, 0, 0, Double.POSITIVE_INFINITY, 0, 0, 0);
    assertThatThrownBy(() -> PowderPattern.of(negative).spectrum(LINE, AXIS))
        .hasMessageContaining("negative width at 2θ = 44.6");
    assertThatThrownBy(
            () -> PowderPattern.laboratory().spectrum(LINE, Axis.uniform("q", "1/Å", 0, 1, 0.1)))
        .hasMessageContaining("the axis is in 1/Å");
    assertThatThrownBy(() -> PowderPattern.laboratory().withScale(0))
        .isInstanceOf(SimulateException.class);
    assertThatThrownBy(() -> PowderPattern.laboratory().withCut(0.5))
        .isInstanceOf(SimulateException.class);
    assertThatThrownBy(() -> PeakProfile.laboratory().withSize(0))
        .hasMessageContaining("Crystallites of 0.0 Å");
    assertThatThrownBy(() -> PeakProfile.laboratory().withStrain(-1))
        .isInstanceOf(SimulateException.class);
    assertThatThrownBy(() -> PeakProfile.laboratory().withAxialDivergence(-1, 0))
        .isInstanceOf(SimulateException.class);
    assertThatThrownBy(() -> PeakProfile.gaussian(Double.NaN))
        .isInstanceOf(SimulateException.class);
    assertThatThrownBy(() -> new Texture(0, 0, 0, 1)).hasMessageContaining("0 0 0");
    assertThatThrownBy(() -> new Texture(0, 0, 1, 0)).isInstanceOf(SimulateException.class);
    assertThatThrownBy(() -> new Alignment(0, 300, 200)).isInstanceOf(SimulateException.class);
    assertThatThrownBy(() -> Background.flat(Double.NaN)).isInstanceOf(SimulateException.class);
    assertThatThrownBy(() -> new Background.Hump(20, 0, 1)).isInstanceOf(SimulateException.class);
    Spectrum below =
        PowderPattern.laboratory().withBackground(Background.flat(-1)).spectrum(LINE, AXIS);
    assertThatThrownBy(() -> PowderPattern.counted(below, 1))
        .hasMessageContaining("expected number of counts is -");
  }

  private static double sum(Spectrum spectrum) {
    return Arrays.stream(spectrum.values()).sum();
  }

  private static double centre(Spectrum spectrum) {
    double moment = 0;
    for (int i = 0; i < spectrum.length(); i++) {
      moment += spectrum.value(i) * spectrum.axis().at(i);
    }
    return moment / sum(spectrum);
  }

  private static double cosine(double twoTheta) {
    return Math.cos(Math.toRadians(twoTheta / 2));
  }

  private static double angle(double wavelength, double spacing) {
    return Math.toDegrees(2 * Math.asin(wavelength / (2 * spacing)));
  }

  private static double[] around(double centre, double step, int half) {
    double[] points = new double[2 * half + 1];
    for (int i = 0; i < points.length; i++) {
      points[i] = centre + (i - half) * step;
    }
    return points;
  }
}
