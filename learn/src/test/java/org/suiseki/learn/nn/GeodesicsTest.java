package org.suiseki.learn.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GeodesicsTest {

  private static double[][] points(double[][] rows, int neighbours, int size) {
    return Geodesics.points(rows, neighbours, size, new SplittableRandom(1));
  }

  /** Even steps along three quarters of a circle, whose ends are near each other in the plane. */
  @Test
  void anArcBecomesALine() {
    int count = 60;
    double[][] rows = new double[count][];
    for (int i = 0; i < count; i++) {
      double angle = 1.5 * Math.PI * i / (count - 1);
      rows[i] = new double[] {Math.cos(angle), Math.sin(angle)};
    }
    double[][] points = points(rows, 2, 2);
    // Even steps from −√3 to √3 times (1 − 1/n) have a mean square of 1.
    double step = Math.sqrt(12.0 / (count * (double) count - 1));
    double sign = Math.signum(points[count - 1][0]);
    for (int i = 0; i < count; i++) {
      // Chords of all steps are the same but those over two, at the ends of a way: 1e-3 of a step.
      assertThat(sign * points[i][0]).isCloseTo((i - (count - 1) / 2.0) * step, within(1e-3));
      assertThat(points[i][1]).isCloseTo(0, within(0.02));
    }
  }

  /** Where all rows are neighbours, distances are those of the rows: classical scaling. */
  @Test
  void withAllNeighboursDistancesStay() {
    SplittableRandom random = new SplittableRandom(6);
    double[][] rows = new double[25][];
    for (int i = 0; i < rows.length; i++) {
      double u = random.nextGaussian();
      double v = 0.5 * random.nextGaussian();
      rows[i] = new double[] {u + v, u - v, 3 - u, 7};
    }
    double[][] points = points(rows, 24, 2);
    double ratio = distance(rows[0], rows[1]) / distance(points[0], points[1]);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < i; j++) {
        // Rows of two dimensions, so two coordinates lose nothing but rounding.
        assertThat(ratio * distance(points[i], points[j]))
            .isCloseTo(distance(rows[i], rows[j]), within(1e-9));
      }
    }
    double squares = 0;
    for (double[] point : points) {
      squares += point[0] * point[0] + point[1] * point[1];
    }
    assertThat(squares / rows.length).isCloseTo(1, within(1e-12));
  }

  @Test
  void groupsThatDoNotHangTogetherAreJoined() {
    double[][] rows = {{0}, {0.1}, {0.2}, {10}, {10.1}, {10.2}};
    double[][] points = points(rows, 1, 1);
    double ratio = 10.2 / Math.abs(points[5][0] - points[0][0]);
    for (int i = 0; i < 6; i++) {
      // Along a line the way is the distance.
      assertThat(ratio * Math.abs(points[i][0] - points[0][0])).isCloseTo(rows[i][0], within(1e-9));
    }
  }

  @Test
  void equalRowsAndOneRowLieAtTheOrigin() {
    double[][] same = new double[5][];
    Arrays.fill(same, new double[] {4, 2});
    for (double[] point : points(same, 2, 3)) {
      assertThat(point).containsOnly(0);
    }
    assertThat(points(new double[][] {{1, 2}}, 6, 2)).isDeepEqualTo(new double[1][2]);
  }

  private static double distance(double[] a, double[] b) {
    return Math.sqrt(AutoencoderSamples.squares(a, b));
  }
}
