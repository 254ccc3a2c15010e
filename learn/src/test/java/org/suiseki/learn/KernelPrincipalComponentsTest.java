package org.suiseki.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The expected figures are those of {@code sklearn.decomposition.KernelPCA} with the same width, on
 * the same scaled rows and with signs as here, and of {@code sklearn.kernel_ridge.KernelRidge}
 * (scikit-learn 1.2.1) on its coordinates, with the width and penalty of least error in {@code
 * LeaveOneOut}.
 */
class KernelPrincipalComponentsTest {

  /** Eigenvectors of a matrix of 25 rows with gaps of about 0.1. */
  private static final Offset<Double> EXACT = within(1e-11);

  /** Likewise, times the condition number of a kernel with the penalty 10⁻⁴, some 10⁵. */
  private static final Offset<Double> SOLVED = within(1e-8);

  @TempDir Path folder;

  private final Table rows = LatentSamples.mixtures(25, 12, 5);

  @Test
  void coordinates() {
    KernelPrincipalComponentsModel model = fit(3, rows);
    assertThat(model.length()).isCloseTo(4.584228144118085, EXACT);
    double[][] points = model.encode(rows);
    assertThat(points[0])
        .containsExactly(
            new double[] {0.3247568962645025, -0.1060746571827022, -0.09921767067415908}, EXACT);
    assertThat(points[1])
        .containsExactly(
            new double[] {-0.38318367639403106, 0.07354341836288529, -0.388209958511625}, EXACT);
    double[][] news = model.encode(LatentSamples.mixtures(3, 12, 77));
    assertThat(news[0])
        .containsExactly(
            new double[] {-0.3733183105838039, 0.05921582531433001, 0.2022343837202987}, EXACT);
    assertThat(news[2])
        .containsExactly(
            new double[] {-0.6032607045013526, 0.21978717311496493, -0.02076950866670244}, EXACT);
  }

  @Test
  void theWayBack() {
    KernelPrincipalComponentsModel model = fit(3, rows);
    assertThat(model.reconstruct(rows).row(0))
        .containsExactly(
            new double[] {
              0.04314902140042327, 0.1667521635951977, 0.4176376716266782, 0.6021181625500814,
              0.48690952095524254, 0.3181751808137463, 0.2706940941827528, 0.21402610498842808,
              0.20151029211393112, 0.3021225486220013, 0.31104441498949315, 0.17214671291743422
            },
            SOLVED);
    assertThat(model.decode(new double[][] {{0.1, -0.2, 0.05}}).row(0))
        .containsExactly(
            new double[] {
              0.056775431078253, 0.1565391818903359, 0.43187532506157894, 0.6298766247350651,
              0.5654157842960965, 0.49497848390101995, 0.5245832557295393, 0.39730932445760053,
              0.26326875383482373, 0.3102904533600104, 0.30405277450433993, 0.17276772557655184
            },
            SOLVED);
  }

  @Test
  void itReconstructsBetterTheMoreCoordinatesItHas() {
    double last = Double.POSITIVE_INFINITY;
    for (int size = 1; size <= 3; size++) {
      double error = LatentSamples.error(fit(size, rows), rows);
      assertThat(error).isLessThan(last);
      last = error;
    }
    // The noise of the rows is 0.05 / √12, about 0.014.
    assertThat(last).isLessThan(0.03);
  }

  /** No line through the plane parts a ring from one around it; a curved coordinate does. */
  @Test
  void ringsAreToldApart() {
    double[][] values = new double[60][];
    for (int k = 0; k < 60; k++) {
      double radius = k < 30 ? 1 : 3;
      double angle = 2 * Math.PI * k / 30;
      values[k] = new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
    }
    Table rings = Table.of(Samples.columns("x", "1", 2), values);
    KernelPrincipalComponentsModel model =
        new KernelPrincipalComponents(3)
            .withWidth(0.5)
            .fit(rings, LatentSamples.all(rings), Progress.SILENT);
    double[][] points = model.encode(rings);
    boolean apart = false;
    for (int k = 0; k < 3; k++) {
      DoubleSummaryStatistics inner =
          Arrays.stream(points, 0, 30).mapToDouble(at(k)).summaryStatistics();
      DoubleSummaryStatistics outer =
          Arrays.stream(points, 30, 60).mapToDouble(at(k)).summaryStatistics();
      apart |= inner.getMin() > outer.getMax() || outer.getMin() > inner.getMax();
    }
    assertThat(apart).isTrue();
  }

  @Test
  void whatHoldsForEveryFeatureSpace() {
    KernelPrincipalComponentsModel model = fit(2, rows);
    Table some = rows.selectRows(0, 3, 17);
    LatentSamples.takesRowsOneByOne(model, some);
    // Rounding 10⁻¹⁶ over the step, and third derivatives of about 1 times its square.
    LatentSamples.gradientsAreSlopes(model, some, 1e-4, 1e-7);
    LatentSamples.isStored(model, some, folder, KernelPrincipalComponentsModel::from);
  }

  @Test
  void whatItCannotLearnFromIsRefused() {
    assertThatThrownBy(() -> fit(4, rows.selectRows(0, 1, 2, 3)))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("vary in 3 directions, not in 4");
    assertThatThrownBy(() -> fit(1, rows.selectRows(0, 0, 0, 0, 1)))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("the same");
    assertThatThrownBy(() -> new KernelPrincipalComponents(0)).isInstanceOf(LearnException.class);
    assertThatThrownBy(() -> new KernelPrincipalComponents(1).withWidth(0))
        .isInstanceOf(LearnException.class);
    assertThatThrownBy(() -> new KernelPrincipalComponents(1, 1, new double[] {0}))
        .isInstanceOf(LearnException.class);
  }

  private static ToDoubleFunction<double[]> at(int coordinate) {
    return point -> point[coordinate];
  }

  private static KernelPrincipalComponentsModel fit(int size, Table rows) {
    return new KernelPrincipalComponents(size).fit(rows, LatentSamples.all(rows), Progress.SILENT);
  }
}
