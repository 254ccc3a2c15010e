package org.suiseki.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.matter.Axis;
import org.suiseki.matter.CoreLevelSite;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.OutsideRange;
import org.suiseki.matter.Spectrum;
import org.suiseki.matter.Sticks;

class BroadeningTest {
  private static final Axis GRID = Axis.uniform("energy", "eV", 280, 305, 0.05);
  private static final Sticks LINE = new Sticks(new double[] {285.37}, new double[] {2});

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 0.5, 2})
  void aTransitionBecomesItsGaussian(double sigma) {
    Spectrum spectrum = Broadening.gaussian(sigma).apply(LINE, GRID);
    for (int i = 0; i < GRID.length(); i++) {
      double t = (GRID.at(i) - 285.37) / sigma;
      double exact = 2 / (sigma * Math.sqrt(2 * Math.PI)) * Math.exp(-0.5 * t * t);
      // The cut at 8 σ leaves 1.3e-14 of the height; the recurrence loses a few digits.
      assertThat(spectrum.value(i)).isCloseTo(exact, within(1e-11 * 2 / sigma));
    }
  }

  @Test
  void theAreaIsTheStrength() {
    Axis wide = Axis.uniform("energy", "eV", 270, 320, 0.1);
    // The trapezoidal rule is exact to rounding for a Gaussian sampled at a third of σ or finer.
    assertThat(Broadening.gaussian(0.5).apply(LINE, wide).area()).isCloseTo(2, within(1e-12));
    // Of a Lorentzian with γ = 0.1 eV, 2γ/(πd) lies beyond ±d; d is 15 eV on one side and 35 on the
    // other.
    double outside = 0.1 / Math.PI * (1 / 15.37 + 1 / 34.63) * 2;
    assertThat(new Broadening(0.5, 0.1, 0).apply(LINE, wide).area())
        .isCloseTo(2 - outside, within(1e-5));
  }

  @Test
  void evenAndUnevenAxesAgree() {
    double[] points = GRID.values();
    points[3] += 0.01;
    Axis uneven = new Axis("energy", "eV", points);
    assertThat(uneven.step()).isEmpty();
    Sticks many = random(new Random(1), 200, 275, 310);
    Spectrum fast = Broadening.gaussian(0.4).apply(many, GRID);
    Spectrum plain = Broadening.gaussian(0.4).apply(many, uneven);
    for (int i = 0; i < GRID.length(); i++) {
      if (i != 3) {
        assertThat(fast.value(i)).isCloseTo(plain.value(i), within(1e-11));
      }
    }
  }

  @Test
  void strengthsAddUp() {
    Random random = new Random(2);
    Sticks one = random(random, 10, 280, 305);
    Sticks other = random(random, 7, 280, 305);
    Broadening broadening = new Broadening(0.3, 0.2, 0.1);
    Spectrum both = broadening.apply(joined(one, other), GRID);
    Spectrum first = broadening.apply(one, GRID);
    Spectrum second = broadening.apply(other, GRID);
    for (int i = 0; i < GRID.length(); i++) {
      assertThat(both.value(i)).isCloseTo(first.value(i) + second.value(i), within(1e-13));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void shiftingTheTransitionsShiftsTheSpectrum(double gamma) {
    Sticks sticks = random(new Random(3), 20, 284, 300);
    Axis moved = Axis.uniform("energy", "eV", 281, 306, 0.05);
    Spectrum still = new Broadening(0.5, gamma, 0).apply(sticks, GRID);
    Spectrum shifted = new Broadening(0.5, gamma, 1).apply(sticks, moved);
    for (int i = 0; i < GRID.length(); i++) {
      assertThat(shifted.value(i)).isCloseTo(still.value(i), within(1e-10));
    }
  }

  @Test
  void aMoleculeIsTheMeanOverItsAtomsInAnyOrderAndSplitting() {
    Random random = new Random(4);
    List<CoreLevelSite> sites = new ArrayList<>();
    for (int atom = 0; atom < 4; atom++) {
      sites.add(new CoreLevelSite(atom, 1 + random.nextInt(3), random(random, 12, 283, 303)));
    }
    List<CoreLevelSite> split = new ArrayList<>();
    for (CoreLevelSite site : sites) {
      for (int copy = 0; copy < site.multiplicity(); copy++) {
        split.add(new CoreLevelSite(site.atom(), 1, site.sticks()));
      }
    }
    Collections.shuffle(split, random);
    Spectrum whole = Broadening.gaussian(0.5).molecule(sites, GRID);
    Spectrum parts = Broadening.gaussian(0.5).molecule(split, GRID);
    for (int i = 0; i < GRID.length(); i++) {
      assertThat(parts.value(i)).isCloseTo(whole.value(i), within(1e-13));
    }
    Spectrum alone = Broadening.gaussian(0.5).apply(LINE, GRID);
    assertThat(Broadening.gaussian(0.5).molecule(List.of(new CoreLevelSite(0, 6, LINE)), GRID))
        .isEqualTo(alone);
  }

  @Test
  void aVoigtLineTendsToItsTwoParents() {
    Spectrum gaussian = Broadening.gaussian(0.5).apply(LINE, GRID);
    Spectrum nearly = new Broadening(0.5, 1e-12, 0).apply(LINE, GRID);
    Spectrum lorentzian = new Broadening(0, 0.5, 0).apply(LINE, GRID);
    Spectrum close = new Broadening(1e-4, 0.5, 0).apply(LINE, GRID);
    for (int i = 0; i < GRID.length(); i++) {
      assertThat(nearly.value(i)).isCloseTo(gaussian.value(i), within(1e-11));
      // The first correction is σ²/γ² of the height.
      assertThat(close.value(i)).isCloseTo(lorentzian.value(i), within(2e-7));
    }
  }

  @Test
  void transitionsOffTheGridOnlyGiveTheirTails() {
    assertThat(Broadening.gaussian(0.5).apply(at(270), GRID).values()).containsOnly(0);
    assertThat(Broadening.gaussian(0.5).apply(at(315), GRID).values()).containsOnly(0);
    for (double energy : new double[] {279, 306}) {
      Spectrum tail = Broadening.gaussian(0.5).apply(at(energy), GRID);
      double nearest = energy < 280 ? tail.value(0) : tail.value(GRID.length() - 1);
      assertThat(nearest).isCloseTo(Math.exp(-2) / (0.5 * Math.sqrt(2 * Math.PI)), within(1e-12));
    }
  }

  /** Gaussians convolve into a Gaussian with the sum of the variances. */
  @Test
  void smoothingAMeasuredSpectrumAddsVariances() {
    Axis fine = Axis.uniform("energy", "eV", 270, 320, 0.01);
    Spectrum measured = Broadening.gaussian(0.3).apply(LINE, fine);
    Spectrum smoothed = Broadening.gaussian(0.4).apply(measured, GRID);
    Spectrum direct = Broadening.gaussian(0.5).apply(LINE, GRID);
    for (int i = 0; i < GRID.length(); i++) {
      // Linear interpolation adds h²/6 to the variance: 2e-5 of the width, 1e-4 of the height.
      assertThat(smoothed.value(i)).isCloseTo(direct.value(i), within(2e-4));
    }
    assertThat(Broadening.gaussian(0.4).apply(measured, fine).area()).isCloseTo(2, within(1e-10));
  }

  @Test
  void smoothingLeavesLinesAloneAwayFromTheEnds() {
    Axis uneven = new Axis("energy", "eV", new double[] {270, 275, 281, 282.5, 300, 320});
    Spectrum line = of(uneven, x -> 2 * x - 500);
    Spectrum smoothed =
        Broadening.gaussian(1).apply(line, Axis.uniform("energy", "eV", 280, 310, 1));
    for (int i = 0; i < smoothed.length(); i++) {
      assertThat(smoothed.value(i)).isCloseTo(2 * smoothed.axis().at(i) - 500, within(1e-10));
    }
    Spectrum flat = Broadening.gaussian(1).apply(of(uneven, x -> 3), uneven);
    assertThat(Arrays.stream(flat.values()).boxed().toList())
        .allMatch(value -> Math.abs(value - 3) < 1e-12);
  }

  /** Against the integral itself, done by brute force. */
  @Test
  void smoothingIsTheConvolutionOfTheHeldSpectrum() {
    Random random = new Random(6);
    Axis coarse = new Axis("energy", "eV", new double[] {280, 280.4, 281.5, 282, 284});
    Spectrum noisy = of(coarse, x -> random.nextDouble());
    Spectrum smoothed = Broadening.gaussian(0.3).apply(noisy, coarse);
    for (int i = 0; i < coarse.length(); i++) {
      double sum = 0;
      double h = 1e-4;
      for (int k = -30_000; k <= 30_000; k++) {
        double weight = Math.exp(-0.5 * (k * h / 0.3) * (k * h / 0.3));
        sum += h * weight * noisy.valueAt(coarse.at(i) + k * h, OutsideRange.HOLD);
      }
      assertThat(smoothed.value(i)).isCloseTo(sum / (0.3 * Math.sqrt(2 * Math.PI)), within(1e-7));
    }
  }

  @Test
  void aMeasuredSpectrumIsShiftedAndRead() {
    Spectrum measured = of(GRID, x -> Math.sin(x));
    Axis inside = Axis.uniform("energy", "eV", 281, 304, 0.05);
    Spectrum shifted = new Broadening(0, 0, 0.5).apply(measured, inside);
    assertThat(shifted.value(0)).isCloseTo(Math.sin(280.5), within(1e-10));
    assertThatThrownBy(() -> new Broadening(0.1, 0, 0.5).apply(measured, GRID))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("known from 280.5 to 305.5 eV");
    Spectrum held = new Broadening(0.1, 0, 0.5).apply(measured, GRID, OutsideRange.HOLD);
    assertThat(held.value(0)).isCloseTo(Math.sin(280), within(1e-3));
    assertThat(new Broadening(0.1, 0, 0.5).apply(measured, GRID, OutsideRange.ZERO).value(0))
        .isZero();
  }

  @Test
  void refusesTheImpossible() {
    for (double[] bad :
        new double[][] {
          {-1, 0, 0},
          {1, -1, 0},
          {Double.NaN, 0, 0},
          {1, 0, Double.NaN},
          {Double.POSITIVE_INFINITY, 0, 0},
          {1, 0, Double.NEGATIVE_INFINITY}
        }) {
      assertThatThrownBy(() -> new Broadening(bad[0], bad[1], bad[2]))
          .isInstanceOf(SimulateException.class);
    }
    assertThatThrownBy(() -> new Broadening(0, 0, 0).apply(LINE, GRID))
        .hasMessageContaining("Without width");
    assertThatThrownBy(
            () -> Broadening.gaussian(1).apply(LINE, Axis.uniform("q", "1/Å", 0, 1, 0.1)))
        .hasMessageContaining("the axis is in 1/Å");
    assertThatThrownBy(() -> Broadening.gaussian(1).molecule(List.of(), GRID))
        .isInstanceOf(SimulateException.class);
    assertThatThrownBy(() -> new Broadening(1, 1, 0).apply(of(GRID, x -> x), GRID))
        .hasMessageContaining("already holds the lifetime");
  }

  private static Sticks at(double energy) {
    return new Sticks(new double[] {energy}, new double[] {1});
  }

  private static Sticks random(Random random, int count, double from, double to) {
    return new Sticks(random.doubles(count, from, to).toArray(), random.doubles(count).toArray());
  }

  private static Sticks joined(Sticks one, Sticks other) {
    int n = one.length() + other.length();
    double[] energy = new double[n];
    double[] strength = new double[n];
    for (int i = 0; i < n; i++) {
      boolean first = i < one.length();
      energy[i] = first ? one.energy(i) : other.energy(i - one.length());
      strength[i] = first ? one.strength(i) : other.strength(i - one.length());
    }
    return new Sticks(energy, strength);
  }

  private static Spectrum of(Axis axis, DoubleUnaryOperator function) {
    return new Spectrum(
        axis, Arrays.stream(axis.values()).map(function).toArray(), "absorption", "1", Map.of());
  }
}
