package org.suiseki.explain.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.suiseki.explain.ExplainException;
import org.suiseki.explain.latent.ProfileAgreement.Finder;
import org.suiseki.explain.latent.ProfileAgreement.Positions;

class ProfileAgreementTest {

  private final double[] axis = Peaks.axis(20, 40, 0.02);

  @Test
  void factorsByHand() {
    double[] expected = {1, 2, 4, 1};
    double[] found = {1, 3, 2, 2};
    // Σ|Δ| = 4 of Σ|y| = 8; Σ w Δ² = 1·1 + 0.5·4 + 2·1 = 5 of Σ w y² = 1 + 4 + 8 + 2 = 15.
    assertThat(ProfileAgreement.profile(expected, found)).isEqualTo(0.5);
    assertThat(ProfileAgreement.weighted(expected, found, new double[] {1, 1, 0.5, 2}))
        .isCloseTo(Math.sqrt(5.0 / 15), within(1e-15));
    assertThat(ProfileAgreement.profile(expected, expected)).isEqualTo(0);
    assertThat(ProfileAgreement.profile(expected, new double[4])).isEqualTo(1);
  }

  @Test
  void theTopOfAParabolaIsFoundExactlyOnAnUnevenAxis() {
    double[] uneven = {0, 0.7, 1.1, 1.9, 2.2, 3};
    double[] curve = new double[6];
    for (int i = 0; i < 6; i++) {
      curve[i] = 5 - (uneven[i] - 1.37) * (uneven[i] - 1.37);
    }
    PeakWindow window = new PeakWindow("p", 1.1, 0, 3);
    assertThat(ProfileAgreement.position(uneven, curve, window, Finder.PARABOLA).orElseThrow())
        .isCloseTo(1.37, within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(Finder.class)
  void aGaussianPeakIsFoundBetweenPoints(Finder finder) {
    double[] curve = Peaks.curve(axis, 0.1, 3, 27.313);
    for (int i = 0; i < curve.length; i++) {
      curve[i] += 4 + 0.05 * axis[i];
    }
    PeakWindow window = new PeakWindow("1 1 1", 27.3, 26.9, 27.72);
    // A tenth of the step is what a sloping background leaves of either method.
    assertThat(ProfileAgreement.position(axis, curve, window, finder).orElseThrow())
        .isCloseTo(27.313, within(0.002));
  }

  @Test
  void shiftsOfStrongPeaksAreAveragedAndWeakOnesLeftOut() {
    double[] expected = sum(Peaks.curve(axis, 0.1, 10, 25), Peaks.curve(axis, 0.1, 0.2, 35));
    double[] found = sum(Peaks.curve(axis, 0.1, 10, 25.06), Peaks.curve(axis, 0.1, 0.2, 35.3));
    List<PeakWindow> windows =
        List.of(new PeakWindow("a", 25, 24.4, 25.6), new PeakWindow("b", 35, 34.3, 35.7));
    for (Finder finder : Finder.values()) {
      Positions strong = ProfileAgreement.positions(axis, expected, found, windows, finder, 0.05);
      assertThat(strong.compared()).isEqualTo(1);
      assertThat(strong.mean()).isCloseTo(0.06, within(1e-3));
      Positions all = ProfileAgreement.positions(axis, expected, found, windows, finder, 0);
      assertThat(all.compared()).isEqualTo(2);
      assertThat(all.mean()).isCloseTo(0.18, within(2e-3));
    }
  }

  @Test
  void aPeakThatIsNotThereIsMissed() {
    double[] expected = Peaks.curve(axis, 0.1, 10, 25);
    List<PeakWindow> windows = List.of(new PeakWindow("a", 25, 24.4, 25.6));
    for (Finder finder : Finder.values()) {
      Positions found =
          ProfileAgreement.positions(axis, expected, new double[axis.length], windows, finder, 0.1);
      assertThat(found.missed()).isEqualTo(1);
      assertThat(found.compared()).isEqualTo(0);
      assertThat(found.mean()).isNaN();
    }
  }

  @Test
  void twoPeaksInThePlaceOfOneDeceiveTheCentroidOnly() {
    double[] expected = Peaks.curve(axis, 0.1, 10, 25);
    double[] two = sum(Peaks.curve(axis, 0.1, 5, 24.7), Peaks.curve(axis, 0.1, 5.1, 25.3));
    List<PeakWindow> windows = List.of(new PeakWindow("a", 25, 24.2, 25.8));
    assertThat(
            ProfileAgreement.positions(axis, expected, two, windows, Finder.CENTROID, 0.1).mean())
        .isLessThan(0.01);
    assertThat(
            ProfileAgreement.positions(axis, expected, two, windows, Finder.PARABOLA, 0.1).mean())
        .isCloseTo(0.3, within(0.01));
  }

  @Test
  void refusesWhatCannotBeCompared() {
    double[] curve = Peaks.curve(axis, 0.1, 1, 25);
    assertThatThrownBy(() -> ProfileAgreement.profile(curve, new double[3]))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("3 points");
    assertThatThrownBy(() -> ProfileAgreement.profile(new double[3], new double[3]))
        .hasMessageContaining("0 everywhere");
    assertThatThrownBy(() -> ProfileAgreement.profile(new double[] {1}, new double[] {Double.NaN}))
        .hasMessageContaining("NaN");
    assertThatThrownBy(
            () -> ProfileAgreement.weighted(new double[] {1}, new double[] {1}, new double[] {-1}))
        .hasMessageContaining("weight");
    PeakWindow outside = new PeakWindow("far", 60, 59, 61);
    assertThatThrownBy(() -> ProfileAgreement.position(axis, curve, outside, Finder.CENTROID))
        .hasMessageContaining("far");
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = new double[a.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = a[i] + b[i];
    }
    return sum;
  }
}
