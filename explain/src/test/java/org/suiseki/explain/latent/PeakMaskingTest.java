package org.suiseki.explain.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.suiseki.explain.latent.MadePatterns.everywhere;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.suiseki.explain.ExplainException;
import org.suiseki.learn.Column;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Table;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Element;
import org.suiseki.matter.Normalisation;
import org.suiseki.matter.Spectrum;
import org.suiseki.simulate.Anode;
import org.suiseki.simulate.PowderDiffraction;
import org.suiseki.simulate.PowderPattern;
import org.suiseki.simulate.Radiation;
import org.suiseki.simulate.Reflections;
import org.suiseki.simulate.SolidSolution;
import tools.jackson.databind.json.JsonMapper;

class PeakMaskingTest {
  private static final Axis AXIS = Axis.uniform("two-theta", "degree", 20, 30, 0.02);
  private static final PeakMasking MASKING = PeakMasking.standard();

  /** Sums of 60 terms of size 1 differ by this much in the order of adding. */
  private static final double ROUNDING = 1e-12;

  @Test
  void onAStraightBackgroundNothingIsLeftOfAPeak() {
    MadePatterns made = MadePatterns.of(AXIS, everywhere(2, 3, 1), everywhere(2, 23, 27), 0, 1);
    double[] values = made.rows().values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += 0.5 + 0.3 * AXIS.at(i % AXIS.length());
    }
    Table sloping = new Table(made.rows().columns(), 2, values);
    MaskedPatterns masked = MASKING.patterns(sloping, AXIS, made.windows(), Replacement.BACKGROUND);
    double[] row = masked.row(1, 0, 1);
    for (int i = 0; i < row.length; i++) {
      // The edges' means still hold exp(−5.4²/2) of the peak, 5e-7 of 3.
      assertThat(row[i]).isCloseTo(0.5 + 0.3 * AXIS.at(i), within(3e-6));
    }
    Table flat = Table.of(sloping.columns(), new double[][] {row, row});
    MaskedPatterns again = MASKING.patterns(flat, AXIS, made.windows(), Replacement.BACKGROUND);
    assertThat(again.area(0, 0, DoubleUnaryOperator.identity())).isCloseTo(0, within(ROUNDING));
    // Area of a Gaussian: height σ √2π.
    assertThat(masked.area(0, 0, DoubleUnaryOperator.identity()))
        .isCloseTo(3 * MadePatterns.SIGMA * Math.sqrt(2 * Math.PI), within(1e-5));
  }

  @Test
  void onlyTheWindowChanges() {
    MadePatterns made = noisy(4, 2);
    MaskedPatterns masked =
        MASKING.patterns(made.rows(), AXIS, made.windows(), Replacement.BACKGROUND);
    double[] row = masked.row(2, 1);
    for (int i = 0; i < row.length; i++) {
      boolean inside =
          AXIS.at(i) >= made.windows().from()[2][1] && AXIS.at(i) <= made.windows().to()[2][1];
      if (!inside) {
        assertThat(row[i]).isEqualTo(made.rows().get(2, i));
      }
    }
    assertThat(row).isNotEqualTo(made.rows().row(2));
  }

  @Test
  void aLinearSpaceMovesByItsMatrixTimesWhatWasRemoved() {
    MadePatterns made = noisy(7, 3);
    LinearSpace space = LinearSpace.random(made.rows().columns(), 3, 4);
    for (Replacement replacement : Replacement.values()) {
      MaskedPatterns masked = MASKING.patterns(made.rows(), AXIS, made.windows(), replacement);
      PeakShifts shifts = masked.shifts(space, List.of(), Progress.SILENT);
      for (int row = 0; row < 7; row++) {
        for (int peak = 0; peak < 3; peak++) {
          double[] without = masked.row(row, peak);
          for (int c = 0; c < 3; c++) {
            double sum = 0;
            for (int i = 0; i < without.length; i++) {
              sum += space.weights()[c][i] * (without[i] - made.rows().get(row, i));
            }
            assertThat(shifts.shift()[row][peak][c]).isCloseTo(sum, within(ROUNDING));
          }
        }
      }
    }
  }

  @Test
  void forLinearSpacesTheGradientSaysTheSame() {
    MadePatterns made = noisy(5, 5);
    LinearSpace space = LinearSpace.random(made.rows().columns(), 2, 6);
    MaskedPatterns masked =
        MASKING.patterns(made.rows(), AXIS, made.windows(), Replacement.BACKGROUND);
    double[][][] masking = masked.shifts(space, List.of(), Progress.SILENT).shift();
    double[][][] gradient = PeakGradients.shifts(space, masked, Progress.SILENT);
    for (int row = 0; row < 5; row++) {
      for (int peak = 0; peak < 3; peak++) {
        assertThat(gradient[row][peak]).containsExactly(masking[row][peak], within(ROUNDING));
      }
    }
  }

  @Test
  void aConstantPeakTellsNothingApartThoughItsRemovalMovesThePoint() {
    MadePatterns made = varying(0);
    LinearSpace space = LinearSpace.random(made.rows().columns(), 2, 7);
    double[][][] removed = shifts(made, space, Replacement.BACKGROUND);
    double[][][] shape = shifts(made, space, Replacement.MEAN_SHAPE);
    double[][][] whole = shifts(made, space, Replacement.MEAN_PEAK);
    for (int row = 0; row < 8; row++) {
      assertThat(length(removed[row][0])).isGreaterThan(0.1);
      assertThat(length(shape[row][0])).isLessThan(ROUNDING);
      assertThat(length(whole[row][0])).isLessThan(ROUNDING);
    }
  }

  @Test
  void heightIsToldByTheShapeAndPlaceOnlyByTheWholePeak() {
    MadePatterns made = varying(0);
    LinearSpace space = LinearSpace.random(made.rows().columns(), 2, 8);
    double[][][] shape = shifts(made, space, Replacement.MEAN_SHAPE);
    double[][][] whole = shifts(made, space, Replacement.MEAN_PEAK);
    for (int row : new int[] {0, 7}) {
      assertThat(length(shape[row][1])).isGreaterThan(0.1);
      assertThat(shape[row][1]).containsExactly(whole[row][1], within(ROUNDING));
      // A cubic through points of a fifth of σ misses a Gaussian by about 1e-4 of its height.
      assertThat(length(shape[row][2])).isLessThan(0.01);
      assertThat(length(whole[row][2])).isGreaterThan(0.3);
    }
  }

  @Test
  void theMeanPeakHasTheMeanHeight() {
    MadePatterns made = varying(0);
    double[] row =
        MASKING.patterns(made.rows(), AXIS, made.windows(), Replacement.MEAN_PEAK).row(7, 1);
    int top = AXIS.indexAtOrBelow(25 + 1e-9);
    double mean = IntStream.range(0, 8).mapToDouble(i -> 1 + 0.2 * i).average().orElseThrow();
    // The edges' means still hold exp(−5.6²/2) = 2e-7 of each own height.
    assertThat(row[top]).isCloseTo(mean, within(1e-6));
  }

  @Test
  void aNewPatternIsComparedWithTheSet() {
    MadePatterns made = varying(0.01);
    MeanPeaks set = MASKING.means(made.rows(), AXIS, made.windows());
    Table last = made.rows().selectRows(7);
    PeakWindows own = made.windows().select(7);
    for (Replacement replacement : Replacement.values()) {
      MaskedPatterns all = MASKING.patterns(made.rows(), AXIS, made.windows(), replacement);
      MaskedPatterns one = MASKING.patterns(last, AXIS, own, replacement, set);
      assertThat(one.row(0, 1)).isEqualTo(all.row(7, 1));
    }
    JsonMapper mapper = JsonMapper.builder().build();
    MeanPeaks read = mapper.readValue(mapper.writeValueAsString(set), MeanPeaks.class);
    assertThat(read.heights()).isDeepEqualTo(set.heights());
    MeanPeaks other = new MeanPeaks(new double[1], new int[1], new double[1][1]);
    assertThatThrownBy(() -> MASKING.patterns(last, AXIS, own, Replacement.MEAN_PEAK, other))
        .isInstanceOf(ExplainException.class);
  }

  @Test
  void orderOfRowsDoesNotMatter() {
    MadePatterns made = noisy(6, 9);
    int[] order = {4, 2, 0, 5, 1, 3};
    MadePatterns mixed =
        new MadePatterns(AXIS, made.rows().selectRows(order), made.windows().select(order));
    LinearSpace space = LinearSpace.random(made.rows().columns(), 2, 10).bent();
    for (Replacement replacement : Replacement.values()) {
      double[][][] one = shifts(made, space, replacement);
      double[][][] other = shifts(mixed, space, replacement);
      for (int row = 0; row < 6; row++) {
        for (int peak = 0; peak < 3; peak++) {
          assertThat(other[row][peak]).containsExactly(one[order[row]][peak], within(ROUNDING));
        }
      }
    }
  }

  @Test
  void blocksDoNotChangeABit() {
    MadePatterns made = noisy(6, 11);
    LinearSpace space = LinearSpace.random(made.rows().columns(), 2, 12).bent();
    LatentAnswer answer =
        new LatentAnswer(space, List.of(new Column("x", "%")), points -> first(points));
    MaskedPatterns masked =
        MASKING.patterns(made.rows(), AXIS, made.windows(), Replacement.MEAN_PEAK);
    PeakShifts whole = masked.shifts(space, List.of(answer), Progress.SILENT);
    for (int atOnce : new int[] {0, 1, 4, 5, 18}) {
      PeakShifts parts =
          masked.shifts(space, List.of(answer), masked.singles(), atOnce, Progress.SILENT);
      assertThat(parts.shift()).isDeepEqualTo(whole.shift());
      assertThat(parts.change()).isDeepEqualTo(whole.change());
    }
  }

  @Test
  void anAbsentPeakHasNoShift() {
    MadePatterns made = noisy(3, 13);
    double[][][] bounds = {
      copy(made.windows().position()), copy(made.windows().from()), copy(made.windows().to())
    };
    for (double[][] numbers : bounds) {
      numbers[1][2] = Double.NaN;
    }
    // A window of one step holds two points at most.
    bounds[1][0][0] = bounds[0][0][0] - 0.005;
    bounds[2][0][0] = bounds[0][0][0] + 0.005;
    PeakWindows windows = new PeakWindows(made.windows().labels(), bounds[0], bounds[1], bounds[2]);
    LinearSpace space = LinearSpace.random(made.rows().columns(), 2, 14);
    for (Replacement replacement : Replacement.values()) {
      double[][][] shift =
          MASKING.shifts(space, made.rows(), AXIS, windows, replacement, Progress.SILENT).shift();
      assertThat(shift[1][2]).containsOnly(Double.NaN);
      assertThat(shift[0][0]).containsOnly(Double.NaN);
      assertThat(shift[0][2]).doesNotContain(Double.NaN);
    }
  }

  /** MgO to NiO: the whole way from structures, with the odd peaks growing with nickel. */
  @Test
  void inASolidSolutionTheMaskedPatternLacksThePeakAlone() {
    SolidSolution series =
        SolidSolution.between(
            KnownCells.rockSalt(4.2112, Element.Mg, Element.O),
            KnownCells.rockSalt(4.1771, Element.Ni, Element.O));
    Axis axis = PowderPattern.axis(30, 85, 0.04);
    PowderPattern instrument = PowderPattern.laboratory();
    PowderDiffraction diffraction =
        PowderDiffraction.of(Radiation.kAlpha(Anode.CU)).withRange(25, 90);
    List<Reflections> set = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i <= 5; i++) {
      Reflections reflections = diffraction.reflections(series.at(1 - i / 5.0, i / 5.0));
      Spectrum pattern = instrument.spectrum(reflections, axis).normalise(Normalisation.MAX);
      set.add(reflections);
      rows.add(pattern.values());
    }
    PeakWindows windows = PeakWindows.commonTo(set, instrument, axis, 4, 0.005);
    assertThat(windows.labels()).containsExactly("1 1 1", "2 0 0", "2 2 0", "3 1 1", "2 2 2");
    Table table = Table.of(MadePatterns.columns(axis), rows.toArray(double[][]::new));
    MaskedPatterns masked = MASKING.patterns(table, axis, windows, Replacement.BACKGROUND);
    for (int row = 0; row <= 5; row++) {
      double[] left = masked.row(row, 0, 1, 2, 3, 4);
      // At four widths a Lorentzian has 1.5 % of its height, where two overlap twice that.
      assertThat(Arrays.stream(left).max().orElseThrow()).isLessThan(0.03);
    }
    double odd = masked.area(0, 0, DoubleUnaryOperator.identity());
    assertThat(masked.area(5, 0, DoubleUnaryOperator.identity())).isGreaterThan(3 * odd);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    MadePatterns made = noisy(3, 15);
    Axis other = Axis.uniform("two-theta", "degree", 20, 30, 0.04);
    assertThatThrownBy(
            () -> MASKING.patterns(made.rows(), other, made.windows(), Replacement.BACKGROUND))
        .isInstanceOf(ExplainException.class);
    PeakWindows fewer = made.windows().select(0, 1);
    assertThatThrownBy(() -> MASKING.patterns(made.rows(), AXIS, fewer, Replacement.BACKGROUND))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("2 patterns");
    List<Column> strange = new ArrayList<>(made.rows().columns());
    strange.set(0, new Column("strange", "1"));
    LinearSpace space = LinearSpace.random(strange, 2, 16);
    assertThatThrownBy(() -> shifts(made, space, Replacement.BACKGROUND))
        .isInstanceOf(ExplainException.class);
    assertThatThrownBy(() -> new PeakMasking(0)).isInstanceOf(ExplainException.class);
    Axis coarse = Axis.uniform("two-theta", "degree", 20, 30, 2);
    Table few = Table.of(MadePatterns.columns(coarse), new double[3][coarse.length()]);
    assertThatThrownBy(() -> MASKING.patterns(few, coarse, made.windows(), Replacement.BACKGROUND))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("three points");
  }

  @Test
  void aCancelledMaskingEnds() {
    MadePatterns made = noisy(3, 17);
    LinearSpace space = LinearSpace.random(made.rows().columns(), 2, 18);
    Progress stop =
        new Progress() {
          @Override
          public void step(String stage, long done, long total) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(() ->
            MASKING.shifts(space, made.rows(), AXIS, made.windows(), Replacement.BACKGROUND, stop))
        .isInstanceOf(CancellationException.class);
  }

  /** Peak 0 is constant, peak 1 varies in height alone, peak 2 in place alone. */
  private static MadePatterns varying(double noise) {
    double[][] heights = everywhere(8, 3, 1, 1);
    double[][] places = everywhere(8, 22, 25, 28);
    for (int row = 0; row < 8; row++) {
      heights[row][1] += 0.2 * row;
      places[row][2] += 0.03 * (row - 3.5);
    }
    return MadePatterns.of(AXIS, heights, places, noise, 20);
  }

  private static MadePatterns noisy(int rows, long seed) {
    double[][] places = everywhere(rows, 22, 25, 28);
    for (int row = 0; row < rows; row++) {
      places[row][1] += 0.013 * row;
    }
    return MadePatterns.of(AXIS, everywhere(rows, 1, 0.5, 0.2), places, 0.02, seed);
  }

  private static double[][][] shifts(
      MadePatterns made, LinearSpace space, Replacement replacement) {
    return MASKING
        .shifts(space, made.rows(), AXIS, made.windows(), replacement, Progress.SILENT)
        .shift();
  }

  private static double length(double[] vector) {
    return Math.sqrt(Arrays.stream(vector).map(one -> one * one).sum());
  }

  private static double[][] first(double[][] points) {
    return Arrays.stream(points).map(p -> new double[] {p[0]}).toArray(double[][]::new);
  }

  private static double[][] copy(double[][] numbers) {
    return Arrays.stream(numbers).map(double[]::clone).toArray(double[][]::new);
  }
}
