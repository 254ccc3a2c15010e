package org.suiseki.describe.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;

class PeakFinderTest {
  private static final Axis AXIS = Patterns.angles(10, 85, 0.05);
  private static final double[] CENTRES = {20.013, 33.4, 34.8, 60.02, 79.97};

  @Test
  void prominencesAreTheDropsToHigherGround() {
    double[] y = {0, 3, 1, 5, 2, 2, 4, 4, 1, 5, 0.5, 0.7};
    Prominences prominences = new Prominences(y);
    assertThat(prominences.next(0)).isEqualTo(1);
    assertThat(prominences.of(1)).isEqualTo(2);
    assertThat(prominences.of(3)).isEqualTo(4.5);
    assertThat(prominences.next(4)).isEqualTo(6);
    assertThat(prominences.of(6)).isEqualTo(2);
    assertThat(prominences.of(9)).isEqualTo(4);
    assertThat(prominences.next(10)).isEqualTo(y.length);
  }

  @Test
  void findsThePeaksOfACountedPatternAndNoOthers() {
    Spectrum means = Patterns.of(AXIS, x -> 100 + peaks(x));
    for (int seed = 0; seed < 50; seed++) {
      List<FoundPeak> found =
          PeakFinder.standard().find(Patterns.counted(means, new Random(seed)), PeakNoise.COUNTING);
      assertThat(found).hasSize(CENTRES.length);
      for (int i = 0; i < CENTRES.length; i++) {
        // A third of the width of 0.3°: between counts the highest point wanders.
        assertThat(found.get(i).position()).isCloseTo(CENTRES[i], within(0.1));
        assertThat(found.get(i).signalToNoise()).isBetween(8.0, 30.0);
      }
    }
  }

  @Test
  void findsNothingInNoise() {
    double[] deviations = new double[AXIS.length()];
    Arrays.fill(deviations, 2);
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      Spectrum noise = Patterns.of(AXIS, x -> 2 * random.nextGaussian());
      assertThat(PeakFinder.standard().find(noise, deviations)).isEmpty();
      assertThat(new PeakFinder(5, 5, 0).find(noise, deviations)).isNotEmpty();
    }
  }

  @Test
  void measuresACleanPeak() {
    Spectrum clean = Patterns.of(AXIS, x -> 10 + 500 * Patterns.peak(x, 40.013, 1, 0));
    FoundPeak peak = new PeakFinder(1, 5, 0).find(clean, PeakNoise.COUNTING).get(0);
    // The parabola through three points of a Gaussian 20 points wide.
    assertThat(peak.position()).isCloseTo(40.013, within(1e-4));
    assertThat(peak.height()).isCloseTo(510, within(0.01));
    // Half the prominence of the highest point, which is 0.2 % lower.
    assertThat(peak.width()).isCloseTo(1, within(0.003));
    assertThat(peak.prominence()).isCloseTo(500, within(1.0));
  }

  @Test
  void estimatesTheNoiseWhereItIs() {
    Random random = new Random(3);
    Spectrum noisy =
        Patterns.of(AXIS, x -> 3 * x + 20 * peaks(x) / 300 + x / 10 * random.nextGaussian());
    double[] noise = PeakNoise.ESTIMATED.of(noisy);
    double mean = 0;
    for (int i = 0; i < noise.length; i++) {
      // The median of a block of 100 differences, which overlap, is good to about 14 %.
      assertThat(noise[i]).isCloseTo(AXIS.at(i) / 10, withinPercentage(45));
      mean += noise[i] / (AXIS.at(i) / 10) / noise.length;
    }
    assertThat(mean).isCloseTo(1, within(0.12));
    Spectrum line = Patterns.of(Patterns.angles(0, 8, 1), x -> x);
    assertThatThrownBy(() -> PeakNoise.ESTIMATED.of(line))
        .hasMessageContaining("values that scatter");
    Spectrum few = Patterns.of(Patterns.angles(0, 3, 1), x -> x);
    assertThatThrownBy(() -> PeakNoise.ESTIMATED.of(few)).hasMessageContaining("4 points");
  }

  @Test
  void keepsTheShareAskedFor() {
    Spectrum two =
        Patterns.of(AXIS, x -> 1000 * Patterns.peak(x, 30, 1, 0) + 90 * Patterns.peak(x, 50, 1, 0));
    assertThat(new PeakFinder(1, 5, 0.05).find(two, PeakNoise.COUNTING)).hasSize(2);
    assertThat(new PeakFinder(1, 5, 0.1).find(two, PeakNoise.COUNTING)).hasSize(1);
  }

  @Test
  void refusesWhatIsNoNoise() {
    Spectrum negative = Patterns.of(AXIS, x -> 50 - x);
    assertThatThrownBy(() -> PeakFinder.standard().find(negative, PeakNoise.COUNTING))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("never negative");
    assertThatThrownBy(() -> PeakFinder.standard().find(negative, new double[] {1}))
        .hasMessageContaining("1501 values and 1 deviations");
    assertThatThrownBy(() -> PeakFinder.standard().find(negative, new double[1501]))
        .hasMessageContaining("deviation of value 1 is 0.0");
    assertThatThrownBy(() -> new PeakFinder(4, 5, 0)).hasMessageContaining("window");
    assertThatThrownBy(() -> new PeakFinder(5, 0, 0)).hasMessageContaining("threshold");
    assertThatThrownBy(() -> new PeakFinder(5, 5, 1)).hasMessageContaining("share");
  }

  private static double peaks(double x) {
    double sum = 0;
    for (double centre : CENTRES) {
      sum += 300 * Patterns.peak(x, centre, 0.3, 0.5);
    }
    return sum;
  }
}
