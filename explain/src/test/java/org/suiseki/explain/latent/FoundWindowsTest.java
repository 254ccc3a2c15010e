package org.suiseki.explain.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.suiseki.explain.latent.MadePatterns.everywhere;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.suiseki.explain.ExplainException;
import org.suiseki.learn.Table;
import org.suiseki.matter.Axis;

class FoundWindowsTest {
  private static final Axis AXIS = Axis.uniform("two-theta", "degree", 20, 40, 0.02);

  /** Full width at half maximum of the Gaussians. */
  private static final double WIDTH = 2 * Math.sqrt(2 * Math.log(2)) * MadePatterns.SIGMA;

  @Test
  void peaksAreFoundInTheMeanAndFollowedInEachPattern() {
    double[][] places = everywhere(9, 24.52, 31.16, 36.0);
    for (int row = 0; row < 9; row++) {
      places[row][1] += 0.02 * (row - 4);
    }
    MadePatterns made = MadePatterns.of(AXIS, everywhere(9, 1, 0.6, 0.3), places, 0.003, 5);
    PeakWindows windows = PeakWindows.found(AXIS, made.rows(), 0.3);
    assertThat(windows.labels()).containsExactly("24.5°", "31.2°", "36.0°");
    for (int row = 0; row < 9; row++) {
      for (int peak = 0; peak < 3; peak++) {
        // Noise of 1 % of the lowest peak moves its vertex by less than a step.
        assertThat(windows.position()[row][peak]).isCloseTo(places[row][peak], within(0.02));
        double width = windows.to()[row][peak] - windows.from()[row][peak];
        // Smoothing over five points of 0.02° widens 0.235° by 3 %; the noise adds some.
        assertThat(width).isCloseTo(2 * PeakWindows.REACH * WIDTH, within(0.1));
      }
    }
  }

  @Test
  void aPatternWithoutThePeakHasItsWindowAtTheMeansPlace() {
    double[][] heights = everywhere(6, 1, 0.5);
    heights[2][1] = 0;
    MadePatterns made = MadePatterns.of(AXIS, heights, everywhere(6, 25, 33), 0.002, 6);
    PeakWindows windows = PeakWindows.found(AXIS, made.rows(), 0.2);
    assertThat(windows.position()[2][1]).isCloseTo(33, within(0.01));
    assertThat(windows.window(2, 1)).isPresent();
  }

  @Test
  void aMaximumBeyondTheToleranceIsAnotherPeak() {
    double[][] places = everywhere(8, 25, 33);
    places[0][1] = 33.5;
    MadePatterns made = MadePatterns.of(AXIS, everywhere(8, 1, 0.5), places, 0.001, 7);
    PeakWindows windows = PeakWindows.found(AXIS, made.rows(), 0.2);
    assertThat(windows.position()[0][windows.labels().indexOf("33.0°")])
        .isCloseTo(33, within(0.02));
  }

  @Test
  void peaksThatAreNotResolvedInOnePatternAreJoined() {
    double[][] places = everywhere(8, 25, 33, 34.2);
    places[3][2] = 33.4;
    MadePatterns made = MadePatterns.of(AXIS, everywhere(8, 1, 0.5, 0.6), places, 0.001, 8);
    PeakWindows windows = PeakWindows.found(AXIS, made.rows(), 0.9);
    assertThat(windows.labels()).containsExactly("25.0°", "34.2°");
    assertThat(windows.from()[0][1]).isLessThan(33 - WIDTH);
    assertThat(windows.to()[0][1]).isGreaterThan(34.2 + WIDTH);
  }

  @Test
  void patternsWithoutNoiseAndWithZerosAreRead() {
    MadePatterns made = MadePatterns.of(AXIS, everywhere(3, 1, 0.5), everywhere(3, 25, 33), 0, 9);
    double[] values = made.rows().values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] < 1e-6 ? 0 : values[i];
    }
    Table cut = new Table(made.rows().columns(), 3, values);
    assertThat(PeakWindows.found(AXIS, cut, 0.2).labels()).containsExactly("25.0°", "33.0°");
  }

  @Test
  void labelsTellAllApartInTheUnitOfTheAxis() {
    assertThat(FoundWindows.labels(new double[] {31.21, 31.24, 40}, "degree"))
        .containsExactly("31.21°", "31.24°", "40.00°");
    assertThat(FoundWindows.labels(new double[] {2.345}, "1/Å")).containsExactly("2.3 1/Å");
  }

  @Test
  void noiseAloneAndOtherAxesAreRefused() {
    SplittableRandom random = new SplittableRandom(10);
    double[][] noise = new double[1][AXIS.length()];
    for (int i = 0; i < AXIS.length(); i++) {
      noise[0][i] = random.nextGaussian();
    }
    Table rows = Table.of(MadePatterns.columns(AXIS), noise);
    assertThatThrownBy(() -> PeakWindows.found(AXIS, rows, 0.2))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("no peak");
    Axis other = Axis.uniform("two-theta", "degree", 20, 30, 0.02);
    assertThatThrownBy(() -> PeakWindows.found(other, rows, 0.2))
        .isInstanceOf(ExplainException.class);
    assertThatThrownBy(() -> PeakWindows.found(AXIS, rows, -1))
        .isInstanceOf(ExplainException.class);
  }

  @Test
  void windowsThatAreNoneAreRefused() {
    double[][] one = {{30}};
    assertThatThrownBy(
            () -> new PeakWindows(List.of("a"), one, new double[][] {{31}}, new double[][] {{32}}))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("31");
    assertThatThrownBy(() -> new PeakWindows(List.of("a", "b"), one, one, one))
        .isInstanceOf(ExplainException.class);
    double[][] two = {{30, 40}};
    assertThatThrownBy(() -> new PeakWindows(List.of("a", "a"), two, two, two))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("label");
  }
}
