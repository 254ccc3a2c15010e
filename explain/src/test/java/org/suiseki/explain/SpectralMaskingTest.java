package org.suiseki.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.suiseki.learn.Column;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Table;

class SpectralMaskingTest {
  private static final double[] AXIS = Made.axis(280, 300, 0.1);
  private static final SpectrumColumns PLACE = SpectrumColumns.leading(AXIS, "eV");
  private static final List<Column> OUTPUT = List.of(new Column("gap", "eV"));

  private static LinearModel linear(double[]... weights) {
    List<Column> outputs = weights.length == 1 ? OUTPUT : Made.columns(weights.length, "eV");
    return new LinearModel(
        Made.columns(AXIS.length, "1/eV"), outputs, weights, new double[weights.length]);
  }

  @Test
  void relevanceOfALinearModelAgainstAMeanIsAnalytic() {
    Table rows = Made.spectra(AXIS, 5, 1);
    double[] mean = PLACE.mean(rows);
    double[] weights = Made.gaussian(1, AXIS.length, 2)[0];
    SpectralMasking masking = SpectralMasking.mean(1.0, mean);

    Relevance relevance = masking.explain(linear(weights), rows, PLACE, 0, Progress.SILENT);

    int[][] windows = masking.windows(AXIS);
    for (int row = 0; row < 5; row++) {
      for (int point = 0; point < AXIS.length; point++) {
        double sum = 0;
        int covering = 0;
        for (int[] window : windows) {
          if (window[0] <= point && point <= window[1]) {
            covering++;
            for (int i = window[0]; i <= window[1]; i++) {
              sum += weights[i] * (rows.get(row, i) - mean[i]);
            }
          }
        }
        assertThat(relevance.perRow()[row][point]).isCloseTo(sum / covering, within(1e-10));
      }
    }
    assertThat(relevance.output().unit()).isEqualTo("eV");
  }

  @Test
  void aStraightLineHasNoLocalRelevance() {
    double[][] line = new double[1][AXIS.length];
    Arrays.setAll(line[0], point -> 3 + 0.5 * AXIS[point]);
    double[] weights = Made.gaussian(1, AXIS.length, 3)[0];
    Relevance relevance =
        SpectralMasking.local(1.0)
            .explain(
                linear(weights),
                Table.of(Made.columns(AXIS.length, "1/eV"), line),
                PLACE,
                0,
                Progress.SILENT);
    assertThat(Arrays.stream(relevance.meanAbsolute()).max().orElseThrow()).isLessThan(1e-9);
  }

  @Test
  void theWindowThatCarriesThePropertyIsFound() {
    double[] weights = new double[AXIS.length];
    for (int point = 0; point < AXIS.length; point++) {
      weights[point] = Math.abs(AXIS[point] - 288) < 0.5 ? 1 : 0;
    }
    Table rows = Made.spectra(AXIS, 40, 4);
    for (SpectralMasking masking :
        List.of(SpectralMasking.local(1.0), SpectralMasking.mean(1.0, PLACE.mean(rows)))) {
      double[] relevance =
          masking.explain(linear(weights), rows, PLACE, 0, Progress.SILENT).meanAbsolute();
      int highest = 0;
      for (int point = 0; point < relevance.length; point++) {
        highest = relevance[point] > relevance[highest] ? point : highest;
        if (Math.abs(AXIS[point] - 288) > 1.6) {
          // Farther than the half-width of the weights and a whole masking window: nothing.
          assertThat(relevance[point]).isLessThan(1e-10);
        }
      }
      assertThat(AXIS[highest]).isCloseTo(288, within(0.5));
    }
  }

  @Test
  void allOutputsAtOnceAreTheSameAsOneByOne() {
    double[][] weights = Made.gaussian(3, AXIS.length, 5);
    Table rows = Made.spectra(AXIS, 4, 6);
    SpectralMasking masking = SpectralMasking.local(0.8);
    List<Relevance> all = masking.explainAll(linear(weights), rows, PLACE, Progress.SILENT);
    for (int output = 0; output < 3; output++) {
      Relevance one = masking.explain(linear(weights), rows, PLACE, output, Progress.SILENT);
      assertThat(all.get(output).perRow()).isDeepEqualTo(one.perRow());
    }
  }

  @Test
  void columnsBesideTheSpectrumStayAndNoBlockLosesARow() {
    // 30 000 masked rows of 201 columns: more than one block.
    Table spectra = Made.spectra(AXIS, 400, 7);
    double[][] ratios = Made.gaussian(400, 1, 8);
    Table rows = Table.of(List.of(new Column("N/C", "1")), ratios).beside(spectra);
    int[] columns = new int[AXIS.length];
    Arrays.setAll(columns, point -> point + 1);
    double[] weights = new double[AXIS.length + 1];
    Arrays.fill(weights, 1);
    weights[0] = 1000;
    LinearModel model =
        new LinearModel(rows.columns(), OUTPUT, new double[][] {weights}, new double[1]);
    SpectralMasking masking = SpectralMasking.local(1.0);
    double[][] beside =
        masking
            .explain(model, rows, new SpectrumColumns(columns, AXIS, "eV"), 0, Progress.SILENT)
            .perRow();
    double[] ones = new double[AXIS.length];
    Arrays.fill(ones, 1);
    double[][] alone = masking.explain(linear(ones), spectra, PLACE, 0, Progress.SILENT).perRow();
    for (int row = 0; row < 400; row++) {
      assertThat(beside[row]).containsExactly(alone[row], within(1e-9));
    }
  }

  @Test
  void windowsCoverEveryPointOfAnUnevenGridToo() {
    double[] uneven = new double[120];
    Arrays.setAll(uneven, i -> 280 + 0.05 * i + 0.0012 * i * i);
    boolean[] covered = new boolean[uneven.length];
    for (int[] window : SpectralMasking.local(1.5).windows(uneven)) {
      Arrays.fill(covered, window[0], window[1] + 1, true);
    }
    assertThat(covered).containsOnly(true);
  }

  @Test
  void refusesWindowsThatChangeNothing() {
    Table rows = Made.spectra(AXIS, 2, 9);
    double[] weights = new double[AXIS.length];
    assertThatThrownBy(() ->
            SpectralMasking.local(0.1).explain(linear(weights), rows, PLACE, 0, Progress.SILENT))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("fewer than 3 grid points");
    assertThatThrownBy(() -> new SpectralMasking(1, 2, new Baseline.Local()))
        .isInstanceOf(ExplainException.class);
    assertThatThrownBy(() ->
            SpectralMasking.mean(1, new double[3])
                .explain(linear(weights), rows, PLACE, 0, Progress.SILENT))
        .hasMessageContaining("3 values for 201 grid points");
  }

  @Test
  void canBeCancelled() {
    Progress cancelled =
        new Progress() {
          @Override
          public void step(String stage, long done, long total) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    double[] weights = new double[AXIS.length];
    Table rows = Made.spectra(AXIS, 2, 9);
    assertThatThrownBy(
            () -> SpectralMasking.local(1).explain(linear(weights), rows, PLACE, 0, cancelled))
        .isInstanceOf(CancellationException.class);
  }
}
