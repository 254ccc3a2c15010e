package org.suiseki.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class SpectrumTest {
  private static final Axis UNEVEN =
      new Axis("energy", "eV", new double[] {280, 281, 283, 283.5, 290});

  @Test
  void resamplingALineIsExactOnAnyAxis() {
    Random random = new Random(7);
    Spectrum line = of(UNEVEN, x -> 3 - 0.25 * x);
    Axis target =
        new Axis("energy", "eV", random.doubles(50, 280, 290).sorted().distinct().toArray());
    Spectrum resampled = line.resample(target);
    for (int i = 0; i < target.length(); i++) {
      // Values near 70; a few roundings.
      assertThat(resampled.value(i)).isCloseTo(3 - 0.25 * target.at(i), within(1e-12));
    }
    assertThat(resampled.resample(target)).isEqualTo(resampled);
  }

  @Test
  void outsideTheRangeNothingIsMadeUpUnasked() {
    Spectrum spectrum = of(UNEVEN, x -> x);
    Axis wider = Axis.uniform("energy", "eV", 279, 291, 1);
    assertThatThrownBy(() -> spectrum.resample(wider))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining(
            "known from 280.0 to 290.0 eV but is asked for from 279.0 to 291.0 eV");
    assertThat(spectrum.resample(wider, OutsideRange.ZERO).value(0)).isZero();
    assertThat(spectrum.resample(wider, OutsideRange.HOLD).value(12)).isEqualTo(290);
    assertThatThrownBy(() -> spectrum.resample(Axis.uniform("energy", "keV", 0.281, 0.282, 0.001)))
        .hasMessageContaining("cannot be read at points in keV");
  }

  @Test
  void derivativeIsExactForParabolas() {
    Spectrum slope = of(UNEVEN, x -> (x - 284) * (x - 284)).derivative();
    for (int i = 0; i < UNEVEN.length(); i++) {
      assertThat(slope.value(i)).isCloseTo(2 * (UNEVEN.at(i) - 284), within(1e-11));
    }
    assertThat(slope.unit()).isEqualTo("1/eV");
    Axis two = new Axis("energy", "eV", new double[] {1, 3});
    assertThat(of(two, x -> 5 * x).derivative().values()).containsExactly(5, 5);
  }

  @Test
  void normalisesToTheirDefinitions() {
    Spectrum spectrum = of(UNEVEN, x -> 2 + Math.sin(x));
    assertThat(Arrays.stream(spectrum.normalise(Normalisation.MAX).values()).max()).hasValue(1);
    assertThat(spectrum.normalise(Normalisation.AREA).area()).isCloseTo(1, within(1e-14));
    double[] snv = spectrum.normalise(Normalisation.SNV).values();
    assertThat(Arrays.stream(snv).sum()).isCloseTo(0, within(1e-13));
    assertThat(Arrays.stream(snv).map(v -> v * v).average().orElseThrow())
        .isCloseTo(1, within(1e-13));
    Spectrum zero = of(UNEVEN, x -> 0);
    for (Normalisation normalisation : Normalisation.values()) {
      assertThatThrownBy(() -> zero.normalise(normalisation))
          .isInstanceOf(MatterException.class)
          .hasMessageContaining("cannot be divided by");
    }
  }

  @Test
  void cropsShiftsAndIntegrates() {
    Spectrum spectrum = of(UNEVEN, x -> 1);
    assertThat(spectrum.area()).isEqualTo(10);
    assertThat(spectrum.crop(281, 283.7).axis().values()).containsExactly(281, 283, 283.5);
    assertThat(spectrum.crop(0, 1e6)).isEqualTo(spectrum);
    assertThat(spectrum.shift(0.5).axis().first()).isEqualTo(280.5);
    assertThatThrownBy(() -> spectrum.crop(284, 289)).hasMessageContaining("Fewer than two points");
  }

  @Test
  void namesTheValueThatIsWrong() {
    assertThatThrownBy(() -> new Spectrum(UNEVEN, new double[4], "absorption", "1", Map.of()))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("5 points but there are 4 values");
    double[] values = {0, 1, Double.NaN, 2, 3};
    assertThatThrownBy(() -> new Spectrum(UNEVEN, values, "absorption", "1", Map.of()))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("point 3 (283.0 eV) is NaN");
  }

  private static Spectrum of(Axis axis, DoubleUnaryOperator function) {
    return new Spectrum(
        axis, Arrays.stream(axis.values()).map(function).toArray(), "absorption", "1", Map.of());
  }
}
