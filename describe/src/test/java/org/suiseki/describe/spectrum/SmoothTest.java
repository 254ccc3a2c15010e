package org.suiseki.describe.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;

class SmoothTest {
  private static final double[] VALUES = {2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5};

  /** scipy 1.x, signal.savgol_filter(values, window, order, deriv, delta=0.5, mode="interp"). */
  @Test
  void agreesWithScipy() {
    agrees(
        new Smooth(5, 2, 0),
        2.5142857142857093,
        4.542857142857139,
        5.285714285714283,
        3.628571428571425,
        6.285714285714283,
        3.5428571428571396,
        5.6285714285714255,
        3.5428571428571396,
        6.028571428571425,
        4.828571428571425,
        4.714285714285711,
        5.171428571428569);
    agrees(
        new Smooth(7, 3, 0),
        3.0952380952380896,
        3.6428571428571512,
        4.571428571428581,
        5.380952380952385,
        4.0952380952380985,
        5.523809523809527,
        3.9523809523809557,
        5.238095238095242,
        4.714285714285718,
        5.714285714285715,
        5.92857142857142,
        4.357142857142835);
    agrees(
        new Smooth(5, 2, 1),
        5.342857142857146,
        2.7714285714285727,
        0.2,
        0.6,
        0,
        -0.2,
        0,
        0.2,
        1.2,
        -0.8,
        0.342857142857144,
        1.485714285714288);
    agrees(
        new Smooth(9, 4, 2),
        -19.128982128982276,
        -9.382284382284443,
        -2.460761460761468,
        1.6355866355866517,
        2.9067599067598415,
        -4.554778554778695,
        5.044289044288968,
        -1.3729603729605033,
        -1.9728049728049601,
        -1.1460761460760853,
        1.10722610722625,
        4.787101787102037);
  }

  @Test
  void polynomialsPassUnchangedAndAreDifferentiatedAlsoAtTheEnds() {
    Axis axis = Patterns.angles(1, 5, 0.25);
    Spectrum cubic = Patterns.of(axis, x -> 3 - x + 0.5 * x * x - 0.25 * x * x * x);
    Spectrum slope = new Smooth(9, 4, 1).apply(cubic);
    Spectrum bend = new Smooth(7, 3, 2).apply(cubic);
    for (int i = 0; i < axis.length(); i++) {
      double x = axis.at(i);
      // Values up to 20; the second derivative divides rounding by 0.25².
      assertThat(new Smooth(5, 3, 0).apply(cubic).value(i))
          .isCloseTo(cubic.value(i), within(1e-13));
      assertThat(slope.value(i)).isCloseTo(-1 + x - 0.75 * x * x, within(1e-12));
      assertThat(bend.value(i)).isCloseTo(1 - 1.5 * x, within(1e-11));
    }
    assertThat(slope.unit()).isEqualTo("counts/degree");
    assertThat(bend.quantity()).isEqualTo("d(d(intensity))");
  }

  @Test
  void aWindowOfOnePointChangesNothing() {
    Spectrum spectrum = Patterns.with(Patterns.angles(0, 5.5, 0.5), VALUES);
    assertThat(new Smooth(1, 0, 0).apply(spectrum)).isEqualTo(spectrum);
  }

  @Test
  void takesAnglesRoundedByAFile() {
    double[] x = new double[200];
    double[] y = new double[200];
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.rint((10 + i * 0.0131303) * 1000) / 1000;
      y[i] = x[i] * x[i];
    }
    Spectrum smooth =
        new Smooth(7, 2, 0).apply(Patterns.with(new Axis("two-theta", "degree", x), y));
    // Half of the last digit by the slope of 25.
    assertThat(smooth.values()).containsExactly(y, within(0.0005 * 25));
  }

  @Test
  void refusesWhatHasNoWindow() {
    assertThatThrownBy(() -> new Smooth(4, 2, 0)).hasMessageContaining("odd number");
    assertThatThrownBy(() -> new Smooth(5, 5, 0)).hasMessageContaining("order below the window");
    assertThatThrownBy(() -> new Smooth(5, 2, 3)).hasMessageContaining("no derivative 3");
    Axis uneven = new Axis("two-theta", "degree", new double[] {1, 2, 4});
    assertThatThrownBy(
            () -> new Smooth(3, 1, 0).apply(Patterns.with(uneven, new double[] {1, 2, 3})))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("resample:from:to:step");
    Spectrum few = Patterns.of(Patterns.angles(0, 1, 0.5), x -> x);
    assertThatThrownBy(() -> new Smooth(5, 2, 0).apply(few)).hasMessageContaining("narrower");
  }

  private static void agrees(Smooth step, double... expected) {
    double[] smooth = step.apply(Patterns.with(Patterns.angles(0, 5.5, 0.5), VALUES)).values();
    // Scipy's own polynomials at the ends are good to 1e-13 of values up to 20.
    assertThat(smooth).containsExactly(expected, within(3e-12));
  }
}
