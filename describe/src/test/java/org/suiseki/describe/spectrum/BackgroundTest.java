package org.suiseki.describe.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;

class BackgroundTest {
  private static final Axis AXIS = Patterns.angles(10, 85, 0.05);

  private final Spectrum known =
      Patterns.of(AXIS, x -> 200 + 800 * Math.exp(-x / 25) + 40 * Math.sin(x / 20));
  private final Spectrum clean = Patterns.of(AXIS, x -> known.valueAt(x) + peaks(x));
  private final Spectrum noisy = Patterns.counted(clean, new Random(5));

  @Test
  void findsAKnownBackgroundUnderPeaks() {
    // Gaussian peaks end within 1°, so that SNIP of 40 points (2°) sees past them: what is left is
    // its clipping of the curved background, which is below 1 count.
    assertThat(worst(new Snip(40), clean)).isLessThan(1.5);
    // A polynomial of degree 8 follows this background within 0.3 counts; clipping adds to it.
    assertThat(worst(new Chebyshev(8), clean)).isLessThan(5);
  }

  @Test
  void staysWithinTheNoise() {
    // The noise is 14 to 27 counts. SNIP follows its lower edge, about 2.5 times the noise below.
    assertThat(meanDifference(new Snip(40), noisy)).isBetween(-55.0, -15.0);
    // A moving average of 15 points has noise of 4 to 7 counts, and SNIP follows its lower edge;
    // peaks that it widens raise the background between them.
    assertThat(meanDifference(new Snip(40, 15), noisy)).isBetween(-12.0, 0.0);
    // The others follow its middle. Of 1501 points of 20 counts noise, arPLS averages some 60.
    assertThat(worst(new Arpls(1e5, 1e-3), noisy)).isLessThan(15);
    assertThat(meanDifference(new Arpls(1e5, 1e-3), noisy)).isCloseTo(0, within(4.0));
    assertThat(meanDifference(new Chebyshev(8), noisy)).isCloseTo(0, within(4.0));
  }

  @Test
  void aLineIsItsOwnBackground() {
    Spectrum line = Patterns.of(AXIS, x -> 30 + 2 * x);
    // Second differences of a line vanish, so it is reproduced but for rounding times λ.
    assertThat(worst(new Arpls(1e5, 1e-3), line, line)).isLessThan(1e-6);
    assertThat(worst(new Chebyshev(1), line, line)).isLessThan(1e-10);
    // The transform is concave: a line, not a constant, is clipped a little, here by
    // a quarter of a count of 200.
    assertThat(worst(new Snip(20), line, line)).isLessThan(0.5);
    assertThat(worst(new Snip(20, 15), line, line)).isLessThan(0.5);
    Spectrum flat = Patterns.of(AXIS, x -> 30);
    assertThat(worst(new Snip(20), flat, flat)).isLessThan(1e-12);
    assertThat(worst(new Snip(20, 15), flat, flat)).isLessThan(1e-10);
  }

  /** The equations of the paper solved with scipy's sparse matrices, λ = 100, ratio 1e-6. */
  @Test
  void agreesWithThePaper() {
    Axis axis = Patterns.angles(0, 14, 1);
    double[] y = {10, 11, 9, 12, 30, 60, 31, 13, 11, 12, 10, 9.5, 11.5, 10.5, 12.5};
    assertThat(new Arpls(100, 1e-6).under(Patterns.with(axis, y)))
        .containsExactly(
            new double[] {
              10.33324193, 10.45566653, 10.57475968, 10.69260181, 10.79552582,
              10.88199028, 10.95045375, 10.99937479, 11.02721197, 11.04335999,
              11.05694169, 11.08642499, 11.13970868, 11.20882736, 11.28940738
            },
            within(1e-8));
  }

  @Test
  void solvesTheFiveDiagonalsAsWritten() {
    double[] y = {3, 1, 4, 1, 5, 9, 2};
    double[] w = {1, 0.5, 0.25, 1, 0, 2, 1};
    double lambda = 3;
    double[] z = new double[y.length];
    new WhittakerSmoother(y.length, lambda).smooth(y, w, z);
    for (int i = 0; i < y.length; i++) {
      double penalty = 0;
      for (int k = Math.max(0, i - 2); k <= Math.min(i, y.length - 3); k++) {
        double second = z[k] - 2 * z[k + 1] + z[k + 2];
        penalty += (i == k + 1 ? -2 : 1) * second;
      }
      assertThat(w[i] * (z[i] - y[i]) + lambda * penalty).isCloseTo(0, within(1e-10));
    }
  }

  @Test
  void takesTheBackgroundAway() {
    Snip snip = new Snip(40);
    Spectrum left = snip.apply(clean);
    double[] under = snip.under(clean);
    for (int i = 0; i < under.length; i += 100) {
      assertThat(left.value(i) + under[i]).isCloseTo(clean.value(i), within(1e-12));
    }
    assertThat(left.metadata()).containsEntry("id", "made");
  }

  @Test
  void refusesWhatCannotBe() {
    Spectrum negative = Patterns.of(Patterns.angles(10, 12, 0.1), x -> x > 11.05 ? -3 : 4);
    assertThatThrownBy(() -> new Snip(4).apply(negative))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("point 12 (11.1 degree) is -3.0 counts");
    assertThatThrownBy(() -> new Snip(0)).hasMessageContaining("1 to 100000");
    assertThatThrownBy(() -> new Snip(40, 4)).hasMessageContaining("odd");
    assertThatThrownBy(() -> new Arpls(-1, 0.1)).hasMessageContaining("stiffness");
    assertThatThrownBy(() -> new Arpls(1, Double.NaN)).hasMessageContaining("change");
    assertThatThrownBy(() -> new Chebyshev(31)).hasMessageContaining("0 to 30");
    Spectrum few = Patterns.of(Patterns.angles(10, 10.3, 0.1), x -> 1);
    assertThatThrownBy(() -> new Arpls(1e5, 1e-3).apply(few)).hasMessageContaining("4 points");
    assertThatThrownBy(() -> new Chebyshev(6).apply(few)).hasMessageContaining("lower degree");
  }

  private static double peaks(double x) {
    double sum = 0;
    for (double centre = 14; centre < 80; centre += 6.5) {
      sum += 3000 * Patterns.peak(x, centre, 0.4, 0);
    }
    return sum;
  }

  private double worst(Background step, Spectrum spectrum) {
    return worst(step, spectrum, known);
  }

  private static double worst(Background step, Spectrum spectrum, Spectrum truth) {
    double[] found = step.under(spectrum);
    double worst = 0;
    for (int i = 0; i < found.length; i++) {
      worst = Math.max(worst, Math.abs(found[i] - truth.value(i)));
    }
    return worst;
  }

  private double meanDifference(Background step, Spectrum spectrum) {
    double[] found = step.under(spectrum);
    double sum = 0;
    for (int i = 0; i < found.length; i++) {
      sum += found[i] - known.value(i);
    }
    return sum / found.length;
  }
}
