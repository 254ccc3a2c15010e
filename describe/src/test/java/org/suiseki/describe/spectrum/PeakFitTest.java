package org.suiseki.describe.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.suiseki.describe.DescribeException;
import org.suiseki.describe.spectrum.FittedPeak.Measured;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;

class PeakFitTest {
  private static final Axis AXIS = Patterns.angles(28, 34, 0.02);
  private static final int REALISATIONS = 100;

  /** Two peaks that overlap: position, height, width, mixing. */
  private static final double[][] TRUE = {{30.513, 2000, 0.24, 0.4}, {31.1, 900, 0.3, 0.6}};

  private final Spectrum means = Patterns.of(AXIS, x -> 40 + 5 * (x - 28) + peaks(x));

  @Test
  void derivativesAreThoseOfTheModel() {
    double[] parameters = {50, 60, 30.5, 2000, 0.24, 0.4};
    double[] slopes = new double[6];
    double[] points = {28, 29, 30.4, 30.5, 30.62, 34};
    Doublet copper = new Doublet(1.5405929, 1.5444274, 0.5);
    for (Optional<Doublet> lines : List.of(Optional.<Doublet>empty(), Optional.of(copper))) {
      PeakSum model = new PeakSum(points, lines);
      for (int k = 0; k < 6; k++) {
        double step = 1e-6 * parameters[k];
        double[] rise = new double[points.length];
        double[] fall = new double[points.length];
        double[] moved = parameters.clone();
        moved[k] += step;
        model.values(moved, rise);
        moved[k] = parameters[k] - step;
        model.values(moved, fall);
        for (int i = 0; i < points.length; i++) {
          model.slopes(i, parameters, slopes);
          // Central differences: rounding of 2000 by a step of 1e-7 and more.
          assertThat(slopes[k])
              .isCloseTo((rise[i] - fall[i]) / 2 / step, within(1e-4 + 1e-6 * Math.abs(slopes[k])));
        }
      }
    }
  }

  @Test
  void findsTheNumbersOfACleanPatternExactly() {
    double[] deviations = new double[AXIS.length()];
    Arrays.fill(deviations, 3);
    List<FittedWindow> windows = PeakFit.standard().fit(means, deviations, found(means));
    assertThat(windows).hasSize(1);
    assertThat(windows.get(0).converged()).isTrue();
    assertThat(windows.get(0).chiSquare()).isLessThan(1e-8);
    for (int i = 0; i < TRUE.length; i++) {
      FittedPeak peak = windows.get(0).peaks().get(i);
      assertThat(peak.position().value()).isCloseTo(TRUE[i][0], within(1e-7));
      assertThat(peak.height().value()).isCloseTo(TRUE[i][1], within(1e-2));
      assertThat(peak.width().value()).isCloseTo(TRUE[i][2], within(1e-6));
      assertThat(peak.mixing().value()).isCloseTo(TRUE[i][3], within(1e-4));
      assertThat(peak.area().value()).isCloseTo(area(TRUE[i]), within(1e-2));
    }
  }

  @Test
  void statedDeviationsAreThoseOfManyCountedPatterns() {
    List<FittedWindow> fits = new ArrayList<>();
    double chiSquare = 0;
    for (int seed = 0; seed < REALISATIONS; seed++) {
      Spectrum counted = Patterns.counted(means, new Random(seed));
      FittedWindow window = PeakFit.standard().fitCounts(counted, found(counted)).get(0);
      assertThat(window.converged()).isTrue();
      assertThat(window.peaks()).hasSize(2);
      chiSquare += window.reducedChiSquare() / REALISATIONS;
      fits.add(window);
    }
    // χ²/freedom of 100 fits of some 140 points has a deviation of √(2/140)/10 = 0.012.
    assertThat(chiSquare).isCloseTo(1, within(0.05));
    for (int peak = 0; peak < 2; peak++) {
      requireHonest(fits, peak, FittedPeak::position, TRUE[peak][0]);
      requireHonest(fits, peak, FittedPeak::height, TRUE[peak][1]);
      requireHonest(fits, peak, FittedPeak::width, TRUE[peak][2]);
      requireHonest(fits, peak, FittedPeak::mixing, TRUE[peak][3]);
      requireHonest(fits, peak, FittedPeak::area, area(TRUE[peak]));
    }
  }

