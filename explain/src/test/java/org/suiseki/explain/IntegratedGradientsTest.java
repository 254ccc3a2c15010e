package org.suiseki.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suiseki.learn.Column;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Table;

class IntegratedGradientsTest {
  private static final List<Column> OUTPUT = List.of(new Column("gap", "eV"));

  @Test
  void attributionsOfALinearModelAreWeightTimesDifference() {
    int inputs = 9;
    Table rows = Table.of(Made.columns(inputs, "1"), Made.gaussian(6, inputs, 1));
    double[] weights = Made.gaussian(1, inputs, 2)[0];
    double[] baseline = Made.gaussian(1, inputs, 3)[0];
    LinearModel model =
        new LinearModel(rows.columns(), OUTPUT, new double[][] {weights}, new double[] {7});
    double[][] attributions =
        new IntegratedGradients(5, baseline).attribute(model, rows, 0, Progress.SILENT);
    for (int row = 0; row < 6; row++) {
      for (int i = 0; i < inputs; i++) {
        double expected = weights[i] * (rows.get(row, i) - baseline[i]);
        assertThat(attributions[row][i]).isCloseTo(expected, within(1e-13));
      }
    }
  }

  @Test
  void attributionsOfASmoothNetworkAddUp() {
    TanhModel model = tanh(12, 8, 4);
    Table rows = Table.of(model.inputs(), Made.gaussian(20, 12, 5));
    double[] axis = Made.axis(280, 289, 1);
    SpectrumColumns place = SpectrumColumns.leading(axis, "eV");
    IntegratedGradients method = IntegratedGradients.fromMean(rows);

    Attributions found = method.explain(model, rows, place, 0, Progress.SILENT);

    assertThat(found.completeness().maxRelativeError()).isLessThan(1e-6);
    assertThat(found.spectrum().perRow()).hasDimensions(20, 10);
    assertThat(found.others().columns())
        .containsExactly(new Column("x10", "eV"), new Column("x11", "eV"));
    double sum = found.others().get(3, 0) + found.others().get(3, 1);
    for (double part : found.spectrum().perRow()[3]) {
      sum += part;
    }
    assertThat(sum).isCloseTo(found.completeness().differences()[3], within(1e-6));

    double coarse =
        method
            .withSteps(2)
            .explain(model, rows, place, 0, Progress.SILENT)
            .completeness()
            .maxRelativeError();
    assertThat(coarse).isGreaterThan(found.completeness().maxRelativeError());
  }

  @Test
  void anInputTheModelDoesNotReadGetsNothing() {
    TanhModel model = tanh(4, 3, 6);
    for (double[] hidden : model.inner()) {
      hidden[2] = 0;
    }
    Table rows = Table.of(model.inputs(), Made.gaussian(5, 4, 7));
    double[][] attributions =
        IntegratedGradients.fromZero(4).attribute(model, rows, 0, Progress.SILENT);
    for (double[] row : attributions) {
      assertThat(row[2]).isZero();
    }
  }

  @Test
  void refusesABaselineOfAnotherModel() {
    TanhModel model = tanh(4, 3, 8);
    Table rows = Table.of(model.inputs(), Made.gaussian(5, 4, 9));
    assertThatThrownBy(
            () -> IntegratedGradients.fromZero(3).attribute(model, rows, 0, Progress.SILENT))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("3 values for 4 inputs");
  }

  @Test
  void quadratureIsExactForPolynomialsUpToDegreeTwoNMinusOne() {
    for (int n : new int[] {1, 2, 5, 32, 64}) {
      GaussLegendre rule = GaussLegendre.of(n);
      for (int degree = 0; degree < 2 * n; degree++) {
        double integral = 0;
        for (int i = 0; i < n; i++) {
          integral += rule.weights()[i] * Math.pow(rule.nodes()[i], degree);
        }
        assertThat(integral).isCloseTo(1.0 / (degree + 1), within(1e-14));
      }
    }
  }

  private static TanhModel tanh(int inputs, int hidden, long seed) {
    return new TanhModel(
        Made.columns(inputs, "1"),
        OUTPUT,
        Made.gaussian(hidden, inputs, seed),
        Made.gaussian(1, hidden, seed + 1000)[0]);
  }
}
