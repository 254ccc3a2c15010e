package org.suiseki.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.suiseki.learn.Column;
import org.suiseki.learn.Table;

class DisturbanceTest {
  private static final double[] AXIS = Made.axis(280, 300, 0.1);
  private static final SpectrumColumns PLACE = SpectrumColumns.leading(AXIS, "eV");

  @Test
  void broadeningKeepsTheAreaAwayFromTheEdgesAndAddsVariances() {
    double[] broadened = disturbed(new Disturbance.Broaden(0.4), peak(290, 0.3));
    assertThat(Arrays.stream(broadened).sum())
        .isCloseTo(Arrays.stream(peak(290, 0.3)).sum(), within(1e-9));
    // 0.3² + 0.4² = 0.5²; the cut at 4 σ costs some 1e-4 of the height.
    double[] expected = peak(290, 0.5);
    for (int point = 0; point < AXIS.length; point++) {
      assertThat(broadened[point]).isCloseTo(0.6 * expected[point], within(5e-4));
    }
  }

  @Test
  void broadeningLeavesAConstantAloneUpToTheEdges() {
    double[] flat = new double[AXIS.length];
    Arrays.fill(flat, 2.5);
    assertThat(disturbed(new Disturbance.Broaden(1), flat)).containsExactly(flat, within(1e-12));
    assertThat(disturbed(new Disturbance.Broaden(0), flat)).containsExactly(flat);
  }

  @Test
  void unevenGridsAreBroadenedEvenly() {
    double[] uneven = new double[300];
    Arrays.setAll(uneven, i -> 280 + 0.03 * i + 0.0001 * i * i);
    double[] peak = peak(uneven, 288, 0.3);
    double[] broadened = new Disturbance.Broaden(0.4).apply(peak, uneven, new SplittableRandom(1));
    double[] expected = peak(uneven, 288, 0.5);
    for (int point = 0; point < uneven.length; point++) {
      assertThat(broadened[point]).isCloseTo(0.6 * expected[point], within(1e-3));
    }
  }

  @Test
  void aShiftByGridStepsMovesTheValues() {
    double[] spectrum = Made.gaussian(1, AXIS.length, 1)[0];
    double[] shifted = disturbed(new Disturbance.Shift(0.5), spectrum);
    for (int point = 5; point < AXIS.length; point++) {
      assertThat(shifted[point]).isCloseTo(spectrum[point - 5], within(1e-9));
    }
    for (int point = 0; point < 5; point++) {
      assertThat(shifted[point]).isCloseTo(spectrum[0], within(1e-9));
    }
    double[] back = disturbed(new Disturbance.Shift(-0.5), shifted);
    for (int point = 0; point < AXIS.length - 5; point++) {
      assertThat(back[point]).isCloseTo(spectrum[point], within(1e-9));
    }
  }

  @Test
  void aShiftBetweenGridPointsMovesThePeak() {
    double[] shifted = disturbed(new Disturbance.Shift(0.25), peak(290, 0.6));
    double[] expected = peak(290.25, 0.6);
    for (int point = 0; point < AXIS.length; point++) {
      // Linear interpolation errs by h²/8 · max|y''| = 0.1² / 8 / 0.36 = 3.5e-3.
      assertThat(shifted[point]).isCloseTo(expected[point], within(3.6e-3));
    }
    assertThat(disturbed(new Disturbance.Shift(1000), peak(290, 0.6))).containsOnly(shifted[0]);
  }

  @Test
  void noiseIsSeededAndHasTheStatedSize() {
    Table rows = Made.spectra(AXIS, 200, 2);
    Disturbance noise = new Disturbance.Noise(0.05);
    Table once = noise.apply(rows, PLACE, 7);
    assertThat(noise.apply(rows, PLACE, 7).values()).containsExactly(once.values());
    assertThat(noise.apply(rows, PLACE, 8).values()).isNotEqualTo(once.values());
    assertThat(noise.apply(rows.selectRows(0, 1), PLACE, 7).row(1)).containsExactly(once.row(1));
    double sum = 0;
    for (int row = 0; row < 200; row++) {
      double highest = Arrays.stream(rows.row(row)).max().orElseThrow();
      for (int point = 0; point < AXIS.length; point++) {
        sum += Math.pow((once.get(row, point) - rows.get(row, point)) / highest, 2);
      }
    }
    // 40 200 draws: the deviation scatters by 1/sqrt(80400) = 0.4 %.
    assertThat(Math.sqrt(sum / (200 * AXIS.length))).isCloseTo(0.05, within(0.001));
  }

  @Test
  void otherColumnsStayAndTheTableGivenIsUntouched() {
    Table ratio = Table.of(Made.columns(1, "1"), Made.gaussian(3, 1, 3));
    Table rows = Made.spectra(AXIS, 3, 4).beside(ratio);
    double[] before = rows.values().clone();
    Table shifted = new Disturbance.Shift(1).apply(rows, PLACE, 0);
    assertThat(rows.values()).containsExactly(before);
    assertThat(shifted.column(AXIS.length)).containsExactly(ratio.column(0));
    assertThat(shifted.columns().get(AXIS.length)).isEqualTo(new Column("x0", "1"));
  }

  @Test
  void refusesImpossibleSizes() {
    assertThatThrownBy(() -> new Disturbance.Noise(-1)).isInstanceOf(ExplainException.class);
    assertThatThrownBy(() -> new Disturbance.Broaden(Double.NaN))
        .isInstanceOf(ExplainException.class);
    assertThatThrownBy(() -> new Disturbance.Shift(Double.POSITIVE_INFINITY))
        .isInstanceOf(ExplainException.class);
    assertThatThrownBy(() -> disturbed(new Disturbance.Shift(1), new double[3]))
        .hasMessageContaining("3 values on 201");
  }

  private static double[] disturbed(Disturbance disturbance, double[] spectrum) {
    return disturbance.apply(spectrum, AXIS, new SplittableRandom(0));
  }

  private static double[] peak(double centre, double sigma) {
    return peak(AXIS, centre, sigma);
  }

  private static double[] peak(double[] axis, double centre, double sigma) {
    double[] peak = new double[axis.length];
    Arrays.setAll(peak, i -> Math.exp(-0.5 * Math.pow((axis[i] - centre) / sigma, 2)));
    return peak;
  }
}
