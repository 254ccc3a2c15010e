package org.suiseki.study.coreloss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.learn.Table;
import org.suiseki.matter.Axis;
import org.suiseki.matter.CoreLevelSite;
import org.suiseki.matter.Spectrum;
import org.suiseki.matter.Sticks;
import org.suiseki.matter.io.MeasuredSpectrum;
import org.suiseki.matter.io.SiteSticks;
import org.suiseki.study.StudyException;
import org.suiseki.study.coreloss.Preprocessing.Intensity;
import org.suiseki.study.coreloss.Preprocessing.Scale;

class PreprocessingTest {
  /** Height of a Gaussian of unit area and σ 0.5 eV. */
  private static final double PEAK = 1 / (0.5 * Math.sqrt(2 * Math.PI));

  private static Preprocessing with(
      double measuredSigma, double shift, Intensity intensity, Scale scale, double softness) {
    return new Preprocessing(
        280,
        300,
        0.5,
        0.5,
        0,
        measuredSigma,
        shift,
        intensity,
        scale,
        softness,
        Double.POSITIVE_INFINITY);
  }

  private static Preprocessing with(double measuredSigma, double shift, Intensity intensity) {
    return with(measuredSigma, shift, intensity, Scale.LINEAR, 0.05);
  }

  private static MeasuredSpectrum measured(double from, double to, DoubleUnaryOperator shape) {
    Axis axis = Axis.uniform("energy", "eV", from, to, 0.25);
    double[] values = new double[axis.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = shape.applyAsDouble(axis.at(i));
    }
    return new MeasuredSpectrum(new Spectrum(axis, values, "absorption", "counts", Map.of()));
  }

  private static double at(Spectrum spectrum, double energy) {
    return spectrum.valueAt(energy);
  }

  @Test
  void sticksBecomeTheMeanOverAllCarbons() {
    SiteSticks sites =
        new SiteSticks(
            List.of(
                new CoreLevelSite(0, 1, new Sticks(new double[] {286}, new double[] {2})),
                new CoreLevelSite(1, 3, new Sticks(new double[] {294}, new double[] {1}))));
    Spectrum spectrum = with(9, 0, Intensity.NONE).spectrum(sites);
    assertThat(spectrum.length()).isEqualTo(41);
    // Eight standard deviations between the two: neither sees the other.
    assertThat(at(spectrum, 286)).isCloseTo(2 * PEAK / 4, within(1e-9));
    assertThat(at(spectrum, 294)).isCloseTo(3 * PEAK / 4, within(1e-9));
    assertThat(at(spectrum, 286.5)).isCloseTo(2 * PEAK / 4 * Math.exp(-0.5), within(1e-9));
  }

  @Test
  void theShiftIsAddedToTheEnergies() {
    SiteSticks stick =
        new SiteSticks(
            List.of(new CoreLevelSite(0, 1, new Sticks(new double[] {290}, new double[] {1}))));
    assertThat(at(with(0, 1.5, Intensity.NONE).spectrum(stick), 291.5))
        .isCloseTo(PEAK, within(1e-9));
    Spectrum ramp = with(0, 1.5, Intensity.NONE).spectrum(measured(275, 305, e -> e));
    assertThat(at(ramp, 290)).isCloseTo(288.5, within(1e-9));
  }

  @Test
  void measuredSpectraKeepTheirWidthUnlessAskedOtherwise() {
    DoubleUnaryOperator peak = e -> Math.exp(-0.5 * (e - 290) * (e - 290) / 0.36);
    MeasuredSpectrum measured = measured(275, 305, peak);
    assertThat(at(with(0, 0, Intensity.NONE).spectrum(measured), 290.5))
        .isCloseTo(peak.applyAsDouble(290.5), within(1e-12));
    // A Gaussian of 0.6 on one of 0.8 has 1, and its height goes down by 0.6; the trapezoids of a
    // 0.25 eV grid leave an error of a thousandth.
    assertThat(at(with(0.8, 0, Intensity.NONE).spectrum(measured), 290))
        .isCloseTo(0.6, within(5e-3));
  }

