package org.suiseki.describe.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;

final class BlurTest {
  private static final Axis AXIS = Axis.uniform("two-theta", "degree", 10, 50, 0.02);

  /** Of all lengths, as the inner points are summed in fours; wider than the axis too. */
  @Test
  void eachPointIsTheWeightedMeanOfItsNeighbours() {
    Random random = new Random(1);
    for (int length = 2; length < 60; length++) {
      Axis axis = Axis.uniform("two-theta", "degree", 0, length - 1, 1);
      double[] values = random.doubles(length, -100, 1000).toArray();
      double sigma = 0.1 + 20 * random.nextDouble() * random.nextDouble();
      double[] found =
          new Blur(sigma).apply(new Spectrum(axis, values, "I", "counts", Map.of())).values();
      for (int i = 0; i < length; i++) {
        double sum = 0;
        double weights = 0;
        for (int j = 0; j < length; j++) {
          double weight = Math.exp(-0.5 * (i - j) * (i - j) / sigma / sigma);
          weight = Math.abs(i - j) <= Math.ceil(4 * sigma) ? weight : 0;
          sum += weight * values[j];
          weights += weight;
        }
        // The order of the terms differs.
        assertThat(found[i]).isCloseTo(sum / weights, within(1e-9));
      }
    }
  }

  /** A Gaussian of deviation s blurred by σ is one of √(s² + σ²) and of the same area. */
  @Test
  void gaussiansBecomeWiderGaussians() {
    Spectrum blurred = new Blur(0.3).apply(gaussian(30, 0.4));
    double width = Math.hypot(0.3, 0.4);
    double[] found = blurred.values();
    double[] exact = gaussian(30, width).values();
    for (int i = 0; i < found.length; i++) {
      // The kernel ends at four deviations, beyond which lie 6e-5 of it.
      assertThat(found[i]).isCloseTo(0.4 / width * exact[i], within(2e-4));
    }
  }

  @Test
  void aConstantStaysConstantUpToTheEnds() {
    double[] values = new double[AXIS.length()];
    Arrays.fill(values, 7);
    Spectrum flat = new Spectrum(AXIS, values, "intensity", "counts", Map.of());
    for (double value : new Blur(1).apply(flat).values()) {
      assertThat(value).isCloseTo(7, within(1e-12));
    }
  }

  @Test
  void theTextOfTheChainReadsBack() {
    assertThat(SpectrumChain.parse("blur:0.15").text()).isEqualTo("blur:sigma=0.15");
  }

  @Test
  void unevenPointsAndImpossibleWidthsAreRefused() {
    Axis uneven = new Axis("two-theta", "degree", new double[] {1, 2, 4, 8});
    Spectrum spectrum = new Spectrum(uneven, new double[4], "intensity", "counts", Map.of());
    assertThatThrownBy(() -> new Blur(1).apply(spectrum)).isInstanceOf(DescribeException.class);
    assertThatThrownBy(() -> new Blur(0)).isInstanceOf(DescribeException.class);
    assertThatThrownBy(() -> new Blur(Double.NaN)).isInstanceOf(DescribeException.class);
  }

  private static Spectrum gaussian(double centre, double deviation) {
    double[] values = AXIS.values();
    for (int i = 0; i < values.length; i++) {
      double x = (values[i] - centre) / deviation;
      values[i] = Math.exp(-0.5 * x * x);
    }
    return new Spectrum(AXIS, values, "intensity", "counts", Map.of());
  }
}