  @Test
  void holdsAMixingAtItsEnd() {
    Spectrum narrow = Patterns.of(AXIS, x -> 20 + 900 * Math.exp(-Math.pow((x - 31) / 0.15, 4)));
    FittedWindow window = PeakFit.standard().fitCounts(narrow, found(narrow)).get(0);
    assertThat(window.peaks().get(0).mixing()).isEqualTo(new Measured(0, 0));
    assertThat(window.peaks().get(0).position().value()).isCloseTo(31, within(1e-6));
  }

  @Test
  void fitsPeaksFarApartInWindowsOfTheirOwn() {
    Axis axis = Patterns.angles(10, 50, 0.02);
    Spectrum far =
        Patterns.of(
            axis,
            x -> 10 + 500 * Patterns.peak(x, 20, 0.2, 0) + 300 * Patterns.peak(x, 40, 0.2, 0));
    List<FittedWindow> windows = PeakFit.standard().fitCounts(far, found(far));
    assertThat(windows).hasSize(2);
    assertThat(windows.get(1).peaks().get(0).height().value()).isCloseTo(300, within(0.01));
    assertThat(windows.get(0).from()).isBetween(19.0, 19.5);
    assertThat(windows.get(0).background()[1]).isCloseTo(10, within(0.01));
  }

  @Test
  void admitsWhatTheDataDoNotTell() {
    // Two peaks at one place: any share of the height is as good as another.
    double[] twins = {50, 60, 30.5, 2000, 0.24, 0.4, 30.5, 2000, 0.24, 0.4};
    double[] weights = new double[AXIS.length()];
    Arrays.fill(weights, 0.1);
    PeakLeastSquares squares = squares(weights, twins);
    assertThat(squares.covariance()[0]).isInfinite();
    double[] single = Arrays.copyOf(twins, 6);
    squares = squares(weights, single);
    assertThat(squares.covariance()[0]).isFinite().isPositive();
  }

  private PeakLeastSquares squares(double[] weights, double[] start) {
    double[] low = new double[start.length];
    double[] high = new double[start.length];
    Arrays.fill(low, Double.NEGATIVE_INFINITY);
    Arrays.fill(high, Double.POSITIVE_INFINITY);
    return new PeakLeastSquares(
        AXIS.values(), means.values(), weights, start, low, high, Optional.empty());
  }

  @Test
  void refusesTooFewPoints() {
    Spectrum coarse = Patterns.of(Patterns.angles(29, 31, 0.4), x -> 10 + peaks(x));
    FoundPeak peak = new FoundPeak(30.5, 2000, 0.24, 1990, 40, 5);
    assertThatThrownBy(() -> PeakFit.standard().fitCounts(coarse, List.of(peak)))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("points for 6 unknowns");
    assertThatThrownBy(() -> new PeakFit(0)).hasMessageContaining("reach");
    assertThat(PeakFit.standard().fitCounts(coarse, List.of())).isEmpty();
  }

  /** Differences by stated deviations must scatter like a standard normal variate. */
  private static void requireHonest(
      List<FittedWindow> fits, int peak, Function<FittedPeak, Measured> number, double truth) {
    double sum = 0;
    double squares = 0;
    for (FittedWindow fit : fits) {
      Measured measured = number.apply(fit.peaks().get(peak));
      double pull = (measured.value() - truth) / measured.deviation();
      sum += pull;
      squares += pull * pull;
    }
    // The mean of 100 has a deviation of 0.1, their root mean square of 0.07: four of each.
    assertThat(sum / REALISATIONS).isCloseTo(0, within(0.4));
    assertThat(Math.sqrt(squares / REALISATIONS)).isCloseTo(1, within(0.28));
  }

  private static List<FoundPeak> found(Spectrum spectrum) {
    return new PeakFinder(5, 8, 0.1).find(spectrum, PeakNoise.COUNTING);
  }

  private static double area(double[] peak) {
    double gaussian = Math.sqrt(Math.PI / Math.log(2)) / 2;
    return peak[1] * peak[2] * (peak[3] * Math.PI / 2 + (1 - peak[3]) * gaussian);
  }

  private static double peaks(double x) {
    double sum = 0;
    for (double[] peak : TRUE) {
      sum += peak[1] * Patterns.peak(x, peak[0], peak[2], peak[3]);
    }
    return sum;
  }
}
