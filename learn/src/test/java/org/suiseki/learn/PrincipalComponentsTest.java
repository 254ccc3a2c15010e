package org.suiseki.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The expected figures are those of {@code sklearn.decomposition.PCA} (scikit-learn 1.2.1) on the
 * same scaled rows, with the sign of each direction as here.
 */
class PrincipalComponentsTest {

  /** Eigenvectors of a gram matrix against singular vectors: rounding over gaps of about 0.1. */
  private static final Offset<Double> EXACT = within(1e-12);

  @TempDir Path folder;

  @Test
  void moreRowsThanInputs() {
    Table rows = LatentSamples.mixtures(20, 6, 5);
    PrincipalComponentsModel model = fit(3, rows);
    assertThat(model.scale().scale()).isCloseTo(0.20552597376681822, EXACT);
    assertThat(model.directions()[0])
        .containsExactly(
            new double[] {
              0.01705311368387305,
              0.35324986522197066,
              0.5144658041144172,
              0.653433697297015,
              0.29983142456728434,
              0.3055718909028713
            },
            EXACT);
    assertThat(model.shares())
        .containsExactly(
            new double[] {0.5193203161484472, 0.28739314525603915, 0.19157715408111664}, EXACT);
    double[][] points = model.encode(rows);
    assertThat(points[0])
        .containsExactly(
            new double[] {-1.2753858261550894, -0.4574257373771882, 0.3778031826188665}, EXACT);
    assertThat(points[2])
        .containsExactly(
            new double[] {2.0005224505480106, 1.9590376718597922, -1.2763669697845244}, EXACT);
    assertThat(model.encode(LatentSamples.mixtures(3, 6, 77))[1])
        .containsExactly(
            new double[] {3.452858346936025, 1.3123815657923774, -0.6919286061586398}, EXACT);
  }

  @Test
  void moreInputsThanRows() {
    Table rows = LatentSamples.mixtures(9, 30, 5);
    PrincipalComponentsModel model = fit(3, rows);
    assertThat(model.shares())
        .containsExactly(
            new double[] {0.5305029996924455, 0.34085571040834217, 0.1251143478477069}, EXACT);
    assertThat(model.encode(rows)[1])
        .containsExactly(
            new double[] {4.289828261526627, -1.4288153302936066, 2.1141932822560303}, EXACT);
    assertThat(model.encode(LatentSamples.mixtures(3, 30, 77))[2])
        .containsExactly(
            new double[] {4.565021958797113, 3.705938748154188, 0.5568349303031247}, EXACT);
  }

  @Test
  void allDirectionsTogetherLoseNothing() {
    Table rows = LatentSamples.mixtures(20, 6, 5);
    assertThat(LatentSamples.error(fit(6, rows), rows)).isLessThan(1e-13);
    double last = Double.POSITIVE_INFINITY;
    for (int size = 1; size < 6; size++) {
      double error = LatentSamples.error(fit(size, rows), rows);
      assertThat(error).isLessThan(last);
      last = error;
    }
  }

  @Test
  void onlyTrainingRowsAreRead() {
    Table rows = LatentSamples.mixtures(20, 6, 5);
    double[] values = rows.values().clone();
    Arrays.fill(values, 15 * 6, values.length, Double.NaN);
    int[] train = IntStream.range(0, 15).toArray();
    Split split = new Split(train, new int[0], new int[] {15, 16, 17, 18, 19});
    PrincipalComponentsModel model =
        new PrincipalComponents(2)
            .fit(new Table(rows.columns(), 20, values), split, Progress.SILENT);
    assertThat(model.encode(rows)).isDeepEqualTo(fit(2, rows.selectRows(train)).encode(rows));
  }

  @Test
  void whatHoldsForEveryFeatureSpace() {
    Table rows = LatentSamples.mixtures(20, 6, 5);
    PrincipalComponentsModel model = fit(2, rows);
    LatentSamples.takesRowsOneByOne(model, rows);
    // Exactly linear, so any step will do.
    LatentSamples.gradientsAreSlopes(model, rows, 1e-2, 1e-11);
    LatentSamples.isStored(model, rows, folder, PrincipalComponentsModel::from);
  }

  @Test
  void moreCoordinatesThanDirectionsAreRefused() {
    Table rows = LatentSamples.mixtures(4, 6, 5);
    assertThatThrownBy(() -> fit(4, rows))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("vary in 3 directions, not in 4");
    Table same = rows.selectRows(1, 1, 1);
    assertThatThrownBy(() -> fit(1, same))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("vary in 0 directions");
    assertThatThrownBy(() -> new PrincipalComponents(0)).isInstanceOf(LearnException.class);
  }

  private static PrincipalComponentsModel fit(int size, Table rows) {
    return new PrincipalComponents(size).fit(rows, LatentSamples.all(rows), Progress.SILENT);
  }
}
