package org.suiseki.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suiseki.explain.DynamicTimeWarping.Cost;
import org.suiseki.learn.Progress;

class DynamicTimeWarpingTest {

  /** Sums of some hundred numbers near 1. */
  private static final Offset<Double> ROUNDING = within(1e-12);

  private final double[][] curves = Waves.points(9, 50, 1.1);

  /** The full table in Python, by the three-line definition. */
  @ParameterizedTest
  @CsvSource({
    "0, 7.4098038000955295, 44.17218700604455",
    "3, 4.967497971355325, 26.757742321528095",
    "12, 3.909297605588157, 20.68243643168529",
    "49, 3.252865795904435, 17.479742127735193"
  })
  void agreesWithATableInPython(int band, double squared, double absolute) {
    double[] a = curves[2];
    double[] b = curves[7];
    assertThat(new DynamicTimeWarping(band, Cost.SQUARED).distance(a, b))
        .isCloseTo(squared, ROUNDING);
    assertThat(new DynamicTimeWarping(band, Cost.ABSOLUTE).distance(a, b))
        .isCloseTo(absolute, ROUNDING);
  }

  @Test
  void curvesOfTwoLengthsAgreeWithATableInPython() {
    double[] a = Arrays.copyOf(curves[0], 30);
    double[] b = Arrays.copyOf(curves[1], 37);
    assertThat(new DynamicTimeWarping(7, Cost.SQUARED).distance(a, b))
        .isCloseTo(3.51251501208916, ROUNDING);
    assertThat(new DynamicTimeWarping(20, Cost.ABSOLUTE).distance(a, b))
        .isCloseTo(13.345178530216938, ROUNDING);
  }

  @Test
  void threePointsByHand() {
    // Costs |a − b| of (0, 2, 3) and (1, 1, 4): rows 1 1 4 / 1 1 2 / 2 2 1. Sums: 1 2 6 / 2 2 4 /
    // 4 4 3.
    DynamicTimeWarping warping = new DynamicTimeWarping(2, Cost.ABSOLUTE);
    assertThat(warping.distance(new double[] {0, 2, 3}, new double[] {1, 1, 4})).isEqualTo(3);
    // Squares: rows 1 1 16 / 1 1 4 / 4 4 1; sums: 1 2 18 / 2 2 6 / 6 6 3.
    DynamicTimeWarping squared = new DynamicTimeWarping(2, Cost.SQUARED);
    assertThat(squared.distance(new double[] {0, 2, 3}, new double[] {1, 1, 4}))
        .isEqualTo(Math.sqrt(3));
  }

  @Test
  void aBandOfNothingIsTheEuclideanDistance() {
    DistanceMatrix warped =
        new DynamicTimeWarping(0, Cost.SQUARED).distances(curves, 1, Progress.SILENT);
    assertThat(warped.values())
        .containsExactly(DistanceMatrix.euclidean(curves).values(), ROUNDING);
  }

  @Test
  void aShiftedPeakCostsNothingWithinTheBand() {
    double[] peak = peak(60);
    double[] shifted = peak(65);
    assertThat(new DynamicTimeWarping(5, Cost.SQUARED).distance(peak, shifted)).isEqualTo(0);
    assertThat(new DynamicTimeWarping(4, Cost.SQUARED).distance(peak, shifted)).isPositive();
  }

  @Test
  void manyAtOnceAreWhatTwoAre() {
    // 70 curves fill the 64 lanes and begin them anew.
    double[][] many = Waves.points(70, 23, 0.7);
    for (Cost cost : Cost.values()) {
      for (int band : new int[] {0, 1, 4, 22, 500}) {
        DynamicTimeWarping warping = new DynamicTimeWarping(band, cost);
        DistanceMatrix all = warping.distances(many, 1, Progress.SILENT);
        double[][] some =
            warping.between(new double[][] {many[69], many[3]}, many, 1, Progress.SILENT);
        for (int i = 0; i < 70; i += 3) {
          for (int j = i + 1; j < 70; j++) {
            assertThat(all.get(i, j)).isEqualTo(warping.distance(many[i], many[j]));
          }
          assertThat(some[1][i]).isEqualTo(all.get(3, i));
          assertThat(some[0][i]).isEqualTo(all.get(69, i));
        }
      }
    }
  }

  @Test
  void aWiderBandIsNeverFartherAndBothWaysAreOne() {
    double last = Double.POSITIVE_INFINITY;
    for (int band = 0; band < 50; band++) {
      DynamicTimeWarping warping = new DynamicTimeWarping(band, Cost.ABSOLUTE);
      double distance = warping.distance(curves[4], curves[5]);
      assertThat(distance).isLessThanOrEqualTo(last);
      assertThat(warping.distance(curves[5], curves[4])).isCloseTo(distance, ROUNDING);
      last = distance;
    }
  }

  @Test
  void threadsChangeNothing() {
    DynamicTimeWarping warping = new DynamicTimeWarping(6, Cost.SQUARED);
    assertThat(warping.distances(curves, 3, Progress.SILENT).values())
        .isEqualTo(warping.distances(curves, 1, Progress.SILENT).values());
  }

  @Test
  void refusesCurvesWithoutAPath() {
    assertThatThrownBy(() -> new DynamicTimeWarping(-1, Cost.SQUARED))
        .isInstanceOf(ExplainException.class);
    DynamicTimeWarping warping = new DynamicTimeWarping(3, Cost.SQUARED);
    assertThatThrownBy(() -> warping.distance(new double[10], new double[14]))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("band of 3");
    assertThatThrownBy(() -> warping.distance(new double[0], new double[1]))
        .isInstanceOf(ExplainException.class);
    assertThatThrownBy(() -> warping.distances(new double[][] {{1, 2}, {1}}, 1, Progress.SILENT))
        .hasMessageContaining("curve 1");
    assertThatThrownBy(
            () -> warping.distances(new double[][] {{1, 2}, {1, Double.NaN}}, 1, Progress.SILENT))
        .hasMessageContaining("NaN");
    assertThatThrownBy(
            () -> warping.between(new double[1][3], new double[1][4], 1, Progress.SILENT))
        .hasMessageContaining("two grids");
  }

  @Test
  void itCanBeCancelled() {
    Progress cancelled =
        new Progress() {
          @Override
          public void step(String stage, long done, long total) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(
            () -> new DynamicTimeWarping(3, Cost.SQUARED).distances(curves, 2, cancelled))
        .isInstanceOf(CancellationException.class);
  }

  private static double[] peak(int centre) {
    double[] curve = new double[128];
    for (int i = 0; i < 128; i++) {
      curve[i] = Math.max(0, 8 - Math.abs(i - centre));
    }
    return curve;
  }
}
