package org.suiseki.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NonnegativeFactorsTest {

  @TempDir Path folder;

  /**
   * The squared error of {@code sklearn.decomposition.NMF} (scikit-learn 1.2.1, coordinate descent)
   * on the same scaled rows, as it comes (tol 1e-4, 200 iterations), and after up to 20,000
   * iterations with tol 1e-8.
   */
  @ParameterizedTest
  @CsvSource({
    "40, 60, 3, 10.303052610623936, 10.187049301971246",
    "40, 60, 5, 9.03770839441738, 8.515362213598037",
    "12, 60, 4, 2.6039977190460037, 2.384574589988951",
    "60, 12, 4, 2.503896607703304, 2.139597552268845"
  })
  void theErrorIsNoWorseThanThatOfAPeer(
      int count, int width, int size, double usual, double converged) {
    Table rows = LatentSamples.mixtures(count, width, 5);
    assertThat(squares(fit(new NonnegativeFactors(size), rows), rows)).isLessThan(usual);
    // What is left to gain after 10⁻⁷ a step, on some hundreds of steps.
    assertThat(squares(fit(new NonnegativeFactors(size, 5000, 1e-7), rows), rows))
        .isLessThan(converged * (1 + 1e-4));
  }

  /** Parts of which each has inputs to itself are unique but for order and length. */
  @Test
  void separatePartsAreFoundAgain() {
    double[][] parts = {
      {3, 0, 0, 1, 0, 0, 0, 2}, {0, 2, 0, 1, 0, 1, 0, 0}, {0, 0, 4, 0, 1, 1, 0, 0}
    };
    double[] amounts = LatentSamples.uniform(90, 6);
    double[][] values = new double[30][8];
    for (int row = 0; row < 30; row++) {
      // Each of the first three rows is one part alone, so that the mixture is unique.
      for (int part = 0; part < 3; part++) {
        double amount = row < 3 ? (row == part ? 1 : 0) : amounts[row * 3 + part];
        for (int input = 0; input < 8; input++) {
          values[row][input] += amount * parts[part][input];
        }
      }
    }
    Table rows = Table.of(Samples.columns("x", "1", 8), values);
    NonnegativeFactorsModel model = fit(new NonnegativeFactors(3, 5000, 1e-9), rows);
    assertThat(LatentSamples.error(model, rows)).isLessThan(1e-4);
    for (double[] part : parts) {
      double best = 0;
      for (int k = 0; k < 3; k++) {
        best = Math.max(best, cosine(part, model.parts().row(k)));
      }
      assertThat(best).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void nothingIsNegative() {
    Table rows = LatentSamples.mixtures(20, 10, 5);
    NonnegativeFactorsModel model = fit(new NonnegativeFactors(4), rows);
    double[] shifted = Arrays.stream(rows.values()).map(v -> v - 0.3).toArray();
    Table below = new Table(rows.columns(), 20, shifted);
    for (double[] point : model.encode(below)) {
      assertThat(Arrays.stream(point).min().orElseThrow()).isNotNegative();
    }
    double[] cut = Arrays.stream(shifted).map(v -> Math.max(0, v)).toArray();
    assertThat(model.encode(below)).isDeepEqualTo(model.encode(new Table(rows.columns(), 20, cut)));
    assertThat(Arrays.stream(model.parts().values()).min().orElseThrow()).isNotNegative();
    assertThat(model.decode(new double[][] {{-1, 2, -3, 0}}).values())
        .isEqualTo(model.decode(new double[][] {{0, 2, 0, 0}}).values());
    assertThat(model.gradient(below, 0)[0][9]).isZero();
  }

  @Test
  void whatHoldsForEveryFeatureSpace() {
    Table rows = LatentSamples.mixtures(20, 10, 5);
    NonnegativeFactorsModel model = fit(new NonnegativeFactors(3), rows);
    assertThat(model.size()).isEqualTo(3);
    LatentSamples.takesRowsOneByOne(model, rows);
    // Linear as long as no part comes or goes and no input passes 0, which a small step makes sure.
    LatentSamples.gradientsAreSlopes(model, rows, 1e-6, 1e-7);
    LatentSamples.isStored(model, rows, folder, NonnegativeFactorsModel::from);
  }

  @Test
  void whatCannotBeFactorisedIsRefused() {
    Table rows = LatentSamples.mixtures(4, 6, 5);
    assertThatThrownBy(() -> fit(new NonnegativeFactors(5), rows))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("vary in 4 directions, not in 5");
    assertThatThrownBy(() -> new NonnegativeFactors(0)).isInstanceOf(LearnException.class);
    assertThatThrownBy(() -> new NonnegativeFactors(2, 0, 1e-4)).isInstanceOf(LearnException.class);
    double[] below = Arrays.stream(rows.values()).map(v -> -1 - v).toArray();
    assertThatThrownBy(
            () -> fit(new NonnegativeFactors(1), new Table(rows.columns(), rows.rows(), below)))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("in 0 directions");
  }

  private static NonnegativeFactorsModel fit(NonnegativeFactors options, Table rows) {
    return options.fit(rows, LatentSamples.all(rows), Progress.SILENT);
  }

  private static double squares(NonnegativeFactorsModel model, Table rows) {
    double scale = CommonScale.of(rows, LatentSamples.all(rows).train()).scale();
    return Math.pow(LatentSamples.error(model, rows) / scale, 2) * rows.values().length;
  }

  private static double cosine(double[] a, double[] b) {
    double dot = DotProduct.of(a, 0, b, 0, a.length);
    double squares = DotProduct.of(a, 0, a, 0, a.length) * DotProduct.of(b, 0, b, 0, a.length);
    return dot / Math.sqrt(squares);
  }
}
