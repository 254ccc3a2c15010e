package org.suiseki.describe.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;

class DoubletTest {
  private static final Doublet COPPER = new Doublet(1.5405929, 1.5444274, 0.5);

  /** Angles of Kα1: the lines are one peak at the first, two at the last. */
  private static final double[] FIRSTS = {25.2, 46.5, 88.03, 121.7};

  private static final double WIDTH = 0.16;

  private static final Spectrum MEANS =
      Patterns.of(
          Patterns.angles(20, 130, 0.02),
          x -> {
            double sum = 30;
            for (double first : FIRSTS) {
              sum += 4000 * Patterns.peak(x, first, WIDTH, 0.4);
              sum += 2000 * Patterns.peak(x, COPPER.secondOf(first), WIDTH, 0.4);
            }
            return sum;
          });

  @Test
  void linesBelongToTheSamePlanes() {
    for (double angle : FIRSTS) {
      double spacing = COPPER.first() / (2 * Math.sin(Math.toRadians(angle / 2)));
      double second = COPPER.secondOf(angle);
      assertThat(2 * spacing * Math.sin(Math.toRadians(second / 2)))
          .isCloseTo(COPPER.second(), within(1e-12));
      assertThat(COPPER.firstOf(second)).isCloseTo(angle, within(1e-11));
      // Central differences of a step of 1e-4 degrees.
      double rise = COPPER.secondOf(angle + 1e-4) - COPPER.secondOf(angle - 1e-4);
      assertThat(COPPER.slope(angle)).isCloseTo(rise / 2e-4, within(1e-7));
    }
    assertThat(COPPER.secondOf(179)).isEqualTo(180);
  }

  @Test
  void givesTheAnglesOfTheFirstLineBelowAndAboveTheSplit() {
    Spectrum counted = Patterns.counted(MEANS, new Random(11));
    List<FoundPeak> found = PeakFinder.standard().find(counted, PeakNoise.COUNTING);
    assertThat(found).hasSizeGreaterThan(FIRSTS.length);
    List<FittedWindow> windows = PeakFit.standard().withDoublet(COPPER).fitCounts(counted, found);
    List<FittedPeak> peaks = windows.stream().flatMap(window -> window.peaks().stream()).toList();
    assertThat(peaks).hasSize(FIRSTS.length);
    for (int i = 0; i < FIRSTS.length; i++) {
      FittedPeak peak = peaks.get(i);
      // Four deviations.
      assertThat(peak.position().value())
          .isCloseTo(FIRSTS[i], within(4 * peak.position().deviation()));
      assertThat(peak.width().value()).isCloseTo(WIDTH, within(4 * peak.width().deviation()));
      assertThat(peak.height().value()).isCloseTo(4000, within(4 * peak.height().deviation()));
    }
    // Some 60 points each: four of √(2/60).
    assertThat(windows)
        .allSatisfy(window -> assertThat(window.reducedChiSquare()).isBetween(0.3, 1.75));
  }

  @Test
  void singleLinesMissTheDoublet() {
    Spectrum counted = Patterns.counted(MEANS, new Random(11));
    List<FoundPeak> found = PeakFinder.standard().find(counted, PeakNoise.COUNTING);
    FittedWindow first = PeakFit.standard().fitCounts(counted, found).get(0);
    // The mean of both lines lies a third of the split of 0.064 degrees above the first.
    assertThat(first.peaks().get(0).position().value()).isBetween(25.21, 25.24);
  }

  @Test
  void isOfAnglesOnly() {
    Axis spacings = Axis.uniform("d", "Å", 1, 3, 0.01);
    double[] values = new double[spacings.length()];
    values[100] = 900;
    Spectrum overSpacings = new Spectrum(spacings, values, "intensity", "counts", Map.of());
    PeakFit fit = PeakFit.standard().withDoublet(COPPER);
    assertThatThrownBy(() -> fit.fitCounts(overSpacings, List.of()))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("two-theta");
    assertThatThrownBy(() -> new Doublet(1.54, 1.53, 0.5)).hasMessageContaining("no doublet");
    assertThatThrownBy(() -> new Doublet(1.54, 1.55, 1)).hasMessageContaining("ratio");
  }
}
