package org.suiseki.describe.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;

class ShouldersTest {
  private static final Axis AXIS = Patterns.angles(36, 44, 0.02);
  private static final PeakFinder PLAIN = PeakFinder.standard();
  private static final PeakFinder KEEN = PLAIN.withShoulders();

  /** A peak on the flank of another, which has no maximum of its own. */
  private final Spectrum means =
      Patterns.of(
          AXIS,
          x ->
              50
                  + 20_000 * Patterns.peak(x, 40, 0.6, 0.3)
                  + 7_200 * Patterns.peak(x, 40.5, 0.6, 0.3));

  @Test
  void findsAPeakOnAFlankWhereverTheCountsFall() {
    for (int seed = 0; seed < 50; seed++) {
      Spectrum counted = Patterns.counted(means, new Random(seed));
      assertThat(PLAIN.find(counted, PeakNoise.COUNTING)).hasSize(1);
      List<FoundPeak> found = KEEN.find(counted, PeakNoise.COUNTING);
      assertThat(found).hasSize(2);
      assertThat(found.get(0).shoulder()).isFalse();
      FoundPeak shoulder = found.get(1);
      assertThat(shoulder.shoulder()).isTrue();
      // Within a fifth of the width: the bend of the higher peak draws it away.
      assertThat(shoulder.position()).isCloseTo(40.5, within(0.12));
      assertThat(shoulder.width()).isCloseTo(0.6, withinPercentage(50));
    }
  }

  @Test
  void lettingTheShoulderInMakesTheFitRight() {
    Spectrum counted = Patterns.counted(means, new Random(5));
    FittedWindow without =
        PeakFit.standard().fitCounts(counted, PLAIN.find(counted, PeakNoise.COUNTING)).get(0);
    FittedWindow with =
        PeakFit.standard().fitCounts(counted, KEEN.find(counted, PeakNoise.COUNTING)).get(0);
    assertThat(without.reducedChiSquare()).isGreaterThan(3);
    // Some 250 points: the deviation of χ²/freedom is √(2/250) = 0.09.
    assertThat(with.reducedChiSquare()).isCloseTo(1, within(0.36));
    FittedPeak second = with.peaks().get(1);
    assertThat(second.position().value())
        .isCloseTo(40.5, within(4 * second.position().deviation()));
    assertThat(second.height().value()).isCloseTo(7200, within(4 * second.height().deviation()));
  }

  @Test
  void findsNoneInNoiseNorBesideSinglePeaks() {
    double[] deviations = new double[AXIS.length()];
    Arrays.fill(deviations, 2);
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      Spectrum noise = Patterns.of(AXIS, x -> 2 * random.nextGaussian());
      assertThat(KEEN.find(noise, deviations)).isEmpty();
      for (double mixing : new double[] {0, 0.5, 1}) {
        Spectrum single = Patterns.of(AXIS, x -> 80 + 3000 * Patterns.peak(x, 40, 0.3, mixing));
        assertThat(KEEN.find(Patterns.counted(single, random), PeakNoise.COUNTING)).hasSize(1);
      }
    }
  }
}
