package org.suiseki.describe.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;

class DiffractionStepsTest {
  private static final double FIRST = 1.5405929;
  private static final double SECOND = 1.5444274;
  private static final double[] SPACINGS = {3.1355, 1.92, 1.6374, 1.1086, 0.918};

  private final KAlpha2Strip strip = new KAlpha2Strip(FIRST, SECOND, 0.5);

  @Test
  void stripsTheSecondLineOfADoublet() {
    Axis axis = Patterns.angles(20, 120, 0.01);
    Spectrum stripped = strip.apply(Patterns.of(axis, x -> line(x, FIRST) + line(x, SECOND) / 2));
    for (int i = 0; i < axis.length(); i++) {
      // Copies at one width, where the step takes the second line to be a little wider (0.25 % to
      // 1 % at high angles): of 1000 counts up to 5 are left.
      assertThat(stripped.value(i)).isCloseTo(line(axis.at(i), FIRST), within(5.0));
    }
  }

  @Test
  void isExactForWhatTheMethodSupposes() {
    Axis axis = Patterns.angles(20, 120, 0.01);
    Spectrum single = Patterns.of(axis, x -> line(x, FIRST));
    Spectrum doublet =
        Patterns.of(axis, x -> line(x, FIRST) + 0.5 * line(lower(x, FIRST / SECOND), FIRST));
    Spectrum stripped = strip.apply(doublet);
    for (int i = 0; i < axis.length(); i++) {
      // The cubic's error in peaks ten points wide and 1000 high.
      assertThat(stripped.value(i)).isCloseTo(single.value(i), within(0.3));
    }
  }

  @Test
  void stripsAFlatPatternToItsShare() {
    Spectrum flat = Patterns.of(Patterns.angles(5, 20, 0.02), x -> 300);
    assertThat(strip.apply(flat).values()).containsOnly(new double[] {200}, within(1e-9));
  }

  @Test
  void raisesNoiseAsItSays() {
    Random random = new Random(11);
    Spectrum noise = Patterns.of(Patterns.angles(20, 120, 0.01), x -> random.nextGaussian());
    double squares = 0;
    for (double value : strip.apply(noise).values()) {
      squares += value * value / noise.length();
    }
    // At most 1/√(1 − 1/4) = 1.155, less as the cubic averages; 10,001 values give it to 1 %.
    assertThat(Math.sqrt(squares)).isBetween(1.0, 1.19);
  }

  @Test
  void convertsThereAndBack() {
    Spectrum pattern = Patterns.of(Patterns.angles(5, 140, 0.5), x -> x * x);
    AxisConversion toQ = to(DiffractionAxis.Q, FIRST, 0);
    AxisConversion toD = to(DiffractionAxis.D, FIRST, 0);
    AxisConversion back = to(DiffractionAxis.TWO_THETA, 0, FIRST);
    for (AxisConversion one : new AxisConversion[] {toQ, toD}) {
      Spectrum again = back.apply(one.apply(pattern));
      assertThat(again.values()).containsExactly(pattern.values());
      // Near 2θ = 140° the arcsine loses a digit or two of 16.
      assertThat(again.axis().values()).containsExactly(pattern.axis().values(), within(1e-12));
    }
    Spectrum d = toD.apply(pattern);
    assertThat(d.axis().unit()).isEqualTo("Å");
    assertThat(d.axis().first()).isCloseTo(FIRST / 2 / Math.sin(Math.toRadians(70)), within(1e-14));
    assertThat(d.value(0)).isEqualTo(140 * 140);
  }