  @Test
  void normalisesToOne() {
    MeasuredSpectrum counts = measured(275, 305, e -> 700 * Math.exp(-0.5 * (e - 290) * (e - 290)));
    Spectrum area = with(0, 0, Intensity.AREA).spectrum(counts);
    assertThat(area.area()).isCloseTo(1, within(1e-12));
    assertThat(area.unit()).isEqualTo("1/eV");
    assertThat(at(with(0, 0, Intensity.MAX).spectrum(counts), 290)).isCloseTo(1, within(1e-12));
    assertThat(at(with(0, 0, Intensity.NONE).spectrum(counts), 290)).isCloseTo(700, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"285, 305, 0", "275, 296, 0", "280, 300, -20", "280, 300, 5"})
  void aMissingPartOfTheGridIsRefusedWithBothRanges(double from, double to, double shift) {
    assertThatThrownBy(() -> with(0, shift, Intensity.NONE).spectrum(measured(from, to, e -> 1)))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("from " + (int) (from + shift) + ".0 to " + (int) (to + shift))
        .hasMessageContaining("the grid runs from 280.0 to 300.0 eV")
        .hasMessageContaining("spectrum.from, spectrum.to");
  }

  @Test
  void aSmallCalibrationMayReachOverTheEnd() {
    Spectrum ramp = with(0, 0.5, Intensity.NONE).spectrum(measured(280, 300, e -> e));
    assertThat(at(ramp, 280)).isEqualTo(280);
    assertThat(at(ramp, 290)).isCloseTo(289.5, within(1e-9));
  }

  @Test
  void scalesIntensities() {
    Table spectra = CoreLossSamples.table("1/eV", new double[][] {{0, 0.01, -4, 100, 1e-12}});
    assertThat(with(0, 0, Intensity.NONE).features(spectra)).isSameAs(spectra);
    Table roots = with(0, 0, Intensity.NONE, Scale.SQRT, 1).features(spectra);
    assertThat(roots.values()).containsExactly(new double[] {0, 0.1, -2, 10, 1e-6}, within(1e-15));
    assertThat(roots.columns().get(0)).hasToString("sqrt of intensity x0 [√(1/eV)]");
    double softness = 0.05;
    Table asinh = with(0, 0, Intensity.NONE, Scale.ASINH, softness).features(spectra);
    for (int i = 0; i < 4; i++) {
      double x = spectra.values()[i] / softness;
      double expected = Math.signum(x) * Math.log(Math.abs(x) + Math.sqrt(x * x + 1));
      assertThat(asinh.values()[i]).isCloseTo(expected, within(1e-14));
    }
    // asinh x = x − x³/6 for small x; a naive logarithm would have lost half the digits.
    assertThat(asinh.values()[4] / (1e-12 / softness)).isCloseTo(1, within(1e-15));
  }

  @Test
  void theSoftnessIsAPartOfTheMeanMaximum() {
    Table spectra = CoreLossSamples.table("1", new double[][] {{1, 2}, {6, 0}});
    assertThat(with(0, 0, Intensity.NONE, Scale.ASINH, 0.1).withSoftnessFor(spectra).softness())
        .isCloseTo(0.4, within(1e-12));
    Table dark = CoreLossSamples.table("1", new double[][] {{0, 0}});
    assertThat(with(0, 0, Intensity.NONE, Scale.ASINH, 0.1).withSoftnessFor(dark).softness())
        .isPositive();
  }

  @Test
  void comesBackFromJson() {
    for (Scale scale : Scale.values()) {
      for (Intensity intensity : Intensity.values()) {
        Preprocessing one = with(0.3, -0.7, intensity, scale, 1.0 / 3);
        assertThat(Preprocessing.fromJson(one.toJson())).isEqualTo(one);
      }
    }
  }

  @Test
  void readsAStudy() {
    Preprocessing read =
        CoreLossSamples.options(
                """
                study: test
                kind: core-loss
                spectrum: {from: 281 eV, to: 301 eV, step: 0.5 eV, normalise: area, scale: sqrt}
                """)
            .preprocessing();
    assertThat(read.axis()).isEqualTo(Axis.uniform("energy", "eV", 281, 301, 0.5));
    assertThat(read.intensity()).isEqualTo(Intensity.AREA);
    assertThat(read.scale()).isEqualTo(Scale.SQRT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{from: 303 eV, to: 280 eV}",
        "{from: 280 eV, to: 280 eV}",
        "{from: -1e9 eV, to: 1e9 eV}",
        "{from: 280 eV, to: 303.1 eV, step: 0.2 eV}"
      })
  void aGridThatIsNoneIsNamedWithItsPlace(String spectrum) {
    assertThatThrownBy(
            () -> CoreLossSamples.options("study: test\nkind: core-loss\nspectrum: " + spectrum))
        .isInstanceOf(StudyException.class)
        .hasMessageStartingWith("test.yaml:3:");
  }
}