  /** Si 111, d = 3.13556 Å: 28.4426° under Cu Kα1 of 1.5405929 Å, 12.99° under Mo of 0.7093. */
  @Test
  void convertsBetweenWavelengths() {
    double d = 3.13556;
    double copper = 2 * Math.toDegrees(Math.asin(FIRST / 2 / d));
    double molybdenum = 2 * Math.toDegrees(Math.asin(0.70931715 / 2 / d));
    Axis axis = new Axis("two-theta", "degree", new double[] {copper, 40});
    Spectrum pattern = Patterns.with(axis, new double[] {1, 2});
    Spectrum moved = to(DiffractionAxis.TWO_THETA, FIRST, 0.70931715).apply(pattern);
    assertThat(copper).isCloseTo(28.4426, within(1e-3));
    assertThat(moved.axis().first()).isCloseTo(molybdenum, within(1e-13));
    assertThat(moved.axis().name()).isEqualTo("two-theta");
  }

  @Test
  void asksForWavelengths() {
    Spectrum pattern = Patterns.of(Patterns.angles(0, 140, 0.5), x -> x);
    assertThatThrownBy(() -> to(DiffractionAxis.Q, 0, 0).apply(pattern))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("Give wavelength=… in Å")
        .hasMessageContaining("none is assumed");
    assertThatThrownBy(() -> to(DiffractionAxis.TWO_THETA, FIRST, 0).apply(pattern))
        .hasMessageContaining("Give target=");
    assertThatThrownBy(() -> to(DiffractionAxis.D, FIRST, 0).apply(pattern))
        .hasMessageContaining("Point 1 (0.0 degree) has no place on an axis of d");
    assertThatThrownBy(() -> to(DiffractionAxis.TWO_THETA, 0.5, 2).apply(pattern))
        .hasMessageContaining("a wavelength of 2.0 Å");
    assertThatThrownBy(() -> to(DiffractionAxis.Q, -1, 0)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> strip.apply(to(DiffractionAxis.Q, FIRST, 0).apply(pattern)))
        .hasMessageContaining("defined over two-theta");
    Axis energy = new Axis("energy", "eV", new double[] {1, 2});
    assertThatThrownBy(() -> strip.apply(Patterns.with(energy, new double[] {1, 2})))
        .hasMessageContaining("energy [eV] is none of diffraction's");
    assertThatThrownBy(() -> new KAlpha2Strip(SECOND, FIRST, 0.5))
        .hasMessageContaining("no doublet");
    assertThatThrownBy(() -> new KAlpha2Strip(FIRST, SECOND, 50))
        .hasMessageContaining("between 0 and 1");
  }

  @Test
  void undoesWhatTheDiffractometerDid() {
    double radius = 217.5;
    double low = 0.15;
    Spectrum truth = Patterns.of(Patterns.angles(5, 150, 0.5), x -> x);
    double[] shown = truth.axis().values();
    for (int i = 0; i < shown.length; i++) {
      double theta = Math.toRadians(shown[i] / 2);
      shown[i] += 0.03 - Math.toDegrees(2 * low / radius * Math.cos(theta));
    }
    Spectrum measured = Patterns.with(new Axis("two-theta", "degree", shown), truth.values());
    Spectrum aligned = new Displacement(low, radius).apply(new ZeroShift(0.03).apply(measured));
    assertThat(aligned.axis().values()).containsExactly(truth.axis().values(), within(1e-12));
    assertThatThrownBy(() -> new Displacement(0.1, 0)).hasMessageContaining("radius");
    assertThatThrownBy(() -> new Displacement(50, 200)).hasMessageContaining("tenth");
  }

  private static AxisConversion to(DiffractionAxis axis, double wavelength, double target) {
    return new AxisConversion(axis, maybe(wavelength), maybe(target));
  }

  private static OptionalDouble maybe(double value) {
    return value == 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static double lower(double x, double ratio) {
    return 2 * Math.toDegrees(Math.asin(Math.sin(Math.toRadians(x / 2)) * ratio));
  }

  /** Peaks of height 1000 and width 0.1° of some planes. */
  private static double line(double x, double wavelength) {
    double sum = 0;
    for (double d : SPACINGS) {
      double centre = 2 * Math.toDegrees(Math.asin(wavelength / 2 / d));
      sum += 1000 * Patterns.peak(x, centre, 0.1, 0.5);
    }
    return sum;
  }
}
